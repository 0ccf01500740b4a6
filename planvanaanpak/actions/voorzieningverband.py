"""Whether what a voorziening names belongs with it: the doel, the gezinslid, the ground, and the price."""

from datetime import date
from decimal import Decimal

from cases.actions.basis import ActieFout
from cases.beleid_bron import regels_van
from cases.models import Dossier, Gezinslid
from planvanaanpak.keuzes import Voorstel, VoorzieningStatus
from planvanaanpak.models import Voorziening
from planvanaanpak.voorzieningbron import keur_grond
from planvanaanpak.voorzieningkeuzes import Schuld, VoorWie
from planvanaanpak.weigering import code_van, keur_situatie, te_kiezen

ANDER_DOEL = "Dit doel hoort bij een ander leefgebied. Kies een doel van dit leefgebied, of laat het leeg."
PRIJS_VAST = "De prijs per stuk komt van de pagina Prijs. Pas hem daar aan."
IS_SANERING = "Van dit voorstel is een saneringskrediet vastgelegd. Haal dat eerst weg op de pagina Saneringskrediet."
ANDER_VERVOLG = "Kies een andere voorziening uit dit plan, die is voorgesteld of toegekend."


def zet_grond(dossier: Dossier, voorziening: Voorziening) -> None:
    """Keep with a refusal the code and the article of its ground, as the beleid has them now.

    A grant has no ground, and nothing to be heard about.
    """
    if voorziening.voorstel != Voorstel.AFWIJZEN:
        voorziening.weigeringsgrond = voorziening.grond_code = voorziening.grond_artikel = ""
        voorziening.zienswijze = ""
        return
    gronden = te_kiezen(regels_van(dossier).weigeringsgronden)
    code = voorziening.grond_code or code_van(gronden, voorziening.weigeringsgrond)
    if grond := gronden.get(code):
        voorziening.weigeringsgrond, voorziening.grond_code, voorziening.grond_artikel = (
            grond.tekst,
            code,
            grond.artikel,
        )


def eis_gezinslid(dossier: Dossier, lid: Gezinslid | None, *, nu: int | None = None) -> None:
    """Refuse somebody of another gezin, and who came after the aanvraag and left again.

    Who was there at the aanvraag counts, also after leaving (Tiel 2025 art. 2 lid 2). Who it is already for may stay.
    """
    if lid is None or lid.pk == nu:
        return
    if lid.gezin_id != dossier.gezin_id:
        raise ActieFout("Deze persoon hoort niet bij dit gezin.")
    if not lid.telt_mee:
        raise ActieFout(f"{lid.naam} kwam na de aanvraag bij het gezin en is er niet meer bij. Kies iemand anders.")


def eis_verband(
    dossier: Dossier, voorziening: Voorziening, *, prijs: Decimal | None, lid: int | None, on: date
) -> None:
    """Refuse what belongs elsewhere, an exception that does not hold, and another price than was accounted for.

    `prijs` and `lid` are what was stored: the gezinslid that it is already for may stay.
    """
    doel, voor = voorziening.doel, voorziening.gezinslid
    if doel is not None and (doel.plan_id != voorziening.plan_id or doel.leefgebied != voorziening.leefgebied):
        raise ActieFout(ANDER_DOEL)
    eis_gezinslid(dossier, voor, nu=lid)
    if (voor is not None) != (voorziening.voor_wie == VoorWie.GEZINSLID):
        raise ActieFout("Kies voor welk gezinslid dit is." if voor is None else "Dit is niet voor één gezinslid.")
    if voorziening.prijsbasis and voorziening.eenheidsprijs != prijs:
        raise ActieFout(PRIJS_VAST)
    if voorziening.schuld != Schuld.SANERING and voorziening.is_sanering:
        raise ActieFout(IS_SANERING)
    _eis_vervolg(voorziening)
    fouten = keur_situatie(voorziening.uitzondering_situatie, voorziening.uitzondering_datum, on)
    if fouten := fouten or keur_grond(dossier, voorziening):
        raise ActieFout(next(iter(fouten.values())))


def _eis_vervolg(voorziening: Voorziening) -> None:
    vervolg = voorziening.vervolg
    if vervolg is None:
        return
    past = vervolg.status == VoorzieningStatus.TOEGEKEND or vervolg.is_toe_te_kennen
    if vervolg.plan_id != voorziening.plan_id or vervolg.pk == voorziening.pk or not past:
        raise ActieFout(ANDER_VERVOLG)

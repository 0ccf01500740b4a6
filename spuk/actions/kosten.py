"""Book a cost with its invoice, and take a wrong booking away."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, log, verwijder
from cases.actions.documenten import keur
from cases.opslag import geschreven
from config.weergave import datum as datumtekst
from config.weergave import euro
from nazorg.models import Acclimatisatie
from planvanaanpak.actions.voorzieningbasis import neem_voorziening
from planvanaanpak.models import Voorziening
from planvanaanpak.vervalbron import gold, nagekomen_van, verval_van
from spuk.boekvragen import Boekvraag
from spuk.boekvragen_bron import list_vragen_c, list_vragen_jaar
from spuk.componenten import Component
from spuk.models import Kostenregel
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR
from spuk.termijnen import NIEUWE_KOSTEN


class EerstNakijken(ActieFout):
    """What would be booked is easily a mistake: somebody looks first, and says so."""

    def __init__(self, vragen: Sequence[Boekvraag]) -> None:
        super().__init__(" ".join(vraag.tekst for vraag in vragen))
        self.vragen = vragen


@transaction.atomic
def kosten_boeken(
    *,
    gemeente: Gemeente,
    component: Component,
    voorziening: Voorziening | None,
    datum: date,
    omschrijving: str,
    leverancier: str,
    factuurnummer: str,
    netto: Decimal,
    btw: Decimal,
    factuur: bytes | File | None,
    nagekeken: Collection[str] = (),
    by: User,
    at: datetime,
    on: date,
) -> Kostenregel:
    """Book a cost. Component C hangs on a toegekende voorziening (SPR art. 3 lid 1c) and needs its invoice.

    Raises ActieFout for a day in the future or in no year of the regeling (SPR art. 3 lid 2, art. 6 lid 1), a
    voorziening that is not toegekend, granted too late after niet erkend (SPR art. 3 lid 7) or not of this gemeente, a
    missing or refused invoice, and an invoice line booked before. Raises EerstNakijken for what is easily a mistake,
    unless its key is among `nagekeken` (decision 1341).
    """
    if datum > on:
        raise ActieFout("De factuurdatum kan niet in de toekomst liggen.")
    if not EERSTE_JAAR <= datum.year <= LAATSTE_JAAR:
        raise ActieFout(
            f"De regeling betaalt alleen kosten van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}."
            " Controleer de factuurdatum."
        )
    if component == Component.C:
        vragen = _keur_c(gemeente, voorziening, datum, netto + btw, factuur)
    elif voorziening is not None:
        raise ActieFout("Alleen kosten van onderdeel C horen bij een voorziening.")
    else:
        vragen = []
    regel = Kostenregel(
        gemeente=gemeente,
        component=component.value,
        datum=datum,
        omschrijving=omschrijving,
        leverancier=leverancier,
        factuurnummer=factuurnummer,
        netto=netto,
        btw=btw,
        bruto=netto + btw,
        voorziening=voorziening,
        dossier=voorziening.plan.dossier if voorziening else None,
        geboekt_op=at,
        geboekt_door=by,
    )
    _eis_nieuw(regel)
    reden = _eis_nagekeken([*vragen, *list_vragen_jaar(gemeente, datum, on)], nagekeken)
    if factuur is not None:
        _voeg_factuur_toe(regel, factuur)
    try:
        with transaction.atomic():
            bewaar(regel, by=by, reden=reden)
    except IntegrityError as fout:
        if "kostenregel_niet_dubbel" not in str(fout):
            raise
        raise _dubbel(regel) from fout
    if regel.dossier is not None:
        tekst = f"Kosten geboekt: {omschrijving}."
        log(regel.dossier, "kosten_geboekt", tekst, by=by, at=at, reden=reden, kostenregel=regel.pk)
    return regel


def _keur_c(
    gemeente: Gemeente, voorziening: Voorziening | None, datum: date, bruto: Decimal, factuur: bytes | File | None
) -> list[Boekvraag]:
    """Refuse what component C does not pay, and give what there is to ask about the rest."""
    huidig = _neem_voorziening(gemeente, voorziening)
    geboekt = huidig.kostenregels.geboekt()
    _eis_nagekomen(huidig, datum, bruto, geboekt)
    if factuur is None:
        raise ActieFout("Voeg de factuur toe. De accountant controleert die bij onderdeel C.")
    return list_vragen_c(huidig, datum, bruto, geboekt)


def _eis_nieuw(regel: Kostenregel) -> None:
    """Refuse an invoice line that was booked before, before anything is asked about it."""
    delen = ("leverancier", "factuurnummer", "omschrijving")
    if regel.gemeente.kostenregels.filter(**{deel: getattr(regel, deel) for deel in delen}).exists():
        raise _dubbel(regel)


def _dubbel(regel: Kostenregel) -> ActieFout:
    return ActieFout(f"Factuur {regel.factuurnummer} van {regel.leverancier} is met deze omschrijving al geboekt.")


def _eis_nagekeken(vragen: Sequence[Boekvraag], nagekeken: Collection[str]) -> str:
    """Ask everything when somebody did not look at all of it; else give what was looked at, for the history."""
    if any(vraag.sleutel not in nagekeken for vraag in vragen):
        raise EerstNakijken(vragen)
    return f"Nagekeken bij het boeken: {'; '.join(vraag.kort for vraag in vragen)}." if vragen else ""


def _neem_voorziening(gemeente: Gemeente, voorziening: Voorziening | None) -> Voorziening:
    """Lock a voorziening on which costs can be booked, so that two invoices are not both held against one sum."""
    if voorziening is None:
        raise ActieFout("Kies de voorziening waar deze kosten bij horen. Onderdeel C hoort altijd bij een plan.")
    if voorziening.plan.dossier.gemeente_id != gemeente.pk:
        raise ActieFout("Deze voorziening hoort bij een andere gemeente.")
    if not gold(voorziening):
        raise ActieFout(
            "Deze voorziening is niet toegekend. Kosten kunt u alleen op een toegekende voorziening boeken."
        )
    _eis_oude_verplichting(voorziening)
    return neem_voorziening(voorziening)


def _eis_nagekomen(huidig: Voorziening, datum: date, bruto: Decimal, geboekt: Decimal) -> None:
    """Refuse a cost of after the day on which a voorziening lapsed; what it gave until then is paid (decision 1182).

    An invoice of that day or before is of what held. A later one is paid up to what was delivered or used by then, and
    was not booked yet.
    """
    verval = verval_van(huidig)
    if verval is None or verval.tot is None or datum <= verval.tot:
        return
    waarde, tot = nagekomen_van(huidig, verval), datumtekst(verval.tot)
    if not waarde:
        raise ActieFout(
            f"Deze voorziening gold tot en met {tot}. Er is niet vastgelegd dat er tot en met die dag iets is geleverd"
            " of gebruikt. Vraag de casusregisseur om dat vast te leggen bij Toegekend. Boek daarna deze factuur."
        )
    over = max(waarde - geboekt, Decimal("0.00"))
    if bruto > over:
        raise ActieFout(
            f"Deze voorziening gold tot en met {tot}. Wat er tot en met die dag is geleverd of gebruikt, is"
            f" {euro(waarde)} waard. Daarvan is {euro(geboekt)} geboekt. U kunt nog {euro(over)} boeken."
        )


def _eis_oude_verplichting(voorziening: Voorziening) -> None:
    """Refuse a cost of what was granted after the 30 dagen since niet erkend (SPR art. 3 lid 7).

    What was granted before runs on, whatever the day of its invoice (SPR art. 3 lid 6). The hardheidsclausule of the
    Wht lets the college deviate from art. 2.21 Wht, not from the regeling: the gemeente pays this itself.
    """
    dossier, besluit = voorziening.plan.dossier, voorziening.besluit
    termijn = dossier.termijnen.filter(regel=NIEUWE_KOSTEN.code).last()
    if Acclimatisatie.objects.filter(dossier=dossier, hervat_op__isnull=False).exists():
        return  # UHT came back on it: this person is not one "die niet wordt erkend"
    if termijn is None or besluit is None or localdate(besluit.vastgesteld_op) <= termijn.uiterste_datum:
        return
    raise ActieFout(
        f"{NIEUWE_KOSTEN.label}: dat kon tot en met {datumtekst(termijn.uiterste_datum)} ({NIEUWE_KOSTEN.grondslag})."
        f" Besluit {besluit.nummer} is daarna genomen. Het Rijk betaalt deze kosten niet, ook niet met de"
        " hardheidsclausule. Boek ze buiten de SPUK."
    )


def _voeg_factuur_toe(regel: Kostenregel, factuur: bytes | File) -> None:
    inhoud, bestandstype = keur(factuur)
    regel.factuur_type, regel.factuur_extensie = bestandstype.mime, bestandstype.extensie
    regel.factuur_sha256 = hashlib.sha256(inhoud).hexdigest()
    regel.factuur.save("factuur", ContentFile(inhoud), save=False)
    geschreven(str(regel.factuur.name))


@transaction.atomic
def boeking_terugdraaien(*, regel: Kostenregel, reden: str, by: User, at: datetime) -> None:
    """Take a wrong booking away, with the reason; the history and the event keep what it was.

    Raises ActieFout without a reason, and when somebody did it meanwhile.
    """
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u deze boeking terugdraait.")
    regels = Kostenregel.objects.select_for_update(of=("self",)).select_related("dossier")
    huidig = regels.filter(pk=regel.pk).first()
    if huidig is None:
        raise ActieFout("Iemand anders heeft deze boeking net teruggedraaid.")
    dossier, omschrijving = huidig.dossier, huidig.omschrijving
    verwijder(huidig, by=by, reden=reden.strip())
    if dossier is not None:
        tekst = f"Boeking teruggedraaid: {omschrijving}."
        log(dossier, "kosten_teruggedraaid", tekst, by=by, at=at, reden=reden.strip())

"""Read what the rules of bezwaar ask from the rows, at the edge of database and rule."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from cases.beleid_bron import kalender_nu
from cases.kalender import Kalender
from cases.models import Dossier, Termijn
from cases.status import OPEN, Status
from config.weergave import datum_kort
from planvanaanpak.bezwaarkeuzes import Afziengrond, Bezwaarkanaal, Hoorstatus
from planvanaanpak.bezwaarregels import Feiten, Tijdigheid, beoordeel_tijdigheid, nodig
from planvanaanpak.hervatting import EERST_HERVATTEN
from planvanaanpak.herzienkeuzes import HERZIENBAAR, NA_BEZWAAR
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit, Bezwaar, Hoorzitting, Voorziening
from planvanaanpak.planbron import AAN_TE_VULLEN

REGEL = "besluit_op_bezwaar"
DAARNA = "Daarna koppelt u het hier."
# The badge of a bezwaar: the first point of the checklist that is open, by its page, or nothing.
NOG_TE_DOEN = {
    "bezwaar_bevestiging": "ontvangst bevestigen",
    "verzenden": "besluit nog niet verstuurd",
    "bezwaar_rechtstreeks": "rechtstreeks beroep?",
    "bezwaar_verschoonbaar": "te laat: verschoonbaar?",
    "bezwaar_wijzigen": "wacht op gronden",
    "hoorzitting": "horen",
    "verslag": "verslag vastleggen",
    "bezwaar_advies": "wacht op advies",
    "": "klaar om te beslissen",
}


def bezwaartermijn_van(besluit: Besluit) -> Termijn:
    """Give the clock in which bezwaar against a besluit can be made."""
    return Termijn.objects.get(dossier=besluit.dossier_id, regel="bezwaar", aanleiding=f"besluit:{besluit.pk}")


def tijdigheid_van(bezwaar: Bezwaar, laatste_dag: date | None = None) -> Tijdigheid:
    """Say whether it came in time, by the bezwaartermijn as it is stored now (Awb art. 6:7 to 6:9).

    Only for post after the last day the calendar is read: there a week is counted.
    """
    laatste = laatste_dag or bezwaartermijn_van(bezwaar.besluit).uiterste_datum
    per_post = bezwaar.kanaal == Bezwaarkanaal.POST
    return beoordeel_tijdigheid(
        laatste_dag=laatste,
        ontvangen_op=bezwaar.ontvangen_op,
        gepost_op=bezwaar.gepost_op,
        per_post=per_post,
        kalender=kalender_nu() if per_post and bezwaar.ontvangen_op > laatste else Kalender(),
        besloten_op=localdate(bezwaar.besluit.vastgesteld_op),
    )


def gepland(bezwaar: Bezwaar) -> Hoorzitting | None:
    return next((z for z in bezwaar.hoorzittingen.all() if z.status == Hoorstatus.GEPLAND), None)


def gehouden(bezwaar: Bezwaar) -> Hoorzitting | None:
    """Give the latest hoorzitting that was held."""
    return next((z for z in bezwaar.hoorzittingen.all() if z.status == Hoorstatus.GEHOUDEN), None)


def feiten_van(bezwaar: Bezwaar, laatste_dag: date | None = None) -> Feiten:
    """Give what the checklist looks at; `laatste_dag` is that of the bezwaartermijn, where a list knows it already."""
    zitting, gehoord = gepland(bezwaar), gehouden(bezwaar)
    return Feiten(
        op_tijd=tijdigheid_van(bezwaar, laatste_dag).op_tijd,
        verschoonbaar=bezwaar.verschoonbaar,
        heeft_gronden=bool(bezwaar.gronden.strip()),
        aanvullen_tot=bezwaar.aanvullen_tot,
        is_bevestigd=bezwaar.bevestiging_id is not None,
        commissie=bezwaar.commissie,
        zitting_op=zitting.datum if zitting else None,
        is_gehoord=gehoord is not None,
        heeft_verslag=bool(gehoord and gehoord.heeft_verslag),
        afzien=bezwaar.afzien_grond,
        advies=bezwaar.advies_strekking,
        is_verstuurd=bezwaar.besluit.verzonden_op is not None,
        vraagt_gerecht=bezwaar.rechtstreeks and bezwaar.instemming is None,
        al_doorgezonden=al_doorgezonden(bezwaar),
    )


def al_doorgezonden(bezwaar: Bezwaar) -> bool:
    """Tell whether another bezwaar against the same besluit is at the court: then this one goes there too."""
    bekend = getattr(bezwaar, "al_doorgezonden", None)
    if bekend is not None:
        return bool(bekend)
    return any(ander.doorgezonden_op is not None for ander in andere_bezwaren(bezwaar))


def andere_bezwaren(bezwaar: Bezwaar) -> list[Bezwaar]:
    """Give the bezwaren of others against the same besluit, apart from mistakes and what was withdrawn."""
    return list(Bezwaar.objects.telt().filter(besluit=bezwaar.besluit_id).exclude(pk=bezwaar.pk).order_by("pk"))


def ander_zonder_verzoek(bezwaar: Bezwaar) -> bool:
    """Tell whether somebody else made bezwaar without asking for the court (Awb art. 7:1a lid 2).

    One that is kennelijk niet-ontvankelijk does not count.
    """
    zonder = (ander for ander in andere_bezwaren(bezwaar) if not ander.rechtstreeks)
    return any(ander.afzien_grond != Afziengrond.KENNELIJK_NIET_ONTVANKELIJK for ander in zonder)


@dataclass(frozen=True)
class Bezwaarstand:
    """Where a bezwaar is on its road: the sign and the words of a badge."""

    teken: str
    woorden: str


def stand_van_bezwaar(bezwaar: Bezwaar, on: date) -> Bezwaarstand:
    """Say where a bezwaar is, from what a list has fetched already."""
    if bezwaar.is_ingetrokken:
        return Bezwaarstand("voorbij", "vergissing")
    if bezwaar.intrekking_datum is not None:
        return Bezwaarstand("voorbij", "ingetrokken")
    if bezwaar.doorgezonden_op is not None:
        return Bezwaarstand("gehaald", "bij het gerecht, zonder besluit op bezwaar")
    if bezwaar.beslissing is not None:
        return _beslist(bezwaar, bezwaar.beslissing)
    if not bezwaar.gronden.strip() and bezwaar.aanvullen_tot and bezwaar.aanvullen_tot >= on:
        return Bezwaarstand("verwacht", f"wacht op gronden tot en met {datum_kort(bezwaar.aanvullen_tot)}")
    # its clock starts on the last day of the bezwaartermijn (Awb art. 7:10 lid 1)
    begin = bezwaar.termijn.start if bezwaar.termijn and bezwaar.na_uitspraak_id is None else None
    feiten = feiten_van(bezwaar, begin)
    eerste = next((punt.pagina for punt in nodig(feiten, on) if not punt.klaar), "")
    if eerste == "hoorzitting_gehouden" and feiten.zitting_op:
        return Bezwaarstand("loopt", f"hoorzitting op {datum_kort(feiten.zitting_op)}")
    if not eerste and feiten.zonder_gronden(on):
        return Bezwaarstand("loopt", "geen gronden gekregen, klaar om te beslissen")
    return Bezwaarstand("loopt", NOG_TE_DOEN[eerste])


def _beslist(bezwaar: Bezwaar, beslissing: Besluit) -> Bezwaarstand:
    if beslissing.verzonden_op is None:
        return Bezwaarstand("loopt", "besloten, nog niet verstuurd")
    uitkomst = bezwaar.get_dictum_display().lower()
    if bezwaar.wacht_op_besluit:
        return Bezwaarstand("loopt", f"{uitkomst}, nieuw besluit volgt")
    return Bezwaarstand("gehaald", uitkomst)


def bezwaren_van(dossier: Dossier) -> list[Bezwaar]:
    """Give the bezwaren of a dossier, once for this dossier object; no question where there was never one."""
    if not any(termijn.regel == REGEL for termijn in dossier.termijnen.all()):
        return []
    if not hasattr(dossier, "_bezwaren"):
        dossier._bezwaren = list(Bezwaar.objects.filter(dossier=dossier).met_delen())  # type: ignore[attr-defined]
    rijen: list[Bezwaar] = dossier._bezwaren  # type: ignore[attr-defined]
    return rijen


def te_bestrijden(dossier: Dossier) -> list[Besluit]:
    """Give the besluiten one can make bezwaar against: after a besluit op bezwaar that is beroep (Awb art. 7:1)."""
    besluiten = Besluit.objects.filter(dossier=dossier).exclude(soort=BesluitSoort.BESLUIT_OP_BEZWAAR)
    return list(besluiten.defer("snapshot"))


def herzien_url(bezwaar: Bezwaar) -> str:
    """Give where the new besluit after a bezwaar is taken as a herziening; nothing where there is nothing to revise."""
    if bezwaar.besluit.soort not in HERZIENBAAR or bezwaar.dossier.status not in NA_BEZWAAR:
        return ""
    for besluit in te_herzien_na(bezwaar):
        if Voorziening.objects.te_herzien(besluit).exists():
            return f"{reverse('besluit_herzien', args=[besluit.nummer])}?bezwaar={bezwaar.pk}"
    return ""


def te_herzien_na(bezwaar: Bezwaar) -> list[Besluit]:
    """Give the besluiten of which a herziening is the new one after this bezwaar, the first one first.

    What a herziening changed still stands under the besluit that it is about.
    """
    besluit = bezwaar.besluit
    eerder = besluit.gaat_over if besluit.soort == BesluitSoort.HERZIENING else None
    return [besluit] if eerder is None else [besluit, eerder]


@dataclass(frozen=True)
class Vervolgweg:
    """Where the new besluit after a bezwaar is taken: what to do, and the button to the page."""

    tekst: str
    knop: str
    url: str


def vervolgweg(bezwaar: Bezwaar) -> Vervolgweg:
    """Say how the new besluit is taken now: only what the status of the dossier allows."""
    dossier, over = bezwaar.dossier, bezwaar.besluit.gaat_over
    plan = reverse("plan", args=[dossier.nummer])
    if url := herzien_url(bezwaar):
        return Vervolgweg(
            "Neem het nieuwe besluit als herziening. Dan is het meteen gekoppeld.", "Besluit herzien", url
        )
    if over is not None and over.soort == BesluitSoort.BEEINDIGING and dossier.status in OPEN:
        tekst = "De intrekking van de beëindiging geldt niet meer. Neem opnieuw een besluit om te beëindigen."
        return Vervolgweg(f"{tekst} {DAARNA}", "Naar het dossier", dossier.get_absolute_url())
    if bezwaar.besluit.soort == BesluitSoort.BEEINDIGING and dossier.status in OPEN:
        tekst = "De ondersteuning gaat verder. Neem het nieuwe besluit: opnieuw een beëindiging, of een addendum."
        return Vervolgweg(f"{tekst} {DAARNA}", "Naar het dossier", dossier.get_absolute_url())
    if dossier.status == Status.PLAN_VAN_AANPAK:
        return Vervolgweg(f"Beslis opnieuw op de aanvraag, met het plan. {DAARNA}", "Naar het plan", plan)
    if dossier.status in AAN_TE_VULLEN:
        eerst = f" Kent u iets toe? {EERST_HERVATTEN}" if dossier.status == Status.NAZORG else ""
        tekst = f"Neem het nieuwe besluit met een addendum bij het plan.{eerst} {DAARNA}"
        return Vervolgweg(tekst, "Naar het plan", plan)
    tekst = (
        f"Dit dossier staat op '{dossier.get_status_display()}'. Overleg met uw coördinator hoe u het besluit neemt."
    )
    return Vervolgweg(f"{tekst} {DAARNA}", "Naar het dossier", dossier.get_absolute_url())


def pagina(bezwaar: Bezwaar, naam: str) -> str:
    """Give the address of a page of a bezwaar."""
    return reverse(naam, args=[bezwaar.dossier.nummer, bezwaar.pk])

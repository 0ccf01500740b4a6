"""What an end or a message of UHT brings about, shown before it is recorded: with the dates and the reasons."""

from dataclasses import dataclass
from datetime import date

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.models import Dossier
from cases.register import regel as zoek_regel
from cases.status import Status
from cases.termijnstatus import OPEN, TermijnStatus
from cases.vooruitblik import Klok
from config.weergave import datum as datumtekst
from nazorg.afspraak import nazorg_tekst
from nazorg.brieftekst import toelichting_in_brief
from nazorg.bron import list_doorlopend
from nazorg.gronden import kan_nazorg_geven
from nazorg.termijnen import NA_NIET_ERKEND, blijft_lopen
from planvanaanpak.models import Voorziening
from planvanaanpak.opbouw import bezwaar_tot


@dataclass(frozen=True, kw_only=True)
class Einde:
    """What the end of the support brings about. Without nazorg there are no contacts and the dossier closes."""

    met_nazorg: bool
    bezwaar_tot: date
    contacten: tuple[date, ...]
    nazorg_tot: date | None
    stoppen: tuple[str, ...]
    doorlopend: tuple[Voorziening, ...]
    brief: str
    brief_nazorg: str


def kijk_vooruit(*, dossier: Dossier, grond: str, datum: date, toelichting: str, nazorg_gewenst: bool) -> Einde:
    """Say what `beeindigen` would do with the same answers; it saves nothing."""
    regels = regels_van(dossier)
    met_nazorg = kan_nazorg_geven(grond, regels, Status(dossier.status)) and nazorg_gewenst
    doorlopend = list_doorlopend(dossier, datum)
    contacten, nazorg_tot = _nazorgdagen(dossier, datum) if met_nazorg else ((), None)
    return Einde(
        met_nazorg=met_nazorg,
        bezwaar_tot=bezwaar_tot(dossier, datum),
        contacten=contacten,
        nazorg_tot=nazorg_tot,
        stoppen=list_stoppen(dossier, *blijft_lopen(met_nazorg), "acclimatisatie"),
        doorlopend=tuple(doorlopend),
        brief=toelichting_in_brief(toelichting, doorlopend),
        brief_nazorg=nazorg_tekst(regels) if met_nazorg else "",
    )


def _nazorgdagen(dossier: Dossier, start: date) -> tuple[tuple[date, ...], date | None]:
    """Give the last days of the contacts, and that of the nazorg itself."""
    regels, kalender = regels_van(dossier), kalender_nu()
    contact, einde = zoek_regel("nazorg_contact"), zoek_regel("nazorg_einde")
    dagen = [
        einddatum(contact, start, kalender, beleid=regels, keer=keer).einddatum
        for keer in range(1, regels.nazorg_contacten + 1)
    ]
    return tuple(dag for dag in dagen if dag), einddatum(einde, start, kalender, beleid=regels).einddatum


def list_acclimatisatieklokken(dossier: Dossier, datum_gemeld: date) -> list[Klok]:
    """Compute the two ends that follow from the day the gemeente was told."""
    regels, kalender = regels_van(dossier), kalender_nu()
    klokken = []
    for code in NA_NIET_ERKEND:
        regel = zoek_regel(code)
        berekening = einddatum(regel, datum_gemeld, kalender, beleid=regels)
        klokken.append(Klok(f"{regel.kort} ({berekening.duur})", regel.label, berekening))
    return [klok for klok in klokken if klok.berekening.einddatum]


def list_stoppen(dossier: Dossier, *behalve: str) -> tuple[str, ...]:
    """Name the open clocks with their last day, but for the rules named, from the clocks the page has fetched."""
    lopend = [t for t in dossier.termijnen.all() if t.status in (*OPEN, TermijnStatus.VERWACHT)]
    return tuple(
        f"{zoek_regel(t.regel).kort} (tot en met {datumtekst(t.uiterste_datum)})"
        for t in sorted(lopend, key=lambda t: (t.uiterste_datum, t.pk))
        if t.regel not in behalve
    )

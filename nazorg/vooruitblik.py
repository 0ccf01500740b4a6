"""What an end or a message of UHT brings about, shown before it is recorded: with the dates and the reasons."""

from dataclasses import dataclass
from datetime import date

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.status import Status
from cases.termijnregels import Aard
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


def kijk_vooruit(
    *, dossier: Dossier, grond: str, datum: date, toelichting: str, nazorg_gewenst: bool, on: date
) -> Einde:
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
        stoppen=list_stoppen(dossier, on, behalve=(*blijft_lopen(met_nazorg), "acclimatisatie")),
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


def list_stoppen(dossier: Dossier, on: date, *, behalve: tuple[str, ...]) -> tuple[str, ...]:
    """Name the clocks that drop, but for the rules named, from the clocks the page has fetched.

    A venster that has passed is left out: nothing stops there. The times of a repeated rule are one.
    """
    per_regel: dict[str, list[Termijn]] = {}
    for termijn in sorted(dossier.termijnen.all(), key=lambda t: (t.uiterste_datum, t.pk)):
        loopt = termijn.status in (*OPEN, TermijnStatus.VERWACHT)
        voorbij = termijn.aard == Aard.VENSTER and termijn.uiterste_datum < on
        if loopt and not voorbij and termijn.regel not in behalve:
            per_regel.setdefault(termijn.regel, []).append(termijn)
    return tuple(_stopt(zoek_regel(code).kort, termijnen) for code, termijnen in per_regel.items())


def _stopt(naam: str, termijnen: list[Termijn]) -> str:
    if len(termijnen) > 1:
        return f"{naam} ({len(termijnen)} keer)"
    return f"{naam} (tot en met {datumtekst(termijnen[0].uiterste_datum)})"

"""What an end or a message of UHT brings about, shown before it is recorded: with the dates and the reasons."""

from dataclasses import dataclass
from datetime import date

from cases.actions.ingebrekeklok import REGEL as INGEBREKE
from cases.actions.ingebrekeklok import stopt_mee
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, einddatum
from cases.klokken import stand_van
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.stand import Stand
from cases.status import Status
from cases.termijnregels import Aard
from cases.termijnstatus import OPEN, TermijnStatus
from cases.vooruitblik import KomendeKlok
from config.weergave import datum as datumtekst
from nazorg.actions.toch_erkend import voorspel_klokken
from nazorg.afspraak import nazorg_tekst
from nazorg.brieftekst import toelichting_in_brief
from nazorg.bron import Doorlopend, artikel_van, list_doorlopend
from nazorg.gronden import kan_nazorg_geven
from nazorg.termijnen import blijft_lopen, klokken_na_niet_erkend
from planvanaanpak.opbouw import reken_bezwaar
from planvanaanpak.termijnen import EINDKLOKKEN


@dataclass(frozen=True, kw_only=True)
class Einde:
    """What the end of the support brings about. Without nazorg there are no contacts and the dossier closes."""

    met_nazorg: bool
    bezwaar_tot: date
    contacten: tuple[date, ...]
    nazorg_tot: date | None
    stoppen: tuple[str, ...]
    doorlopend: tuple[Doorlopend, ...]
    brief: str
    brief_nazorg: str
    # The article that the letter names for this grond alone; empty when there is none.
    artikel: str
    # The explanation of each day above: what it is about, and its sum.
    uitleg: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


def kijk_vooruit(
    *, dossier: Dossier, grond: str, datum: date, toelichting: str, nazorg_gewenst: bool, on: date
) -> Einde:
    """Say what `beeindigen` would do with the same answers; it saves nothing."""
    regels = regels_van(dossier)
    met_nazorg = kan_nazorg_geven(grond, regels, Status(dossier.status)) and nazorg_gewenst
    doorlopend = list_doorlopend(dossier, datum)
    bezwaar, nazorg = reken_bezwaar(dossier, datum), _reken_nazorg(dossier, datum) if met_nazorg else ()
    assert bezwaar.einddatum is not None, "de bezwaartermijn staat in de wet en kan niet uit"
    nazorg_tot = nazorg[-1][1].einddatum if nazorg else None
    contacten = tuple(dag for _, berekening in nazorg[:-1] if (dag := berekening.einddatum))
    return Einde(
        met_nazorg=met_nazorg,
        bezwaar_tot=bezwaar.einddatum,
        contacten=contacten,
        nazorg_tot=nazorg_tot,
        uitleg=tuple(
            (over, berekening.uitleg)
            for over, berekening in (("van het bezwaar", bezwaar), *nazorg)
            if berekening.einddatum
        ),
        stoppen=list_stoppen(dossier, on, behalve=(*blijft_lopen(met_nazorg), *EINDKLOKKEN)),
        doorlopend=tuple(doorlopend),
        brief=toelichting_in_brief(toelichting, doorlopend),
        brief_nazorg=nazorg_tekst(regels, datum, nazorg_tot) if met_nazorg else "",
        artikel=artikel_van(dossier, grond),
    )


def _reken_nazorg(dossier: Dossier, start: date) -> tuple[tuple[str, Berekening], ...]:
    """Count the contacts and then the nazorg itself, each with what it is about."""
    regels, kalender = regels_van(dossier), kalender_nu()
    contact, einde = zoek_regel("nazorg_contact"), zoek_regel("nazorg_einde")
    contacten = (
        (f"van contact {keer}", einddatum(contact, start, kalender, beleid=regels, keer=keer))
        for keer in range(1, regels.nazorg_contacten + 1)
    )
    return (*contacten, ("van het einde van de nazorg", einddatum(einde, start, kalender, beleid=regels)))


def list_acclimatisatieklokken(dossier: Dossier, datum_gemeld: date) -> list[KomendeKlok]:
    """Compute the two ends that follow from the day the gemeente was told."""
    regels, kalender = regels_van(dossier), kalender_nu()
    klokken = []
    for code in klokken_na_niet_erkend(dossier.status == Status.NAZORG):
        regel = zoek_regel(code)
        berekening = einddatum(regel, datum_gemeld, kalender, beleid=regels)
        klokken.append(KomendeKlok(regel.code, f"{regel.kort} ({berekening.duur})", regel.label, berekening))
    return [klok for klok in klokken if klok.berekening.einddatum]


def list_hervatklokken(dossier: Dossier, on: date) -> list[tuple[str, Termijn, Stand]]:
    """Give the clocks that run again when the support is taken up, each with how it then stands."""
    klokken = sorted(voorspel_klokken(dossier.acclimatisatie, on), key=lambda t: (t.uiterste_datum, t.pk))
    return [(zoek_regel(termijn.regel).kort, termijn, stand_van(termijn, on)) for termijn in klokken]


def list_stoppen(dossier: Dossier, on: date, *, behalve: tuple[str, ...]) -> tuple[str, ...]:
    """Name the clocks that drop, but for the rules named, from the clocks the page has fetched.

    A venster that has passed is left out: nothing stops there. The times of a repeated rule are one. An
    ingebrekestelling drops with the clock that it is about.
    """
    per_regel: dict[str, list[Termijn]] = {}
    mee = stopt_mee(dossier, behalve) if any(t.regel == INGEBREKE for t in dossier.termijnen.all()) else set()
    for termijn in sorted(dossier.termijnen.all(), key=lambda t: (t.uiterste_datum, t.pk)):
        loopt = termijn.status in (*OPEN, TermijnStatus.VERWACHT)
        voorbij = termijn.aard == Aard.VENSTER and termijn.uiterste_datum < on
        blijft = termijn.aanleiding not in mee if termijn.regel == INGEBREKE else termijn.regel in behalve
        if loopt and not voorbij and not blijft:
            per_regel.setdefault(termijn.regel, []).append(termijn)
    return tuple(_stopt(zoek_regel(code).kort, termijnen) for code, termijnen in per_regel.items())


def _stopt(naam: str, termijnen: list[Termijn]) -> str:
    if len(termijnen) > 1:
        return f"{naam} ({len(termijnen)} keer)"
    return f"{naam} (tot en met {datumtekst(termijnen[0].uiterste_datum)})"

"""Short ways to build facts and rules for the tests of the SPUK engine."""

from datetime import date
from decimal import Decimal

from spuk.componenten import Component, Wijze
from spuk.doorrekening import Doorrekening, compute_doorrekening
from spuk.feiten import Contact, Driegesprek, Kosten, Plan, Telling
from spuk.keuze import Keuze
from spuk.regels import SpukRegels

NORM = SpukRegels(Keuze(Wijze.NORM, Wijze.NORM))
WERKELIJK = SpukRegels(Keuze(Wijze.WERKELIJK, Wijze.WERKELIJK))
SWITCH_2023 = SpukRegels(Keuze(Wijze.NORM, Wijze.NORM, switch_abdf=2023))
SWITCH_2024 = SpukRegels(Keuze(Wijze.NORM, Wijze.NORM, switch_abdf=2024))


def dag(tekst):
    return date.fromisoformat(tekst) if tekst else None


def contact(gezin, datum, bron=None):
    return Contact(gezin, dag(datum), bron)


def plan(nummer, persoon, vastgesteld, akkoord, *, bewijs=True, nazorg=None, gezin=None, bron=None):
    return Plan(nummer, persoon, gezin, dag(vastgesteld), dag(akkoord), bewijs, dag(nazorg), bron)


def gesprek(persoon, datum, *, derde=True, bron=None):
    return Driegesprek(persoon, dag(datum), derde, bron)


def kosten(component, datum, netto, **velden):
    return Kosten(Component(component), dag(datum), Decimal(netto), **velden)


def telling(jaar, aantal, peildatum=None, herkomst="UHT-lijst", bron=None):
    return Telling(jaar, aantal, dag(peildatum or f"{jaar}-12-31"), herkomst, bron)


def reken(jaar, feiten, regels=NORM) -> Doorrekening:
    return compute_doorrekening(jaar, feiten, regels)


def aantallen(feiten, regels, component, jaren=range(2020, 2028)):
    """Give the counted numbers per year, years without any left out."""
    per_jaar = {jaar: reken(jaar, feiten, regels).totaal[Component(component)].aantal for jaar in jaren}
    return {jaar: aantal for jaar, aantal in per_jaar.items() if aantal}


def redenen(feiten, regels, component):
    """Give why each row of a component counts or not, in the order of the rows."""
    return [str(regel.reden) for regel in reken(2026, feiten, regels).telregels if regel.component == component]


def codes(doorrekening):
    return {controle.code: (str(controle.ernst), controle.aantal) for controle in doorrekening.controles}

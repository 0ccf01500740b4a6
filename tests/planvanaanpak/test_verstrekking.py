"""How far a toegekende voorziening is, and what can still be written down."""

from datetime import date
from decimal import Decimal

import pytest

from planvanaanpak.verstrekking import BESTELD, GEBRUIKT, GELEVERD, GESTOPT, Verstrekstap, keur_stap, stand_van

MEI, JUNI = date(2026, 5, 4), date(2026, 6, 1)


def stap(soort, datum=MEI, *, aantal="0", reden=""):
    return Verstrekstap(soort=soort, datum=datum, aantal=Decimal(aantal), reden=reden)


def stand(*stappen, aantal="1", vanaf=None, tot=None, on=JUNI):
    return stand_van(stappen, aantal=Decimal(aantal), vanaf=vanaf, tot=tot, on=on)


TWEE = (stap(GEBRUIKT, aantal="1"), stap(GEBRUIKT, date(2026, 5, 11), aantal="1"))


@pytest.mark.parametrize(
    ("wat", "teken", "woorden", "loopt_nog"),
    [
        (stand(), "loopt", "nog te leveren", True),
        (stand(stap(BESTELD)), "loopt", "besteld op 4 mei 2026", True),
        (stand(stap(BESTELD), stap(GELEVERD, JUNI)), "gehaald", "geleverd op 1 juni 2026", False),
        (stand(*TWEE, aantal="3"), "loopt", "2 van 3 gebruikt", True),
        (stand(*TWEE, aantal="2"), "gehaald", "2 van 2 gebruikt", False),
        (stand(stap(GEBRUIKT, aantal="1.5"), aantal="7.5"), "loopt", "1,5 van 7,5 gebruikt", True),
        (stand(*TWEE, aantal="3", tot=date(2026, 5, 31)), "voorbij", "2 van 3 gebruikt, looptijd voorbij", False),
        (stand(*TWEE, aantal="3", tot=JUNI), "loopt", "2 van 3 gebruikt", True),
        (stand(stap(GESTOPT, reden="Verhuisd")), "voorbij", "gestopt op 4 mei 2026", False),
        (
            stand(*TWEE, stap(GESTOPT, JUNI, reden="x"), aantal="3"),
            "voorbij", "gestopt op 1 juni 2026, 2 van 3 gebruikt", False,
        ),
        (stand(vanaf=MEI, tot=date(2029, 5, 3)), "loopt", "loopt", True),
        (stand(vanaf=date(2026, 6, 2)), "loopt", "begint op 2 juni 2026", True),
        (stand(tot=date(2026, 5, 31)), "voorbij", "looptijd voorbij", False),
    ],
    ids=[
        "nieuw", "besteld", "geleverd", "twee van drie", "op", "uren", "voorbij met rest", "laatste dag", "gestopt",
        "gestopt met deel", "langer dan twee jaar", "begint morgen", "gisteren voorbij",
    ],
)  # fmt: skip
def test_stand_in_words(wat, teken, woorden, loopt_nog):
    assert (wat.teken, wat.woorden, wat.loopt_nog) == (teken, woorden, loopt_nog)


@pytest.mark.parametrize(
    ("wat", "eenheid", "nog"),
    [
        (stand(), "", "nog te leveren"),
        (stand(stap(BESTELD)), "", "besteld op 4 mei 2026, nog te leveren"),
        (stand(stap(BESTELD), stap(GELEVERD, JUNI)), "", ""),
        (stand(*TWEE, aantal="12"), "", "nog 10 van 12 keer"),
        (stand(*TWEE, aantal="12", tot=JUNI), "gesprekken", "nog 10 van 12 gesprekken, tot en met 1 juni 2026"),
        (stand(*TWEE, aantal="2", tot=date(2026, 12, 31)), "", ""),
        (stand(stap(GESTOPT, reden="Verhuisd"), tot=date(2026, 12, 31)), "", ""),
        (stand(vanaf=MEI, tot=date(2029, 5, 3)), "", "tot en met 3 mei 2029"),
        (stand(vanaf=MEI), "", "zonder einddatum"),
        (stand(tot=date(2026, 5, 31)), "", ""),
    ],
    ids=[
        "nieuw", "besteld", "geleverd", "deel gebruikt", "deel gebruikt tot een dag", "op voor de einddag", "gestopt",
        "langer dan twee jaar", "zonder einde", "gisteren voorbij",
    ],
)  # fmt: skip
def test_what_is_still_to_come_in_words(wat, eenheid, nog):
    assert wat.nog(eenheid) == nog
    assert bool(nog) == wat.loopt_nog


@pytest.mark.parametrize(
    ("nieuw", "voor", "melding"),
    [
        (stap(BESTELD), stand(), ""),
        (stap(GELEVERD), stand(stap(BESTELD)), ""),
        (stap(GEBRUIKT, aantal="1"), stand(*TWEE, aantal="3"), ""),
        (stap(GESTOPT, reden="Verhuisd"), stand(), ""),
        (
            stap(GEBRUIKT, aantal="2"),
            stand(*TWEE, aantal="3"),
            "Toegekend: 3, gebruikt: 2. Over: 1. Vul niet meer in dan dat.",
        ),
        (stap(GEBRUIKT), stand(aantal="3"), "Vul in hoeveel er is gebruikt."),
        (stap(GESTOPT, reden=" "), stand(), "Schrijf op waarom deze voorziening stopt."),
        (
            stap(GELEVERD),
            stand(stap(GELEVERD)),
            "Dit is al geleverd op 4 mei 2026. Klopt dat niet? Haal dat eerst weg.",
        ),
        (
            stap(GEBRUIKT, aantal="1"),
            stand(stap(GESTOPT, reden="x"), aantal="3"),
            "Deze voorziening is gestopt op 4 mei 2026. Klopt dat niet? Haal dat eerst weg.",
        ),
    ],
    ids=[
        "bestellen", "leveren", "derde", "stoppen", "vierde", "niets gebruikt", "zonder reden", "tweede levering",
        "na het stoppen",
    ],
)  # fmt: skip
def test_what_can_be_written_down(nieuw, voor, melding):
    assert keur_stap(nieuw, voor) == melding

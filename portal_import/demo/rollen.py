"""Which road an invented dossier walks and how far it gets: every status, every colour of deadline."""

from collections.abc import Callable
from datetime import timedelta

from cases.actions.aanmelden import uht_status_vastleggen
from cases.keuzes import UhtStatus
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from portal_import.demo.levering import moment
from portal_import.demo.weg import Weg

Rol = Callable[[Weg], None]


def nieuw(weg: Weg) -> None:
    """Just arrived, nobody assigned."""


def net_toegewezen(weg: Weg) -> None:
    weg.toewijzen(1)


def niet_bereikt(weg: Weg) -> None:
    weg.toewijzen(1)
    weg.bellen(1, bereikt=False)
    weg.bellen(2, bereikt=False)


def wacht_op_uht(weg: Weg) -> None:
    weg.toewijzen(1)
    weg.bellen(1)
    weg.vragen(1)


def geverifieerd(weg: Weg) -> None:
    weg.toewijzen(1)
    weg.bellen(2)
    weg.verifieren()


def gesproken(weg: Weg) -> None:
    geverifieerd(weg)
    weg.eerste_gesprek()


def plan_begonnen(weg: Weg) -> None:
    gesproken(weg)
    weg.plan(volledig=False)


def plan_klaar(weg: Weg) -> None:
    gesproken(weg)
    weg.plan()
    weg.akkoord()


def in_uitvoering(weg: Weg) -> None:
    plan_klaar(weg)
    weg.verslag_toevoegen()
    weg.vaststellen()


def te_laat_vastgesteld(weg: Weg) -> None:
    gesproken(weg)
    weg.plan(40)
    weg.akkoord(12)
    weg.vaststellen(15, verzonden_na=2)
    weg.betalen(0.6)


def net_vastgesteld(weg: Weg) -> None:
    plan_klaar(weg)
    weg.vaststellen(2, verzonden_na=None)


def met_kosten(weg: Weg) -> None:
    in_uitvoering(weg)
    weg.betalen()
    weg.bellen(40, tekst="Gevraagd hoe het gaat met de spullen en de coach. Alles is geleverd.")
    weg.doelen(60, alle=False)


def met_addendum(weg: Weg) -> None:
    in_uitvoering(weg)
    weg.betalen(0.8)
    weg.driegesprek()
    weg.aanvullen()


def doelen_behaald(weg: Weg) -> None:
    in_uitvoering(weg)
    weg.betalen()
    weg.doelen(150)


def in_nazorg(weg: Weg) -> None:
    doelen_behaald(weg)
    weg.beeindigen()
    weg.nazorgcontacten(weg.tot - timedelta(days=20))


def nazorg_te_laat(weg: Weg) -> None:
    doelen_behaald(weg)
    weg.beeindigen()


def afgesloten(weg: Weg) -> None:
    in_nazorg(weg)
    weg.afsluiten()


def verhuisd(weg: Weg) -> None:
    in_uitvoering(weg)
    weg.betalen(0.5)
    weg.beeindigen(50, grond="verhuizing", nazorg=False, tekst="U bent verhuisd. Uw nieuwe gemeente neemt het over.")


def acclimatisatie(weg: Weg) -> None:
    in_uitvoering(weg)
    weg.betalen(0.4)
    gemeld = weg.verder(30)
    uht_status_vastleggen(
        dossier=weg.dossier,
        status=UhtStatus.NIET_ERKEND,
        datum_feit=gemeld,
        datum_gemeld=gemeld,
        bron="Gegevensportaal",
        by=None,
        at=moment(gemeld, 8),
        on=gemeld,
    )
    acclimatisatie_starten(dossier=weg.dossier, datum_gemeld=gemeld, by=None, at=moment(gemeld, 8), on=gemeld)


def niet_erkend_beeindigd(weg: Weg) -> None:
    acclimatisatie(weg)
    weg.beeindigen(
        20, grond="niet_erkend", nazorg=False, tekst="UHT erkent u niet als gedupeerde. Daarom stopt de ondersteuning."
    )


# The road, the days before the demo's day that it begins, and how many of 60 dossiers walk it. Together 57; the last
# three arrive as niet erkend.
ROLLEN: tuple[tuple[Rol, tuple[int, int], int], ...] = (
    (nieuw, (1, 6), 3),
    (nieuw, (16, 20), 1),
    (net_toegewezen, (3, 6), 2),
    (niet_bereikt, (4, 13), 2),
    (wacht_op_uht, (5, 9), 1),
    (geverifieerd, (10, 25), 3),
    (geverifieerd, (70, 80), 1),
    (gesproken, (30, 45), 3),
    (plan_begonnen, (45, 66), 4),
    (plan_begonnen, (80, 88), 2),
    (plan_klaar, (60, 70), 3),
    (net_vastgesteld, (50, 60), 2),
    (in_uitvoering, (90, 180), 3),
    (met_kosten, (190, 330), 5),
    (te_laat_vastgesteld, (150, 380), 2),
    (met_addendum, (230, 700), 5),
    (doelen_behaald, (320, 420), 2),
    (acclimatisatie, (75, 92), 2),
    (acclimatisatie, (110, 125), 1),
    (niet_erkend_beeindigd, (200, 500), 2),
    (in_nazorg, (420, 950), 4),
    (nazorg_te_laat, (480, 520), 1),
    (afgesloten, (800, 1000), 2),
    (verhuisd, (300, 700), 1),
)

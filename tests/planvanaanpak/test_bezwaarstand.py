"""Where a bezwaar is on its road: its badge says what the checklist still asks; and who may excuse a late one."""

from datetime import date

import pytest

from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from planvanaanpak.actions.bezwaar import verschoonbaarheid_beslissen
from planvanaanpak.bezwaarbron import feiten_van, stand_van_bezwaar
from planvanaanpak.bezwaarregels import nodig
from planvanaanpak.models import Bezwaar
from tests.factories import LidmaatschapFactory, maak_user, moment
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.beoordeling import mandateer
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, ZITTING
from tests.tabellen import alles

LAAT = date(2026, 6, 12)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@pytest.fixture
def jurist(gemeente):
    return maak_user(Rol.COORDINATOR, gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")


def nieuw(besluit, by):
    stappen.maak_bezwaar(stappen.verstuur(besluit, by), by)


def bevestigd(besluit, by):
    stappen.bevestig(stappen.maak_bezwaar(stappen.verstuur(besluit, by), by), by)


def niet_verstuurd(besluit, by):
    stappen.bevestig(stappen.maak_bezwaar(besluit, by), by)


def te_laat(besluit, by):
    stappen.bevestig(stappen.maak_bezwaar(stappen.verstuur(besluit, by), by, on=LAAT), by, LAAT)


def zitting_gepland(besluit, by):
    bevestigd(besluit, by)
    stappen.plan_zitting(Bezwaar.objects.get(), by)


def zonder_verslag(besluit, by):
    zitting_gepland(besluit, by)
    stappen.houd_zitting(Bezwaar.objects.get(), by, verslag="")


def zonder_advies(besluit, by):
    bezwaar = stappen.maak_bezwaar(stappen.verstuur(besluit, by), by, commissie=True)
    stappen.maak_klaar(bezwaar, by)


def zonder_gronden(besluit, by):
    tot = date(2026, 5, 26)
    bezwaar = stappen.maak_bezwaar(stappen.verstuur(besluit, by), by, gronden="", aanvullen_tot=tot)
    stappen.maak_klaar(bezwaar, by)


def klaar(besluit, by):
    zitting_gepland(besluit, by)
    stappen.houd_zitting(Bezwaar.objects.get(), by)


@pytest.mark.parametrize(
    ("ga_naar", "woorden"),
    [
        (nieuw, "ontvangst bevestigen"),
        (niet_verstuurd, "besluit nog niet verstuurd"),
        (te_laat, "te laat: verschoonbaar?"),
        (bevestigd, "horen"),
        (zitting_gepland, "hoorzitting op di 9 jun 2026"),
        (zonder_verslag, "verslag vastleggen"),
        (zonder_advies, "wacht op advies"),
        (zonder_gronden, "geen gronden gekregen, klaar om te beslissen"),
        (klaar, "klaar om te beslissen"),
    ],
    ids=lambda waarde: getattr(waarde, "__name__", ""),
)
def test_badge_says_what_the_checklist_asks_first(besluit, consulent, ga_naar, woorden):
    ga_naar(besluit, consulent)
    bezwaar = Bezwaar.objects.met_delen().get()

    assert stand_van_bezwaar(bezwaar, BESLOTEN).woorden == woorden
    is_klaar = all(punt.klaar for punt in nodig(feiten_van(bezwaar), BESLOTEN))
    assert is_klaar is woorden.endswith("klaar om te beslissen")


def test_badge_asks_nothing_beside_what_the_list_fetched(besluit, consulent, django_assert_num_queries):
    klaar(besluit, consulent)
    (bezwaar,) = Bezwaar.objects.met_delen()

    with django_assert_num_queries(0):
        stand_van_bezwaar(bezwaar, ZITTING)


def verschoon(by, at=LAAT):
    return verschoonbaarheid_beslissen(
        bezwaar=Bezwaar.objects.get(), verschoonbaar=True, reden="U lag in het ziekenhuis.", by=by, at=moment(at)
    )


def extern(gemeente):
    user = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=user, gemeente=gemeente, rol=Rol.COORDINATOR)
    return user


@pytest.mark.parametrize(
    ("wie", "zin"),
    [
        (extern, r"Wht artikel 2\.21 lid 5"),
        (lambda gemeente: maak_user(Rol.FINANCIEEL, gemeente), "Uw rol mag geen besluiten vaststellen"),
    ],
    ids=["extern", "financieel"],
)
def test_who_may_not_decide_excuses_no_late_bezwaar(besluit, consulent, gemeente, wie, zin):
    te_laat(besluit, consulent)
    user = wie(gemeente)
    voor = alles()

    with pytest.raises(ActieFout, match=zin):
        verschoon(user)

    assert alles() == voor


def test_excusing_takes_a_mandate_for_the_besluit_op_bezwaar(besluit, consulent, jurist, gemeente, beheerder):
    te_laat(besluit, consulent)
    mandateer(gemeente, beheerder, soort="toekenning", rol="coordinator")

    with pytest.raises(ActieFout, match="U heeft geen mandaat voor dit soort besluit"):
        verschoon(jurist)

    mandateer(gemeente, beheerder, soort="besluit_op_bezwaar", rol="coordinator")
    assert verschoon(jurist).verschoonbaar is True

"""Who may decide what, up to which amount (Awb art. 10:3; Wht art. 2.21 lid 5)."""

from datetime import date
from decimal import Decimal

import pytest

from planvanaanpak.mandaatregels import NOOIT_EXTERN, Beslisser, Mandaatregel, Oordeel, beoordeel, wie_wel

ON, BEGIN = date(2026, 6, 1), date(2026, 1, 1)
JOLANDA, KARIMA = 1, 2
GEEN = "U heeft geen mandaat voor dit soort besluit."
TE_HOOG = "Dit bedrag is hoger dan uw mandaat."


def regel(**velden):
    return Mandaatregel(**{"vanaf": BEGIN, "bron": "onderdeel 7.3", **velden})


ALLEEN = regel(rol="consulent", tot_bedrag=Decimal("2500.00"), bron="7.3")
SAMEN = regel(rol="consulent", tot_bedrag=Decimal("10000.00"), vier_ogen=True, bron="7.4")
COORDINATOR = regel(rol="coordinator", bron="7.1")
REGISTER = [ALLEEN, SAMEN, COORDINATOR]


def wie(*rollen, pk=JOLANDA, mag=True):
    return Beslisser(pk=pk, rollen=frozenset(rollen), mag=mag)


def oordeel(register, *, bedrag="0.00", soort="toekenning", door=None, on=ON):
    return beoordeel(register, soort=soort, bedrag=Decimal(bedrag), wie=door or wie("consulent"), on=on)


@pytest.mark.parametrize(
    ("bedrag", "verwacht"),
    [
        pytest.param("0.00", (True, False, "7.3"), id="nothing granted"),
        pytest.param("2499.99", (True, False, "7.3"), id="below"),
        pytest.param("2500.00", (True, False, "7.3"), id="the amount itself"),
        pytest.param("2500.01", (True, True, "7.4"), id="a cent more: with a colleague"),
        pytest.param("10000.00", (True, True, "7.4"), id="the amount itself, with a colleague"),
        pytest.param("10000.01", (False, False, ""), id="a cent more: not at all"),
    ],
)
def test_amount_of_a_mandate_is_its_last(bedrag, verwacht):
    gegeven = oordeel(REGISTER, bedrag=bedrag)

    assert (gegeven.mag, gegeven.vier_ogen, gegeven.bron) == verwacht


def test_who_asks_too_much_hears_up_to_what():
    assert oordeel(REGISTER, bedrag="10000.01") == Oordeel(mag=False, reden=TE_HOOG, hoogstens=Decimal("10000.00"))


@pytest.mark.parametrize(
    ("vanaf", "tot", "on", "mag"),
    [
        pytest.param(date(2026, 6, 1), None, date(2026, 6, 1), True, id="its first day"),
        pytest.param(date(2026, 1, 1), date(2026, 6, 1), date(2026, 6, 1), True, id="its last day"),
        pytest.param(date(2026, 1, 1), date(2026, 5, 31), date(2026, 6, 1), False, id="the day after"),
        pytest.param(date(2024, 2, 29), date(2024, 2, 29), date(2024, 2, 29), True, id="a leap day"),
        pytest.param(date(2026, 6, 2), None, date(2026, 6, 1), True, id="no row has begun: the role decides"),
    ],
)
def test_mandate_holds_on_its_days(vanaf, tot, on, mag):
    assert oordeel([regel(rol="consulent", vanaf=vanaf, tot=tot)], on=on).mag is mag


def test_later_row_does_not_stand_in_for_one_that_ended():
    register = [
        regel(rol="consulent", tot=date(2026, 5, 31)),
        regel(rol="consulent", vanaf=date(2026, 6, 2)),
    ]

    assert oordeel(register) == Oordeel(mag=False, reden=GEEN)


@pytest.mark.parametrize(
    ("soort", "mag"),
    [("toekenning", True), ("addendum", False), ("besluit_op_bezwaar", False)],
)
def test_mandate_of_a_kind_is_for_that_kind_only(soort, mag):
    assert oordeel([regel(rol="consulent", soort="toekenning")], soort=soort).mag is mag


@pytest.mark.parametrize(
    ("register", "door", "verwacht"),
    [
        pytest.param([], wie("consulent"), Oordeel(mag=True), id="no register: as the role says"),
        pytest.param([COORDINATOR], wie("consulent"), Oordeel(mag=False, reden=GEEN), id="of another role"),
        pytest.param(
            [COORDINATOR], wie("coordinator"), Oordeel(mag=True, bron="7.1", rol="coordinator"), id="of this role"
        ),
        pytest.param(
            [regel(gebruiker=KARIMA, bron="x")],
            wie("consulent", pk=KARIMA),
            Oordeel(mag=True, bron="x"),
            id="of this person",
        ),
        pytest.param(
            [regel(gebruiker=KARIMA)], wie("consulent", pk=JOLANDA), Oordeel(mag=False, reden=GEEN), id="of another"
        ),
        pytest.param(
            [SAMEN, regel(gebruiker=JOLANDA, bron="eigen")],
            wie("consulent"),
            Oordeel(mag=True, bron="eigen"),
            id="alone goes before with a colleague",
        ),
        pytest.param(
            [regel(rol="consulent", bron="rol"), regel(gebruiker=JOLANDA, bron="eigen")],
            wie("consulent"),
            Oordeel(mag=True, bron="eigen"),
            id="of a person goes before of a role",
        ),
        pytest.param(
            [regel(gebruiker=JOLANDA, bron="college", college_beslist=True)],
            wie("consulent"),
            Oordeel(mag=True, bron="college", college_beslist=True),
            id="signing for the college",
        ),
        pytest.param(
            [regel(gebruiker=JOLANDA, bron="college", college_beslist=True), SAMEN],
            wie("consulent"),
            Oordeel(mag=True, vier_ogen=True, bron=SAMEN.bron, hoogstens=SAMEN.tot_bedrag, rol=SAMEN.rol),
            id="one's own mandate goes before signing for the college",
        ),
    ],
)
def test_register_names_who_may(register, door, verwacht):
    assert oordeel(register, door=door) == verwacht


@pytest.mark.parametrize("register", [[], REGISTER, [regel(gebruiker=JOLANDA)]], ids=["empty", "roles", "person"])
def test_externe_hulpverlener_never_decides_whatever_other_role(register):
    door = wie("consulent", "coordinator", "externe_hulpverlener")

    assert oordeel(register, door=door) == Oordeel(mag=False, reden=NOOIT_EXTERN)


@pytest.mark.parametrize("register", [[], [regel(gebruiker=JOLANDA)]], ids=["empty", "person"])
def test_mandate_does_not_make_a_role_that_decides(register):
    assert oordeel(register, door=wie("financieel", mag=False)).mag is False


def test_rows_to_ask_cover_kind_amount_and_day():
    register = [*REGISTER, regel(rol="coordinator", tot=date(2026, 5, 1)), regel(rol="coordinator", soort="addendum")]

    assert wie_wel(register, soort="toekenning", bedrag=Decimal("12000"), on=ON) == [COORDINATOR]

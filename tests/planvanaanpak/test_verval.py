"""A voorziening that lapses from a later day holds until then: delivered, used, listed and paid (decision 1181)."""

from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.utils.html import strip_tags

from cases.actions.basis import ActieFout
from cases.models import Dossier
from nazorg.bron import list_doorlopend
from planvanaanpak.actions.herziening import te_herzien
from planvanaanpak.actions.verstrekking import stand_op, verstrekking_intrekken
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from planvanaanpak.registraties import Voorzieningen
from planvanaanpak.verstrekking import BESTELD, GEBRUIKT, GELEVERD, Verstrekstap
from planvanaanpak.verval import laatste_dag, nagekomen
from planvanaanpak.vervalbron import Verval, gold, telt, verval_van
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.besluitstappen import VERSTUURD, regel
from tests.planvanaanpak.paginas import fouten, url
from tests.planvanaanpak.voorzieningstappen import lever
from tests.tabellen import alles

ON, EIND, INGANG = date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1)
BESLUIT, NUL = date(2026, 4, 20), Decimal("0.00")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("ingang", "vanaf", "tot"),
    [
        pytest.param(INGANG, None, EIND, id="later"),
        pytest.param(INGANG, EIND, EIND, id="began-on-the-last-day"),
        pytest.param(INGANG, INGANG, None, id="would-begin-then"),
        pytest.param(BESLUIT, None, None, id="from-its-first-day"),
        pytest.param(date(2026, 4, 21), None, BESLUIT, id="one-day"),
    ],
)
def test_last_day(ingang, vanaf, tot):
    assert laatste_dag(ingang, besluit=BESLUIT, vanaf=vanaf) == tot


def stap(soort, datum=EIND, aantal="0"):
    return Verstrekstap(soort=soort, datum=datum, aantal=Decimal(aantal))


@pytest.mark.parametrize(
    ("stappen_", "telt_"),
    [
        pytest.param([], "0.00", id="nothing"),
        pytest.param([stap(BESTELD)], "0.00", id="ordered"),
        pytest.param([stap(GEBRUIKT, aantal="2")], "66.67", id="two-of-three"),
        pytest.param([stap(GEBRUIKT, aantal="2"), stap(GEBRUIKT, INGANG, "1")], "66.67", id="one-after"),
        pytest.param([stap(GEBRUIKT, aantal="3")], "100.00", id="all"),
        pytest.param([stap(GELEVERD)], "100.00", id="delivered"),
        pytest.param([stap(GELEVERD, INGANG)], "0.00", id="delivered-after"),
    ],
)
def test_what_counts_of_an_amount(stappen_, telt_):
    assert nagekomen(Decimal("100.00"), Decimal(3), stappen_, EIND) == Decimal(telt_)


@halte
def coach(verstuurd):
    """Give three gesprekken of EUR 600."""
    Voorziening.objects.filter(besluit=verstuurd, soort="immaterieel").update(
        aantal=3, eenheid="gesprekken", eenheidsprijs=600, looptijd_vanaf=VERSTUURD, looptijd_tot=date(2027, 4, 19)
    )
    return verstuurd.voorzieningen.get(soort="immaterieel")


@halte
def koelkast(verstuurd):
    return verstuurd.voorzieningen.get(omschrijving="Koelkast")


def laat_vervallen(voorziening, by, ingang=INGANG, on=ON):
    stappen.herzie(voorziening.besluit, [regel(voorziening, "vervalt")], by, ingang=ingang, on=on)
    return Voorziening.objects.get(pk=voorziening.pk)


def test_herziening_ends_the_looptijd_on_the_day_before(coach, consulent):
    nu = laat_vervallen(coach, consulent)

    assert (nu.status, nu.looptijd_tot, nu.bedrag) == ("toegekend", EIND, Decimal("1800.00"))
    assert (verval_van(nu), gold(nu)) == (Verval(EIND), True)
    assert nu.history.first().history_change_reason == f"Herzien met {nu.herzien_met.nummer}"
    assert nu in te_herzien(nu.besluit)


@pytest.mark.parametrize("vanaf", [None, date(2026, 9, 1)], ids=["from-its-first-day", "before-it-began"])
def test_what_never_held_is_vervallen(coach, consulent, vanaf):
    if vanaf:
        Voorziening.objects.filter(pk=coach.pk).update(looptijd_vanaf=vanaf)
    nu = laat_vervallen(coach, consulent, INGANG if vanaf else BESLUIT)

    assert (nu.status, verval_van(nu), gold(nu), telt(nu, ON)) == ("vervallen", Verval(None), False, NUL)


def test_herziening_refuses_a_day_on_which_it_is_over_already(coach, consulent):
    Voorziening.objects.filter(pk=coach.pk).update(looptijd_tot=EIND)

    with pytest.raises(ActieFout, match="Dit loopt al tot en met 31 juli 2026"):
        laat_vervallen(coach, consulent)


@contextmanager
def op(dag, client, user):
    """Stand still on a day on which a user logged in."""
    with time_machine.travel(datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(user)
        yield client


def test_another_amount_from_a_later_day_is_refused_at_its_field(client, koelkast, consulent):
    with op(ON, client, consulent) as pagina:
        ander = {f"wat_{v.pk}": "blijft" for v in te_herzien(koelkast.besluit)}
        velden = {
            "toelichting": "Nieuwe feiten.", "zienswijze": "Goed.", "ingang": "2026-08-01", "datum": "2026-07-01",
            "gelezen": "on", **ander, f"wat_{koelkast.pk}": "anders", f"bedrag_{koelkast.pk}": "100,00",
            f"motivering_{koelkast.pk}": "Goedkoper.",
        }  # fmt: skip
        pad = url("besluit_herzien", koelkast.besluit.nummer)
        stempel = pagina.get(pad).context["form"].initial["stempel"]
        antwoord = pagina.post(pad, velden | {"stempel": stempel})

    assert list(fouten(antwoord.context["form"])) == [f"bedrag_{koelkast.pk}"]
    assert "Een ander bedrag geldt meteen" in antwoord.text
    assert Besluit.objects.count() == 1


def test_what_was_used_until_then_is_written_down_and_nothing_after(coach, consulent):
    nu = laat_vervallen(coach, consulent)
    rij = lever(nu, consulent, EIND, "gebruikt", aantal="2", on=date(2026, 8, 3))
    voor = alles()

    with pytest.raises(ActieFout, match="gold tot en met 31 juli 2026"):
        lever(nu, consulent, INGANG, "gebruikt", aantal="1")

    assert alles() == voor
    assert stand_op(nu, EIND).woorden == "2 van 3 gebruikt"
    assert stand_op(nu, INGANG).woorden == "gold tot en met 31 juli 2026, 2 van 3 gebruikt"
    assert [doorlopend.voorziening for doorlopend in list_doorlopend(nu.plan.dossier, INGANG)] == [
        nu.besluit.voorzieningen.get(omschrijving="Koelkast")
    ]
    verstrekking_intrekken(verstrekking=rij, reden="Vergissing", by=consulent, at=rij.vastgelegd_op)
    assert stand_op(nu, INGANG).woorden == "gold tot en met 31 juli 2026, niets vastgelegd als geleverd of gebruikt"


def eerder_vervallen(voorziening):
    """Make it as a herziening left it before its day was followed."""
    Voorziening.objects.filter(pk=voorziening.pk).update(status="vervallen", looptijd_tot=date(2027, 4, 19))
    return Voorziening.objects.get(pk=voorziening.pk)


@pytest.mark.parametrize("hoe", [lambda v: v, eerder_vervallen], ids=["now", "before"])
def test_list_says_until_when_it_held_and_counts_what_was_used(client, coach, koelkast, consulent, hoe):
    nu = hoe(laat_vervallen(coach, consulent))
    lever(nu, consulent, EIND, "gebruikt", aantal="2")

    with op(EIND, client, consulent) as pagina:
        stil = pagina.get(url("toegekend", nu.plan.dossier.nummer)).context
    with op(INGANG, client, consulent) as pagina:
        antwoord = pagina.get(url("toegekend", nu.plan.dossier.nummer))
        bekijken = pagina.get(url("voorziening_bekijken", nu.plan.dossier.nummer, nu.pk)).text
        leveren = pagina.get(url("verstrekking", nu.plan.dossier.nummer, nu.pk))

    assert (stil["totaal"], {rij.voorziening for rij in stil["loopt"]}) == (Decimal("2266.33"), {nu, koelkast})
    assert antwoord.context["totaal"] == Decimal("1666.33")
    assert [(rij.voorziening, rij.telt) for rij in antwoord.context["klaar"]] == [(nu, Decimal("1200.00"))]
    tekst = " ".join(strip_tags(antwoord.text).split())
    assert "gold tot en met 31 juli 2026, 2 van 3 gebruikt" in tekst
    assert "telt mee: € 1.200,00" in tekst.replace("\xa0", " ")
    assert "gold tot en met 31 juli 2026" in bekijken
    assert leveren.status_code == 200
    dossier = Dossier.objects.get(pk=nu.plan.dossier_id)
    assert Voorzieningen().context(dossier, consulent, INGANG)["toegekend"] == Decimal("1666.33")


def test_what_never_held_is_read_and_counts_nothing(pagina, coach, koelkast, consulent):
    nu = laat_vervallen(coach, consulent, BESLUIT)
    antwoord = pagina.get(url("toegekend", nu.plan.dossier.nummer))

    (rij,) = antwoord.context["klaar"]
    assert (rij.voorziening, rij.woorden, rij.telt, antwoord.context["totaal"]) == (
        nu, "vervallen", NUL, Decimal("466.33"),
    )  # fmt: skip
    assert (rij.stand.woorden, rij.stand.teken, rij.stand.loopt_nog) == ("vervallen", "voorbij", False)


@pytest.mark.parametrize("geleverd", [False, True])
def test_good_that_lapsed_undelivered_was_not_given(koelkast, consulent, geleverd):
    if geleverd:
        lever(koelkast, consulent, date(2026, 5, 4))
    laat_vervallen(koelkast, consulent)

    assert Voorziening.objects.filter(pk=koelkast.pk).gegeven().exists() is geleverd
    assert PlanVanAanpak.objects.get().voorzieningen.gegeven().count() == 1 + geleverd

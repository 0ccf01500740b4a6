"""The costs of a voorziening that lapsed: what it gave until then is found and booked, nothing after (SPR art. 3)."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from cases.actions.basis import ActieFout
from planvanaanpak.models import Voorziening
from spuk.models import Kostenregel
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.besluitstappen import regel
from tests.planvanaanpak.paginas import url
from tests.planvanaanpak.test_verval import eerder_vervallen
from tests.planvanaanpak.voorzieningstappen import lever
from tests.spuk.test_actions_kosten import PDF
from tests.spuk.test_actions_kosten import boek as boek_op
from tests.wegen import stel_vast

BESLUIT, EIND, INGANG, ON = date(2026, 4, 20), date(2026, 7, 31), date(2026, 8, 1), date(2026, 8, 20)


@halte
def coach(dossier, consulent, snelle_pdf):
    """Give three gesprekken of EUR 600, of a besluit that left."""
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=BESLUIT)
    stappen.verstuur(besluit, consulent)
    Voorziening.objects.filter(besluit=besluit, soort="immaterieel").update(
        aantal=3, eenheid="gesprekken", eenheidsprijs=600, looptijd_vanaf=BESLUIT, looptijd_tot=date(2027, 4, 19)
    )
    return besluit.voorzieningen.get(soort="immaterieel")


def laat_vervallen(voorziening, by, ingang=INGANG, hoe=lambda v: v):
    stappen.herzie(voorziening.besluit, [regel(voorziening, "vervalt")], by, ingang=ingang, on=date(2026, 7, 1))
    return hoe(Voorziening.objects.get(pk=voorziening.pk))


def boek(voorziening, by, netto, datum=ON, nummer="2026-7"):
    wat = {"netto": Decimal(netto), "btw": Decimal(0), "datum": datum, "factuurnummer": nummer, "factuur": PDF}
    with time_machine.travel(datetime(2026, 8, 20, 9, 30, tzinfo=UTC), tick=False):
        return boek_op(voorziening.plan.dossier.gemeente, voorziening, by, on=ON, **wat)


@pytest.fixture(params=[lambda v: v, eerder_vervallen], ids=["now", "before"])
def hoe(request):
    """Lapsed as it is now, and as a herziening left it before its day was followed."""
    return request.param


def test_invoice_of_what_was_used_until_then_is_booked_and_no_more(coach, consulent, financieel, hoe):
    nu = laat_vervallen(coach, consulent, hoe=hoe)
    lever(nu, consulent, EIND, "gebruikt", aantal="2", on=ON)

    boek(nu, financieel, "700.00")
    with pytest.raises(ActieFout) as fout:
        boek(nu, financieel, "500.01", nummer="2026-8")
    boek(nu, financieel, "500.00", nummer="2026-8")

    assert str(fout.value).replace("\xa0", " ") == (
        "Deze voorziening gold tot en met 31 juli 2026. Wat er tot en met die dag is geleverd of gebruikt, is"
        " € 1.200,00 waard. Daarvan is € 700,00 geboekt. U kunt nog € 500,00 boeken."
    )
    assert [rij.bruto for rij in Kostenregel.objects.order_by("pk")] == [Decimal("700.00"), Decimal("500.00")]


@pytest.mark.parametrize(("datum", "mag"), [(EIND, True), (INGANG, False)], ids=["last-day", "day-after"])
def test_invoice_of_the_last_day_is_of_what_held(coach, consulent, financieel, hoe, datum, mag):
    nu = laat_vervallen(coach, consulent, hoe=hoe)

    if mag:
        assert boek(nu, financieel, "600.00", datum).datum == EIND
        return
    with pytest.raises(ActieFout, match="niet vastgelegd dat er tot en met die dag iets is geleverd of gebruikt"):
        boek(nu, financieel, "600.00", datum)
    assert not Kostenregel.objects.exists()


def test_what_never_held_is_not_found_and_not_booked(client, coach, consulent, financieel):
    nu = laat_vervallen(coach, consulent, BESLUIT)

    with pytest.raises(ActieFout, match="niet toegekend"):
        boek(nu, financieel, "600.00")
    assert [rij.omschrijving for rij in Voorziening.objects.voor_kosten(financieel)] == ["Koelkast"]


def test_voorziening_that_lapsed_is_found_and_chosen_with_its_last_day(client, coach, consulent, financieel, hoe):
    nu = laat_vervallen(coach, consulent, hoe=hoe)
    gemeente, dossier = nu.plan.dossier.gemeente, nu.plan.dossier
    with time_machine.travel(datetime(2026, 8, 20, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(financieel)
        gezocht = client.get(url("kosten_zoeken", gemeente.code), {"nummer": dossier.nummer})
        gekozen = client.get(url("kosten_nieuw", gemeente.code, nu.pk))

    assert [(rij.omschrijving, verval and verval.tot) for rij, verval in gezocht.context["voorzieningen"]] == [
        ("Koelkast", None), (nu.omschrijving, EIND),
    ]  # fmt: skip
    assert "geldt tot en met 31 juli 2026" in gezocht.text
    assert "<dt>Geldt tot en met</dt><dd>31 juli 2026." in gekozen.text


def test_search_asks_the_same_for_one_that_lapsed_and_none(
    client, coach, consulent, financieel, django_assert_num_queries
):
    gemeente, nummer = coach.plan.dossier.gemeente, coach.plan.dossier.nummer
    for vervallen in (False, True):
        if vervallen:
            laat_vervallen(coach, consulent)
        with time_machine.travel(datetime(2026, 8, 20, 9, 30, tzinfo=UTC), tick=False):
            client.force_login(financieel)
            with django_assert_num_queries(4):
                client.get(url("kosten_zoeken", gemeente.code), {"nummer": nummer})

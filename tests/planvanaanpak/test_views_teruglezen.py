"""Reading back what a plan gave: the page with all that was granted, and the page of one voorziening."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.rollen import Rol
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.verstrekking import verstrekking_vastleggen
from planvanaanpak.models import Voorziening
from tests.factories import maak_user, moment
from tests.planvanaanpak.besluitstappen import ON, herzie, regel, trek_in, verstuur
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import url
from tests.wegen import KOELKAST, WEIGEREN

pytestmark = pytest.mark.django_db

VRIJ = {
    "leefgebied": "wonen",
    "omschrijving": "Consultatiebureau",
    "soort": "immaterieel",
    "toegang": "vrij",
    "noodzaak": "noodzaak",
    "motivering": "Daar kunt u terecht met vragen over de voeding.",
    "voorstel": "toekennen",
    "uitvoerder": "GGD Rivierendam",
    "bedrag": Decimal(0),
}


def van(besluit, naam):
    return besluit.voorzieningen.get(omschrijving__startswith=naam)


def lees(pagina, dossier):
    """Give of each row of the page its part, what, the besluit that changed it and how, and its stand."""
    context = pagina.get(url("toegekend", dossier.nummer)).context
    return {
        (deel, rij.voorziening.omschrijving): (
            f"{rij.later_hoe} {rij.later.nummer}" if rij.later else "", rij.woorden
        )
        for deel in ("loopt", "klaar")
        for rij in context[deel]
    }, str(context["totaal"])  # fmt: skip


def test_what_was_changed_names_the_first_besluit_and_the_one_that_changed_it(pagina, verstuurd, consulent):
    koelkast, coach = van(verstuurd, "Koelkast"), van(verstuurd, "Budgetcoach")
    wijzigingen = [regel(koelkast, "vervalt"), regel(coach, "anders", "1500.00")]
    nieuw = herzie(verstuurd, wijzigingen, consulent, ingang=VANDAAG)

    assert lees(pagina, verstuurd.dossier) == (
        {
            ("loopt", "Budgetcoach, 12 gesprekken"): (f"herzien met {nieuw.nummer}", "nog te leveren"),
            ("klaar", "Koelkast"): (f"herzien met {nieuw.nummer}", "vervallen"),
        },
        "1500.00",
    )
    html = pagina.get(url("toegekend", verstuurd.dossier.nummer)).text
    assert verstuurd.get_absolute_url() in html
    assert nieuw.get_absolute_url() in html


def test_what_was_granted_after_a_refusal_names_that_besluit_once(pagina, plan, consulent, brieven_gevraagd):
    plan.voorzieningen.update(weigeringsgrond="Vergoeding van schade", **WEIGEREN)
    eerste = verstuur(vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG), consulent)
    nieuw = herzie(eerste, [regel(van(eerste, "Koelkast"), "alsnog", "466.33")], consulent)

    assert lees(pagina, plan.dossier) == ({("loopt", "Koelkast"): ("", "nog te leveren")}, "466.33")
    assert Voorziening.objects.get(omschrijving="Koelkast").besluit == nieuw


def test_intrekking_that_shortens_the_looptijd_is_named_too(pagina, verstuurd, consulent):
    nieuw = trek_in(verstuurd, consulent, ingang=ON)

    rijen, totaal = lees(pagina, verstuurd.dossier)
    assert {wat for wat, _ in rijen.values()} == {f"ingetrokken met {nieuw.nummer}"}
    assert totaal == "2266.33"
    assert "ingetrokken<span" in pagina.get(url("plan", verstuurd.dossier.nummer)).text


def test_vrij_toegankelijk_is_apart_and_not_to_be_delivered(pagina, plan, consulent, brieven_gevraagd):
    rij = voorziening_bewaren(plan=plan, gegevens=VRIJ, by=consulent, at=moment(VANDAAG))
    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)

    response = pagina.get(url("toegekend", plan.dossier.nummer))

    assert response.context["vrij"] == [rij]
    assert rij not in [r.voorziening for r in response.context["loopt"]]
    assert "De inwoner regelt dit met GGD Rivierendam." in response.text
    assert url("verstrekking", plan.dossier.nummer, rij.pk) not in response.text
    wat = {"soort": "geleverd", "datum": VANDAAG, "aantal": Decimal(0), "toelichting": ""}
    with pytest.raises(Exception, match="vrij toegankelijk"):
        verstrekking_vastleggen(voorziening=rij, **wat, by=consulent, at=moment(VANDAAG), on=VANDAAG)


def test_page_of_a_voorziening_reads_all_that_was_decided(pagina, besluit):
    koelkast = van(besluit, "Koelkast")
    koelkast.doel = besluit.dossier.plan.doelen.get(leefgebied="wonen")
    koelkast.uitvoerder, koelkast.betaald_aan, koelkast.btw = "Witgoedhuis", "winkel", Decimal("80.93")
    koelkast.save()

    response = pagina.get(url("voorziening_bekijken", besluit.dossier.nummer, koelkast.pk))

    for tekst in (
        "De inwoner zelf", "Witgoedhuis", "De winkel", KOELKAST["motivering"], KOELKAST["obstakel"],
        KOELKAST["geschiktheid"], KOELKAST["noodzakelijkheid"], KOELKAST["evenredigheid"],
        "Niet vrij toegankelijk: hier is een besluit voor nodig", "Het gemiddelde van vergelijkbare goederen",
        "Dit model staat niet in de prijzengids.", "Koelkast Direct", "€\xa0471,00", "€\xa080,93", besluit.nummer,
        "Dit is over een jaar op orde.", "nog te leveren",
    ):  # fmt: skip
        assert tekst in response.text, tekst
    assert url("verstrekking", besluit.dossier.nummer, koelkast.pk) in response.text


def test_page_of_a_refused_voorziening_gives_the_ground(pagina, besluit):
    Voorziening.objects.update(
        status="afgewezen", voorstel="afwijzen", weigeringsgrond="Vergoeding van schade",
        uitzondering_waarom="De achterstand is al betaald.",
    )  # fmt: skip
    koelkast = van(besluit, "Koelkast")

    response = pagina.get(url("voorziening_bekijken", besluit.dossier.nummer, koelkast.pk))

    assert "Vergoeding van schade" in response.text
    assert "De achterstand is al betaald." in response.text
    assert response.context["stand"] is None
    assert not response.context["mag_leveren"]


@pytest.mark.parametrize(
    ("rol", "status"), [(Rol.COORDINATOR, 200), (Rol.AUDITOR, 200), (Rol.FINANCIEEL, 403), (Rol.COMMISSIELID, 403)]
)
def test_who_sees_the_dossier_reads_its_voorzieningen(client, nu, besluit, gemeente, rol, status):
    client.force_login(maak_user(rol, gemeente, email="ander@voorbeeld.example"))

    response = client.get(url("voorziening_bekijken", besluit.dossier.nummer, van(besluit, "Koelkast").pk))

    assert response.status_code == status
    if status == 200:
        assert response.context["mag_leveren"] == (rol == Rol.COORDINATOR)


def test_voorziening_of_another_dossier_is_not_there(pagina, besluit, gemeente):
    ander = van(besluit, "Koelkast")

    assert pagina.get(url("voorziening_bekijken", "9901-D-2026-99999", ander.pk)).status_code == 404


def test_plan_panel_and_toegekend_link_to_the_page(pagina, besluit):
    pad = url("voorziening_bekijken", besluit.dossier.nummer, van(besluit, "Koelkast").pk)

    for naam in ("plan", "toegekend", "dossier"):
        assert f'href="{pad}"' in pagina.get(url(naam, besluit.dossier.nummer)).text, naam


@pytest.mark.parametrize("extra", [0, 2])
def test_page_asks_the_same_for_one_and_for_three_goods(pagina, besluit, django_assert_num_queries, extra):
    koelkast = van(besluit, "Koelkast")
    for nummer in range(extra):
        koelkast.verstrekkingen.create(
            soort="besteld", datum=date(2026, 4, 21 + nummer), vastgelegd_op=moment(VANDAAG),
            vastgelegd_door=besluit.vastgesteld_door,
        )  # fmt: skip
    pad = url("voorziening_bekijken", besluit.dossier.nummer, koelkast.pk)

    with django_assert_num_queries(11):
        pagina.get(pad)

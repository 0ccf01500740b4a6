"""The page that keeps the levering of a voorziening of which nothing is to be delivered (any more) says why."""

from datetime import date
from decimal import Decimal

import pytest

from cases.actions.basis import ActieFout
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Besluit, Verstrekking, Voorziening
from tests.factories import moment
from tests.planvanaanpak.besluitstappen import herzie, regel, trek_in
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.planvanaanpak.test_views_teruglezen import VRIJ
from tests.planvanaanpak.voorzieningstappen import lever
from tests.tabellen import alles
from tests.wegen import BUDGETCOACH, WEIGEREN

MEI = date(2026, 5, 4)
LATER = date(2026, 6, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def koelkast(verstuurd):
    return verstuurd.voorzieningen.get(omschrijving="Koelkast")


def herzien(koelkast, by):
    return herzie(koelkast.besluit, [regel(koelkast, "vervalt")], by, ingang=VANDAAG)


def ingetrokken(koelkast, by):
    return trek_in(koelkast.besluit, by, ingang=VANDAAG)


def voor_het_begon(koelkast, by):
    Voorziening.objects.filter(pk=koelkast.pk).update(looptijd_vanaf=LATER, looptijd_tot=date(2026, 12, 31))
    return herzie(koelkast.besluit, [regel(koelkast, "vervalt")], by, ingang=MEI)


def pad(voorziening, naam="verstrekking", *args):
    return url(naam, voorziening.plan.dossier.nummer, voorziening.pk, *args)


VERVALT = pytest.mark.parametrize(
    ("verval", "vanaf"),
    [(herzien, "20 april 2026"), (ingetrokken, "20 april 2026"), (voor_het_begon, "4 mei 2026")],
    ids=["herziening", "intrekking", "before-it-began"],
)


def zin(nieuw, vanaf):
    return (
        f"Levering bijhouden kan niet: Koelkast is vervallen vanaf {vanaf}, met besluit {nieuw.nummer}. Er is niets te"
        " leveren."
    )


@VERVALT
def test_open_page_leads_to_the_voorziening_with_the_besluit_that_ended_it(pagina, koelkast, consulent, verval, vanaf):
    nieuw = verval(koelkast, consulent)

    response = pagina.get(pad(koelkast), follow=True)

    assert response.redirect_chain == [(pad(koelkast, "voorziening_bekijken"), 302)]
    link = f'<a class="nl-link" href="{nieuw.get_absolute_url()}">Besluit bekijken</a>'
    assert berichten(response) == [f"{zin(nieuw, vanaf)} {link}"]
    assert link in response.text


@VERVALT
def test_no_page_links_to_it(pagina, koelkast, consulent, verval, vanaf):
    nummer = koelkast.plan.dossier.nummer
    pagina_s = [url("toegekend", nummer), pad(koelkast, "voorziening_bekijken"), url("plan", nummer)]
    voor = [pad(koelkast) in pagina.get(adres).text for adres in pagina_s]
    nieuw = verval(koelkast, consulent)

    for adres in (*pagina_s, url("dossier", nummer), nieuw.get_absolute_url(), koelkast.besluit.get_absolute_url()):
        assert pad(koelkast) not in pagina.get(adres).text, adres
    assert voor == [True, True, False]


def test_what_was_filled_in_meanwhile_stays_with_the_reason_above_it(pagina, koelkast, consulent):
    nieuw = herzien(koelkast, consulent)
    voor = alles()

    response = pagina.post(pad(koelkast), {"soort": "geleverd", "datum": "20-04-2026", "toelichting": "Bij de buren."})

    link = f'<a class="nl-link" href="{nieuw.get_absolute_url()}">Besluit bekijken</a>'
    assert fouten(response.context["form"]) == {"": [f"{zin(nieuw, '20 april 2026')} {link}"]}
    assert response.context["form"]["toelichting"].value() == "Bij de buren."
    assert (response.context["stand"].teken, response.context["stand"].woorden) == ("voorbij", "vervallen")
    assert alles() == voor


def test_page_that_takes_a_row_out_says_so_too(pagina, koelkast, consulent):
    rij = lever(koelkast, consulent, MEI)
    Voorziening.objects.filter(pk=koelkast.pk).update(status="vervallen", herzien_met=None)

    response = pagina.get(pad(koelkast, "verstrekking_weghalen", rij.pk), follow=True)

    assert response.redirect_chain == [(pad(koelkast, "voorziening_bekijken"), 302)]
    assert berichten(response) == ["Levering bijhouden kan niet: Koelkast is vervallen. Er is niets te leveren."]
    assert not Verstrekking.objects.get().is_ingetrokken


def vrij(plan, by):
    return voorziening_bewaren(plan=plan, gegevens=VRIJ, by=by, at=moment(VANDAAG))


@pytest.mark.parametrize(
    ("soort", "waarom"),
    [
        ("voorstel", "over Budgetcoach, 12 gesprekken is nog niet beslist. Er is niets te leveren."),
        ("afgewezen", "Koelkast is afgewezen. Er is niets te leveren."),
        ("vrij", "Consultatiebureau is vrij toegankelijk. De inwoner regelt dit zelf: de gemeente levert niets."),
    ],
)
def test_what_was_not_granted_says_why(pagina, plan, consulent, brieven_gevraagd, soort, waarom):
    if soort == "afgewezen":
        plan.voorzieningen.filter(omschrijving="Koelkast").update(weigeringsgrond="Vergoeding van schade", **WEIGEREN)
    rij = vrij(plan, consulent) if soort == "vrij" else plan.voorzieningen.get(omschrijving="Koelkast")
    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)
    if soort == "voorstel":
        rij = voorziening_bewaren(plan=plan, gegevens=BUDGETCOACH, by=consulent, at=moment(VANDAAG))

    response = pagina.get(pad(rij), follow=True)

    assert response.redirect_chain == [(pad(rij, "voorziening_bekijken"), 302)]
    assert berichten(response) == [f"Levering bijhouden kan niet: {waarom}"]
    assert pad(rij) not in response.text
    with pytest.raises(ActieFout) as fout:
        lever(Voorziening.objects.get(pk=rij.pk), consulent, VANDAAG)
    assert str(fout.value) == f"Levering bijhouden kan niet: {waarom}"


def test_what_lapsed_later_can_still_be_written_down(pagina, koelkast, consulent):
    herzie(koelkast.besluit, [regel(koelkast, "vervalt")], consulent, ingang=MEI)

    response = pagina.get(pad(koelkast))

    assert response.status_code == 200
    assert Besluit.objects.count() == 2
    assert response.context["stand"].aantal == Decimal(1)

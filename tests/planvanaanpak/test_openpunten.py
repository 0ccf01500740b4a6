"""What stands in the way of a besluit: the page of every kind says it with its place, and its action refuses the same.

And before anything is typed each page says whether this user has a mandate for it.
"""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from accounts.models import Gemeente
from accounts.rollen import Rol
from cases.actions import betrokkenen
from cases.actions.basis import ActieFout
from cases.models import Dossier
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Besluit, Bezwaar, Voorziening
from tests.factories import maak_user, moment
from tests.planvanaanpak import besluitstappen, bezwaarstappen
from tests.planvanaanpak.beoordeling import mandateer, met_commissie
from tests.planvanaanpak.bezwaarstappen import BESLOTEN
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url
from tests.planvanaanpak.test_actions_mandaat import WEGEN, stel_vast
from tests.tabellen import alles
from tests.wegen import KOELKAST

AT = moment(VANDAAG)
ADRES = "Volledig adres van de inwoner"
MANDAAT = "Gegevens van de gemeente: mandaat"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@pytest.fixture
def jurist(gemeente):
    return maak_user(Rol.COORDINATOR, gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")


def stel_bed_voor(plan, by, **anders):
    gegevens = {**KOELKAST, "omschrijving": "Bed", **anders}
    return voorziening_bewaren(plan=plan, gegevens=gegevens, by=by, at=AT)


def bij_afwijzing(plan, by):
    return url("aanvraag_afwijzen", plan.dossier.nummer), VANDAAG


def bij_buiten_behandeling(plan, by):
    rij = besluitstappen.vraag_aan(plan.dossier, by)
    return url("buiten_behandeling", plan.dossier.nummer, rij.pk), besluitstappen.DAARNA


def bij_addendum(plan, by):
    stel_vast(plan, by)
    stel_bed_voor(plan, by)
    return url("addendum", plan.dossier.nummer), VANDAAG


def verstuurd(plan, by):
    return besluitstappen.verstuur(stel_vast(plan, by), by)


def bij_herziening(plan, by):
    return url("besluit_herzien", verstuurd(plan, by).nummer), VANDAAG


def bij_intrekking(plan, by):
    return url("besluit_intrekken", verstuurd(plan, by).nummer), VANDAAG


def bij_bezwaar(plan, by):
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(verstuurd(plan, by), by), by)
    return url("bezwaar_besluit", plan.dossier.nummer, bezwaar.pk), BESLOTEN


def bij_beeindiging(plan, by):
    stel_vast(plan, by)
    return url("beeindigen", plan.dossier.nummer), VANDAAG


PAGINAS = {
    "afwijzing": bij_afwijzing,
    "buiten_behandeling": bij_buiten_behandeling,
    "addendum": bij_addendum,
    "herziening": bij_herziening,
    "intrekking": bij_intrekking,
    "besluit_op_bezwaar": bij_bezwaar,
    "beeindiging": bij_beeindiging,
}


def zonder_adres(plan):
    plan.dossier.persoon.postcode = ""
    plan.dossier.persoon.save()
    Gemeente.objects.filter(pk=plan.dossier.gemeente_id).update(mandaat="")


def open_op(client, by, adres, on):
    with time_machine.travel(moment(on), tick=False):
        client.force_login(by)
        return client.get(adres)


def getoond(response):
    return [(punt.tekst, punt.url) for punt in response.context["open_punten"]]


@pytest.mark.parametrize("bij", PAGINAS.values(), ids=PAGINAS)
def test_page_of_every_kind_says_what_lacks_with_its_place(client, plan, consulent, jurist, bij):
    adres, on = bij(plan, consulent)
    zonder_adres(plan)

    response = open_op(client, jurist, adres, on)

    persoon = url("persoon_wijzigen", plan.dossier.nummer)
    assert getoond(response)[:2] == [(ADRES, persoon), (MANDAAT, "")]
    assert "kan nog niet. Dit is nog nodig:" in response.text
    assert 'name="datum"' not in response.text


@pytest.mark.parametrize("maak_weg", WEGEN, ids=lambda weg: weg.__name__)
def test_action_of_every_kind_refuses_the_same(plan, coordinator, maak_weg):
    weg = maak_weg(plan.dossier)
    zonder_adres(plan)
    voor = alles()

    with pytest.raises(ActieFout) as fout:
        weg.neem(coordinator)

    assert "kan nog niet. Nog nodig: " in str(fout.value)
    assert ADRES in str(fout.value)
    assert MANDAAT in str(fout.value)
    assert alles() == voor


def test_addendum_says_what_its_voorstellen_lack(client, plan, consulent):
    adres, on = bij_addendum(plan, consulent)
    met_commissie(Dossier.objects.get(pk=plan.dossier_id))
    Voorziening.objects.voorgesteld().update(noodzakelijkheid="", prijsbasis="")

    response = open_op(client, consulent, adres, on)

    plek, commissie = f"{url('plan', plan.dossier.nummer)}#voorzieningen", url("commissie_dossier", plan.dossier.nummer)
    teksten = getoond(response)
    assert [plaats for _, plaats in teksten] == [plek, commissie]
    assert teksten[0][0].startswith("Bed: ")
    assert "waar de prijs op rust" in teksten[0][0]
    assert teksten[1][0] == "Advies van de commissie: Bed"


def test_addendum_leads_to_the_hardheidsclausule_after_the_venster(client, plan, consulent):
    adres, _ = bij_addendum(plan, consulent)
    later = date(2026, 9, 14)

    response = open_op(client, consulent, adres, later)

    ((tekst, plaats),) = getoond(response)
    assert plaats == url("hardheid", plan.dossier.nummer)
    with pytest.raises(ActieFout) as fout:
        addendum_vaststellen(plan=plan, datum=later, toelichting="Meer.", by=consulent, at=moment(later), on=later)
    assert str(fout.value) == tekst


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        (
            {"rechtbank": "", "bezwaar_ondertekenaar_functie": ""},
            "Gegevens voor bezwaar: functie van die ondertekenaar, rechtbank voor beroep",
        ),
        (
            {"bezwaar_ondertekenaar_naam": "", "bezwaar_mandaat": ""},
            "Gegevens voor bezwaar: ondertekenaar voor bezwaar, mandaat voor een besluit op bezwaar",
        ),
        (
            {"bezwaar_ondertekenaar_naam": "H. Vuurdoorn"},
            "Een andere ondertekenaar: H. Vuurdoorn nam of ondertekende ook het besluit zelf (Awb artikel 10:3 lid 3)",
        ),
    ],
    ids=["rechtbank", "ondertekenaar", "dezelfde ondertekenaar"],
)
def test_besluit_op_bezwaar_says_what_its_letter_lacks(client, plan, consulent, jurist, velden, tekst):
    adres, on = bij_bezwaar(plan, consulent)
    Gemeente.objects.filter(pk=plan.dossier.gemeente_id).update(**velden)

    response = open_op(client, jurist, adres, on)

    assert getoond(response) == [(tekst, "")]
    with pytest.raises(ActieFout) as fout:
        bezwaarstappen.beslis(Bezwaar.objects.get(), jurist)
    assert str(fout.value) == f"Beslissen kan nog niet. Nog nodig: {tekst}."


def test_mandate_of_the_register_takes_the_place_of_that_for_bezwaar(client, plan, consulent, jurist, beheerder):
    adres, on = bij_bezwaar(plan, consulent)
    Gemeente.objects.filter(pk=plan.dossier.gemeente_id).update(bezwaar_mandaat="")
    mandateer(plan.dossier.gemeente, beheerder, rol="coordinator")

    assert getoond(open_op(client, jurist, adres, on)) == []


def test_gemachtigde_without_an_address_is_a_point_with_its_page(client, plan, consulent, jurist):
    adres, on = bij_bezwaar(plan, consulent)
    rij = betrokkenen.betrokkene_toevoegen(
        dossier=plan.dossier, gegevens={"rol": "advocaat", "naam": "mr. P. Jansen"}, by=consulent, at=AT
    )
    Bezwaar.objects.update(indiener="gemachtigde", gemachtigde=rij)

    response = open_op(client, jurist, adres, on)

    assert getoond(response) == [
        ("Volledig postadres van mr. P. Jansen", url("betrokkene", plan.dossier.nummer, rij.pk))
    ]


@pytest.mark.parametrize(("soort", "bij"), PAGINAS.items(), ids=PAGINAS)
def test_page_of_every_kind_says_the_mandate_before_anything_is_typed(
    client, plan, consulent, jurist, beheerder, soort, bij
):
    adres, on = bij(plan, consulent)
    gemeente = plan.dossier.gemeente
    mandateer(gemeente, beheerder, rol="coordinator", soort=soort, vier_ogen=True, bron="onderdeel 4.2")

    met = open_op(client, jurist, adres, on).text
    zonder = open_op(client, consulent, adres, on).text

    assert "Uw mandaat: onderdeel 4.2" in met
    assert "Een collega met mandaat keurt dit besluit eerst goed." in met
    if soort != "besluit_op_bezwaar":  # there who took the besluit hears something else
        assert "U kunt dit besluit niet nemen." in zonder


def test_preview_of_a_besluit_names_the_mandate(client, plan, consulent, jurist, beheerder, monkeypatch):
    gedrukt = []
    monkeypatch.setattr(
        "planvanaanpak.views.besluitsoorten.render_pdf", lambda _, brief: gedrukt.append(brief) or b"%PDF"
    )
    adres, on = bij_afwijzing(plan, consulent)
    mandateer(plan.dossier.gemeente, beheerder, rol="coordinator", bron="onderdeel 4.2")
    velden = {
        "grond": "Onvoldoende medewerking", "toelichting": "U kwam niet.", "zienswijze": "Jammer.",
        "datum": "2026-04-20", "voorbeeld": "1",
    }  # fmt: skip

    with time_machine.travel(moment(on), tick=False):
        client.force_login(jurist)
        client.post(adres, velden)

    assert [brief.afzender.mandaat for brief in gedrukt] == ["onderdeel 4.2"]


def test_amount_of_a_herziening_counts_for_the_mandate_on_its_page(client, plan, consulent, jurist, beheerder):
    adres, on = bij_herziening(plan, consulent)
    mandateer(plan.dossier.gemeente, beheerder, rol="coordinator", tot_bedrag=Decimal("300.00"))
    koelkast, coach = Voorziening.objects.order_by("pk")
    velden = {
        "toelichting": "U kreeg korting.", "zienswijze": "Goed.", "ingang": "2026-04-20", "datum": "2026-04-20",
        f"wat_{koelkast.pk}": "anders", f"bedrag_{koelkast.pk}": "400,00", f"motivering_{koelkast.pk}": "Korting.",
        f"wat_{coach.pk}": "blijft", "stempel": f"{koelkast.pk}:toegekend:0 {coach.pk}:toegekend:0",
    }  # fmt: skip

    with time_machine.travel(moment(on), tick=False):
        client.force_login(jurist)
        leeg, ingevuld = client.get(adres), client.post(adres, velden)

    assert leeg.context["mandaat"].oordeel.mag is True
    assert ingevuld.context["mandaat"].oordeel.mag is False
    assert Besluit.objects.count() == 1


@pytest.mark.parametrize("methode", ["get", "post"])
def test_letter_on_a_bezwaar_is_not_shown_before_a_dictum_is_chosen(client, plan, consulent, jurist, methode):
    adres, on = bij_bezwaar(plan, consulent)

    with time_machine.travel(moment(on), tick=False):
        client.force_login(jurist)
        voorbeeld = url("bezwaar_voorbeeld", plan.dossier.nummer, Bezwaar.objects.get().pk)
        response = getattr(client, methode)(voorbeeld, {"motivering": "Zo is het."}, follow=True)

    assert response.redirect_chain == [(adres, 302)]
    assert berichten(response) == ["Kies eerst uw beslissing. Daarna kunt u de brief bekijken."]


def test_plan_and_addendum_link_to_where_the_zienswijze_is_written(client, plan, consulent):
    nummer = plan.dossier.nummer
    nee = {"voorstel": "afwijzen", "weigeringsgrond": "Niet nodig"}
    bed = stel_bed_voor(plan, consulent, **nee)
    punt = ("Bed: wat de inwoner van het afwijzen vindt", f"{url('voorziening', nummer, bed.pk)}#id_zienswijze")
    assert punt in getoond(open_op(client, consulent, url("plan_vaststellen", nummer), VANDAAG))
    nodig = open_op(client, consulent, url("plan", nummer), VANDAAG).context["nodig"]
    assert punt in [(rij.tekst, rij.url) for rij in nodig if not rij.klaar]
    pagina = open_op(client, consulent, url("voorziening", nummer, bed.pk), VANDAAG)
    assert 'id="id_zienswijze"' in pagina.text

    Voorziening.objects.filter(pk=bed.pk).update(zienswijze="U wilt het bed graag.")
    stel_vast(plan, consulent)
    kast = stel_bed_voor(plan, consulent, omschrijving="Kast", **nee)

    assert getoond(open_op(client, consulent, url("addendum", nummer), VANDAAG)) == [
        ("Kast: wat de inwoner van het afwijzen vindt", f"{url('voorziening', nummer, kast.pk)}#id_zienswijze")
    ]

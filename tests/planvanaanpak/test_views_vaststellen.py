"""The pages on which a plan is set down or added to, and the concept of the letter."""

from datetime import date

import pikepdf
import pytest

from cases.models import Dossier, Nummerreeks
from cases.status import Status
from planvanaanpak import pdf
from planvanaanpak.actions import besluit as acties
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import KOELKAST

pytestmark = pytest.mark.django_db

KLAAR = "Besluit {} is vastgesteld. Verstuur de brief en bevestig daarna de dag van verzending."
VASTSTELLEN = {"datum": "2026-04-20", "gelezen": "on"}
AANVULLEN = {**VASTSTELLEN, "toelichting": "Er kwam een kind bij."}


@pytest.fixture
def pad(plan):
    return url("plan_vaststellen", plan.dossier.nummer)


@halte
def bed(besluit, consulent):
    """Give a voorstel after the plan was set down."""
    return voorziening_bewaren(
        plan=besluit.dossier.plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(VANDAAG)
    )


def test_page_shows_what_will_be_decided_and_until_when_bezwaar(pagina, pad):
    response = pagina.get(pad)

    context = response.context
    assert context["form"]["datum"].value() == VANDAAG
    assert [v.omschrijving for v in context["voorstellen"]] == ["Koelkast", "Budgetcoach, 12 gesprekken"]
    assert (context["soort"], str(context["bedragen"].toekennen)) == ("Toekenning", "2266.33")
    assert context["bezwaar_tot"] == date(2026, 6, 1)


def test_what_is_missing_is_listed_with_links_and_there_is_no_form(pagina, pad, plan):
    plan.leefgebieden.filter(leefgebied="werk").update(situatie="")

    response = pagina.get(pad)

    plan_url = url("plan", plan.dossier.nummer)
    assert [(p.tekst, p.url) for p in response.context["open_punten"]] == [
        ("Werk: hoe het nu is", f"{plan_url}#id_werk-situatie")
    ]
    assert 'name="gelezen"' not in response.text


def test_before_there_is_a_plan_all_of_it_is_missing(pagina, na_gesprek):
    response = pagina.post(url("plan_vaststellen", na_gesprek.nummer), VASTSTELLEN)

    assert response.status_code == 200
    assert "Ten minste één voorziening" in [p.tekst for p in response.context["open_punten"]]
    assert PlanVanAanpak.objects.count() == 0


def test_plan_is_set_down_and_the_besluit_shown(pagina, pad, brieven_gevraagd):
    response = pagina.post(pad, VASTSTELLEN, follow=True)

    besluit = Besluit.objects.get()
    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == [KLAAR.format("9901-B-2026-00001")]
    assert (besluit.datum, besluit.vastgesteld_door.naam) == (VANDAAG, "Jolanda Prins")


def test_second_press_leads_to_the_same_besluit(pagina, pad, brieven_gevraagd):
    pagina.post(pad, VASTSTELLEN)

    response = pagina.post(pad, VASTSTELLEN, follow=True)

    assert response.redirect_chain == [(Besluit.objects.get().get_absolute_url(), 302)]
    assert berichten(response)[-1] == "Dit plan is al vastgesteld, in besluit 9901-B-2026-00001."
    assert Nummerreeks.objects.get(soort="B").laatste == 1


def test_press_that_loses_the_race_leads_to_the_besluit_too(
    pagina, pad, plan, consulent, brieven_gevraagd, monkeypatch
):
    """The other request finished between this one's first look and its lock."""
    echt = acties.vaststellen

    def ander_eerst(**wat):
        echt(**wat)
        return echt(**wat)

    monkeypatch.setattr("planvanaanpak.views.vaststellen.acties.vaststellen", ander_eerst)

    response = pagina.post(pad, VASTSTELLEN, follow=True)

    assert response.redirect_chain == [(Besluit.objects.get().get_absolute_url(), 302)]
    assert berichten(response) == ["Dit plan is al vastgesteld, in besluit 9901-B-2026-00001."]


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"datum": ""}, {"datum": ["Vul een datum in."]}),
        ({"datum": "2026-04-19"}, {"datum": ["De verzenddatum kan niet in het verleden liggen."]}),
        ({"datum": "2027-04-20"}, {"datum": ["Kies een dag tot en met 21 mei 2026. Stel anders later vast."]}),
        (
            {"gelezen": ""},
            {"gelezen": ["Lees de brief en vink dit aan. Na het vaststellen kan er niets meer aan veranderen."]},
        ),
    ],
    ids=["geen datum", "gisteren", "ander jaar", "niet gelezen"],
)
def test_nothing_is_set_down_without_date_and_confirmation(pagina, pad, anders, verwacht):
    response = pagina.post(pad, VASTSTELLEN | anders)

    assert fouten(response.context["form"]) == verwacht
    assert Besluit.objects.count() == 0


def test_looking_at_the_date_decides_nothing_and_complains_of_nothing_else(pagina, pad):
    response = pagina.post(pad, {"datum": "2026-04-24", "bekijken": "1"})

    assert response.context["bezwaar_tot"] == date(2026, 6, 5)
    assert fouten(response.context["form"]) == {}
    assert Besluit.objects.count() == 0


def test_refusal_of_the_action_is_shown_in_the_form(pagina, pad, plan, brieven_gevraagd):
    plan.dossier.termijnen.filter(regel="materiele_verstrekking").update(
        start="2025-09-01", uiterste_datum="2026-03-01"
    )

    response = pagina.post(pad, VASTSTELLEN)

    (melding,) = fouten(response.context["form"])[""]
    assert melding.startswith("Materiële verstrekkingen toekennen: dat kon tot en met 1 maart 2026 (Wht artikel 2.21")
    assert f'<a class="nl-link" href="/dossiers/{plan.dossier.nummer}/hardheidsclausule/">' in response.text
    (let_op,) = response.context["let_op"]
    link = f'<a class="nl-link" href="/dossiers/{plan.dossier.nummer}/hardheidsclausule/">Naar de hardheidsclausule</a>'
    assert let_op == f"Spullen toekennen kon tot en met 1 maart 2026. Nu kunt u alleen nog afwijzen. {link}"
    assert Besluit.objects.count() == 0


@pytest.mark.parametrize(("rol", "status"), [("auditor", 403), ("vreemde", 404), ("financieel", 403)])
def test_who_may_not_set_a_plan_down(client, pad, nu, request, rol, status):
    client.force_login(request.getfixturevalue(rol))

    assert client.post(pad, VASTSTELLEN).status_code == status
    assert Besluit.objects.count() == 0


def test_addendum_makes_its_own_besluit(pagina, bed, besluit):
    pad = url("addendum", besluit.dossier.nummer)
    assert pagina.get(pad).context["voorstellen"] == [bed]

    response = pagina.post(pad, AANVULLEN, follow=True)

    addendum = Besluit.objects.get(soort="addendum")
    assert response.redirect_chain == [(addendum.get_absolute_url(), 302)]
    assert berichten(response) == [KLAAR.format("9901-B-2026-00002")]
    assert addendum.vult_aan == besluit
    assert Voorziening.objects.get(pk=bed.pk).besluit == addendum


def test_second_press_on_an_addendum_leads_to_it(pagina, bed, besluit):
    pad = url("addendum", besluit.dossier.nummer)
    pagina.post(pad, AANVULLEN)

    response = pagina.post(pad, AANVULLEN, follow=True)

    assert response.redirect_chain == [(Besluit.objects.get(soort="addendum").get_absolute_url(), 302)]
    assert berichten(response)[-1] == "Dit addendum is al vastgesteld, in besluit 9901-B-2026-00002."
    assert Besluit.objects.count() == 2


def test_addendum_without_voorstellen_says_what_comes_first(pagina, besluit):
    response = pagina.get(url("addendum", besluit.dossier.nummer))

    assert "Er is nog niets om over te beslissen" in response.text
    assert [stap.naam for stap in response.context["weg"] if stap.stand == "nu"] == ["Invullen"]
    assert url("voorziening_nieuw", besluit.dossier.nummer) in response.text


def test_addendum_needs_a_toelichting_and_keeps_the_rest(pagina, bed, besluit):
    response = pagina.post(url("addendum", besluit.dossier.nummer), AANVULLEN | {"toelichting": " "})

    assert fouten(response.context["form"]) == {"toelichting": ["Vul dit veld in."]}
    assert Besluit.objects.count() == 1


def test_addendum_to_an_open_plan_leads_back(pagina, plan):
    response = pagina.get(url("addendum", plan.dossier.nummer), follow=True)

    assert berichten(response) == ["Een addendum vaststellen kan niet: dit dossier staat op 'Plan van aanpak'."]


def tekst_van(response, tmp_path):
    pad = tmp_path / "voorbeeld.pdf"
    pad.write_bytes(response.content)
    with pikepdf.open(pad) as bestand:
        return len(bestand.pages), str(bestand.docinfo.get("/Title", ""))


@pytest.fixture
def gedrukt(monkeypatch):
    """Give the HTML of the letters that were printed, without printing them."""
    html = []

    def druk(template, document):
        html.append(pdf.render_html(template, document))
        return b"%PDF-1.7 concept"

    monkeypatch.setattr("planvanaanpak.views.stukken.render_pdf", druk)
    return html


def test_voorbeeld_is_a_real_pdf_that_is_not_stored(pagina, plan, tmp_path):
    response = pagina.get(url("plan_voorbeeld", plan.dossier.nummer))

    bladzijden, titel = tekst_van(response, tmp_path)
    assert bladzijden >= 2
    assert titel == "Besluit over uw plan van aanpak, kenmerk concept"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{plan.dossier.nummer}-concept.pdf"'
    assert response["Cache-Control"] == "private, no-store"
    assert (Besluit.objects.count(), Nummerreeks.objects.filter(soort="B").count()) == (0, 0)


def test_voorbeeld_says_that_nothing_is_decided(pagina, plan, gedrukt):
    pagina.get(url("plan_voorbeeld", plan.dossier.nummer))

    (html,) = gedrukt
    assert '<body class="voorbeeld">' in html  # the margin of each page says so, and the letter is as it will be
    assert "1. Koelkast" in html


def test_voorbeeld_of_an_incomplete_plan_can_be_read(pagina, plan, gedrukt):
    plan.voorzieningen.all().delete()
    type(plan.dossier.persoon).objects.update(straat="", huisnummer="")

    assert pagina.get(url("plan_voorbeeld", plan.dossier.nummer)).status_code == 200
    assert len(gedrukt) == 1


def test_voorbeeld_shows_the_date_that_is_filled_in(pagina, plan, gedrukt):
    pagina.post(url("plan_voorbeeld", plan.dossier.nummer), {"datum": "2026-04-24"})

    assert "24 april 2026" in gedrukt[0]
    assert "5 juni 2026" in gedrukt[0]


def test_voorbeeld_of_an_addendum_holds_the_toelichting_typed_so_far(pagina, bed, besluit, gedrukt):
    pagina.post(url("plan_voorbeeld", besluit.dossier.nummer), {"toelichting": "Er kwam een kind bij."})

    assert "Er kwam een kind bij." in gedrukt[0]
    assert "9901-B-2026-00001" in gedrukt[0]
    assert "1. Bed" in gedrukt[0]
    assert Besluit.objects.count() == 1


def test_voorbeeld_without_a_plan_leads_back(pagina, na_gesprek):
    response = pagina.get(url("plan_voorbeeld", na_gesprek.nummer), follow=True)

    assert berichten(response) == ["Er is nog geen plan. Bewaar het eerst."]


def test_voorbeeld_after_the_end_leads_back(pagina, besluit):
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=Status.AFGESLOTEN)

    response = pagina.get(url("plan_voorbeeld", besluit.dossier.nummer))

    assert response.url == url("plan", besluit.dossier.nummer)


@pytest.mark.parametrize(("rol", "status"), [("auditor", 403), ("vreemde", 404)])
def test_who_may_not_make_a_voorbeeld(client, plan, nu, request, rol, status):
    client.force_login(request.getfixturevalue(rol))

    assert client.get(url("plan_voorbeeld", plan.dossier.nummer)).status_code == status


def test_plan_that_cannot_be_set_down_now_leads_back(pagina, dossier):
    response = pagina.get(url("plan_vaststellen", dossier.nummer), follow=True)

    assert berichten(response) == ["Het plan vaststellen kan niet: dit dossier staat op 'Aanmelding'."]


def test_addendum_sent_without_voorstellen_stays_where_it_is(pagina, besluit):
    response = pagina.post(url("addendum", besluit.dossier.nummer), AANVULLEN)

    assert fouten(response.context["form"]) == {"": ["Stel eerst ten minste één voorziening voor."]}
    assert "Er is nog niets om over te beslissen" in response.text


def test_voorbeeld_that_cannot_be_printed_says_why(pagina, plan, monkeypatch):
    def weiger(template, document):
        raise pdf.BriefFout("In het beeldmerk staat tekst.")

    monkeypatch.setattr("planvanaanpak.views.stukken.render_pdf", weiger)

    response = pagina.get(url("plan_voorbeeld", plan.dossier.nummer), follow=True)

    assert response.redirect_chain == [(url("plan", plan.dossier.nummer), 302)]
    assert berichten(response) == ["In het beeldmerk staat tekst."]


def test_plan_op_hoofdlijnen_without_voorzieningen_is_set_down_as_a_grant_of_the_support(pagina, pad, plan):
    plan.voorzieningen.all().delete()
    PlanVanAanpak.objects.filter(pk=plan.pk).update(soort="hoofdlijnen")

    response = pagina.get(pad)

    assert (response.context["open_punten"], response.context["soort"]) == ([], "Toekenning")
    assert "U kent de brede ondersteuning toe, met de doelen van dit plan." in response.text
    assert "Hierover beslist u" not in response.text


def test_addendum_outside_the_plan_leads_to_the_page_where_a_doel_is_added(pagina, besluit, bed):
    Voorziening.objects.filter(pk=bed.pk).update(leefgebied="zorg")
    pad = url("addendum", besluit.dossier.nummer)

    response = pagina.get(pad)

    doel = f"{url('doel_nieuw', besluit.dossier.nummer)}?leefgebied=zorg"
    assert [(punt.tekst, punt.url) for punt in response.context["open_punten"]] == [
        ("Zorg heeft geen doel. Toekennen kan alleen vanuit het plan", doel)
    ]
    assert f'href="{doel}"' in response.text
    assert 'name="gelezen"' not in response.text
    assert pagina.post(pad, AANVULLEN).status_code == 200
    assert Besluit.objects.filter(soort="addendum").count() == 0


def test_addendum_on_a_leefgebied_that_was_left_out_leads_to_that_leefgebied(pagina, besluit, bed):
    Voorziening.objects.filter(pk=bed.pk).update(leefgebied="werk")
    besluit.dossier.plan.leefgebieden.filter(leefgebied="werk").update(weggelaten="Niet nodig")

    (punt,) = pagina.get(url("addendum", besluit.dossier.nummer)).context["open_punten"]

    assert punt.tekst == "Werk is weggelaten. Toekennen kan alleen vanuit het plan"
    assert punt.url == url("leefgebied_bijwerken", besluit.dossier.nummer, "werk")

"""Keeping a plan right after the besluit: doelen of gezinsleden, closed doelen, a plan that opened again, new fasen."""

import re
from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.keuzes import Leefgebied
from cases.models import Dossier, DossierEvent
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.doelen import Stapgegevens, doel_weghalen, stap_bewaren
from planvanaanpak.actions.fasen import fase_evalueren, fase_plannen
from planvanaanpak.actions.leefgebieden import plan_bewaren
from planvanaanpak.actions.verdiepen import doelstelling_wijzigen
from planvanaanpak.keuzes import Evaluatie
from planvanaanpak.models import Doel, Planfase, PlanVanAanpak
from planvanaanpak.nodig import nodig
from planvanaanpak.opbouw import plangegevens
from planvanaanpak.pdf import besluit_html
from planvanaanpak.planbron import fasen_van, planteksten
from tests.factories import moment
from tests.planvanaanpak.besluitstappen import trek_in, verstuur
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url
from tests.planvanaanpak.test_actions_doelen import maak_lid, voeg_toe

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG)


@pytest.fixture
def heropend(besluit, consulent, nu):
    """Give the plan of which the toekenning was taken back: it is open again."""
    trek_in(verstuur(besluit, consulent), consulent)
    return PlanVanAanpak.objects.get(dossier=besluit.dossier)


def gesloten(besluit, by):
    """Give a step to a doel that was closed with that step still open."""
    doel = besluit.dossier.plan.doelen.get(leefgebied="wonen")
    stap = stap_bewaren(doel=doel, gegevens=Stapgegevens(wat="Bellen", wie="U"), by=by, at=AT, on=VANDAAG)
    Doel.objects.filter(pk=doel.pk).update(status="vervallen", reden_vervallen="Verhuisd.")
    return stap


def bewaar(plan, by, gebied, **anders):
    nu = planteksten(plan.dossier, plan)
    tekst = nu[gebied]
    for veld, waarde in anders.items():
        tekst = tekst.met(veld, waarde)
    plan_bewaren(plan=plan, teksten={gebied: tekst}, stempels={gebied: nu[gebied].stempel}, by=by, at=AT)


def lees(plan):
    return PlanVanAanpak.objects.get(pk=plan.pk)


def test_doel_of_a_gezinslid_stays_out_of_the_field_of_the_inwoner(plan, consulent):
    lid = maak_lid(plan.dossier, consulent)
    voeg_toe(plan, consulent, leefgebied=Leefgebied.GEZIN, tekst="Sam slaapt goed.", gezinslid=lid)
    plan = lees(plan)
    assert planteksten(plan.dossier, plan)[Leefgebied.GEZIN].doel == ""

    bewaar(plan, consulent, Leefgebied.GEZIN, doel="U heeft rust in huis.")

    assert list(plan.doelen.filter(leefgebied="gezin").values_list("tekst", "gezinslid")) == [
        ("Sam slaapt goed.", lid.pk),
        ("U heeft rust in huis.", None),
    ]
    plan = lees(plan)
    assert planteksten(plan.dossier, plan)[Leefgebied.GEZIN].doel == "U heeft rust in huis."
    bewaar(plan, consulent, Leefgebied.GEZIN, doel="")
    assert [doel.tekst for doel in plan.doelen.filter(leefgebied="gezin")] == ["Sam slaapt goed."]


def test_doel_of_a_gezinslid_counts_on_the_checklist_and_is_shown_whole(pagina, plan, consulent):
    plan.doelen.filter(leefgebied="wonen").delete()
    assert "Wonen: het doel" in [punt.tekst for punt in nodig(plangegevens(Dossier.objects.get(pk=plan.dossier_id)))]
    lid = maak_lid(plan.dossier, consulent)
    voeg_toe(plan, consulent, tekst="Sam heeft een eigen bed.", gezinslid=lid)

    response = pagina.get(url("plan", plan.dossier.nummer))

    assert "Wonen" in [punt.tekst for punt in response.context["nodig"] if punt.klaar]
    wonen = response.context["blokken"][0]
    assert (wonen.doel_in_veld, wonen.form["doel"].value()) == (None, "")
    assert "Sam heeft een eigen bed." in response.text


def test_step_of_a_closed_doel_has_no_link_but_the_way_to_open_the_doel(pagina, besluit, consulent):
    stap = gesloten(besluit, consulent)
    nummer = besluit.dossier.nummer

    html = pagina.get(url("plan", nummer)).text

    assert "Bellen" in html
    assert url("doelstap", nummer, stap.pk) not in html
    assert f'href="{url("doel", nummer, stap.doel_id)}">Doel weer openen' in html
    for pad in (url("doelstap", nummer, stap.pk), url("doelstap_nieuw", nummer, stap.doel_id)):
        response = pagina.get(pad, follow=True)
        assert response.redirect_chain == [(url("doel", nummer, stap.doel_id), 302)]
    assert berichten(response)[-1] == "Dit doel is vervallen. Open het doel eerst weer."


def test_plan_that_opened_again_asks_about_the_doelstelling_that_changed(pagina, besluit, consulent):
    deel = besluit.dossier.plan.leefgebieden.get(leefgebied="werk")
    doelstelling_wijzigen(deel=deel, tekst="Een startkwalificatie", feiten="Een opleiding.", by=consulent, at=AT)
    trek_in(verstuur(besluit, consulent), consulent)

    blok = next(b for b in pagina.get(url("plan", besluit.dossier.nummer)).context["blokken"] if b.leefgebied == "werk")

    assert blok.form.fields["voldoet"].label == "Voldoet dit aan: een startkwalificatie?"


def test_doel_of_a_plan_that_opened_again_goes_with_a_reason(heropend, consulent):
    doel = heropend.doelen.get(leefgebied="wonen")

    with pytest.raises(ActieFout, match="Schrijf op waarom u het weghaalt"):
        doel_weghalen(doel=doel, reden=" ", by=consulent, at=AT)
    with pytest.raises(ActieFout, match="Haal het weg op de pagina van het doel"):
        bewaar(heropend, consulent, Leefgebied.WONEN, doel="")
    assert Doel.objects.filter(pk=doel.pk).exists()

    doel_weghalen(doel=doel, reden="U woont nu ergens anders.", by=consulent, at=AT)

    laatste = DossierEvent.objects.latest("pk")
    assert (laatste.soort, laatste.reden) == ("doel_weggehaald", "U woont nu ergens anders.")


def haal_weg(pagina, plan, **data):
    """Take a doel away on its page, and say whether that asked why."""
    doel = plan.doelen.get(leefgebied="wonen")
    pad = url("doel_weghalen", plan.dossier.nummer, doel.pk)
    vraagt = "reden" in pagina.get(pad).context["form"].fields
    pagina.post(pad, data)
    assert not Doel.objects.filter(pk=doel.pk).exists()
    return vraagt


def test_page_to_take_a_doel_away_asks_nothing_before_the_besluit(pagina, plan):
    assert not haal_weg(pagina, plan)


def test_page_to_take_a_doel_away_asks_why_after_a_besluit(pagina, heropend):
    assert haal_weg(pagina, heropend, reden="Verhuisd.")


def test_questions_that_help_stand_on_the_page_that_works_a_leefgebied_out(pagina, besluit):
    html = pagina.get(url("leefgebied_bijwerken", besluit.dossier.nummer, "zorg")).text

    assert html.count("Vragen die helpen") == 2
    assert "Wat is de huidige situatie?" in html


def test_fasen_that_the_beleid_got_later_are_there_and_get_a_row_when_they_are_planned(pagina, besluit, consulent):
    plan = besluit.dossier.plan
    namen = [fase.naam for fase in plan.fasen.all()]
    Planfase.objects.filter(plan=plan).delete()
    nummer = besluit.dossier.nummer

    response = pagina.get(url("plan", nummer))
    assert [(fase.nummer, fase.naam, fase.pk) for fase in response.context["fasen"]] == [
        (n, naam, None) for n, naam in enumerate(namen, start=1)
    ]
    response = pagina.post(url("fase_plannen", nummer, 2), {"datum": "06-05-2026"})
    assert response.url == f"{url('plan', nummer)}#fasen"

    assert list(Planfase.objects.values_list("nummer", "naam", "datum_evaluatie")) == [(2, namen[1], date(2026, 5, 6))]
    assert [fase.naam for fase in fasen_van(besluit.dossier, lees(plan))] == namen
    assert pagina.get(url("fase_plannen", nummer, 4)).status_code == 404


def test_fase_is_made_once_when_two_plan_it(besluit, consulent):
    Planfase.objects.all().delete()
    fase = fasen_van(besluit.dossier, besluit.dossier.plan)[0]

    for dag in (date(2026, 5, 6), date(2026, 5, 7)):
        fase_plannen(fase=fase, datum=dag, by=consulent, at=AT, on=VANDAAG)

    assert list(Planfase.objects.values_list("nummer", "datum_evaluatie")) == [(1, date(2026, 5, 7))]


def test_plan_in_the_letter_names_its_fasen(plan, consulent, brieven_gevraagd):
    fase_plannen(fase=plan.fasen.get(nummer=1), datum=date(2026, 5, 6), by=consulent, at=AT, on=VANDAAG)

    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=AT, on=VANDAAG)

    (brief,) = brieven_gevraagd
    assert [(fase.naam, fase.evaluatie) for fase in brief.fasen] == [
        (fase.naam, fase.datum_evaluatie) for fase in plan.fasen.all()
    ]
    html = re.sub(r"\s+", " ", besluit_html(brief))
    assert "Het plan heeft 3 fasen." in html
    assert "Wij bespreken dit op 6 mei 2026." in html
    assert html.count("De dag spreken wij nog met u af.") == 2


@pytest.mark.parametrize(("uitkomst", "verzonden"), [("aanpassen", True), ("aanpassen", False), ("klaar", True)])
def test_evaluation_that_changes_the_plan_leads_to_the_herziening(pagina, besluit, consulent, uitkomst, verzonden):
    if verzonden:
        verstuur(besluit, consulent)
    fase_evalueren(
        fase=besluit.dossier.plan.fasen.get(nummer=1), datum=VANDAAG, uitkomst=Evaluatie(uitkomst),
        toelichting="Er is meer hulp nodig.", by=consulent, at=AT, on=VANDAAG,
    )  # fmt: skip

    html = pagina.get(url("plan", besluit.dossier.nummer)).text

    assert (url("besluit_herzien", besluit.nummer) in html) == (verzonden and uitkomst == "aanpassen")


def test_plans_of_the_gezin_say_all_and_are_found_from_the_people(pagina, besluit, consulent):
    dossier, koelkast = besluit.dossier, besluit.voorzieningen.get(omschrijving="Koelkast")
    koelkast.uitvoerder = "Witgoedhuis"
    koelkast.save()
    doel = dossier.plan.doelen.get(leefgebied="wonen")
    gegevens = Stapgegevens(wat="Winkels vergelijken", wie="De inwoner", datum_uiterlijk=date(2026, 5, 1))
    stap_bewaren(doel=doel, gegevens=gegevens, by=consulent, at=AT, on=VANDAAG)

    html = pagina.get(url("plan_gezin", dossier.nummer)).text.replace("\xa0", " ")

    for tekst in (
        "Zo is het nu met wonen.",
        "Voldoet dit aan: passende woning?", "Winkels vergelijken: De inwoner, uiterlijk 1 mei",
        "€ 466,33", "voor: de inwoner zelf, door Witgoedhuis; toegekend",
        url("voorziening_bekijken", dossier.nummer, koelkast.pk),
    ):  # fmt: skip
        assert tekst in html, tekst
    assert url("plan_gezin", dossier.nummer) in pagina.get(url("mensen", dossier.nummer)).text

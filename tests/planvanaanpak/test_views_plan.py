"""The page of a plan: filled in, saved without losing a word, and read after the besluit."""

from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.forms.vrijetekst import BSN_IN_TEKST
from cases.keuzes import Leefgebied
from cases.models import Dossier, DossierEvent
from cases.status import Status
from planvanaanpak.actions.plan import plan_openen, voorziening_bewaren
from planvanaanpak.models import PlanVanAanpak, Voorziening
from planvanaanpak.planbron import planteksten
from planvanaanpak.plantekst import Plantekst
from tests.factories import moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import KOELKAST

pytestmark = pytest.mark.django_db


def invoer(response):
    """Give what a browser would send back unchanged."""
    return {
        f"{form.prefix}-{naam}": form[naam].value() or ""
        for form in response.context["formulieren"]
        for naam in form.fields
    }


def opgeslagen(dossier):
    return planteksten(dossier, PlanVanAanpak.objects.get(dossier=dossier))


def formulieren(response):
    return {form.leefgebied: form for form in response.context["formulieren"] if hasattr(form, "leefgebied")}


def test_new_plan_shows_the_hulpvragen_and_makes_nothing_yet(pagina, na_gesprek):
    response = pagina.get(url("plan", na_gesprek.nummer))

    assert response.templates[0].name == "planvanaanpak/plan_form.html"
    assert formulieren(response)[Leefgebied.WONEN]["hulpvraag"].value() == "Mijn koelkast is kapot."
    assert PlanVanAanpak.objects.count() == 0


@pytest.mark.parametrize(
    "veld", ["plan-situatie", "wonen-situatie", "wonen-hulpvraag", "wonen-doel", "wonen-weggelaten"]
)
def test_bsn_in_the_plan_is_refused_at_its_field_and_nothing_is_saved(pagina, na_gesprek, veld):
    pad = url("plan", na_gesprek.nummer)

    response = pagina.post(pad, invoer(pagina.get(pad)) | {veld: "Nummer 9999.90.019"})

    alle = {
        form.add_prefix(naam): fouten
        for form in response.context["formulieren"]
        for naam, fouten in form.errors.items()
    }
    assert alle == {veld: [BSN_IN_TEKST]}
    assert BSN_IN_TEKST in response.text
    assert "Nummer 9999.90.019" in response.text
    assert PlanVanAanpak.objects.count() == 0


def test_first_save_makes_the_plan_with_all_leefgebieden(pagina, na_gesprek):
    pad = url("plan", na_gesprek.nummer)
    data = invoer(pagina.get(pad)) | {
        "wonen-situatie": "De koelkast is kapot.",
        "wonen-voldoet": "nee",
        "wonen-doel": "Er is een koelkast.",
        "zorg-situatie": "Gezond.",
        "zorg-voldoet": "ja",
    }

    response = pagina.post(pad, data, follow=True)

    assert response.redirect_chain == [(pad, 302)]
    assert berichten(response) == ["Het plan is bewaard."]
    assert opgeslagen(na_gesprek) == {
        Leefgebied.WONEN: Plantekst(
            situatie="De koelkast is kapot.",
            voldoet="nee",
            hulpvraag="Mijn koelkast is kapot.",
            doel="Er is een koelkast.",
        ),
        Leefgebied.FINANCIEN: Plantekst(hulpvraag="Ik wil overzicht."),
        Leefgebied.GEZIN: Plantekst(),
        Leefgebied.WERK: Plantekst(),
        Leefgebied.ZORG: Plantekst(situatie="Gezond.", voldoet="ja"),
    }


def test_page_sent_back_unchanged_saves_nothing(pagina, plan):
    pad = url("plan", plan.dossier.nummer)
    aantal = DossierEvent.objects.count()

    response = pagina.post(pad, invoer(pagina.get(pad)), follow=True)

    assert berichten(response) == []
    assert DossierEvent.objects.count() == aantal


@pytest.mark.parametrize(
    ("verder", "doel"),
    [
        ("voorziening:werk", "voorzieningen/nieuw/?leefgebied=werk"),
        ("vaststellen", "vaststellen/"),
        ("voorziening:onzin", ""),
        ("https://elders.example/", ""),
    ],
)
def test_button_saves_first_and_then_leads_on(pagina, na_gesprek, verder, doel):
    pad = url("plan", na_gesprek.nummer)
    data = invoer(pagina.get(pad)) | {"werk-situatie": "Zoekt werk.", "verder": verder}

    response = pagina.post(pad, data)

    assert (response.status_code, response.url) == (302, f"{pad}{doel}")
    assert opgeslagen(na_gesprek)[Leefgebied.WERK].situatie == "Zoekt werk."


def test_error_keeps_all_that_was_typed(pagina, na_gesprek):
    pad = url("plan", na_gesprek.nummer)
    lang = "x" * 5001
    data = invoer(pagina.get(pad)) | {"wonen-situatie": lang, "zorg-doel": "Gezond eten."}

    response = pagina.post(pad, data)

    delen = formulieren(response)
    assert fouten(delen[Leefgebied.WONEN]) == {
        "situatie": ["Gebruik niet meer dan 5000 tekens. U gebruikt er nu 5001."]
    }
    assert delen[Leefgebied.WONEN]["situatie"].value() == lang
    assert delen[Leefgebied.ZORG]["doel"].value() == "Gezond eten."
    assert "<title>Fout: " in response.text
    assert PlanVanAanpak.objects.count() == 0


def test_colleague_in_another_leefgebied_is_told_and_kept(pagina, als_collega, plan):
    pad = url("plan", plan.dossier.nummer)
    mijn, van_bram = invoer(pagina.get(pad)), invoer(als_collega.get(pad))
    als_collega.post(pad, van_bram | {"wonen-situatie": "Van Bram."})

    response = pagina.post(pad, mijn | {"werk-situatie": "Van mij."}, follow=True)

    assert berichten(response) == [
        "Een collega wijzigde intussen wonen. Die wijziging is gebleven.",
        "Het plan is bewaard.",
    ]
    nu = opgeslagen(plan.dossier)
    assert (nu[Leefgebied.WONEN].situatie, nu[Leefgebied.WERK].situatie) == ("Van Bram.", "Van mij.")


def test_colleague_in_the_same_field_is_shown_beside_what_was_typed(pagina, als_collega, plan):
    pad = url("plan", plan.dossier.nummer)
    mijn, van_bram = invoer(pagina.get(pad)), invoer(als_collega.get(pad))
    als_collega.post(pad, van_bram | {"wonen-situatie": "Van Bram.", "gezin-situatie": "Ook van Bram."})

    botsing = pagina.post(pad, mijn | {"wonen-situatie": "Van mij.", "werk-situatie": "Ook van mij."})

    delen = formulieren(botsing)
    (melding,) = fouten(delen[Leefgebied.WONEN])["situatie"]
    assert melding.replace("\xa0", " ") == (
        "Bram Terpstra wijzigde dit bij wonen ook (20 april 2026, 11.30 uur). Bewaard is nu: “Van Bram.”"
        " Uw tekst staat er nog: pas die aan en bewaar opnieuw."
    )
    assert {gebied: form["situatie"].value() for gebied, form in delen.items()} == {
        Leefgebied.WONEN: "Van mij.",
        Leefgebied.FINANCIEN: "Zo is het nu met financiën.",
        Leefgebied.GEZIN: "Ook van Bram.",
        Leefgebied.WERK: "Ook van mij.",
        Leefgebied.ZORG: "Zo is het nu met zorg.",
    }
    assert opgeslagen(plan.dossier)[Leefgebied.WERK].situatie == "Zo is het nu met werk."

    pagina.post(pad, invoer(botsing))

    nu = opgeslagen(plan.dossier)
    assert [nu[gebied].situatie for gebied in (Leefgebied.WONEN, Leefgebied.GEZIN, Leefgebied.WERK)] == [
        "Van mij.",
        "Ook van Bram.",
        "Ook van mij.",
    ]


def test_text_typed_while_a_colleague_set_the_plan_down_is_not_lost(pagina, plan):
    pad = url("plan", plan.dossier.nummer)
    data = invoer(pagina.get(pad)) | {"werk-situatie": "Nog snel getypt."}
    Dossier.objects.filter(pk=plan.dossier_id).update(status=Status.UITVOERING)

    response = pagina.post(pad, data)

    assert response.status_code == 200
    assert "Het plan wijzigen kan niet: dit dossier staat op" in unescape(response.text)
    assert "Wat u typte, is niet bewaard." in response.text
    assert formulieren(response)[Leefgebied.WERK]["situatie"].value() == "Nog snel getypt."
    assert opgeslagen(plan.dossier)[Leefgebied.WERK].situatie == "Zo is het nu met werk."


def test_aside_shows_the_term_the_checklist_and_the_sums(pagina, plan):
    plan.leefgebieden.filter(leefgebied="werk").update(situatie="", voldoet="")

    response = pagina.get(url("plan", plan.dossier.nummer))

    context, pad = response.context, url("plan", plan.dossier.nummer)
    assert (context["klok"].uiterste_datum.isoformat(), context["klok"].stand.woorden) == ("2026-05-07", "nog 17 dagen")
    assert [(p.tekst, p.url) for p in context["nodig"] if not p.klaar] == [
        ("Werk: hoe het nu is, of het voldoet", f"{pad}#id_werk-situatie")
    ]
    assert (context["klaar"], context["open_punten"]) == (9, 1)
    bedragen = context["bedragen"]
    assert [str(b) for b in (bedragen.materieel, bedragen.immaterieel, bedragen.toekennen, bedragen.afwijzen)] == [
        "466.33",
        "1800.00",
        "2266.33",
        "0.00",
    ]
    assert 'value="vaststellen"' not in response.text


def test_complete_plan_offers_to_be_set_down(pagina, plan):
    response = pagina.get(url("plan", plan.dossier.nummer))

    assert response.context["open_punten"] == 0
    assert 'name="verder" value="vaststellen"' in response.text


def test_points_done_elsewhere_lead_there(pagina, client, na_gesprek, coordinator):
    type(na_gesprek.persoon).objects.update(huisnummer="")
    type(na_gesprek.gemeente).objects.update(mandaat="")

    punten = {p.tekst: p.url for p in pagina.get(url("plan", na_gesprek.nummer)).context["nodig"]}

    assert punten["Ten minste één voorziening"] == f"{url('plan', na_gesprek.nummer)}#voorzieningen"
    assert punten["Akkoord van de inwoner"] == url("akkoord", na_gesprek.nummer)
    assert punten["Volledig adres van de inwoner"] == url("persoon_wijzigen", na_gesprek.nummer)
    assert punten["Gegevens van de gemeente: mandaat"] == ""


@pytest.mark.parametrize(
    ("rol", "status"), [("auditor", 200), ("vreemde", 404), ("financieel", 403), ("beheerder", 403)]
)
def test_who_may_see_a_plan(plan, nu, request, rol, status):
    client = Client()
    client.force_login(request.getfixturevalue(rol))

    response = client.get(url("plan", plan.dossier.nummer))

    assert response.status_code == status
    if status == 200:
        assert response.templates[0].name == "planvanaanpak/plan_detail.html"


def test_auditor_cannot_save(plan, auditor, client, nu):
    client.force_login(auditor)

    response = client.post(url("plan", plan.dossier.nummer), {"werk-situatie": "Anders."})

    assert response.status_code == 403
    assert opgeslagen(plan.dossier)[Leefgebied.WERK].situatie == "Zo is het nu met werk."


def test_before_the_eerste_gesprek_the_page_says_what_comes_first(pagina, dossier):
    response = pagina.get(url("plan", dossier.nummer))

    assert "Er is nog geen plan van aanpak" in response.text
    assert url("eerste_gesprek", dossier.nummer) in response.text


def test_vastgesteld_plan_is_read_with_its_doelen_and_the_road_to_add(pagina, besluit, consulent):
    dossier = besluit.dossier
    wachtend = voorziening_bewaren(
        plan=dossier.plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(VANDAAG)
    )

    response = pagina.get(url("plan", dossier.nummer))

    assert response.templates[0].name == "planvanaanpak/plan_detail.html"
    assert response.context["voorstellen"] == [wachtend]
    for naam, args in (
        ("besluit", [besluit.nummer]),
        ("addendum", [dossier.nummer]),
        ("voorziening", [dossier.nummer, wachtend.pk]),
        ("doel", [dossier.nummer, dossier.plan.doelen.get(leefgebied="wonen").pk]),
    ):
        assert f'href="{url(naam, *args)}"' in response.text, naam
    assert "<textarea" not in response.text
    toegekend = Voorziening.objects.get(omschrijving="Koelkast")
    assert f'href="{url("voorziening", dossier.nummer, toegekend.pk)}"' not in response.text


def test_plan_after_niet_erkend_can_be_added_to_but_its_doelen_stay(pagina, besluit):
    """SPR art. 3 lid 7: new costs for 30 dagen more."""
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=Status.ACCLIMATISATIE)

    tekst = pagina.get(url("plan", besluit.dossier.nummer)).text

    assert url("voorziening_nieuw", besluit.dossier.nummer) in tekst
    assert "Doel bijwerken" not in tekst


def test_plan_after_its_end_is_only_read_but_for_its_akkoord(pagina, besluit):
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=Status.AFGESLOTEN)

    response = pagina.get(url("plan", besluit.dossier.nummer))

    nummer = besluit.dossier.nummer
    assert response.status_code == 200
    assert url("voorziening_nieuw", nummer) not in response.text
    assert f'href="{url("akkoord", nummer)}"' in response.text
    akkoord = pagina.get(url("akkoord", nummer))
    assert (akkoord.status_code, akkoord.context["vastgesteld"]) == (200, True)


@pytest.mark.parametrize("status", [Status.NAZORG, Status.AFGESLOTEN])
def test_akkoord_after_an_end_without_a_plan_leads_back(pagina, plan, status):
    Dossier.objects.filter(pk=plan.dossier_id).update(status=status)

    lezen = pagina.get(url("plan", plan.dossier.nummer))
    response = pagina.get(url("akkoord", plan.dossier.nummer), follow=True)

    assert url("akkoord", plan.dossier.nummer) not in lezen.text
    assert berichten(response) == [f"Akkoord vastleggen kan niet: dit dossier staat op '{status.label}'."]


def test_closed_venster_is_told_on_the_page(pagina, besluit):
    besluit.dossier.termijnen.filter(regel="materiele_verstrekking").update(
        start="2025-09-01", uiterste_datum="2026-03-01"
    )

    response = pagina.get(url("plan", besluit.dossier.nummer))

    (let_op,) = response.context["let_op"]
    link = (
        f'<a class="nl-link" href="/dossiers/{besluit.dossier.nummer}/hardheidsclausule/">Naar de hardheidsclausule</a>'
    )
    assert let_op == f"Spullen toekennen kon tot en met 1 maart 2026. Nu kunt u alleen nog afwijzen. {link}"


def queries(client, pad):
    client.get(pad)
    with CaptureQueriesContext(
        connection,
    ) as gevraagd:
        assert client.get(pad).status_code == 200
    return len(gevraagd)


@pytest.mark.parametrize("naam", ["plan", "plan_vaststellen"])
def test_query_count_does_not_grow_with_the_voorzieningen(pagina, plan, consulent, naam):
    pad = url(naam, plan.dossier.nummer)
    met_twee = queries(pagina, pad)
    for volgnummer in range(8):
        gegevens = {**KOELKAST, "omschrijving": f"Bed {volgnummer}"}
        voorziening_bewaren(plan=plan, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    assert queries(pagina, pad) == met_twee
    assert met_twee <= 20


def test_query_count_of_a_vastgesteld_plan(pagina, besluit):
    assert queries(pagina, url("plan", besluit.dossier.nummer)) <= 20


def test_plan_of_one_dossier_is_opened_once_by_two_people(na_gesprek, consulent, collega):
    eerste = plan_openen(dossier=na_gesprek, by=consulent, at=moment(VANDAAG))

    assert plan_openen(dossier=na_gesprek, by=collega, at=moment(VANDAAG)) == eerste


@pytest.mark.parametrize(("naam", "lijst"), [("plan", "nodig"), ("plan_vaststellen", "open_punten")])
def test_plan_that_changed_after_the_akkoord_asks_for_a_new_one(pagina, plan, consulent, naam, lijst):
    pad = url(naam, plan.dossier.nummer)
    assert all(punt.klaar for punt in pagina.get(pad).context[lijst])

    later = moment(VANDAAG, 11)
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=later)

    (punt,) = [punt for punt in pagina.get(pad).context[lijst] if not punt.klaar]
    assert (punt.tekst, punt.url) == (
        "Het akkoord is ouder dan het plan",
        url("akkoord_wijziging", plan.dossier.nummer),
    )

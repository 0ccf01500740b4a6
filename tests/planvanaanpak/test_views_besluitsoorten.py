"""The pages on which an aanvraag is refused or left aside, and a besluit revised or taken back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.aanvulling import aanvulling_ontvangen
from cases.models import Dossier
from cases.registratie import volgende_stap
from planvanaanpak import pdf
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.forms.voorziening import VoorzieningForm
from planvanaanpak.models import Besluit, Bezwaar, Goedkeuring, Voorziening
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.beoordeling import mandateer
from tests.planvanaanpak.besluitstappen import DAARNA, VIER_WEKEN
from tests.planvanaanpak.conftest import PDF, VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url

KLAAR = "Besluit {} is vastgesteld. Verstuur de brief en bevestig daarna de dag van verzending."
AFWIJZEN = {
    "grond": "Onvoldoende medewerking",
    "toelichting": "U kwam niet.",
    "zienswijze": "U vindt dit jammer.",
    "datum": "2026-04-20",
    "gelezen": "on",
}
BUITEN = {"toelichting": "Wij weten niet wat u verdient.", "datum": "2026-04-20", "gelezen": "on"}
INTREKKEN = {
    "ingang": "2026-04-20",
    "toelichting": "Het was niet juist.",
    "zienswijze": "U vroeg hierom.",
    "datum": "2026-04-20",
    "gelezen": "on",
}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@pytest.fixture
def gedrukt(monkeypatch):
    """Give the HTML of the letters that were shown, without printing them."""
    html = []

    def druk(template, document):
        html.append(pdf.render_html(template, document))
        return PDF

    monkeypatch.setattr("planvanaanpak.views.besluitsoorten.render_pdf", druk)
    return html


@halte
def gevraagd(na_gesprek, consulent):
    return stappen.vraag_aan(na_gesprek, consulent)


def afwijzen(dossier):
    return url("aanvraag_afwijzen", dossier.nummer)


def buiten(aanvulling):
    return url("buiten_behandeling", aanvulling.dossier.nummer, aanvulling.pk)


def herziening(besluit, **anders):
    """Fill in that the koelkast costs less and that the coach stays."""
    koelkast, coach = Voorziening.objects.order_by("pk")
    velden = {
        "toelichting": "U kreeg korting.", "zienswijze": "U vindt het goed.", "ingang": "2026-04-20",
        "datum": "2026-04-20", "gelezen": "on",
        f"wat_{koelkast.pk}": "anders", f"bedrag_{koelkast.pk}": "400,00",
        f"motivering_{koelkast.pk}": "De winkel gaf korting.",
        f"wat_{coach.pk}": "blijft", f"bedrag_{coach.pk}": "1.800,00",
        "stempel": f"{koelkast.pk}:toegekend:0 {coach.pk}:toegekend:0",
    }  # fmt: skip
    return velden | anders


def test_aanvraag_is_refused_on_a_ground_of_the_beleid(pagina, na_gesprek):
    response = pagina.get(afwijzen(na_gesprek))
    assert [stap.stand for stap in response.context["weg"]] == ["nu", "straks", "straks", "straks"]
    met_artikel = "Onvoldoende medewerking (artikel 8 lid 1 onder h van de beleidsregels)"
    assert ("Onvoldoende medewerking", met_artikel) in response.context["form"].fields["grond"].choices

    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN, follow=True)

    besluit = Besluit.objects.get()
    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == [KLAAR.format("9901-B-2026-00001")]
    assert besluit.snapshot["toelichting"].endswith(f"Grond voor dit besluit: {met_artikel}.")


def test_another_ground_is_written_out(pagina, na_gesprek):
    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN | {"grond": "anders"})
    assert fouten(response.context["form"]) == {"grond_anders": ["Schrijf op welke grond u de aanvraag afwijst."]}

    pagina.post(afwijzen(na_gesprek), AFWIJZEN | {"grond": "anders", "grond_anders": "U woont hier niet"})

    assert Besluit.objects.get().snapshot["toelichting"].endswith("Grond voor dit besluit: U woont hier niet.")


def test_letter_can_be_read_before_it_is_vastgesteld(pagina, na_gesprek, gedrukt):
    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN | {"gelezen": "", "voorbeeld": "1"})

    assert (response.content, response["Content-Type"]) == (PDF, "application/pdf")
    assert "Wij wijzen uw aanvraag af." in gedrukt[0]
    assert "U vindt dit jammer." in gedrukt[0]
    assert '<body class="voorbeeld">' in gedrukt[0]
    assert Besluit.objects.count() == 0


def test_letter_that_is_not_filled_in_says_what_lacks(pagina, na_gesprek, gedrukt):
    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN | {"toelichting": "", "gelezen": "", "voorbeeld": "1"})

    assert fouten(response.context["form"]) == {"toelichting": ["Vul dit veld in."]}
    assert gedrukt == []


def test_letter_that_cannot_be_printed_says_why(pagina, na_gesprek, monkeypatch):
    def weiger(template, document):
        raise pdf.BriefFout("In het beeldmerk staat tekst.")

    monkeypatch.setattr("planvanaanpak.views.besluitsoorten.render_pdf", weiger)

    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN | {"voorbeeld": "1"})

    assert fouten(response.context["form"]) == {"": ["In het beeldmerk staat tekst."]}


def test_dates_are_shown_without_complaints_about_the_rest(pagina, na_gesprek):
    response = pagina.post(afwijzen(na_gesprek), {"datum": "2026-04-24", "bekijken": "1"})

    assert response.context["bezwaar_tot"] == date(2026, 6, 5)
    assert fouten(response.context["form"]) == {}
    assert Besluit.objects.count() == 0


def test_refusing_twice_says_so_and_keeps_what_was_typed(pagina, na_gesprek):
    pagina.post(afwijzen(na_gesprek), AFWIJZEN)

    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN)

    assert fouten(response.context["form"]) == {
        "": ["De aanvraag afwijzen kan niet: dit dossier staat op 'Afgesloten'."]
    }
    assert Besluit.objects.count() == 1


def test_bsn_is_kept_out_of_the_letter(pagina, na_gesprek):
    response = pagina.post(afwijzen(na_gesprek), AFWIJZEN | {"zienswijze": "BSN 999990019"})

    assert set(fouten(response.context["form"])) == {"zienswijze"}


def test_aanvraag_is_left_aside_after_the_time_to_complete(pagina, gevraagd):
    response = pagina.get(buiten(gevraagd))
    assert response.context["tot"] == VIER_WEKEN

    response = pagina.post(buiten(gevraagd), BUITEN, follow=True)

    assert berichten(response) == [KLAAR.format("9901-B-2026-00001")]
    assert Besluit.objects.get().soort == "buiten_behandeling"


def test_letter_that_leaves_after_the_four_weeks_is_told_at_the_date(pagina, gevraagd):
    response = pagina.post(buiten(gevraagd), BUITEN | {"datum": "2026-05-07"})

    assert fouten(response.context["form"]) == {
        "datum": ["De brief moet uiterlijk op 6 mei 2026 de deur uit (Awb artikel 4:5 lid 4)."]
    }


def test_page_leads_back_while_the_inwoner_still_has_time(client, consulent, gevraagd):
    with time_machine.travel(moment(DAARNA - timedelta(days=1)), tick=False):
        client.force_login(consulent)
        response = client.get(buiten(gevraagd), follow=True)

    assert response.redirect_chain == [(gevraagd.dossier.get_absolute_url(), 302)]
    assert berichten(response)[0].startswith("De inwoner kan nog aanvullen tot en met 7 april 2026.")


@pytest.mark.parametrize(
    ("on", "knop"),
    [
        pytest.param(VANDAAG, "Buiten behandeling laten", id="within-four-weeks"),
        pytest.param(date(2026, 5, 7), "Aanvulling ontvangen", id="after-four-weeks"),
    ],
)
def test_next_step_offers_to_leave_it_aside_as_long_as_that_can(gevraagd, consulent, on, knop):
    Dossier.objects.update(casusregisseur=consulent)
    dossier = Dossier.objects.voor_pagina().get(pk=gevraagd.dossier_id)

    stap = volgende_stap(dossier, consulent, on)

    assert (stap.knop, stap.tweede_knop) == ("Verder zonder aanvulling", knop)
    if on == VANDAAG:
        assert stap.tweede_url == buiten(gevraagd)
        assert "uiterlijk woensdag 6 mei 2026 bij de inwoner zijn (Awb artikel 4:5 lid 4)" in stap.tekst


def test_card_offers_to_leave_it_aside_when_too_little_came(client, consulent, gevraagd):
    dag = date(2026, 3, 30)
    aanvulling_ontvangen(
        aanvulling=gevraagd,
        datum=dag,
        is_volledig=False,
        toelichting="Nog een bladzijde.",
        **stappen.wie(consulent, dag),
    )
    for on, staat_er in ((date(2026, 4, 28), True), (date(2026, 4, 29), False)):
        with time_machine.travel(moment(on), tick=False):
            client.force_login(consulent)
            assert (buiten(gevraagd) in client.get(gevraagd.dossier.get_absolute_url()).text) is staat_er


def test_besluit_is_taken_back_and_names_the_other(pagina, verstuurd):
    response = pagina.post(url("besluit_intrekken", verstuurd.nummer), INTREKKEN, follow=True)

    nieuw = Besluit.objects.get(soort="intrekking")
    assert response.redirect_chain == [(nieuw.get_absolute_url(), 302)]
    assert f'Trekt in</dt><dd><a class="nl-link" href="{verstuurd.get_absolute_url()}"' in response.text
    eerste = pagina.get(verstuurd.get_absolute_url())
    assert [ander.nummer for ander in eerste.context["gewijzigd_met"]] == [nieuw.nummer]
    assert (eerste.context["kan_intrekken"], eerste.context["kan_herzien"]) == (False, False)
    assert "ingetrokken met 9901-B-2026-00002" in pagina.get(nieuw.dossier.get_absolute_url()).text


def test_first_day_before_the_besluit_is_told_at_the_date(pagina, verstuurd):
    response = pagina.post(url("besluit_intrekken", verstuurd.nummer), INTREKKEN | {"ingang": "2026-04-19"})

    assert fouten(response.context["form"]) == {
        "ingang": ["Het besluit is van 20 april 2026. Kies die dag of een latere dag."]
    }


@pytest.mark.parametrize("naam", ["besluit_intrekken", "besluit_herzien"])
def test_besluit_that_has_not_left_leads_back(pagina, besluit, naam):
    response = pagina.get(url(naam, besluit.nummer), follow=True)

    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == ["Dit besluit is nog niet verzonden. Bevestig eerst de verzending."]


def test_herziening_starts_with_what_was_decided(pagina, verstuurd):
    response = pagina.get(url("besluit_herzien", verstuurd.nummer))

    koelkast, coach = response.context["form"].rijen
    assert (koelkast.voorziening.omschrijving, koelkast.wat.value(), str(koelkast.bedrag.value())) == (
        "Koelkast", "blijft", "466.33",
    )  # fmt: skip
    assert [code for code, _ in coach.wat.field.choices] == ["blijft", "anders", "vervalt"]


def test_herziening_is_vastgesteld_from_the_page(pagina, verstuurd):
    response = pagina.post(url("besluit_herzien", verstuurd.nummer), herziening(verstuurd), follow=True)

    assert berichten(response) == [KLAAR.format("9901-B-2026-00002")]
    assert [(r.omschrijving, r.wijziging) for r in response.context["brief"].voorzieningen] == [("Koelkast", "anders")]
    assert "herzien<span" in pagina.get(url("plan", verstuurd.dossier.nummer)).text


def test_what_is_wrong_with_a_voorziening_is_told_at_its_field(pagina, verstuurd):
    koelkast = Voorziening.objects.order_by("pk").first()
    anders = {f"motivering_{koelkast.pk}": "", f"bedrag_{koelkast.pk}": "466,33"}

    response = pagina.post(url("besluit_herzien", verstuurd.nummer), herziening(verstuurd, **anders))

    assert set(fouten(response.context["form"])) == {f"motivering_{koelkast.pk}", f"bedrag_{koelkast.pk}"}
    assert Besluit.objects.count() == 1


def test_what_a_colleague_revised_meanwhile_is_shown_before_it_is_revised_again(pagina, verstuurd, consulent):
    koelkast = Voorziening.objects.order_by("pk").first()
    velden, adres = herziening(verstuurd), url("besluit_herzien", verstuurd.nummer)
    eerste = stappen.herzie(
        verstuurd, [stappen.regel(koelkast, "anders", "440.00")], consulent, ingang=VANDAAG, on=VANDAAG
    )

    response = pagina.post(adres, velden)

    form = response.context["form"]
    assert fouten(form)[""][0].startswith("Een collega veranderde intussen een van deze voorzieningen.")
    assert form["stempel"].value().startswith(f"{koelkast.pk}:toegekend:{eerste.pk} ")
    assert Besluit.objects.filter(soort="herziening").count() == 1

    pagina.post(adres, velden | {"stempel": form["stempel"].value()})

    assert Besluit.objects.latest("pk").snapshot["voorzieningen"][0]["was"] == "u krijgt dit, €\xa0440,00, eenmalig"


def test_what_was_never_written_is_asked_when_the_inwoner_gets_more(pagina, verstuurd):
    coach = Voorziening.objects.get(soort="immaterieel")
    Voorziening.objects.filter(pk=coach.pk).update(obstakel="", evenredigheid="")
    adres = url("besluit_herzien", verstuurd.nummer)
    meer = herziening(verstuurd) | {f"wat_{coach.pk}": "anders", f"bedrag_{coach.pk}": "1.900,00"}
    meer |= {f"motivering_{coach.pk}": "Er is meer nodig.", f"obstakel_{coach.pk}": "U kunt dit niet betalen."}

    assert [veld.label for veld in pagina.get(adres).context["form"].rijen[1].alsnog] == [
        "Welk obstakel neemt dit weg?", VoorzieningForm.base_fields["evenredigheid"].label,
    ]  # fmt: skip
    assert fouten(pagina.post(adres, meer).context["form"]) == {
        f"evenredigheid_{coach.pk}": ["Schrijf op of dit in verhouding staat tot het doel."]
    }
    pagina.post(adres, meer | {f"evenredigheid_{coach.pk}": "Het is het goedkoopste."})

    coach.refresh_from_db()
    assert (coach.bedrag, coach.obstakel, coach.evenredigheid) == (
        Decimal("1900.00"), "U kunt dit niet betalen.", "Het is het goedkoopste.",
    )  # fmt: skip


def test_herziening_can_be_read_first(pagina, verstuurd, gedrukt):
    pagina.post(url("besluit_herzien", verstuurd.nummer), herziening(verstuurd, gelezen="", voorbeeld="1"))

    (html,) = gedrukt
    assert "Dit verandert" in html
    assert "De winkel gaf korting." in html
    assert Besluit.objects.count() == 1


def test_herziening_that_gives_more_after_the_term_leads_to_the_hardheidsclausule(client, consulent, verstuurd):
    koelkast = Voorziening.objects.order_by("pk").first()
    on = date(2026, 9, 14)
    velden = herziening(verstuurd, datum="2026-09-14", ingang="2026-09-14", **{f"bedrag_{koelkast.pk}": "500,00"})
    with time_machine.travel(moment(on), tick=False):
        client.force_login(consulent)
        response = client.post(url("besluit_herzien", verstuurd.nummer), velden)

    (melding,) = fouten(response.context["form"])[""]
    assert url("hardheid", verstuurd.dossier.nummer) in melding


def test_herziening_after_bezwaar_is_offered_and_links_itself(client, consulent, verstuurd, jurist):
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(verstuurd, consulent), consulent)
    besloten = bezwaarstappen.beslis(
        bezwaar, jurist, Dictum.DEELS_GEGROND, gevolg="Een andere.", vervolg=Vervolg.NIEUW_BESLUIT
    )
    stappen.verstuur(besloten, jurist, bezwaarstappen.BESLOTEN)
    adres = f"{url('besluit_herzien', verstuurd.nummer)}?bezwaar={bezwaar.pk}"
    on = bezwaarstappen.BESLOTEN
    Dossier.objects.update(casusregisseur=consulent)
    dossier = Dossier.objects.voor_pagina().get(pk=verstuurd.dossier_id)
    stap = volgende_stap(dossier, consulent, on)
    assert (stap.knop, stap.url) == ("Besluit herzien", adres)

    with time_machine.travel(moment(on), tick=False):
        client.force_login(consulent)
        assert adres in client.get(url("bezwaar_vervolg", verstuurd.dossier.nummer, bezwaar.pk)).text
        client.post(adres, herziening(verstuurd, datum="2026-06-22", ingang="2026-06-22"))

    assert Bezwaar.objects.get(pk=bezwaar.pk).vervolg_besluit == Besluit.objects.get(soort="herziening")


@pytest.fixture
def na_gegrond(verstuurd, consulent, jurist, gemeente, beheerder):
    """Give the bezwaar against the besluit, decided and sent, in a gemeente that asks four eyes for a herziening."""
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(verstuurd, consulent), consulent)
    besloten = bezwaarstappen.beslis(
        bezwaar, jurist, Dictum.DEELS_GEGROND, gevolg="Een andere.", vervolg=Vervolg.NIEUW_BESLUIT
    )
    stappen.verstuur(besloten, jurist, bezwaarstappen.BESLOTEN)
    mandateer(gemeente, beheerder, soort="herziening", vier_ogen=True)
    return bezwaar


def test_herziening_after_bezwaar_keeps_the_bezwaar_with_four_eyes(client, consulent, collega, verstuurd, na_gegrond):
    adres = f"{url('besluit_herzien', verstuurd.nummer)}?bezwaar={na_gegrond.pk}"

    with time_machine.travel(moment(bezwaarstappen.BESLOTEN), tick=False):
        client.force_login(consulent)
        client.post(adres, herziening(verstuurd, datum="2026-06-22", ingang="2026-06-22"))
        vraag = Goedkeuring.objects.get()
        client.force_login(collega)
        client.post(vraag.get_absolute_url(), {"oordeel": "goed"})
        client.force_login(consulent)
        pagina = client.get(vraag.get_absolute_url())
        assert f'action="{adres}"' in pagina.text
        client.post(adres, dict(pagina.context["velden"]))

    assert vraag.pad == adres
    assert Bezwaar.objects.get(pk=na_gegrond.pk).vervolg_besluit == Besluit.objects.get(soort="herziening")


def test_herziening_after_a_bezwaar_that_was_withdrawn_meanwhile_keeps_the_text(
    client, consulent, verstuurd, na_gegrond
):
    adres = f"{url('besluit_herzien', verstuurd.nummer)}?bezwaar={na_gegrond.pk}"
    velden, waarom = herziening(verstuurd, datum="2026-06-22", ingang="2026-06-22"), "Dit bezwaar is ingetrokken."
    at = moment(bezwaarstappen.BESLOTEN)
    Bezwaar.objects.update(ingetrokken_op=at, ingetrokken_door=consulent, ingetrokken_reden="Dubbel.")

    with time_machine.travel(at, tick=False):
        client.force_login(consulent)
        gestuurd = client.post(adres, velden)
        geopend = client.get(adres)

    form = gestuurd.context["form"]
    assert form.errors == {"__all__": [f"{waarom} U kunt er niets meer aan wijzigen."]}
    assert form["toelichting"].value() == velden["toelichting"]
    assert geopend["Location"] == verstuurd.get_absolute_url()
    assert [str(een) for een in geopend.wsgi_request._messages] == [f"{waarom} U kunt er niets meer aan wijzigen."]
    assert not Besluit.objects.filter(soort="herziening").exists()


def test_question_is_not_asked_from_an_address_that_can_not_be_kept(client, consulent, verstuurd, na_gegrond):
    adres = f"{url('besluit_herzien', verstuurd.nummer)}?bezwaar={na_gegrond.pk}&x={'y' * 200}"

    with time_machine.travel(moment(bezwaarstappen.BESLOTEN), tick=False):
        client.force_login(consulent)
        response = client.post(adres, herziening(verstuurd, datum="2026-06-22", ingang="2026-06-22"), follow=True)

    assert berichten(response) == [
        "Het adres van deze bladzijde is te lang. Open het besluit opnieuw vanuit het dossier."
    ]
    assert not Goedkeuring.objects.exists()


@pytest.mark.parametrize("pk", ["x", "999999"])
def test_unknown_bezwaar_is_not_found(pagina, verstuurd, pk):
    assert pagina.get(f"{url('besluit_herzien', verstuurd.nummer)}?bezwaar={pk}").status_code == 404


def test_page_of_a_herziening_asks_the_same_for_one_and_three_voorzieningen(pagina, verstuurd):
    Voorziening.objects.order_by("pk").last().delete()
    aantallen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as vragen:
            pagina.get(url("besluit_herzien", verstuurd.nummer))
        aantallen.append(len(vragen))
        koelkast = Voorziening.objects.first()
        for naam in ("Bed", "Bank"):
            koelkast.pk, koelkast.omschrijving = None, naam
            koelkast.save(force_insert=True)

    assert aantallen[0] == aantallen[1]


def test_aanvraag_can_be_refused_from_the_card_and_the_list_of_what_lacks(pagina, na_gesprek):
    adres = afwijzen(na_gesprek)

    assert adres in pagina.get(na_gesprek.get_absolute_url()).text
    assert adres in pagina.get(url("plan_vaststellen", na_gesprek.nummer)).text


def test_road_of_a_plan_names_where_it_is(pagina, plan):
    pad = url("plan_vaststellen", plan.dossier.nummer)
    assert [stap.stand for stap in pagina.get(pad).context["weg"]] == ["klaar", "nu", "straks", "straks"]

    plan.leefgebieden.filter(leefgebied="werk").update(situatie="")

    assert [stap.stand for stap in pagina.get(pad).context["weg"]] == ["nu", "straks", "straks", "straks"]


def test_status_that_forbids_it_leads_back(pagina, verstuurd):
    response = pagina.get(afwijzen(verstuurd.dossier), follow=True)

    assert berichten(response) == ["De aanvraag afwijzen kan niet: dit dossier staat op 'Uitvoering'."]


def test_herziening_opens_only_what_is_changed_or_not_right(pagina, verstuurd):
    pad = url("besluit_herzien", verstuurd.nummer)
    koelkast, coach = Voorziening.objects.order_by("pk")

    def open_(response):
        return {rij.voorziening.omschrijving: rij.open for rij in response.context["form"].rijen}

    leeg = pagina.get(pad)
    assert open_(leeg) == {koelkast.omschrijving: False, coach.omschrijving: False}
    assert leeg.text.count('<details class="bo-kaart bo-meer bo-uitklap"><summary>') == 2
    ingevuld = pagina.post(pad, herziening(verstuurd, gelezen=""))
    assert open_(ingevuld) == {koelkast.omschrijving: True, coach.omschrijving: False}
    assert ingevuld.text.count('<details class="bo-kaart bo-meer bo-uitklap" open><summary>') == 1
    fout = pagina.post(pad, herziening(verstuurd) | {f"wat_{coach.pk}": "onzin"})
    assert open_(fout) == {koelkast.omschrijving: True, coach.omschrijving: True}

    Voorziening.objects.filter(pk=coach.pk).update(status="vervallen")
    assert open_(pagina.get(pad)) == {koelkast.omschrijving: True}

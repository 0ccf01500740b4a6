"""The pages of a letter after it left, and of consent to electronic post."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Dossier, Persoon
from cases.registratie import volgende_stap
from planvanaanpak.models import Berichttoestemming, Besluit, Retourpost, Verzending
from tests.factories import moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.conftest import PDF, VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import maak_bewijs

LATER = date(2026, 4, 28)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@pytest.fixture
def week_later(pagina, consulent):
    with time_machine.travel(moment(LATER), tick=False):
        pagina.force_login(consulent)
        yield


def verbeter(besluit):
    return url("verzenddatum_verbeteren", besluit.nummer)


def test_correction_first_says_what_it_does_to_the_last_day(pagina, verstuurd, week_later):
    response = pagina.post(verbeter(verstuurd), {"datum": "2026-04-22", "reden": "Tikfout"})

    context = response.context
    assert (context["was"], context["wordt"], context["is_eerder"]) == (date(2026, 6, 1), date(2026, 6, 3), False)
    assert Verzending.objects.count() == 1

    response = pagina.post(
        verbeter(verstuurd), {"datum": "2026-04-22", "reden": "Tikfout", "uitgelegd": "2026-04-22"}, follow=True
    )

    assert berichten(response) == ["De verzenddatum is nu 22 april 2026. Verstuur de nieuwe bijsluiter aan de inwoner."]
    assert Besluit.objects.get().verzonden_op == date(2026, 4, 22)
    assert "Tikfout" in response.text


def test_day_that_was_changed_after_the_explanation_is_explained_again(pagina, verstuurd, week_later):
    response = pagina.post(verbeter(verstuurd), {"datum": "2026-04-23", "reden": "x", "uitgelegd": "2026-04-22"})

    assert response.context["dag"] == date(2026, 4, 23)
    assert Verzending.objects.count() == 1


def test_earlier_last_day_is_warned_of(pagina, besluit, consulent, week_later):
    stappen.verstuur(besluit, consulent, date(2026, 4, 24), on=LATER)

    response = pagina.post(verbeter(besluit), {"datum": "2026-04-21", "reden": "x"})

    assert response.context["is_eerder"] is True
    assert "Awb artikel 6:11" in response.text


def test_impossible_correction_is_told_and_kept_on_screen(pagina, verstuurd, week_later):
    velden = {"datum": "2026-04-20", "reden": "x", "uitgelegd": "2026-04-20"}

    response = pagina.post(verbeter(verstuurd), velden)

    assert fouten(response.context["form"]) == {"": ["De brief staat al op 20 april 2026. Kies een andere dag."]}


@pytest.mark.parametrize(
    ("dag", "melding"),
    [
        ("1900-01-01", "Een besluit kan niet verzonden zijn vóórdat het is vastgesteld."),
        ("1999-12-31", "Een besluit kan niet verzonden zijn vóórdat het is vastgesteld."),
        ("2100-01-01", "De dag van verzending kan niet in de toekomst liggen."),
    ],
)
def test_day_on_which_it_can_not_have_left_is_told_at_the_date(pagina, verstuurd, week_later, dag, melding):
    response = pagina.post(verbeter(verstuurd), {"datum": dag, "reden": "x"})

    assert fouten(response.context["form"]) == {"datum": [melding]}
    assert "dag" not in response.context


@pytest.mark.parametrize("naam", ["verzenddatum_verbeteren", "brief_terug"])
def test_letter_that_has_not_left_leads_back(pagina, besluit, naam):
    response = pagina.get(url(naam, besluit.nummer), follow=True)

    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == ["Dit besluit is nog niet verzonden. Bevestig eerst de verzending."]


def test_letter_comes_back_and_is_sent_again_to_the_new_address(pagina, verstuurd, consulent, week_later):
    response = pagina.post(
        url("brief_terug", verstuurd.nummer), {"datum": "2026-04-27", "reden": "adres", "toelichting": ""}, follow=True
    )
    retour = Retourpost.objects.get()
    opnieuw = url("brief_opnieuw", verstuurd.nummer, retour.pk)
    assert response.redirect_chain == [(opnieuw, 302)]

    dossier = Dossier.objects.voor_pagina().get(pk=verstuurd.dossier_id)
    stap = volgende_stap(dossier, consulent, LATER)
    assert (stap.titel, stap.url) == ("De brief van besluit 9901-B-2026-00001 kwam terug", opnieuw)
    assert "Brief van besluit 9901-B-2026-00001 kwam terug" in pagina.get(url("vandaag")).text
    assert "kwam terug" in pagina.get(dossier.get_absolute_url()).text

    response = pagina.post(opnieuw, {"datum": "2026-04-28", "wijze": "post"})
    assert "Het adres is nog hetzelfde" in fouten(response.context["form"])[""][0]

    Persoon.objects.filter(pk=verstuurd.dossier.persoon_id).update(straat="Nieuwe Dijk")
    response = pagina.post(opnieuw, {"datum": "2026-04-28", "wijze": "post"}, follow=True)

    assert berichten(response) == [
        (
            "Opnieuw verzonden op dinsdag 28 april 2026. De termijn begint op die dag. Doe de nieuwe bijsluiter bij de"
            " brief."
        )
    ]
    assert Besluit.objects.get().verzonden_op == LATER
    dossier = Dossier.objects.voor_pagina().get(pk=verstuurd.dossier_id)
    assert "kwam terug" not in volgende_stap(dossier, consulent, LATER).titel


def test_second_report_of_the_same_letter_leads_to_sending_it_again(pagina, verstuurd, consulent, week_later):
    retour = stappen.kwam_terug(verstuurd, consulent, on=LATER)

    response = pagina.get(url("brief_terug", verstuurd.nummer))

    assert response.url == url("brief_opnieuw", verstuurd.nummer, retour.pk)


def test_return_of_tomorrow_is_told_at_the_date(pagina, verstuurd):
    response = pagina.post(url("brief_terug", verstuurd.nummer), {"datum": "2026-04-21", "reden": "adres"})

    assert set(fouten(response.context["form"])) == {"datum"}


def test_return_that_was_a_mistake_is_taken_away(pagina, verstuurd, consulent, week_later):
    retour = stappen.kwam_terug(verstuurd, consulent, on=LATER)

    pagina.post(url("brief_terug_weghalen", verstuurd.nummer, retour.pk), {"reden": "Andere brief"})

    retour.refresh_from_db()
    assert retour.ingetrokken_reden == "Andere brief"
    for naam in ("brief_opnieuw", "brief_terug_weghalen"):
        assert pagina.get(url(naam, verstuurd.nummer, retour.pk)).url == verstuurd.get_absolute_url()


def test_earlier_bijsluiter_can_still_be_read(pagina, besluit, consulent, week_later):
    stappen.verstuur(besluit, consulent, date(2026, 4, 24), on=LATER)
    stappen.verbeter(besluit, consulent, date(2026, 4, 21), on=LATER)
    oud = besluit.bijsluiters.last()

    adres = url("oude_bijsluiter_pdf", besluit.nummer, oud.pk)

    assert adres in pagina.get(besluit.get_absolute_url()).text
    response = pagina.get(adres)
    assert response.content == PDF
    assert response["Content-Disposition"] == (f'attachment; filename="9901-B-2026-00001-bijsluiter-{oud.pk}.pdf"')


def test_bijsluiter_of_another_besluit_is_not_found(pagina, besluit):
    assert pagina.get(url("oude_bijsluiter_pdf", besluit.nummer, 999_999)).status_code == 404


def test_electronic_sending_is_offered_only_with_consent(pagina, besluit, consulent):
    adres = url("besluit_verzenden", besluit.nummer)
    assert [code for code, _ in pagina.get(adres).context["form"].fields["wijze"].choices] == ["post", "uitgereikt"]

    stappen.geef_toestemming(besluit.dossier, consulent, on=VANDAAG)

    pagina.post(adres, {"datum": "2026-04-20", "wijze": "elektronisch"})
    assert Verzending.objects.get().wijze == "elektronisch"


def test_consent_is_recorded_shown_and_taken_back(pagina, dossier, consulent):
    bewijs = maak_bewijs(dossier, consulent, VANDAAG)
    velden = {
        "soort": "besluit", "gegeven_op": "2026-04-13", "bron": "formulier", "adres": "inwoner@voorbeeld.example",
        "document": bewijs.pk,
    }  # fmt: skip
    lijst = url("toestemmingen", dossier.nummer)

    response = pagina.post(url("toestemming_nieuw", dossier.nummer), velden, follow=True)

    assert response.redirect_chain == [(lijst, 302)]
    rij = Berichttoestemming.objects.get()
    assert (rij.document, rij.adres) == (bewijs, "inwoner@voorbeeld.example")
    assert (
        "de toestemming voor elektronische post van 13 april 2026"
        in pagina.get(url("document_intrekken", bewijs.pk)).text
    )
    response = pagina.post(url("toestemming_nieuw", dossier.nummer), velden)
    assert "Er is al toestemming" in fouten(response.context["form"])[""][0]

    weg = url("toestemming_intrekken", dossier.nummer, rij.pk)
    response = pagina.post(weg, {"tot": "2026-04-20", "reden": "Liever papier"}, follow=True)

    assert "Liever papier" in response.text
    assert pagina.get(weg).url == lijst


def test_days_to_come_are_told_at_the_date(pagina, dossier, consulent):
    velden = {"soort": "besluit", "gegeven_op": "2026-04-21", "bron": "gesprek", "adres": "a@voorbeeld.example"}
    response = pagina.post(url("toestemming_nieuw", dossier.nummer), velden)
    assert set(fouten(response.context["form"])) == {"gegeven_op"}

    rij = stappen.geef_toestemming(dossier, consulent, on=VANDAAG)
    response = pagina.post(url("toestemming_intrekken", dossier.nummer, rij.pk), {"tot": "2026-04-21", "reden": "x"})
    assert set(fouten(response.context["form"])) == {"tot"}


def test_list_asks_the_same_for_one_and_three_consents(pagina, dossier, consulent):
    aantal = {1: None, 3: None}
    rij = stappen.geef_toestemming(dossier, consulent, on=VANDAAG)
    for hoeveel in aantal:
        if hoeveel == 3:
            stappen.trek_toestemming_in(rij, dossier, consulent, tot=VANDAAG, on=VANDAAG)
            stappen.geef_toestemming(dossier, consulent, on=VANDAAG)
            stappen.geef_toestemming(dossier, consulent, "bezwaar", on=VANDAAG)
        aantal[hoeveel] = len(vragen(pagina, url("toestemmingen", dossier.nummer)))

    assert aantal[1] == aantal[3]


def vragen(pagina, adres):
    with CaptureQueriesContext(connection) as gevraagd:
        assert pagina.get(adres).status_code == 200
    return gevraagd.captured_queries


def test_trail_of_a_letter_asks_the_same_for_one_and_three_lines(pagina, verstuurd, consulent, week_later):
    eerst = len(vragen(pagina, verstuurd.get_absolute_url()))
    stappen.verbeter(verstuurd, consulent, date(2026, 4, 21), on=LATER)
    stappen.verbeter(verstuurd, consulent, date(2026, 4, 22), on=LATER)

    assert len(vragen(pagina, verstuurd.get_absolute_url())) == eerst

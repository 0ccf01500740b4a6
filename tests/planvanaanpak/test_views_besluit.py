"""The page of a besluit, its stored letters, and the confirmation that it left."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Persoon
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.brief import uit_json
from planvanaanpak.models import Besluit, Bijsluiter
from planvanaanpak.stukken import StukBeschadigd
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import PDF, VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import KOELKAST

pytestmark = pytest.mark.django_db
LATER = date(2026, 4, 28)


@halte
def addendum(besluit, consulent):
    plan = besluit.dossier.plan
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(VANDAAG))
    return addendum_vaststellen(
        plan=plan, datum=VANDAAG, toelichting="Een kind.", by=consulent, at=moment(VANDAAG), on=VANDAAG
    )


@pytest.fixture
def week_later(pagina, consulent):
    """Go on to 28 April; a login lasts a working day, so log in again."""
    with time_machine.travel(moment(LATER), tick=False):
        pagina.force_login(consulent)
        yield


def stuur(pagina, besluit, **data):
    return pagina.post(url("besluit_verzenden", besluit.nummer), data, follow=True)


def test_page_shows_what_was_decided_from_the_stored_copy(pagina, besluit):
    besluit.voorzieningen.update(omschrijving="Later hernoemd")

    response = pagina.get(besluit.get_absolute_url())

    context = response.context
    assert [r.omschrijving for r in context["brief"].voorzieningen] == ["Koelkast", "Budgetcoach, 12 gesprekken"]
    assert context["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert (context["bezwaar"]["tot"], context["bezwaar"]["stand"].teken) == (date(2026, 6, 1), "loopt")
    assert ("Grondslag", "Awb artikelen 6:7 en 6:8") in context["bezwaar"]["som"]
    assert context["mag_verzenden"] is True
    assert url("besluit_pdf", besluit.nummer) in response.text


@pytest.mark.parametrize("naam", ["besluit", "besluit_verzenden"])
def test_address_that_became_geheim_after_the_letter_is_on_no_page(pagina, besluit, naam):
    brief = dict(Besluit.objects.get().snapshot["ontvanger"])
    assert "Lindepad 14" in pagina.get(url(naam, besluit.nummer)).text
    Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(geheim_adres=True)

    tekst = pagina.get(url(naam, besluit.nummer)).text

    assert not {deel for deel in ("Lindepad", "4001") if deel in tekst}
    assert "Adres bekend bij de gemeente" in tekst
    assert "In de brief staat nog het adres van toen." in tekst
    assert Besluit.objects.get().snapshot["ontvanger"] == brief


@pytest.mark.parametrize(
    "ander", [{"hoedanigheid": "bewindvoerder", "voor": "N. Berkhout"}, {"tav": "P. Jansen"}, {"ander": True}], ids=str
)
def test_address_of_somebody_else_stays_on_the_page(pagina, besluit, monkeypatch, ander):
    Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(geheim_adres=True)
    brief = uit_json(besluit.snapshot)
    brief = replace(brief, ontvanger=replace(brief.ontvanger, **ander))
    monkeypatch.setattr("planvanaanpak.views.besluit.uit_json", lambda _: brief)

    assert "Lindepad 14" in pagina.get(besluit.get_absolute_url()).text


def test_besluit_and_addendum_name_each_other(pagina, besluit, addendum):
    eerste, tweede = (pagina.get(b.get_absolute_url()) for b in (besluit, addendum))

    assert list(eerste.context["aanvullingen"]) == [addendum]
    assert addendum.get_absolute_url() in eerste.text
    assert tweede.context["besluit"].vult_aan == besluit
    assert f'<a class="nl-link" href="{besluit.get_absolute_url()}">' in tweede.text


def test_page_of_a_besluit_asks_the_same_with_and_without_addenda(pagina, besluit, request):
    def aantal():
        pagina.get(besluit.get_absolute_url())
        with CaptureQueriesContext(connection) as gevraagd:
            assert pagina.get(besluit.get_absolute_url()).status_code == 200
        return len(gevraagd)

    zonder = aantal()
    request.getfixturevalue("addendum")

    assert aantal() == zonder
    assert zonder <= 20


@pytest.mark.parametrize(
    ("rol", "status"),
    [("consulent", 200), ("coordinator", 200), ("auditor", 200), ("financieel", 403), ("vreemde", 404)],
)
@pytest.mark.parametrize("naam", ["besluit", "besluit_pdf"])
def test_who_may_see_a_besluit_and_its_letter(client, besluit, nu, request, rol, status, naam):
    client.force_login(request.getfixturevalue(rol))

    assert client.get(url(naam, besluit.nummer)).status_code == status


def test_unknown_besluit_is_not_found(pagina, dossier):
    assert pagina.get(url("besluit", "9901-B-2026-00009")).status_code == 404


@pytest.mark.parametrize(
    ("vraag", "wijze"), [("", "attachment"), ("?inline=1", "inline")], ids=["downloaden", "bekijken"]
)
def test_letter_is_given_as_stored_under_its_number(pagina, besluit, vraag, wijze):
    response = pagina.get(url("besluit_pdf", besluit.nummer) + vraag)

    assert response.content == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'{wijze}; filename="9901-B-2026-00001.pdf"'
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "private, no-store")
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("naam", ["besluit_pdf", "bijsluiter_pdf"])
def test_damaged_letter_is_given_to_nobody(pagina, besluit, week_later, monkeypatch, naam):
    stuur(pagina, besluit, datum="2026-04-23", uitgelegd="2026-04-23", bijsluiter="on")
    monkeypatch.setattr("planvanaanpak.stukken.sha256", lambda inhoud: hashlib.sha256(b"anders"))

    with pytest.raises(StukBeschadigd):
        pagina.get(url(naam, besluit.nummer))

    pagina.raise_request_exception = False
    antwoord = pagina.get(url(naam, besluit.nummer))
    assert antwoord.status_code == 500
    assert PDF not in antwoord.content


def test_verzending_on_the_day_of_the_letter_is_confirmed_at_once(pagina, besluit):
    response = stuur(pagina, besluit, datum="2026-04-20")

    besluit.refresh_from_db()
    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == ["De verzending van besluit 9901-B-2026-00001 is bevestigd."]
    assert (besluit.verzonden_op, besluit.verzonden_door.naam) == (VANDAAG, "Jolanda Prins")
    assert response.context["mag_verzenden"] is False


def test_another_day_is_explained_first_without_a_complaint(pagina, besluit, week_later):
    response = stuur(pagina, besluit, datum="2026-04-23")

    form = response.context["form"]
    assert fouten(form) == {}
    assert (form.andere_dag, response.context["bezwaar_tot"]) == (date(2026, 4, 23), date(2026, 6, 4))
    assert 'name="uitgelegd" value="2026-04-23"' in response.text
    assert "De brief is al weg, dus die stuurt u na." in response.text
    assert form["bijsluiter"].label == "Ik stuur de bijsluiter na."
    assert Besluit.objects.get().verzonden_op is None


def test_another_day_needs_the_bijsluiter(pagina, besluit, week_later):
    response = stuur(pagina, besluit, datum="2026-04-23", uitgelegd="2026-04-23")

    assert fouten(response.context["form"]) == {
        "bijsluiter": ["Vink dit aan. Zonder bijsluiter staat er een verkeerde dag in de brief."]
    }
    assert Bijsluiter.objects.count() == 0


def test_explained_day_that_was_changed_again_is_explained_again(pagina, besluit, week_later):
    response = stuur(pagina, besluit, datum="2026-04-24", uitgelegd="2026-04-23", bijsluiter="on")

    assert response.context["form"].eerst_uitleggen is True
    assert Besluit.objects.get().verzonden_op is None


def test_confirmed_other_day_moves_the_clock_and_gives_the_bijsluiter(pagina, besluit, week_later):
    response = stuur(pagina, besluit, datum="2026-04-23", uitgelegd="2026-04-23", bijsluiter="on")

    (bericht,) = berichten(response)
    assert bericht == (
        "De verzending van besluit 9901-B-2026-00001 is bevestigd. De bezwaartermijn volgt de echte dag. Download de"
        " bijsluiter en stuur die na."
    )
    assert response.context["bezwaar"]["tot"] == date(2026, 6, 4)
    bijsluiter = pagina.get(url("bijsluiter_pdf", besluit.nummer))
    assert bijsluiter.content == PDF
    assert bijsluiter["Content-Disposition"] == 'attachment; filename="9901-B-2026-00001-bijsluiter.pdf"'


def test_letter_that_leaves_today_takes_the_bijsluiter_along(pagina, besluit, week_later):
    uitgelegd = stuur(pagina, besluit, datum="2026-04-28")
    response = stuur(pagina, besluit, datum="2026-04-28", uitgelegd="2026-04-28", bijsluiter="on")

    assert "Er komt een <strong>bijsluiter</strong> bij met de juiste dag." in uitgelegd.text
    assert uitgelegd.context["form"]["bijsluiter"].label == "Ik doe de bijsluiter bij de brief."
    (bericht,) = berichten(response)
    assert bericht.endswith("Download de bijsluiter en doe die bij de brief.")


def test_besluit_without_bijsluiter_has_none_to_give(pagina, besluit):
    assert pagina.get(url("bijsluiter_pdf", besluit.nummer)).status_code == 404


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        ("2026-04-29", "De dag van verzending kan niet in de toekomst liggen."),
        ("2026-04-19", "Een besluit kan niet verzonden zijn vóórdat het is vastgesteld."),
    ],
    ids=["morgen", "te vroeg"],
)
def test_impossible_day_of_sending_is_told_at_the_date(pagina, besluit, week_later, datum, melding):
    response = stuur(pagina, besluit, datum=datum, uitgelegd=datum, bijsluiter="on")

    assert fouten(response.context["form"]) == {"datum": [melding]}
    assert Besluit.objects.get().verzonden_op is None


@pytest.mark.parametrize("wijze", ["get", "post"])
def test_confirming_twice_leads_back(pagina, besluit, wijze):
    stuur(pagina, besluit, datum="2026-04-20")

    response = getattr(pagina, wijze)(url("besluit_verzenden", besluit.nummer), {"datum": "2026-04-20"}, follow=True)

    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response)[-1] == "Dit besluit is al verzonden op 20 april 2026."


@pytest.mark.parametrize(("rol", "status"), [("auditor", 403), ("vreemde", 404), ("financieel", 403)])
def test_who_may_not_confirm(client, besluit, nu, request, rol, status):
    client.force_login(request.getfixturevalue(rol))

    assert client.post(url("besluit_verzenden", besluit.nummer), {"datum": "2026-04-20"}).status_code == status
    assert Besluit.objects.get().verzonden_op is None


def test_auditor_sees_the_besluit_without_the_button(client, besluit, auditor, nu):
    client.force_login(auditor)

    response = client.get(besluit.get_absolute_url())

    assert url("besluit_verzenden", besluit.nummer) not in response.text


def test_besluit_without_a_bezwaartermijn_says_so(pagina, besluit):
    besluit.dossier.termijnen.filter(regel="bezwaar").delete()

    assert "Er loopt geen bezwaartermijn." in pagina.get(besluit.get_absolute_url()).text

"""The papers can be read for a week before the hearing, unless the indiener agrees to less (Awb art. 7:4)."""

from datetime import date, time, timedelta

import pytest
from django.template.loader import render_to_string

from cases.models import DossierEvent
from planvanaanpak.actions import bezwaarbrieven
from planvanaanpak.actions.bezwaarbrieven import GEEN_WEEK
from planvanaanpak.actions.hoorzitting import ZONDER_WEEK
from planvanaanpak.bezwaarregels import is_kort_ter_inzage
from planvanaanpak.models import Hoorzitting
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import ONTVANGEN
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.planvanaanpak.test_views_bezwaar import op
from tests.tabellen import alles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
WEEK, ZES_DAGEN = ONTVANGEN + timedelta(days=7), ONTVANGEN + timedelta(days=6)
MAIL = "Op 11 mei, per e-mail."


@halte
def bezwaar(besluit, consulent):
    return stappen.maak_bezwaar(stappen.verstuur(besluit, consulent), consulent)


@pytest.mark.parametrize(
    ("zitting_op", "kort"),
    [
        pytest.param(date(2026, 5, 18), False, id="a-week"),
        pytest.param(date(2026, 5, 17), True, id="a-day-short"),
        pytest.param(date(2026, 5, 11), True, id="today"),
    ],
)
def test_a_week_is_seven_days(zitting_op, kort):
    assert is_kort_ter_inzage(zitting_op, date(2026, 5, 11)) is kort


def test_hearing_within_a_week_takes_consent(bezwaar, consulent):
    voor = alles()

    fout = weigert("ten minste een week klaarliggen", stappen.plan_zitting, bezwaar, consulent, datum=ZES_DAGEN)

    assert (str(fout), alles()) == (ZONDER_WEEK, voor)
    assert stappen.plan_zitting(bezwaar, consulent, datum=WEEK).instemming == ""


def test_consent_is_kept_with_the_hearing_and_in_the_trail(bezwaar, consulent):
    zitting = stappen.plan_zitting(bezwaar, consulent, datum=ZES_DAGEN, instemming=f" {MAIL} ")

    assert zitting.instemming == MAIL
    event = DossierEvent.objects.filter(soort="hoorzitting").latest("pk")
    stemt_in = "De indiener stemt ermee in dat de stukken korter dan een week klaarliggen."
    assert (event.tekst, event.reden) == (f"Hoorzitting gepland op 17 mei 2026, 10.30 uur. {stemt_in}", MAIL)
    verzet = stappen.plan_zitting(bezwaar, consulent, datum=WEEK, instemming=MAIL)
    assert verzet.instemming == ""


def test_hearing_that_already_was_is_planned_today_without_consent(bezwaar, consulent):
    stappen.plan_zitting(bezwaar, consulent, datum=ONTVANGEN)

    zitting = stappen.houd_zitting(bezwaar, consulent, datum=ONTVANGEN, on=ONTVANGEN)

    assert (zitting.status, zitting.instemming) == ("gehouden", "")


def nodig_uit(bezwaar, by, on):
    return bezwaarbrieven.uitnodiging_maken(bezwaar=bezwaar, by=by, at=moment(on), on=on)


def test_uitnodiging_that_comes_too_late_for_a_week_is_not_made(bezwaar, consulent):
    stappen.plan_zitting(bezwaar, consulent, datum=WEEK)
    laat = ONTVANGEN + timedelta(days=1)

    fout = weigert("Verzet haar", nodig_uit, bezwaar, consulent, laat)

    assert (str(fout), Hoorzitting.objects.get().uitnodiging) == (GEEN_WEEK, None)
    stappen.plan_zitting(bezwaar, consulent, datum=WEEK, on=laat, instemming=MAIL)
    assert nodig_uit(bezwaar, consulent, laat).onderwerp == "Uitnodiging voor de hoorzitting"


@pytest.mark.parametrize(
    ("datum", "korter"),
    [(WEEK, ""), (ZES_DAGEN, "Dat is korter dan een week. U liet ons weten dat u dat goed vindt. ")],
)
def test_uitnodiging_says_how_long_the_papers_are_there(bezwaar, consulent, datum, korter):
    stappen.plan_zitting(bezwaar, consulent, datum=datum, instemming=MAIL)

    brief, _ = bezwaarbrieven.stel_uitnodiging_op(bezwaar, by=consulent, on=ONTVANGEN)

    zinnen = f"vanaf maandag 11 mei 2026 tot de hoorzitting. {korter}Bel ons om een tijd af te spreken."
    assert zinnen in render_to_string("planvanaanpak/pdf/_bezwaarbericht.html", {"brief": brief})


def test_page_asks_for_the_consent(bezwaar, consulent, als):
    adres = url("hoorzitting_plannen", bezwaar.dossier.nummer, bezwaar.pk)
    velden = {"datum": "2026-05-14", "tijd": "10:30", "plaats": "stadhuis", "door_wie": "mevrouw De Wit"}
    with op(ONTVANGEN):
        client = als(consulent)
        geweigerd = client.post(adres, velden)
        client.post(adres, velden | {"instemming": MAIL})
        pagina = client.get(bezwaar.get_absolute_url()).text

    assert fouten(geweigerd.context["form"]) == {"instemming": [ZONDER_WEEK]}
    assert Hoorzitting.objects.get().instemming == MAIL
    assert f"De stukken liggen korter dan een week klaar. De indiener stemde in: {MAIL}" in pagina


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        pytest.param("2026-06-07", "Zondag 7 juni 2026 is geen werkdag.", id="sunday"),
        pytest.param("2026-05-25", "Maandag 25 mei 2026 is geen werkdag (tweede pinksterdag).", id="feestdag"),
        pytest.param("2036-06-06", "Die dag is pas over 10 jaar.", id="another year"),
        pytest.param("2026-06-05", "", id="werkdag"),
    ],
)
def test_page_warns_of_a_hearing_on_a_day_that_may_not_be_meant(bezwaar, consulent, als, datum, melding):
    """Nothing forbids it, and the town hall may be open: so it stays, and is said before the invitation goes."""
    adres = url("hoorzitting_plannen", bezwaar.dossier.nummer, bezwaar.pk)
    velden = {"datum": datum, "tijd": "10:30", "plaats": "stadhuis", "door_wie": "mevrouw De Wit"}
    with op(ONTVANGEN):
        response = als(consulent).post(adres, velden, follow=True)

    klopt_niet = " Klopt dat niet? Verzet de hoorzitting voordat u de uitnodiging maakt."
    gelukt = "De hoorzitting staat in de agenda. Maak nu de uitnodiging."
    assert berichten(response) == [gelukt, *([f"{melding}{klopt_niet}"] if melding else [])]
    assert f"{Hoorzitting.objects.get().datum}" == datum


def test_hearing_of_today_that_already_was_gets_no_warning(bezwaar, consulent, als):
    adres = url("hoorzitting_plannen", bezwaar.dossier.nummer, bezwaar.pk)
    velden = {"datum": "2026-05-17", "tijd": "09:00", "plaats": "stadhuis", "door_wie": "mevrouw De Wit"}
    with op(ZES_DAGEN):
        response = als(consulent).post(adres, velden, follow=True)

    assert berichten(response) == ["De hoorzitting staat in de agenda. Leg haar vast als zij is gehouden."]


def test_page_leads_a_hearing_of_today_to_the_bezwaar(bezwaar, consulent, als):
    adres = url("hoorzitting_plannen", bezwaar.dossier.nummer, bezwaar.pk)
    velden = {"datum": "2026-05-11", "tijd": "09:00", "plaats": "stadhuis", "door_wie": "mevrouw De Wit"}
    with op(ONTVANGEN):
        response = als(consulent).post(adres, velden, follow=True)

    assert berichten(response) == ["De hoorzitting staat in de agenda. Leg haar vast als zij is gehouden."]
    assert response.redirect_chain == [(bezwaar.get_absolute_url(), 302)]
    assert Hoorzitting.objects.get().tijd == time(9)

"""The pages of beleid and calendar: what they show, refuse and save."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.beleid import TIEL_2025
from cases.forms.beleid import NieuwBeleidForm
from cases.models import Beleid, DossierEvent, Feestdag, Termijn
from tests.factories import BeleidFactory, FeestdagFactory, maak_dossier, maak_user
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 3, 20)
LIJST_VRAGEN, KALENDER_VRAGEN = 6, 4


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def gemeente(db):
    """Follow the profile as it is: these tests are about the beleid itself."""
    return BeleidFactory(afwijkingen={}).gemeente


@pytest.fixture
def beheerder(gemeente, client):
    user = maak_user("beheerder", gemeente, naam="Ria Bos")
    client.force_login(user)
    return user


def tekst(response):
    return " ".join(unescape(response.content.decode()).split())


def ingevuld(form, **anders):
    """Give what a browser sends of a form as it was opened, with some fields changed."""
    velden = {}
    for veld in form:
        waarde = veld.value()
        if waarde not in (None, False):
            velden[veld.html_name] = "on" if waarde is True else waarde
    return {**velden, "geldig_vanaf": "2026-04-01", "bron": "Gemeenteblad 2026, 1", **anders}


def nieuw(client, gemeente, begin="", **anders):
    url = reverse("beleid_nieuw", args=[gemeente.code]) + (f"?begin_met={begin}" if begin else "")
    return client.post(url, ingevuld(client.get(url).context["form"], **anders))


def test_list_shows_source_who_and_what_differs(client, gemeente, beheerder):
    maak_dossier(gemeente)
    nieuw(
        client, gemeente, lengte_eerste_contact="3", dagen_plan_van_aanpak="21, 7", lengte_bezwaar="7", bron_wet="Stb 1"
    )

    pagina = tekst(client.get(reverse("beleid", args=[gemeente.code])))

    assert "Vanaf 1 april 2026: Tiel 2025" in pagina
    for stuk in (
        "geldt later",
        "geldt nu",
        "Gemeenteblad 2026, 1",
        "Ria Bos",
        "de systeembeheerder",
        "1 dossier volgt dit beleid",
        "Stb 1",
        "Eerste contact: 3 werkdagen in plaats van 5 werkdagen",
        "Waarschuwing bij Plan van aanpak: 21 en 7 dagen vooraf in plaats van 14 en 3 dagen vooraf",
    ):
        assert stuk in pagina


def test_form_as_it_opens_changes_nothing(client, gemeente, beheerder):
    response = nieuw(client, gemeente)

    assert response.status_code == 302
    beleid = Beleid.objects.latest("geldig_vanaf")
    assert (beleid.profiel, beleid.afwijkingen, beleid.bron) == ("tiel_2025", {}, "Gemeenteblad 2026, 1")


def test_new_beleid_begins_with_what_holds_now(client, gemeente, beheerder):
    BeleidFactory(
        gemeente=gemeente,
        geldig_vanaf=date(2026, 1, 1),
        afwijkingen={"fasen": ["Eerst", "Dan"], "weigeringsgronden": {"eigen_1": "Te duur"}, "nazorg_na": []},
    )

    nieuw(client, gemeente, lengte_eerste_gesprek="6")

    assert Beleid.objects.latest("geldig_vanaf").afwijkingen == {
        "lengtes": {"eerste_gesprek": 6},
        "fasen": ["Eerst", "Dan"],
        "weigeringsgronden": {"eigen_1": {"tekst": "Te duur", "artikel": "", "uitzondering": ""}},
        "nazorg_na": [],
    }


@pytest.mark.parametrize("profiel", ["vng_2025", "tiel_2025"])
def test_new_beleid_can_begin_with_a_profile(client, gemeente, beheerder, profiel):
    nieuw(client, gemeente, begin=profiel)

    beleid = Beleid.objects.latest("geldig_vanaf")
    assert (beleid.profiel, beleid.afwijkingen) == (profiel, {})


def test_gemeente_without_beleid_begins_with_the_handreiking(client, gemeente, beheerder):
    gemeente.beleid.all().delete()

    leeg = tekst(client.get(reverse("beleid", args=[gemeente.code])))
    nieuw(client, gemeente, begin="bestaat_niet")

    assert "Er is nog geen beleid" in leeg
    assert Beleid.objects.get(gemeente=gemeente).profiel == "vng_2025"


def test_emptied_length_is_off_and_the_rest_is_read(client, gemeente, beheerder):
    nieuw(
        client,
        gemeente,
        lengte_eerste_contact="",
        dagen_besluiten="",
        **{f"grond_{code}_tekst": "" for code in TIEL_2025.weigeringsgronden if code not in ("schade", "schulden")},
        grond_schulden_tekst="Schulden die al op papier staan",
        grond_eigen_1_tekst="Te duur",
        grond_eigen_1_artikel="artikel 9 van de beleidsregels",
        prijzen_vergelijken="",
        beeindigingsgronden=["niet_erkend", "doelen_behaald"],
        nazorg_na=["doelen_behaald"],
        venster_vanaf="geen",
    )

    assert Beleid.objects.latest("geldig_vanaf").afwijkingen == {
        "lengtes": {"eerste_contact": None},
        "waarschuwingen": {"besluiten": []},
        "venster_vanaf": "geen",
        "nazorg_na": ["doelen_behaald"],
        "beeindigingsgronden": {
            "niet_erkend": "Niet erkend als gedupeerde",
            "doelen_behaald": "Doelen (deels) behaald",
        },
        "weigeringsgronden": {
            "schade": TIEL_2025.weigeringsgronden["schade"].als_json,
            "schulden": TIEL_2025.weigeringsgronden["schulden"].als_json | {"tekst": "Schulden die al op papier staan"},
            "eigen_1": {"tekst": "Te duur", "artikel": "artikel 9 van de beleidsregels", "uitzondering": ""},
        },
        "prijzen_vergelijken": None,
    }


GEWEIGERD = [
    ({"lengte_bezwaar": "7"}, "bron_wet", "De wet bepaalt de lengte van"),
    ({"verplichtingen_tot": "31-12-2027"}, "bron_wet", "De wet bepaalt de laatste dag van Nieuwe verplichtingen"),
    ({"verantwoorden_tot": ""}, "verantwoorden_tot", "Vul een datum in"),
    ({"lengte_besluiten": ""}, "lengte_besluiten", "U kunt hem niet uitzetten."),
    ({"lengte_eerste_gesprek": "0"}, "lengte_eerste_gesprek", "kies een heel getal van 1 tot en met 104."),
    ({"dagen_bezwaar": "een week"}, "dagen_bezwaar", "Schrijf hele getallen met een komma ertussen"),
    ({"dagen_bezwaar": "1,2,3,4,5"}, "dagen_bezwaar", "hoogstens 4 waarschuwingen"),
    ({"geldig_vanaf": "2026-03-19"}, None, "Beleid kan niet eerder ingaan dan vandaag"),
    ({"geldig_vanaf": "2020-01-01"}, None, "Beleid kan niet eerder ingaan dan vandaag"),
    ({"bron": ""}, "bron", "Vul dit veld in."),
    ({"nazorg_min_maanden": "30"}, "nazorg_min_maanden", "De nazorg duurt hoogstens 24 maanden."),
]


def test_refusal_stands_at_its_field(client, gemeente, beheerder):
    maak_dossier(gemeente)
    url = reverse("beleid_nieuw", args=[gemeente.code])
    form = client.get(url).context["form"]

    for anders, veld, melding in GEWEIGERD:
        response = client.post(url, ingevuld(form, **anders))

        assert response.status_code == 200, anders
        assert melding in " ".join(response.context["form"].errors.get(veld or "__all__", [])), anders
        assert Beleid.objects.count() == 1, anders


@pytest.mark.parametrize(
    "deel", [{"artikel": "artikel 9"}, {"uitzondering": "acute_nood"}], ids=["article", "exception"]
)
def test_new_ground_without_its_words_is_asked_for_them(client, gemeente, beheerder, deel):
    response = nieuw(client, gemeente, **{f"grond_eigen_1_{naam}": waarde for naam, waarde in deel.items()})

    assert response.context["form"].errors == {"grond_eigen_1_tekst": ["Schrijf de tekst van deze grond."]}
    assert Beleid.objects.count() == 1


def test_page_says_that_the_law_sets_some_lengths(client, gemeente, beheerder):
    pagina = tekst(client.get(reverse("beleid_nieuw", args=[gemeente.code])))

    assert "Deze termijnen bepaalt de wet" in pagina
    assert "Een gemeente kan er niet van afwijken." in pagina


def test_beleid_for_later_is_changed_and_taken_away(client, gemeente, beheerder):
    nieuw(client, gemeente)
    rij = Beleid.objects.latest("geldig_vanaf")
    url = reverse("beleid_wijzigen", args=[gemeente.code, rij.pk])

    client.post(url, ingevuld(client.get(url).context["form"], lengte_eerste_contact="2"))
    rij.refresh_from_db()
    gewijzigd = rij.afwijkingen
    antwoord = client.post(reverse("beleid_weghalen", args=[gemeente.code, rij.pk]), follow=True)

    assert gewijzigd == {"lengtes": {"eerste_contact": 2}}
    assert "Het beleid vanaf 1 april 2026 is weggehaald." in tekst(antwoord)
    assert Beleid.objects.count() == 1


@pytest.mark.parametrize("naam", ["beleid_wijzigen", "beleid_weghalen"])
def test_beleid_that_holds_is_fixed(client, gemeente, beheerder, naam):
    rij = gemeente.beleid.get()
    maak_dossier(gemeente)

    antwoord = client.post(reverse(naam, args=[gemeente.code, rij.pk]), {"bron": "x"}, follow=True)

    assert "Het verandert niet meer: maak nieuw beleid." in tekst(antwoord)
    assert Beleid.objects.get() == rij


def test_first_beleid_is_put_right_on_the_first_day(client, gemeente, beheerder):
    """The beheerder of a new gemeente finds the wrong profile from today, and nobody has a dossier yet."""
    eerste = gemeente.beleid.get()
    Beleid.objects.update(geldig_vanaf=ON)
    lijst = reverse("beleid", args=[gemeente.code])
    wijzigen, weghalen = (
        reverse(f"beleid_{naam}", args=[gemeente.code, eerste.pk]) for naam in ("wijzigen", "weghalen")
    )

    enige = client.get(lijst).text
    geweigerd = tekst(client.post(weghalen, follow=True))
    uitleg = client.get(wijzigen).context["form"]["geldig_vanaf"].help_text
    client.post(wijzigen, ingevuld(client.get(wijzigen).context["form"], geldig_vanaf="2020-01-01"))
    eerste.refresh_from_db()
    nieuw(client, gemeente, begin="vng_2025", geldig_vanaf="2025-01-01")
    twee = client.get(lijst).text
    client.post(weghalen)

    assert (wijzigen in enige, weghalen in enige, weghalen in twee) == (True, False, True)
    assert "Dit is het enige beleid van de gemeente." in geweigerd
    assert uitleg == "Er is nog geen dossier, dus het mag ook een dag zijn die voorbij is."
    assert eerste.geldig_vanaf == date(2020, 1, 1)
    assert [(rij.profiel, rij.geldig_vanaf) for rij in Beleid.objects.all()] == [("vng_2025", date(2025, 1, 1))]


def test_beleid_of_another_gemeente_is_not_there(client, gemeente, andere_gemeente, beheerder):
    ander = andere_gemeente.beleid.get()

    assert client.get(reverse("beleid", args=[andere_gemeente.code])).status_code == 404
    assert client.get(reverse("beleid_wijzigen", args=[gemeente.code, ander.pk])).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_asks_as_much_for_one_as_for_three(client, gemeente, beheerder, aantal):
    for jaar in range(2021, 2020 + aantal):
        BeleidFactory(gemeente=gemeente, geldig_vanaf=date(jaar, 1, 1), afwijkingen={"leeftijd_zelfstandig": 17})

    with CaptureQueriesContext(connection) as vragen:
        client.get(reverse("beleid", args=[gemeente.code]))

    assert len(vragen) == LIJST_VRAGEN


def test_form_fields_cover_every_rule_and_setting(gemeente):
    rij = gemeente.beleid.get()
    form = NieuwBeleidForm(profiel=rij.profiel, begin=rij.regels)

    assert {veld.name for veld in form.helper.layout.get_field_names()} == set(form.fields)


@halte
def met_plan(gemeente, consulent):
    """A plan from 12 March 2026, to 7 May."""
    dossier = maak_dossier(gemeente)
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    return dossier


WAT = {"datum": "2026-05-07", "naam": "Dag van herdenking", "bron": "Stb. 2026, 45"}


def test_calendar_shows_the_days_of_the_law_and_the_added_ones(client, gemeente, beheerder):
    FeestdagFactory(datum=date(2027, 6, 1), naam="Extra dag", bron="Stb. 2027, 1")

    pagina = tekst(client.get(reverse("feestdagen"), {"jaar": 2027}))

    for stuk in ("Feestdagen van 2027", "maandag 17 mei 2027", "tweede pinksterdag", "Extra dag", "Stb. 2027, 1"):
        assert stuk in pagina
    assert "Feestdagen van 2026" in tekst(client.get(reverse("feestdagen"), {"jaar": "x"}))


@pytest.mark.parametrize("aantal", [1, 3])
def test_calendar_asks_as_much_for_one_added_day_as_for_three(client, gemeente, beheerder, aantal):
    for dag in range(aantal):
        FeestdagFactory(datum=date(2026, 6, 2 + dag))

    with CaptureQueriesContext(connection) as vragen:
        client.get(reverse("feestdagen"))

    assert len(vragen) == KALENDER_VRAGEN


def test_day_is_added_after_a_look_at_what_moves(client, gemeente, andere_gemeente, beheerder, consulent, met_plan):
    elders = maak_dossier(andere_gemeente, bsn="")
    voer_eerste_gesprek(elders, consulent, date(2026, 3, 12))
    url = reverse("feestdag_nieuw")

    vooraf = client.post(url, WAT)
    bekeken = tekst(vooraf)
    niets_gedaan = not Feestdag.objects.exists()
    terug = client.post(url, WAT | {"stap": "wijzigen"})
    klaar = client.post(url, WAT | {"stap": "bevestigen"}, follow=True)

    assert "In alle gemeenten samen: 2 open termijnen." in bekeken
    assert "Plan van aanpak: 2" in bekeken
    assert met_plan.nummer in bekeken
    assert elders.nummer not in bekeken
    assert niets_gedaan
    assert terug.context["form"]["naam"].value() == "Dag van herdenking"
    assert (
        "Dag van herdenking is toegevoegd. Verschoven: 2 termijnen (Plan van aanpak 2 keer). In uw gemeente:"
        f" {met_plan.nummer} (Plan van aanpak: 7 mei 2026 wordt 8 mei 2026)."
    ) in tekst(klaar)
    assert elders.nummer not in tekst(klaar)
    einden = Termijn.objects.filter(regel="plan_van_aanpak").values_list("uiterste_datum", flat=True)
    assert list(einden) == [date(2026, 5, 8)] * 2


def test_day_of_the_law_is_refused_at_its_field(client, gemeente, beheerder):
    response = client.post(reverse("feestdag_nieuw"), WAT | {"datum": "2026-05-05"})

    assert response.context["form"].errors["datum"] == ["5 mei 2026 is al een feestdag: Bevrijdingsdag."]


def test_day_is_taken_away_with_a_reason(client, gemeente, beheerder, met_plan):
    client.post(reverse("feestdag_nieuw"), WAT | {"stap": "bevestigen"})
    url = reverse("feestdag_weghalen", args=[Feestdag.objects.get().pk])

    vooraf, zonder = tekst(client.get(url)), client.post(url, {"reden": ""})
    klaar = client.post(url, {"reden": "Verkeerde datum"}, follow=True)

    assert f"{met_plan.nummer}" in vooraf
    assert zonder.context["form"].errors["reden"] == ["Vul dit veld in."]
    assert "Dag van herdenking op donderdag 7 mei 2026 is weggehaald. Verschoven: 1 termijn" in tekst(klaar)
    assert Termijn.objects.get(regel="plan_van_aanpak").uiterste_datum == date(2026, 5, 7)


def test_day_that_moves_nothing_says_so(client, gemeente, beheerder, met_plan):
    klaar = client.post(reverse("feestdag_nieuw"), WAT | {"datum": "2026-06-02", "stap": "bevestigen"}, follow=True)

    assert "Er is geen termijn verschoven." in tekst(klaar)


def test_dossier_follows_other_beleid_after_a_look(client, gemeente, coordinator, met_plan):
    ander = BeleidFactory(
        gemeente=gemeente,
        geldig_vanaf=date(2025, 1, 1),
        afwijkingen={"lengtes": {"plan_van_aanpak": 6}, "bron_wet": "Stb. 2025, 1"},
    )
    client.force_login(coordinator)
    url = reverse("dossier_beleid", args=[met_plan.nummer])
    velden = {"beleid": ander.pk, "reden": "De wet is gewijzigd"}

    vooraf = tekst(client.post(url, velden))
    niets_gedaan = not DossierEvent.objects.filter(soort="beleid_gekozen").exists()
    klaar = client.post(url, velden | {"bekeken": ander.pk}, follow=True)

    assert "12 mrt 2026 tot en met 23 apr 2026" in vooraf
    assert niets_gedaan
    assert "Dit dossier volgt nu: Tiel 2025, aangepast, vanaf 1 januari 2025." in tekst(klaar)
    met_plan.refresh_from_db()
    assert met_plan.beleid == ander
    assert Termijn.objects.get(regel="plan_van_aanpak").uiterste_datum == date(2026, 4, 23)


def test_page_says_when_there_is_no_other_beleid(client, gemeente, coordinator, met_plan):
    client.force_login(coordinator)

    assert "Er is geen ander beleid dat al geldt." in tekst(
        client.get(reverse("dossier_beleid", args=[met_plan.nummer]))
    )
    assert "Ander beleid kiezen" in tekst(client.get(reverse("herstellen", args=[met_plan.nummer])))


def test_reason_may_hold_no_bsn_and_closed_dossier_is_refused(client, gemeente, coordinator, met_plan):
    ander = BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2025, 1, 1))
    client.force_login(coordinator)
    url = reverse("dossier_beleid", args=[met_plan.nummer])

    fout = client.post(url, {"beleid": ander.pk, "reden": "Zie 999990639"})
    met_plan.status = "afgesloten"
    met_plan.save()
    dicht = client.get(url, follow=True)

    assert "burgerservicenummer" in " ".join(fout.context["form"].errors["reden"])
    assert "Ander beleid kiezen kan niet: dit dossier staat op" in tekst(dicht)

"""The pages on which a gesprek is planned, changed, cancelled and closed."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from cases.actions import afspraak as acties
from cases.models import Afspraak, Gesprek
from tests.factories import maak_dossier, moment
from tests.wegen import voer_eerste_gesprek

ON, DAG = date(2026, 3, 20), date(2026, 3, 26)
NIEUW = {"soort": "eerste gesprek", "datum": "26-03-2026", "tijd": "14:30", "kanaal": "huisbezoek", "plaats": "thuis"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def plan(dossier, by, soort="eerste gesprek", datum=DAG):
    gegevens = {"datum": datum, "kanaal": "kantoor", "herinneren_op": datum}
    return acties.afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=by, at=moment(ON), on=ON)


def adres(naam, afspraak):
    return reverse(naam, args=[afspraak.dossier.nummer, afspraak.pk])


def log(dossier):
    return reverse("contacten", args=[dossier.nummer])


def meldingen(response):
    return [str(melding) for melding in response.context["messages"]]


def test_planned_gesprek_stands_on_the_contact_page(pagina, dossier):
    response = pagina.post(reverse("afspraak_nieuw", args=[dossier.nummer]), NIEUW, follow=True)

    assert response.redirect_chain == [(log(dossier), 302)]
    assert meldingen(response) == ["De afspraak staat gepland op 26 maart 2026."]
    assert "<strong>do 26 mrt 2026, 14.30 uur</strong> Eerste gesprek" in response.text


NA_DE_TERMIJN = "Dat is na de uiterste datum van 28 april 2026. Laat het de inwoner weten met een brief, of kies een"


@pytest.mark.parametrize(
    ("soort", "dag", "gezegd"),
    [
        ("eerste gesprek", "28-04-2026", False),
        ("eerste gesprek", "29-04-2026", True),
        ("gesprek", "29-04-2026", False),
    ],
)
def test_planning_past_the_term_says_so_with_the_letter(pagina, dossier, soort, dag, gezegd):
    invoer = {**NIEUW, "soort": soort, "datum": dag}

    response = pagina.post(reverse("afspraak_nieuw", args=[dossier.nummer]), invoer, follow=True)

    link = f'<a class="nl-link" href="{reverse("termijnbericht", args=[dossier.nummer])}">Bericht maken</a>'
    assert (NA_DE_TERMIJN in response.text, link in response.text) == (gezegd, gezegd)
    assert ("Na de uiterste datum" in response.text) == gezegd


def test_moving_past_the_term_says_so_too(pagina, dossier, consulent):
    afspraak = plan(dossier, consulent)
    versie = pagina.get(adres("afspraak", afspraak)).context["form"]["versie"].value()
    invoer = {"datum": "29-04-2026", "kanaal": "kantoor", "reden": "Kan niet.", "versie": versie}

    response = pagina.post(adres("afspraak", afspraak), invoer, follow=True)

    assert NA_DE_TERMIJN in response.text


def test_letter_is_in_reach_from_the_first_day_until_the_gesprek(pagina, dossier, consulent):
    url = reverse("termijnbericht", args=[dossier.nummer])
    bladzijden = [dossier.get_absolute_url(), log(dossier)]
    assert [f'{url}">Bericht dat het later wordt' in pagina.get(pad).text for pad in bladzijden] == [True, True]

    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    assert ["Bericht dat het later wordt" in pagina.get(pad).text for pad in bladzijden] == [False, False]


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"datum": "19-03-2026"}, "datum", "Deze dag is al geweest. Kies vandaag of een dag daarna."),
        (
            {"herinneren_op": "27-03-2026"},
            "herinneren_op",
            "De herinnering kan niet na de afspraak komen. Kies een eerdere dag.",
        ),
        ({"tijd": "half drie"}, "tijd", "Vul de tijd in als uur:minuten, bijvoorbeeld 14:30."),
        ({"kanaal": "brief"}, "kanaal", "Kies een van de mogelijkheden."),
        ({"datum": ""}, "datum", "Vul een datum in."),
    ],
)
def test_faults_are_shown_at_their_field(pagina, dossier, anders, veld, melding):
    response = pagina.post(reverse("afspraak_nieuw", args=[dossier.nummer]), {**NIEUW, **anders})

    assert response.context["form"].errors == {veld: [melding]}
    assert Afspraak.objects.count() == 0


def test_second_eerste_gesprek_is_refused_on_the_page(pagina, dossier, consulent):
    plan(dossier, consulent)

    response = pagina.post(reverse("afspraak_nieuw", args=[dossier.nummer]), NIEUW)

    assert "Er is al een eerste gesprek gepland op 26 maart 2026." in response.text


def test_eerste_gesprek_is_no_choice_after_it_was_held(pagina, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    response = pagina.get(reverse("afspraak_nieuw", args=[dossier.nummer]))

    assert [waarde for waarde, _ in response.context["form"].fields["soort"].choices] == ["gesprek", "driegesprek"]


def test_change_asks_the_reason_and_moves_the_taken(pagina, dossier, consulent):
    afspraak = plan(dossier, consulent)
    form = pagina.get(adres("afspraak", afspraak)).context["form"]
    gegevens = {"datum": "30-03-2026", "kanaal": "kantoor", "versie": form["versie"].value()}

    zonder = pagina.post(adres("afspraak", afspraak), gegevens)
    met = pagina.post(adres("afspraak", afspraak), {**gegevens, "reden": "Kan niet."}, follow=True)

    assert zonder.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert meldingen(met) == ["De afspraak is gewijzigd. De taken die erbij horen zijn mee verzet."]
    assert list(dossier.taken.open().values_list("soort", "datum")) == [("afspraak", date(2026, 3, 30))]


def test_who_changes_it_second_sees_what_the_first_changed_and_keeps_the_text(pagina, dossier, consulent, collega):
    afspraak = plan(dossier, consulent)
    versie = pagina.get(adres("afspraak", afspraak)).context["form"]["versie"].value()
    acties.afspraak_wijzigen(
        afspraak=afspraak, wijzigingen={"plaats": "stadhuis"}, reden="x", by=collega, at=moment(ON), on=ON
    )

    response = pagina.post(
        adres("afspraak", afspraak),
        {"datum": "26-03-2026", "kanaal": "kantoor", "plaats": "thuis", "reden": "Ziek.", "versie": versie},
    )

    assert "Bekend is nu: Waar? stadhuis" in response.text
    assert response.context["form"]["plaats"].value() == "thuis"


def test_cancel_asks_the_reason(pagina, dossier, consulent):
    afspraak = plan(dossier, consulent)

    zonder = pagina.post(adres("afspraak_afzeggen", afspraak), {"reden": ""})
    met = pagina.post(adres("afspraak_afzeggen", afspraak), {"reden": "Mevrouw is ziek."}, follow=True)

    assert zonder.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert met.redirect_chain == [(log(dossier), 302)]
    assert "do 26 mrt 2026: eerste gesprek, afgezegd" in met.text


@pytest.mark.parametrize(
    ("soort", "naam"),
    [("eerste gesprek", "eerste_gesprek"), ("driegesprek", "driegesprek_nieuw"), ("gesprek", "gesprek_nieuw")],
)
def test_held_leads_to_the_page_that_records_it(pagina, dossier, consulent, soort, naam):
    afspraak = plan(dossier, consulent, soort, ON)

    url = pagina.get(adres("afspraak_gehouden", afspraak)).context["vastleggen_url"]

    assert url == (f"{reverse(naam, args=[dossier.nummer])}?afspraak={afspraak.pk}")


def test_held_after_recording_names_the_gesprek(pagina, dossier, consulent):
    afspraak = plan(dossier, consulent, datum=ON)
    voer_eerste_gesprek(dossier, consulent, ON)
    gesprek = Gesprek.objects.get()

    pagina_gehouden = pagina.get(adres("afspraak_gehouden", afspraak))
    response = pagina.post(adres("afspraak_gehouden", afspraak), {"gesprek": gesprek.pk}, follow=True)

    assert pagina_gehouden.context["vastleggen_url"] == ""
    assert "Eerste gesprek op 20 maart 2026" in pagina_gehouden.text
    assert meldingen(response) == ["De afspraak is afgesloten."]
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.gesprek) == ("gehouden", gesprek)


def test_held_before_its_day_is_refused(pagina, dossier, consulent):
    response = pagina.post(adres("afspraak_gehouden", plan(dossier, consulent)), {"gesprek": ""})

    assert "Deze afspraak is pas op 26 maart 2026." in response.text


@pytest.mark.parametrize("naam", ["afspraak", "afspraak_afzeggen", "afspraak_gehouden"])
def test_afspraak_that_is_over_leads_back(pagina, dossier, consulent, naam):
    afspraak = plan(dossier, consulent)
    acties.afspraak_afzeggen(afspraak=afspraak, reden="Ziek.", by=consulent, at=moment(ON))

    response = pagina.get(adres(naam, afspraak), follow=True)

    assert response.redirect_chain == [(log(dossier), 302)]
    assert meldingen(response) == ["Deze afspraak is al afgezegd."]


def test_afspraak_of_another_dossier_is_not_found(pagina, dossier, consulent, gemeente):
    ander = maak_dossier(gemeente, bsn="")

    assert pagina.get(reverse("afspraak", args=[ander.nummer, plan(dossier, consulent).pk])).status_code == 404


def test_how_is_asked_and_never_chosen_silently(pagina, dossier):
    url = reverse("afspraak_nieuw", args=[dossier.nummer])

    keuzes = pagina.get(url).context["form"].fields["kanaal"].choices
    response = pagina.post(url, {**NIEUW, "kanaal": ""})

    assert list(keuzes)[:2] == [("", "Kies"), ("telefoon", "Telefoon")]
    assert response.context["form"].errors == {"kanaal": ["Kies een van de mogelijkheden."]}
    assert Afspraak.objects.count() == 0


def test_address_that_says_how_fills_it_in(pagina, dossier):
    url = f"{reverse('afspraak_nieuw', args=[dossier.nummer])}?soort=gesprek&kanaal=huisbezoek"

    assert '<option value="huisbezoek" selected>' in pagina.get(url).text


@pytest.mark.parametrize("naam", ["taak_nieuw", "afspraak_nieuw", "afspraak", "afspraak_afzeggen", "afspraak_gehouden"])
def test_leaving_a_form_goes_where_saving_goes(pagina, dossier, consulent, naam):
    args = [dossier.nummer] if naam.endswith("_nieuw") else [dossier.nummer, plan(dossier, consulent, datum=ON).pk]

    assert pagina.get(reverse(naam, args=args)).context["annuleer_url"] == log(dossier)


GEEN_WERKDAG = [
    pytest.param("29-03-2026", "Zondag 29 maart 2026 is geen werkdag.", id="sunday"),
    pytest.param("28-03-2026", "Zaterdag 28 maart 2026 is geen werkdag.", id="saturday"),
    pytest.param("06-04-2026", "Maandag 6 april 2026 is geen werkdag (tweede paasdag).", id="feestdag"),
    pytest.param("27-03-2026", "", id="werkdag"),
]
VER_VOORUIT = [
    pytest.param("19-03-2027", "", id="a year ahead"),
    pytest.param("22-03-2027", "Die dag is pas over 12 maanden.", id="more than a year ahead"),
    pytest.param(
        "28-12-2036",
        "Zondag 28 december 2036 is geen werkdag. Die dag is pas over 10 jaar en 9 maanden.",
        id="sunday of another year",
    ),
]


@pytest.mark.parametrize(
    ("soort", "dag", "melding"),
    [
        pytest.param(soort, *rij.values, id=f"{soort}-{rij.id}")
        for soort, rijen in (
            ("eerste gesprek", GEEN_WERKDAG),
            ("gesprek", GEEN_WERKDAG + VER_VOORUIT),
            ("driegesprek", GEEN_WERKDAG + VER_VOORUIT),
        )
        for rij in rijen
    ],
)
def test_day_that_may_not_be_meant_is_said_and_not_refused(pagina, dossier, soort, dag, melding):
    invoer = {**NIEUW, "soort": soort, "datum": dag}

    response = pagina.post(reverse("afspraak_nieuw", args=[dossier.nummer]), invoer)

    klopt_niet = f"{melding} Klopt dat niet? Wijzig dan de afspraak."
    assert [str(m) for m in get_messages(response.wsgi_request)][1:] == ([klopt_niet] if melding else [])
    assert f"{Afspraak.objects.get().datum:%d-%m-%Y}" == dag


@pytest.mark.parametrize(("dag", "melding"), GEEN_WERKDAG + VER_VOORUIT)
def test_moving_to_such_a_day_says_so_too(pagina, dossier, consulent, dag, melding):
    afspraak = plan(dossier, consulent)
    versie = pagina.get(adres("afspraak", afspraak)).context["form"]["versie"].value()
    invoer = {"datum": dag, "kanaal": "kantoor", "reden": "Kan niet.", "versie": versie}

    response = pagina.post(adres("afspraak", afspraak), invoer)

    tekst = " ".join(str(m) for m in get_messages(response.wsgi_request))
    assert (melding in tekst, "Klopt dat niet?" in tekst) == (True, bool(melding))


def knoppen(response):
    """Give the buttons of the page in order: what each says, and whether it is the primary or a secondary one."""
    return re.findall(r'<(?:a|button) class="nl-button nl-button--(primary|secondary)"[^>]*>([^<]+)<', response.text)


@pytest.mark.parametrize(
    ("soort", "verwacht"),
    [
        ("gesprek", [("primary", "Gesprek vastleggen"), ("secondary", "Afspraak afsluiten")]),
        ("driegesprek", [("primary", "Driegesprek vastleggen"), ("secondary", "Afspraak afsluiten")]),
        ("eerste gesprek", [("primary", "Afspraak afsluiten")]),
    ],
    ids=["gesprek", "driegesprek", "nothing-to-record"],
)
def test_page_that_asks_whether_it_was_held_has_one_primary_button(pagina, dossier, consulent, soort, verwacht):
    afspraak = plan(dossier, consulent, soort, datum=ON)
    if soort == "eerste gesprek":
        voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    assert knoppen(pagina.get(adres("afspraak_gehouden", afspraak))) == verwacht


def test_hour_is_written_in_one_way_on_every_page(pagina, dossier, gemeente, consulent):
    afspraak = plan(dossier, consulent, "gesprek")
    velden = {"datum": "26-03-2026", "kanaal": "kantoor", "reden": "Kan niet."}
    for uur in ("03:00", "09:05"):
        versie = pagina.get(adres("afspraak", afspraak)).context["form"]["versie"].value()
        pagina.post(adres("afspraak", afspraak), {**velden, "tijd": uur, "versie": versie})

    geschiedenis = pagina.get(reverse("dossier_geschiedenis", args=[dossier.nummer])).text
    assert "<del>3.00\xa0uur</del> wordt <ins>9.05\xa0uur</ins>" in geschiedenis
    afspraak.refresh_from_db()
    assert afspraak.taken.get(soort="afspraak").wat == "Gesprek om 9.05 uur, op kantoor"
    assert str(afspraak) == "Gesprek op 26 maart 2026 om 9.05 uur"
    for naam in ("contacten", "gesprekken", "dossier"):
        tekst = pagina.get(reverse(naam, args=[dossier.nummer])).text
        assert ("9.05 uur" in tekst, "09.05" in tekst, "09:05" in tekst) == (True, False, False)

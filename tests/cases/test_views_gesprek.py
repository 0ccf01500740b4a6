"""The pages of the eerste gesprek, with the dates it starts, and of the driegesprek."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import DossierEvent, Driegesprek, Gesprek, Hulpvraag, Termijn
from tests.wegen import voer_eerste_gesprek

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
GESPREK = {
    "datum": "12-03-2026",
    "kanaal": "huisbezoek",
    "verslag": "Lang gesproken.",
    "hulpvraag_wonen": "De vloer is kapot.",
    "hulpvraag_zorg": "Ik slaap slecht.",
}
DRIEGESPREK = {
    "datum": "2026-03-18",
    "derde": "uht",
    "aanvrager": "De inwoner",
    "plaats": "Online",
    "deelnemers": "N. Berkhout\nP. Zeeman, UHT",
    "onderwerpen": "Uitleg van de beoordeling",
    "verslag": "",
}
DRIE_DATUMS = [
    ("Plan van aanpak (8 weken)", date(2026, 5, 7)),
    ("Spullen toekennen (6 maanden)", date(2026, 9, 12)),
    ("Besluiten nemen (2 jaar)", date(2028, 3, 12)),
]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def url(dossier):
    return reverse("eerste_gesprek", args=[dossier.nummer])


def klokken(response):
    return [(klok.naam, klok.uiterste_datum) for klok in response.context["klokken"]]


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_page_shows_the_dates_for_today_before_anything_is_saved(pagina, url):
    response = pagina.get(url)

    assert klokken(response) == [
        ("Plan van aanpak (8 weken)", date(2026, 5, 15)),
        ("Spullen toekennen (6 maanden)", date(2026, 9, 20)),
        ("Besluiten nemen (2 jaar)", date(2028, 3, 20)),
    ]
    assert "Deze termijnen lopen bij een gesprek op vrijdag 20 maart 2026:" in response.text
    assert Gesprek.objects.count() == 0


def test_bekijken_shows_the_dates_of_the_day_filled_in_and_saves_nothing(pagina, url):
    response = pagina.post(url, {**GESPREK, "kanaal": "", "bekijken": "1"})

    assert klokken(response) == DRIE_DATUMS
    assert not response.context["form"].errors
    assert "De vloer is kapot." in response.text
    assert (Gesprek.objects.count(), DossierEvent.objects.filter(soort="eerste_gesprek").count()) == (0, 0)


def test_bekijken_saves_nothing_even_when_all_is_filled_in(pagina, url):
    pagina.post(url, {**GESPREK, "bekijken": "1"})

    assert Gesprek.objects.count() == 0


def test_bekijken_of_a_day_that_can_not_be_says_only_that(pagina, url):
    response = pagina.post(url, {"datum": "21-03-2026", "bekijken": "1"})

    assert response.context["form"].errors == {
        "datum": ["Het eerste gesprek kan niet in de toekomst liggen. Leg het vast als het geweest is."]
    }
    assert klokken(response) == []
    assert "Vul een datum in om te zien welke termijnen gaan lopen." in response.text


def test_saving_starts_the_clocks_that_were_shown_and_names_them(pagina, url, dossier, consulent):
    getoond = klokken(pagina.post(url, {**GESPREK, "bekijken": "1"}))

    response = pagina.post(url, GESPREK, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    (bericht,) = berichten(response)
    assert bericht == (
        "Het eerste gesprek is vastgelegd. Deze termijnen lopen nu: Plan van aanpak (8 weken) tot en met 7 mei 2026;"
        " Spullen toekennen (6 maanden) tot en met 12 september 2026;"
        " Besluiten nemen (2 jaar) tot en met 12 maart 2028."
    )
    lopend = Termijn.objects.filter(aanleiding__startswith="gesprek:").order_by("uiterste_datum")
    assert [termijn.uiterste_datum for termijn in lopend] == [dag for _, dag in getoond]
    assert [(vraag.leefgebied, vraag.tekst) for vraag in Hulpvraag.objects.all()] == [
        ("wonen", "De vloer is kapot."),
        ("zorg", "Ik slaap slecht."),
    ]
    gesprek = Gesprek.objects.get()
    assert (gesprek.datum, gesprek.kanaal, gesprek.verslag, gesprek.is_eerste_gesprek, gesprek.door) == (
        date(2026, 3, 12),
        "huisbezoek",
        "Lang gesproken.",
        True,
        consulent,
    )


def test_double_sent_eerste_gesprek_is_confirmed_twice_and_saved_once(pagina, url):
    eerste = pagina.post(url, GESPREK, follow=True)
    tweede = pagina.post(url, GESPREK, follow=True)

    assert berichten(eerste) == berichten(tweede)
    assert Gesprek.objects.count() == 1
    assert DossierEvent.objects.filter(soort="eerste_gesprek").count() == 1


def test_without_hulpvraag_the_first_leefgebied_asks_for_one_and_the_text_stays(pagina, url):
    response = pagina.post(url, {**GESPREK, "hulpvraag_wonen": "  ", "hulpvraag_zorg": ""})

    assert response.context["form"].errors == {
        "hulpvraag_wonen": [
            "Vul bij ten minste één leefgebied een hulpvraag in. Zonder hulpvraag starten de termijnen niet."
        ]
    }
    assert klokken(response) == DRIE_DATUMS
    assert "Lang gesproken." in response.text
    assert Gesprek.objects.count() == 0


def test_leefgebieden_stand_in_order_with_their_doelstelling(pagina, url):
    velden = pagina.get(url).context["form"].hulpvragen()

    assert [(veld.label, veld.help_text) for veld in velden] == [
        ("Wonen", "Doel van dit leefgebied: passende woning."),
        ("Financiën", "Doel van dit leefgebied: financieel vaardig en in balans."),
        ("Gezin", "Doel van dit leefgebied: veilige leefomgeving."),
        ("Werk", "Doel van dit leefgebied: werkzekerheid."),
        ("Zorg", "Doel van dit leefgebied: positieve gezondheid."),
    ]


def test_second_eerste_gesprek_leads_back_with_the_reason(pagina, url, dossier):
    pagina.post(url, GESPREK)
    dossier.refresh_from_db()

    response = pagina.get(url, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response)[-1] == (
        "Het eerste gesprek vastleggen kan niet: dit dossier staat op 'Plan van aanpak'."
    )


@pytest.mark.parametrize(
    ("derde", "bericht"),
    [
        ("uht", "Het driegesprek is vastgelegd. Het telt mee voor de SPUK, onderdeel F."),
        ("aangewezen derde", "Het driegesprek is vastgelegd. Het telt mee voor de SPUK, onderdeel F."),
        ("geen", "Het gesprek is vastgelegd. Het telt niet mee voor de SPUK, want er was geen derde partij bij."),
    ],
)
def test_driegesprek_says_whether_it_counts_for_component_f(pagina, dossier, derde, bericht):
    url = reverse("driegesprek_nieuw", args=[dossier.nummer])

    response = pagina.post(url, {**DRIEGESPREK, "derde": derde}, follow=True)

    assert berichten(response) == [bericht]
    assert Driegesprek.objects.get().derde == derde


def test_double_sent_driegesprek_counts_once(pagina, dossier):
    url = reverse("driegesprek_nieuw", args=[dossier.nummer])

    pagina.post(url, DRIEGESPREK)
    pagina.post(url, DRIEGESPREK)

    assert Driegesprek.objects.count() == 1
    assert DossierEvent.objects.filter(soort="driegesprek").count() == 1


def test_driegesprek_asks_what_is_missing_and_keeps_the_rest(pagina, dossier):
    url = reverse("driegesprek_nieuw", args=[dossier.nummer])

    response = pagina.post(url, {**DRIEGESPREK, "derde": "", "plaats": " ", "datum": "2026-04-01"})

    assert response.context["form"].errors == {
        "datum": ["Het driegesprek kan niet in de toekomst liggen. Leg het vast als het geweest is."],
        "derde": ["Kies een van de mogelijkheden."],
        "plaats": ["Vul dit veld in."],
    }
    assert "Uitleg van de beoordeling" in response.text
    assert Driegesprek.objects.count() == 0


@pytest.mark.parametrize("kanaal", ["brief", "e-mail"])
@pytest.mark.parametrize("naam", ["eerste_gesprek", "gesprek_nieuw"])
def test_letter_or_mail_is_no_gesprek(pagina, dossier, naam, kanaal):
    url = reverse(naam, args=[dossier.nummer])

    response = pagina.post(url, {**GESPREK, "kanaal": kanaal})

    assert [waarde for waarde, _ in pagina.get(url).context["form"].fields["kanaal"].choices] == [
        "telefoon",
        "huisbezoek",
        "kantoor",
        "online",
    ]
    assert response.context["form"].errors["kanaal"] == ["Kies een van de mogelijkheden."]
    assert (Gesprek.objects.count(), Termijn.objects.filter(regel="plan_van_aanpak").count()) == (0, 0)


@pytest.mark.parametrize("naam", ["eerste_gesprek", "gesprek_nieuw"])
def test_faults_are_summed_up_in_the_order_of_the_page(pagina, dossier, consulent, naam):
    if naam == "gesprek_nieuw":
        voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    fout = {
        "aanwezig": "x" * 301,
        "urgentie_zorg": "acuut",
        "urgentie_werk": "x",
        "acuut_toelichting": "Er dreigt iets.",
    }

    tekst = pagina.post(reverse(naam, args=[dossier.nummer]), fout).text

    doelen = re.findall(r'<a class="nl-link" href="#(id_\w+)">', tekst)
    assert [doel.removeprefix("id_") for doel in doelen] == [
        "datum", "kanaal_0", "aanwezig", "urgentie_werk", "hulpvraag_zorg", "acuut",
    ]  # fmt: skip
    plaatsen = [tekst.index(f'id="{doel}"') for doel in doelen]
    assert plaatsen == sorted(plaatsen)

"""The settings of the declaration are put right, taken away and told again, for one's own gemeente only."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from spuk.componenten import Component
from spuk.feiten_bron import lees_regels
from spuk.models import Normbedrag, SpukKeuze, Telling
from spuk.views.verantwoording import reken
from tests.factories import NormbedragFactory, SpukKeuzeFactory, TellingFactory, maak_user
from tests.spuk.test_verantwoording import keuze  # noqa: F401  a fixture

TELLING = {"wat": "telling", "telling-jaar": "2026", "telling-peildatum": "31-12-2025", "telling-bron": "Lijst UHT"}
NORMBEDRAG = {
    "wat": "normbedrag",
    "normbedrag-jaar": "2026",
    "normbedrag-component": "A",
    "normbedrag-bron": "Stcrt. 1",
}


@pytest.fixture
def als_financieel(client, financieel):
    client.force_login(financieel)
    return client


def stuur(client, *, code="9901", **gegevens):
    return client.post(reverse("spuk_instellingen", args=[code]), gegevens)


def fouten(antwoord, deel):
    return antwoord.context[f"{deel}_form"].errors


def verteld(client):
    """Give the history as the page tells it."""
    versies = client.get(reverse("spuk_instellingen", args=["9901"])).context["versies"]
    return [(v.tekst, v.door, v.reden, [(w.veld, w.oud, w.nieuw) for w in v.waarden]) for v in versies]


def test_telling_of_a_day_to_come_is_refused(als_financieel, gemeente, time_machine):
    time_machine.move_to("2025-12-30 12:00:00+01:00")

    antwoord = stuur(als_financieel, **TELLING, **{"telling-aantal": "120"})

    assert "De peildatum kan niet in de toekomst liggen." in antwoord.text
    assert not Telling.objects.exists()


def test_telling_of_a_known_day_is_put_right_and_the_history_tells_it(als_financieel, gemeente, financieel):
    stuur(als_financieel, **TELLING, **{"telling-aantal": "120"})

    antwoord = stuur(als_financieel, **TELLING, **{"telling-aantal": "102"})

    assert antwoord.status_code == 302
    assert list(Telling.objects.values_list("gemeente", "jaar", "aantal")) == [(gemeente.pk, 2026, 102)]
    assert verteld(als_financieel) == [
        (
            "Telling 2026, peildatum 31 december 2025 gewijzigd",
            financieel.naam,
            "Lijst UHT",
            [("Aantal (potentieel) gedupeerden", "120", "102")],
        ),
        (
            "Telling 2026, peildatum 31 december 2025 vastgelegd",
            financieel.naam,
            "",
            [("Aantal (potentieel) gedupeerden", "", "120"), ("Bron", "", "Lijst UHT")],
        ),
    ]


def test_second_telling_of_a_year_stays_beside_the_first(als_financieel, gemeente):
    TellingFactory(gemeente=gemeente, jaar=2026, peildatum=date(2025, 12, 31), aantal=90)

    stuur(als_financieel, **TELLING | {"telling-peildatum": "01-07-2026", "telling-aantal": "120"})

    assert list(Telling.objects.values_list("peildatum", "aantal")) == [
        (date(2025, 12, 31), 90),
        (date(2026, 7, 1), 120),
    ]


@pytest.mark.parametrize(
    ("naam", "factory", "tekst"),
    [
        ("telling_weghalen", TellingFactory, "Telling 2026, peildatum 31 december 2025 weggehaald"),
        ("normbedrag_weghalen", NormbedragFactory, "Normbedrag A 2026 weggehaald"),
    ],
    ids=["telling", "normbedrag"],
)
def test_mistake_is_taken_away_with_a_reason(als_financieel, gemeente, financieel, naam, factory, tekst):
    rij = factory(gemeente=gemeente)
    adres = reverse(naam, args=["9901", rij.pk])

    zonder = als_financieel.post(adres, {"reden": ""})
    met = als_financieel.post(adres, {"reden": "Verkeerd jaar"})

    assert zonder.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert (met.status_code, type(rij).objects.count()) == (302, 0)
    assert verteld(als_financieel)[0][:3] == (tekst, financieel.naam, "Verkeerd jaar")


@pytest.mark.parametrize("naam", ["telling_weghalen", "normbedrag_weghalen"])
def test_row_of_another_gemeente_is_not_taken_away(als_financieel, andere_gemeente, naam):
    rij = (TellingFactory if naam.startswith("telling") else NormbedragFactory)(gemeente=andere_gemeente)

    codes = [
        als_financieel.post(reverse(naam, args=[code, rij.pk]), {"reden": "x"}).status_code for code in ("9901", "9902")
    ]

    assert (codes, type(rij).objects.count()) == ([404, 404], 1)


def test_normbedrag_of_a_gemeente_is_no_other_gemeente_s(als_financieel, gemeente, andere_gemeente):
    for ieder in (gemeente, andere_gemeente):
        SpukKeuzeFactory(gemeente=ieder)

    stuur(als_financieel, **NORMBEDRAG, **{"normbedrag-bedrag": "999"})

    tarieven = [
        lees_regels(ieder, 2026).normbedragen[2026].tarieven["A"].bedrag for ieder in (gemeente, andere_gemeente)
    ]
    assert tarieven == [Decimal("999.00"), Decimal("380.00")]


def test_each_amount_in_use_can_be_confirmed_also_of_e(als_financieel, gemeente, keuze):  # noqa: F811
    """The amounts of E are raised each year as well (SPR art. 6 lid 5); 120 gedupeerden stand in the step from 100."""
    bedragen = {"A": "391,40", "B": "3.572", "D": "1.849", "F": "412", "E-100": "123.600"}
    for onderdeel, bedrag in bedragen.items():
        stuur(als_financieel, **NORMBEDRAG | {"normbedrag-component": onderdeel, "normbedrag-bedrag": bedrag})
    stuur(als_financieel, **NORMBEDRAG | {"normbedrag-component": "E-100", "normbedrag-bedrag": "123.610"})

    doorrekening = reken(gemeente, 2026)

    assert doorrekening.totaal[Component.E].bedrag == Decimal("123610.00")
    assert "normbedrag_niet_bevestigd" not in {controle.code for controle in doorrekening.controles}
    treden = lees_regels(gemeente, 2026).normbedragen[2026].staffel.treden
    assert [str(trede.bedrag) for trede in treden] == ["12000.00", "48000.00", "123610.00", "250000.00"]
    assert verteld(als_financieel)[0][0] == "Normbedrag E vanaf 100 2026 gewijzigd"


def test_page_of_another_gemeente_shows_neither_amount_nor_history(als_financieel, client, gemeente, andere_gemeente):
    stuur(als_financieel, **NORMBEDRAG, **{"normbedrag-bedrag": "999"})
    client.force_login(maak_user("financieel", andere_gemeente))

    antwoord = client.get(reverse("spuk_instellingen", args=["9902"]))

    assert "999" not in antwoord.text
    assert (antwoord.context["eigen"], antwoord.context["versies"]) == ([], [])


def test_known_normbedrag_is_put_right(als_financieel, gemeente):
    NormbedragFactory(gemeente=gemeente, jaar=2026, component="A", bedrag=Decimal("395.00"))

    stuur(als_financieel, **NORMBEDRAG, **{"normbedrag-bedrag": "412,50"})

    assert list(Normbedrag.objects.values_list("bedrag", "bron")) == [(Decimal("412.50"), "Stcrt. 1")]
    assert verteld(als_financieel)[0][3] == [
        ("Bedrag", "€\xa0395,00", "€\xa0412,50"),
        ("Bron", "Brief van het ministerie", "Stcrt. 1"),
    ]


BEGRENSD = "Kies een jaar van 2020 tot en met 2029."


@pytest.mark.parametrize(
    ("gegevens", "veld", "melding"),
    [
        ({"normbedrag-jaar": "99999"}, "jaar", BEGRENSD),
        ({"normbedrag-jaar": "1900"}, "jaar", BEGRENSD),
        ({"normbedrag-jaar": "2030"}, "jaar", BEGRENSD),
        ({"normbedrag-bedrag": "0"}, "bedrag", "Vul een bedrag in dat hoger is dan nul."),
        ({"normbedrag-bedrag": "9999999999"}, "bedrag", "Dit bedrag is te groot."),
    ],
    ids=["far-future", "far-past", "year-after", "zero", "too-large"],
)
def test_normbedrag_that_can_not_be_is_refused_in_plain_words(als_financieel, gegevens, veld, melding):
    antwoord = stuur(als_financieel, **NORMBEDRAG | {"normbedrag-bedrag": "400"} | gegevens)

    assert fouten(antwoord, "normbedrag") == {veld: [melding]}
    assert not Normbedrag.objects.exists()


@pytest.mark.parametrize(
    ("gegevens", "veld", "melding"),
    [
        ({"telling-jaar": "99999"}, "jaar", BEGRENSD),
        ({"telling-aantal": "99999999999"}, "aantal", "Vul 1000000 of minder in."),
        ({"telling-aantal": "-1"}, "aantal", "Vul 0 of meer in."),
    ],
    ids=["year", "too-many", "below-zero"],
)
def test_telling_that_can_not_be_is_refused_in_plain_words(als_financieel, gegevens, veld, melding):
    antwoord = stuur(als_financieel, **TELLING | {"telling-aantal": "12"} | gegevens)

    assert fouten(antwoord, "telling") == {veld: [melding]}
    assert not Telling.objects.exists()


def test_history_tells_what_the_choice_was(als_financieel, gemeente, financieel):
    wat = {"wat": "keuze", "keuze-e": "norm", "keuze-switch_abdf": "", "keuze-switch_e": "", "keuze-bron": "SiSa 2021"}
    stuur(als_financieel, **wat, **{"keuze-abdf": "norm"})

    stuur(als_financieel, **wat, **{"keuze-abdf": "werkelijk"})
    stuur(als_financieel, **wat, **{"keuze-abdf": "werkelijk"})

    assert len(verteld(als_financieel)) == 2, "what was saved without a difference is not told"
    assert SpukKeuze.objects.get().abdf == "werkelijk"
    assert verteld(als_financieel)[0] == (
        "Keuze gewijzigd",
        financieel.naam,
        "SiSa 2021",
        [("A, B, D en F", "Normbedragen", "Werkelijke kosten")],
    )


@pytest.mark.parametrize("rol", ["auditor", "coordinator"])
def test_who_may_not_book_reads_the_settings_and_changes_nothing(als_financieel, client, gemeente, keuze, rol):  # noqa: F811
    rij = NormbedragFactory(gemeente=gemeente, jaar=2026, component="A", bedrag=Decimal("395.00"))
    stuur(als_financieel, **TELLING, **{"telling-aantal": "102"})
    adres = reverse("spuk_instellingen", args=["9901"])
    weghalen = [reverse("telling_weghalen", args=["9901", Telling.objects.last().pk])]
    weghalen.append(reverse("normbedrag_weghalen", args=["9901", rij.pk]))
    client.force_login(maak_user(rol, gemeente, email="lezer@voorbeeld.example"))

    pagina = client.get(adres).text
    codes = [stuur(client, **TELLING, **{"telling-aantal": "1"}).status_code]
    codes += [client.post(url, {"reden": "x"}).status_code for url in weghalen]

    for gelezen in (
        "Normbedragen",
        "SiSa 2021",
        "102",
        "€\xa0395,00",
        "Telling 2026, peildatum 31 december 2025 vastgelegd",
    ):
        assert gelezen in pagina, gelezen
    assert ('method="post" novalidate' in pagina, "Weghalen" in pagina) == (False, False)
    assert adres in client.get(reverse("spuk_jaar", args=["9901", 2026])).text
    assert codes == [403, 403, 403]
    assert list(Telling.objects.filter(peildatum=date(2025, 12, 31)).values_list("aantal", flat=True)) == [102]


def test_reader_of_a_gemeente_without_a_choice_sees_that_there_is_none(client, auditor):
    client.force_login(auditor)

    pagina = client.get(reverse("spuk_instellingen", args=["9901"])).text

    assert "Er is nog geen keuze vastgelegd." in pagina
    assert "Er is nog geen telling vastgelegd." in pagina
    jaar = client.get(reverse("spuk_jaar", args=["9901", 2026])).text
    assert reverse("spuk_instellingen", args=["9901"]) in jaar
    assert "Keuze vastleggen" not in jaar


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_takes_the_same_queries(als_financieel, gemeente, keuze, aantal, django_assert_num_queries):  # noqa: F811
    for jaar in range(2023, 2023 + aantal):
        TellingFactory(gemeente=gemeente, jaar=jaar)
        NormbedragFactory(gemeente=gemeente, jaar=jaar)

    with django_assert_num_queries(14):
        als_financieel.get(reverse("spuk_instellingen", args=["9901"]))

"""From dossiers to the SiSa table: the command and the pages give the same exact amounts, each led back to its rows."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import load_workbook

from cases.actions.contact import contact_vastleggen
from cases.actions.documentbeheer import document_intrekken
from cases.actions.driegesprekken import driegesprek_vastleggen
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Driegesprek
from planvanaanpak.actions.plan import akkoord_vastleggen
from planvanaanpak.keuzes import AkkoordKanaal
from planvanaanpak.models import Voorziening
from spuk.componenten import Component
from spuk.feiten_bron import lees_regels
from spuk.models import Normbedrag, SpukKeuze, Telling
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.haltes import halte
from tests.spuk.test_actions_kosten import boek
from tests.wegen import stel_vast

GESPREK, BESLUIT = date(2026, 3, 12), date(2026, 4, 20)


@halte
def keuze(gemeente):
    return kies(gemeente)


def kies(gemeente):
    Telling.objects.create(
        gemeente=gemeente, jaar=2026, aantal=120, peildatum=date(2026, 12, 31), bron="lijst UHT 2026"
    )
    return SpukKeuze.objects.create(gemeente=gemeente, abdf="norm", e="norm", bron="SiSa 2021")


@halte
def gevuld(gemeente, dossier, consulent, financieel, keuze, snelle_pdf):
    return vul(gemeente, dossier, consulent, financieel)


def vul(gemeente, dossier, consulent, financieel):
    """One dossier with everything, one with a contact only, one driegesprek without a third party."""
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
    boek(gemeente, Voorziening.objects.get(omschrijving="Koelkast"), financieel)
    for derde in (Driegesprek.Derde.UHT, Driegesprek.Derde.GEEN):
        driegesprek_vastleggen(
            dossier=dossier,
            datum=BESLUIT,
            aanvrager="mevrouw",
            plaats="thuis",
            derde=derde,
            deelnemers="mevrouw, consulent",
            onderwerpen="toekomst",
            verslag="",
            by=consulent,
            at=moment(BESLUIT),
            on=BESLUIT,
        )
    ander = maak_dossier(gemeente, bsn="999991723", achternaam="Klamer")
    contact_vastleggen(
        dossier=ander,
        datum=GESPREK,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=consulent,
        at=moment(GESPREK),
        on=GESPREK,
    )
    return dossier


def sisa(*args):
    uit = io.StringIO()
    call_command("sisa", "--gemeente", "9901", *args, stdout=uit)
    return uit.getvalue()


def test_sisa_json_has_the_exact_amounts(gevuld):
    rapport = json.loads(sisa("--jaar", "2026", "--formaat", "json"))

    assert {k: (v["aantal"], v["tarief"], v["bedrag"]) for k, v in rapport["componenten"].items()} == {
        "A": (2, "380.00", "760.00"),
        "B": (1, "3468.00", "3468.00"),
        "C": (1, None, "385.40"),
        "D": (1, "1795.00", "1795.00"),
        "E": (1, "120000.00", "120000.00"),
        "E_kind": (0, None, "0.00"),
        "F": (1, "400.00", "400.00"),
    }
    assert (rapport["gemeente"], rapport["jaar"], rapport["totaal"]) == ("9901", 2026, "126808.40")
    assert rapport["wijze"] == {"abdf": "norm", "e": "norm"}


def test_proof_that_was_withdrawn_is_none(gevuld, consulent):
    bewijs = gevuld.plan.akkoord.bewijs
    document_intrekken(document=bewijs, reden="Van een ander.", ondanks_gebruik=True, by=consulent, at=moment(BESLUIT))

    rapport = json.loads(sisa("--jaar", "2026", "--formaat", "json"))

    assert [rapport["componenten"][deel]["aantal"] for deel in "BD"] == [0, 0]
    assert [een["code"] for een in rapport["controles"] if een["ernst"] == "blokkeert"] == [
        "akkoordbewijs_ontbreekt", "kosten_plan_telt_niet",
    ]  # fmt: skip


def test_another_akkoord_later_on_does_not_move_the_plan_to_its_year(gevuld, consulent):
    """A year that was handed in would lose the plan, and the next would claim it again (decision 0108)."""
    later = date(2027, 1, 5)
    plan = gevuld.plan
    akkoord_vastleggen(
        plan=plan, datum=later, kanaal=AkkoordKanaal.EMAIL, bewijs=plan.akkoord.bewijs, toelichting="Met het addendum",
        by=consulent, at=moment(later), on=later,
    )  # fmt: skip

    rapport = json.loads(sisa("--jaar", "2026", "--formaat", "json"))

    assert [rapport["componenten"][deel]["aantal"] for deel in "BD"] == [1, 1]


def test_sisa_csv_and_xlsx_say_the_same(gevuld, tmp_path, client, financieel):
    rijen = list(csv.DictReader(io.StringIO(sisa("--jaar", "2026", "--formaat", "csv")), delimiter=";"))
    client.force_login(financieel)
    antwoord = client.get(reverse("spuk_xlsx", args=["9901", 2026]))
    blad = load_workbook(io.BytesIO(antwoord.content)).worksheets[0]

    assert rijen[-1]["bedrag"] == "126808.40"
    assert [(rij["onderdeel"], Decimal(rij["bedrag"])) for rij in rijen[:-1]] == [
        (blad.cell(rij, 1).value, Decimal(str(blad.cell(rij, 6).value))) for rij in range(3, 10)
    ]


def test_sisa_of_a_year_without_facts_is_zero(gevuld):
    rapport = json.loads(sisa("--jaar", "2025", "--formaat", "json"))

    assert rapport["totaal"] == "0.00"


@pytest.mark.parametrize(
    ("args", "melding"),
    [
        (["--jaar", "2019"], "2020 tot en met 2029"),
        (["--jaar", "abc"], "'abc' is geen jaar. Schrijf een jaar als JJJJ, zoals 2020"),
        (["--jaar", "20260"], "'20260' is geen jaar"),
        (["--jaar", "2026"], "nog niet vastgelegd"),
    ],
    ids=["year-outside", "no-number", "five-digits", "no-choice"],
)
def test_sisa_refuses_in_plain_dutch(gemeente, args, melding):
    with pytest.raises(CommandError, match=melding):
        sisa(*args)


def test_confirmed_normbedrag_replaces_the_shipped_one(gevuld, gemeente):
    Normbedrag.objects.create(
        gemeente=gemeente, jaar=2026, component="A", bedrag=Decimal("412.50"), bron="circulaire 2026"
    )

    rapport = json.loads(sisa("--jaar", "2026", "--formaat", "json"))

    assert rapport["componenten"]["A"]["bedrag"] == "825.00"


def test_page_shows_the_same_total_and_links_each_amount(client, gevuld, financieel):
    client.force_login(financieel)

    antwoord = client.get(reverse("spuk_jaar", args=["9901", 2026]))

    assert antwoord.context["totaal"].bedrag == Decimal("126808.40")
    inhoud = antwoord.content.decode()
    for component in Component:
        assert reverse("spuk_onderdeel", args=["9901", 2026, component.value]) in inhoud
    assert "€\xa0126.808,40" in inhoud


def test_rows_behind_an_amount_name_the_dossier_without_care(client, gevuld, financieel):
    client.force_login(financieel)

    antwoord = client.get(reverse("spuk_onderdeel", args=["9901", 2026, "B"]))

    inhoud = antwoord.content.decode()
    assert [(rij.nummer, rij.bedrag, rij.dossier_url) for rij in antwoord.context["rijen"]] == [
        (gevuld.nummer, Decimal("3468.00"), "")
    ]
    assert "koelkast" not in inhoud.lower()
    assert "Berkhout" not in inhoud


def test_coordinator_walks_from_the_amount_to_the_dossier(client, gevuld, coordinator):
    client.force_login(coordinator)

    antwoord = client.get(reverse("spuk_onderdeel", args=["9901", 2026, "A"]))

    urls = {rij.dossier_url for rij in antwoord.context["rijen"]}
    assert gevuld.get_absolute_url() in urls
    assert client.get(gevuld.get_absolute_url()).status_code == 200


def test_what_does_not_count_says_why(client, gevuld, financieel):
    client.force_login(financieel)

    antwoord = client.get(reverse("spuk_onderdeel", args=["9901", 2026, "F"]), {"telt": "niet"})

    assert [rij.regel.uitleg for rij in antwoord.context["rijen"]] == ["UHT of een aangewezen derde was er niet bij."]


def test_spuk_opens_the_year_to_account_for(client, financieel, time_machine):
    client.force_login(financieel)

    time_machine.move_to("2026-07-15 12:00:00+02:00")
    voor = client.get(reverse("spuk")).url
    time_machine.move_to("2026-07-16 12:00:00+02:00")

    assert (voor, client.get(reverse("spuk")).url) == ("/spuk/9901/2025/", "/spuk/9901/2026/")


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_takes_the_same_queries(
    client, gemeente, keuze, consulent, financieel, aantal, snelle_pdf, django_assert_num_queries
):
    bsns = ["999991723", "999993793", "999994542"][:aantal]
    for bsn in bsns:
        stel_vast(maak_dossier(gemeente, bsn=bsn), consulent, gesprek=GESPREK, besluit=BESLUIT)
    client.force_login(financieel)

    with django_assert_num_queries(17):
        client.get(reverse("spuk_jaar", args=["9901", 2026]))


@pytest.mark.parametrize(("jaar", "woorden"), [(2020, "vult u zelf in"), (2024, "niet van toepassing")])
def test_indicator_without_value_says_why(client, financieel, keuze, jaar, woorden):
    client.force_login(financieel)

    indicatoren = client.get(reverse("spuk_jaar", args=["9901", jaar])).context["indicatoren"]

    zonder = {waarde for _, _, waarde in indicatoren if waarde[0] not in "€0123456789JN"}
    assert zonder == {woorden}


def test_gemeente_of_another_is_not_found(client, financieel, andere_gemeente):
    client.force_login(financieel)

    assert client.get(reverse("spuk_jaar", args=["9902", 2026])).status_code == 404


def test_choice_that_the_regeling_forbids_is_refused(client, financieel, gemeente):
    client.force_login(financieel)
    gegevens = {"wat": "keuze", "keuze-abdf": "werkelijk", "keuze-e": "norm", "keuze-switch_abdf": "2024"}

    antwoord = client.post(
        reverse("spuk_instellingen", args=["9901"]), {**gegevens, "keuze-switch_e": "", "keuze-bron": "SiSa"}
    )

    assert "Overstappen kan alleen van normbedrag naar werkelijke kosten. Kies geen overstap" in antwoord.text
    assert not SpukKeuze.objects.exists()


@pytest.mark.parametrize(("geldig_vanaf", "tot"), [(2027, 2027), (2028, 2026)], ids=["at the end of the year", "later"])
def test_year_counts_with_the_last_day_of_its_beleid(gemeente, keuze, geldig_vanaf, tot):
    """The regeling was extended, and the gemeente laid that down with its source."""
    BeleidFactory(
        gemeente=gemeente,
        geldig_vanaf=date(geldig_vanaf, 3, 1),
        afwijkingen={"verplichtingen_tot": "2027-12-31", "bron_wet": "Stcrt. 2027, 1"},
    )

    assert lees_regels(gemeente, 2027).verplichtingen_tot == date(tot, 12, 31)
    assert lees_regels(gemeente, 2026).verplichtingen_tot == date(2026, 12, 31)

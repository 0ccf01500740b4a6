"""Each amount of the declaration leads to what stands behind it: of a year or all years, of a component or all."""

import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.db.models import F
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import Contact, Dossier
from spuk.actions.kosten import kosten_boeken
from spuk.componenten import Component
from spuk.models import Kostenregel, SpukKeuze
from tests.factories import moment
from tests.haltes import halte
from tests.spuk.test_verantwoording import BESLUIT, kies, vul


@halte
def keuze(gemeente):
    return kies(gemeente)


@halte
def gevuld(gemeente, dossier, consulent, financieel, keuze, snelle_pdf):
    return vul(gemeente, dossier, consulent, financieel)


@pytest.fixture
def als_financieel(client, financieel):
    client.force_login(financieel)
    return client


def boek_algemeen(gemeente, component, datum, by, nummer="F1"):
    return kosten_boeken(
        gemeente=gemeente, component=component, voorziening=None, datum=datum, omschrijving="Coördinatie",
        leverancier="Bureau Oever", factuurnummer=nummer, netto=Decimal("100.00"), btw=Decimal("21.00"), factuur=None,
        nagekeken=[f"jaar:{datum.year}"], by=by, at=moment(BESLUIT), on=BESLUIT,
    )  # fmt: skip


def rijen(client, component, jaar=2026, **vraag):
    antwoord = client.get(reverse("spuk_onderdeel", args=["9901", jaar, component]), vraag)
    return [(str(rij.regel.component), rij.regel.jaar, rij.bedrag, rij.nummer) for rij in antwoord.context["rijen"]]


def test_every_amount_and_total_is_a_link_to_rows_that_add_up_to_it(als_financieel, gemeente, gevuld, financieel):
    """Also those of all years: what a link leads to is exactly the amount that it says."""
    boek_algemeen(gemeente, Component.E_KIND, date(2024, 5, 1), financieel)
    pagina = als_financieel.get(reverse("spuk_jaar", args=["9901", 2026]))
    totaal = pagina.context["totaal"]
    delen = {deel.component.value: (deel.bedrag, deel.cumulatief) for deel in totaal.onderdelen}
    delen["alles"] = (totaal.bedrag, totaal.cumulatief)

    for naam, (bedrag, cumulatief) in delen.items():
        adres = reverse("spuk_onderdeel", args=["9901", 2026, naam])
        assert re.search(rf'<a [^>]*href="{adres}">', pagina.text)
        assert re.search(rf'<a [^>]*href="{re.escape(adres)}\?jaren=alle">', pagina.text)
        assert sum(rij[2] for rij in rijen(als_financieel, naam)) == bedrag
        assert sum(rij[2] for rij in rijen(als_financieel, naam, jaren="alle")) == cumulatief
    assert delen["alles"][1] - delen["alles"][0] == Decimal("100.00")


def test_a_count_without_a_tarief_is_no_sum(als_financieel, gemeente, gevuld, financieel):
    boek_algemeen(gemeente, Component.E_KIND, date(2026, 4, 1), financieel)

    def kop(component):
        return als_financieel.get(reverse("spuk_onderdeel", args=["9901", 2026, component])).text

    assert "1 regel, samen <strong>€\xa0100,00</strong>" in kop("E_kind")
    assert re.search(r"\d+ × €\xa0[\d,.]+ = <strong>", kop("A"))


def test_a_controle_of_the_settings_leads_there(als_financieel, gemeente, gevuld):
    tekst = als_financieel.get(reverse("spuk_jaar", args=["9901", 2026])).text

    melding = "De normbedragen van 2026 zijn nog niet bevestigd."
    link = f'href="{reverse("spuk_instellingen", args=["9901"])}">Tellingen en normbedragen'
    assert re.search(rf"{re.escape(melding)}.*{re.escape(link)}", tekst)


def test_a_controle_leads_to_the_dossiers_and_costs_that_it_is_about(als_financieel, gemeente, gevuld, financieel):
    """Financieel opens no dossier: without the numbers nobody can be asked about them."""
    regel = boek_algemeen(gemeente, Component.A, date(2026, 4, 1), financieel)
    Contact.objects.update(uitkomst="geen gehoor")
    Dossier.objects.update(datum_eerste_contact=None)
    pagina = als_financieel.get(reverse("spuk_jaar", args=["9901", 2026]))
    adres = reverse("spuk_onderdeel", args=["9901", 2026, "alles"])

    def achter(code):
        assert f'href="{adres}?controle={code}"' in pagina.text
        antwoord = als_financieel.get(adres, {"controle": code})
        return [(rij.nummer, rij.factuur and rij.factuur.url, rij.regel.uitleg) for rij in antwoord.context["rijen"]]

    assert achter("driegesprek_zonder_derde") == [(gevuld.nummer, None, "UHT of een aangewezen derde was er niet bij.")]
    assert achter("plan_zonder_contact") == [(gevuld.nummer, None, "Telt mee.")]
    assert achter("kosten_bij_normbedrag") == [
        ("", regel.get_absolute_url(), "In dit jaar geldt het normbedrag. Losse kosten tellen dan niet mee.")
    ]
    assert als_financieel.get(adres, {"controle": "akkoord_ontbreekt"})["Location"] == pagina.request["PATH_INFO"]


def test_years_before_stand_with_the_total_up_to_a_year_only(als_financieel, gemeente, gevuld, financieel):
    boek_algemeen(gemeente, Component.E_KIND, date(2024, 5, 1), financieel)
    boek_algemeen(gemeente, Component.E_KIND, date(2026, 4, 1), financieel, "F2")

    assert [rij[1] for rij in rijen(als_financieel, "E_kind")] == [2026]
    assert [rij[1] for rij in rijen(als_financieel, "E_kind", jaren="alle")] == [2024, 2026]
    assert [rij[1] for rij in rijen(als_financieel, "E_kind", jaar=2025, jaren="alle")] == [2024]


def test_telling_is_not_taken_for_an_invoice_with_its_number(als_financieel, gemeente, keuze, financieel):
    """The id of a telling says nothing of a cost line; nor of one of another gemeente."""
    telling = gemeente.spuk_tellingen.get()
    regel = boek_algemeen(gemeente, Component.E_KIND, date(2026, 4, 1), financieel)
    Kostenregel.objects.filter(pk=regel.pk).update(id=telling.pk)

    antwoord = als_financieel.get(reverse("spuk_onderdeel", args=["9901", 2026, "E"]))

    assert [(rij.factuur, rij.nummer) for rij in antwoord.context["rijen"]] == [(None, "")]
    assert "Bureau Oever" not in antwoord.text
    adres = reverse("spuk_instellingen", args=["9901"])
    assert f'<a class="nl-link" href="{adres}">120 gedupeerden: lijst UHT 2026</a>' in antwoord.text


def test_cost_of_a_is_not_taken_for_a_dossier(als_financieel, gemeente, gevuld, financieel):
    SpukKeuze.objects.update(abdf="werkelijk")
    regel = boek_algemeen(gemeente, Component.A, date(2026, 4, 1), financieel)
    Kostenregel.objects.exclude(pk=regel.pk).update(id=F("id") + 10_000)
    Kostenregel.objects.filter(pk=regel.pk).update(id=gevuld.pk)

    antwoord = als_financieel.get(reverse("spuk_onderdeel", args=["9901", 2026, "A"]))

    assert [(rij.factuur.nummer, rij.nummer, rij.bedrag) for rij in antwoord.context["rijen"]] == [
        ("F1", "", Decimal("100.00"))
    ]


def test_unknown_component_is_not_found(als_financieel, gemeente, keuze):
    assert als_financieel.get(reverse("spuk_onderdeel", args=["9901", 2026, "Z"])).status_code == 404


def test_invoice_says_how_large_it_may_be(als_financieel, gemeente, settings):
    settings.UPLOAD_MAX_MB = 7

    assert "Een pdf of foto, tot 7 MB." in als_financieel.get(reverse("kosten_algemeen", args=["9901"])).text


def test_download_leads_each_row_back_to_its_dossier_and_invoice(als_financieel, gemeente, gevuld, financieel):
    """It says what the page says, and no name of an inwoner; a text is never a formula."""
    regel = boek_algemeen(gemeente, Component.E_KIND, date(2026, 4, 1), financieel, "=1+1")
    Kostenregel.objects.filter(pk=regel.pk).update(leverancier="-Oever\x0b")

    antwoord = als_financieel.get(reverse("spuk_xlsx", args=["9901", 2026]))

    blad = load_workbook(io.BytesIO(antwoord.content))["Regels"]
    kop, *gevonden = blad.iter_rows(values_only=True)
    assert kop == (
        "Onderdeel", "Dossier", "Besluit", "Leverancier", "Factuurnummer",
        "Datum", "Bedrag", "Aantal", "Telt mee", "Uitleg",
    )  # fmt: skip
    nummer, ander = gevuld.nummer, "9901-D-2026-00002"
    assert [rij[:5] for rij in gevonden] == [
        ("A", nummer, None, None, None),
        ("A", ander, None, None, None),
        ("B", nummer, None, None, None),
        ("C", nummer, "9901-B-2026-00001", "Witgoedhuis", "2026-118"),
        ("D", nummer, None, None, None),
        ("E", None, None, None, None),
        ("E_kind", None, None, "-Oever", "=1+1"),
        ("F", nummer, None, None, None),
        ("F", nummer, None, None, None),
    ]
    assert gevonden[5][-1] == "Telt mee. 120 gedupeerden: lijst UHT 2026"
    assert [(cel.data_type, cel.quotePrefix) for cel in blad[8][3:5]] == [("s", True), ("s", True)]
    assert not any("Berkhout" in str(cel) or "Klamer" in str(cel) for rij in gevonden for cel in rij)

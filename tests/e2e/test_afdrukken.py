"""A page on paper: what is marked for it goes open, a sum comes along when it was opened, and it takes few sheets."""

import io

import pikepdf
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.e2e.test_hele_weg import tekst_van


def druk_af(bediening, pad, voor=None):
    bediening.ga(pad)
    if voor is not None:
        voor(bediening.page)
    pdf = bediening.page.pdf(format="A4", prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        return len(bestand.pages), tekst_van(pdf)


@pytest.fixture
def paden(wereld):
    return {
        "vandaag": reverse("vandaag"),
        "dossier": wereld.in_uitvoering.get_absolute_url(),
        "plan": reverse("plan", args=[wereld.in_uitvoering.nummer]),
    }


@pytest.mark.parametrize(("waar", "hoogstens"), [("vandaag", 2), ("dossier", 3), ("plan", 3)])
def test_page_takes_few_sheets(kijker, wereld, paden, waar, hoogstens):
    kijker.log_in(wereld.users["consulent"])

    vellen, tekst = druk_af(kijker, paden[waar])

    assert vellen <= hoogstens
    assert "Waarom deze datum?" not in tekst


def test_plan_is_read_whole_on_paper_and_folds_again(kijker, wereld, paden):
    kijker.log_in(wereld.users["consulent"])

    _, tekst = druk_af(kijker, paden["plan"])

    dicht = kijker.page.locator("details.bo-leefgebied:not([open])")
    assert dicht.count() > 0
    assert tekst.count("Hoe is het nu?") == kijker.page.locator("details.bo-leefgebied").count()


def test_sum_that_was_opened_comes_along(kijker, wereld, paden):
    kijker.log_in(wereld.users["consulent"])

    _, tekst = druk_af(kijker, paden["vandaag"], lambda page: page.locator("details.bo-uitleg summary").first.click())

    assert tekst.count("Waarom deze datum?") == 1


def test_page_of_a_dossier_says_on_paper_whose_it_is_and_when_it_was_printed(kijker, wereld):
    kijker.log_in(wereld.users["consulent"])
    nummer = wereld.in_uitvoering.nummer

    _, tekst = druk_af(kijker, reverse("dossier_geschiedenis", args=[nummer]))

    regel = f"Gemeente {wereld.gemeente.naam}, dossier {nummer}. Afgedrukt op 1 juni 2026."
    assert regel in tekst
    expect(kijker.page.get_by_text("Afgedrukt op")).to_be_hidden()


@pytest.mark.parametrize(
    ("rol", "dossier", "pad", "feit", "weg"),
    [
        ("coordinator", None, "dossiers", "niet toegewezen", {"Toewijzen"}),
        ("consulent", "nieuw", "contacten", "Contacten en pogingen", {"Verbeteren"}),
        ("consulent", "nieuw", "documenten", "toegevoegd op", {"Downloaden", "Verbeteren", "Intrekken"}),
        ("consulent", "in_plan", "uht", "De gemeente hoorde het", {"Verbeteren", "Intrekken", "intrekken"}),
        ("consulent", "in_uitvoering", "toegekend", "loopt", {"Levering bijhouden"}),
        ("consulent", "in_plan", "dossier", "Uiterste datum", {"Opschorten", "Bericht maken"}),
        ("financieel", None, "spuk_jaar", "Termijnen", {"Waarom deze datum?"}),
    ],
)
def test_paper_says_what_is_and_not_what_can_be_done(kijker, wereld, rol, dossier, pad, feit, weg):
    kijker.log_in(wereld.users[rol])
    wie = [getattr(wereld, dossier).nummer] if dossier else []
    welke = [wereld.gemeente.code, 2026] if pad == "spuk_jaar" else wie

    _, tekst = druk_af(kijker, reverse(pad, args=welke))

    op_scherm = kijker.page.locator("main").inner_text()
    assert feit in tekst
    assert {woord for woord in weg if woord in op_scherm} == weg
    assert {woord for woord in weg if woord in tekst} == set()

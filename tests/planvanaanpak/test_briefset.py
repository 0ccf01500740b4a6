"""The ready-made set: every kind of letter is complete, passes the gate of PDF/A-3a and PDF/UA-1, and reads back."""

import re
from dataclasses import replace
from html import unescape

import pytest

from cases.briefsoorten import Vast, alle_briefsoorten, briefsoort
from cases.brieftekst import keur
from cases.brieftekst_bron import BrieftekstFout, vul_teksten
from cases.drukwerk import STIJLBLAD
from cases.pdf import render_html, render_pdf
from planvanaanpak.brief import TITELS, als_json, uit_json
from planvanaanpak.briefteksten import ONDERTEKENING
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer
from tests.planvanaanpak.test_pdf import bladen, lees

SOORTEN = {
    *TITELS,
    "termijnbericht_gesprek",
    "termijnbericht_plan",
    "opschorting",
    "opschorting_einde",
    "verdaging",
    "aanvulling",
    "geen_gehoor",
    "ontvangst_aanmelding",
    "ontvangst_bezwaar",
    "uitnodiging_gesprek",
    "uitnodiging_hoorzitting",
    "uitnodiging_nazorg",
    "overdracht",
}
EIGEN = "Dit schreef de gemeente <zelf> over **{gemeente}**."


def eigen(soort):
    """Give each block of a kind a text of the gemeente, with all that must stand in it."""
    return {blok.code: " ".join([EIGEN, *(f"{{{code}}}" for code in sorted(blok.moet))]) for blok in soort.blokken}


# The longest sentence of the whole set, in words: the list of what to put in a bezwaarschrift.
LANGSTE_ZIN = 21


def zinnen(html):
    """Give the sentences of the body of a letter; a colon ends one as well, as it announces something."""
    regels = re.sub(r"</?(p|li|ul|h[1-6]|d[ltd]|t[a-z]+|div|section|main)\b[^>]*>", "\n", html[html.index("<main") :])
    for regel in unescape(re.sub(r"<[^>]*>", "", regels)).splitlines():
        yield from re.split(r"(?<=[.!?:])\s+", regel.strip())


@pytest.mark.parametrize("soort", alle_briefsoorten(), ids=lambda soort: soort.code)
def test_sentences_are_short(soort):
    """B1: what is fixed and the ready-made text, with what the example fills in."""
    te_lang = [zin for zin in zinnen(render_html(soort.sjabloon, soort.voorbeeld())) if len(zin.split()) > LANGSTE_ZIN]

    assert te_lang == []


def test_longest_sentence_is_as_measured():
    alle = (zin for soort in alle_briefsoorten() for zin in zinnen(render_html(soort.sjabloon, soort.voorbeeld())))

    assert max(len(zin.split()) for zin in alle) == LANGSTE_ZIN


def test_set_has_every_kind():
    assert {soort.code for soort in alle_briefsoorten()} == SOORTEN


@pytest.mark.parametrize("soort", alle_briefsoorten(), ids=lambda soort: soort.code)
def test_ready_made_text_may_be_published(soort):
    for blok in soort.blokken:
        assert keur(blok.standaard, soort.gegevens, blok.moet if blok.standaard else frozenset()) == []


@pytest.mark.parametrize("soort", alle_briefsoorten(), ids=lambda soort: soort.code)
def test_letter_gives_every_gegeven_that_is_never_empty(soort):
    waarden = soort.waarden(soort.voorbeeld())

    assert {g.code for g in soort.gegevens if not g.kan_leeg and not waarden.get(g.code, "").strip()} == set()
    assert {g.code for g in soort.gegevens if g.code not in waarden} == set()


@pytest.mark.parametrize("soort", alle_briefsoorten(), ids=lambda soort: soort.code)
def test_letter_passes_the_gate_and_reads_back_with_a_text_of_the_gemeente(soort):
    brief = vul_teksten(replace(soort.voorbeeld(), ontvanger=replace(brieven.ONTVANGER)), eigen(soort))

    pdf = render_pdf(soort.sjabloon, brief)

    assert controleer(pdf) == []
    tekst, paginas = lees(pdf), bladen(pdf)
    assert tekst.count("Dit schreef de gemeente <zelf> over Gemeente Rivierendam.") == len(soort.blokken)
    assert "Lindepad 14" in paginas[0]
    for nummer, pagina in enumerate(paginas, start=1):
        assert f"Bladzijde {nummer} van {len(paginas)}" in pagina
        assert "Kenmerk voorbeeld" in pagina


@pytest.mark.parametrize("soort", alle_briefsoorten(), ids=lambda soort: soort.code)
def test_letter_to_a_geheim_adres_does_not_print_it(soort):
    geheim = replace(brieven.ONTVANGER, adresregels=(), adres_geheim=True)

    html = render_html(soort.sjabloon, replace(soort.voorbeeld(), ontvanger=geheim))

    assert "Adres bekend bij de gemeente" in html
    assert "Lindepad" not in html


@pytest.mark.parametrize("code", sorted(TITELS))
def test_what_the_awb_asks_can_not_be_edited_away(code):
    """Whatever the gemeente writes: term and organ (3:45), on whose behalf and mandaat (10:10), grounds (3:47)."""
    soort = briefsoort(code)
    html = " ".join(render_html(soort.sjabloon, vul_teksten(soort.voorbeeld(), eigen(soort))).split())

    for nodig in (
        "Bent u het niet eens met dit besluit?",
        "<strong>uiterlijk op",
        "namens het college van burgemeester en wethouders van Rivierendam,",
        "(mandaatbesluit 2025, onderdeel 7.3)",
        "Wet hersteloperatie toeslagen, artikel 2.21",
        "Wat wij hebben besloten",
        "Waarom wij dit hebben besloten",
    ):
        assert nodig in html
    assert ("beroepschrift" in html) is (code == "besluit_op_bezwaar")
    assert ONDERTEKENING in soort.delen
    assert {deel.grond for deel in soort.delen if isinstance(deel, Vast)} >= {
        "Awb artikel 3:41",
        "Awb artikelen 3:46 en 3:47",
        "Awb artikel 3:47 lid 2",
        "Awb artikel 10:10",
    }


def test_own_text_is_frozen_with_the_besluit():
    brief = vul_teksten(brieven.TOEKENNING, {"inleiding": "Op [{gesprek}|een dag] spraken wij u.", "vragen": " "})

    assert brief.teksten == (("inleiding", "Op 30 maart 2026 spraken wij u."),)
    assert uit_json(als_json(brief)) == brief
    html = render_html("planvanaanpak/pdf/besluit.html", uit_json(als_json(brief)))
    assert "<p>Op 30 maart 2026 spraken wij u.</p>" in html
    assert "Daarna hebben wij samen" not in html
    assert "<li>Heeft u vragen over deze brief? Bel Jolanda Prins, telefoon 0555 12 34 71.</li>" in html


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("Dag {bestaat_niet}.", "De tekst van de brief klopt niet meer (Afwijzing). {bestaat_niet} bestaat niet"),
        ("Op {gesprek}.", "De tekst van de brief klopt niet meer (Afwijzing). {gesprek} kan leeg zijn."),
        ("Dag {gemeente}.", "De brief kan zo niet weg. In de tekst staat {gemeente}, maar dat is hier leeg."),
    ],
    ids=["unknown", "may-be-empty", "empty"],
)
def test_letter_is_refused_when_its_text_can_not_be_filled_in(monkeypatch, tekst, melding):
    soort = briefsoort("afwijzing")
    monkeypatch.setattr("cases.brieftekst_bron.briefsoort", lambda code: replace(soort, waarden=lambda brief: {}))

    with pytest.raises(BrieftekstFout, match=re.escape(melding)):
        vul_teksten(brieven.AFWIJZING, {"inleiding": tekst})


def test_stylesheet_asks_for_no_font_features():
    """WeasyPrint never gives back the attributes that they take: a batch of letters would grow without end."""
    regels = re.sub(r"/\*.*?\*/", "", STIJLBLAD.read_text(), flags=re.DOTALL)

    assert re.findall(r"font-(?:variant|feature|kerning)", regels) == []


def test_ligatures_are_read_back_as_their_letters():
    tekst = lees(render_pdf("planvanaanpak/pdf/besluit.html", brieven.GEGROND))

    assert "heeft" in tekst
    assert "griffierecht" in tekst
    assert "beroepschrift" in tekst

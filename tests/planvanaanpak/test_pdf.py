"""Letters as files: what the gate finds, what a reader reads, and that the same letter is the same file."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pytest

from cases.tekens import WITRUIMTE, dekking
from planvanaanpak.pdf import BESLUIT, BriefFout, besluit_pdf, bijsluiter_pdf, render_pdf
from planvanaanpak.views.stukken import VOORBEELD
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer

IN_EIGEN_PROCES = """
import django, sys
django.setup()
from hashlib import sha256
from planvanaanpak.pdf import besluit_pdf
from tests.planvanaanpak.brieven import AFWIJZING, TOEKENNING
for brief in (TOEKENNING, AFWIJZING, TOEKENNING):
    print(sha256(besluit_pdf(brief)).hexdigest())
"""


def lees(pdf, *, ruw=False):
    """Read the text of a PDF back, as a reader would: on one line, unless the lines are wanted."""
    tekst = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return tekst if ruw else " ".join(tekst.split())


@cache
def gedrukt(brief):
    """Print each letter once for the tests that only read it."""
    return besluit_pdf(brief)


def bladen(pdf):
    return lees(pdf, ruw=True).rstrip("\f").split("\f")


@pytest.mark.parametrize("brief", [*brieven.BESLUITEN, brieven.LEEG, brieven.LANG], ids=lambda brief: brief.kenmerk)
def test_besluit_passes_the_gate(brief):
    assert controleer(gedrukt(brief)) == []


@pytest.mark.parametrize("bijsluiter", brieven.BIJSLUITERS.values(), ids=brieven.BIJSLUITERS)
def test_bijsluiter_passes_the_gate(bijsluiter):
    assert controleer(bijsluiter_pdf(bijsluiter)) == []


def test_toekenning_reads_back_on_four_pages():
    pdf = gedrukt(brieven.TOEKENNING)
    tekst = lees(pdf)

    assert len(bladen(pdf)) == 4
    assert "Op 30 maart 2026 spraken wij met u over wat u nodig heeft voor een nieuwe start." in tekst
    assert "U bent het met het plan eens. Dat liet u ons weten op 14 mei 2026 (per e-mail)." in tekst
    assert "Samen € 5.344,00" in tekst
    assert "Grond voor dit besluit: wens en geen noodzaak (beleidsregels, artikel 8 lid 1 onder g)." in tekst
    assert "Stuur uw brief uiterlijk op donderdag 2 juli 2026." in tekst
    assert "namens het college van burgemeester en wethouders van Rivierendam," in tekst
    assert "(mandaatbesluit gemeente Rivierendam 2025, onderdeel 7.3)" in tekst
    assert "Het is versie 1. Het eerste gesprek was op maandag 30 maart 2026." in tekst


def test_bijsluiter_reads_back_with_the_real_day_and_its_term():
    tekst = lees(bijsluiter_pdf(brieven.BIJSLUITER))

    assert "Op dat besluit staat de datum 21 mei 2026. Wij hebben het verstuurd op 26 mei 2026." in tekst
    assert "U kunt bezwaar maken tot en met dinsdag 7 juli 2026. Aan het besluit zelf verandert niets." in tekst


def test_bijsluiter_that_comes_after_its_besluit_does_not_say_that_it_is_with_it():
    erbij, na = (lees(bijsluiter_pdf(blad)) for blad in (brieven.BIJSLUITER, brieven.NAGESTUURD))

    assert "Bij deze brief zit ons besluit met kenmerk 9901-B-2026-00187." in erbij
    assert "Bij deze brief" not in na
    assert (
        "U kreeg van ons een besluit met kenmerk 9901-B-2026-00187. Op dat besluit staat de datum 21 mei 2026. Wij"
        " hebben het verstuurd op 26 mei 2026."
    ) in na
    assert "Datum 12 juni 2026" in na
    assert "tot en met dinsdag 7 juli 2026" in na


def test_bijsluiter_after_a_correction_names_both_days_and_apologises():
    tekst = lees(bijsluiter_pdf(brieven.VERBETERD))

    assert "Wij schreven u dat wij het hebben verstuurd op 26 mei 2026. Dat klopt niet." in tekst
    assert "Wij hebben het verstuurd op 22 mei 2026. Onze excuses daarvoor." in tekst
    assert "U kunt bezwaar maken tot en met vrijdag 3 juli 2026." in tekst


def test_bijsluiter_of_a_letter_that_came_back_says_whether_the_term_begins_anew():
    opnieuw, door = (lees(bijsluiter_pdf(blad)) for blad in (brieven.OPNIEUW, brieven.LOOPT_DOOR))

    assert "Wij stuurden het eerder, maar het kwam bij ons terug." in opnieuw
    assert "beginnen op de dag nadat wij het besluit hebben verstuurd" in opnieuw
    assert "tot en met dinsdag 14 juli 2026" in opnieuw
    assert "begonnen toen wij het besluit de eerste keer verstuurden, op 21 mei 2026. Dat verandert niet." in door
    assert "tot en met donderdag 2 juli 2026" in door


def test_bijsluiter_of_a_letter_that_left_again_before_says_when_that_was():
    tekst = lees(bijsluiter_pdf(brieven.OPNIEUW_NA))

    assert "Bij deze brief" not in tekst
    assert "U kreeg van ons nog een keer het besluit met kenmerk 9901-B-2026-00187." in tekst
    assert "Daarom verstuurden wij het opnieuw, op 2 juni 2026." in tekst
    assert "begonnen toen wij het besluit de eerste keer verstuurden, op 21 mei 2026." in tekst
    assert "Datum 12 juni 2026" in tekst


def test_herziening_says_per_voorziening_what_was_and_what_becomes():
    tekst = lees(gedrukt(brieven.HERZIENING))

    assert "Dat besluit veranderen wij vanaf 1 juli 2026." in tekst
    assert "Dit verandert" in tekst
    assert "U krijgt dit niet meer" in tekst
    assert "U krijgt dit alsnog" in tekst
    assert "Eerder besloten wij: u krijgt dit, € 1.800,00, eenmalig." in tekst
    assert "Eerder besloten wij: u krijgt dit niet." in tekst
    assert "Wat u ervan vindt U bent het eens met de hulp van een coach." in tekst


def test_intrekking_says_from_when_the_besluit_no_longer_holds():
    tekst = lees(gedrukt(brieven.INTREKKING))

    assert (
        "Wij trekken ons besluit van 21 mei 2026 met kenmerk 9901-B-2026-00187 in. Dat besluit geldt niet meer vanaf"
        " dinsdag 1 juni 2027. Tot die dag blijft het gelden."
    ) in tekst


def test_buiten_behandeling_says_what_was_asked_and_until_when():
    tekst = lees(gedrukt(brieven.BUITEN_BEHANDELING))

    assert "Wij behandelen uw aanvraag niet verder." in tekst
    assert "Daarom vroegen wij u op 3 april 2027 om het volgende, uiterlijk op 19 april 2027:" in tekst
    assert "Een bewijs van inschrijving. Wij kregen op tijd geen antwoord van u." in tekst


def test_voorbeeld_is_the_exact_letter_but_for_a_mark_in_the_margin():
    concept = replace(brieven.TOEKENNING, kenmerk="concept")
    voorbeeld, brief = (bladen(render_pdf(soort, concept)) for soort in (VOORBEELD, BESLUIT))

    merk = "Voorbeeld: er is nog niets besloten"
    assert [blad.count(merk) for blad in voorbeeld] == [1, 1, 1, 1]
    assert [blad.replace(merk, "").split() for blad in voorbeeld] == [blad.split() for blad in brief]
    assert not any(merk in blad for blad in brief)


def test_each_page_carries_kenmerk_and_number():
    paginas = bladen(gedrukt(brieven.LANG))

    assert len(paginas) > 5
    for nummer, pagina in enumerate(paginas, start=1):
        assert "Kenmerk 9901-B-2026-00187" in pagina
        assert f"Bladzijde {nummer} van {len(paginas)}" in pagina


def test_number_of_a_besluit_stays_on_one_line():
    regels = [
        f"{'a' * breed} Dit hoort bij het besluit met kenmerk 9901-B-2026-00187, zoals u weet."
        for breed in range(1, 50)
    ]

    tekst = lees(besluit_pdf(replace(brieven.BEEINDIGING, toelichting="\n".join(regels))), ruw=True)

    assert tekst.count("9901-B-2026-00187") == len(regels)


def test_long_table_repeats_its_header_and_keeps_every_row():
    paginas = bladen(gedrukt(brieven.LANG))
    met_tabel = [pagina for pagina in paginas if "U krijgt dit" in pagina]

    assert len(met_tabel) > 1
    assert all("Wanneer" in pagina for pagina in met_tabel)
    assert sum(pagina.count("U krijgt dit") for pagina in met_tabel) == 40


def test_bezwaar_and_signature_stay_on_one_page_and_plan_starts_on_its_own():
    for brief in (brieven.LANG, brieven.TOEKENNING, brieven.ADDENDUM, brieven.LEEG):
        paginas = bladen(gedrukt(brief))

        (met_kader,) = [pagina for pagina in paginas if "Bent u het niet eens met dit besluit?" in pagina]
        (met_plan,) = [pagina for pagina in paginas if "Dit plan hoort bij het besluit" in pagina]
        assert "uw handtekening" in met_kader
        assert "H. Vuurdoorn" in met_kader
        assert met_plan.startswith("Uw plan van aanpak")


def test_every_character_of_the_fonts_is_printed_by_the_fonts():
    tekens = sorted(dekking() - WITRUIMTE)
    regels = ["".join(tekens[begin : begin + 40]) for begin in range(0, len(tekens), 40)]
    brief = replace(brieven.BEEINDIGING, toelichting="\n".join(regels))

    pdf = besluit_pdf(brief)

    assert controleer(pdf) == []
    # Combining marks and modifier forms may be read back joined to their neighbour; letters may not be lost.
    gelezen = set(lees(pdf))
    assert {
        teken for teken in tekens if teken.isalpha() and teken not in gelezen and teken.lower() != teken.upper()
    } == set()


def test_characters_outside_the_fonts_do_not_bring_in_other_fonts():
    brief = replace(brieven.BEEINDIGING, toelichting="Hallo \U0001f600 мир 世界 \u202eomgekeerd\u202c tot ziens")

    pdf = besluit_pdf(brief)

    assert controleer(pdf) == []
    assert "Hallo ? ??? ?? omgekeerd tot ziens" in lees(pdf)


def test_same_letter_is_the_same_file_whatever_was_printed_before():
    eerst = gedrukt(brieven.TOEKENNING)
    besluit_pdf(brieven.BEEINDIGING)

    assert sha256(besluit_pdf(brieven.TOEKENNING)).hexdigest() == sha256(eerst).hexdigest()


def test_same_letter_is_the_same_file_in_another_process_first_and_later():
    omgeving = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONHASHSEED": "12345"}

    proces = subprocess.run([sys.executable, "-c", IN_EIGEN_PROCES], env=omgeving, capture_output=True, text=True)

    assert proces.returncode == 0, proces.stderr
    eerste, _, laatste = proces.stdout.split()[-3:]
    assert {eerste, laatste} == {sha256(gedrukt(brieven.TOEKENNING)).hexdigest()}


def test_another_letter_is_another_file_with_another_identifier():
    kenmerken = [re.search(rb"/ID \[(.+?)\]", gedrukt(brief)) for brief in (brieven.TOEKENNING, brieven.ADDENDUM)]

    assert kenmerken[0] != kenmerken[1]


def test_threads_wait_for_each_other_and_get_the_same_file():
    eerst = gedrukt(brieven.AFWIJZING)

    with ThreadPoolExecutor(3) as draden:
        bestanden = list(draden.map(besluit_pdf, [brieven.AFWIJZING] * 4))

    assert set(bestanden) == {eerst}


def test_incomplete_letter_is_refused_with_what_it_lacks():
    brief = replace(brieven.TOEKENNING, afzender=replace(brieven.AFZENDER, mandaat="", bezwaar_adres=()))

    with pytest.raises(BriefFout) as fout:
        besluit_pdf(brief)

    assert str(fout.value) == (
        "De brief is niet volledig. Vul eerst aan: het adres voor bezwaar, het mandaat van de ondertekenaar."
    )

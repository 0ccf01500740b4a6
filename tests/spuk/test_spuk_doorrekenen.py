"""The command from file to answer. Runs without the database fixture, so a query would fail the test."""

import json

import pytest
from django.core.management import call_command

from cases.management.commando import Fout

FEITEN = {
    "jaar": 2024,
    "keuze": {"abdf": "norm", "e": "norm", "switch_abdf": None, "switch_e": None},
    "contacten": [{"gezin": "g1", "datum": "2023-11-30"}, {"gezin": "g2", "datum": "2024-05-01"}],
    "plannen": [
        {
            "plan": "p1",
            "persoon": "q1",
            "gezin": "g1",
            "vastgesteld": "2023-12-20",
            "akkoord": "2024-01-05",
            "akkoordbewijs": True,
            "nazorg_start": None,
        },
        {
            "plan": "p2",
            "persoon": "q2",
            "gezin": "g2",
            "vastgesteld": "2024-06-01",
            "akkoord": "2024-06-01",
            "akkoordbewijs": False,
            "nazorg_start": None,
        },
    ],
    "driegesprekken": [{"persoon": "q1", "datum": "2024-03-01", "derde": True}],
    "kosten": [
        {"component": "C", "datum": "2024-02-02", "netto": "100.005", "btw": "21.00", "persoon": "q1", "plan": "p1"},
        {"component": "E_kind", "datum": "2024-02-02", "netto": "50", "btw": "0", "persoon": None, "plan": None},
    ],
    "tellingen": [{"jaar": 2024, "peildatum": "2024-12-31", "aantal": 100, "bron": "UHT-lijst"}],
}


@pytest.fixture
def bestand(tmp_path):
    def schrijf(inhoud, codering="utf-8"):
        pad = tmp_path / "feiten.json"
        pad.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud), encoding=codering)
        return str(pad)

    return schrijf


def draai(capsys, *args):
    call_command("spuk_doorrekenen", *args)
    return capsys.readouterr().out


def test_json_holds_exactly_the_promised_keys_and_amounts(capsys, bestand):
    antwoord = json.loads(draai(capsys, bestand(FEITEN), "--json"))

    assert list(antwoord) == ["gemeente", "jaar", "wijze", "componenten", "totaal", "indicatoren", "controles"]
    assert (antwoord["gemeente"], antwoord["jaar"], antwoord["wijze"]) == (None, 2024, {"abdf": "norm", "e": "norm"})
    assert antwoord["componenten"] == {
        "A": {"aantal": 1, "tarief": "380.00", "bedrag": "380.00", "cumulatief": "760.00"},
        "B": {"aantal": 1, "tarief": "3468.00", "bedrag": "3468.00", "cumulatief": "3468.00"},
        "C": {"aantal": 1, "tarief": None, "bedrag": "100.01", "cumulatief": "100.01"},
        "D": {"aantal": 1, "tarief": "1795.00", "bedrag": "1795.00", "cumulatief": "1795.00"},
        "E": {"aantal": 1, "tarief": "120000.00", "bedrag": "120000.00", "cumulatief": "120000.00"},
        "E_kind": {"aantal": 1, "tarief": None, "bedrag": "50.00", "cumulatief": "50.00"},
        "F": {"aantal": 1, "tarief": "400.00", "bedrag": "400.00", "cumulatief": "400.00"},
    }
    assert antwoord["totaal"] == "126193.01"
    assert {tuple(rij) for rij in antwoord["indicatoren"]} == {("code", "label", "waarde", "bevestigd")}
    assert antwoord["controles"][0] == {
        "code": "akkoordbewijs_ontbreekt",
        "ernst": "blokkeert",
        "melding": "Het bewijs van akkoord ontbreekt. Deze plannen tellen niet mee. Voeg het bewijs toe.",
        "aantal": 1,
    }


def test_table_reads_as_a_dutch_declaration(capsys, bestand):
    tabel = draai(capsys, bestand(FEITEN)).split("\n\n")

    assert [sectie.splitlines()[0] for sectie in tabel] == [
        "Verantwoording 2024, bedragen in euro zonder btw",
        "Telt niet mee in 2024",
        "Controles",
        "Indicatoren SiSa",
    ]
    bedragen = [regel.split() for regel in tabel[0].splitlines()]
    assert bedragen[2] == [
        "A",
        "Eerste",
        "contact",
        "en",
        "hulpvragen",
        "normbedrag",
        "1",
        "380,00",
        "380,00",
        "760,00",
    ]
    assert bedragen[4] == ["C", "Voorzieningen", "werkelijk", "1", "-", "100,01", "100,01"]
    assert bedragen[-1] == ["Totaal", "126.193,01", "126.573,01"]
    assert tabel[1].splitlines()[1].split(maxsplit=3) == ["B", "1", "keer:", "Het bewijs van akkoord ontbreekt."]
    assert tabel[3].splitlines()[1].split() == [
        "B2/01",
        "Aantal",
        "uitgewerkte",
        "plannen",
        "van",
        "aanpak",
        "(jaar",
        "T)",
        "1",
    ]
    assert tabel[3].splitlines()[3].split()[-1] == "Ja"
    assert tabel[3].splitlines()[6].split()[-1] == "-"


def test_table_leaves_out_sections_without_rows(capsys, bestand):
    feiten = {"jaar": 2020, "keuze": {"abdf": "werkelijk", "e": "werkelijk"}}

    assert [sectie.splitlines()[0] for sectie in draai(capsys, bestand(feiten)).split("\n\n")] == [
        "Verantwoording 2020, bedragen in euro zonder btw",
        "Indicatoren SiSa",
    ]


def test_file_may_start_with_a_byte_order_mark(capsys, bestand):
    antwoord = json.loads(draai(capsys, bestand(FEITEN, "utf-8-sig"), "--json"))

    assert antwoord["totaal"] == "126193.01"


def test_faulty_facts_are_listed_and_nothing_is_computed(capsys, bestand):
    pad = bestand({**FEITEN, "kosten": [{"component": "G", "datum": "2024-02-30", "netto": "1"}]})

    with pytest.raises(Fout) as fout:
        call_command("spuk_doorrekenen", pad, "--json")

    assert str(fout.value).splitlines() == [
        "de feiten kloppen niet. Er is niets gerekend.",
        "- kosten, rij 1, component: 'G' is geen onderdeel. Kies uit A, B, C, D, E, E_kind, F.",
        "- kosten, rij 1, datum: 2024-02-30 bestaat niet. Kijk de dag en de maand na.",
    ]
    assert capsys.readouterr().out == ""


def test_many_faults_are_cut_off_after_twenty(bestand):
    pad = bestand({**FEITEN, "contacten": [{"gezin": "g1"}] * 23})

    with pytest.raises(Fout) as fout:
        call_command("spuk_doorrekenen", pad)

    assert len(str(fout.value).splitlines()) == 22
    assert str(fout.value).endswith("\n- En nog 3 andere fouten.")


@pytest.mark.parametrize(
    ("maak", "melding"),
    [
        pytest.param(lambda pad: None, "is niet te lezen", id="bestaat_niet"),
        pytest.param(lambda pad: pad.mkdir(), "is niet te lezen", id="is_een_map"),
        pytest.param(lambda pad: pad.write_bytes(b"\xff\xfe\x00\x80"), "is geen tekst", id="geen_tekst"),
    ],
)
def test_unreadable_file_is_refused(tmp_path, maak, melding):
    pad = tmp_path / "x.json"
    maak(pad)

    with pytest.raises(Fout, match=melding):
        call_command("spuk_doorrekenen", str(pad))

import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

from cases.management.commando import Fout
from cases.management.commands.termijn_uitleg import Command

SLEUTELS = ["regel", "start", "einddatum", "stappen", "grondslag", "atw", "beleid", "kalender"]


def uitleg(capsys, *args):
    call_command("termijn_uitleg", *args, "--json")
    return json.loads(capsys.readouterr().out)


def test_json_has_exactly_the_promised_keys(capsys):
    antwoord = uitleg(capsys, "bezwaar", "2025-04-28")

    assert list(antwoord) == SLEUTELS
    assert antwoord == {
        "regel": "bezwaar",
        "start": "2025-04-28",
        "einddatum": "2025-06-10",
        "stappen": [
            "start 28 april 2025; de dag zelf telt niet mee",
            "6 weken: maandag 9 juni 2025",
            (
                "maandag 9 juni 2025 is tweede pinksterdag: de datum schuift op naar dinsdag 10 juni 2025"
                " (Algemene termijnenwet, artikel 1)"
            ),
        ],
        "grondslag": "Awb artikelen 6:7 en 6:8",
        "atw": True,
        "beleid": "standaard",
        "kalender": "Atw art. 3 v1",
    }


def test_text_ends_with_date_basis_and_sources(capsys):
    call_command("termijn_uitleg", "besluiten", "2025-01-01")

    assert capsys.readouterr().out.splitlines() == [
        "Besluiten over voorzieningen nemen",
        "- start 1 januari 2025; de dag zelf telt niet mee",
        "- 2 jaar: vrijdag 1 januari 2027",
        "- de Algemene termijnenwet geldt niet: de datum schuift niet op, want deze termijn telt in jaren (artikel 4)",
        "Uiterste datum: vrijdag 1 januari 2027",
        "Grondslag: Wht artikel 2.21 (tekst sinds 1 januari 2025); handreiking VNG 2025, paragraaf 4.4",
        "Beleid: standaard; kalender: Atw art. 3 v1",
    ]


@pytest.mark.parametrize(
    "opschorting",
    [
        ("--opschorting", "2025-04-01:2025-04-14", "2025-05-01:2025-05-02"),
        ("--opschorting", "2025-05-01:2025-05-02", "--opschorting", "2025-04-01:2025-04-14"),
    ],
    ids=["achter elkaar", "herhaald"],
)
def test_several_opschortingen(capsys, opschorting):
    assert uitleg(capsys, "plan_van_aanpak", "2025-03-12", *opschorting)["einddatum"] == "2025-05-23"


def test_commissie_and_verdaging(capsys):
    antwoord = uitleg(capsys, "besluit_op_bezwaar", "2026-02-27", "--commissie", "--verdaging")

    assert antwoord["einddatum"] == "2026-07-03"
    assert antwoord["atw"] is True


@pytest.mark.parametrize(
    ("args", "melding"),
    [
        (("plan", "2025-03-12"), "De termijn 'plan' bestaat niet"),
        (("bezwaar", "2025-02-30"), "De datum 2025-02-30 bestaat niet"),
        (("bezwaar", "20250312"), "'20250312' is geen datum"),
        (("bezwaar", "2025-W10-3"), "'2025-W10-3' is geen datum"),
        (("bezwaar", "12-03-2025"), "Schrijf een datum als JJJJ-MM-DD"),
        (("bezwaar", ""), "'' is geen datum"),
        (("bezwaar", "1999-12-31"), "31 december 1999 ligt buiten de kalender"),
        (("plan_van_aanpak", "2025-03-12", "--opschorting", "2025-04-01"), "is geen opschorting"),
        (("plan_van_aanpak", "2025-03-12", "--opschorting", "2025-04-01:"), "'' is geen datum"),
        (("plan_van_aanpak", "2025-03-12", "--opschorting", "2025-04-14:2025-04-01"), "voordat zij begint"),
        (
            ("plan_van_aanpak", "2025-03-12", "--opschorting", "2025-04-01:2025-04-14", "2025-04-14:2025-04-15"),
            "Twee opschortingen overlappen",
        ),
        (("besluiten", "2025-03-12", "--opschorting", "2025-04-01:2025-04-14"), "kan niet worden opgeschort"),
        (("plan_van_aanpak", "2025-03-12", "--commissie"), "Laat de commissie weg"),
        (("plan_van_aanpak", "2025-03-12", "--verdaging"), "Laat de verdaging weg"),
    ],
    ids=lambda waarde: " ".join(waarde) if isinstance(waarde, tuple) else "",
)
def test_faulty_input_is_refused_in_plain_dutch(capsys, args, melding):
    with pytest.raises(Fout, match=melding):
        call_command("termijn_uitleg", *args, "--json")
    assert capsys.readouterr().out == ""


def test_gemeente_follows_its_own_beleid(capsys, gemeente, andere_gemeente):
    tiel = uitleg(capsys, "eerste_contact", "2026-04-24", "--gemeente", gemeente.code)
    vng = uitleg(capsys, "eerste_contact", "2026-04-24", "--gemeente", andere_gemeente.code)

    assert (tiel["einddatum"], tiel["beleid"]) == ("2026-05-04", "Tiel 2025, eigen 01-01-2020")
    assert (vng["einddatum"], vng["beleid"]) == (None, "VNG-handreiking 2025")


def test_rule_that_is_off_reads_as_such(capsys, andere_gemeente):
    call_command("termijn_uitleg", "eerste_contact", "2026-04-24", "--gemeente", andere_gemeente.code)

    assert "Uiterste datum: geen" in capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("code", ["1234", ""])
def test_unknown_gemeente_is_refused(code):
    with pytest.raises(Fout, match=f"Gemeente {code} is niet bekend"):
        call_command("termijn_uitleg", "bezwaar", "2025-04-28", "--gemeente", code)


def test_wrong_rule_ends_with_status_one(capsys):
    with pytest.raises(SystemExit) as einde:
        Command().run_from_argv(["manage.py", "termijn_uitleg", "plan", "2025-04-28"])

    uitvoer = capsys.readouterr()
    assert (einde.value.code, uitvoer.out) == (1, "")
    assert uitvoer.err.startswith("Fout: De termijn 'plan' bestaat niet.")


@pytest.mark.parametrize(
    ("args", "melding"),
    [
        ((), "dit ontbreekt: REGEL, START."),
        (("bezwaar",), "dit ontbreekt: START."),
        (("bezwaar", "2025-04-28", "--feest"), "dit hoort er niet bij: --feest."),
        (("bezwaar", "2025-04-28", "--gemeente"), "--gemeente: hier hoort een waarde achter."),
        (("plan_van_aanpak", "2025-04-28", "--opschorting"), "--opschorting: hier hoort een waarde achter."),
    ],
    ids=["niets", "zonder start", "onbekende optie", "zonder code", "zonder periode"],
)
def test_faulty_command_line_says_how_to_write_it(capsys, args, melding):
    with pytest.raises(SystemExit) as einde:
        Command().run_from_argv(["manage.py", "termijn_uitleg", *args])

    uitvoer = capsys.readouterr()
    regels = uitvoer.err.splitlines()
    assert einde.value.code == 1
    assert uitvoer.out == ""
    assert regels[0] == f"Fout: deze opdracht is niet goed ingevuld: {melding}"
    assert regels[1].startswith("Schrijf: manage.py termijn_uitleg")


def test_json_is_all_that_is_printed_and_no_database_is_asked():
    """In a process of its own, as a user runs it."""
    uitvoer = subprocess.run(
        [sys.executable, "manage.py", "termijn_uitleg", "bezwaar", "2025-04-28", "--json"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "DEBUG": "1", "DATABASE_URL": "postgres://nobody@%2Fnergens/niets"},
    )

    assert (uitvoer.returncode, uitvoer.stderr) == (0, "")
    assert json.loads(uitvoer.stdout)["einddatum"] == "2025-06-10"


def test_faulty_call_from_code_raises_instead_of_exiting():
    with pytest.raises(Exception, match="START"):
        call_command("termijn_uitleg", "bezwaar")

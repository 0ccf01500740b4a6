"""`manage.py portaal_inlezen`."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cases.models import Dossier
from config.omgeving import BASE_DIR
from portal_import.models import ImportRun
from tests.factories import GemeenteFactory
from tests.portal_import.bestanden import BSN_2, BSN_3, DATA, VERVOLG, csv, xlsx
from tests.portal_import.runs import getallen, rij, telling

SCHULDEN = DATA / "schuldenlijst-20250106.xlsx"

pytestmark = pytest.mark.django_db


@pytest.fixture
def lijst(tmp_path):
    """Three rows, of which one is faulty."""
    pad = tmp_path / "levering.csv"
    pad.write_bytes(csv(rij(), rij(BSN=BSN_2, Woonplaats="Ede"), rij(BSN=BSN_3, Geboortedatum="30-02-1995")))
    return pad


def roep(pad, *opties, gemeente="9901", soort="levering"):
    uit = io.StringIO()
    call_command("portaal_inlezen", str(pad), "--gemeente", gemeente, "--soort", soort, *opties, stdout=uit)
    return uit.getvalue()


def test_good_rows_are_read_and_faulty_ones_listed(gemeente, lijst):
    uit = roep(lijst)

    assert uit.splitlines() == [
        "levering.csv: 3 rijen, 2 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 met een fout.",
        "- rij 4, Geboortedatum (30-02-1995): Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30.",
        "- let op: 1 woonplaats ligt buiten de gemeente",
    ]
    assert Dossier.objects.count() == 2
    run = ImportRun.objects.get()
    assert (run.stand, run.inhoud, run.geupload_door, run.afgerond_door) == ("ingelezen", None, None, None)


@pytest.mark.parametrize("opties", [[], ["--proef"]], ids=["inlezen", "proef"])
def test_leverdatum_of_a_century_ago_is_a_fault_of_its_row(gemeente, tmp_path, opties):
    pad = tmp_path / "levering.csv"
    pad.write_bytes(csv(rij(), rij(BSN=BSN_2, Datum_levering="06-01-1925", Statusdatum="01-01-1925")))

    uit = roep(pad, *opties)

    begin = "Proef, er is niets gewijzigd. " if opties else ""
    melding = "De datum van de levering kan niet vóór 1 januari 2000 liggen. Controleer het jaar."
    assert uit.splitlines()[:2] == [
        f"{begin}levering.csv: 2 rijen, 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 met een fout.",
        f"- rij 3, Datum levering (06-01-1925): {melding}",
    ]
    assert Dossier.objects.count() == (0 if opties else 1)


def test_json_is_one_object_with_the_promised_keys(gemeente, lijst):
    uit = roep(lijst, "--json")

    assert json.loads(uit) == {
        "bestand": "levering.csv",
        "soort": "levering",
        "run": ImportRun.objects.get().pk,
        "rijen": 3,
        "nieuw": 2,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "geweigerd": False,
        "reden": None,
        "fouten": [
            {
                "rij": 4,
                "kolom": "Geboortedatum",
                "waarde": "30-02-1995",
                "melding": "Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30.",
            }
        ],
    }


def test_second_time_changes_nothing(gemeente, lijst):
    roep(lijst)
    voor = telling()

    uit = json.loads(roep(lijst, "--json"))

    assert (uit["nieuw"], uit["gewijzigd"], uit["ongewijzigd"], len(uit["fouten"])) == (0, 0, 2, 1)
    assert telling() == voor
    assert [getallen(run) for run in ImportRun.objects.order_by("pk")] == [(3, 2, 0, 0, 1), (3, 0, 0, 2, 1)]


def test_proef_shows_the_same_and_writes_nothing(gemeente, lijst):
    proef = json.loads(roep(lijst, "--proef", "--json"))
    tekst = roep(lijst, "--proef")

    assert (ImportRun.objects.count(), Dossier.objects.count()) == (0, 0)
    assert tekst.startswith("Proef, er is niets gewijzigd. levering.csv: 3 rijen, 2 nieuw,")
    echt = json.loads(roep(lijst, "--json"))
    assert proef["run"] is None
    assert {**proef, "run": echt["run"]} == echt


def test_real_follow_up_list_as_csv(gemeente):
    uit = json.loads(roep(VERVOLG, "--proef", "--json"))

    assert (uit["rijen"], uit["nieuw"], [fout["rij"] for fout in uit["fouten"]]) == (125, 121, [122, 123, 124, 126])


def test_refused_file_exits_with_its_reason_and_changes_nothing(gemeente):
    voor = telling()

    with pytest.raises(CommandError) as fout:
        roep(SCHULDEN)

    assert str(fout.value).startswith("Dit is een schuldenlijst: er staat informatie over schulden in (")
    assert str(fout.value).endswith("Er is niets gewijzigd.")
    assert telling() == voor
    assert [(run.stand, run.inhoud) for run in ImportRun.objects.all()] == [("geweigerd", None)]


@pytest.mark.parametrize("opties", [[], ["--proef"]])
def test_refused_file_in_json_says_so_too(gemeente, tmp_path, opties):
    pad = tmp_path / "leeg.xlsx"
    pad.write_bytes(b"")
    uit = io.StringIO()

    with pytest.raises(CommandError):
        call_command("portaal_inlezen", str(pad), "--gemeente=9901", "--soort=levering", "--json", *opties, stdout=uit)

    antwoord = json.loads(uit.getvalue())
    run = ImportRun.objects.first()
    assert (antwoord["geweigerd"], antwoord["rijen"], antwoord["fouten"]) == (True, 0, [])
    assert antwoord["reden"] == "Dit bestand is leeg. Haal de lijst opnieuw uit het gegevensportaal."
    assert antwoord["run"] == (run.pk if run else None)
    assert ImportRun.objects.count() == (0 if opties else 1)


def test_unknown_gemeente(gemeente, lijst):
    with pytest.raises(CommandError, match=r"^gemeente 1234 is niet bekend\.$"):
        roep(lijst, gemeente="1234")


def test_gemeente_without_beleid(gemeente, lijst):
    GemeenteFactory(code="9903", naam="Kaalveld")

    with pytest.raises(CommandError, match=r"^Deze gemeente heeft nog geen beleid\."):
        roep(lijst, gemeente="9903")

    assert ImportRun.objects.count() == 0


@pytest.mark.parametrize("naam", ["bestaat-niet.xlsx", ""], ids=["geen bestand", "map"])
def test_file_that_cannot_be_opened(gemeente, tmp_path, naam):
    with pytest.raises(CommandError, match=r"is niet te lezen\. Controleer of de naam klopt"):
        roep(tmp_path / naam)


def test_names_keep_every_letter(gemeente, tmp_path):
    pad = tmp_path / "namen.xlsx"
    pad.write_bytes(xlsx(rij(Achternaam="Çelik-Ðorđević")))

    roep(pad)

    assert Dossier.objects.get().persoon.achternaam == "Çelik-Ðorđević"


@pytest.mark.parametrize("soort", ["status", "jaarlijst", "antwoord"])
def test_kind_that_can_not_be_read_yet_says_what_can(gemeente, tmp_path, soort):
    """The portal has these files, so they are no faulty argument; the command says in one line what it reads."""
    with pytest.raises(CommandError) as fout:
        call_command("portaal_inlezen", tmp_path / "nergens.xlsx", gemeente="9901", soort=soort, json=True)

    assert str(fout.value) == (
        f"Een bestand van de soort '{soort}' kan nog niet worden ingelezen. Wat wel kan: levering."
        " Er is niets gewijzigd."
    )
    assert ImportRun.objects.count() == 0


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        (["--gemeente", "9901"], "dit ontbreekt: FILE, --soort"),
        (["lijst.xlsx", "--gemeente", "9901", "--soort", "schulden"], "--soort: dit kan niet: 'schulden'"),
    ],
)
def test_faulty_command_line_is_refused_in_dutch(argumenten, melding):
    """Before anything is opened, so in a process of its own, as a user meets it."""
    klaar = subprocess.run(
        [sys.executable, "manage.py", "portaal_inlezen", *argumenten],
        cwd=BASE_DIR,
        env={**os.environ, "DEBUG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (klaar.returncode, klaar.stdout) == (1, "")
    assert klaar.stderr.startswith("Fout: deze opdracht is niet goed ingevuld:")
    assert melding in klaar.stderr

"""`manage.py besluit_pdf NUMMER --uit FILE`."""

import hashlib

import pytest
from django.core.management import CommandError, call_command

from tests.planvanaanpak.conftest import PDF

pytestmark = pytest.mark.django_db
NUMMER = "9901-B-2026-00001"


def haal(uit, *opties, nummer=NUMMER):
    call_command("besluit_pdf", nummer, "--uit", str(uit), *opties)


def test_writes_the_stored_bytes_and_says_so(besluit, tmp_path, capsys):
    uit = tmp_path / "brief.pdf"

    haal(uit)

    assert uit.read_bytes() == PDF
    sha = hashlib.sha256(PDF).hexdigest()
    assert capsys.readouterr().out == f"{uit}: {len(PDF)} bytes, SHA-256 {sha}\n"


def test_unknown_number_writes_nothing(besluit, tmp_path):
    uit = tmp_path / "brief.pdf"

    with pytest.raises(CommandError) as fout:
        haal(uit, nummer="9901-B-2026-00002")

    assert str(fout.value) == "besluit 9901-B-2026-00002 is niet bekend. Controleer het nummer."
    assert fout.value.returncode == 1
    assert not uit.exists()


@pytest.mark.parametrize("stond_er", [b"", PDF], ids=["leeg", "hetzelfde"])
def test_file_that_loses_nothing_is_written(besluit, tmp_path, stond_er):
    uit = tmp_path / "brief.pdf"
    uit.write_bytes(stond_er)

    haal(uit)

    assert uit.read_bytes() == PDF


def test_other_file_is_overwritten_only_when_asked(besluit, tmp_path):
    uit = tmp_path / "brief.pdf"
    uit.write_bytes(b"van een ander")

    with pytest.raises(CommandError, match="bestaat al en is anders"):
        haal(uit)
    assert uit.read_bytes() == b"van een ander"

    haal(uit, "--overschrijf")
    assert uit.read_bytes() == PDF


def test_place_that_does_not_exist_is_told_in_dutch(besluit, tmp_path):
    with pytest.raises(CommandError, match="kan niet worden geschreven"):
        haal(tmp_path / "bestaat-niet" / "brief.pdf")


def test_damaged_pdf_is_not_written(besluit, tmp_path, monkeypatch):
    monkeypatch.setattr("planvanaanpak.stukken.sha256", lambda inhoud: hashlib.sha256(b"anders"))

    with pytest.raises(CommandError, match="niet gelijk aan zijn SHA-256"):
        haal(tmp_path / "brief.pdf")

    assert list(tmp_path.iterdir()) == []

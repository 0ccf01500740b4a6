"""The virus scanner of the machine, played by a small program on PATH."""

import pytest

from cases.virusscan import VirusFout, scan


@pytest.fixture
def scanner(tmp_path, monkeypatch):
    """Put a clamdscan on PATH that keeps what it was given and how it was called, and ends with the given status."""

    def maak(status):
        programma = tmp_path / "clamdscan"
        programma.write_text(
            f'#!/bin/sh\necho "$@" > {tmp_path}/aanroep\n/bin/cat > {tmp_path}/ontvangen\nexit {status}\n'
        )
        programma.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return tmp_path

    return maak


def test_without_a_scanner_a_file_passes(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    scan(b"inhoud")


def test_clean_file_passes_and_the_scanner_got_its_whole_content(scanner):
    map_ = scanner(0)

    scan(b"inhoud\0van het bestand")

    assert (map_ / "ontvangen").read_bytes() == b"inhoud\0van het bestand"
    assert (map_ / "aanroep").read_text() == "--fdpass --no-summary -\n"


def test_found_virus_refuses_the_file(scanner):
    scanner(1)

    with pytest.raises(VirusFout) as fout:
        scan(b"EICAR")

    assert str(fout.value) == (
        "De virusscanner heeft dit bestand geweigerd. Open het niet en vraag uw ICT-afdeling om hulp."
    )


def test_scanner_that_fails_is_not_clean(scanner):
    scanner(2)

    with pytest.raises(VirusFout, match=r"^De viruscontrole werkt nu niet, dus het bestand is niet bewaard\."):
        scan(b"inhoud")


def test_scanner_that_can_not_start_is_not_clean(scanner):
    map_ = scanner(0)
    (map_ / "clamdscan").write_text("#!/bestaat/niet\n")

    with pytest.raises(VirusFout, match="werkt nu niet"):
        scan(b"inhoud")

"""The virus scanner of the machine, played by a small program on PATH."""

import socket
import threading

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


@pytest.fixture
def clamd(tmp_path):
    """Play clamd on a socket: it keeps what it was sent and answers once."""
    draden = []

    def maak(antwoord):
        pad = str(tmp_path / "clamd.ctl")
        luister = socket.socket(socket.AF_UNIX)
        luister.bind(pad)
        luister.listen()
        ontvangen = []
        draad = threading.Thread(target=_antwoord, args=(luister, antwoord, ontvangen))
        draad.start()
        draden.append(draad)
        return pad, ontvangen

    yield maak
    for draad in draden:
        draad.join(10)


def _antwoord(luister, antwoord, ontvangen):
    lijn, _ = luister.accept()
    with luister, lijn, lijn.makefile("rb") as bron:
        assert bron.read(10) == b"zINSTREAM\0"
        while lengte := int.from_bytes(bron.read(4), "big"):
            ontvangen.append(bron.read(lengte))
        lijn.sendall(antwoord)


def test_clamd_gets_the_whole_file_in_pieces(clamd):
    pad, ontvangen = clamd(b"stream: OK\0")
    inhoud = bytes(range(256)) * 600

    scan(inhoud, clamd=pad)

    assert [len(stuk) for stuk in ontvangen] == [65536, 65536, 22528]
    assert b"".join(ontvangen) == inhoud


def test_clamd_that_finds_a_virus_refuses_the_file(clamd):
    pad, _ = clamd(b"stream: Eicar-Signature FOUND\0")

    with pytest.raises(VirusFout, match=r"^De virusscanner heeft dit bestand geweigerd\."):
        scan(b"EICAR", clamd=pad)


@pytest.mark.parametrize("antwoord", [b"", b"INSTREAM size limit exceeded. ERROR\0"], ids=["silence", "error"])
def test_clamd_that_fails_is_not_clean(clamd, antwoord):
    pad, _ = clamd(antwoord)

    with pytest.raises(VirusFout, match="werkt nu niet"):
        scan(b"inhoud", clamd=pad)


@pytest.mark.parametrize("adres", ["/bestaat/niet.ctl", "127.0.0.1:1", "onzin"])
def test_clamd_that_is_set_and_down_refuses_the_file(adres):
    with pytest.raises(VirusFout, match=r"^De viruscontrole werkt nu niet, dus het bestand is niet bewaard\."):
        scan(b"inhoud", clamd=adres)

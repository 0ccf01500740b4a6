"""Let a virus scanner look at a file: the clamd that was set, else ClamAV's clamdscan where the machine has one."""

import logging
import shutil
import socket
import subprocess
import tempfile

logger = logging.getLogger(__name__)

SCANNER = "clamdscan"
STUK = 64 * 1024
WACHTTIJD_S = 60


class VirusFout(ValueError):
    """A file that the scanner refused, or could not look at; the text is plain Dutch."""


def scan(inhoud: bytes, *, clamd: str = "") -> None:
    """Raise VirusFout when the scanner finds something, or is there and does not answer. Without a scanner: pass.

    `clamd` is its address: the path of a socket, or host:port. A scanner that is set or installed and fails is not
    "clean": whoever runs this installation counts on it.
    """
    programma = shutil.which(SCANNER)
    if clamd:
        uitkomst = _vraag_clamd(clamd, inhoud)
    elif programma is None:
        return
    else:
        with tempfile.TemporaryFile() as bestand:
            bestand.write(inhoud)
            bestand.seek(0)
            uitkomst = _vraag(programma, bestand.fileno())
    if uitkomst == 1:
        logger.warning("De virusscanner heeft een bestand geweigerd.")
        raise VirusFout("De virusscanner heeft dit bestand geweigerd. Open het niet en vraag uw ICT-afdeling om hulp.")
    if uitkomst != 0:
        logger.error("De virusscanner gaf geen antwoord (%s).", uitkomst)
        raise VirusFout("De viruscontrole werkt nu niet, dus het bestand is niet bewaard. Probeer het later opnieuw.")


def _vraag_clamd(adres: str, inhoud: bytes) -> int | None:
    """Send a file to clamd in pieces (INSTREAM of its protocol): 0 clean, 1 something found, None for no answer."""
    try:
        with _verbind(adres) as lijn:
            lijn.sendall(b"zINSTREAM\0")
            for begin in range(0, len(inhoud), STUK):
                stuk = inhoud[begin : begin + STUK]
                lijn.sendall(len(stuk).to_bytes(4, "big") + stuk)
            lijn.sendall(bytes(4))
            antwoord = b""
            while deel := lijn.recv(4096):
                antwoord += deel
    except (OSError, ValueError):
        return None
    antwoord = antwoord.rstrip(b"\0\n")
    if antwoord == b"stream: OK":
        return 0
    return 1 if antwoord.endswith(b" FOUND") else None


def _verbind(adres: str) -> socket.socket:
    if adres.startswith("/"):
        lijn = socket.socket(socket.AF_UNIX)
        lijn.settimeout(WACHTTIJD_S)
        try:
            lijn.connect(adres)
        except OSError:
            lijn.close()
            raise
        return lijn
    host, _, poort = adres.rpartition(":")
    return socket.create_connection((host, int(poort)), timeout=WACHTTIJD_S)


def _vraag(programma: str, bestand: int) -> int | None:
    """Give the scanner's exit status: 0 clean, 1 something found; None when it did not answer."""
    try:
        klaar = subprocess.run(
            [programma, "--fdpass", "--no-summary", "-"],
            stdin=bestand,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=WACHTTIJD_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return klaar.returncode

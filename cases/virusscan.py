"""Let the virus scanner of this machine look at a file, where there is one (ClamAV's clamdscan)."""

import logging
import shutil
import subprocess
import tempfile

logger = logging.getLogger(__name__)

SCANNER = "clamdscan"
WACHTTIJD_S = 60


class VirusFout(ValueError):
    """A file that the scanner refused, or could not look at; the text is plain Dutch."""


def scan(inhoud: bytes) -> None:
    """Raise VirusFout when the scanner finds something, or is there and does not answer. Without a scanner: pass.

    A scanner that is installed and fails is not "clean": whoever runs this installation counts on it.
    """
    programma = shutil.which(SCANNER)
    if programma is None:
        return
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

"""Give a stored letter as it was stored: its bytes are held against their SHA-256 each time."""

import logging
from hashlib import sha256
from typing import Protocol

logger = logging.getLogger(__name__)


class Stuk(Protocol):
    """A stored PDF: that of a besluit or a bijsluiter."""

    pk: int
    inhoud: "bytes | memoryview[int]"
    sha256: str


class StukBeschadigd(RuntimeError):
    """The stored bytes are not those that were vastgesteld. Nobody gets them; a beheerder must look."""


def lees_stuk(stuk: Stuk) -> bytes:
    """Give the bytes of a stored PDF. Raises StukBeschadigd, and logs it loud, when they are not what was stored."""
    inhoud = bytes(stuk.inhoud)
    if sha256(inhoud).hexdigest() != stuk.sha256:
        melding = f"{type(stuk).__name__} {stuk.pk}: de opgeslagen PDF is niet gelijk aan zijn SHA-256."
        logger.critical(melding)
        raise StukBeschadigd(melding)
    return inhoud

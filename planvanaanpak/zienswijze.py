"""What the inwoner thinks of a besluit that is to come: asked before it is taken, or why that was not asked.

Awb art. 4:7: before an aanvraag is refused, as a whole or in part; art. 4:8: before a besluit that nobody asked for.
"""

VOOR_AFWIJZING, NIET_GEVRAAGD = "4:7", "4:8"
VRAAG = "Wat vindt de inwoner ervan?"


def mist_zienswijze(zienswijze: str) -> bool:
    return not zienswijze.strip()


def vraag_zienswijze(artikel: str) -> str:
    """Say what is still to be written, with the article that asks it."""
    return f"Schrijf op wat de inwoner ervan vindt, of waarom u dat niet vroeg (Awb artikel {artikel})."

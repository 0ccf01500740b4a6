"""The states of a termijn (docs/rules/termijnen.md)."""

from django.db.models import TextChoices


class TermijnStatus(TextChoices):
    VERWACHT = "verwacht", "Verwacht"
    LOPEND = "lopend", "Loopt"
    OPGESCHORT = "opgeschort", "Opgeschort"
    GEHAALD = "gehaald", "Gehaald"
    TE_LAAT = "te_laat", "Te laat"
    TE_LAAT_GEHAALD = "te_laat_gehaald", "Te laat gehaald"
    VOORBIJ = "voorbij", "Voorbij"
    VERVALLEN = "vervallen", "Vervallen"


# What can still be done something about: the work-lists and the nightly run look at these.
OPEN = (TermijnStatus.LOPEND, TermijnStatus.TE_LAAT)
# What is neither met nor gone: it can still be met, dropped and derived again.
NIET_KLAAR = (*OPEN, TermijnStatus.OPGESCHORT, TermijnStatus.VERWACHT)

"""The words of sending a besluit, of post that comes back, and of electronic post (Awb art. 2:8 and 3:41)."""

from datetime import timedelta

from django.db.models import TextChoices

from planvanaanpak.keuzes import BesluitSoort

# A letter is frozen with its date: a slip of the finger in month or year could not be put right.
VOORUIT = timedelta(days=31)


class Verzendwijze(TextChoices):
    """Awb art. 3:41 lid 1: toezending or uitreiking; electronically only for who said so (art. 2:8)."""

    POST = "post", "Met de post"
    ELEKTRONISCH = "elektronisch", "Elektronisch"
    UITGEREIKT = "uitgereikt", "Zelf gegeven aan de inwoner"


class Gebeurtenis(TextChoices):
    EERSTE = "eerste", "Verzonden"
    CORRECTIE = "correctie", "Datum verbeterd"
    OPNIEUW = "opnieuw", "Opnieuw verzonden"


class Retourreden(TextChoices):
    """Why a letter came back. Only with a wrong address was the besluit not made known yet (decision 0941)."""

    ADRES = "adres", "Het adres klopte niet"
    NIET_OPGEHAALD = "niet_opgehaald", "Het adres klopt: niet opgehaald of geweigerd"
    NIET_BEZORGD = "niet_bezorgd", "Het elektronische bericht is niet bezorgd"


# After these the term begins on the day of the second sending: with the first one nothing was made known.
NIET_BEKENDGEMAAKT = frozenset({Retourreden.ADRES, Retourreden.NIET_BEZORGD})


class Postsoort(TextChoices):
    """The kinds of message that somebody can want electronically, each by itself (Awb art. 2:8)."""

    BESLUIT = "besluit", "Besluiten over de ondersteuning"
    BEZWAAR = "bezwaar", "Besluiten op bezwaar"


class Toestemmingbron(TextChoices):
    GESPREK = "gesprek", "In een gesprek"
    FORMULIER = "formulier", "Met een formulier"
    BRIEF = "brief", "Per brief"
    EMAIL = "e-mail", "Per e-mail"


def postsoort_van(soort: str) -> Postsoort:
    """Name the kind of message that the letter of a besluit is."""
    return Postsoort.BEZWAAR if soort == BesluitSoort.BESLUIT_OP_BEZWAAR else Postsoort.BESLUIT

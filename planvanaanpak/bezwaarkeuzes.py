"""The words of bezwaar and beroep (Awb hoofdstukken 6, 7 and 8)."""

from enum import StrEnum

from django.db.models import TextChoices


class Bezwaarkanaal(TextChoices):
    """How a bezwaarschrift came in: it is written (Awb art. 6:4), and by post it may come a week later (art. 6:9)."""

    POST = "post", "Per post"
    AFGEGEVEN = "afgegeven", "Afgegeven aan de balie"
    EMAIL = "e-mail", "Per e-mail"
    ONLINE = "online", "Online formulier"


class Indiener(TextChoices):
    RECHTHEBBENDE = "rechthebbende", "De inwoner zelf"
    GEMACHTIGDE = "gemachtigde", "Iemand namens de inwoner"
    BELANGHEBBENDE = "belanghebbende", "Een andere belanghebbende, voor zichzelf"


class Dictum(TextChoices):
    """What a besluit op bezwaar says, and what a commissie advises."""

    GEGROND = "gegrond", "Gegrond"
    DEELS_GEGROND = "deels_gegrond", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"


# Then the bestreden besluit is herroepen, and a new one follows as far as that is needed (Awb art. 7:11 lid 2).
HERROEPT = frozenset({Dictum.GEGROND, Dictum.DEELS_GEGROND})


class Afziengrond(TextChoices):
    """Why nobody is heard (Awb art. 7:3)."""

    KENNELIJK_NIET_ONTVANKELIJK = "kennelijk_niet_ontvankelijk", "Het bezwaar is kennelijk niet-ontvankelijk (onder a)"
    KENNELIJK_ONGEGROND = "kennelijk_ongegrond", "Het bezwaar is kennelijk ongegrond (onder b)"
    WIL_NIET = "wil_niet", "De indiener heeft verklaard niet gehoord te willen worden (onder c)"
    GEEN_REACTIE = "geen_reactie", "De indiener zei niet op tijd gehoord te willen worden (onder d)"
    TEGEMOET = "tegemoet", "De gemeente komt helemaal tegemoet aan het bezwaar (onder e)"


class Hoorstatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"
    AFGEZEGD = "afgezegd", "Afgezegd"


class Intrekwijze(TextChoices):
    """How a bezwaar is withdrawn (Awb art. 6:21): in writing, or by word of mouth while being heard."""

    SCHRIFTELIJK = "schriftelijk", "Schriftelijk"
    MONDELING = "mondeling", "Mondeling, tijdens de hoorzitting"


class Vervolg(TextChoices):
    """Whether a new besluit comes in the place of the one that was herroepen."""

    GEEN = "geen", "Er is geen nieuw besluit nodig"
    NIEUW_BESLUIT = "nieuw_besluit", "Er komt een nieuw besluit"


class NaHerroeping(StrEnum):
    """What becomes of a besluit that is herroepen, as the letter says it (Awb art. 7:11 lid 2).

    Replaced by the new besluit, until which what it granted stays; gone as a whole; ingetrokken before; or, of an
    intrekking, what it ended holds again.
    """

    VERVANGEN = "vervangen"
    WEG = "weg"
    INGETROKKEN = "ingetrokken"
    TERUG = "terug"


class Beroepsoort(TextChoices):
    """What somebody asks of the court (Awb art. 8:1, 7:1, 7:1a, 6:12, 8:81 and 8:104)."""

    BEROEP = "beroep", "Beroep tegen het besluit op bezwaar"
    RECHTSTREEKS = "rechtstreeks", "Rechtstreeks beroep, zonder besluit op bezwaar"
    NIET_TIJDIG = "niet_tijdig", "Beroep omdat er niet op tijd is beslist"
    VOORLOPIGE_VOORZIENING = "voorlopige_voorziening", "Verzoek om een voorlopige voorziening"
    HOGER_BEROEP = "hoger_beroep", "Hoger beroep"


class Opdracht(TextChoices):
    """What the court leaves to the gemeente (Awb art. 8:72 and 8:55d): decide, or nothing when it decided itself."""

    OPNIEUW = "opnieuw", "Ja: de gemeente moet alsnog of opnieuw beslissen"
    HERROEPEN = "herroepen", "Nee: het gerecht herriep zelf ook het eerste besluit"
    NIET = "niet", "Nee: het gerecht besliste anders zelf, liet de gevolgen in stand, of er is al beslist"


class Beroepuitkomst(TextChoices):
    GEGROND = "gegrond", "Gegrond"
    DEELS_GEGROND = "deels_gegrond", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"
    TOEGEWEZEN = "toegewezen", "Toegewezen"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"

"""The words of a voorziening beside those of a plan: for whom, at which price, who is paid, how far it is."""

from django.db.models import TextChoices


class Toegang(TextChoices):
    """Whether anybody may use it without a besluit; the plan names both (VNG handreiking 2025 §4.3)."""

    VRIJ = "vrij", "Vrij toegankelijk: iedereen kan dit zonder besluit gebruiken"
    NIET_VRIJ = "niet_vrij", "Niet vrij toegankelijk: hier is een besluit voor nodig"


class VoorWie(TextChoices):
    INWONER = "inwoner", "De inwoner zelf"
    GEZINSLID = "gezinslid", "Een gezinslid"
    GEZIN = "gezin", "Het hele gezin"


class BetaaldAan(TextChoices):
    INWONER = "inwoner", "De inwoner"
    WINKEL = "winkel", "De winkel"
    UITVOERDER = "uitvoerder", "Wie het uitvoert"


class Schuld(TextChoices):
    """Whether a voorziening on financiën pays what somebody owes (Tiel 2025 art. 8 lid 1d; SPR art. 3 lid 3)."""

    NEE = "nee", "Nee"
    ACHTERSTAND = "achterstand", "Ja, een achterstand in een bedreigende situatie"
    SANERING = "sanering", "Ja, dit is een saneringskrediet voor een jongere"


class Prijsbasis(TextChoices):
    """On what a price rests (beleidsregels Tiel 2025 art. 4 lid 1d; a dienst is p x q, VNG SPUK-handreiking, C)."""

    NIBUD = "nibud", "De prijzengids van het Nibud"
    VERGELIJKING = "vergelijking", "Het gemiddelde van vergelijkbare goederen"
    DIENST = "dienst", "Een collectieve dienst: aantal maal tarief"
    OFFERTE = "offerte", "Een offerte of een ander tarief"


class VerstrekkingSoort(TextChoices):
    """What happened to a voorziening after the besluit."""

    BESTELD = "besteld", "Besteld of aangevraagd"
    GELEVERD = "geleverd", "Geleverd of afgerond"
    GEBRUIKT = "gebruikt", "Gebruikt (een deel van het aantal)"
    GESTOPT = "gestopt", "Gestopt"

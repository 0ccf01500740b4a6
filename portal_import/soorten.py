from django.db.models import TextChoices


class Soort(TextChoices):
    """The kinds of files from the gegevensportaal that can be read."""

    LEVERING = "levering", "Levering"


class Bestandsoort(TextChoices):
    """The kinds of files that stand in the gegevensportaal, read here or not (VNG handreiking 2025 §2.3)."""

    LEVERING = "levering", "Levering"
    STATUS = "status", "Statusoverzicht"
    ANTWOORD = "antwoord", "Antwoordbestand"
    JAARLIJST = "jaarlijst", "Jaarlijst"

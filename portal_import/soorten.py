from collections.abc import Mapping

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


ALLEEN_LEVERING = "Dit programma leest alleen een levering in. Wat in een andere lijst staat, legt u zelf vast."
# What is done with a file that is not read here.
MET_DE_HAND: Mapping[Bestandsoort, str] = {
    Bestandsoort.STATUS: "Leg elke nieuwe status vast in het dossier: kies daar UHT en dan Nieuwe status vastleggen.",
    Bestandsoort.ANTWOORD: "Leg elk antwoord vast in het dossier: kies daar UHT en dan Antwoord vastleggen.",
    Bestandsoort.JAARLIJST: "Geef haar aan wie de verantwoording doet: die legt haar ernaast en legt bij SPUK vast dat"
    " zij is ontvangen.",
}

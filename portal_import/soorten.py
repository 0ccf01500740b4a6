from django.db.models import TextChoices


class Soort(TextChoices):
    """The kinds of files from the gegevensportaal that can be read."""

    LEVERING = "levering", "Levering"

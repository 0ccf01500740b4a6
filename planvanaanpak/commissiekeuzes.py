"""The words of the beoordelingscommissie (Tiel 2025 art. 1 and 4 lid 1 onder g)."""

from django.db.models import TextChoices


class Strekking(TextChoices):
    TOEKENNEN = "toekennen", "Toekennen"
    ANDERS = "anders", "Anders toekennen"
    AFWIJZEN = "afwijzen", "Afwijzen"
    CWS = "cws", "Niet hier: naar de commissie werkelijke schade (CWS)"


class Vergaderstatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"
    AFGEZEGD = "afgezegd", "Afgezegd"

"""The words of the akkoord: who gave it, how far it goes, and why a plan is vastgesteld without it."""

from django.db.models import TextChoices


class AkkoordVan(TextChoices):
    INWONER = "inwoner", "De inwoner zelf"
    VERTEGENWOORDIGER = "vertegenwoordiger", "Een gemachtigde, bewindvoerder of andere vertegenwoordiger"


class AkkoordOmvang(TextChoices):
    GEHEEL = "geheel", "Met het hele plan"
    DEELS = "deels", "Met een deel van het plan"


class ZonderAkkoordGrond(TextChoices):
    WEIGERT = "weigert", "De inwoner gaat niet akkoord"
    GEEN_ANTWOORD = "geen_antwoord", "De inwoner antwoordt niet, ook niet na twee pogingen"
    ACUUT = "acuut", "Het is acuut: wachten op het akkoord kan niet"

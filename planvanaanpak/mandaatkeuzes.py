"""The words of the second pair of eyes."""

from django.db.models import TextChoices


class Goedkeuringstatus(TextChoices):
    GEVRAAGD = "gevraagd", "Gevraagd"
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    TERUGGESTUURD = "teruggestuurd", "Teruggestuurd"
    VERVALLEN = "vervallen", "Vervallen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"

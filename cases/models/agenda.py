from django.db import models

from accounts.models import User
from cases.querysets import EigenQuerySet
from config.weergave import datum as datumtekst


class Agendaadres(models.Model):
    """The secret address under which a calendar program fetches a user's termijnen. Only its hash is kept.

    A new address takes the place of the old one, which then works no more.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="agendaadres", verbose_name="van wie")
    sleutel_sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField("gemaakt op")
    gebruikt_op = models.DateTimeField("laatst opgehaald", null=True, blank=True)

    objects = EigenQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "agendaadressen"

    class Privacy:
        personal = ()
        other = ("id", "user", "sleutel_sha256", "created_at", "gebruikt_op")

    def __str__(self) -> str:
        return f"Agenda-adres van {datumtekst(self.created_at)}"

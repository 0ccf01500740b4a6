from django.db import models

from accounts.models import Gemeente


class Nummerreeks(models.Model):
    """The last number given out per gemeente, kind and year; locked while the next is taken, so without gaps."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=1, choices=[("D", "Dossier"), ("B", "Besluit")])
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "nummerreeksen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "soort", "jaar"], name="nummerreeks_uniek")]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "soort", "jaar", "laatste")

    def __str__(self) -> str:
        return f"{self.gemeente.code}-{self.soort}-{self.jaar}-{self.laatste:05d}"

from django.db import models

from accounts.models import Gemeente, User
from cases.querysets import GemeenteDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Afronding(models.Model):
    """That what a clock of a gemeente asks was done: the jaarlijst came in, the SiSa-bijlage was sent.

    The clock itself is not stored: it is counted from the rule. `sleutel` says which one it is, such as the year.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="afrondingen", db_index=False)
    regel = models.CharField("termijn", max_length=40)
    sleutel = models.CharField("waarover", max_length=20)
    datum = models.DateField("gedaan op")
    afgerond_op = models.DateTimeField()
    afgerond_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = Geschiedenis()
    objects = GemeenteDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "afrondingen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "regel", "sleutel"], name="afronding_een_per_klok"),
            models.CheckConstraint(condition=~models.Q(sleutel=""), name="afronding_met_sleutel"),
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "regel", "sleutel", "datum", "afgerond_op", "afgerond_door")

    def __str__(self) -> str:
        return f"{self.regel} {self.sleutel} op {datumtekst(self.datum)}"

from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import Gemeente, User
from cases.models import Document
from cases.models.intrekbaar import Intrekbaar
from planvanaanpak.models.besluit import Besluit, Bijsluiter
from planvanaanpak.querysets import DrukregelQuerySet, DrukrondeQuerySet


class Drukronde(models.Model):
    """Letters that are printed together: one file with a list in front, and who said that they were printed."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="drukronden")
    datum = models.DateField("dag van de brieven")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    afgedrukt_op = models.DateTimeField(null=True, blank=True)
    afgedrukt_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = DrukrondeQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-id"]
        verbose_name_plural = "drukronden"
        constraints = [
            models.CheckConstraint(
                condition=Q(afgedrukt_op__isnull=True, afgedrukt_door__isnull=True)
                | Q(afgedrukt_op__isnull=False, afgedrukt_door__isnull=False),
                name="drukronde_afgedrukt_op_en_door",
            )
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "datum", "gemaakt_op", "gemaakt_door", "afgedrukt_op", "afgedrukt_door")

    def __str__(self) -> str:
        return f"Drukronde {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("drukronde", args=[self.pk])


class Drukregel(Intrekbaar):
    """One letter of a drukronde: a document, a besluit or a bijsluiter. A letter is in one drukronde at most.

    Ingetrokken it is not printed: it went another way, or has to stay where it is.
    """

    ronde = models.ForeignKey(Drukronde, models.CASCADE, related_name="regels", verbose_name="drukronde")
    volgorde = models.PositiveSmallIntegerField("volgorde")
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="drukregel")
    besluit = models.OneToOneField(Besluit, models.PROTECT, null=True, blank=True, related_name="drukregel")
    bijsluiter = models.OneToOneField(Bijsluiter, models.PROTECT, null=True, blank=True, related_name="drukregel")

    objects = DrukregelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["ronde", "volgorde"]
        verbose_name_plural = "drukregels"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.UniqueConstraint(fields=["ronde", "volgorde"], name="drukregel_volgorde_uniek"),
            models.CheckConstraint(
                condition=Q(document__isnull=False, besluit__isnull=True, bijsluiter__isnull=True)
                | Q(document__isnull=True, besluit__isnull=False, bijsluiter__isnull=True)
                | Q(document__isnull=True, besluit__isnull=True, bijsluiter__isnull=False),
                name="drukregel_een_brief",
            ),
        ]

    class Privacy:
        personal = ("ingetrokken_reden",)
        other = (
            "id", "ronde", "volgorde", "document", "besluit", "bijsluiter", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.ronde}, brief {self.volgorde}"

from django.db import models
from django.db.models import Q

from accounts.models import User
from config.geschiedenis import Geschiedenis
from planvanaanpak.keuzes import Evaluatie
from planvanaanpak.models.plan import PlanVanAanpak
from planvanaanpak.querysets import PlanDeelQuerySet


class Planfase(models.Model):
    """A fase of the plan, named by the beleid: when it is evaluated, and what came of that (Tiel 2025 art. 7 lid 1).

    A fase is a label, not a term: the beleid gives no dates (Tiel 2025, toelichting artikel 6 lid 3).
    """

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="fasen")
    nummer = models.PositiveSmallIntegerField("nummer")
    naam = models.CharField("fase", max_length=200)
    datum_evaluatie = models.DateField("evaluatie gepland op", null=True, blank=True)
    datum_geevalueerd = models.DateField("geëvalueerd op", null=True, blank=True)
    uitkomst = models.CharField("uitkomst", max_length=10, choices=Evaluatie.choices, blank=True)
    toelichting = models.TextField("wat is besproken", blank=True)
    geevalueerd_op = models.DateTimeField(null=True, blank=True)
    geevalueerd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    onderwerp_veld = "naam"
    history = Geschiedenis()
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "fase van een plan"
        verbose_name_plural = "fasen van een plan"
        constraints = [
            models.UniqueConstraint(fields=["plan", "nummer"], name="planfase_uniek"),
            models.CheckConstraint(
                condition=Q(
                    geevalueerd_op__isnull=True,
                    geevalueerd_door__isnull=True,
                    datum_geevalueerd__isnull=True,
                    uitkomst="",
                    toelichting="",
                )
                | (
                    Q(geevalueerd_op__isnull=False, geevalueerd_door__isnull=False, datum_geevalueerd__isnull=False)
                    & ~Q(uitkomst="")
                    & ~Q(toelichting="")
                ),
                name="planfase_geevalueerd_op_en_door",
            ),
        ]

    class Privacy:
        personal = ("datum_evaluatie", "datum_geevalueerd", "uitkomst", "toelichting")
        other = ("id", "plan", "nummer", "naam", "geevalueerd_op", "geevalueerd_door")

    def __str__(self) -> str:
        return f"Fase {self.nummer}: {self.naam}"

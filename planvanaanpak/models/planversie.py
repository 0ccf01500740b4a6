from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from planvanaanpak.keuzes import Plansoort, Versiesoort
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.models.plan import PlanVanAanpak
from planvanaanpak.querysets import PlanDeelQuerySet


class Planversie(models.Model):
    """The plan as it was at one moment, with who kept it and why. It never changes: a trigger sees to that."""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="versies")
    nummer = models.PositiveSmallIntegerField("versie")
    versiesoort = models.CharField("soort versie", max_length=20, choices=Versiesoort.choices)
    soort = models.CharField("soort plan", max_length=20, choices=Plansoort.choices)
    reden = models.TextField("waarom", blank=True)
    inhoud = models.JSONField("wat erin staat")
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="planversies")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "versie van een plan"
        verbose_name_plural = "versies van een plan"
        constraints = [
            models.UniqueConstraint(fields=["plan", "nummer"], name="planversie_uniek"),
            models.CheckConstraint(
                condition=Q(besluit__isnull=False) | ~Q(reden=""), name="planversie_met_besluit_of_reden"
            ),
        ]

    class Privacy:
        personal = ("reden", "inhoud")
        other = ("id", "plan", "nummer", "versiesoort", "soort", "besluit", "vastgelegd_op", "vastgelegd_door")

    def __str__(self) -> str:
        return f"Versie {self.nummer}"

    def get_absolute_url(self) -> str:
        return reverse("plan_versie", args=[self.plan.dossier.nummer, self.nummer])

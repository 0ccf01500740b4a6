"""Why a plan may be vastgesteld although the rechthebbende did not agree to it."""

from django.db import models
from django.db.models import Q

from accounts.models import User
from config.geschiedenis import Geschiedenis
from planvanaanpak.akkoordkeuzes import ZonderAkkoordGrond
from planvanaanpak.models.plan import PlanVanAanpak
from planvanaanpak.querysets import PlanDeelQuerySet


class ZonderAkkoord(models.Model):
    """The exception of a plan without akkoord, with its reason. An akkoord that comes later takes its place.

    Component B counts a plan only once there is an akkoord with its proof, so this never counts for it.
    """

    plan = models.OneToOneField(PlanVanAanpak, models.PROTECT, related_name="zonder_akkoord")
    grond = models.CharField("waarom zonder akkoord", max_length=20, choices=ZonderAkkoordGrond.choices)
    reden = models.TextField("toelichting")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = Geschiedenis()
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        verbose_name = "plan zonder akkoord"
        verbose_name_plural = "plannen zonder akkoord"
        constraints = [models.CheckConstraint(condition=~Q(reden=""), name="zonder_akkoord_met_reden")]

    class Privacy:
        personal = ("grond", "reden")
        other = ("id", "plan", "vastgelegd_op", "vastgelegd_door")

    def __str__(self) -> str:
        return self.get_grond_display()

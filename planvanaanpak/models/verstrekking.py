from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.models.intrekbaar import Intrekbaar
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.models.voorziening import Voorziening
from planvanaanpak.querysets import VoorzieningDeelQuerySet
from planvanaanpak.verstrekking import Verstrekstap
from planvanaanpak.voorzieningkeuzes import VerstrekkingSoort


class Verstrekking(Intrekbaar):
    """Something that happened to a toegekende voorziening: ordered, delivered, used in part, or stopped."""

    voorziening = models.ForeignKey(Voorziening, models.PROTECT, related_name="verstrekkingen")
    soort = models.CharField("wat gebeurde er", max_length=10, choices=VerstrekkingSoort.choices)
    datum = models.DateField("datum")
    aantal = models.DecimalField("hoeveel", max_digits=8, decimal_places=2, default=0)
    toelichting = models.TextField("toelichting", blank=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    onderwerp_veld = "soort"
    history = Geschiedenis()
    objects = VoorzieningDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["datum", "id"]
        verbose_name_plural = "verstrekkingen"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(
                condition=Q(soort=VerstrekkingSoort.GEBRUIKT, aantal__gt=0)
                | ~Q(soort=VerstrekkingSoort.GEBRUIKT) & Q(aantal=0),
                name="verstrekking_gebruikt_met_aantal",
            ),
            models.CheckConstraint(
                condition=~Q(soort=VerstrekkingSoort.GESTOPT) | ~Q(toelichting=""),
                name="verstrekking_gestopt_met_reden",
            ),
        ]

    class Privacy:
        personal = ("datum", "toelichting", "ingetrokken_reden")
        other = (
            "id", "voorziening", "soort", "aantal", "vastgelegd_op", "vastgelegd_door", "ingetrokken_op",
            "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {datumtekst(self.datum)}"

    @property
    def stap(self) -> Verstrekstap:
        return Verstrekstap(soort=self.soort, datum=self.datum, aantal=self.aantal, reden=self.toelichting)

from decimal import Decimal

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.keuzes import Leefgebied
from planvanaanpak.keuzes import Noodzaak, Voorstel, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.models.plan import PlanVanAanpak
from planvanaanpak.querysets import VoorzieningQuerySet


class Voorziening(models.Model):
    """What the college proposes to grant or refuse on a leefgebied, and after the besluit what it did."""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="voorzieningen")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    omschrijving = models.CharField("wat", max_length=120)
    soort = models.CharField("soort", max_length=20, choices=VoorzieningSoort.choices)
    noodzaak = models.CharField("nodig of wens", max_length=10, choices=Noodzaak.choices)
    motivering = models.TextField("waarom")
    voorstel = models.CharField("voorstel", max_length=10, choices=Voorstel.choices, default=Voorstel.TOEKENNEN)
    weigeringsgrond = models.CharField("grond voor het afwijzen", max_length=200, blank=True)
    bedrag = models.DecimalField("bedrag, met btw", max_digits=10, decimal_places=2)
    looptijd_vanaf = models.DateField("vanaf", null=True, blank=True)
    looptijd_tot = models.DateField("tot en met", null=True, blank=True)
    uitvoerder = models.CharField("wie levert of voert uit", max_length=120, blank=True)
    status = models.CharField(
        "status",
        max_length=10,
        choices=VoorzieningStatus.choices,
        default=VoorzieningStatus.VOORSTEL,
    )
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="voorzieningen")

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = VoorzieningQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "voorzieningen"
        constraints = [
            models.CheckConstraint(
                condition=Q(bedrag__gte=Decimal(0)),
                name="voorziening_bedrag_niet_negatief",
            ),
            models.CheckConstraint(condition=~Q(motivering=""), name="voorziening_gemotiveerd"),
            models.CheckConstraint(
                condition=Q(looptijd_tot__isnull=True)
                | Q(looptijd_vanaf__isnull=True)
                | Q(looptijd_tot__gte=models.F("looptijd_vanaf")),
                name="voorziening_looptijd_vooruit",
            ),
            models.CheckConstraint(
                condition=Q(status=VoorzieningStatus.VOORSTEL, besluit__isnull=True)
                | (~Q(status=VoorzieningStatus.VOORSTEL) & Q(besluit__isnull=False)),
                name="voorziening_beslist_met_besluit",
            ),
        ]

    class Privacy:
        personal = (
            "leefgebied",
            "omschrijving",
            "motivering",
            "noodzaak",
            "weigeringsgrond",
            "bedrag",
            "uitvoerder",
        )
        other = (
            "id",
            "plan",
            "soort",
            "voorstel",
            "looptijd_vanaf",
            "looptijd_tot",
            "status",
            "besluit",
        )

    def __str__(self) -> str:
        return self.omschrijving

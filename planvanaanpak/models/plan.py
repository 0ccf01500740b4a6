from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from accounts.models import User
from cases.keuzes import DOELSTELLING, Leefgebied
from cases.models import Document, Dossier
from cases.querysets import DossierDeelQuerySet
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus, Voldoet
from planvanaanpak.querysets import PlanDeelQuerySet


class PlanVanAanpak(models.Model):
    """The plan of one dossier; with the toekenning it is set down as a beschikking (VNG handreiking 2025 §4.3)."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="plan")
    versie = models.PositiveSmallIntegerField("versie", default=1)
    situatie = models.TextField("situatie bij aanmelding", blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name = "plan van aanpak"
        verbose_name_plural = "plannen van aanpak"
        constraints = [
            models.CheckConstraint(
                condition=Q(vastgesteld_op__isnull=True, vastgesteld_door__isnull=True)
                | Q(vastgesteld_op__isnull=False, vastgesteld_door__isnull=False),
                name="plan_vastgesteld_op_en_door",
            )
        ]

    class Privacy:
        personal = ("situatie",)
        other = (
            "id",
            "dossier",
            "versie",
            "vastgesteld_op",
            "vastgesteld_door",
            "created_at",
        )

    def __str__(self) -> str:
        return f"Plan van aanpak {self.dossier.nummer}, versie {self.versie}"

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.dossier.nummer])


class Planleefgebied(models.Model):
    """What a plan says of one leefgebied: the situatie, the test against the doelstelling, and the hulpvraag."""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="leefgebieden")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    situatie = models.TextField("hoe is het nu?", blank=True)
    voldoet = models.CharField(
        "voldoet aan de doelstelling",
        max_length=10,
        choices=Voldoet.choices,
        blank=True,
    )
    hulpvraag = models.TextField("hulpvraag", blank=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "leefgebieden in een plan"
        constraints = [models.UniqueConstraint(fields=["plan", "leefgebied"], name="planleefgebied_uniek")]

    class Privacy:
        personal = ("situatie", "voldoet", "hulpvraag")
        other = ("id", "plan", "leefgebied")

    def __str__(self) -> str:
        return self.get_leefgebied_display()

    @property
    def doelstelling(self) -> str:
        return DOELSTELLING[Leefgebied(self.leefgebied)]


class Doel(models.Model):
    """A doel of the plan on one leefgebied: when is it good?"""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="doelen")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    tekst = models.TextField("doel")
    status = models.CharField("status", max_length=10, choices=DoelStatus.choices, default=DoelStatus.OPEN)
    datum_behaald = models.DateField("behaald op", null=True, blank=True)
    reden_vervallen = models.TextField("waarom het vervalt", blank=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "doelen"
        constraints = [
            models.UniqueConstraint(fields=["plan", "leefgebied"], name="doel_een_per_leefgebied"),
            models.CheckConstraint(condition=~Q(tekst=""), name="doel_met_tekst"),
            models.CheckConstraint(
                condition=Q(status=DoelStatus.BEHAALD, datum_behaald__isnull=False)
                | (~Q(status=DoelStatus.BEHAALD) & Q(datum_behaald__isnull=True)),
                name="doel_behaald_met_datum",
            ),
            models.CheckConstraint(
                condition=~Q(status=DoelStatus.VERVALLEN) | ~Q(reden_vervallen=""),
                name="doel_vervallen_met_reden",
            ),
        ]

    class Privacy:
        personal = ("tekst", "status", "datum_behaald", "reden_vervallen")
        other = ("id", "plan", "leefgebied")

    def __str__(self) -> str:
        return self.tekst


class Akkoord(models.Model):
    """That the rechthebbende agreed with the plan: the key to component B (VNG SPUK-handreiking, component B)."""

    plan = models.OneToOneField(PlanVanAanpak, models.PROTECT, related_name="akkoord")
    datum = models.DateField("datum van het akkoord")
    kanaal = models.CharField("hoe", max_length=20, choices=AkkoordKanaal.choices)
    bewijs = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bewijs",
    )
    toelichting = models.TextField("toelichting", blank=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "akkoorden"

    class Privacy:
        personal = ("datum", "kanaal", "toelichting")
        other = ("id", "plan", "bewijs", "vastgelegd_op", "vastgelegd_door")

    def __str__(self) -> str:
        return f"Akkoord op {self.datum:%d-%m-%Y}"

    @property
    def heeft_bewijs(self) -> bool:
        """Say whether there is a proof that counts: one that was withdrawn does not."""
        return self.bewijs is not None and not self.bewijs.is_ingetrokken

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from accounts.models import User
from cases.keuzes import Kanaal
from cases.models import Dossier
from cases.querysets import DossierDeelQuerySet
from nazorg.querysets import TrajectDeelQuerySet
from planvanaanpak.models import Besluit


class Beeindiging(models.Model):
    """Why and by which besluit the support of a dossier ended (VNG handreiking 2025 §4.4).

    A dossier has two when UHT says niet erkend during the nazorg. `nazorg_gewenst` is what the rechthebbende said,
    and empty when the grond brings no nazorg.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beeindigingen")
    grond = models.CharField("grond", max_length=30)
    grond_tekst = models.CharField("grond in woorden", max_length=120)
    datum = models.DateField("datum van het einde")
    toelichting = models.TextField("toelichting")
    nazorg_gewenst = models.BooleanField("nazorg gewenst", null=True)
    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="beeindiging")

    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name = "beëindiging"
        verbose_name_plural = "beëindigingen"

    class Privacy:
        personal = ("grond", "grond_tekst", "datum", "toelichting", "nazorg_gewenst")
        other = ("id", "dossier", "besluit")

    def __str__(self) -> str:
        return self.grond_tekst


class Acclimatisatie(models.Model):
    """The 30 days in which support is wound down after UHT's niet-erkend message (Wht art. 2.21 lid 6)."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="acclimatisatie")
    datum_gemeld = models.DateField("dag waarop de gemeente het hoorde")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "acclimatisaties"

    class Privacy:
        personal = ("datum_gemeld",)
        other = ("id", "dossier", "created_at")

    def __str__(self) -> str:
        return f"Acclimatisatie vanaf {self.datum_gemeld:%d-%m-%Y}"


class Nazorgtraject(models.Model):
    """The nazorg after the support: about two years, with a contact every half year (VNG handreiking nazorg §1.1)."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="nazorg")
    start = models.DateField("begin van de nazorg")
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    afsluitreden = models.TextField("waarom de nazorg stopt", blank=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "nazorgtrajecten"
        constraints = [
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True, afgesloten_door__isnull=True)
                | Q(afgesloten_op__isnull=False, afgesloten_door__isnull=False),
                name="nazorgtraject_afgesloten_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True, afsluitreden="")
                | (Q(afgesloten_op__isnull=False) & ~Q(afsluitreden="")),
                name="nazorgtraject_afgesloten_met_reden",
            ),
        ]

    class Privacy:
        personal = ("start", "afsluitreden")
        other = ("id", "dossier", "afgesloten_op", "afgesloten_door")

    def __str__(self) -> str:
        return f"Nazorg vanaf {self.start:%d-%m-%Y}"


class Nazorgcontact(models.Model):
    """One planned contact in the nazorg, and what came of it."""

    traject = models.ForeignKey(Nazorgtraject, models.PROTECT, related_name="contacten")
    volgnummer = models.PositiveSmallIntegerField("volgnummer")
    gepland_op = models.DateField("uiterlijk op")
    gehouden_op = models.DateField("gehouden op", null=True, blank=True)
    gehouden_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    kanaal = models.CharField("hoe", max_length=20, choices=Kanaal.choices, blank=True)
    verslag = models.TextField("hoe het gaat", blank=True)
    terugval = models.BooleanField("er is terugval", default=False)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = TrajectDeelQuerySet.as_manager()

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "nazorgcontacten"
        constraints = [
            models.UniqueConstraint(fields=["traject", "volgnummer"], name="nazorgcontact_uniek"),
            models.CheckConstraint(
                condition=Q(gehouden_op__isnull=True, gehouden_door__isnull=True)
                | Q(gehouden_op__isnull=False, gehouden_door__isnull=False),
                name="nazorgcontact_gehouden_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(gehouden_op__isnull=True) | ~Q(kanaal=""), name="nazorgcontact_gehouden_met_kanaal"
            ),
        ]

    class Privacy:
        personal = ("gehouden_op", "kanaal", "verslag", "terugval")
        other = ("id", "traject", "volgnummer", "gepland_op", "gehouden_door")

    def __str__(self) -> str:
        return f"Nazorgcontact {self.volgnummer}"

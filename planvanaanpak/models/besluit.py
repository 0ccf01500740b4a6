from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import Gemeente, User
from cases.models import Dossier
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.querysets import BesluitQuerySet

# Kinds that change or take back an earlier besluit; an addendum adds to one (`vult_aan`).
GAAT_OVER = (BesluitSoort.HERZIENING, BesluitSoort.INTREKKING)


class Besluit(models.Model):
    """A besluit of the college, vastgesteld and never changed after (a database trigger sees to that; decision 0004).

    `datum` is the verzenddatum that the letter bears; `verzonden_op` the day it really left, from which the
    bezwaartermijn runs (Awb 6:8). When they differ a bijsluiter with the right last day goes with the letter.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="besluiten")
    nummer = models.CharField("besluitnummer", max_length=20, unique=True)
    soort = models.CharField("soort", max_length=20, choices=BesluitSoort.choices)
    vult_aan = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aanvullingen",
        verbose_name="vult aan",
    )
    gaat_over = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gewijzigd_met",
        verbose_name="herziet of trekt in",
    )
    ingang = models.DateField("geldt vanaf", null=True, blank=True)
    datum = models.DateField("datum van de brief")
    snapshot = models.JSONField("wat is besloten")
    vastgesteld_op = models.DateTimeField()
    vastgesteld_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    verzonden_op = models.DateField("verzonden op", null=True, blank=True)
    verzonden_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = BesluitQuerySet.as_manager()

    class Meta:
        ordering = ["-vastgesteld_op", "-id"]
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(
                condition=Q(verzonden_op__isnull=True, verzonden_door__isnull=True)
                | Q(verzonden_op__isnull=False, verzonden_door__isnull=False),
                name="besluit_verzonden_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(soort=BesluitSoort.ADDENDUM, vult_aan__isnull=False)
                | (~Q(soort=BesluitSoort.ADDENDUM) & Q(vult_aan__isnull=True)),
                name="besluit_addendum_vult_aan",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=GAAT_OVER, gaat_over__isnull=False, ingang__isnull=False)
                | (~Q(soort__in=GAAT_OVER) & Q(gaat_over__isnull=True, ingang__isnull=True)),
                name="besluit_gaat_over_een_ander",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "-vastgesteld_op"], name="besluit_van_gemeente"),
            models.Index(
                fields=["gemeente", "datum", "id"],
                condition=Q(verzonden_op__isnull=True),
                name="besluit_niet_verzonden",
            ),
        ]

    class Privacy:
        personal = ("snapshot",)
        other = (
            "id", "gemeente", "dossier", "nummer", "soort", "vult_aan", "gaat_over", "ingang", "datum",
            "vastgesteld_op", "vastgesteld_door", "verzonden_op", "verzonden_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.nummer

    def get_absolute_url(self) -> str:
        return reverse("besluit", args=[self.nummer])


class BesluitPdf(models.Model):
    """The letter as it was made, once, kept in the database so that it stands or falls with the besluit."""

    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="pdf")
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "pdf van een besluit"
        verbose_name_plural = "pdf's van besluiten"

    class Privacy:
        personal = ("inhoud",)
        other = ("id", "besluit", "sha256")

    def __str__(self) -> str:
        return f"PDF van {self.besluit.nummer}"


class Bijsluiter(models.Model):
    """A sheet that goes with a letter which left on another day than it bears, with the right last day for bezwaar.

    When that day turns out to be another, or the letter is sent again, a new sheet is made; the latest one counts.
    `verzending` is the sending for which it was made, and says when that was; `envelop` is as for other letters
    (cases.envelop). A sheet from before they were kept has neither.
    """

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="bijsluiters")
    datum = models.DateField("dag van verzending")
    verzending = models.OneToOneField(
        "planvanaanpak.Verzending", models.PROTECT, null=True, blank=True, related_name="bijsluiter"
    )
    envelop = models.JSONField("envelop", null=True, blank=True)
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "bijsluiters"

    class Privacy:
        personal = ("inhoud", "envelop")
        other = ("id", "besluit", "datum", "verzending", "sha256")

    def __str__(self) -> str:
        return f"Bijsluiter bij {self.besluit.nummer}"

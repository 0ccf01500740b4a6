from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import User
from cases.querysets import AfwezigheidQuerySet, EigenQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Lijstweergave(models.Model):
    """A saved view of the list of dossiers: filters, order and columns, of one user."""

    user = models.ForeignKey(User, models.CASCADE, related_name="lijstweergaven", verbose_name="van wie")
    naam = models.CharField("naam", max_length=60)
    filters = models.JSONField("filters", default=dict, blank=True)
    kolommen = models.JSONField("kolommen", default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EigenQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "lijstweergaven"
        constraints = [
            models.UniqueConstraint(fields=["user", "naam"], name="lijstweergave_naam_uniek"),
            models.CheckConstraint(condition=~Q(naam=""), name="lijstweergave_met_naam"),
        ]

    class Privacy:
        personal = ("user", "naam")
        other = ("id", "filters", "kolommen", "created_at")

    def __str__(self) -> str:
        return self.naam

    @property
    def adres(self) -> str:
        """Give the list as it was saved; the name of each part is that of the filter form."""
        vraag = urlencode({**self.filters, "kolom": self.kolommen, "weergave": self.pk}, doseq=True)
        return f"{reverse('dossiers')}?{vraag}"


class Lijstexport(models.Model):
    """That somebody took a list of dossiers out of the program: who, when, which choice and how many, not whom."""

    user = models.ForeignKey(User, models.PROTECT, related_name="lijstexports", verbose_name="wie")
    at = models.DateTimeField("wanneer")
    filters = models.JSONField("filters", default=dict, blank=True)
    kolommen = models.JSONField("kolommen", default=list, blank=True)
    aantal = models.PositiveIntegerField("aantal dossiers")

    objects = EigenQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "lijstexports"

    class Privacy:
        personal = ("user",)
        other = ("id", "at", "filters", "kolommen", "aantal")

    def __str__(self) -> str:
        return f"{self.aantal} dossiers op {datumtekst(self.at)}"


class Afwezigheid(models.Model):
    """When somebody is away and who stands in: the stand-in sees the work of both. `tot` is the last day away."""

    user = models.ForeignKey(User, models.PROTECT, related_name="afwezigheden", verbose_name="wie")
    vanaf = models.DateField("eerste dag")
    tot = models.DateField("laatste dag")
    vervanger = models.ForeignKey(User, models.PROTECT, related_name="vervangingen", verbose_name="vervanger")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = AfwezigheidQuerySet.as_manager()

    class Meta:
        ordering = ["vanaf"]
        verbose_name_plural = "afwezigheden"
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("vanaf")), name="afwezigheid_tot_na_vanaf"),
            models.CheckConstraint(condition=~Q(user=F("vervanger")), name="afwezigheid_vervanger_is_ander"),
            ExclusionConstraint(
                name="afwezigheid_niet_dubbel",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    (
                        Func(
                            "vanaf",
                            "tot",
                            RangeBoundary(inclusive_upper=True),
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    class Privacy:
        personal = ("user", "vanaf", "tot", "vervanger")
        other = ("id", "created_at")

    def __str__(self) -> str:
        return f"{self.user} afwezig van {datumtekst(self.vanaf)} tot en met {datumtekst(self.tot)}"

"""The beoordelingscommissie: when it meets, what is on its agenda, and what it advises."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import Gemeente, User
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.commissiekeuzes import Strekking, Vergaderstatus
from planvanaanpak.models.plan import PlanVanAanpak
from planvanaanpak.models.voorziening import Voorziening
from planvanaanpak.querysets import AgendapuntQuerySet, VergaderingQuerySet


class Commissievergadering(models.Model):
    """A meeting of the beoordelingscommissie of a gemeente (Beleidsregels Tiel 2025 art. 4 lid 1 onder g)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    datum = models.DateField("datum")
    tijd = models.TimeField("tijd")
    plaats = models.CharField("plaats", max_length=160)
    status = models.CharField("status", max_length=10, choices=Vergaderstatus.choices, default=Vergaderstatus.GEPLAND)
    afgezegd_reden = models.CharField("waarom afgezegd", max_length=300, blank=True)
    aanwezigen = models.ManyToManyField(User, blank=True, related_name="+", verbose_name="aanwezig")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = VergaderingQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-tijd", "-id"]
        verbose_name_plural = "vergaderingen van de commissie"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=Vergaderstatus.AFGEZEGD) & Q(afgezegd_reden="")
                | Q(status=Vergaderstatus.AFGEZEGD) & ~Q(afgezegd_reden=""),
                name="commissievergadering_afgezegd_met_reden",
            )
        ]

    class Privacy:
        personal = ()
        other = (
            "id", "gemeente", "datum", "tijd", "plaats", "status", "afgezegd_reden", "aanwezigen", "door",
            "created_at",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Vergadering van {datumtekst(self.datum)}"

    def get_absolute_url(self) -> str:
        return reverse("vergadering", args=[self.pk])


class Agendapunt(models.Model):
    """A voorziening that is put up for advice, and the advice when it is there.

    A voorstel that is taken away leaves its advice here: `omschrijving` says what it was about. `voorstel_merk` is a
    mark of the voorstel as the commissie saw it, `afwijking_merk` of the voorstel that the reason to depart is about.
    """

    vergadering = models.ForeignKey(Commissievergadering, models.PROTECT, related_name="punten")
    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="agendapunten")
    voorziening = models.ForeignKey(Voorziening, models.SET_NULL, null=True, blank=True, related_name="agendapunten")
    omschrijving = models.CharField("waarover", max_length=120)
    ingebracht_op = models.DateTimeField()
    ingebracht_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    strekking = models.CharField("advies", max_length=10, choices=Strekking.choices, blank=True)
    anders = models.TextField("wat dan wel", blank=True)
    motivering = models.TextField("waarom", blank=True)
    leden = models.ManyToManyField(User, related_name="+", blank=True, verbose_name="wie adviseren")
    voorstel_merk = models.CharField(max_length=64, blank=True)
    geadviseerd_op = models.DateTimeField(null=True, blank=True)
    geadviseerd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    afwijking = models.TextField("waarom het besluit afwijkt van het advies", blank=True)
    afwijking_merk = models.CharField(max_length=64, blank=True)
    afwijking_op = models.DateTimeField(null=True, blank=True)
    afwijking_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    onderwerp_veld = "omschrijving"
    history = Geschiedenis()
    objects = AgendapuntQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "id"]
        verbose_name_plural = "agendapunten"
        constraints = [
            models.CheckConstraint(
                condition=Q(geadviseerd_op__isnull=True, geadviseerd_door__isnull=True, strekking="")
                | Q(geadviseerd_op__isnull=False, geadviseerd_door__isnull=False)
                & ~Q(strekking="")
                & ~Q(motivering=""),
                name="agendapunt_geadviseerd_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(strekking=Strekking.ANDERS) & ~Q(anders="") | ~Q(strekking=Strekking.ANDERS) & Q(anders=""),
                name="agendapunt_anders_met_wat",
            ),
            models.CheckConstraint(
                condition=Q(afwijking_op__isnull=True, afwijking_door__isnull=True, afwijking="")
                | Q(afwijking_op__isnull=False, afwijking_door__isnull=False) & ~Q(afwijking=""),
                name="agendapunt_afwijking_op_en_door",
            ),
            models.UniqueConstraint(
                fields=["voorziening"], condition=Q(geadviseerd_op__isnull=True), name="agendapunt_een_open"
            ),
        ]

    class Privacy:
        personal = ("omschrijving", "strekking", "anders", "motivering", "afwijking")
        other = (
            "id", "vergadering", "plan", "voorziening", "ingebracht_op", "ingebracht_door", "leden", "voorstel_merk",
            "geadviseerd_op", "geadviseerd_door", "afwijking_merk", "afwijking_op", "afwijking_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.omschrijving

    def get_absolute_url(self) -> str:
        return reverse("agendapunt", args=[self.vergadering_id, self.pk])

    @property
    def is_geadviseerd(self) -> bool:
        return self.geadviseerd_op is not None

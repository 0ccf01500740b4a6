"""What somebody asked of a court, about a bezwaar or without one, and what the court said (Awb hoofdstuk 8)."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from cases.models import Dossier, Termijn
from cases.models.intrekbaar import Intrekbaar
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.bezwaarkeuzes import Beroepsoort, Beroepuitkomst, Dictum, Opdracht
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.models.bezwaar import Bezwaar
from planvanaanpak.querysets import BeroepQuerySet

WAARTEGEN = ("bezwaar", "besluit", "termijn")


class Beroep(Intrekbaar):
    """What somebody asked of a court, and what the court said.

    It is about one thing: a bezwaar, a besluit without bezwaar (Awb art. 7:1), or the clock of the besluit on the
    aanvraag that is not there (art. 6:2 onder b). When the gemeente must decide anew on a bezwaar, `vernietigd` is the
    besluit op bezwaar that fell away, and `stond` what the bezwaar said with it; else `klok` is the clock in which the
    court wants a besluit. The amounts are those of Awb art. 8:55c and 8:55d, in whole euros.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beroepen")
    bezwaar = models.ForeignKey(Bezwaar, models.PROTECT, null=True, blank=True, related_name="beroepen")
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, null=True, blank=True, related_name="beroepen", verbose_name="tegen welk besluit"
    )
    termijn = models.ForeignKey(
        Termijn, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="welke termijn ging voorbij"
    )
    soort = models.CharField("soort", max_length=30, choices=Beroepsoort.choices)
    datum = models.DateField("ingesteld op")
    gerecht = models.CharField("gerecht", max_length=120)
    zaaknummer = models.CharField("zaaknummer", max_length=40, blank=True)
    uitspraak_datum = models.DateField("datum van de uitspraak", null=True, blank=True)
    uitspraak_verzonden = models.DateField("uitspraak verzonden op", null=True, blank=True)
    uitkomst = models.CharField("uitkomst", max_length=20, choices=Beroepuitkomst.choices, blank=True)
    opdracht = models.CharField("wat de gemeente moet doen", max_length=10, choices=Opdracht.choices, blank=True)
    opdracht_tot = models.DateField("uiterlijk beslissen op", null=True, blank=True)
    dwangsom_verbeurd = models.PositiveIntegerField("vastgestelde dwangsom", null=True, blank=True)
    dwangsom_per_dag = models.PositiveIntegerField("dwangsom voor elke dag te laat", null=True, blank=True)
    dwangsom_hoogstens = models.PositiveIntegerField("dwangsom hoogstens", null=True, blank=True)
    vernietigd = models.ForeignKey(
        Besluit, models.PROTECT, null=True, blank=True, related_name="vernietigd_met", verbose_name="vernietigd besluit"
    )
    stond = models.JSONField(null=True, blank=True)
    klok = models.OneToOneField(
        Termijn, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="termijn na de uitspraak"
    )
    nieuw_besluit = models.ForeignKey(
        Besluit, models.PROTECT, null=True, blank=True, related_name="na_beroep", verbose_name="besluit na de uitspraak"
    )
    toelichting = models.TextField("toelichting", blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "soort"
    history = Geschiedenis()
    objects = BeroepQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-datum", "-id"]
        verbose_name_plural = "beroepen"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(
                condition=reduce(
                    or_, (Q(**{f"{naam}__isnull": naam != veld for naam in WAARTEGEN}) for veld in WAARTEGEN)
                ),
                name="beroep_over_een_ding",
            ),
            models.CheckConstraint(
                condition=Q(uitspraak_datum__isnull=True, uitkomst="")
                | Q(uitspraak_datum__isnull=False) & ~Q(uitkomst=""),
                name="beroep_uitkomst_met_datum",
            ),
            models.CheckConstraint(
                condition=Q(vernietigd__isnull=True, stond__isnull=True)
                | Q(vernietigd__isnull=False, stond__isnull=False, opdracht=Opdracht.OPNIEUW),
                name="beroep_vernietigd_met_opdracht",
            ),
            models.CheckConstraint(
                condition=Q(opdracht_tot__isnull=True) | Q(opdracht=Opdracht.OPNIEUW), name="beroep_dag_met_opdracht"
            ),
        ]

    class Privacy:
        personal = (
            "soort", "datum", "gerecht", "zaaknummer", "uitspraak_datum", "uitspraak_verzonden", "uitkomst", "opdracht",
            "opdracht_tot", "dwangsom_verbeurd", "dwangsom_per_dag", "dwangsom_hoogstens", "stond", "toelichting",
            "ingetrokken_reden",
        )  # fmt: skip
        other = (
            "id", "dossier", "bezwaar", "besluit", "termijn", "vernietigd", "klok", "nieuw_besluit", "door",
            "created_at", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {datumtekst(self.datum)}"

    def get_absolute_url(self) -> str:
        """Give the page where it is shown: of its bezwaar, else that of all of the dossier."""
        if self.bezwaar_id is not None:
            return reverse("bezwaar", args=[self.dossier.nummer, self.bezwaar_id])
        return reverse("dossier_bezwaren", args=[self.dossier.nummer])

    @property
    def uitspraak(self) -> str:
        """Name what the court said: de uitspraak van rechtbank Gelderland van 2 november 2026."""
        return f"de uitspraak van {self.gerecht} van {datumtekst(self.uitspraak_datum)}"

    @property
    def vernietigd_dictum(self) -> str:
        """Say how the besluit op bezwaar that fell away had decided."""
        return Dictum(self.stond["dictum"]).label if self.stond else ""

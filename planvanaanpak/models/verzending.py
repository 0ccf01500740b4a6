"""How and when a besluit was sent, what came back of it, and who wants post electronically."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from accounts.models import User
from cases.models import Document, Persoon, Taak
from cases.models.intrekbaar import Intrekbaar
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.querysets import BesluitDeelQuerySet, ToestemmingQuerySet
from planvanaanpak.verzendkeuzes import Gebeurtenis, Postsoort, Retourreden, Toestemmingbron, Verzendwijze


class Berichttoestemming(Intrekbaar):
    """That somebody said to want one kind of message electronically (Awb art. 2:8), until they take it back."""

    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="berichttoestemmingen")
    soort = models.CharField("welke berichten", max_length=20, choices=Postsoort.choices)
    gegeven_op = models.DateField("gegeven op")
    bron = models.CharField("hoe gegeven", max_length=20, choices=Toestemmingbron.choices)
    adres = models.EmailField("e-mailadres of account", max_length=254)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bewijs"
    )
    tot = models.DateField("geldt niet meer vanaf", null=True, blank=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    onderwerp_veld = "soort"
    history = Geschiedenis()
    objects = ToestemmingQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["soort", "-gegeven_op", "-id"]
        verbose_name = "toestemming voor elektronische post"
        verbose_name_plural = "toestemmingen voor elektronische post"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(
                condition=Q(tot__isnull=True, ingetrokken_op__isnull=True)
                | Q(tot__isnull=False, ingetrokken_op__isnull=False),
                name="berichttoestemming_tot_bij_intrekken",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=models.F("gegeven_op")),
                name="berichttoestemming_tot_na_gegeven",
            ),
            models.UniqueConstraint(
                fields=["persoon", "soort"], condition=Q(tot__isnull=True), name="berichttoestemming_een_per_soort"
            ),
        ]

    class Privacy:
        personal = ("soort", "gegeven_op", "bron", "adres", "tot", "ingetrokken_reden")
        other = (
            "id", "persoon", "document", "vastgelegd_op", "vastgelegd_door", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: elektronisch sinds {datumtekst(self.gegeven_op)}"

    def geldt_op(self, dag: date) -> bool:
        """Tell whether a message could be sent electronically on a day."""
        return self.gegeven_op <= dag and (self.tot is None or dag < self.tot)


class Retourpost(Intrekbaar):
    """A letter that came back, until it is sent again."""

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="retouren")
    datum = models.DateField("teruggekomen op")
    reden = models.CharField("waarom kwam de brief terug", max_length=20, choices=Retourreden.choices)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    taak = models.OneToOneField(
        Taak, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="taak om opnieuw te versturen"
    )
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = Geschiedenis()
    objects = BesluitDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-datum", "-id"]
        verbose_name = "teruggekomen brief"
        verbose_name_plural = "teruggekomen brieven"

    class Privacy:
        personal = ("datum", "reden", "toelichting", "ingetrokken_reden")
        other = (
            "id", "besluit", "taak", "vastgelegd_op", "vastgelegd_door", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Teruggekomen op {datumtekst(self.datum)}"


class Verzending(models.Model):
    """One line of the trail of a letter: sent, its day corrected, or sent again. Never changes (a trigger sees to it).

    `telt` says that the term for bezwaar or beroep begins on this day; `was` is the day that was known before it.
    """

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="verzendingen")
    gebeurtenis = models.CharField("wat er gebeurde", max_length=20, choices=Gebeurtenis.choices)
    datum = models.DateField("verzonden op")
    was = models.DateField("eerder vastgelegde dag", null=True, blank=True)
    telt = models.BooleanField("de termijn begint op deze dag", default=True)
    wijze = models.CharField("hoe verzonden", max_length=20, choices=Verzendwijze.choices)
    toestemming = models.ForeignKey(
        Berichttoestemming, models.PROTECT, null=True, blank=True, related_name="verzendingen"
    )
    retour = models.OneToOneField(
        Retourpost, models.PROTECT, null=True, blank=True, related_name="opnieuw", verbose_name="na teruggekomen brief"
    )
    reden = models.CharField("waarom", max_length=300, blank=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = BesluitDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "verzendingen"
        constraints = [
            models.UniqueConstraint(
                fields=["besluit"], condition=Q(gebeurtenis=Gebeurtenis.EERSTE), name="verzending_een_eerste"
            ),
            models.CheckConstraint(
                condition=Q(gebeurtenis=Gebeurtenis.EERSTE, was__isnull=True, telt=True)
                | ~Q(gebeurtenis=Gebeurtenis.EERSTE) & Q(was__isnull=False),
                name="verzending_was",
            ),
            models.CheckConstraint(
                condition=~Q(gebeurtenis=Gebeurtenis.CORRECTIE) | Q(telt=True) & ~Q(reden=""),
                name="verzending_correctie_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(gebeurtenis=Gebeurtenis.OPNIEUW, retour__isnull=False)
                | ~Q(gebeurtenis=Gebeurtenis.OPNIEUW) & Q(retour__isnull=True),
                name="verzending_opnieuw_na_retour",
            ),
            models.CheckConstraint(
                condition=Q(wijze=Verzendwijze.ELEKTRONISCH, toestemming__isnull=False)
                | ~Q(wijze=Verzendwijze.ELEKTRONISCH) & Q(toestemming__isnull=True),
                name="verzending_elektronisch_met_toestemming",
            ),
        ]

    class Privacy:
        personal = ("reden",)
        other = (
            "id", "besluit", "gebeurtenis", "datum", "was", "telt", "wijze", "toestemming", "retour", "vastgelegd_op",
            "vastgelegd_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_gebeurtenis_display()} op {datumtekst(self.datum)}"

    @property
    def was_al_weg(self) -> bool:
        """Tell whether the letter had left, or left again, before that was recorded: its sheet comes after it."""
        return self.gebeurtenis != Gebeurtenis.CORRECTIE and self.datum < localdate(self.vastgelegd_op)

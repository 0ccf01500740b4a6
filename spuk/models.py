import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accounts.models import Gemeente, User
from cases.models import Dossier
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.models import Voorziening
from spuk.componenten import NAMEN, Wijze
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR
from spuk.querysets import KostenregelQuerySet, SpukQuerySet

COMPONENTEN = [(component.value, f"{component.value.replace('_', '-')} {naam}") for component, naam in NAMEN.items()]
WIJZEN = [(Wijze.NORM.value, "Normbedragen"), (Wijze.WERKELIJK.value, "Werkelijke kosten")]


class SpukKeuze(models.Model):
    """How a gemeente accounts: normbedragen or actual costs, and its one switch (SPR art. 6 lid 2, 3 and 7)."""

    gemeente = models.OneToOneField(Gemeente, models.PROTECT, related_name="spuk_keuze")
    abdf = models.CharField("A, B, D en F", max_length=10, choices=WIJZEN)
    e = models.CharField("E", max_length=10, choices=WIJZEN)
    switch_abdf = models.PositiveSmallIntegerField("overstap A, B, D en F met ingang van", null=True, blank=True)
    switch_e = models.PositiveSmallIntegerField("overstap E met ingang van", null=True, blank=True)
    bron = models.CharField("bron", max_length=200, help_text="De verantwoording of het besluit waarin dit staat.")

    history = Geschiedenis()
    objects = SpukQuerySet.as_manager()

    class Meta:
        verbose_name = "keuze voor de verantwoording"
        verbose_name_plural = "keuzes voor de verantwoording"
        constraints = [models.CheckConstraint(condition=~Q(bron=""), name="spukkeuze_met_bron")]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "abdf", "e", "switch_abdf", "switch_e", "bron")

    def __str__(self) -> str:
        return f"SPUK-keuze van {self.gemeente}"


def noem_normbedrag(component: object, vanaf: int | None, jaar: object) -> str:
    """Name an amount as the page does; of E with the step that it is of."""
    return f"{component}{'' if vanaf is None else f' vanaf {vanaf}'} {jaar}"


class Normbedrag(models.Model):
    """A normbedrag that a gemeente confirmed or corrected for its own declaration, over the shipped national one.

    SPR art. 6 lid 4, 5 and 7. Another gemeente never counts with it. Of E it is the amount of the step that begins at
    `vanaf` gedupeerden.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="normbedragen")
    jaar = models.PositiveSmallIntegerField("verantwoordingsjaar")
    component = models.CharField("onderdeel", max_length=10, choices=COMPONENTEN)
    vanaf = models.PositiveSmallIntegerField("vanaf aantal gedupeerden", null=True, blank=True)
    bedrag = models.DecimalField("bedrag", max_digits=10, decimal_places=2)
    bron = models.CharField("bron", max_length=200)

    history = Geschiedenis()
    objects = SpukQuerySet.as_manager()

    class Meta:
        ordering = ["jaar", "component"]
        verbose_name_plural = "normbedragen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "jaar", "component", "vanaf"], nulls_distinct=False, name="normbedrag_uniek"
            ),
            models.CheckConstraint(
                condition=Q(jaar__gte=EERSTE_JAAR, jaar__lte=LAATSTE_JAAR), name="normbedrag_in_looptijd"
            ),
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="normbedrag_positief"),
            models.CheckConstraint(
                condition=Q(component__in=["A", "B", "D", "F"], vanaf__isnull=True)
                | Q(component="E", vanaf__isnull=False),
                name="normbedrag_van_trede",
            ),
            models.CheckConstraint(condition=~Q(bron=""), name="normbedrag_met_bron"),
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "jaar", "component", "vanaf", "bedrag", "bron")

    def __str__(self) -> str:
        return noem_normbedrag(self.component, self.vanaf, self.jaar)


class Telling(models.Model):
    """How many (potentieel) gedupeerden UHT knew for a year: the step of component E hangs on it (SPR art. 6 lid 7)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="spuk_tellingen")
    jaar = models.PositiveSmallIntegerField("verantwoordingsjaar")
    aantal = models.PositiveIntegerField("aantal (potentieel) gedupeerden")
    peildatum = models.DateField("peildatum")
    bron = models.CharField("bron", max_length=200, help_text="De lijst van UHT of VNG waarin dit staat.")

    history = Geschiedenis()
    objects = SpukQuerySet.as_manager()

    class Meta:
        ordering = ["jaar", "peildatum"]
        verbose_name_plural = "tellingen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "jaar", "peildatum"], name="telling_uniek"),
            models.CheckConstraint(condition=~Q(bron=""), name="telling_met_bron"),
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "jaar", "aantal", "peildatum", "bron")

    def __str__(self) -> str:
        return f"{self.aantal} per {datumtekst(self.peildatum)}"


def bewaarplaats(kostenregel: "Kostenregel", naam: str) -> str:
    """Give a path that says nothing of the invoice."""
    return f"facturen/{kostenregel.gemeente_id}/{uuid.uuid4().hex}"


class Kostenregel(models.Model):
    """A cost with its invoice. Net of btw counts in SiSa B2; component C always hangs on a voorziening."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="kostenregels")
    component = models.CharField("onderdeel", max_length=10, choices=COMPONENTEN)
    datum = models.DateField("factuurdatum")
    omschrijving = models.CharField("omschrijving", max_length=160)
    leverancier = models.CharField("leverancier", max_length=120)
    factuurnummer = models.CharField("factuurnummer", max_length=40)
    netto = models.DecimalField("bedrag zonder btw", max_digits=12, decimal_places=2)
    btw = models.DecimalField("btw", max_digits=12, decimal_places=2)
    bruto = models.DecimalField("bedrag met btw", max_digits=12, decimal_places=2)
    voorziening = models.ForeignKey(Voorziening, models.PROTECT, null=True, blank=True, related_name="kostenregels")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="kostenregels")
    factuur = models.FileField("factuur", upload_to=bewaarplaats, blank=True)
    factuur_type = models.CharField(max_length=100, blank=True)
    factuur_extensie = models.CharField(max_length=5, blank=True)
    factuur_sha256 = models.CharField(max_length=64, blank=True)
    geboekt_op = models.DateTimeField()
    geboekt_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = Geschiedenis()
    objects = KostenregelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(bruto=F("netto") + F("btw")), name="kostenregel_telt_op"),
            models.CheckConstraint(condition=Q(netto__gte=0, btw__gte=0), name="kostenregel_niet_negatief"),
            models.CheckConstraint(
                condition=~Q(component="C") | Q(voorziening__isnull=False, dossier__isnull=False),
                name="kostenregel_c_op_voorziening",
            ),
            models.CheckConstraint(
                condition=Q(factuur="", factuur_sha256="")
                | (~Q(factuur="") & Q(factuur_sha256__regex=r"^[0-9a-f]{64}$")),
                name="kostenregel_factuur_met_sha256",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "leverancier", "factuurnummer", "omschrijving"], name="kostenregel_niet_dubbel"
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "component", "datum"], name="kostenregel_telling"),
            models.Index(fields=["dossier"], name="kostenregel_van_dossier"),
        ]

    class Privacy:
        personal = ("omschrijving", "dossier", "voorziening")
        other = (
            "id", "gemeente", "component", "datum", "leverancier", "factuurnummer", "netto", "btw", "bruto", "factuur",
            "factuur_type", "factuur_extensie", "factuur_sha256", "geboekt_op", "geboekt_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.component} {self.omschrijving}"

    def get_absolute_url(self) -> str:
        return reverse("kostenregel", args=[self.pk])

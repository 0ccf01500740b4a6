from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accounts.models import Gemeente, User
from cases.models import Dossier
from config.weergave import datum as datumtekst
from portal_import.querysets import ImportRegelQuerySet, ImportRunQuerySet, PortaalbestandQuerySet
from portal_import.soorten import Bestandsoort, Soort
from portal_import.vergelijken import Gevolg

# A preview that nobody confirms is set aside after this many days.
BEWAARDAGEN = 7


class ImportRun(models.Model):
    """One file from the gegevensportaal: what it would do, who confirmed it, and what it did.

    The file itself is kept only while it waits for confirmation: it holds the BSN's of everybody on the list.
    """

    class Stand(models.TextChoices):
        VOORBEELD = "voorbeeld", "Voorbeeld"
        INGELEZEN = "ingelezen", "Ingelezen"
        NIETS_NIEUWS = "niets_nieuws", "Niets nieuws"
        GEWEIGERD = "geweigerd", "Geweigerd"
        WEGGELEGD = "weggelegd", "Weggelegd"

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="imports")
    soort = models.CharField("soort", max_length=20, choices=Soort.choices)
    stand = models.CharField("stand", max_length=20, choices=Stand.choices)
    bestandsnaam = models.CharField("bestand", max_length=200)
    sha256 = models.CharField(max_length=64)
    inhoud = models.BinaryField(null=True)
    reden = models.TextField("waarom geweigerd", blank=True)
    rijen = models.PositiveIntegerField(default=0)
    nieuw = models.PositiveIntegerField(default=0)
    gewijzigd = models.PositiveIntegerField(default=0)
    ongewijzigd = models.PositiveIntegerField(default=0)
    fouten = models.JSONField(default=list)
    waarschuwingen = models.JSONField(default=list)
    veranderingen = models.JSONField(default=list)
    geupload_op = models.DateTimeField()
    geupload_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)
    afgerond_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        ordering = ["-geupload_op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stand="voorbeeld", inhoud__isnull=False) | (~Q(stand="voorbeeld") & Q(inhoud__isnull=True)),
                name="importrun_bestand_alleen_in_voorbeeld",
            ),
            models.CheckConstraint(
                condition=Q(stand="voorbeeld", afgerond_op__isnull=True, afgerond_door__isnull=True)
                | (~Q(stand="voorbeeld") & Q(afgerond_op__isnull=False)),
                name="importrun_afgerond_met_moment",
            ),
            models.CheckConstraint(
                condition=Q(rijen__gte=F("nieuw") + F("gewijzigd") + F("ongewijzigd")), name="importrun_telt_op"
            ),
            models.CheckConstraint(
                condition=Q(stand="geweigerd") & ~Q(reden="") | ~Q(stand="geweigerd") & Q(reden=""),
                name="importrun_geweigerd_met_reden",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "-geupload_op"], name="importrun_van_gemeente")]

    class Privacy:
        personal = ("inhoud", "fouten", "waarschuwingen", "veranderingen")
        other = (
            "id", "gemeente", "soort", "stand", "bestandsnaam", "sha256", "reden", "rijen", "nieuw", "gewijzigd",
            "ongewijzigd", "geupload_op", "geupload_door", "afgerond_op", "afgerond_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.bestandsnaam}"

    def get_absolute_url(self) -> str:
        return reverse("import_run", args=[self.pk])

    @property
    def met_fout(self) -> int:
        """Give how many rows are not read because of a fault."""
        return self.rijen - self.nieuw - self.gewijzigd - self.ongewijzigd

    @property
    def heeft_iets_te_doen(self) -> bool:
        return bool(self.nieuw or self.gewijzigd)

    @property
    def wacht(self) -> bool:
        """Say whether somebody must still confirm it."""
        return self.stand == self.Stand.VOORBEELD


class ImportRegel(models.Model):
    """Which row of which file told of a dossier, so that every fact leads back to its list."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="regels")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="importregels")
    rijnummer = models.PositiveIntegerField()
    gevolg = models.CharField(max_length=20, choices=[(gevolg.value, gevolg.value) for gevolg in Gevolg])
    datum_levering = models.DateField()

    objects = ImportRegelQuerySet.as_manager()

    class Meta:
        ordering = ["run_id", "rijnummer"]
        constraints = [models.UniqueConstraint(fields=["run", "rijnummer"], name="importregel_uniek")]
        indexes = [models.Index(fields=["dossier", "-datum_levering"], name="importregel_van_dossier")]

    class Privacy:
        personal = ()
        other = ("id", "run", "dossier", "rijnummer", "gevolg", "datum_levering")

    def __str__(self) -> str:
        return f"rij {self.rijnummer} van {self.run}"


class Portaalbestand(models.Model):
    """That a file stands ready in the gegevensportaal, where it is there for at most 30 days (VNG 2025 §2.3).

    What is in it is not kept. That it was fetched is an Afronding, as for each clock of a gemeente.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="portaalbestanden", db_index=False)
    soort = models.CharField("wat voor bestand", max_length=20, choices=Bestandsoort.choices)
    geplaatst_op = models.DateField("in het portaal sinds")
    gemeld_op = models.DateTimeField()
    gemeld_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = PortaalbestandQuerySet.as_manager()

    class Meta:
        ordering = ["geplaatst_op", "id"]
        verbose_name_plural = "portaalbestanden"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "soort", "geplaatst_op"], name="portaalbestand_een_per_dag"),
            models.CheckConstraint(condition=Q(soort__in=Bestandsoort.values), name="portaalbestand_soort_bekend"),
        ]
        indexes = [models.Index(fields=["gemeente", "geplaatst_op"], name="portaalbestand_van_gemeente")]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "soort", "geplaatst_op", "gemeld_op", "gemeld_door")

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {datumtekst(self.geplaatst_op)}"

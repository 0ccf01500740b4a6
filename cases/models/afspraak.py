from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from cases.keuzes import AfspraakSoort, AfspraakStatus, Kanaal, TaakSoort
from cases.models.contact import Contact
from cases.models.document import Document
from cases.models.dossier import Dossier
from cases.models.gesprek import Gesprek
from cases.models.intrekbaar import Intrekbaar
from cases.models.termijn import Termijn
from cases.querysets import DossierDeelQuerySet, NotitieQuerySet, TermijnberichtQuerySet
from cases.taakquerysets import TaakQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from config.weergave import uren_minuten


class Afspraak(models.Model):
    """A gesprek that is planned: when, where and with whom; held, it leads to the gesprek that was recorded."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="afspraken")
    soort = models.CharField("soort", max_length=20, choices=AfspraakSoort.choices)
    datum = models.DateField("datum")
    tijd = models.TimeField("tijd", null=True, blank=True)
    kanaal = models.CharField("hoe", max_length=20, choices=Kanaal.choices)
    plaats = models.CharField("plaats", max_length=120, blank=True)
    met = models.CharField("wie komen er", max_length=300, blank=True)
    toelichting = models.TextField("wat u voorbereidt", blank=True)
    herinneren_op = models.DateField("herinneren op", null=True, blank=True)
    status = models.CharField("status", max_length=20, choices=AfspraakStatus.choices, default=AfspraakStatus.GEPLAND)
    gesprek = models.OneToOneField(Gesprek, models.PROTECT, null=True, blank=True, related_name="afspraak")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "datum"
    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["datum", "tijd", "id"]
        verbose_name_plural = "afspraken"
        constraints = [
            models.CheckConstraint(condition=Q(herinneren_op__lte=models.F("datum")), name="afspraak_herinneren_ervoor")
        ]

    class Privacy:
        personal = ("datum", "tijd", "kanaal", "plaats", "met", "toelichting", "herinneren_op")
        other = ("id", "dossier", "soort", "status", "gesprek", "door", "created_at")

    def __str__(self) -> str:
        tijd = f" om {uren_minuten(self.tijd)} uur" if self.tijd else ""
        return f"{self.get_soort_display()} op {datumtekst(self.datum)}{tijd}"


class Taak(models.Model):
    """Something that somebody has to do on a day: own, or following from a contact or an afspraak. No legal clock."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="taken", null=True, blank=True)
    voor = models.ForeignKey(User, models.PROTECT, related_name="taken", verbose_name="voor wie")
    soort = models.CharField("soort", max_length=20, choices=TaakSoort.choices, default=TaakSoort.EIGEN)
    wat = models.CharField("wat er moet gebeuren", max_length=200)
    datum = models.DateField("op welke dag")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="taken")
    afspraak = models.ForeignKey(Afspraak, models.PROTECT, null=True, blank=True, related_name="taken")
    gedaan_op = models.DateTimeField(null=True, blank=True)
    gedaan_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    is_vervallen = models.BooleanField("vervallen", default=False)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "wat"
    history = Geschiedenis()
    objects = TaakQuerySet.as_manager()

    class Meta:
        ordering = ["datum", "id"]
        verbose_name_plural = "taken"
        constraints = [
            models.CheckConstraint(condition=~Q(wat=""), name="taak_zegt_wat"),
            models.CheckConstraint(
                condition=Q(gedaan_op__isnull=True, gedaan_door__isnull=True)
                | Q(gedaan_op__isnull=False, gedaan_door__isnull=False),
                name="taak_gedaan_op_en_door",
            ),
        ]
        indexes = [
            models.Index(
                fields=["voor", "datum", "id"],
                condition=Q(gedaan_op__isnull=True, is_vervallen=False),
                name="taak_open_van",
            )
        ]

    class Privacy:
        personal = ("wat", "datum")
        other = (
            "id", "gemeente", "dossier", "voor", "soort", "contact", "afspraak", "gedaan_op", "gedaan_door",
            "is_vervallen", "door", "created_at",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.wat


class Notitie(Intrekbaar):
    """A note in a dossier; a restricted one is for the casusregisseur and the coördinator only."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="notities")
    tekst = models.TextField("notitie")
    is_beperkt = models.BooleanField("alleen voor casusregisseur en coördinator", default=False)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = NotitieQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "notities"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=~Q(tekst=""), name="notitie_met_tekst"),
        ]

    class Privacy:
        personal = ("tekst", "ingetrokken_reden")
        other = ("id", "dossier", "is_beperkt", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return "Beperkte notitie" if self.is_beperkt else "Notitie"


class Termijnbericht(models.Model):
    """The letter that tells when something will be, as it won't be within its termijn.

    For the eerste gesprek it changes no date (VNG 2025, noot 8). For the plan van aanpak the day it names becomes the
    uiterste datum when the letter goes out within the termijn (Awb art. 4:14 lid 3); `verzet` says that it did. It
    counts as long as its document was not withdrawn.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="termijnberichten")
    termijn = models.ForeignKey(Termijn, models.PROTECT, related_name="berichten")
    datum = models.DateField("datum van de brief")
    verwacht_op = models.DateField("het is uiterlijk op")
    verzet = models.BooleanField("wordt de uiterste datum", default=False)
    reden = models.CharField("waarom het later wordt", max_length=300)
    document = models.OneToOneField(Document, models.PROTECT, related_name="termijnbericht")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TermijnberichtQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "termijnberichten"
        constraints = [
            models.CheckConstraint(condition=~Q(reden=""), name="termijnbericht_met_reden"),
            models.CheckConstraint(
                condition=Q(verwacht_op__gte=models.F("datum")), name="termijnbericht_verwacht_later"
            ),
        ]

    class Privacy:
        personal = ("datum", "verwacht_op", "reden")
        other = ("id", "dossier", "termijn", "verzet", "document", "door", "created_at")

    def __str__(self) -> str:
        return f"Bericht van {datumtekst(self.datum)}: uiterlijk {datumtekst(self.verwacht_op)}"

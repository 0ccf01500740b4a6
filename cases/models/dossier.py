from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.models import Gemeente, User
from cases.controlequerysets import ControlepuntQuerySet
from cases.keuzes import Aanmeldroute, BedreigendeSituatie, Doelgroep, Leefgebied, Rang, UhtStatus
from cases.models.beleid import Beleid
from cases.models.intrekbaar import Intrekbaar
from cases.models.persoon import Gezin, Persoon
from cases.querysets import DossierDeelQuerySet, DossierQuerySet
from cases.status import OPEN, Status
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Dossier(models.Model):
    """The support of one rechthebbende, from aanmelding to the end of nazorg."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="dossiers", db_index=False)
    nummer = models.CharField("dossiernummer", max_length=20, unique=True)
    persoon = models.OneToOneField(Persoon, models.PROTECT, related_name="dossier")
    gezin = models.ForeignKey(Gezin, models.PROTECT, related_name="dossiers")
    doelgroep = models.CharField("doelgroep", max_length=20, choices=Doelgroep.choices)
    status = models.CharField("status", max_length=20, choices=Status.choices)
    uht_status = models.CharField("status bij UHT", max_length=24, choices=UhtStatus.choices)
    aanmeldroute = models.CharField("aanmeldroute", max_length=20, choices=Aanmeldroute.choices)
    datum_aanmelding = models.DateField("datum aanmelding")
    datum_eerste_contact = models.DateField("datum eerste contact", null=True, blank=True)
    datum_eerste_gesprek = models.DateField("datum eerste gesprek", null=True, blank=True)
    # The dagtekening of the beschikking (Wht art. 2.10 to 2.11b): the year to ask for sanering runs from it.
    datum_tegemoetkoming = models.DateField("datum beschikking tegemoetkoming", null=True, blank=True)
    beleid = models.ForeignKey(Beleid, models.PROTECT, related_name="+", verbose_name="beleid van de start")
    casusregisseur = models.ForeignKey(
        User, models.PROTECT, related_name="dossiers", null=True, blank=True, verbose_name="casusregisseur"
    )
    rang = models.PositiveSmallIntegerField("rang", choices=Rang.choices, default=Rang.GEWOON)
    acuut = models.CharField("bedreigende situatie", max_length=20, choices=BedreigendeSituatie.choices, blank=True)
    acuut_toelichting = models.CharField("toelichting op de situatie", max_length=300, blank=True)
    acuut_op = models.DateTimeField(null=True, blank=True)
    acuut_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    voorrang_reden = models.CharField("reden van voorrang", max_length=300, blank=True)
    voorrang_op = models.DateTimeField(null=True, blank=True)
    voorrang_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # PostgreSQL keeps these two by triggers, for the lists (decision 1371): where there is a hulpvraag that counts, and
    # whether another dossier that counts is of the same gezin.
    leefgebieden = ArrayField(
        models.CharField(max_length=20, choices=Leefgebied.choices),
        default=list,
        editable=False,
        verbose_name="leefgebieden",
    )
    deelt_gezin = models.BooleanField("deelt het gezin", default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    history = Geschiedenis(excluded_fields=["leefgebieden", "deelt_gezin", "created_at", "updated_at"])
    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-datum_aanmelding", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="dossier_status_bekend"),
            models.CheckConstraint(condition=Q(doelgroep__in=Doelgroep.values), name="dossier_doelgroep_bekend"),
            models.CheckConstraint(condition=Q(uht_status__in=UhtStatus.values), name="dossier_uht_status_bekend"),
            models.CheckConstraint(
                condition=Q(acuut="", acuut_op__isnull=True, acuut_door__isnull=True)
                | ~Q(acuut="") & Q(acuut_op__isnull=False, acuut_door__isnull=False),
                name="dossier_acuut_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(voorrang_reden="", voorrang_op__isnull=True, voorrang_door__isnull=True)
                | ~Q(voorrang_reden="") & Q(voorrang_op__isnull=False, voorrang_door__isnull=False),
                name="dossier_voorrang_op_en_door",
            ),
            models.CheckConstraint(
                condition=~Q(acuut="") & Q(rang=Rang.ACUUT)
                | Q(acuut="") & ~Q(voorrang_reden="") & Q(rang=Rang.VOORRANG)
                | Q(acuut="", voorrang_reden="", rang=Rang.GEWOON),
                name="dossier_rang_volgt",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "-datum_aanmelding", "-id"], name="dossier_lijst"),
            models.Index(
                fields=["gemeente", "status", "-datum_aanmelding", "-id"],
                include=["casusregisseur"],
                name="dossier_lijst_status",
            ),
            models.Index(
                fields=["gemeente", "-rang", "-datum_aanmelding", "-id"],
                condition=Q(rang__gt=Rang.GEWOON, status__in=[str(s) for s in sorted(OPEN)]),
                name="dossier_gaat_voor",
            ),
            models.Index(
                fields=["gemeente", "acuut_op", "id"],
                condition=Q(rang=Rang.ACUUT, status__in=[str(s) for s in sorted(OPEN)]),
                name="dossier_acuut",
            ),
            models.Index(fields=["casusregisseur", "status"], name="dossier_van_casusregisseur"),
            models.Index(fields=["gemeente", "doelgroep", "-datum_aanmelding", "-id"], name="dossier_lijst_doelgroep"),
            models.Index(
                fields=["gemeente", "-datum_aanmelding", "-id"],
                include=["leefgebieden", "status", "rang"],
                condition=~Q(leefgebieden=[]),
                name="dossier_lijst_leefgebied",
            ),
            models.Index(
                fields=["gemeente", "-datum_aanmelding", "-id"],
                condition=Q(deelt_gezin=True),
                name="dossier_lijst_gezin",
            ),
            models.Index(
                fields=["gemeente", "datum_aanmelding", "id"],
                condition=Q(casusregisseur__isnull=True, status__in=[str(s) for s in sorted(OPEN)]),
                name="dossier_niet_toegewezen",
            ),
        ]

    class Privacy:
        personal = (
            "persoon",
            "doelgroep",
            "uht_status",
            "datum_aanmelding",
            "datum_eerste_contact",
            "datum_eerste_gesprek",
            "datum_tegemoetkoming",
            "acuut",
            "acuut_toelichting",
            "voorrang_reden",
            "leefgebieden",
        )
        other = (
            "id", "gemeente", "nummer", "gezin", "status", "aanmeldroute", "beleid", "casusregisseur", "rang",
            "acuut_op", "acuut_door", "voorrang_op", "voorrang_door", "deelt_gezin", "created_at", "updated_at",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.nummer

    def get_absolute_url(self) -> str:
        return reverse("dossier", args=[self.nummer])

    @property
    def is_open(self) -> bool:
        return Status(self.status) in OPEN

    @cached_property
    def gaat_verder_in(self) -> "Dossier | None":
        """Give the dossier to which everything of this one went, when the two were one person."""
        if self.status != Status.INGETROKKEN:
            return None
        return Dossier.objects.filter(samengevoegde__dossier=self).first()

    def kan_hebben(self, naam: str) -> bool:
        """Tell whether asking for rows that few dossiers have makes sense: `voor_pagina` saw whether there are any."""
        return bool(getattr(self, f"heeft_{naam}", True))


class UhtStatusWijziging(Intrekbaar):
    """What UHT said of a person: the status, the day of the fact and the day the gemeente was told.

    The status of the dossier is the one with the latest day of the fact (cases.uhtstand); that day is empty when who
    recorded it did not know. `door` is empty when nobody was known to have recorded it.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="uht_wijzigingen")
    status = models.CharField("status", max_length=24, choices=UhtStatus.choices)
    datum_feit = models.DateField("datum van de status", null=True, blank=True)
    datum_gemeld = models.DateField("datum waarop de gemeente het hoorde")
    bron = models.CharField("bron", max_length=120)
    door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum_gemeld", "-id"]
        verbose_name_plural = "wijzigingen van de UHT-status"
        constraints = [*Intrekbaar.Meta.constraints]

    class Privacy:
        personal = ("status", "datum_feit", "datum_gemeld", "ingetrokken_reden")
        other = ("id", "dossier", "bron", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"{self.get_status_display()} {self.sinds}"

    @property
    def sinds(self) -> str:
        """Say since when it is so, after the status."""
        return f"per {datumtekst(self.datum_feit)}" if self.datum_feit else "(datum niet bekend)"

    @property
    def dag(self) -> date:
        """Give the day to put it under: that of the fact, else the day the gemeente was told."""
        return self.datum_feit or self.datum_gemeld


class Controlepunt(models.Model):
    """Something about a dossier that a person must look at, and that goes away when somebody has."""

    class Soort(models.TextChoices):
        WOONPLAATS = "woonplaats", "Woonplaats"
        PORTAAL = "portaal", "Gegevens uit het portaal"
        DUBBEL = "dubbel", "Misschien dubbel"
        NIET_ERKEND = "niet erkend", "Misschien niet erkend"
        EERSTE_GESPREK = "eerste gesprek", "Twee eerste gesprekken"
        HULP = "wil hulp", "Wil de inwoner hulp"
        UHT = "uht", "Status bij UHT"

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+", db_index=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="controlepunten")
    soort = models.CharField("soort", max_length=20, choices=Soort.choices)
    # A line for each thing to look at.
    tekst = models.TextField("wat u controleert")
    created_at = models.DateTimeField(auto_now_add=True)
    afgehandeld_op = models.DateTimeField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    toelichting = models.CharField("wat u vond", max_length=300, blank=True)

    objects = ControlepuntQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        verbose_name_plural = "controlepunten"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "soort"],
                condition=Q(afgehandeld_op__isnull=True),
                name="controlepunt_een_open_per_soort",
            ),
            models.CheckConstraint(
                condition=Q(afgehandeld_op__isnull=True, afgehandeld_door__isnull=True)
                | Q(afgehandeld_op__isnull=False, afgehandeld_door__isnull=False),
                name="controlepunt_afgehandeld_op_en_door",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "created_at"],
                condition=Q(soort="uht", afgehandeld_op__isnull=True),
                name="controlepunt_statusvraag",
            ),
        ]

    class Privacy:
        personal = ("tekst", "toelichting")
        other = ("id", "gemeente", "dossier", "soort", "created_at", "afgehandeld_op", "afgehandeld_door")

    def __str__(self) -> str:
        return self.tekst

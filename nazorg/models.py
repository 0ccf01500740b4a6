from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.keuzes import Kanaal
from cases.models import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.querysets import DossierDeelQuerySet
from cases.status import Status
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from nazorg.querysets import BeeindigingQuerySet, TrajectDeelQuerySet
from planvanaanpak.models import Beroep, Besluit


class Beeindiging(models.Model):
    """Why and by which besluit the support of a dossier ended (VNG handreiking 2025 §4.4).

    A dossier has two when UHT says niet erkend during the nazorg. `nazorg_gewenst` is what the rechthebbende said,
    and empty when the grond brings no nazorg. `stond_op` is the status before it, `liepen` the state of the
    clocks that ran, by key. `herroepen_met` is the besluit that took the end back, `herroepen_na` the beroep in which a
    court did.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beeindigingen")
    grond = models.CharField("grond", max_length=30)
    grond_tekst = models.CharField("grond in woorden", max_length=120)
    datum = models.DateField("datum van het einde")
    toelichting = models.TextField("toelichting")
    nazorg_gewenst = models.BooleanField("nazorg gewenst", null=True)
    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="beeindiging")
    stond_op = models.CharField(
        "status vóór het einde", max_length=20, choices=Status.choices, default=Status.UITVOERING
    )
    liepen = models.JSONField("termijnen die liepen", null=True, blank=True)
    herroepen_met = models.OneToOneField(
        Besluit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="herroepen met"
    )
    herroepen_na = models.OneToOneField(
        Beroep, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="herroepen na"
    )

    objects = BeeindigingQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name = "beëindiging"
        verbose_name_plural = "beëindigingen"

    class Privacy:
        personal = ("grond", "grond_tekst", "datum", "toelichting", "nazorg_gewenst")
        other = ("id", "dossier", "besluit", "stond_op", "liepen", "herroepen_met", "herroepen_na")

    def __str__(self) -> str:
        return self.grond_tekst

    @property
    def is_herroepen(self) -> bool:
        return bool(self.herroepen_met_id or self.herroepen_na_id)


class Acclimatisatie(models.Model):
    """The 30 days in which support is wound down after UHT's niet-erkend message (Wht art. 2.21 lid 6).

    `stond_op` is the status before it, `liepen` the state of the clocks that ran, by key. `hervat_op` is when the
    support was taken up again, as UHT did not mean it or came back on it.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="acclimatisatie")
    datum_gemeld = models.DateField("dag waarop de gemeente het hoorde")
    stond_op = models.CharField("status ervoor", max_length=20, choices=Status.choices, default=Status.UITVOERING)
    liepen = models.JSONField("termijnen die liepen", null=True, blank=True)
    hervat_op = models.DateTimeField("ondersteuning hervat op", null=True, blank=True)
    hervat_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "acclimatisaties"
        constraints = [
            models.CheckConstraint(
                condition=Q(hervat_op__isnull=True, hervat_door__isnull=True)
                | Q(hervat_op__isnull=False, hervat_door__isnull=False),
                name="acclimatisatie_hervat_op_en_door",
            )
        ]

    class Privacy:
        personal = ("datum_gemeld",)
        other = ("id", "dossier", "stond_op", "liepen", "hervat_op", "hervat_door", "created_at")

    def __str__(self) -> str:
        return f"Acclimatisatie vanaf {datumtekst(self.datum_gemeld)}"


class Eindgrond(Intrekbaar):
    """A ground of the beleid to end the support, from the day it arose (Tiel 2025 art. 9 lid 2 b to e).

    With the invitation for the eindgesprek and what was said there (lid 1). `beeindiging` is empty until the support
    ended.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="eindgronden")
    grond = models.CharField("grond", max_length=30)
    grond_tekst = models.CharField("grond in woorden", max_length=120)
    datum = models.DateField("dag waarop de grond ontstond")
    bron = models.CharField("van wie of waaruit", max_length=120)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    uitgenodigd_op = models.DateField("uitgenodigd op", null=True, blank=True)
    uitgenodigd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    eindgesprek_op = models.DateField("eindgesprek gehouden op", null=True, blank=True)
    eindgesprek_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    verslag = models.TextField("verslag", blank=True)
    beeindiging = models.OneToOneField(
        Beeindiging, models.PROTECT, null=True, blank=True, related_name="eindgrond", verbose_name="beëindiging"
    )

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-datum", "-id"]
        verbose_name_plural = "eindgronden"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=~Q(grond="") & ~Q(bron=""), name="eindgrond_met_bron"),
            models.CheckConstraint(
                condition=Q(uitgenodigd_op__isnull=True, uitgenodigd_door__isnull=True)
                | Q(uitgenodigd_op__isnull=False, uitgenodigd_door__isnull=False),
                name="eindgrond_uitgenodigd_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(eindgesprek_op__isnull=True, eindgesprek_door__isnull=True)
                | Q(eindgesprek_op__isnull=False, eindgesprek_door__isnull=False) & ~Q(verslag=""),
                name="eindgrond_eindgesprek_op_en_door",
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(ingetrokken_op__isnull=True, beeindiging__isnull=True),
                name="eindgrond_een_open",
            ),
        ]

    class Privacy:
        personal = (
            "grond", "grond_tekst", "datum", "bron", "toelichting", "uitgenodigd_op", "eindgesprek_op", "verslag",
            "ingetrokken_reden",
        )  # fmt: skip
        other = (
            "id", "dossier", "door", "created_at", "uitgenodigd_door", "eindgesprek_door", "beeindiging",
            "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.grond_tekst} sinds {datumtekst(self.datum)}"


class Overdracht(models.TextChoices):
    """Whether the inwoner was handed over to the regular help when the nazorg stopped (Tiel 2025 art. 9 lid 3)."""

    GEDAAN = "gedaan", "Gedaan"
    NIET_NODIG = "niet nodig", "Niet nodig"
    NIET_GEWILD = "niet gewild", "De inwoner wil dit niet"


class Nazorgtraject(models.Model):
    """The nazorg after the support: about two years, with a contact every half year (VNG handreiking nazorg §1.1)."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="nazorg")
    start = models.DateField("begin van de nazorg")
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    afsluitreden = models.TextField("waarom de nazorg stopt", blank=True)
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    overdracht = models.CharField("warme overdracht", max_length=20, choices=Overdracht.choices, blank=True)
    overdracht_aan = models.CharField("overgedragen aan", max_length=120, blank=True)
    overdracht_toelichting = models.CharField("toelichting op de overdracht", max_length=300, blank=True)

    history = Geschiedenis()
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
            models.CheckConstraint(
                condition=Q(gestopt_op__isnull=True, overdracht="")
                | Q(gestopt_op__isnull=False, afgesloten_op__isnull=False) & ~Q(overdracht=""),
                name="nazorgtraject_gestopt_met_overdracht",
            ),
        ]

    class Privacy:
        personal = (
            "start", "afsluitreden", "gestopt_op", "overdracht", "overdracht_aan", "overdracht_toelichting",
        )  # fmt: skip
        other = ("id", "dossier", "afgesloten_op", "afgesloten_door")

    def __str__(self) -> str:
        return f"Nazorg vanaf {datumtekst(self.start)}"


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

    onderwerp_veld = "volgnummer"
    history = Geschiedenis()
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

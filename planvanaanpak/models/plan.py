from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from cases.keuzes import DOELSTELLING, Leefgebied
from cases.models import Betrokkene, Document, Dossier, Gezinslid
from cases.querysets import DossierDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.akkoordkeuzes import AkkoordOmvang, AkkoordVan
from planvanaanpak.keuzes import NIET_AF, AkkoordKanaal, DoelStatus, Plansoort, Voldoet
from planvanaanpak.querysets import PlanDeelQuerySet


class PlanVanAanpak(models.Model):
    """The plan of one dossier; with the toekenning it is set down as a beschikking (VNG handreiking 2025 §4.3)."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="plan")
    versie = models.PositiveSmallIntegerField("versie", default=1)
    soort = models.CharField("soort plan", max_length=20, choices=Plansoort.choices, default=Plansoort.VOLLEDIG)
    situatie = models.TextField("situatie bij aanmelding", blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name = "plan van aanpak"
        verbose_name_plural = "plannen van aanpak"
        constraints = [
            models.CheckConstraint(
                condition=Q(vastgesteld_op__isnull=True, vastgesteld_door__isnull=True)
                | Q(vastgesteld_op__isnull=False, vastgesteld_door__isnull=False),
                name="plan_vastgesteld_op_en_door",
            )
        ]

    class Privacy:
        personal = ("situatie",)
        other = (
            "id",
            "dossier",
            "versie",
            "soort",
            "vastgesteld_op",
            "vastgesteld_door",
            "created_at",
        )

    def __str__(self) -> str:
        return f"Plan van aanpak {self.dossier.nummer}, versie {self.versie}"

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.dossier.nummer])


class Planleefgebied(models.Model):
    """What a plan says of one leefgebied: the situatie, the test against the doelstelling, and the hulpvraag."""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="leefgebieden")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    situatie = models.TextField("hoe is het nu?", blank=True)
    voldoet = models.CharField(
        "voldoet aan de doelstelling",
        max_length=10,
        choices=Voldoet.choices,
        blank=True,
    )
    hulpvraag = models.TextField("hulpvraag", blank=True)
    weggelaten = models.CharField("waarom dit leefgebied niet nodig is", max_length=200, blank=True)
    doelstelling_anders = models.CharField("gewijzigde doelstelling", max_length=200, blank=True)
    doelstelling_reden = models.TextField("nieuwe feiten of omstandigheden", blank=True)
    doelstelling_op = models.DateTimeField(null=True, blank=True)
    doelstelling_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    onderwerp_veld = "leefgebied"
    history = Geschiedenis()
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "leefgebieden in een plan"
        constraints = [
            models.UniqueConstraint(fields=["plan", "leefgebied"], name="planleefgebied_uniek"),
            models.CheckConstraint(
                condition=Q(doelstelling_op__isnull=True, doelstelling_door__isnull=True, doelstelling_reden="")
                | (Q(doelstelling_op__isnull=False, doelstelling_door__isnull=False) & ~Q(doelstelling_reden="")),
                name="planleefgebied_doelstelling_op_en_door",
            ),
        ]

    class Privacy:
        personal = ("situatie", "voldoet", "hulpvraag", "weggelaten", "doelstelling_anders", "doelstelling_reden")
        other = ("id", "plan", "leefgebied", "doelstelling_op", "doelstelling_door")

    def __str__(self) -> str:
        return self.get_leefgebied_display()

    @property
    def doelstelling(self) -> str:
        """Give the fixed doelstelling, or what new facts made of it (Tiel 2025 art. 7 lid 4)."""
        return self.doelstelling_anders or DOELSTELLING[Leefgebied(self.leefgebied)]


class Doel(models.Model):
    """A doel of the plan on one leefgebied, for the inwoner or for a gezinslid: when is it good?

    `toegevoegd_op` is set on a doel that came after the vaststelling, with the reason.
    """

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="doelen")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    gezinslid = models.ForeignKey(
        Gezinslid, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="voor wie"
    )
    tekst = models.TextField("doel")
    status = models.CharField("status", max_length=10, choices=DoelStatus.choices, default=DoelStatus.OPEN)
    datum_behaald = models.DateField("behaald op", null=True, blank=True)
    reden_vervallen = models.TextField("waarom het vervalt", blank=True)
    reden_toegevoegd = models.TextField("waarom het doel erbij kwam", blank=True)
    toegevoegd_op = models.DateTimeField(null=True, blank=True)
    toegevoegd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    onderwerp_veld = "tekst"
    history = Geschiedenis()
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "doelen"
        constraints = [
            models.CheckConstraint(condition=~Q(tekst=""), name="doel_met_tekst"),
            models.CheckConstraint(
                condition=Q(status=DoelStatus.BEHAALD, datum_behaald__isnull=False)
                | (~Q(status=DoelStatus.BEHAALD) & Q(datum_behaald__isnull=True)),
                name="doel_behaald_met_datum",
            ),
            models.CheckConstraint(
                condition=~Q(status=DoelStatus.VERVALLEN) | ~Q(reden_vervallen=""),
                name="doel_vervallen_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(toegevoegd_op__isnull=True, toegevoegd_door__isnull=True)
                | (Q(toegevoegd_op__isnull=False, toegevoegd_door__isnull=False) & ~Q(reden_toegevoegd="")),
                name="doel_toegevoegd_op_en_door",
            ),
        ]

    class Privacy:
        personal = ("gezinslid", "tekst", "status", "datum_behaald", "reden_vervallen", "reden_toegevoegd")
        other = ("id", "plan", "leefgebied", "toegevoegd_op", "toegevoegd_door")

    def __str__(self) -> str:
        return self.tekst

    @property
    def voor(self) -> str:
        """Name the gezinslid that the doel is for; empty for the inwoner."""
        return self.gezinslid.naam if self.gezinslid else ""

    @property
    def is_open(self) -> bool:
        return self.status in NIET_AF

    @property
    def geldt(self) -> bool:
        """Say whether the plan still has this doel: one that is behaald stays in it, one that is vervallen does not."""
        return self.status != DoelStatus.VERVALLEN


class Akkoord(models.Model):
    """That the rechthebbende agreed with the plan: the key to component B (VNG SPUK-handreiking, component B).

    `vastgelegd_op` is when this akkoord was recorded; proof that comes later leaves it. `wijziging_reden` says why a
    change to the plan that came after it falls within what was agreed.
    """

    plan = models.OneToOneField(PlanVanAanpak, models.PROTECT, related_name="akkoord")
    datum = models.DateField("datum van het akkoord")
    kanaal = models.CharField("hoe", max_length=20, choices=AkkoordKanaal.choices)
    bewijs = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bewijs",
    )
    toelichting = models.TextField("toelichting", blank=True)
    van = models.CharField("wie gaf akkoord", max_length=20, choices=AkkoordVan.choices, default=AkkoordVan.INWONER)
    vertegenwoordiger = models.ForeignKey(
        Betrokkene, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="namens de inwoner"
    )
    omvang = models.CharField(
        "waarmee akkoord", max_length=10, choices=AkkoordOmvang.choices, default=AkkoordOmvang.GEHEEL
    )
    niet_akkoord = models.TextField("waarmee niet", blank=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    wijziging_reden = models.TextField("waarom een wijziging binnen het akkoord valt", blank=True)
    wijziging_op = models.DateTimeField(null=True, blank=True)
    wijziging_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    history = Geschiedenis()
    objects = PlanDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "akkoorden"
        constraints = [
            models.CheckConstraint(
                condition=Q(wijziging_op__isnull=True, wijziging_door__isnull=True, wijziging_reden="")
                | (Q(wijziging_op__isnull=False, wijziging_door__isnull=False) & ~Q(wijziging_reden="")),
                name="akkoord_wijziging_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(van=AkkoordVan.INWONER, vertegenwoordiger__isnull=True)
                | Q(van=AkkoordVan.VERTEGENWOORDIGER, vertegenwoordiger__isnull=False),
                name="akkoord_van_wie",
            ),
            models.CheckConstraint(
                condition=Q(omvang=AkkoordOmvang.GEHEEL, niet_akkoord="")
                | Q(omvang=AkkoordOmvang.DEELS) & ~Q(niet_akkoord=""),
                name="akkoord_deels_met_wat_niet",
            ),
        ]

    class Privacy:
        personal = ("datum", "kanaal", "toelichting", "van", "omvang", "niet_akkoord", "wijziging_reden")
        other = (
            "id", "plan", "bewijs", "vertegenwoordiger", "vastgelegd_op", "vastgelegd_door", "wijziging_op",
            "wijziging_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Akkoord op {datumtekst(self.datum)}"

    @property
    def heeft_bewijs(self) -> bool:
        """Say whether there is a proof that counts: one that was withdrawn does not."""
        return self.bewijs is not None and not self.bewijs.is_ingetrokken

"""What moves or holds a beslistermijn: opschorting and verdaging, an ingebrekestelling, and the hardheidsclausule."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from accounts.models import User
from cases.keuzes import GeenDwangsom, Hardheidsgrond, Opschortgrond, Uitstelsoort
from cases.models.document import Document
from cases.models.dossier import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.models.termijn import Termijn
from cases.querysets import DossierDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Periode(Func):
    """The days of a row as a range, first and last included."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Opschorting(Intrekbaar):
    """A period that does not count for a beslistermijn (Awb art. 4:15), or a verdaging of it (Awb art. 7:10 lid 3).

    `tot` is the last day; whoever ends it early puts it forward, and the history keeps the day it was. `blijkt_uit`
    says on what it rests when the termijn had run out before it was recorded.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="opschortingen", db_index=False)
    termijn = models.ForeignKey(Termijn, models.PROTECT, related_name="opschortingen")
    soort = models.CharField("soort", max_length=20, choices=Uitstelsoort.choices)
    grond = models.CharField("grond", max_length=30, choices=Opschortgrond.choices)
    van = models.DateField("eerste dag")
    tot = models.DateField("laatste dag")
    toelichting = models.CharField("toelichting", max_length=300)
    blijkt_uit = models.CharField("waaruit dat blijkt", max_length=300, blank=True)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="opschorting", verbose_name="brief"
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-van", "-id"]
        verbose_name_plural = "opschortingen"
        indexes = [models.Index(fields=["dossier", "-van", "-id"], name="opschorting_van_dossier")]
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="opschorting_eindigt_na_begin"),
            models.CheckConstraint(condition=~Q(toelichting=""), name="opschorting_met_toelichting"),
            ExclusionConstraint(
                name="opschorting_overlapt_niet",
                expressions=[
                    ("termijn", RangeOperators.EQUAL),
                    (
                        Periode("van", "tot", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                # A verdaging lengthens the termijn and suspends nothing: an opschorting may lie within it.
                condition=Q(ingetrokken_op__isnull=True, soort="opschorting"),
            ),
            models.UniqueConstraint(
                fields=["termijn"],
                condition=Q(ingetrokken_op__isnull=True, soort="verdaging"),
                name="opschorting_een_verdaging",
            ),
        ]

    class Privacy:
        personal = ("soort", "grond", "van", "tot", "toelichting", "blijkt_uit", "ingetrokken_reden")
        other = (
            "id", "dossier", "termijn", "document", "door", "created_at", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {datumtekst(self.van)} tot en met {datumtekst(self.tot)}"


class Ingebrekestelling(Intrekbaar):
    """The written reminder that a beschikking is late; two weeks later the dwangsom begins (Awb art. 4:17 lid 3)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="ingebrekestellingen", db_index=False)
    termijn = models.ForeignKey(Termijn, models.PROTECT, related_name="ingebrekestellingen")
    ontvangen_op = models.DateField("ontvangen op")
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    geen_dwangsom = models.CharField("waarom geen dwangsom", max_length=20, choices=GeenDwangsom.choices, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="de brief van de inwoner"
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-ontvangen_op", "-id"]
        verbose_name_plural = "ingebrekestellingen"
        indexes = [models.Index(fields=["dossier", "-ontvangen_op", "-id"], name="ingebreke_van_dossier")]
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.UniqueConstraint(
                fields=["termijn"], condition=Q(ingetrokken_op__isnull=True), name="ingebrekestelling_een_per_termijn"
            ),
        ]

    class Privacy:
        personal = ("ontvangen_op", "toelichting", "geen_dwangsom", "ingetrokken_reden")
        other = ("id", "dossier", "termijn", "document", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"Ingebrekestelling ontvangen op {datumtekst(self.ontvangen_op)}"


class Hardheidsbesluit(Intrekbaar):
    """The decision to grant something although its venster is closed, for one besluit (Wht art. 9.1 lid 2 onder d).

    `regel` is the rule that stops the grant, `besluit` the number of the besluit that used it, empty until then.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="hardheidsbesluiten", db_index=False)
    regel = models.CharField("termijn die voorbij is", max_length=40)
    grond = models.CharField("grond", max_length=20, choices=Hardheidsgrond.choices)
    waarvoor = models.CharField("waarvoor", max_length=200)
    motivering = models.TextField("motivering")
    besloten_op = models.DateField("besloten op")
    besloten_door = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="besloten door")
    besluit = models.CharField("gebruikt in besluit", max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-besloten_op", "-id"]
        verbose_name_plural = "hardheidsbesluiten"
        indexes = [models.Index(fields=["dossier", "-besloten_op", "-id"], name="hardheid_van_dossier")]
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=~Q(motivering="") & ~Q(waarvoor=""), name="hardheid_met_motivering"),
        ]

    class Privacy:
        personal = ("regel", "grond", "waarvoor", "motivering", "besloten_op", "ingetrokken_reden")
        other = ("id", "dossier", "besloten_door", "besluit", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"Hardheidsclausule van {datumtekst(self.besloten_op)}: {self.waarvoor}"

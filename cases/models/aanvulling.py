from django.db import models
from django.db.models import F, Q

from accounts.models import User
from cases.models.document import Document
from cases.models.dossier import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.models.uitstel import Opschorting
from cases.querysets import DossierDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst

OPEN = Q(ingetrokken_op__isnull=True, ontvangen_op__isnull=True, verder_op__isnull=True)


class Aanvulling(Intrekbaar):
    """A letter that asks to complete the aanvraag, with the last day it sets, and what came of it (Awb art. 4:5).

    `opschorting` is empty when the beslistermijn had passed already: that can't be suspended any more. `verder_op` is
    the day on which the college chose to treat the aanvraag as it is.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="aanvullingen", db_index=False)
    wat = models.TextField("wat er nodig is")
    gevraagd_op = models.DateField("datum van de brief")
    uiterlijk = models.DateField("laatste dag om aan te vullen")
    opschorting = models.OneToOneField(
        Opschorting, models.PROTECT, null=True, blank=True, related_name="aanvulling", verbose_name="opschorting"
    )
    document = models.OneToOneField(Document, models.PROTECT, related_name="aanvulling", verbose_name="brief")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ontvangen_op = models.DateField("ontvangen op", null=True, blank=True)
    ontvangen_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    is_volledig = models.BooleanField("de aanvraag is compleet", null=True)
    toelichting = models.CharField("wat er kwam", max_length=300, blank=True)
    verder_op = models.DateField("verder behandeld vanaf", null=True, blank=True)
    verder_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    verder_reden = models.CharField("waarom verder", max_length=300, blank=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-gevraagd_op", "-id"]
        verbose_name_plural = "aanvullingen"
        indexes = [models.Index(fields=["dossier", "-gevraagd_op", "-id"], name="aanvulling_van_dossier")]
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=~Q(wat=""), name="aanvulling_zegt_wat"),
            models.CheckConstraint(condition=Q(uiterlijk__gt=F("gevraagd_op")), name="aanvulling_na_de_brief"),
            models.CheckConstraint(
                condition=Q(ontvangen_op__isnull=True, ontvangen_door__isnull=True, is_volledig__isnull=True)
                | Q(ontvangen_op__isnull=False, ontvangen_door__isnull=False, is_volledig__isnull=False),
                name="aanvulling_ontvangen_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(verder_op__isnull=True, verder_door__isnull=True, verder_reden="")
                | Q(verder_op__isnull=False, verder_door__isnull=False) & ~Q(verder_reden=""),
                name="aanvulling_verder_op_en_door",
            ),
            models.UniqueConstraint(fields=["dossier"], condition=OPEN, name="aanvulling_een_open"),
        ]

    class Privacy:
        personal = (
            "wat", "gevraagd_op", "uiterlijk", "ontvangen_op", "is_volledig", "toelichting", "verder_op",
            "verder_reden", "ingetrokken_reden",
        )  # fmt: skip
        other = (
            "id", "dossier", "opschorting", "document", "door", "created_at", "ontvangen_door", "verder_door",
            "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Aanvulling gevraagd op {datumtekst(self.gevraagd_op)}"

    @property
    def is_open(self) -> bool:
        """Tell whether the college still waits for it, or has to choose what to do now."""
        return not self.is_ingetrokken and self.ontvangen_op is None and self.verder_op is None

from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from cases.models.dossier import Dossier
from cases.querysets import BewakingQuerySet, SignaalQuerySet, TermijnQuerySet
from cases.termijnregels import TE_DOEN
from cases.termijnstatus import OPEN, TermijnStatus
from config.weergave import datum as datumtekst

NIET_GEHAALD = (*OPEN, TermijnStatus.VERWACHT, TermijnStatus.OPGESCHORT)
IS_OPEN = Q(status__in=[str(status) for status in OPEN])


class Termijn(models.Model):
    """One clock: its rule, what it hangs on, its last day and whether it was met.

    Only actions and the nightly run write it.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="termijnen", null=True, blank=True, db_index=False
    )
    regel = models.CharField(max_length=40)
    aanleiding = models.CharField(
        max_length=60, help_text="De gebeurtenis waar de termijn aan hangt, zoals gesprek:12."
    )
    aard = models.CharField(max_length=10)
    start = models.DateField()
    uiterste_datum = models.DateField()
    # The last day before a bericht named a later one (Awb art. 4:14 lid 3); it stays to be seen.
    eerste_uiterste_datum = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=TermijnStatus.choices)
    datum_gehaald = models.DateField(null=True, blank=True)
    som = models.JSONField(default=list)
    invoer = models.JSONField(default=dict)
    regel_versie = models.PositiveSmallIntegerField()
    kalender_versie = models.CharField(max_length=40)
    beleid = models.CharField(max_length=40)
    updated_at = models.DateTimeField(auto_now=True)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        ordering = ["uiterste_datum", "id"]
        verbose_name_plural = "termijnen"
        constraints = [
            models.UniqueConstraint(fields=["regel", "aanleiding"], name="termijn_een_per_aanleiding"),
            models.CheckConstraint(condition=Q(status__in=TermijnStatus.values), name="termijn_status_bekend"),
            models.CheckConstraint(condition=Q(uiterste_datum__gte=models.F("start")), name="termijn_eindigt_na_start"),
            models.CheckConstraint(
                condition=Q(status__in=["gehaald", "te_laat_gehaald"], datum_gehaald__isnull=False)
                | (~Q(status__in=["gehaald", "te_laat_gehaald"]) & Q(datum_gehaald__isnull=True)),
                name="termijn_gehaald_met_datum",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "uiterste_datum", "id"],
                include=["dossier", "aard"],
                condition=IS_OPEN,
                name="termijn_open",
            ),
            models.Index(
                fields=["dossier", "uiterste_datum", "id"],
                condition=IS_OPEN & Q(aard__in=[str(aard) for aard in TE_DOEN]),
                name="termijn_te_doen",
            ),
            models.Index(fields=["dossier", "start", "id"], name="termijn_van_dossier"),
            # For the nightly run: what passes on a day, which clocks an opschorting holds up or will, and with which
            # versions the open termijnen were derived.
            models.Index(
                fields=["gemeente", "uiterste_datum"],
                condition=Q(status=str(TermijnStatus.LOPEND)),
                name="termijn_lopend",
            ),
            models.Index(
                fields=["gemeente"],
                condition=Q(status__in=["lopend", "opgeschort"], invoer__has_key="opschortingen"),
                name="termijn_opschortbaar",
            ),
            models.Index(
                fields=["gemeente", "kalender_versie", "regel", "regel_versie"],
                condition=Q(status__in=[str(status) for status in NIET_GEHAALD]),
                name="termijn_afgeleid",
            ),
        ]

    class Privacy:
        personal = ("start", "uiterste_datum", "eerste_uiterste_datum", "datum_gehaald", "som", "invoer")
        other = (
            "id", "gemeente", "dossier", "regel", "aanleiding", "aard", "status", "regel_versie", "kalender_versie",
            "beleid", "updated_at",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.regel} tot en met {datumtekst(self.uiterste_datum)}"


class Signaal(models.Model):
    """A message about one event, made once however often the nightly run runs (unique key)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="signalen", null=True, blank=True)
    termijn = models.ForeignKey(Termijn, models.CASCADE, related_name="signalen", null=True, blank=True)
    sleutel = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=20)
    tekst = models.CharField(max_length=200)
    on = models.DateField("dag")
    ontvanger = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="signalen", db_index=False)
    gemaild_op = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SignaalQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "signalen"
        indexes = [
            models.Index(fields=["ontvanger", "-on", "-id"], name="signaal_van_ontvanger"),
            models.Index(
                fields=["gemeente", "-on", "-id"], condition=Q(ontvanger__isnull=True), name="signaal_van_gemeente"
            ),
        ]

    class Privacy:
        personal = ("tekst",)
        other = (
            "id", "gemeente", "dossier", "termijn", "sleutel", "soort", "on", "ontvanger", "gemaild_op", "created_at",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.tekst


class Bewaking(models.Model):
    """The ledger of the nightly run: one row per gemeente and day, with what it did."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    on = models.DateField("dag")
    begonnen_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True, blank=True)
    dossiers = models.PositiveIntegerField(default=0)
    nieuw = models.PositiveIntegerField(default=0)
    gewijzigd = models.PositiveIntegerField(default=0)
    signalen = models.PositiveIntegerField(default=0)
    overgangen = models.PositiveIntegerField(default=0)
    duur_s = models.FloatField(default=0)
    fout = models.TextField(blank=True)
    # How many digest mails went out; empty until all were tried, and on a day that was caught up.
    digests = models.PositiveIntegerField(null=True, blank=True)

    objects = BewakingQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "bewakingen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "on"], name="bewaking_een_per_dag")]
        indexes = [
            models.Index(fields=["gemeente", "on"], condition=Q(klaar_op__isnull=True), name="bewaking_niet_klaar"),
        ]

    class Privacy:
        personal = ()
        other = (
            "id", "gemeente", "on", "begonnen_op", "klaar_op", "dossiers", "nieuw", "gewijzigd", "signalen",
            "overgangen", "duur_s", "fout", "digests",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Bewaking van {self.gemeente} op {datumtekst(self.on)}"

    @property
    def is_afgerond(self) -> bool:
        """Tell whether the task of this gemeente came to its end, well or not."""
        return self.fout != "" or self.digests is not None

"""Who may decide: the mandaatregister of a gemeente, and the second pair of eyes that it may ask for."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.models import Dossier
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.mandaatkeuzes import Goedkeuringstatus
from planvanaanpak.mandaatregels import Mandaatregel
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.querysets import GoedkeuringQuerySet, MandaatQuerySet


class Mandaat(models.Model):
    """A row of the mandaatregister: a role or a person may take a kind of besluit up to an amount (Awb art. 10:3).

    An empty `soort` is every kind of besluit. Which kinds there are, the form knows.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="mandaten")
    soort = models.CharField("soort besluit", max_length=20, blank=True)
    rol = models.CharField("rol", max_length=24, choices=Rol.choices, blank=True)
    gebruiker = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="medewerker"
    )
    tot_bedrag = models.DecimalField("tot en met bedrag", max_digits=10, decimal_places=2, null=True, blank=True)
    vier_ogen = models.BooleanField("een collega keurt eerst goed", default=False)
    college_beslist = models.BooleanField("het college neemt dit besluit zelf", default=False)
    vanaf = models.DateField("geldig vanaf")
    tot = models.DateField("geldig tot en met", null=True, blank=True)
    bron = models.CharField("mandaatbesluit en onderdeel", max_length=200)

    history = Geschiedenis()
    objects = MandaatQuerySet.as_manager()

    class Meta:
        ordering = ["gemeente", "soort", "tot_bedrag", "id"]
        verbose_name_plural = "mandaten"
        constraints = [
            models.CheckConstraint(
                condition=Q(rol="", gebruiker__isnull=False) | ~Q(rol="") & Q(gebruiker__isnull=True),
                name="mandaat_rol_of_gebruiker",
            ),
            models.CheckConstraint(condition=~Q(rol=Rol.EXTERNE_HULPVERLENER), name="mandaat_nooit_extern"),
            models.CheckConstraint(
                condition=Q(tot_bedrag__isnull=True) | Q(tot_bedrag__gte=Decimal(0)),
                name="mandaat_bedrag_niet_negatief",
            ),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="mandaat_tot_na_vanaf"),
            models.CheckConstraint(condition=~Q(bron=""), name="mandaat_met_bron"),
        ]

    class Privacy:
        personal = ("gebruiker",)
        other = ("id", "gemeente", "soort", "rol", "tot_bedrag", "vier_ogen", "college_beslist", "vanaf", "tot", "bron")

    def __str__(self) -> str:
        return f"{self.wie}: {self.bron}"

    @property
    def wie(self) -> str:
        return self.gebruiker.naam if self.gebruiker else self.get_rol_display()

    @property
    def regel(self) -> Mandaatregel:
        """Give this row as the rules read it."""
        return Mandaatregel(
            soort=self.soort,
            rol=self.rol,
            gebruiker=self.gebruiker_id,
            tot_bedrag=self.tot_bedrag,
            vier_ogen=self.vier_ogen,
            college_beslist=self.college_beslist,
            vanaf=self.vanaf,
            tot=self.tot,
            bron=self.bron,
        )


class Goedkeuring(models.Model):
    """A besluit that waits for a second person before it is vastgesteld, as the mandaatregister asks.

    `brief` is the letter as it was asked about, `vingerafdruk` tells whether it is still the same. `pad` and `invoer`
    are the form that was sent, so that who asked can set down exactly what was approved.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="goedkeuringen")
    soort = models.CharField("soort besluit", max_length=20)
    bedrag = models.DecimalField("bedrag dat wordt toegekend", max_digits=10, decimal_places=2)
    brief = models.JSONField("de brief")
    vingerafdruk = models.CharField(max_length=64)
    pad = models.CharField(max_length=200)
    invoer = models.JSONField("wat is ingevuld", default=dict)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    status = models.CharField(
        "status", max_length=20, choices=Goedkeuringstatus.choices, default=Goedkeuringstatus.GEVRAAGD
    )
    beslist_op = models.DateTimeField(null=True, blank=True)
    beslist_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    opmerking = models.TextField("opmerking", blank=True)
    besluit = models.OneToOneField(Besluit, models.PROTECT, null=True, blank=True, related_name="goedkeuring")

    history = Geschiedenis()
    objects = GoedkeuringQuerySet.as_manager()

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        verbose_name_plural = "goedkeuringen"
        constraints = [
            models.CheckConstraint(
                condition=Q(beslist_op__isnull=True, beslist_door__isnull=True)
                | Q(beslist_op__isnull=False, beslist_door__isnull=False),
                name="goedkeuring_beslist_op_en_door",
            ),
            # The second pair of eyes are not those of who asked.
            models.CheckConstraint(
                condition=Q(beslist_door__isnull=True) | ~Q(beslist_door=F("gevraagd_door")),
                name="goedkeuring_door_een_ander",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True) | Q(status=Goedkeuringstatus.GOEDGEKEURD),
                name="goedkeuring_besluit_na_goedkeuren",
            ),
            models.UniqueConstraint(
                fields=["dossier", "soort"],
                condition=Q(status=Goedkeuringstatus.GEVRAAGD),
                name="goedkeuring_een_tegelijk",
            ),
        ]
        indexes = [models.Index(fields=["dossier"], condition=Q(besluit__isnull=True), name="goedkeuring_open")]

    class Privacy:
        personal = ("brief", "invoer", "opmerking", "bedrag")
        other = (
            "id", "dossier", "soort", "vingerafdruk", "pad", "gevraagd_op", "gevraagd_door", "status", "beslist_op",
            "beslist_door", "besluit",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Goedkeuring van {datumtekst(self.gevraagd_op)}"

    def get_absolute_url(self) -> str:
        return reverse("goedkeuring", args=[self.pk])

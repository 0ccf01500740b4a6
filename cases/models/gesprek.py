from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.keuzes import Kanaal, Leefgebied, Urgentie
from cases.models.dossier import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.querysets import DossierDeelQuerySet, HulpvraagQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Gesprek(Intrekbaar):
    """A gesprek with the rechthebbende; exactly one is the eerste gesprek that starts the clocks (decision 0641)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="gesprekken")
    datum = models.DateField("datum")
    kanaal = models.CharField("waar", max_length=20, choices=Kanaal.choices)
    aanwezig = models.CharField("wie erbij waren", max_length=300, blank=True)
    verslag = models.TextField("verslag", blank=True)
    is_eerste_gesprek = models.BooleanField(default=False)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "datum"
    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "gesprekken"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(is_eerste_gesprek=True), name="gesprek_een_eerste_per_dossier"
            ),
            models.CheckConstraint(
                condition=Q(is_eerste_gesprek=False) | Q(ingetrokken_op__isnull=True), name="gesprek_eerste_geldt"
            ),
        ]

    class Privacy:
        personal = ("datum", "kanaal", "aanwezig", "verslag", "ingetrokken_reden")
        other = (
            "id", "dossier", "is_eerste_gesprek", "door", "created_at", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Gesprek op {datumtekst(self.datum)}"


class Hulpvraag(Intrekbaar):
    """What the rechthebbende asks help with on one leefgebied, in their own words.

    One that is not asked any more is withdrawn.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="hulpvragen")
    gesprek = models.ForeignKey(Gesprek, models.PROTECT, related_name="hulpvragen")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    tekst = models.TextField("hulpvraag")
    urgentie = models.CharField("urgentie", max_length=20, choices=Urgentie.choices, default=Urgentie.GEWOON)

    onderwerp_veld = "leefgebied"
    history = Geschiedenis()
    objects = HulpvraagQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "hulpvragen"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.UniqueConstraint(
                fields=["gesprek", "leefgebied"],
                condition=Q(ingetrokken_op__isnull=True),
                name="hulpvraag_een_per_leefgebied",
            ),
            models.CheckConstraint(condition=~Q(tekst=""), name="hulpvraag_met_tekst"),
        ]

    class Privacy:
        personal = ("leefgebied", "tekst", "urgentie", "ingetrokken_reden")
        other = ("id", "dossier", "gesprek", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"{self.get_leefgebied_display()}: {self.tekst}"


class Driegesprek(Intrekbaar):
    """A gesprek of gemeente, (potentieel) gedupeerde and UHT or an appointed third party (SPR art. 1; component F)."""

    class Derde(models.TextChoices):
        UHT = "uht", "UHT"
        AANGEWEZEN_DERDE = "aangewezen derde", "Derde die de minister aanwees"
        GEEN = "geen", "Niemand van UHT of een aangewezen derde"

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="driegesprekken")
    datum = models.DateField("datum")
    aanvrager = models.CharField("wie vroeg erom", max_length=120)
    plaats = models.CharField("plaats", max_length=120)
    derde = models.CharField("wie was de derde", max_length=20, choices=Derde.choices)
    deelnemers = models.TextField("deelnemers")
    onderwerpen = models.TextField("onderwerpen")
    verslag = models.TextField("verslag", blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "datum"
    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "driegesprekken"
        constraints = [*Intrekbaar.Meta.constraints]

    class Privacy:
        personal = ("datum", "aanvrager", "plaats", "deelnemers", "onderwerpen", "verslag", "ingetrokken_reden")
        other = ("id", "dossier", "derde", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"Driegesprek op {datumtekst(self.datum)}"

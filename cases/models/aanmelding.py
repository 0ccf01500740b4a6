from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.keuzes import Grondslag, Uitzondering, WilOndersteuning
from cases.models.dossier import Dossier
from cases.querysets import DossierDeelQuerySet
from cases.status import Status
from config.geschiedenis import Geschiedenis


class Aanmelding(models.Model):
    """What was established when somebody came: do they want help, on which ground, and what their doelgroep asks."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="aanmelding")
    wil_ondersteuning = models.CharField(
        "wil ondersteuning", max_length=20, choices=WilOndersteuning.choices, default=WilOndersteuning.ONBEKEND
    )
    grondslag = models.CharField("grondslag", max_length=20, choices=Grondslag.choices)
    toestemming_navraag = models.DateField(
        "toestemming voor navraag bij UHT gegeven op", null=True, blank=True, help_text="Leeg: niet gegeven."
    )
    ingezetene = models.BooleanField("woont in deze gemeente", default=True)
    uitzondering = models.CharField(
        "waarom deze gemeente toch helpt", max_length=20, choices=Uitzondering.choices, blank=True
    )
    overleg_met = models.CharField("overlegd met gemeente", max_length=120, blank=True)
    overleg_datum = models.DateField("overlegd op", null=True, blank=True)
    datum_beschikking = models.DateField("datum van de beschikking van UHT", null=True, blank=True)
    overleden_naam = models.CharField("naam van de overledene", max_length=160, blank=True)
    overleden_geboortedatum = models.CharField("geboortedatum van de overledene", max_length=10, blank=True)
    overleden_op = models.DateField("datum van overlijden", null=True, blank=True)
    overleden_relatie = models.CharField("relatie met de overledene", max_length=80, blank=True)
    toelichting = models.TextField("toelichting", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aanmeldingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(ingezetene=True, uitzondering="") | Q(ingezetene=False) & ~Q(uitzondering=""),
                name="aanmelding_niet_ingezetene_met_uitzondering",
            ),
            models.CheckConstraint(
                condition=Q(overleden_geboortedatum="") | Q(overleden_geboortedatum__regex=r"^\d{4}-\d\d-\d\d$"),
                name="aanmelding_overleden_geboortedatum_iso",
            ),
        ]

    class Privacy:
        personal = (
            "wil_ondersteuning", "toestemming_navraag", "ingezetene", "uitzondering", "overleg_met", "overleg_datum",
            "datum_beschikking", "overleden_naam", "overleden_geboortedatum", "overleden_op", "overleden_relatie",
            "toelichting",
        )  # fmt: skip
        other = ("id", "dossier", "grondslag", "created_at")

    def __str__(self) -> str:
        return f"Aanmelding van {self.dossier}"


class DossierIntrekking(models.Model):
    """A dossier made by mistake: why, by whom, and the dossier of the same person that goes on in its place."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="intrekking")
    status_voor = models.CharField("status ervoor", max_length=20, choices=Status.choices)
    reden = models.CharField("reden", max_length=300)
    samengevoegd_met = models.ForeignKey(
        Dossier, models.PROTECT, null=True, blank=True, related_name="samengevoegde", verbose_name="samengevoegd met"
    )
    ingetrokken_op = models.DateTimeField()
    ingetrokken_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        verbose_name = "intrekking van een dossier"
        verbose_name_plural = "intrekkingen van dossiers"
        constraints = [models.CheckConstraint(condition=~Q(reden=""), name="dossierintrekking_met_reden")]

    class Privacy:
        personal = ("reden",)
        other = ("id", "dossier", "status_voor", "samengevoegd_met", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"{self.dossier} ingetrokken"

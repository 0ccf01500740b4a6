from django.db import models
from simple_history.models import HistoricalRecords

from accounts.models import User
from cases.keuzes import Contactuitkomst, Kanaal, VerificatieAntwoord, VerificatieKanaal
from cases.models.dossier import Dossier
from cases.querysets import ContactQuerySet, DossierDeelQuerySet


class Contact(models.Model):
    """A contact with the rechthebbende, or an attempt at one."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="contacten")
    datum = models.DateField("datum")
    kanaal = models.CharField("kanaal", max_length=20, choices=Kanaal.choices)
    uitkomst = models.CharField("uitkomst", max_length=30, choices=Contactuitkomst.choices)
    tekst = models.TextField("waar het over ging", blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "contacten"

    class Privacy:
        personal = ("datum", "kanaal", "uitkomst", "tekst")
        other = ("id", "dossier", "door", "created_at")

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()}, {self.get_uitkomst_display().lower()}"

    @property
    def is_bereikt(self) -> bool:
        """Say whether there really was contact: an attempt does not count as the first contact."""
        return self.uitkomst in (Contactuitkomst.GESPROKEN, Contactuitkomst.SCHRIFTELIJK_ANTWOORD)


class Verificatie(models.Model):
    """The question to UHT whether this person belongs to the doelgroep, and its answer (VNG SPUK-handreiking §5.3)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="verificaties")
    datum_gevraagd = models.DateField("gevraagd op")
    kanaal = models.CharField("hoe", max_length=20, choices=VerificatieKanaal.choices)
    antwoord = models.CharField("antwoord", max_length=20, choices=VerificatieAntwoord.choices)
    datum_antwoord = models.DateField("antwoord op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum_antwoord", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(datum_antwoord__gte=models.F("datum_gevraagd")), name="verificatie_antwoord_na_vraag"
            )
        ]

    class Privacy:
        personal = ("datum_gevraagd", "kanaal", "antwoord", "datum_antwoord")
        other = ("id", "dossier", "door", "created_at")

    def __str__(self) -> str:
        return f"{self.get_antwoord_display()} op {self.datum_antwoord:%d-%m-%Y}"

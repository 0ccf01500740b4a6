import uuid

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from accounts.models import User
from cases.keuzes import Documentsoort
from cases.models.dossier import Dossier
from cases.querysets import DocumentQuerySet


def bewaarplaats(document: "Document", naam: str) -> str:
    """Give a path that says nothing of the person or of the file's own name."""
    return f"documenten/{document.dossier.gemeente_id}/{uuid.uuid4().hex}"


class Document(models.Model):
    """A file in a dossier, checked by its content, with its SHA-256."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="documenten")
    soort = models.CharField("soort", max_length=20, choices=Documentsoort.choices)
    onderwerp = models.CharField("onderwerp", max_length=120)
    datum = models.DateField("datum van het document")
    bestand = models.FileField("bestand", upload_to=bewaarplaats)
    bestandstype = models.CharField(max_length=100)
    extensie = models.CharField(max_length=5)
    grootte = models.PositiveBigIntegerField("grootte in bytes")
    sha256 = models.CharField(max_length=64)
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))
    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "documenten"
        constraints = [
            models.CheckConstraint(condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_sha256"),
            models.CheckConstraint(condition=models.Q(grootte__gt=0), name="document_niet_leeg"),
        ]

    class Privacy:
        personal = ("onderwerp", "bestand")
        other = (
            "id", "dossier", "soort", "datum", "bestandstype", "extensie", "grootte", "sha256", "toegevoegd_op",
            "toegevoegd_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.onderwerp

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk])

    @property
    def bestandsnaam(self) -> str:
        """Give the name for a download: dossier number, kind and date, never a name or BSN."""
        return f"{self.dossier.nummer}-{self.soort}-{self.datum:%Y%m%d}-{self.pk}.{self.extensie}"

import uuid

from django.db import models
from django.urls import reverse

from accounts.models import User
from cases.keuzes import BewijsVan, Documentsoort, Identiteitsbewijs
from cases.models.dossier import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.querysets import DocumentQuerySet, DossierDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


def bewaarplaats(document: "Document", naam: str) -> str:
    """Give a path that says nothing of the person or of the file's own name."""
    return f"documenten/{document.dossier.gemeente_id}/{uuid.uuid4().hex}"


class Document(Intrekbaar):
    """A file in a dossier, checked by its content, with its SHA-256. A new version replaces it and keeps it."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="documenten")
    soort = models.CharField("soort", max_length=20, choices=Documentsoort.choices)
    onderwerp = models.CharField("onderwerp", max_length=120)
    datum = models.DateField("datum van het document")
    bewijs_van = models.CharField("bewijs van", max_length=20, choices=BewijsVan.choices, blank=True)
    vervangt = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="opvolger", verbose_name="vervangt"
    )
    bestand = models.FileField("bestand", upload_to=bewaarplaats)
    bestandstype = models.CharField(max_length=100)
    extensie = models.CharField(max_length=5)
    grootte = models.PositiveBigIntegerField("grootte in bytes")
    sha256 = models.CharField(max_length=64)
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    onderwerp_veld = "onderwerp"
    history = Geschiedenis()
    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "documenten"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_sha256"),
            models.CheckConstraint(condition=models.Q(grootte__gt=0), name="document_niet_leeg"),
        ]

    class Privacy:
        personal = ("onderwerp", "bestand", "ingetrokken_reden")
        other = (
            "id", "dossier", "soort", "datum", "bewijs_van", "vervangt", "bestandstype", "extensie", "grootte",
            "sha256", "toegevoegd_op", "toegevoegd_door", "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.onderwerp

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk])

    @property
    def bestandsnaam(self) -> str:
        """Give the name for a download: dossier number, kind and date, never a name or BSN."""
        return f"{self.dossier.nummer}-{self.soort}-{self.datum:%Y%m%d}-{self.pk}.{self.extensie}"


class Identiteitscontrole(Intrekbaar):
    """How the gemeente made sure who somebody is (Wabb art. 12, the vergewisplicht)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="identiteitscontroles")
    datum = models.DateField("datum")
    hoe = models.CharField("hoe", max_length=20, choices=Identiteitsbewijs.choices)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "identiteitscontroles"
        constraints = [*Intrekbaar.Meta.constraints]

    class Privacy:
        personal = ("datum", "hoe", "toelichting", "ingetrokken_reden")
        other = ("id", "dossier", "document", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"{self.get_hoe_display()} gezien op {datumtekst(self.datum)}"

    @property
    def in_woorden(self) -> str:
        """Give the line of the screen: when, with what and by whom."""
        hoe = self.get_hoe_display()
        return f"gezien op {datumtekst(self.datum)} met {hoe[0].lower()}{hoe[1:]}, door {self.door.naam}"

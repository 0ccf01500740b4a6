from django.db import models

from cases.models import Document
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.models.voorziening import Voorziening
from planvanaanpak.querysets import VoorzieningDeelQuerySet


class Saneringskrediet(models.Model):
    """What makes a voorziening a saneringskrediet for a young person (SPR art. 3 lid 3-4, VNG SPUK §2.1.1)."""

    voorziening = models.OneToOneField(Voorziening, models.CASCADE, related_name="saneringskrediet")
    datum_beschikking = models.DateField("datum van de beschikking over de tegemoetkoming")
    datum_verzoek = models.DateField("gevraagd op")
    af_te_lossen = models.BooleanField("kan binnen 36 maanden aflossen")
    toelichting = models.TextField("waarom wel of niet")
    overeenkomst = models.DateField("datum van de overeenkomst", null=True, blank=True)
    collegebesluit = models.CharField("kenmerk van het besluit van het college", max_length=120, blank=True)
    collegebesluit_datum = models.DateField("datum van het besluit van het college", null=True, blank=True)
    collegebesluit_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="besluit van het college"
    )

    history = Geschiedenis()
    objects = VoorzieningDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "saneringskredieten"
        constraints = [
            models.CheckConstraint(condition=~models.Q(toelichting=""), name="saneringskrediet_toegelicht"),
        ]

    class Privacy:
        personal = (
            "datum_beschikking", "datum_verzoek", "af_te_lossen", "toelichting", "overeenkomst", "collegebesluit",
            "collegebesluit_datum", "collegebesluit_document",
        )  # fmt: skip
        other = ("id", "voorziening")

    def __str__(self) -> str:
        return f"Saneringskrediet, gevraagd op {datumtekst(self.datum_verzoek)}"

"""The prices that a voorziening can rest on: the list of the Nibud, diensten at a tarief, and compared goods."""

from django.db import models
from django.db.models import Q

from accounts.models import Gemeente
from cases.querysets import GemeenteDeelQuerySet
from config.geschiedenis import Geschiedenis
from planvanaanpak.models.voorziening import Voorziening
from planvanaanpak.querysets import VoorzieningDeelQuerySet


class Nibudprijs(models.Model):
    """A price of the Nibud Prijzengids, with the page it stands on; the gemeente fills it from its own copy."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="nibudprijzen")
    editie = models.CharField("editie", max_length=20)
    artikel = models.CharField("artikel", max_length=120)
    bladzijde = models.PositiveSmallIntegerField("bladzijde")
    prijs = models.DecimalField("prijs, met btw", max_digits=10, decimal_places=2)

    history = Geschiedenis()
    objects = GemeenteDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-editie", "artikel", "id"]
        verbose_name_plural = "nibudprijzen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "editie", "artikel"], name="nibudprijs_een_per_editie"),
            models.CheckConstraint(condition=~Q(editie="") & ~Q(artikel=""), name="nibudprijs_met_bron"),
            models.CheckConstraint(condition=Q(prijs__gt=0), name="nibudprijs_meer_dan_nul"),
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "editie", "artikel", "bladzijde", "prijs")

    def __str__(self) -> str:
        return self.artikel

    @property
    def bron(self) -> str:
        return f"Nibud Prijzengids {self.editie}, bladzijde {self.bladzijde}"


class Dienst(models.Model):
    """A dienst bought for many at once, of which a plan uses a part: tarief times aantal (SPUK, component C)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="diensten")
    naam = models.CharField("naam", max_length=120)
    uitvoerder = models.CharField("uitvoerder", max_length=120)
    eenheid = models.CharField("eenheid", max_length=30)
    tarief = models.DecimalField("tarief per eenheid, met btw", max_digits=10, decimal_places=2)
    bron = models.CharField("bron", max_length=200)
    is_actief = models.BooleanField("te kiezen", default=True)

    history = Geschiedenis()
    objects = GemeenteDeelQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "id"]
        verbose_name_plural = "diensten"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="dienst_een_per_naam"),
            models.CheckConstraint(
                condition=~Q(naam="") & ~Q(eenheid="") & ~Q(bron="") & Q(tarief__gt=0), name="dienst_volledig"
            ),
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "naam", "uitvoerder", "eenheid", "tarief", "bron", "is_actief")

    def __str__(self) -> str:
        return self.naam


class Vergelijking(models.Model):
    """One comparable good with its price and where that was found (beleidsregels Tiel 2025 art. 4 lid 1d)."""

    voorziening = models.ForeignKey(Voorziening, models.CASCADE, related_name="vergelijkingen")
    goed = models.CharField("goed", max_length=120)
    bron = models.CharField("winkel of webpagina", max_length=200)
    datum = models.DateField("gezien op")
    prijs = models.DecimalField("prijs, met btw", max_digits=10, decimal_places=2)

    onderwerp_veld = "goed"
    history = Geschiedenis()
    objects = VoorzieningDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "vergelijkingen"
        constraints = [
            models.CheckConstraint(condition=~Q(goed="") & ~Q(bron="") & Q(prijs__gt=0), name="vergelijking_volledig")
        ]

    class Privacy:
        personal = ("goed", "bron", "prijs")
        other = ("id", "voorziening", "datum")

    def __str__(self) -> str:
        return self.goed

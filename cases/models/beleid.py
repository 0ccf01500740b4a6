from django.db import models

from accounts.models import Gemeente
from cases.afwijkingen import pas_toe
from cases.beleid import PROFIELEN, Regels
from cases.beleidswoorden import verschillen
from cases.querysets import GemeenteDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Beleid(models.Model):
    """Which beleid a gemeente follows from a day on; a dossier keeps the beleid of its start."""

    class Profiel(models.TextChoices):
        VNG_2025 = "vng_2025", "VNG-handreiking 2025"
        TIEL_2025 = "tiel_2025", "Tiel 2025"

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="beleid")
    profiel = models.CharField("profiel", max_length=20, choices=Profiel.choices)
    geldig_vanaf = models.DateField("geldig vanaf")
    bron = models.CharField("bron", max_length=200, help_text="Het besluit of de bekendmaking waarin dit staat.")
    # What differs from the profile: cases.beleid says which keys, and reads and checks them.
    afwijkingen = models.JSONField("afwijkingen van het profiel", default=dict, blank=True)

    history = Geschiedenis()
    objects = GemeenteDeelQuerySet.as_manager()

    class Meta:
        ordering = ["gemeente", "-geldig_vanaf"]
        verbose_name_plural = "beleid"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "geldig_vanaf"], name="beleid_een_per_dag"),
            models.CheckConstraint(condition=~models.Q(bron=""), name="beleid_met_bron"),
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "profiel", "geldig_vanaf", "bron", "afwijkingen")

    def __str__(self) -> str:
        aangepast = ", aangepast" if self.afwijkingen else ""
        return f"{self.get_profiel_display()}{aangepast}, vanaf {datumtekst(self.geldig_vanaf)}"

    @property
    def regels(self) -> Regels:
        """Give the profile with what this gemeente changed in it; raises OngeldigBeleid when that can't be read."""
        return pas_toe(self.profiel, self.afwijkingen, self.geldig_vanaf)

    @property
    def verschillen(self) -> tuple[str, ...]:
        """Say in words what differs from the profile."""
        return verschillen(PROFIELEN[self.profiel], self.regels)


class Feestdag(models.Model):
    """A day equated with a feestdag by royal decree (Atw art. 3 lid 3)."""

    datum = models.DateField("datum", unique=True)
    naam = models.CharField("naam", max_length=80)
    bron = models.CharField("bron", max_length=200, help_text="Het besluit in de Staatscourant.")

    history = Geschiedenis()

    class Meta:
        ordering = ["datum"]
        verbose_name_plural = "feestdagen"
        constraints = [models.CheckConstraint(condition=~models.Q(bron=""), name="feestdag_met_bron")]

    class Privacy:
        personal = ()
        other = ("id", "datum", "naam", "bron")

    def __str__(self) -> str:
        return f"{self.naam} ({datumtekst(self.datum)})"

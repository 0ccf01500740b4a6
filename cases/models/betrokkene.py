from django.db import models

from accounts.models import Gemeente, User
from cases.adres import tekstregels
from cases.keuzes import VERTEGENWOORDIGERS, BetrokkeneRol
from cases.models.dossier import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.querysets import DossierDeelQuerySet, GemeenteDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Betrokkene(Intrekbaar):
    """Somebody around the rechthebbende, with the role they have; a vertegenwoordiger may get the letters."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="betrokkenen")
    rol = models.CharField("rol", max_length=20, choices=BetrokkeneRol.choices)
    naam = models.CharField("naam", max_length=160)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    email = models.CharField("e-mailadres", max_length=254, blank=True)
    adres = models.TextField("postadres", blank=True, help_text="Zoals op een envelop, één regel per regel.")
    krijgt_post = models.BooleanField("krijgt de brieven", default=False)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "naam"
    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["rol", "naam", "id"]
        verbose_name_plural = "betrokkenen"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(naam=""), name="betrokkene_met_naam"),
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(krijgt_post=True), name="betrokkene_een_krijgt_post"
            ),
            models.CheckConstraint(
                condition=models.Q(krijgt_post=False)
                | models.Q(rol__in=sorted(VERTEGENWOORDIGERS), ingetrokken_op__isnull=True) & ~models.Q(adres=""),
                name="betrokkene_met_post_vertegenwoordigt",
            ),
        ]

    class Privacy:
        personal = (
            "rol", "naam", "organisatie", "telefoon", "email", "adres", "krijgt_post", "toelichting",
            "ingetrokken_reden",
        )  # fmt: skip
        other = ("id", "dossier", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"{self.naam} ({self.get_rol_display().lower()})"

    @property
    def is_vertegenwoordiger(self) -> bool:
        return self.rol in VERTEGENWOORDIGERS

    @property
    def adresregels(self) -> tuple[str, ...]:
        return tekstregels(self.adres)

    @property
    def kan_post_krijgen(self) -> bool:
        """Say whether letters may go to this person: who represents the inwoner, at a complete address."""
        return self.is_vertegenwoordiger and not self.is_ingetrokken and len(self.adresregels) >= 2


class Verificatiecode(models.Model):
    """That the half-yearly code for calls to UHT was fetched from the portal; the code itself is never kept here."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="verificatiecodes")
    geldig_vanaf = models.DateField("geldig vanaf")
    opgehaald_op = models.DateTimeField()
    opgehaald_door = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = GemeenteDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-geldig_vanaf"]
        verbose_name_plural = "verificatiecodes"
        constraints = [models.UniqueConstraint(fields=["gemeente", "geldig_vanaf"], name="verificatiecode_een_per_dag")]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "geldig_vanaf", "opgehaald_op", "opgehaald_door")

    def __str__(self) -> str:
        return f"Verificatiecode vanaf {datumtekst(self.geldig_vanaf)}"

from django.db import models

from accounts.querysets import GemeenteQuerySet
from config.geschiedenis import Geschiedenis

BRIEFVELDEN = {
    "college_naam": "naam van het college",
    "briefhoofd": "briefhoofd",
    "telefoon": "telefoonnummer",
    "bezwaar_adres": "adres voor bezwaar",
    "ondertekenaar_naam": "naam van de ondertekenaar",
    "ondertekenaar_functie": "functie van de ondertekenaar",
    "mandaat": "mandaat",
}


class Gemeente(models.Model):
    """A gemeente that works with this installation; every other row belongs to one."""

    class Ondertekening(models.TextChoices):
        BESLISSER = "beslisser", "Wie het besluit neemt"
        VAST = "vast", "De vaste ondertekenaar hieronder, wie er ook besluit"

    code = models.CharField("gemeentecode", max_length=4, unique=True)
    naam = models.CharField("naam", max_length=80)
    woonplaatsen = models.TextField(
        "woonplaatsen",
        blank=True,
        help_text="Eén woonplaats per regel. Een andere woonplaats in een levering geeft een waarschuwing.",
    )
    college_naam = models.CharField(
        "naam van het college", max_length=160, blank=True, help_text="Zoals het in de brief staat."
    )
    afdeling = models.CharField("afdeling of team", max_length=120, blank=True)
    briefhoofd = models.TextField("briefhoofd", blank=True, help_text="Postadres van de afzender, één regel per regel.")
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    email = models.EmailField("e-mail", blank=True)
    logo = models.BinaryField("beeldmerk", null=True, blank=True, editable=True)
    logo_soort = models.CharField(max_length=20, blank=True, choices=[("image/png", "PNG"), ("image/svg+xml", "SVG")])
    bezwaar_adres = models.TextField("adres voor bezwaar", blank=True, help_text="Waar een inwoner bezwaar indient.")
    rechtbank = models.TextField(
        "rechtbank voor beroep",
        blank=True,
        help_text="Naam en postadres, één regel per regel. Nodig voor een besluit op bezwaar (Awb artikel 6:23).",
    )
    ondertekening = models.CharField(
        "wie ondertekent een besluit?",
        max_length=10,
        choices=Ondertekening.choices,
        default=Ondertekening.BESLISSER,
        help_text="Kiest u de vaste ondertekenaar? Dan staat in de brief ook wie besloot, met welk mandaat. Zonder"
        " mandaatregister ondertekent altijd de ondertekenaar hieronder.",
    )
    ondertekenaar_naam = models.CharField("naam van de ondertekenaar", max_length=120, blank=True)
    ondertekenaar_functie = models.CharField("functie van de ondertekenaar", max_length=120, blank=True)
    mandaat = models.CharField(
        "mandaat", max_length=200, blank=True, help_text="Het mandaatbesluit en onderdeel, Awb artikel 10:10."
    )
    bezwaar_ondertekenaar_naam = models.CharField(
        "ondertekenaar van een besluit op bezwaar",
        max_length=120,
        blank=True,
        help_text="Iemand anders dan de ondertekenaar van de besluiten zelf (Awb artikel 10:3 lid 3).",
    )
    bezwaar_ondertekenaar_functie = models.CharField("functie van die ondertekenaar", max_length=120, blank=True)
    bezwaar_mandaat = models.CharField("mandaat voor een besluit op bezwaar", max_length=200, blank=True)

    history = Geschiedenis(excluded_fields=["logo"])
    objects = GemeenteQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d{4}$"), name="gemeente_code_vier_cijfers"),
            models.CheckConstraint(
                condition=models.Q(logo__isnull=True, logo_soort="")
                | models.Q(logo__isnull=False) & ~models.Q(logo_soort=""),
                name="gemeente_logo_met_soort",
            ),
        ]

    class Privacy:
        personal = ("ondertekenaar_naam", "bezwaar_ondertekenaar_naam")
        other = (
            "id", "code", "naam", "woonplaatsen", "college_naam", "afdeling", "briefhoofd", "telefoon", "email", "logo",
            "logo_soort", "bezwaar_adres", "rechtbank", "bezwaar_ondertekenaar_functie", "bezwaar_mandaat",
            "ondertekening", "ondertekenaar_functie", "mandaat",
        )  # fmt: skip

    def __str__(self) -> str:
        return self.naam

    def ontbreekt_voor_brief(self) -> list[str]:
        """Name what letters still need, by law (Awb 3:45, 10:10) or to be reached: empty when they can go out."""
        return [label for veld, label in BRIEFVELDEN.items() if not getattr(self, veld).strip()]

    def kernen(self) -> frozenset[str]:
        return frozenset(regel.strip() for regel in self.woonplaatsen.splitlines() if regel.strip())

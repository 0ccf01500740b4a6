from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F

from accounts.models import Gemeente, User
from cases.adres import MINSTENS_REGELS, regels_in_buitenland, regels_in_nederland, tekstregels
from cases.brpdatum import BrpDatum
from cases.keuzes import Kanaal, PostAan, Relatie
from cases.querysets import GemeenteDeelQuerySet
from cases.zoeken import Telefooncijfers, naamorde, zoeknaam
from cases.zoekquerysets import GezinslidQuerySet, PersoonQuerySet
from config.geschiedenis import Geschiedenis
from config.zoektekst import Zoektekst

# What tells where somebody lives or gets their post: of a geheim adres none of it is printed or listed.
ADRESVELDEN = (
    "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "adres_buitenland", "land",
    "postadres",
)  # fmt: skip


class Gezin(models.Model):
    """The people that one aanvraag concerns; SPUK component A counts once per gezin (SPR art. 6 lid 4a)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField("samenstelling vastgelegd op", null=True, blank=True)
    vastgelegd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = GemeenteDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "gezinnen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vastgelegd_op__isnull=True, vastgelegd_door__isnull=True)
                | models.Q(vastgelegd_op__isnull=False, vastgelegd_door__isnull=False),
                name="gezin_vastgelegd_op_en_door",
            )
        ]

    class Privacy:
        personal = ()
        other = ("id", "gemeente", "vastgelegd_op", "vastgelegd_door", "created_at")

    def __str__(self) -> str:
        return f"Gezin {self.pk}"


class Gezinslid(models.Model):
    """Somebody of the gezin beside the inwoner, as at the aanvraag or who came or went later.

    The composition at the aanvraag is frozen (Tiel 2025 art. 2 lid 2); what changed later is kept apart from it.
    """

    gezin = models.ForeignKey(Gezin, models.PROTECT, related_name="leden")
    # That of the gezin, said again: the index by which a name is found begins with it.
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+", db_index=False, editable=False)
    naam = models.CharField("naam", max_length=160)
    geboortedatum = models.CharField("geboortedatum", max_length=10, blank=True)
    relatie = models.CharField("relatie tot de inwoner", max_length=20, choices=Relatie.choices)
    bij_aanvraag = models.BooleanField("hoorde bij het gezin op de dag van de aanvraag", default=True)
    vanaf = models.DateField("erbij gekomen op", null=True, blank=True)
    tot = models.DateField("laatste dag bij het gezin", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "naam"
    history = Geschiedenis(excluded_fields=["gemeente"])
    objects = GezinslidQuerySet.as_manager()

    class Meta:
        ordering = ["geboortedatum", "naam", "id"]
        verbose_name_plural = "gezinsleden"
        indexes = [GinIndex(F("gemeente"), OpClass(Zoektekst("naam"), "gin_trgm_ops"), name="gezinslid_zoek_naam")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(naam=""), name="gezinslid_met_naam"),
            models.CheckConstraint(
                condition=models.Q(geboortedatum="") | models.Q(geboortedatum__regex=r"^\d{4}-\d\d-\d\d$"),
                name="gezinslid_geboortedatum_iso",
            ),
            models.CheckConstraint(condition=models.Q(tot__gte=models.F("vanaf")), name="gezinslid_tot_na_vanaf"),
            models.CheckConstraint(
                condition=models.Q(bij_aanvraag=True) | models.Q(vanaf__isnull=False), name="gezinslid_later_met_dag"
            ),
        ]

    class Privacy:
        personal = ("naam", "geboortedatum", "relatie", "vanaf", "tot", "toelichting")
        other = ("id", "gezin", "gemeente", "bij_aanvraag", "door", "created_at")

    def __str__(self) -> str:
        return f"{self.naam} ({self.get_relatie_display().lower()})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the gemeente of the gezin along, so that nobody is left out of what is found by name."""
        if self.gemeente_id is None:
            self.gemeente_id = self.gezin.gemeente_id
        super().save(*args, **kwargs)

    @property
    def geboren(self) -> BrpDatum | None:
        return BrpDatum.uit_iso(self.geboortedatum) if self.geboortedatum else None

    @property
    def telt_mee(self) -> bool:
        """Say whether somebody counts for the support: who was there at the aanvraag, also after leaving, or is now."""
        return self.bij_aanvraag or self.tot is None


class Persoon(models.Model):
    """A person as the gemeente knows them: name, birth date as in the BRP, address and ways to reach them."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+", db_index=False)
    bsn = models.CharField("burgerservicenummer", max_length=9, blank=True)
    voorletters = models.CharField("voorletters", max_length=80, blank=True)
    voorvoegsel = models.CharField("voorvoegsel", max_length=40, blank=True)
    achternaam = models.CharField("achternaam", max_length=250)
    geboortedatum = models.CharField("geboortedatum", max_length=10, blank=True)
    straat = models.CharField("straat", max_length=120, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=12, blank=True)
    huisletter = models.CharField("huisletter", max_length=4, blank=True)
    toevoeging = models.CharField("toevoeging", max_length=12, blank=True)
    postcode = models.CharField("postcode", max_length=8, blank=True)
    woonplaats = models.CharField("woonplaats", max_length=80, blank=True)
    adres_buitenland = models.TextField("adres in het buitenland", blank=True)
    land = models.CharField("land", max_length=80, blank=True, help_text="Leeg: Nederland.")
    postadres = models.TextField("postadres", blank=True)
    geheim_adres = models.BooleanField("geheim adres", default=False)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    email = models.CharField("e-mailadres", max_length=254, blank=True)
    voorkeurskanaal = models.CharField("liefst bereikt via", max_length=20, choices=Kanaal.choices, blank=True)
    taal = models.CharField("taal", max_length=40, blank=True, help_text="Leeg: Nederlands.")
    tolk = models.BooleanField("tolk nodig", default=False)
    post_aan = models.CharField("brieven gaan", max_length=20, choices=PostAan.choices, default=PostAan.INWONER)
    datum_overlijden = models.DateField("overleden op", null=True, blank=True)
    # Kept by PostgreSQL to search in: worked out for each name that is found, they took most of the time.
    zoeknaam = models.GeneratedField(expression=zoeknaam(), output_field=models.TextField(), db_persist=True)
    zoekachternaam = models.GeneratedField(
        expression=Zoektekst("achternaam"), output_field=models.TextField(), db_persist=True
    )

    history = Geschiedenis(excluded_fields=["zoeknaam", "zoekachternaam"])
    objects = PersoonQuerySet.as_manager()

    class Meta:
        ordering = ["achternaam", "voorletters"]
        verbose_name_plural = "personen"
        indexes = [
            GinIndex(F("gemeente"), OpClass("zoeknaam", "gin_trgm_ops"), name="persoon_zoek_naam"),
            models.Index(fields=["gemeente", "geboortedatum"], name="persoon_zoek_geboortedatum"),
            models.Index(fields=["gemeente", "postcode", "huisnummer"], name="persoon_zoek_adres"),
            models.Index(F("gemeente"), *naamorde(), name="persoon_op_naam"),
            models.Index(F("gemeente"), Telefooncijfers("telefoon"), name="persoon_zoek_telefoon"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "bsn"], condition=~models.Q(bsn=""), name="persoon_bsn_uniek_per_gemeente"
            ),
            models.CheckConstraint(
                condition=models.Q(bsn="") | models.Q(bsn__regex=r"^\d{9}$"), name="persoon_bsn_cijfers"
            ),
            models.CheckConstraint(
                condition=models.Q(geboortedatum="") | models.Q(geboortedatum__regex=r"^\d{4}-\d\d-\d\d$"),
                name="persoon_geboortedatum_iso",
            ),
            models.CheckConstraint(condition=~models.Q(achternaam=""), name="persoon_met_achternaam"),
        ]

    class Privacy:
        personal = (
            "bsn", "voorletters", "voorvoegsel", "achternaam", "geboortedatum", "straat", "huisnummer", "huisletter",
            "toevoeging", "postcode", "woonplaats", "adres_buitenland", "land", "postadres", "geheim_adres", "telefoon",
            "email", "voorkeurskanaal", "taal", "tolk", "post_aan", "datum_overlijden", "zoeknaam",
            "zoekachternaam",
        )  # fmt: skip
        other = ("id", "gemeente")

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        return " ".join(deel for deel in (self.voorletters, self.voorvoegsel, self.achternaam) if deel)

    @property
    def geboren(self) -> BrpDatum | None:
        return BrpDatum.uit_iso(self.geboortedatum) if self.geboortedatum else None

    @property
    def woont_in_buitenland(self) -> bool:
        return bool(self.adres_buitenland or self.land)

    @property
    def woonadres(self) -> tuple[str, ...]:
        """Give where somebody lives, as on an envelope; empty lines are left out."""
        if self.woont_in_buitenland:
            return regels_in_buitenland(self.adres_buitenland, self.land)
        return regels_in_nederland(
            straat=self.straat,
            huisnummer=self.huisnummer,
            huisletter=self.huisletter,
            toevoeging=self.toevoeging,
            postcode=self.postcode,
            woonplaats=self.woonplaats,
        )

    @property
    def postregels(self) -> tuple[str, ...]:
        """Give where letters go, also when that is secret: only who asks for it, which is logged, may see it."""
        return tekstregels(self.postadres) or self.woonadres

    @property
    def adresregels(self) -> tuple[str, ...]:
        """Give where letters go as it may be printed and listed: nothing of a geheim adres."""
        return () if self.geheim_adres else self.postregels

    @property
    def adres_volledig(self) -> bool:
        """Say whether a letter can be addressed; a geheim adres is written on the envelope by hand."""
        if self.postadres:
            return len(self.postregels) >= MINSTENS_REGELS
        if self.woont_in_buitenland:
            return bool(tekstregels(self.adres_buitenland) and self.land)
        return all((self.straat, self.huisnummer, self.postcode, self.woonplaats))

"""Bezwaar against a besluit, and who was heard about it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from accounts.models import User
from cases.adres import tekstregels
from cases.models import Betrokkene, Document, Dossier, Taak, Termijn
from cases.models.intrekbaar import Intrekbaar
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst
from planvanaanpak.bezwaarkeuzes import (
    Afziengrond,
    Bezwaarkanaal,
    Dictum,
    Hoorstatus,
    Indiener,
    Intrekwijze,
    Vervolg,
)
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.querysets import BezwaarDeelQuerySet, BezwaarQuerySet

NIEMAND_ANDERS = {"belanghebbende": "", "relatie": "", "adres": ""}


class Bezwaar(Intrekbaar):
    """A bezwaarschrift against a besluit, from its receipt to the besluit on it (Awb hoofdstukken 6 and 7).

    Whether it came in time is not stored: that follows from the clock of the bezwaartermijn, which may still move.
    What was entered by mistake is ingetrokken as any row; that the indiener withdraws the bezwaar (Awb art. 6:21) is
    `intrekking_datum`.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="bezwaren")
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="bezwaren", verbose_name="tegen welk besluit")
    termijn = models.OneToOneField(
        Termijn, models.PROTECT, null=True, blank=True, related_name="bezwaar", verbose_name="termijn om te beslissen"
    )
    ontvangen_op = models.DateField("ontvangen op")
    gepost_op = models.DateField("op de post gedaan op", null=True, blank=True)
    kanaal = models.CharField("hoe ontvangen", max_length=20, choices=Bezwaarkanaal.choices)
    indiener = models.CharField("wie maakt bezwaar", max_length=20, choices=Indiener.choices)
    gemachtigde = models.ForeignKey(
        Betrokkene, models.PROTECT, null=True, blank=True, related_name="bezwaren", verbose_name="namens de indiener"
    )
    # Somebody else than the inwoner whose interest is directly concerned (Awb art. 1:2), with an address of their own.
    belanghebbende = models.CharField("naam van de belanghebbende", max_length=160, blank=True)
    relatie = models.CharField("relatie tot de inwoner", max_length=120, blank=True)
    adres = models.TextField("postadres van de belanghebbende", blank=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="bezwaarschrift")
    gronden = models.TextField("waarom de indiener het niet eens is", blank=True)
    aanvullen_tot = models.DateField("aanvullen tot en met", null=True, blank=True)
    commissie = models.BooleanField("met adviescommissie", default=False)
    # Asked in the bezwaarschrift to go to the court at once, and what was decided on that (Awb art. 7:1a).
    rechtstreeks = models.BooleanField("vraagt rechtstreeks beroep", default=False)
    instemming = models.BooleanField("instemming met rechtstreeks beroep", null=True, blank=True)
    instemming_reden = models.TextField("waarom wel of niet rechtstreeks beroep", blank=True)
    instemming_op = models.DateTimeField(null=True, blank=True)
    instemming_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    doorgezonden_op = models.DateField("doorgezonden aan het gerecht op", null=True, blank=True)
    bevestiging = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ontvangstbevestiging"
    )
    verschoonbaar = models.BooleanField("te laat is verschoonbaar", null=True, blank=True)
    verschoonbaar_reden = models.TextField("waarom wel of niet verschoonbaar", blank=True)
    verschoonbaar_op = models.DateTimeField(null=True, blank=True)
    verschoonbaar_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    afzien_grond = models.CharField("waarom niet gehoord", max_length=30, choices=Afziengrond.choices, blank=True)
    afzien_toelichting = models.TextField("toelichting bij niet horen", blank=True)
    advies_datum = models.DateField("datum van het advies", null=True, blank=True)
    advies_strekking = models.CharField("advies", max_length=20, choices=Dictum.choices, blank=True)
    advies_tekst = models.TextField("wat de commissie adviseert", blank=True)
    advies_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="advies als document"
    )
    intrekking_datum = models.DateField("ingetrokken door de indiener op", null=True, blank=True)
    intrekking_wijze = models.CharField("hoe ingetrokken", max_length=20, choices=Intrekwijze.choices, blank=True)
    intrekking_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="brief van intrekking"
    )
    beslissing = models.OneToOneField(
        Besluit, models.PROTECT, null=True, blank=True, related_name="beslist_op", verbose_name="besluit op bezwaar"
    )
    dictum = models.CharField("dictum", max_length=20, choices=Dictum.choices, blank=True)
    vervolg = models.CharField("wat er volgt", max_length=20, choices=Vervolg.choices, blank=True)
    vervolg_taak = models.OneToOneField(
        Taak, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="taak voor het nieuwe besluit"
    )
    vervolg_besluit = models.ForeignKey(
        Besluit, models.PROTECT, null=True, blank=True, related_name="na_bezwaar", verbose_name="nieuw besluit"
    )
    # The uitspraak after which there is a decision to take anew; the one before it stands at that beroep.
    na_uitspraak = models.ForeignKey(
        "Beroep", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="opnieuw te beslissen na"
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "ontvangen_op"
    history = Geschiedenis()
    objects = BezwaarQuerySet.as_manager()

    class Meta(Intrekbaar.Meta):
        ordering = ["-ontvangen_op", "-id"]
        verbose_name_plural = "bezwaren"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(
                condition=Q(verschoonbaar__isnull=True, verschoonbaar_op__isnull=True, verschoonbaar_door__isnull=True)
                | Q(verschoonbaar__isnull=False, verschoonbaar_op__isnull=False, verschoonbaar_door__isnull=False)
                & ~Q(verschoonbaar_reden=""),
                name="bezwaar_verschoonbaar_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(indiener=Indiener.GEMACHTIGDE, gemachtigde__isnull=False, **NIEMAND_ANDERS)
                | Q(indiener=Indiener.RECHTHEBBENDE, gemachtigde__isnull=True, **NIEMAND_ANDERS)
                | Q(indiener=Indiener.BELANGHEBBENDE) & ~Q(belanghebbende="") & ~Q(relatie="") & ~Q(adres=""),
                name="bezwaar_door_wie",
            ),
            models.CheckConstraint(
                condition=Q(instemming__isnull=True, instemming_op__isnull=True, instemming_door__isnull=True)
                | Q(instemming__isnull=False, instemming_op__isnull=False, instemming_door__isnull=False)
                & ~Q(instemming_reden=""),
                name="bezwaar_instemming_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(doorgezonden_op__isnull=True) | Q(beslissing__isnull=True, intrekking_datum__isnull=True),
                name="bezwaar_doorgezonden_of_beslist",
            ),
            models.CheckConstraint(
                condition=Q(advies_datum__isnull=True, advies_strekking="")
                | Q(advies_datum__isnull=False) & ~Q(advies_strekking=""),
                name="bezwaar_advies_met_datum",
            ),
            models.CheckConstraint(
                condition=Q(intrekking_datum__isnull=True, intrekking_wijze="")
                | Q(intrekking_datum__isnull=False) & ~Q(intrekking_wijze=""),
                name="bezwaar_intrekking_met_wijze",
            ),
            models.CheckConstraint(
                condition=Q(beslissing__isnull=True, dictum="", vervolg="")
                | Q(beslissing__isnull=False, intrekking_datum__isnull=True) & ~Q(dictum="") & ~Q(vervolg=""),
                name="bezwaar_beslissing_met_dictum",
            ),
            # One of each belanghebbende; somebody who withdrew a bezwaar within the termijn may make a new one.
            models.UniqueConstraint(
                F("besluit"),
                Lower("belanghebbende"),
                condition=Q(ingetrokken_op__isnull=True, intrekking_datum__isnull=True),
                name="bezwaar_een_per_indiener",
            ),
        ]

    class Privacy:
        personal = (
            "ontvangen_op", "gepost_op", "kanaal", "indiener", "belanghebbende", "relatie", "adres", "gronden",
            "aanvullen_tot", "rechtstreeks", "instemming", "instemming_reden", "doorgezonden_op", "verschoonbaar",
            "verschoonbaar_reden", "afzien_grond", "afzien_toelichting", "advies_datum", "advies_strekking",
            "advies_tekst", "intrekking_datum", "intrekking_wijze", "dictum", "vervolg", "ingetrokken_reden",
        )  # fmt: skip
        other = (
            "id", "dossier", "besluit", "termijn", "gemachtigde", "document", "commissie", "bevestiging",
            "verschoonbaar_op", "verschoonbaar_door", "advies_document", "intrekking_document", "beslissing",
            "vervolg_taak", "vervolg_besluit", "na_uitspraak", "instemming_op", "instemming_door", "door", "created_at",
            "ingetrokken_op", "ingetrokken_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Bezwaar van {datumtekst(self.ontvangen_op)}"

    def get_absolute_url(self) -> str:
        return reverse("bezwaar", args=[self.dossier.nummer, self.pk])

    @property
    def aanleiding(self) -> str:
        """Name the event of its clock; after an uitspraak there is another one."""
        return f"bezwaar:{self.pk}:{self.na_uitspraak_id}" if self.na_uitspraak_id else f"bezwaar:{self.pk}"

    @property
    def van_wie(self) -> str:
        """Name whose bezwaar it is: de inwoner; M. Bakker."""
        return self.belanghebbende or "de inwoner"

    @property
    def adresregels(self) -> tuple[str, ...]:
        """Give the address of a belanghebbende; that of the inwoner stands at the persoon."""
        return tekstregels(self.adres)

    @property
    def loopt(self) -> bool:
        """Tell whether there is still a decision to take on it."""
        is_af = self.beslissing_id or self.intrekking_datum or self.doorgezonden_op or self.is_ingetrokken
        return not is_af

    @property
    def wacht_op_besluit(self) -> bool:
        """Tell whether the new besluit that comes in the place of the old one is still to be linked."""
        return self.vervolg == Vervolg.NIEUW_BESLUIT and self.vervolg_besluit_id is None


class Hoorzitting(models.Model):
    """A day on which the indiener is heard, planned, held or called off (Awb art. 7:2 to 7:7)."""

    bezwaar = models.ForeignKey(Bezwaar, models.PROTECT, related_name="hoorzittingen")
    datum = models.DateField("datum")
    tijd = models.TimeField("tijd")
    plaats = models.CharField("plaats", max_length=160)
    door_wie = models.CharField("wie hoort", max_length=200)
    # When and how the indiener agreed to less than a week for the papers (Awb art. 7:4 lid 5).
    instemming = models.CharField("instemming met een kortere tijd voor de stukken", max_length=300, blank=True)
    status = models.CharField("status", max_length=20, choices=Hoorstatus.choices, default=Hoorstatus.GEPLAND)
    aanwezig = models.CharField("wie er waren", max_length=300, blank=True)
    verslag = models.TextField("verslag", blank=True)
    verslag_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="verslag als document"
    )
    uitnodiging = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="uitnodiging"
    )
    afgezegd_reden = models.CharField("waarom afgezegd", max_length=300, blank=True)
    taak = models.OneToOneField(
        Taak, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="taak op die dag"
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "datum"
    history = Geschiedenis()
    objects = BezwaarDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "hoorzittingen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=Hoorstatus.AFGEZEGD) & Q(afgezegd_reden="")
                | Q(status=Hoorstatus.AFGEZEGD) & ~Q(afgezegd_reden=""),
                name="hoorzitting_afgezegd_met_reden",
            ),
            models.UniqueConstraint(
                fields=["bezwaar"], condition=Q(status=Hoorstatus.GEPLAND), name="hoorzitting_een_gepland"
            ),
        ]

    class Privacy:
        personal = ("datum", "tijd", "plaats", "door_wie", "instemming", "aanwezig", "verslag", "afgezegd_reden")
        other = ("id", "bezwaar", "status", "verslag_document", "uitnodiging", "taak", "door", "created_at")

    def __str__(self) -> str:
        return f"Hoorzitting van {datumtekst(self.datum)}"

    @property
    def heeft_verslag(self) -> bool:
        return bool(self.verslag.strip()) or self.verslag_document_id is not None

from django.db import models

from accounts.models import User
from cases.keuzes import BEREIKT, MET_EEN_ANDER, Contactuitkomst, Kanaal, VerificatieAntwoord, VerificatieKanaal
from cases.models.dossier import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.querysets import ContactQuerySet, DossierDeelQuerySet
from config.geschiedenis import Geschiedenis
from config.weergave import datum as datumtekst


class Contact(Intrekbaar):
    """A contact with the rechthebbende, or an attempt at one."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="contacten")
    datum = models.DateField("datum")
    kanaal = models.CharField("kanaal", max_length=20, choices=Kanaal.choices)
    uitkomst = models.CharField("uitkomst", max_length=30, choices=Contactuitkomst.choices)
    met = models.CharField("met wie", max_length=120, blank=True, help_text="Leeg: de inwoner zelf.")
    tekst = models.TextField("waar het over ging", blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    onderwerp_veld = "datum"
    history = Geschiedenis()
    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        verbose_name_plural = "contacten"
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(uitkomst__in=MET_EEN_ANDER) | ~models.Q(met=""), name="contact_noemt_wie"
            ),
        ]

    class Privacy:
        personal = ("datum", "kanaal", "uitkomst", "met", "tekst", "ingetrokken_reden")
        other = ("id", "dossier", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()}, {self.get_uitkomst_display().lower()}"

    @property
    def is_bereikt(self) -> bool:
        """Say whether there really was contact: an attempt, or a talk with somebody else, is no first contact."""
        return self.uitkomst in BEREIKT

    @property
    def is_met_ander(self) -> bool:
        """Say whether it was a talk with somebody who is neither the rechthebbende nor acts for them."""
        return self.uitkomst == Contactuitkomst.IEMAND_ANDERS_BEREIKT


class Verificatie(Intrekbaar):
    """The question to UHT whether this person belongs to the doelgroep, and its answer (VNG SPUK-handreiking §5.3)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="verificaties")
    datum_gevraagd = models.DateField("gevraagd op")
    kanaal = models.CharField("hoe", max_length=20, choices=VerificatieKanaal.choices)
    spoed = models.BooleanField("met spoed", default=False)
    antwoord = models.CharField("antwoord", max_length=20, choices=VerificatieAntwoord.choices, blank=True)
    datum_antwoord = models.DateField("antwoord op", null=True, blank=True)
    antwoord_van = models.CharField("wie bij UHT antwoordde", max_length=120, blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis()
    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-datum_gevraagd", "-id"]
        constraints = [
            *Intrekbaar.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(datum_antwoord__gte=models.F("datum_gevraagd")), name="verificatie_antwoord_na_vraag"
            ),
            models.CheckConstraint(
                condition=models.Q(antwoord="", datum_antwoord__isnull=True)
                | ~models.Q(antwoord="") & models.Q(datum_antwoord__isnull=False),
                name="verificatie_antwoord_met_datum",
            ),
            models.CheckConstraint(
                condition=models.Q(spoed=False) | models.Q(kanaal=VerificatieKanaal.TELEFOON),
                name="verificatie_spoed_per_telefoon",
            ),
        ]

    class Privacy:
        personal = (
            "datum_gevraagd", "kanaal", "spoed", "antwoord", "datum_antwoord", "antwoord_van", "ingetrokken_reden",
        )  # fmt: skip
        other = ("id", "dossier", "door", "created_at", "ingetrokken_op", "ingetrokken_door")

    def __str__(self) -> str:
        if self.datum_antwoord is None:
            return f"Gevraagd op {datumtekst(self.datum_gevraagd)}"
        return f"{self.get_antwoord_display()} op {datumtekst(self.datum_antwoord)}"

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round

from cases.keuzes import BedreigendeSituatie, Leefgebied
from cases.models import Gezinslid
from config.geschiedenis import Geschiedenis
from planvanaanpak.keuzes import Noodzaak, Voorstel, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.models.plan import Doel, PlanVanAanpak
from planvanaanpak.querysets import VoorzieningQuerySet
from planvanaanpak.voorzieningkeuzes import BetaaldAan, Prijsbasis, Schuld, Toegang, VoorWie


class Voorziening(models.Model):
    """What the college proposes to grant or refuse on a leefgebied, and after the besluit what it did."""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="voorzieningen")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied.choices)
    omschrijving = models.CharField("wat", max_length=120)
    soort = models.CharField("soort", max_length=20, choices=VoorzieningSoort.choices)
    toegang = models.CharField("toegang", max_length=10, choices=Toegang.choices, default=Toegang.NIET_VRIJ)
    voor_wie = models.CharField("voor wie", max_length=10, choices=VoorWie.choices, default=VoorWie.INWONER)
    gezinslid = models.ForeignKey(
        Gezinslid, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="gezinslid"
    )
    doel = models.ForeignKey(Doel, models.SET_NULL, null=True, blank=True, related_name="voorzieningen")
    noodzaak = models.CharField("nodig of wens", max_length=10, choices=Noodzaak.choices)
    motivering = models.TextField("waarom")
    obstakel = models.TextField("obstakel dat dit wegneemt", blank=True)
    geschiktheid = models.TextField("geschiktheid", blank=True)
    noodzakelijkheid = models.TextField("noodzakelijkheid", blank=True)
    evenredigheid = models.TextField("evenredigheid", blank=True)
    voorstel = models.CharField("voorstel", max_length=10, choices=Voorstel.choices, default=Voorstel.TOEKENNEN)
    # The ground in words and its article, as they were when it was chosen; the code finds it in the beleid.
    weigeringsgrond = models.CharField("grond voor het afwijzen", max_length=200, blank=True)
    grond_code = models.CharField("code van de grond", max_length=20, blank=True)
    grond_artikel = models.CharField("artikel van de grond", max_length=120, blank=True)
    # What the inwoner thinks of a refusal, or why that was not asked (Awb art. 4:7).
    zienswijze = models.TextField("wat de inwoner van het afwijzen vindt", blank=True)
    # The code of the ground in the beleid whose exception is used, or that is refused on in spite of it.
    uitzondering = models.CharField("uitzondering", max_length=20, blank=True)
    uitzondering_waarom = models.TextField("waarom de uitzondering wel of niet geldt", blank=True)
    uitzondering_situatie = models.CharField(
        "bedreigende situatie van toen", max_length=20, choices=BedreigendeSituatie.choices, blank=True
    )
    uitzondering_datum = models.DateField("dag van die situatie", null=True, blank=True)
    # Which other voorziening keeps a bedreigende situatie from coming back, and why that one.
    vervolg = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    vervolg_waarom = models.TextField("waarom dat herhaling voorkomt", blank=True)
    nogmaals = models.TextField("waarom nog een keer", blank=True)
    # Empty is not asked: only of the leefgebied financiën, and not of what was proposed before it was asked.
    schuld = models.CharField("betaalt dit schulden", max_length=12, choices=Schuld.choices, blank=True)
    aantal = models.DecimalField("aantal", max_digits=8, decimal_places=2, default=1)
    eenheid = models.CharField("eenheid", max_length=30, blank=True)
    eenheidsprijs = models.DecimalField(
        "prijs per stuk, met btw", max_digits=10, decimal_places=2, null=True, blank=True
    )
    bedrag = models.DecimalField("bedrag, met btw", max_digits=10, decimal_places=2)
    # None is not known yet, which is something else than no btw.
    btw = models.DecimalField("waarvan btw", max_digits=10, decimal_places=2, null=True, blank=True, default=0)
    prijsbasis = models.CharField("waar de prijs op rust", max_length=20, choices=Prijsbasis.choices, blank=True)
    nibudprijs = models.ForeignKey("Nibudprijs", models.PROTECT, null=True, blank=True, related_name="voorzieningen")
    dienst = models.ForeignKey("Dienst", models.PROTECT, null=True, blank=True, related_name="voorzieningen")
    prijs_bron = models.CharField("bron van de prijs", max_length=400, blank=True)
    prijs_reden = models.TextField("waarom niet de prijs van het Nibud", blank=True)
    betaald_aan = models.CharField("wie betaald wordt", max_length=10, choices=BetaaldAan.choices, blank=True)
    looptijd_vanaf = models.DateField("vanaf", null=True, blank=True)
    looptijd_tot = models.DateField("tot en met", null=True, blank=True)
    uitvoerder = models.CharField("wie levert of voert uit", max_length=120, blank=True)
    status = models.CharField(
        "status",
        max_length=10,
        choices=VoorzieningStatus.choices,
        default=VoorzieningStatus.VOORSTEL,
    )
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="voorzieningen")
    herzien_met = models.ForeignKey(
        Besluit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="herziene",
        verbose_name="herzien met",
    )

    onderwerp_veld = "omschrijving"
    history = Geschiedenis()
    objects = VoorzieningQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "voorzieningen"
        constraints = [
            models.CheckConstraint(
                condition=Q(bedrag__gte=Decimal(0)),
                name="voorziening_bedrag_niet_negatief",
            ),
            models.CheckConstraint(condition=~Q(motivering=""), name="voorziening_gemotiveerd"),
            models.CheckConstraint(
                condition=Q(looptijd_tot__isnull=True)
                | Q(looptijd_vanaf__isnull=True)
                | Q(looptijd_tot__gte=models.F("looptijd_vanaf")),
                name="voorziening_looptijd_vooruit",
            ),
            models.CheckConstraint(
                condition=Q(status=VoorzieningStatus.VOORSTEL, besluit__isnull=True)
                | (~Q(status=VoorzieningStatus.VOORSTEL) & Q(besluit__isnull=False)),
                name="voorziening_beslist_met_besluit",
            ),
            models.CheckConstraint(condition=Q(aantal__gt=0), name="voorziening_aantal_meer_dan_nul"),
            models.CheckConstraint(
                condition=Q(eenheidsprijs__isnull=True) | Q(bedrag=Round(F("aantal") * F("eenheidsprijs"), 2)),
                name="voorziening_bedrag_is_aantal_maal_prijs",
            ),
            models.CheckConstraint(condition=Q(btw__gte=0, btw__lte=F("bedrag")), name="voorziening_btw_in_bedrag"),
            models.CheckConstraint(
                condition=Q(gezinslid__isnull=True) | Q(voor_wie=VoorWie.GEZINSLID), name="voorziening_voor_gezinslid"
            ),
            models.CheckConstraint(
                condition=Q(prijsbasis="", nibudprijs__isnull=True, dienst__isnull=True)
                | Q(eenheidsprijs__isnull=False)
                & (
                    Q(prijsbasis=Prijsbasis.NIBUD, nibudprijs__isnull=False, dienst__isnull=True)
                    | Q(prijsbasis=Prijsbasis.DIENST, nibudprijs__isnull=True, dienst__isnull=False)
                    | Q(prijsbasis=Prijsbasis.VERGELIJKING, nibudprijs__isnull=True, dienst__isnull=True)
                    & ~Q(prijs_reden="")
                    | Q(prijsbasis=Prijsbasis.OFFERTE, nibudprijs__isnull=True, dienst__isnull=True) & ~Q(prijs_bron="")
                ),
                name="voorziening_prijs_met_basis",
            ),
            models.CheckConstraint(
                condition=Q(uitzondering_situatie="", uitzondering_datum__isnull=True)
                | ~Q(uitzondering_situatie="") & Q(uitzondering_datum__isnull=False),
                name="voorziening_situatie_met_dag",
            ),
        ]

    class Privacy:
        personal = (
            "leefgebied",
            "omschrijving",
            "motivering",
            "noodzaak",
            "weigeringsgrond",
            "grond_code",
            "grond_artikel",
            "zienswijze",
            "bedrag",
            "uitvoerder",
            "voor_wie",
            "gezinslid",
            "doel",
            "obstakel",
            "geschiktheid",
            "noodzakelijkheid",
            "evenredigheid",
            "uitzondering",
            "uitzondering_waarom",
            "uitzondering_situatie",
            "uitzondering_datum",
            "vervolg_waarom",
            "nogmaals",
            "schuld",
            "prijs_bron",
            "prijs_reden",
        )
        other = (
            "id",
            "plan",
            "soort",
            "toegang",
            "aantal",
            "eenheid",
            "eenheidsprijs",
            "btw",
            "prijsbasis",
            "nibudprijs",
            "dienst",
            "betaald_aan",
            "voorstel",
            "looptijd_vanaf",
            "looptijd_tot",
            "status",
            "besluit",
            "herzien_met",
            "vervolg",
        )

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def is_toe_te_kennen(self) -> bool:
        """Say whether granting it takes a besluit: what is vrij toegankelijk is only described (VNG 2025 §4.3)."""
        return self.voorstel == Voorstel.TOEKENNEN and self.toegang != Toegang.VRIJ

    @property
    def is_vrij(self) -> bool:
        """Say whether the plan only names it: anybody may use it, and the inwoner sees to it with who gives it."""
        return self.voorstel == Voorstel.TOEKENNEN and self.toegang == Toegang.VRIJ

    @property
    def netto(self) -> Decimal | None:
        """Give the amount without btw: what counts in SiSa B2; None while the btw is not known."""
        return None if self.btw is None else self.bedrag - self.btw

    @property
    def voor_wie_tekst(self) -> str:
        """Name who it is for; a gezinslid that was taken out since has no name any more."""
        if self.voor_wie == VoorWie.GEZINSLID and self.gezinslid is not None:
            return self.gezinslid.naam
        return self.get_voor_wie_display()

    @property
    def is_sanering(self) -> bool:
        """Say whether this is a saneringskrediet, of which its own row holds the facts."""
        return hasattr(self, "saneringskrediet")

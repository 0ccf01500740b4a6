"""One voorziening: what is proposed, why, for how much and for how long."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from cases.forms.dossierformulier import tekstvak
from cases.keuzes import Leefgebied
from config.forms import DatumVeld, EuroVeld
from config.weergave import datum, euro, hoeveelheid
from planvanaanpak.actions.plan import VOORZIENINGVELDEN, VoorstelGewijzigd, stempel_van
from planvanaanpak.actions.voorzieningverband import ANDER_DOEL
from planvanaanpak.forms.gronden import Grondvelden
from planvanaanpak.forms.velden import AantalVeld, lees_wie, wie_keuzes, wie_waarde
from planvanaanpak.keuring import keur
from planvanaanpak.keuzes import DoelStatus, Noodzaak, Voorstel, VoorzieningSoort
from planvanaanpak.models import Doel, PlanVanAanpak, Voorziening
from planvanaanpak.planbron import plan_van
from planvanaanpak.poortdag import poortdag
from planvanaanpak.prijs import bedrag_van
from planvanaanpak.vensters import vensters_van
from planvanaanpak.voorzieningkeuzes import BetaaldAan, Schuld, Toegang
from planvanaanpak.weigering import ANDERS

MOTIVERING = "Kort, in een of twee zinnen. De inwoner leest dit in de brief en de rechter kijkt hiernaar. Schrijf ‘u’."
TOETS = "Nodig bij toekennen. Staat in de brief."
# A field that is stored under another name than the form shows it.
GETOOND = {"gezinslid": "voor_wie", "grond_code": "weigeringsgrond", "grond_artikel": "grond_anders_artikel"}


class VoorzieningForm(Grondvelden):
    """Which other fields are needed hangs on the voorstel, so their help tells it."""

    markeer_niet_verplicht = (
        "doel", "grond_anders_artikel", "uitzondering", "aantal", "eenheid", "eenheidsprijs", "btw", "looptijd_vanaf",
        "looptijd_tot", "uitvoerder",
    )  # fmt: skip

    leefgebied = forms.ChoiceField(label="Leefgebied", choices=Leefgebied.choices)
    omschrijving = forms.CharField(
        label="Wat?", max_length=120, help_text="Kort, zoals het in de brief staat. Bijvoorbeeld: koelkast."
    )
    schuld = forms.ChoiceField(
        label="Betaalt dit schulden of achterstanden? (alleen bij financiën)",
        choices=Schuld.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="Nodig bij het leefgebied financiën. Schulden kunt u alleen zo betalen.",
    )
    doel = forms.ModelChoiceField(
        label="Bij welk doel?",
        queryset=Doel.objects.none(),
        required=False,
        empty_label="Geen doel in het bijzonder",
    )
    voor_wie = forms.ChoiceField(label="Voor wie?", required=False)
    soort = forms.ChoiceField(label="Soort", choices=VoorzieningSoort.choices, widget=forms.RadioSelect)
    toegang = forms.ChoiceField(label="Toegang", choices=Toegang.choices, widget=forms.RadioSelect, required=False)
    noodzaak = forms.ChoiceField(
        label="Nodig of wens?",
        choices=Noodzaak.choices,
        widget=forms.RadioSelect,
        help_text="Alleen wat nodig is voor een nieuwe start kunt u toekennen.",
    )
    motivering = forms.CharField(label="Waarom?", max_length=5000, widget=tekstvak(4), help_text=MOTIVERING)
    obstakel = forms.CharField(
        label="Welk obstakel neemt dit weg?", required=False, max_length=2000, widget=tekstvak(2), help_text=TOETS
    )
    geschiktheid = forms.CharField(
        label="Geschikt: helpt dit om het doel te bereiken?",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text=TOETS,
    )
    noodzakelijkheid = forms.CharField(
        label="Noodzakelijk: kan het ook op een andere manier?",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text=f"{TOETS} Denk aan wat vrij toegankelijk of goedkoper is.",
    )
    evenredigheid = forms.CharField(
        label="Evenredig: staat dit in verhouding tot het doel?",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text=TOETS,
    )
    voorstel = forms.ChoiceField(label="Voorstel", choices=Voorstel.choices, widget=forms.RadioSelect)
    nogmaals = forms.CharField(
        label="Waarom nog een keer? (alleen bij een goed dat er al is)",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text="Nodig als dit goed al is vergoed of voorgesteld, ook voor een ander in het gezin.",
    )
    aantal = AantalVeld(label="Aantal", required=False, max_digits=8, help_text="Vult u niets in, dan is het er één.")
    eenheid = forms.CharField(
        label="Waarvan?", required=False, max_length=30, help_text="Bijvoorbeeld: gesprekken of uur."
    )
    eenheidsprijs = EuroVeld(
        label="Prijs per stuk, met btw",
        required=False,
        max_digits=10,
        help_text="Aantal maal prijs is het bedrag.",
    )
    bedrag = EuroVeld(
        label="Bedrag, met btw",
        required=False,
        max_digits=10,
        help_text="Leeg als u een prijs per stuk invult. 0 als het niets kost. Bij afwijzen: wat het zou kosten.",
    )
    btw = EuroVeld(
        label="Waarvan btw",
        required=False,
        max_digits=10,
        help_text="Leeg: nog niet bekend. 0: geen btw.",
    )
    looptijd_vanaf = DatumVeld(label="Vanaf", required=False, help_text="Laat leeg als het eenmalig is.")
    looptijd_tot = DatumVeld(label="Tot en met", required=False, help_text="De laatste dag.")
    uitvoerder = forms.CharField(
        label="Wie levert of voert uit?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld een winkel of een coach.",
    )
    betaald_aan = forms.ChoiceField(
        label="Wie betalen wij?",
        required=False,
        choices=[("", "Nog niet bekend"), *BetaaldAan.choices],
        help_text="Nodig voor het besluit, als het iets kost.",
    )
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, voorziening: Voorziening | None = None, leefgebied: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dag = poortdag(self.dossier, voorziening.omschrijving if voorziening else "", self.on)
        self.vensters = vensters_van(self.dossier, self.dag)
        self.is_onderbouwd = voorziening is not None and bool(voorziening.prijsbasis)
        plan = plan_van(self.dossier)
        self.kies_gronden(plan, voorziening)
        self._kies_rest(plan, voorziening)
        self.initial = {"leefgebied": leefgebied, "voorstel": Voorstel.TOEKENNEN, "toegang": Toegang.NIET_VRIJ}
        if voorziening is not None:
            self.initial = self._begin(voorziening)
        if venster := self.vensters.voor(VoorzieningSoort.MATERIEEL):
            self.fields["soort"].help_text = venster.tekst
        if (besluiten := self.vensters.besluiten) and not besluiten.is_open:
            self.fields["voorstel"].help_text = besluiten.tekst

    def _kies_rest(self, plan: PlanVanAanpak | None, voorziening: Voorziening | None) -> None:
        """Offer the people of the gezin and the doelen that the plan still has; keep a price that was set."""
        velden: dict[str, Any] = self.fields
        velden["voor_wie"].choices = wie_keuzes(self.dossier, voorziening.gezinslid_id if voorziening else None)
        if plan is not None:
            nu = Q(pk=voorziening.doel_id) if voorziening else Q()
            velden["doel"].queryset = plan.doelen.filter(nu | ~Q(status=DoelStatus.VERVALLEN))
        for veld in ("eenheidsprijs", "bedrag"):
            velden[veld].disabled = self.is_onderbouwd
        if self.is_onderbouwd:
            velden["bedrag"].help_text = "Dit volgt uit het aantal en de prijs. De prijs past u aan bij Prijs."

    def _begin(self, voorziening: Voorziening) -> dict[str, Any]:
        begin = {veld: getattr(voorziening, veld) for veld in VOORZIENINGVELDEN}
        begin["stempel"] = stempel_van(voorziening)
        begin["voor_wie"] = wie_waarde(voorziening.voor_wie, voorziening.gezinslid_id)
        return begin | self.begin_gronden(voorziening)

    def clean(self) -> dict[str, Any]:
        """Make one ground of the two fields, and check the whole as the action will."""
        gegevens = super().clean() or {}
        if "weigeringsgrond" in gegevens:
            self.lees_grond(gegevens)
        self._reken(gegevens)
        dag = poortdag(self.dossier, gegevens.get("omschrijving") or "", self.on)
        vensters = self.vensters if dag == self.dag else vensters_van(self.dossier, dag)
        for veld, melding in (keur(gegevens, vensters) | self._keur_verband(gegevens)).items():
            if veld == "weigeringsgrond" and self.data.get(self.add_prefix(veld)) == ANDERS:
                self.add_error("grond_anders", "Schrijf op wat de grond is.")
            elif veld not in self.errors:
                self.add_error(veld, melding)
        return gegevens

    def _reken(self, gegevens: dict[str, Any]) -> None:
        """Fill in what was left empty: one, and the amount that follows from aantal and price."""
        gegevens["voor_wie"], gegevens["gezinslid"] = lees_wie(self.dossier, gegevens.get("voor_wie") or "")
        gegevens["toegang"] = gegevens.get("toegang") or Toegang.NIET_VRIJ
        if "aantal" in gegevens and gegevens["aantal"] is None:
            gegevens["aantal"] = Decimal(1)
        if gegevens.get("leefgebied") != Leefgebied.FINANCIEN:
            gegevens["schuld"] = ""
        if self.is_onderbouwd:
            gegevens["bedrag"] = None
        prijs, aantal = gegevens.get("eenheidsprijs"), gegevens.get("aantal")
        if gegevens.get("bedrag") is None and "bedrag" not in self.errors:
            if prijs is not None and aantal is not None:
                gegevens["bedrag"] = bedrag_van(aantal, prijs)
            elif not {"eenheidsprijs", "aantal"} & set(self.errors):
                self.add_error("bedrag", "Vul een bedrag in.")

    def _keur_verband(self, gegevens: dict[str, Any]) -> dict[str, str]:
        """Check the doel, the schulden and the ground as the action will."""
        doel, fouten = gegevens.get("doel"), {}
        if doel is not None and gegevens.get("leefgebied") not in (None, doel.leefgebied):
            fouten["doel"] = ANDER_DOEL
        if gegevens.get("leefgebied") == Leefgebied.FINANCIEN and not gegevens.get("schuld"):
            fouten["schuld"] = "Kies of dit schulden of achterstanden betaalt."
        return fouten | self.keur_gronden(gegevens)

    def toon_botsing(self, fout: VoorstelGewijzigd) -> None:
        """Show what is stored now at each field that differs; who saves after that has seen it."""
        self.data = {**self.data.dict(), self.add_prefix("stempel"): stempel_van(fout.nu)}  # type: ignore[attr-defined]
        self.add_error(None, str(fout))
        for veld in VOORZIENINGVELDEN:
            if self.cleaned_data.get(veld) != getattr(fout.nu, veld):
                self.add_error(GETOOND.get(veld, veld), f"Bewaard is nu: {self._woorden(fout.nu, veld)}")

    def _woorden(self, voorziening: Voorziening, veld: str) -> str:
        """Give a stored value as a person reads it."""
        waarde = getattr(voorziening, veld)
        if isinstance(waarde, Decimal):
            return hoeveelheid(waarde) if veld == "aantal" else euro(waarde)
        if isinstance(waarde, date):
            return datum(waarde)
        label = getattr(voorziening, f"get_{veld}_display", None)
        return str(label() if label else waarde or "niets")

    @property
    def voorziening(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in VOORZIENINGVELDEN}

"""One voorziening: what is proposed, why, for how much and for how long."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import Leefgebied
from config.forms import DatumVeld, EuroVeld
from config.weergave import datum, euro
from planvanaanpak.actions.plan import VOORZIENINGVELDEN, VoorstelGewijzigd, stempel_van
from planvanaanpak.keuring import keur
from planvanaanpak.keuzes import Noodzaak, Voorstel, VoorzieningSoort
from planvanaanpak.models import Voorziening
from planvanaanpak.vensters import vensters_van

# The ground that every gemeente has: Wht art. 2.21 gives support towards a nieuwe start (VNG handreiking 2025 §3.5).
GEEN_NOODZAAK = "Niet nodig voor een nieuwe start: het is een wens"
ANDERS = "anders"
MOTIVERING = (
    "Noem het obstakel, het doel en waarom iets goedkopers niet past. De inwoner leest dit in de brief en de rechter"
    " kijkt hiernaar. Schrijf ‘u’."
)


class VoorzieningForm(Dossierformulier):
    """Which fields are needed hangs on the voorstel, so each label tells it itself."""

    markeer_niet_verplicht = False

    leefgebied = forms.ChoiceField(label="Leefgebied", choices=Leefgebied.choices, help_text="Bij welk doel hoort het?")
    omschrijving = forms.CharField(
        label="Wat?", max_length=120, help_text="Kort, zoals het in de brief staat. Bijvoorbeeld: koelkast."
    )
    soort = forms.ChoiceField(label="Soort", choices=VoorzieningSoort.choices, widget=forms.RadioSelect)
    noodzaak = forms.ChoiceField(
        label="Nodig of wens?",
        choices=Noodzaak.choices,
        widget=forms.RadioSelect,
        help_text="Alleen wat nodig is voor een nieuwe start kunt u toekennen.",
    )
    motivering = forms.CharField(label="Waarom?", max_length=5000, widget=tekstvak(4), help_text=MOTIVERING)
    voorstel = forms.ChoiceField(label="Voorstel", choices=Voorstel.choices, widget=forms.RadioSelect)
    weigeringsgrond = forms.ChoiceField(
        label="Grond voor het afwijzen",
        required=False,
        help_text="Nodig bij afwijzen. De grond staat in de brief.",
    )
    grond_anders = forms.CharField(
        label="Andere grond", required=False, max_length=200, help_text="Nodig als u een andere grond kiest."
    )
    bedrag = EuroVeld(
        label="Bedrag, met btw",
        max_digits=10,
        help_text="Vul 0 in als het niets kost. Bij afwijzen: wat het zou kosten.",
    )
    looptijd_vanaf = DatumVeld(
        label="Vanaf (niet verplicht)", required=False, help_text="Laat leeg als het eenmalig is."
    )
    looptijd_tot = DatumVeld(label="Tot en met (niet verplicht)", required=False, help_text="De laatste dag.")
    uitvoerder = forms.CharField(
        label="Wie levert of voert uit? (niet verplicht)",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld een winkel of een coach.",
    )
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, voorziening: Voorziening | None = None, leefgebied: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vensters = vensters_van(self.dossier, self.on)
        self.gronden = [GEEN_NOODZAAK, *regels_van(self.dossier).weigeringsgronden.values()]
        self._kies_gronden()
        self.initial = {"leefgebied": leefgebied, "voorstel": Voorstel.TOEKENNEN}
        if voorziening is not None:
            self.initial = self._begin(voorziening)
        if venster := self.vensters.voor(VoorzieningSoort.MATERIEEL):
            self.fields["soort"].help_text = venster.tekst
        if (besluiten := self.vensters.besluiten) and not besluiten.is_open:
            self.fields["voorstel"].help_text = besluiten.tekst

    def _kies_gronden(self) -> None:
        gronden = [(grond, grond) for grond in self.gronden]
        veld = self.fields["weigeringsgrond"]
        veld.choices = [("", "Kies een grond"), *gronden, (ANDERS, "Een andere grond")]  # type: ignore[attr-defined]

    def _begin(self, voorziening: Voorziening) -> dict[str, Any]:
        begin = {veld: getattr(voorziening, veld) for veld in VOORZIENINGVELDEN}
        begin["stempel"] = stempel_van(voorziening)
        grond = voorziening.weigeringsgrond
        if grond and grond not in self.gronden:
            begin |= {"weigeringsgrond": ANDERS, "grond_anders": grond}
        return begin

    def clean(self) -> dict[str, Any]:
        """Make one ground of the two fields, and check the whole as the action will."""
        gegevens = super().clean() or {}
        if "weigeringsgrond" in gegevens:
            gegevens["weigeringsgrond"] = self._grond(gegevens)
        for veld, melding in keur(gegevens, self.vensters).items():
            if veld == "weigeringsgrond" and self.data.get(self.add_prefix(veld)) == ANDERS:
                self.add_error("grond_anders", "Schrijf op wat de grond is.")
            elif veld not in self.errors:
                self.add_error(veld, melding)
        return gegevens

    def _grond(self, gegevens: dict[str, Any]) -> str:
        """Give the ground in words; a voorstel to grant has none."""
        if gegevens.get("voorstel") != Voorstel.AFWIJZEN:
            return ""
        grond: str = gegevens["weigeringsgrond"]
        return gegevens.get("grond_anders", "") if grond == ANDERS else grond

    def toon_botsing(self, fout: VoorstelGewijzigd) -> None:
        """Show what is stored now at each field that differs; who saves after that has seen it."""
        self.data = {**self.data.dict(), self.add_prefix("stempel"): stempel_van(fout.nu)}  # type: ignore[attr-defined]
        self.add_error(None, str(fout))
        for veld in VOORZIENINGVELDEN:
            if self.cleaned_data.get(veld) != getattr(fout.nu, veld):
                self.add_error(veld, f"Bewaard is nu: {self._woorden(fout.nu, veld)}")

    def _woorden(self, voorziening: Voorziening, veld: str) -> str:
        """Give a stored value as a person reads it."""
        waarde = getattr(voorziening, veld)
        if isinstance(waarde, Decimal):
            return euro(waarde)
        if isinstance(waarde, date):
            return datum(waarde)
        label = getattr(voorziening, f"get_{veld}_display", None)
        return str(label() if label else waarde or "niets")

    @property
    def voorziening(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in VOORZIENINGVELDEN}

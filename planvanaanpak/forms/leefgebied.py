"""The five leefgebieden of a plan as one form on one page."""

from collections.abc import Mapping
from typing import Any

from django import forms

from cases.forms.dossierformulier import tekstvak
from cases.keuzes import DOELSTELLING, Leefgebied
from config.forms import Formulier
from config.weergave import moment
from planvanaanpak.actions.leefgebieden import PlanGewijzigd
from planvanaanpak.keuzes import Voldoet
from planvanaanpak.plantekst import VELDEN, Plantekst

HOOGSTENS = 5000


class LeefgebiedForm(Formulier):
    """What the plan says of one leefgebied. Nothing is required yet: the checklist says what is still needed."""

    markeer_niet_verplicht = False

    situatie = forms.CharField(
        label="Hoe is het nu?",
        required=False,
        max_length=HOOGSTENS,
        widget=tekstvak(2),
        help_text="Schrijf kort en feitelijk. De inwoner leest dit in de brief.",
    )
    voldoet = forms.ChoiceField(choices=Voldoet.choices, required=False, widget=forms.RadioSelect)
    hulpvraag = forms.CharField(
        label="Hulpvraag, in de woorden van de inwoner", required=False, max_length=HOOGSTENS, widget=tekstvak(2)
    )
    doel = forms.CharField(label="Doel: wanneer is het goed?", required=False, max_length=HOOGSTENS, widget=tekstvak(2))
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, leefgebied: Leefgebied, tekst: Plantekst) -> None:
        begin = {**{veld: tekst.waarde(veld) for veld in VELDEN}, "stempel": tekst.stempel}
        super().__init__(data, prefix=leefgebied.value, initial=begin)
        self.leefgebied = leefgebied
        self.fields["voldoet"].label = f"Voldoet dit aan: {DOELSTELLING[leefgebied].lower()}?"

    @property
    def tekst(self) -> Plantekst:
        return Plantekst(**{veld: self.cleaned_data[veld] for veld in VELDEN})


class Planformulier:
    """All leefgebieden together: valid when each is."""

    def __init__(self, data: Any, teksten: Mapping[Leefgebied, Plantekst]) -> None:
        self.teksten = teksten
        self.delen = self._maak(data)

    def _maak(self, data: Any) -> list[LeefgebiedForm]:
        return [LeefgebiedForm(data, leefgebied=gebied, tekst=tekst) for gebied, tekst in self.teksten.items()]

    def is_valid(self) -> bool:
        return all(deel.is_valid() for deel in self.delen)

    @property
    def ingevuld(self) -> dict[Leefgebied, Plantekst]:
        return {deel.leefgebied: deel.tekst for deel in self.delen}

    @property
    def stempels(self) -> dict[Leefgebied, str]:
        return {deel.leefgebied: deel.cleaned_data["stempel"] for deel in self.delen}

    def toon_botsing(self, fout: PlanGewijzigd) -> None:
        """Draw the form again with what was typed, what the other made of untouched fields, and what clashes.

        The marks are renewed: who saves after reading this has seen what the colleague wrote.
        """
        data: dict[str, Any] = {}
        for gebied, samen in fout.samen.items():
            data[f"{gebied}-stempel"] = fout.nu[gebied].stempel
            for veld in VELDEN:
                data[f"{gebied}-{veld}"] = samen.tekst.waarde(veld)
        self.delen = self._maak(data)
        self.is_valid()
        for deel in self.delen:
            for veld in fout.samen[deel.leefgebied].botsingen:
                deel.add_error(veld, self._melding(fout, deel.leefgebied, veld))

    def _melding(self, fout: PlanGewijzigd, gebied: Leefgebied, veld: str) -> str:
        hand = fout.handen[gebied, veld]
        wie = hand.naam or "Een collega"
        wanneer = f" ({moment(hand.at)})" if hand.at else ""
        waarde = fout.nu[gebied].waarde(veld)
        nu = f"Bewaard is nu: “{waarde}”" if waarde else "Bewaard is nu: niets."
        bij = gebied.label.lower()
        return f"{wie} wijzigde dit bij {bij} ook{wanneer}. {nu} Uw tekst staat er nog: pas die aan en bewaar opnieuw."

"""The top of a plan and its five leefgebieden as one form on one page."""

from collections.abc import Mapping
from typing import Any

from django import forms

from cases.forms.dossierformulier import tekstvak
from cases.forms.vrijetekst import ZonderBsn
from cases.keuzes import DOELSTELLING, Leefgebied
from config.forms import Formulier
from config.weergave import moment
from planvanaanpak.actions.leefgebieden import Hand, Kopinvoer, PlanGewijzigd
from planvanaanpak.keuzes import Plansoort, Voldoet
from planvanaanpak.plantekst import KOPVELDEN, VELDEN, Plankop, Plantekst

HOOGSTENS = 5000
SOORTEN = {
    Plansoort.VOLLEDIG: "Volledig: over alle leefgebieden",
    Plansoort.HOOFDLIJNEN: "Op hoofdlijnen: wat nu bekend is, de rest later",
    Plansoort.ACUUT: "Acuut: eerst wat nu niet kan wachten",
}


class LeefgebiedForm(ZonderBsn, Formulier):
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
    weggelaten = forms.CharField(
        label="Is dit leefgebied niet nodig? Zeg in één regel waarom",
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text="Vul dit alleen in als u het hele leefgebied weglaat. De inwoner leest dit in het plan.",
    )
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, leefgebied: Leefgebied, tekst: Plantekst, doelstelling: str = "") -> None:
        begin = {**{veld: tekst.waarde(veld) for veld in VELDEN}, "stempel": tekst.stempel}
        super().__init__(data, prefix=leefgebied.value, initial=begin)
        self.leefgebied = leefgebied
        self.fields["voldoet"].label = f"Voldoet dit aan: {(doelstelling or DOELSTELLING[leefgebied]).lower()}?"

    @property
    def tekst(self) -> Plantekst:
        return Plantekst(**{veld: self.cleaned_data[veld] for veld in VELDEN})


class KopForm(ZonderBsn, Formulier):
    """What the plan says of itself: how far it goes, and the situation at the aanmelding."""

    markeer_niet_verplicht = False

    soort = forms.ChoiceField(
        label="Hoe ver gaat dit plan?",
        choices=(),
        widget=forms.RadioSelect,
        help_text="Binnen 8 weken is een plan op hoofdlijnen genoeg. Daarna werkt u het samen verder uit.",
    )
    situatie = forms.CharField(
        label="Situatie bij de aanmelding",
        required=False,
        max_length=HOOGSTENS,
        widget=tekstvak(3),
        help_text="Kort en feitelijk: hoe ging het met de inwoner en het gezin op dat moment?",
    )
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, tekst: Plankop, is_acuut: bool) -> None:
        begin = {**{veld: tekst.waarde(veld) for veld in KOPVELDEN}, "stempel": tekst.stempel}
        if data is not None and not any(f"plan-{veld}" in data for veld in begin):
            # A page that was opened before the plan had a top sends nothing of it: that is no change.
            data = data.copy()
            data.update({f"plan-{veld}": waarde for veld, waarde in begin.items()})
        super().__init__(data, prefix="plan", initial=begin)
        met_acuut = is_acuut or tekst.soort == Plansoort.ACUUT
        keuzes = [soort for soort in Plansoort if met_acuut or soort != Plansoort.ACUUT]
        self.fields["soort"].choices = [(soort.value, SOORTEN[soort]) for soort in keuzes]  # type: ignore[attr-defined]

    @property
    def invoer(self) -> Kopinvoer:
        tekst = Plankop(**{veld: self.cleaned_data[veld] for veld in KOPVELDEN})
        return Kopinvoer(tekst, self.cleaned_data["stempel"])


class Planformulier:
    """The top and all leefgebieden together: valid when each is."""

    def __init__(
        self,
        data: Any,
        teksten: Mapping[Leefgebied, Plantekst],
        *,
        kop: Plankop,
        is_acuut: bool = False,
        doelstellingen: Mapping[str, str] | None = None,
    ) -> None:
        self.teksten, self.is_acuut, self.doelstellingen = teksten, is_acuut, doelstellingen or {}
        self.kop = KopForm(data, tekst=kop, is_acuut=is_acuut)
        self.delen = self._maak(data)

    def _maak(self, data: Any) -> list[LeefgebiedForm]:
        return [
            LeefgebiedForm(data, leefgebied=gebied, tekst=tekst, doelstelling=self.doelstellingen.get(gebied, ""))
            for gebied, tekst in self.teksten.items()
        ]

    @property
    def formulieren(self) -> list[Formulier]:
        return [self.kop, *self.delen]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.formulieren)

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
        kop = fout.kop
        assert kop is not None, "het plan is bewaard met zijn kop"
        data["plan-stempel"] = kop.nu.stempel
        data |= {f"plan-{veld}": kop.samen.tekst.waarde(veld) for veld in KOPVELDEN}
        for gebied, samen in fout.samen.items():
            data[f"{gebied}-stempel"] = fout.nu[gebied].stempel
            for veld in VELDEN:
                data[f"{gebied}-{veld}"] = samen.tekst.waarde(veld)
        self.kop = KopForm(data, tekst=kop.samen.tekst, is_acuut=self.is_acuut)
        self.delen = self._maak(data)
        self.is_valid()
        for veld in kop.samen.botsingen:
            nu = Plansoort(kop.nu.soort).label if veld == "soort" else kop.nu.waarde(veld)
            self.kop.add_error(veld, _melding(kop.hand, nu))
        for deel in self.delen:
            for veld in fout.samen[deel.leefgebied].botsingen:
                deel.add_error(veld, self._melding(fout, deel.leefgebied, veld))

    def _melding(self, fout: PlanGewijzigd, gebied: Leefgebied, veld: str) -> str:
        return _melding(fout.handen[gebied, veld], fout.nu[gebied].waarde(veld), f" bij {gebied.label.lower()}")


def _melding(hand: Hand, waarde: str, bij: str = "") -> str:
    """Say who changed the same field, and what is stored now."""
    wie = hand.naam or "Een collega"
    wanneer = f" ({moment(hand.at)})" if hand.at else ""
    nu = f"Bewaard is nu: “{waarde}”" if waarde else "Bewaard is nu: niets."
    return f"{wie} wijzigde dit{bij} ook{wanneer}. {nu} Uw tekst staat er nog: pas die aan en bewaar opnieuw."

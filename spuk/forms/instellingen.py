"""The settings of the declaration: the choice, the tellingen and the normbedragen."""

from django import forms

from config.forms import EuroVeld, ModelFormulier
from spuk.keuze import SWITCH_JAREN
from spuk.models import Normbedrag, SpukKeuze, Telling

SWITCHES = [("", "Geen overstap"), *[(jaar, f"Naar werkelijke kosten vanaf {jaar}") for jaar in SWITCH_JAREN]]


class KeuzeForm(ModelFormulier):
    switch_abdf = forms.TypedChoiceField(
        label="Overstap voor A, B, D en F", choices=SWITCHES, coerce=int, empty_value=None, required=False
    )
    switch_e = forms.TypedChoiceField(
        label="Overstap voor E", choices=SWITCHES, coerce=int, empty_value=None, required=False
    )

    class Meta:
        model = SpukKeuze
        fields = ["abdf", "e", "switch_abdf", "switch_e", "bron"]
        labels = {"abdf": "Verantwoorden van A, B, D en F met", "e": "Verantwoorden van E met"}


class TellingForm(ModelFormulier):
    class Meta:
        model = Telling
        fields = ["jaar", "aantal", "peildatum", "bron"]

    def clean_jaar(self) -> int:
        jaar: int = self.cleaned_data["jaar"]
        if not 2020 <= jaar <= 2029:
            raise forms.ValidationError("Kies een jaar van 2020 tot en met 2029.")
        return jaar


class NormbedragForm(ModelFormulier):
    component = forms.ChoiceField(label="Onderdeel", choices=[(c, c) for c in "ABDF"])

    class Meta:
        model = Normbedrag
        fields = ["jaar", "component", "bedrag", "bron"]
        field_classes = {"bedrag": EuroVeld}
        help_texts = {"bron": "De publicatie waarin dit bedrag staat."}

    def validate_unique(self) -> None:
        """A known year and component is changed by the action, so it is no fault here."""

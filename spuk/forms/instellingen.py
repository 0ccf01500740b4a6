"""The settings of the declaration: the choice, the tellingen and the normbedragen."""

from typing import Any

from django import forms

from config.forms import EuroVeld, ModelFormulier
from config.tussentijds import Tussentijds
from config.weergave import euro
from spuk.keuze import SWITCH_JAREN
from spuk.models import Normbedrag, SpukKeuze, Telling

SWITCHES = [("", "Geen overstap"), *[(jaar, f"Naar werkelijke kosten vanaf {jaar}") for jaar in SWITCH_JAREN]]


class KeuzeForm(Tussentijds, ModelFormulier):
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.volg_rij(self.instance, self.Meta.fields)


class TellingForm(ModelFormulier):
    class Meta:
        model = Telling
        fields = ["jaar", "aantal", "peildatum", "bron"]

    def clean_jaar(self) -> int:
        jaar: int = self.cleaned_data["jaar"]
        if not 2020 <= jaar <= 2029:
            raise forms.ValidationError("Kies een jaar van 2020 tot en met 2029.")
        return jaar


class NormbedragForm(Tussentijds, ModelFormulier):
    """One amount, over the one that is known: the page shows them all, so all are compared."""

    component = forms.ChoiceField(label="Onderdeel", choices=[(c, c) for c in "ABDF"])

    class Meta:
        model = Normbedrag
        fields = ["jaar", "component", "bedrag", "bron"]
        field_classes = {"bedrag": EuroVeld}
        help_texts = {"bron": "De publicatie waarin dit bedrag staat."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.volg({str(rij): rij.bedrag for rij in Normbedrag.objects.all()})

    def bekend(self) -> list[str]:
        welk = f"{self.cleaned_data.get('component')} {self.cleaned_data.get('jaar')}"
        return [f"{welk}: {euro(self.nu[welk])}"] if welk in self.nu else []

    def _get_validation_exclusions(self) -> set[str]:
        """Leave out what must be unique: a known year and component is changed by the action, so it is no fault."""
        return {"jaar", *super()._get_validation_exclusions()}  # type: ignore[misc]

from django import forms

from config.forms import Formulier


class WeergaveForm(Formulier):
    """The name of a saved list; whether it is free, and whether there is room, is for the action."""

    naam = forms.CharField(
        label="Naam",
        max_length=60,
        help_text="Bijvoorbeeld: Mijn dossiers die te laat zijn. Noem geen namen van inwoners.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def clean_naam(self) -> str:
        return " ".join(self.cleaned_data["naam"].split())

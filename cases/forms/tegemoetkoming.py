"""The day on the beschikking with which a child got the tegemoetkoming."""

from datetime import date
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld


class TegemoetkomingForm(Dossierformulier):
    """The day on the beschikking of the tegemoetkoming; asks why when there was one already."""

    datum = DatumVeld(
        label="Welke datum staat op de beschikking?",
        required=False,
        help_text="De dagtekening van de brief waarin UHT de tegemoetkoming van de kindregeling toekent.",
    )
    reden = forms.CharField(
        label="Waarom verandert de datum?",
        required=False,
        max_length=200,
        widget=tekstvak(2),
        help_text="Nodig als u de datum wijzigt of weghaalt.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier.datum_tegemoetkoming is None:
            del self.fields["reden"]
            self.fields["datum"].required = True
        else:
            self.fields["datum"].initial = self.dossier.datum_tegemoetkoming
            self.fields["datum"].help_text += " Was er toch geen beschikking? Maak dit veld dan leeg."

    def clean_datum(self) -> date | None:
        datum: date | None = self.cleaned_data["datum"]
        if datum is not None and datum > self.on:
            raise forms.ValidationError("De beschikking kan niet in de toekomst liggen.")
        return datum

    def clean_reden(self) -> str:
        reden: str = self.cleaned_data["reden"]
        anders = self.cleaned_data.get("datum", self.dossier.datum_tegemoetkoming) != self.dossier.datum_tegemoetkoming
        if anders and not reden.strip():
            raise forms.ValidationError("Schrijf op waarom de datum verandert.")
        return reden

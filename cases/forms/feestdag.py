"""A day equated with a feestdag by royal decree, and why one is taken away."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.basis import ActieFout
from cases.actions.feestdagen import eis_gewone_dag
from cases.forms.dossierformulier import tekstvak
from config.forms import DatumVeld, Filterformulier, Formulier


class JaarFilter(Filterformulier):
    """The year of the calendar."""

    jaar = forms.IntegerField(label="Jaar", required=False, min_value=2000, max_value=2099)


class FeestdagForm(Formulier):
    datum = DatumVeld(label="Welke dag?")
    naam = forms.CharField(label="Hoe heet de dag?", max_length=80, help_text="Bijvoorbeeld: Dag na Hemelvaart.")
    bron = forms.CharField(
        label="Bron", max_length=200, help_text="Het koninklijk besluit, zoals: Besluit gelijkstelling, Stb. 2026, 45."
    )

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        try:
            eis_gewone_dag(datum)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return datum


class FeestdagWeghalenForm(Formulier):
    reden = forms.CharField(
        label="Waarom haalt u deze dag weg?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: verkeerde datum ingevuld. Dit komt in de geschiedenis van de dossiers.",
    )

from datetime import date
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld

PORTAAL, SERVICETEAM, ANDERS = "Gegevensportaal", "Serviceteam gemeenten van UHT", "anders"


class NietErkendForm(Dossierformulier):
    """What UHT told the gemeente, when, and through whom."""

    datum_gemeld = DatumVeld(
        label="Wanneer hoorde de gemeente het?",
        help_text="De dag waarop het bericht bij de gemeente kwam. Vanaf die dag loopt de termijn uit de wet.",
    )
    datum_feit = DatumVeld(
        label="Wanneer besloot UHT?", help_text="De datum van de afwijzende beschikking, zoals UHT die noemt."
    )
    kanaal = forms.ChoiceField(
        label="Hoe kwam het bericht?",
        choices=[(PORTAAL, PORTAAL), (SERVICETEAM, SERVICETEAM), (ANDERS, "Anders")],
        widget=forms.RadioSelect,
    )
    bron = forms.CharField(
        label="Van wie, of in welk bestand?",
        max_length=80,
        required=False,
        help_text="Bijvoorbeeld de naam van het bestand of van de medewerker. Bij ‘Anders’ is dit nodig.",
    )
    markeer_niet_verplicht = False  # the help text says when the source is needed

    def clean_datum_gemeld(self) -> date:
        return self.eis_dag("datum_gemeld", "Het bericht")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        feit, gemeld = gegevens.get("datum_feit"), gegevens.get("datum_gemeld")
        if feit and gemeld and feit > gemeld:
            self.add_error("datum_feit", "UHT kan niet ná het bericht hebben besloten. Controleer de twee datums.")
        if gegevens.get("kanaal") == ANDERS and not gegevens.get("bron"):
            self.add_error("bron", "Schrijf op van wie u het bericht kreeg.")
        return gegevens

    @property
    def gegevens(self) -> dict[str, Any]:
        """Give what the action takes: the channel and the name as one source."""
        kanaal, bron = self.cleaned_data["kanaal"], self.cleaned_data["bron"]
        hele_bron = bron if kanaal == ANDERS else ", ".join(filter(None, (kanaal, bron)))
        return {
            "datum_gemeld": self.cleaned_data["datum_gemeld"],
            "datum_feit": self.cleaned_data["datum_feit"],
            "bron": hele_bron,
        }


class TochErkendForm(Dossierformulier):
    """Why the support begins again; kept in the history of the dossier."""

    toelichting = forms.CharField(
        label="Waarom begint de ondersteuning weer?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: UHT besloot op bezwaar dat de inwoner toch gedupeerd is, en de inwoner wil verder.",
    )

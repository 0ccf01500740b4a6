"""What happened to a toegekende voorziening, and why such a row is taken out."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld
from planvanaanpak.forms.velden import AantalVeld
from planvanaanpak.verstrekking import Verstrekkingstand
from planvanaanpak.voorzieningkeuzes import VerstrekkingSoort


class VerstrekkingForm(Dossierformulier):
    soort = forms.TypedChoiceField(
        label="Wat gebeurde er?",
        choices=VerstrekkingSoort.choices,
        coerce=VerstrekkingSoort,
        widget=forms.RadioSelect,
    )
    datum = DatumVeld(label="Wanneer?")
    aantal = AantalVeld(label="Hoeveel?", required=False, max_digits=8, help_text="Alleen bij gebruikt.")
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=1000,
        widget=tekstvak(2),
        help_text="Nodig als het stopt: waarom?",
    )

    def __init__(self, *args: Any, stand: Verstrekkingstand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"datum": self.on}
        if stand.aantal == 1:
            zonder = [keuze for keuze in VerstrekkingSoort.choices if keuze[0] != VerstrekkingSoort.GEBRUIKT]
            self.fields["soort"].choices = zonder  # type: ignore[attr-defined]
            del self.fields["aantal"]

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Deze dag")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gegevens["aantal"] = gegevens.get("aantal") or Decimal(0)
        soort = gegevens.get("soort")
        if soort == VerstrekkingSoort.GEBRUIKT and not gegevens["aantal"] and "aantal" not in self.errors:
            self.add_error("aantal", "Vul in hoeveel er is gebruikt.")
        if soort == VerstrekkingSoort.GESTOPT and not gegevens.get("toelichting"):
            self.add_error("toelichting", "Schrijf op waarom deze voorziening stopt.")
        return gegevens

"""When a fase of the plan is evaluated, and what came of it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from planvanaanpak.forms.dag import eis_na_gesprek
from planvanaanpak.keuzes import Evaluatie
from planvanaanpak.models import Planfase


class FasePlannenForm(Tussentijds, Dossierformulier):
    datum = DatumVeld(label="Wanneer evalueert u deze fase?")

    def __init__(self, *args: Any, fase: Planfase, **kwargs: Any) -> None:
        super().__init__(*args, initial={"datum": fase.datum_evaluatie}, **kwargs)
        self.volg({"datum": fase.datum_evaluatie})

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum < self.on:
            raise ValidationError("Plan de evaluatie op vandaag of later.")
        return datum


class FaseEvaluerenForm(Tussentijds, Dossierformulier):
    datum = DatumVeld(label="Op welke dag was de evaluatie?")
    uitkomst = forms.TypedChoiceField(
        label="Wat is de uitkomst?", choices=Evaluatie.choices, coerce=Evaluatie, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(label="Wat is besproken?", max_length=5000, widget=tekstvak(5))

    def __init__(self, *args: Any, fase: Planfase, **kwargs: Any) -> None:
        nu = {"datum": fase.datum_geevalueerd, "uitkomst": fase.uitkomst, "toelichting": fase.toelichting}
        super().__init__(*args, **kwargs)
        self.initial = {"datum": self.on, **{veld: waarde for veld, waarde in nu.items() if waarde}}
        self.volg(nu)

    def clean_datum(self) -> date:
        return eis_na_gesprek(self, "De evaluatie")

"""Ask to complete the aanvraag, and record what came of it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.aanvulling import DAG, LANGST
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.models import Aanvulling
from config.forms import DatumVeld
from config.weergave import datum

VOLLEDIG, ONVOLLEDIG = "volledig", "onvolledig"


class AanvullingVragenForm(Dossierformulier):
    wat = forms.CharField(
        label="Wat is er nog nodig?",
        max_length=1500,
        widget=tekstvak(5),
        help_text="Dit komt in de brief. Noem elk papier op een eigen regel.",
    )
    uiterlijk = DatumVeld(
        label="Tot en met welke dag kan de inwoner dit sturen?",
        help_text="U stelt deze dag zelf (Awb artikel 4:5). Twee weken is gewoon. Kies liever een werkdag.",
    )

    def clean_uiterlijk(self) -> date:
        dag: date = self.cleaned_data["uiterlijk"]
        if not self.on < dag <= self.on + LANGST:
            tot = f"{datum(self.on + DAG)} tot en met {datum(self.on + LANGST)}"
            raise ValidationError(f"Kies een dag van {tot}.")
        return dag


class AanvullingOntvangenForm(Dossierformulier):
    datum = DatumVeld(label="Wanneer kwam het binnen?")
    is_volledig = forms.TypedChoiceField(
        label="Is de aanvraag nu compleet?",
        choices=[(VOLLEDIG, "Ja, u kunt beslissen"), (ONVOLLEDIG, "Nee, er ontbreekt nog iets")],
        coerce=lambda waarde: waarde == VOLLEDIG,
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label="Wat kwam er?",
        required=False,
        max_length=300,
        widget=tekstvak(3),
        help_text="Ontbreekt er nog iets? Schrijf dan op wat.",
    )

    def __init__(self, *args: Any, aanvulling: Aanvulling, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aanvulling = aanvulling

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag > self.on:
            raise ValidationError("De dag van ontvangst kan niet in de toekomst liggen.")
        if dag < self.aanvulling.gevraagd_op:
            brief = datum(self.aanvulling.gevraagd_op)
            raise ValidationError(f"De brief is van {brief}. Kies een dag vanaf die datum.")
        return dag

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("is_volledig") is False and not gegevens.get("toelichting"):
            self.add_error("toelichting", ValidationError("Schrijf op wat er nog ontbreekt."))
        return gegevens


class VerderForm(Dossierformulier):
    reden = forms.CharField(label="Waarom kunt u zonder de aanvulling beslissen?", max_length=300, widget=tekstvak(3))

"""Record a ground to end the support and the eindgesprek, and stop the nazorg after niet erkend."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld
from nazorg.gronden import Dossierstand, get_weigering, gronden_met_termijn
from nazorg.models import Eindgrond, Overdracht


class EindgrondForm(Dossierformulier):
    """Which ground arose when; `niet_mogelijk` says why the others of the beleid can't."""

    grond = forms.ChoiceField(label="Waarom stopt de ondersteuning?", widget=forms.RadioSelect)
    datum = DatumVeld(
        label="Sinds wanneer?",
        help_text="De dag waarop de grond ontstond: het laatste doel was behaald, of de inwoner vertelde het u.",
    )
    bron = forms.CharField(
        label="Van wie of waaruit weet u dit?",
        max_length=120,
        help_text="Bijvoorbeeld: gesprek met de inwoner, brief, Basisregistratie Personen.",
    )
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=300, widget=tekstvak(3))

    def __init__(self, *args: Any, stand: Dossierstand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stand = stand
        self.niet_mogelijk: list[tuple[str, str]] = []
        kan = []
        for grond, label in gronden_met_termijn(regels_van(self.dossier)).items():
            if weigering := get_weigering(grond, stand, self.on):
                self.niet_mogelijk.append((label, weigering))
            else:
                kan.append((grond, label))
        self.fields["grond"].choices = kan  # type: ignore[attr-defined]
        if len(kan) == 1:
            self.initial = {"grond": kan[0][0], **self.initial}

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "De dag waarop de grond ontstond")


class EindgesprekForm(Dossierformulier):
    uitgenodigd_op = DatumVeld(label="Wanneer heeft u de inwoner uitgenodigd?")
    eindgesprek_op = DatumVeld(
        label="Wanneer was het gesprek?", required=False, help_text="Leeg: het gesprek is nog niet geweest."
    )
    verslag = forms.CharField(
        label="Hoe gaat het op de leefgebieden?",
        required=False,
        max_length=5000,
        widget=tekstvak(6),
        help_text="Nodig als het gesprek is geweest. Kwam de inwoner niet? Schrijf dat dan hier.",
    )
    markeer_niet_verplicht = False  # the help texts say what may stay empty

    def __init__(self, *args: Any, eindgrond: Eindgrond, **kwargs: Any) -> None:
        velden = ("uitgenodigd_op", "eindgesprek_op", "verslag")
        bekend = {veld: waarde for veld in velden if (waarde := getattr(eindgrond, veld))}
        super().__init__(*args, initial=bekend, **kwargs)

    def clean_uitgenodigd_op(self) -> date:
        return self.eis_dag("uitgenodigd_op", "De uitnodiging")

    def clean_eindgesprek_op(self) -> date | None:
        return self.eis_dag("eindgesprek_op", "Het eindgesprek") if self.cleaned_data["eindgesprek_op"] else None

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        uitgenodigd, gehouden = gegevens.get("uitgenodigd_op"), gegevens.get("eindgesprek_op")
        if uitgenodigd and gehouden and gehouden < uitgenodigd:
            melding = "Het eindgesprek kan niet vóór de uitnodiging zijn. Controleer de twee datums."
            self.add_error("eindgesprek_op", ValidationError(melding))
        if gehouden and not gegevens.get("verslag"):
            self.add_error("verslag", ValidationError("Schrijf op hoe het gaat op de leefgebieden."))
        return gegevens


class NazorgStoppenForm(Dossierformulier):
    datum = DatumVeld(label="Op welke dag stopte de nazorg?")
    overdracht = forms.TypedChoiceField(
        label="Is de inwoner warm overgedragen?",
        choices=Overdracht.choices,
        coerce=Overdracht,
        widget=forms.RadioSelect,
    )
    overdracht_aan = forms.CharField(
        label="Aan wie?", required=False, max_length=120, help_text="Bijvoorbeeld: sociaal team, schuldhulpverlening."
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        widget=tekstvak(3),
        help_text="Geen overdracht? Schrijf dan op waarom.",
    )
    markeer_niet_verplicht = False  # the help texts say what may stay empty

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        overdracht = gegevens.get("overdracht")
        if overdracht == Overdracht.GEDAAN and not gegevens.get("overdracht_aan"):
            self.add_error("overdracht_aan", ValidationError("Schrijf op aan wie u de inwoner heeft overgedragen."))
        if overdracht and overdracht != Overdracht.GEDAAN and not gegevens.get("toelichting"):
            self.add_error("toelichting", ValidationError("Schrijf op waarom er geen overdracht is."))
        return gegevens

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.verbeteren import Verbeterformulier
from cases.keuzes import Kanaal
from config.forms import DatumVeld
from nazorg.actions.nazorg import eis_dag_in_nazorg
from nazorg.actions.verbeteren import dagen_van
from nazorg.forms.janee import JA, NEE, JaNeeVeld
from nazorg.models import Nazorgcontact, Nazorgtraject


class NazorgcontactForm(Dossierformulier):
    """One contact of the nazorg: when, how, and how it goes."""

    datum = DatumVeld(label="Datum van het contact")
    kanaal = forms.TypedChoiceField(
        label="Hoe was het contact?", choices=Kanaal.choices, coerce=Kanaal, widget=forms.RadioSelect
    )
    verslag = forms.CharField(
        label="Hoe gaat het met de inwoner?",
        max_length=5000,
        widget=tekstvak(5),
        help_text="Ga de vijf leefgebieden langs. Schrijf feitelijk: de inwoner mag dit lezen.",
    )
    terugval = JaNeeVeld(
        label="Is er terugval?",
        help_text="Ja, als de inwoner of iemand in het gezin weer hulp nodig heeft voor een nieuwe start.",
    )

    def __init__(self, *args: Any, traject: Nazorgtraject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.traject = traject

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        try:
            eis_dag_in_nazorg(datum, self.on, begin=self.traject.start)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return datum


class NazorgcontactVerbeterForm(Verbeterformulier, NazorgcontactForm):
    """Correct a held contact: its own day, the way, what was said and whether there is a terugval."""

    wijzigbaar = ("gehouden_op", "kanaal", "verslag", "terugval")
    gehouden_op = DatumVeld(label="Datum van het contact")

    def __init__(self, *args: Any, rij: Nazorgcontact, **kwargs: Any) -> None:
        begin = {"terugval": JA if rij.terugval else NEE}
        super().__init__(*args, rij=rij, traject=rij.traject, initial=begin, **kwargs)
        self.contact = rij

    def clean_gehouden_op(self) -> date:
        datum: date = self.cleaned_data["gehouden_op"]
        if datum == self.nu["gehouden_op"]:
            return datum
        begin, einde = dagen_van(self.contact)
        try:
            eis_dag_in_nazorg(datum, self.on, begin=begin, einde=einde)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return datum


class NazorgAfsluitenForm(Dossierformulier):
    reden = forms.CharField(
        label="Waarom stopt de nazorg?",
        max_length=1000,
        widget=tekstvak(3),
        help_text="Bijvoorbeeld: de nazorg heeft twee jaar geduurd, of de inwoner wil geen contact meer.",
    )

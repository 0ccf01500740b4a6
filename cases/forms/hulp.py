from datetime import date

from django import forms

from cases.doelgroepen import REGELS
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import WilOndersteuning
from config.forms import DatumVeld


class HulpAfwijzenForm(Dossierformulier):
    """Whether somebody wants no help now, or none at all."""

    wil = forms.ChoiceField(
        label="Wat zei de inwoner?",
        widget=forms.RadioSelect,
        choices=[
            (WilOndersteuning.LATER.value, "Nu niet, misschien later"),
            (WilOndersteuning.NEE.value, "Ik wil geen hulp van de gemeente"),
        ],
    )
    datum = DatumVeld(label="Op welke dag zei de inwoner dit?")
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld waarom, en of u later nog eens mag bellen. Dit komt in de geschiedenis.",
    )

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "De dag waarop de inwoner dit zei")


class HulpHervattenForm(Dossierformulier):
    """On which day somebody asked for help after all."""

    datum = DatumVeld(
        label="Op welke dag vroeg de inwoner om hulp?", help_text="Vanaf deze dag lopen de termijnen weer."
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        widget=tekstvak(2),
        help_text="Dit komt in de geschiedenis.",
    )

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "De dag waarop de inwoner om hulp vroeg")


class DoelgroepForm(Wijzigformulier):
    """To which doelgroep the inwoner belongs."""

    wijzigbaar = ("doelgroep",)
    doelgroep = forms.ChoiceField(
        label="Bij welke doelgroep hoort de inwoner?",
        widget=forms.RadioSelect,
        choices=[(regel.doelgroep.value, f"{regel.doelgroep.label}: {regel.wie}") for regel in REGELS.values()],
    )

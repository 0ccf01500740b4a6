from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from nazorg.hervatgrond import Hervatgrond


class HervattenForm(Dossierformulier):
    """Why the plan is taken up again."""

    grond = forms.TypedChoiceField(
        label="Waarom pakt u het plan weer op?",
        choices=Hervatgrond.choices,
        coerce=Hervatgrond,
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label="Wat is er aan de hand?",
        max_length=1000,
        widget=tekstvak(4),
        help_text="Bij wie, op welk leefgebied, en welke hulp is nodig? Schrijf feitelijk: de inwoner mag dit lezen.",
    )

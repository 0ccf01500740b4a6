from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak


class ControlepuntForm(Dossierformulier):
    """What somebody found when they looked."""

    toelichting = forms.CharField(
        label="Wat heeft u gevonden en gedaan?",
        max_length=300,
        widget=tekstvak(3),
        help_text="Eén of twee zinnen. Dit komt in de geschiedenis van het dossier.",
    )

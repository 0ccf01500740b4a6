"""Apply the hardheidsclausule: for which closed term, on which ground, for what and why."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import Hardheidsgrond
from cases.poorten import Poort
from config.forms import Filterformulier
from config.weergave import datum


class HardheidForm(Dossierformulier):
    """One closed term for one besluit, with what the letter says of it."""

    regel = forms.ChoiceField(label="Welke termijn is voorbij?", widget=forms.RadioSelect)
    grond = forms.TypedChoiceField(
        label="Op grond waarvan?",
        choices=Hardheidsgrond.choices,
        coerce=Hardheidsgrond,
        initial=Hardheidsgrond.WET,
        widget=forms.RadioSelect,
        help_text="De clausule van het beleid past alleen als ook de termijn in het beleid staat.",
    )
    waarvoor = forms.CharField(
        label="Waarvoor?",
        max_length=200,
        help_text="Wat wilt u toch toekennen? Bijvoorbeeld: een wasmachine. Dit staat in de brief.",
    )
    motivering = forms.CharField(
        label="Waarom is vasthouden aan de termijn niet redelijk?",
        max_length=5000,
        widget=tekstvak(6),
        help_text="Noem wat bijzonder is en waarom het niet op tijd kon. De inwoner leest dit: schrijf ‘u’.",
    )

    def __init__(self, *args: Any, poorten: Sequence[Poort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(p.regel, f"{p.naam}: dat kon tot en met {datum(p.tot)}") for p in poorten]
        self.fields["regel"].choices = keuzes  # type: ignore[attr-defined]
        begin = {"regel": keuzes[0][0]} if len(keuzes) == 1 else {}
        self.initial = {**begin, **self.initial}


class Jaarkeuze(Filterformulier):
    """The year of a list of besluiten."""

    jaar = forms.IntegerField(required=False, min_value=2021, max_value=2100)

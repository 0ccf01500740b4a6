"""The texts of one kind of letter, and the dossier that its preview is made of."""

from typing import Any

from django import forms

from cases.actions.brieftekst import LANGST, fouten_in_teksten, netjes
from cases.briefsoorten import Briefsoort
from cases.forms.dossierformulier import tekstvak
from config.forms import Filterformulier, Formulier
from config.tussentijds import Tussentijds


class BrieftekstForm(Tussentijds, Formulier):
    """One field for each block that the gemeente may write; empty means the ready-made text."""

    markeer_niet_verplicht = False

    def __init__(self, *args: Any, brief: Briefsoort, nu: dict[str, str], streng: bool, **kwargs: Any) -> None:
        begin = {blok.code: nu.get(blok.code) or blok.standaard for blok in brief.blokken}
        super().__init__(*args, initial={**begin, **kwargs.pop("initial", {})}, **kwargs)
        self.brief, self.streng = brief, streng
        for blok in brief.blokken:
            regels = max(4, min(16, len(begin[blok.code]) // 80 + begin[blok.code].count("\n") + 2))
            self.fields[blok.code] = forms.CharField(
                label=blok.naam, required=False, max_length=LANGST, widget=tekstvak(regels)
            )
        self.volg(begin)

    def clean(self) -> dict[str, Any]:
        """Check the texts as well when they are to be published; a concept may still be wrong."""
        gegevens = super().clean()
        if self.streng:
            for fout in fouten_in_teksten(self.brief, {k: netjes(v) for k, v in gegevens.items()}):
                self.add_error(None, fout)
        return gegevens

    @property
    def blokken(self) -> dict[str, str]:
        return {blok.code: self.cleaned_data.get(blok.code, "") for blok in self.brief.blokken}


class VoorbeeldForm(Filterformulier):
    """Of which dossier the preview is; without one it is of an invented inwoner."""

    dossier = forms.CharField(label="Dossiernummer", required=False, max_length=30)
    wat = forms.ChoiceField(
        label="Welke tekst", required=False, choices=[("concept", "Concept"), ("geldend", "Wat nu geldt")]
    )

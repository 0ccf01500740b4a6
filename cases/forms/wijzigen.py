"""A form that changes a row: it keeps what somebody else saved in between, and asks for the reason."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.persoonsveld import BrpDatumVeld
from cases.models.intrekbaar import Intrekbaar
from config.tussentijds import NIETS, Tussentijds, is_gelijk


class Wijzigformulier(Tussentijds, Dossierformulier):
    """Change the fields `wijzigbaar` of a row that has a history, with the reason of the change.

    `versie` is the last row of the history when the form was opened: when somebody else saved in between, the form says
    what changed, and saves only when it is sent again. What was typed stays.
    """

    wijzigbaar: tuple[str, ...] = ()
    reden = forms.CharField(
        label="Waarom wijzigt u dit?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Dit komt in de geschiedenis, naast wat er eerst stond.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rij: models.Model, **kwargs: Any) -> None:
        versie = laatste_versie(rij)
        nu = {veld: getattr(rij, veld) for veld in self.wijzigbaar}
        super().__init__(*args, initial={**nu, "versie": versie, **kwargs.pop("initial", {})}, **kwargs)
        self.rij, self.nu, self.versie_nu = rij, nu, versie
        for naam, veld in self.fields.items():
            if isinstance(veld, BrpDatumVeld):
                veld.bekend = nu.get(naam, "")

    def eis_dag(self, veld: str, wat: str) -> date:
        """Ask only of another day whether it can be: one that stands may be from before the aanmelding."""
        datum: date = self.cleaned_data[veld]
        return datum if datum == self.nu[veld] else super().eis_dag(veld, wat)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if not self.errors and not self.wijzigingen():
            raise ValidationError(NIETS)
        return gegevens

    def is_gezien(self, gegevens: dict[str, Any]) -> bool:
        """See the base. A row that was withdrawn is for the action to refuse: to look and send again would not help."""
        weg = isinstance(self.rij, Intrekbaar) and self.rij.is_ingetrokken
        return weg or gegevens.get("versie") == self.versie_nu

    def wijzigingen(self) -> dict[str, Any]:
        """Give only what differs from what is known, so that nobody's later change is undone."""
        return {
            veld: self.cleaned_data[veld] for veld in self.nu if not is_gelijk(self.cleaned_data[veld], self.nu[veld])
        }


def laatste_versie(rij: models.Model) -> int:
    """Give the id of the newest row of the history of a row; 0 when it has none."""
    historie: Any = rij
    return historie.history.order_by("-history_id").values_list("history_id", flat=True).first() or 0

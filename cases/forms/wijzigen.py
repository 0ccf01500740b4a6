"""A form that changes a row: it keeps what somebody else saved in between, and asks for the reason."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.weergave import datum as datumtekst

INTUSSEN = "Iemand anders heeft deze gegevens intussen gewijzigd. Controleer wat u invulde en bewaar opnieuw."
NIETS = "U heeft niets gewijzigd. Pas een gegeven aan, of ga terug zonder te bewaren."


class Wijzigformulier(Dossierformulier):
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

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("versie") != self.versie_nu:
            self._meld_tussentijds()
        elif not self.errors and not self.wijzigingen():
            raise ValidationError(NIETS)
        return gegevens

    def wijzigingen(self) -> dict[str, Any]:
        """Give only what differs from what is known, so that nobody's later change is undone."""
        return {veld: self.cleaned_data[veld] for veld in self.nu if self.cleaned_data[veld] != self.nu[veld]}

    def _meld_tussentijds(self) -> None:
        self.data = {**self.data.dict(), self.add_prefix("versie"): str(self.versie_nu)}  # type: ignore[attr-defined]
        anders = [veld for veld, waarde in self.nu.items() if self.cleaned_data.get(veld, waarde) != waarde]
        lijst = "; ".join(f"{self.fields[veld].label}: {self._woorden(veld)}" for veld in anders)
        raise ValidationError(f"{INTUSSEN} Bekend is nu: {lijst}." if lijst else INTUSSEN)

    def _woorden(self, veld: str) -> str:
        """Say what the row holds now, as the form would show it."""
        waarde = self.nu[veld]
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, date):
            return datumtekst(waarde)
        keuzes = dict(getattr(self.fields[veld], "choices", ()))
        return str(keuzes.get(waarde, waarde) or "leeg")


def laatste_versie(rij: models.Model) -> int:
    """Give the id of the newest row of the history of a row; 0 when it has none."""
    historie: Any = rij
    return historie.history.order_by("-history_id").values_list("history_id", flat=True).first() or 0

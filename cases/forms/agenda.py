"""Whose calendar to show, one week of it in full, or what is late: sent with GET, forgiving of old addresses."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Dossier
from cases.vervanging import met_afwezigheid
from config.forms import DatumVeld, Filterformulier
from config.keuzelijst import Keuzeveld

TEAM, REST = "team", "rest"


class Agendafilter(Filterformulier):
    """A coördinator chooses oneself, the team, the rest of it, or a casusregisseur; others have nothing to choose."""

    wie = Keuzeveld(label="Agenda van", required=False)
    week = DatumVeld(label="Week van", required=False, widget=forms.HiddenInput)
    laat = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], *, user: User, on: date) -> None:
        super().__init__(data)
        gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
        self.collegas: dict[str, User] = {}
        if gemeenten:
            regisseurs = Dossier.objects.filter(gemeente__in=gemeenten).order_by().values("casusregisseur")
            anderen = met_afwezigheid(User.objects.filter(pk__in=regisseurs).exclude(pk=user.pk).op_naam(), on)
            self.collegas = {str(een.pk): een for een in anderen}
        team = [(TEAM, "Het hele team"), (REST, "De rest van het team")] if gemeenten else []
        namen = [(pk, een.naam) for pk, een in self.collegas.items()]
        self.fields["wie"].choices = [("", "Uzelf"), *team, *namen]  # type: ignore[attr-defined]

    @property
    def heeft_keuze(self) -> bool:
        return len(self.fields["wie"].choices) > 1  # type: ignore[attr-defined]

"""Two people change the same thing: the second is shown what the first changed, and loses nothing that was typed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from config.weergave import datum as datumtekst
from config.weergave import euro, tijd_van_dag

INTUSSEN = "Iemand anders heeft deze gegevens intussen gewijzigd. Controleer wat u invulde en bewaar opnieuw."
NIETS = "U heeft niets gewijzigd. Pas een gegeven aan, of ga terug zonder te bewaren."


class Tussentijds(forms.BaseForm):
    """Mixin of a form that changes what is stored: say with `volg` what that is now.

    A hidden field `versie` holds what it was when the form was opened. When somebody else saved in between, the form
    says what is known now, keeps what was typed, and saves only when it is sent again.
    """

    nu: dict[str, Any]
    versie_nu: Any

    def volg(self, nu: Mapping[str, Any]) -> None:
        """Compare with these values, by the name of their field; call it when all fields are there."""
        self.nu, self.versie_nu = dict(nu), kenmerk(nu)
        self.fields["versie"] = forms.CharField(required=False, initial=self.versie_nu, widget=forms.HiddenInput)

    def volg_rij(self, rij: models.Model, velden: Iterable[str]) -> None:
        self.volg({veld: getattr(rij, veld) for veld in velden})

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.is_gezien(gegevens):
            self._meld_tussentijds()
        return gegevens

    def is_gezien(self, gegevens: dict[str, Any]) -> bool:
        """Say whether the user saw what is stored now. A page that was opened without the field can't be compared."""
        return gegevens.pop("versie", "") in ("", self.versie_nu)

    def _meld_tussentijds(self) -> None:
        """Refuse it once, with what is known now; the second time the user has seen it."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("versie")] = str(self.versie_nu)
        self.data = data
        lijst = "; ".join(self.bekend())
        raise ValidationError(f"{INTUSSEN} Bekend is nu: {lijst}." if lijst else INTUSSEN)

    def bekend(self) -> list[str]:
        """Say of each field that was filled in otherwise what is stored now."""
        schoon: dict[str, Any] = self.cleaned_data
        anders = [veld for veld, waarde in self.nu.items() if not is_gelijk(schoon.get(veld, waarde), waarde)]
        return [f"{_kop(self.fields[veld])} {self._woorden(veld)}" for veld in anders]

    def _woorden(self, veld: str) -> str:
        """Say what is stored, as the form would show it."""
        waarde = self.nu[veld]
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, date):
            return datumtekst(waarde)
        if isinstance(waarde, time):
            return tijd_van_dag(waarde)
        if isinstance(waarde, Decimal):
            return euro(waarde)
        keuzes = {str(keuze): label for keuze, label in getattr(self.fields[veld], "choices", ())}
        delen = waarde if isinstance(waarde, list) else [waarde]
        return ", ".join(str(keuzes.get(str(deel), deel)) for deel in delen if deel not in ("", None)) or "leeg"


def _kop(veld: forms.Field) -> str:
    """Give the label before what is stored; one that is a question keeps its own mark."""
    return f"{veld.label}{'' if str(veld.label).endswith('?') else ':'}"


def is_gelijk(waarde: Any, andere: Any) -> bool:
    """Say whether two values mean the same to who reads them."""
    return bool(_plat(waarde) == _plat(andere))


def kenmerk(nu: Mapping[str, Any]) -> str:
    """Give a short mark of stored values, which differs when one of them does."""
    tekst = json.dumps({veld: str(_plat(waarde)) for veld, waarde in nu.items()}, sort_keys=True)
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def _plat(waarde: Any) -> Any:
    """Make what means the same the same: nothing is nothing, a choice of several has no order, a row is its id.

    A browser ends each line of a text in its own way, also of one that nobody touched.
    """
    if isinstance(waarde, list | tuple):
        return sorted(str(deel) for deel in waarde) or None
    if isinstance(waarde, models.Model):
        return waarde.pk
    if isinstance(waarde, str):
        return waarde.replace("\r\n", "\n") or None
    return waarde

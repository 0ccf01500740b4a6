from datetime import date
from typing import Any

from django import forms

from config.forms import DatumVeld, Filterformulier


class DagForm(Filterformulier):
    """Of which day the letters are; today when nothing usable is asked, and never a day to come."""

    dag_van = DatumVeld(label="Brieven van", required=False)

    def dag(self, on: date) -> date:
        gekozen: date | None = self.cleaned_data.get("dag_van") if self.is_valid() else None
        return min(gekozen, on) if gekozen else on

    @classmethod
    def gekozen(cls, gegevens: Any, on: date) -> date:
        """Give the day that the button was pressed for."""
        return cls(gegevens).dag(on)


class KlaarzetForm(DagForm):
    """Which letters to put together: those of the day, or those left from earlier days as well."""

    met_eerder = forms.BooleanField(required=False)

    @property
    def is_met_eerder(self) -> bool:
        return self.is_valid() and bool(self.cleaned_data["met_eerder"])

"""Choose a colleague to do work. Who is away says so, and can still be chosen."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from accounts.models import User
from cases.vervanging import met_afwezigheid, naam_met_afwezigheid


class CollegaKeuze(forms.ModelChoiceField):
    """One colleague."""

    on: date

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(User.objects.none(), **kwargs)

    def bied(self, collegas: QuerySet[User], on: date) -> None:
        """Offer these, as they are there or away on a day."""
        self.on, self.queryset = on, met_afwezigheid(collegas, on)

    def label_from_instance(self, obj: User) -> str:
        return naam_met_afwezigheid(obj, self.on)


class CollegasKeuze(CollegaKeuze, forms.ModelMultipleChoiceField):
    """One or more colleagues."""

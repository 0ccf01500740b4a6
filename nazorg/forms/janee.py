"""A question that is answered with ja or nee."""

from typing import Any

from django import forms

JA, NEE = "ja", "nee"


class JaNeeVeld(forms.TypedChoiceField):
    """Gives True or False; where it may stay empty, an empty answer is nee."""

    def __init__(self, **kwargs: Any) -> None:
        keuzes = [(JA, "Ja"), (NEE, "Nee")]
        super().__init__(choices=keuzes, coerce=lambda waarde: waarde == JA, widget=forms.RadioSelect, **kwargs)
        self.empty_value = False

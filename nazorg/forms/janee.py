"""A question that is answered with ja or nee."""

from typing import Any

from django import forms

JA, NEE = "ja", "nee"


class JaNeeVeld(forms.ChoiceField):
    """Gives True or False; where it may stay empty, an empty answer is nee."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[(JA, "Ja"), (NEE, "Nee")], widget=forms.RadioSelect, **kwargs)

    def clean(self, value: Any) -> bool:
        return bool(super().clean(value) == JA)

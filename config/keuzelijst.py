"""A list to choose from, drawn in one go: Django draws each option from two templates of its own."""

from html import escape  # Django's own takes three times as long
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString


def _optie(code: str, label: str, gekozen: set[str]) -> str:
    return f'<option value="{escape(code)}"{" selected" if code in gekozen else ""}>{escape(label)}</option>'


class Keuzelijst(forms.Select):
    """The same HTML as a Select without groups; for pages where time counts, with lists of many people."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        gekozen = set(self.format_value(value))
        opties = (_optie(str(code), str(label), gekozen) for code, label in self.choices)
        eigen = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>{}</select>', name, eigen, SafeString("".join(opties)))  # escaped above


class Keuzeveld(forms.ChoiceField):
    widget = Keuzelijst

    def zet_keuzes(self, keuzes: list[tuple[str, str]]) -> None:
        """Set a flat list of text as the choices; Django's own way looks in each of them for a group, twice."""
        self._choices = keuzes
        self.widget._choices = keuzes  # type: ignore[attr-defined]

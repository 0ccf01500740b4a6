"""The quick list to choose from draws what Django draws."""

import pytest
from django import forms
from django.test.html import parse_html
from django.utils.html import escape

from config.keuzelijst import Keuzelijst

KEUZES = [("", "Alle"), ("a", "Een & ander"), ("b", '<b> "twee"'), (3, "Drie")]


@pytest.mark.parametrize("waarde", ["", None, "a", "b", 3, "3", "onbekend"])
def test_same_html_as_a_select(waarde):
    attrs = {"id": "id_x", "class": "een twee", "aria-invalid": "true"}

    anders = forms.Select(choices=KEUZES).render("x", waarde, attrs)

    assert parse_html(Keuzelijst(choices=KEUZES).render("x", waarde, attrs)) == parse_html(anders)


def test_labels_are_escaped():
    html = Keuzelijst(choices=KEUZES).render("x", "a", {})

    assert escape('<b> "twee"') in html
    assert "<b>" not in html

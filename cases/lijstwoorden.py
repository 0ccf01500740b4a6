"""What was chosen for a list, in words: for who saves it."""

from typing import Any

from django import forms

from cases.forms.lijst import Dossierfilter, gekozen
from cases.kolommen import kies_kolommen


def in_woorden(formulier: Dossierfilter) -> list[tuple[str, str]]:
    """Give each chosen filter, the order and the columns as label and value."""
    keuze = gekozen(formulier)
    regels = [
        (str(veld.label), str(_woorden(veld.field, keuze[veld.name])))
        for veld in formulier.keuzelijsten
        if keuze[veld.name] or veld.name == "volgorde"
    ]
    if keuze["gezin_van"]:
        regels.append(("Gezin van", keuze["gezin_van"]))
    return [*regels, ("Kolommen", ", ".join(["Naam", *(kolom.kop for kolom in kies_kolommen(keuze["kolom"]))]))]


def _woorden(field: forms.Field, waarde: str) -> str:
    keuzes: Any = getattr(field, "choices", ())
    return next(str(label) for code, label in keuzes if str(code) == waarde)

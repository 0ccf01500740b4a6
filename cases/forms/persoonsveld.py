"""Fields of a person as they are typed at the telephone: a BSN, and a date of birth of which a part may be unknown."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.brpdatum import BrpDatum, OngeldigeDatum
from cases.bsn import OngeldigBsn, lees_bsn
from cases.models import Persoon


class BsnVeld(forms.CharField):
    """A BSN in nine digits, leading zeros kept; spaces and dots may stand in it."""

    widget = forms.TextInput({"autocomplete": "off", "inputmode": "numeric"})

    def to_python(self, value: Any) -> str:
        tekst = super().to_python(value)
        try:
            return lees_bsn(tekst) if tekst else ""
        except OngeldigBsn as fout:
            raise ValidationError(str(fout)) from None


class BrpDatumVeld(forms.CharField):
    """A date as the BRP keeps it: dd-mm-jjjj with 00 for what is unknown; gives jjjj-mm-dd.

    `bekend` is the date that stands: it may stay, whatever its year, as it may come from the BRP.
    """

    widget = forms.TextInput({"autocomplete": "off", "placeholder": "dd-mm-jjjj", "inputmode": "numeric"})
    bekend = ""
    uitleg = "Dag, maand en jaar, zoals 12-3-1985. Weet u de dag of de maand niet? Schrijf dan 00: 00-00-1985."

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **{"help_text": self.uitleg, **kwargs})

    def to_python(self, value: Any) -> str:
        tekst = super().to_python(value)
        try:
            if not tekst:
                return ""
            datum = BrpDatum.uit_tekst(tekst)
            return self.bekend if datum.isoformat() == self.bekend else datum.eis_jaar().isoformat()
        except OngeldigeDatum as fout:
            raise ValidationError(str(fout)) from None

    def prepare_value(self, value: Any) -> Any:
        """Show what is known the way it is typed."""
        try:
            geboren = BrpDatum.uit_iso(value)
        except (OngeldigeDatum, TypeError):
            return value
        return f"{geboren.dag:02}-{geboren.maand:02}-{geboren.jaar:04}"


def persoonsveld(naam: str, *, required: bool = False) -> forms.CharField:
    """Make a field with the label and the length of the model."""
    veld = Persoon._meta.get_field(naam)
    soort = forms.EmailField if naam == "email" else forms.CharField
    types = {"telefoon": "tel", "huisnummer": "numeric"}
    attrs = {"autocomplete": "off"} | ({"inputmode": types[naam]} if naam in types else {})
    return soort(
        label=str(veld.verbose_name).capitalize(),  # type: ignore[union-attr]
        max_length=veld.max_length,  # type: ignore[union-attr]
        required=required,
        help_text=str(veld.help_text),  # type: ignore[union-attr]
        widget=forms.EmailInput(attrs) if naam == "email" else forms.TextInput(attrs),
    )

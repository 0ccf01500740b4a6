from collections.abc import Callable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.contactgegevens import OngeldigGegeven, lees_huisletter, lees_huisnummer, lees_postcode, lees_telefoon
from cases.forms.wijzigen import Wijzigformulier
from cases.models import Persoon

NAAM = ("voorletters", "voorvoegsel", "achternaam")
ADRES = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats")
BEREIKBAAR = ("telefoon", "email")
LEZERS: Mapping[str, Callable[[str], str]] = {
    "huisnummer": lees_huisnummer,
    "huisletter": lees_huisletter,
    "postcode": lees_postcode,
    "telefoon": lees_telefoon,
}


def _veld(naam: str) -> forms.CharField:
    """Make a field with the label and length of the model; only the achternaam can't stay empty."""
    model = Persoon._meta.get_field(naam)
    soort = forms.EmailField if naam == "email" else forms.CharField
    return soort(
        label=str(model.verbose_name).capitalize(),  # type: ignore[union-attr]
        max_length=model.max_length,  # type: ignore[union-attr]
        required=naam == "achternaam",
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class PersoonForm(Wijzigformulier):
    """Name, address and ways to reach the rechthebbende, with the reason of the change."""

    wijzigbaar = (*NAAM, *ADRES, *BEREIKBAAR)
    voorletters, voorvoegsel, achternaam = (_veld(naam) for naam in NAAM)
    straat, huisnummer, huisletter, toevoeging, postcode, woonplaats = (_veld(naam) for naam in ADRES)
    telefoon, email = (_veld(naam) for naam in BEREIKBAAR)
    markeer_niet_verplicht = False

    def __init__(self, *args: Any, persoon: Persoon, **kwargs: Any) -> None:
        super().__init__(*args, rij=persoon, **kwargs)
        self.fields[
            "reden"
        ].help_text = "Bijvoorbeeld: de inwoner is verhuisd en belde dit door. Dit komt in de geschiedenis."
        self.helper = _opmaak()

    def _clean_fields(self) -> None:
        """Read each value that was changed; one that came from the portal in another form may stay."""
        super()._clean_fields()  # type: ignore[misc]
        for veld, lees in LEZERS.items():
            waarde = self.cleaned_data.get(veld)
            if waarde and waarde != self.nu[veld]:
                try:
                    self.cleaned_data[veld] = lees(waarde)
                except OngeldigGegeven as fout:
                    self.add_error(veld, str(fout))


def _opmaak() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        Fieldset("Naam", Row("voorletters", "voorvoegsel"), "achternaam"),
        Fieldset(
            "Adres",
            "straat",
            Row("huisnummer", "huisletter", "toevoeging", css_class="bo-velden--drie"),
            Row("postcode", "woonplaats"),
        ),
        Fieldset("Bereikbaar", Row("telefoon", "email")),
        "reden",
        "versie",
    )
    return helper

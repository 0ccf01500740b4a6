from collections.abc import Callable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from cases.contactgegevens import OngeldigGegeven, lees_huisletter, lees_huisnummer, lees_postcode, lees_telefoon
from cases.forms.dossierformulier import Dossierformulier, tekstvak
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


class PersoonForm(Dossierformulier):
    """Name, address and ways to reach the rechthebbende, with the reason of the change.

    `versie` is the last row of the person's history when the form was opened: when somebody else saved in between, the
    form says what changed, and saves only when it is sent again.
    """

    voorletters, voorvoegsel, achternaam = (_veld(naam) for naam in NAAM)
    straat, huisnummer, huisletter, toevoeging, postcode, woonplaats = (_veld(naam) for naam in ADRES)
    telefoon, email = (_veld(naam) for naam in BEREIKBAAR)
    reden = forms.CharField(
        label="Waarom wijzigt u dit?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: de inwoner is verhuisd en belde dit door. Dit komt in de geschiedenis.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)
    markeer_niet_verplicht = False

    def __init__(self, *args: Any, persoon: Persoon, **kwargs: Any) -> None:
        versie = laatste_versie(persoon)
        nu = {veld: getattr(persoon, veld) for veld in (*NAAM, *ADRES, *BEREIKBAAR)}
        super().__init__(*args, initial={**nu, "versie": versie}, **kwargs)
        self.persoon, self.nu, self.versie_nu = persoon, nu, versie
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

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("versie") != self.versie_nu:
            self._meld_tussentijds()
        elif not self.errors and not self.wijzigingen():
            raise ValidationError("U heeft niets gewijzigd. Pas een gegeven aan, of ga terug zonder te bewaren.")
        return gegevens

    def wijzigingen(self) -> dict[str, str]:
        """Give only what differs from what is known, so that nobody's later change is undone."""
        return {veld: self.cleaned_data[veld] for veld in self.nu if self.cleaned_data[veld] != self.nu[veld]}

    def _meld_tussentijds(self) -> None:
        self.data = {**self.data.dict(), self.add_prefix("versie"): str(self.versie_nu)}  # type: ignore[attr-defined]
        anders = [veld for veld, waarde in self.nu.items() if self.cleaned_data.get(veld, waarde) != waarde]
        lijst = "; ".join(f"{self.fields[veld].label}: {self.nu[veld] or 'leeg'}" for veld in anders)
        raise ValidationError(
            "Iemand anders heeft deze gegevens intussen gewijzigd. Controleer wat u invulde en bewaar opnieuw."
            + (f" Bekend is nu: {lijst}." if lijst else "")
        )


def laatste_versie(persoon: Persoon) -> int:
    return persoon.history.order_by("-history_id").values_list("history_id", flat=True).first() or 0


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

"""The gemeente's own data; what a lawful letter needs is required."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from accounts.logo import SVG, LogoFout, keur_svg, lees_logo
from accounts.models import Gemeente
from accounts.models.gemeente import BRIEFVELDEN
from accounts.registratie import druk_op_proef
from config.forms import ModelFormulier
from config.tussentijds import NIETS, Tussentijds, is_gelijk

MAX_LOGO = 1024 * 1024


class GemeenteForm(Tussentijds, ModelFormulier):
    beeldmerk = forms.FileField(
        label="Beeldmerk", required=False, help_text="Een png of svg van hoogstens 1 MB. Staat boven elke brief."
    )
    beeldmerk_weg = forms.BooleanField(label="Beeldmerk weghalen", required=False)
    reden = forms.CharField(
        label="Waarom?",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Bijvoorbeeld: een nieuw mandaatbesluit. Dit komt in de geschiedenis.",
    )

    class Meta:
        model = Gemeente
        fields = [
            "naam", "woonplaatsen", "college_naam", "afdeling", "briefhoofd", "telefoon", "email", "bezwaar_adres",
            "rechtbank", "ondertekening", "ondertekenaar_naam", "ondertekenaar_functie", "mandaat",
            "bezwaar_ondertekenaar_naam", "bezwaar_ondertekenaar_functie", "bezwaar_mandaat",
        ]  # fmt: skip
        widgets = {
            "woonplaatsen": forms.Textarea({"rows": 3}),
            "briefhoofd": forms.Textarea({"rows": 3}),
            "bezwaar_adres": forms.Textarea({"rows": 3}),
            "rechtbank": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in BRIEFVELDEN:
            self.fields[veld].required = True
        if not self.instance.logo:
            del self.fields["beeldmerk_weg"]
        self.volg_rij(self.instance, self.Meta.fields)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if not self.errors and gegevens["reden"].strip() and not self._is_gewijzigd(gegevens):
            raise ValidationError(NIETS)  # the history says what changed: it has no place for the reason alone
        return gegevens

    def _is_gewijzigd(self, gegevens: dict[str, Any]) -> bool:
        beeldmerk = gegevens["beeldmerk"] is not None or bool(gegevens.get("beeldmerk_weg"))
        return beeldmerk or any(not is_gelijk(gegevens[veld], waarde) for veld, waarde in self.nu.items())

    def clean_beeldmerk(self) -> tuple[str, bytes] | None:
        bestand: UploadedFile | None = self.cleaned_data.get("beeldmerk")
        if not bestand:
            return None
        if bestand.size and bestand.size > MAX_LOGO:
            raise ValidationError("Dit bestand is groter dan 1 MB. Kies een kleiner beeldmerk.")
        inhoud = bestand.read()
        try:
            soort, schoon = lees_logo(inhoud)
            if soort == SVG:
                keur_svg(schoon)
            druk_op_proef(inhoud)
        except LogoFout as fout:
            raise ValidationError(str(fout)) from fout
        return soort, inhoud

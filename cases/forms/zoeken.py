from django import forms

from cases.zoekvraag import Zoeksoort, Zoekvraag, lees_zoekvraag
from config.forms import Formulier


class Zoekformulier(Formulier):
    """The search box. It is sent by POST: what somebody looks for is personal, and never stands in an address."""

    zoek = forms.CharField(
        label="Naam, dossier- of besluitnummer, BSN, geboortedatum, telefoonnummer of postcode met huisnummer",
        max_length=100,
        error_messages={"required": "Typ waar u naar zoekt."},
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )

    def clean_zoek(self) -> Zoekvraag:
        vraag = lees_zoekvraag(self.cleaned_data["zoek"])
        if vraag.soort is Zoeksoort.NIETS:
            raise forms.ValidationError(vraag.uitleg)
        return vraag

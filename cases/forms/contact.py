from datetime import date
from typing import Any

from django import forms

from cases.forms.acuut import MetAcuut
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import Contactuitkomst, Kanaal, VerificatieAntwoord, VerificatieKanaal
from config.forms import DatumVeld


class ContactForm(MetAcuut):
    """A contact with the inwoner, or an attempt at one."""

    field_order = ("datum", "kanaal", "uitkomst", "tekst", "acuut", "acuut_toelichting")
    datum = DatumVeld(label="Wanneer was het?")
    kanaal = forms.TypedChoiceField(
        label="Hoe was het contact?", choices=Kanaal.choices, coerce=Kanaal, widget=forms.RadioSelect
    )
    uitkomst = forms.TypedChoiceField(
        label="Wat kwam eruit?",
        choices=Contactuitkomst.choices,
        coerce=Contactuitkomst,
        widget=forms.RadioSelect,
        help_text="Alleen gesproken en een schriftelijk antwoord tellen als contact. De rest is een poging.",
    )
    tekst = forms.CharField(
        label="Waar ging het over?",
        required=False,
        widget=tekstvak(),
        help_text="Schrijf kort en feitelijk. De inwoner mag dit lezen.",
    )

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het contact")


class VerificatieForm(Dossierformulier):
    """The question to UHT and its answer."""

    datum_gevraagd = DatumVeld(label="Wanneer is het gevraagd?")
    kanaal = forms.TypedChoiceField(
        label="Hoe is het gevraagd?",
        choices=VerificatieKanaal.choices,
        coerce=VerificatieKanaal,
        widget=forms.RadioSelect,
        help_text="U belt het Serviceteam voor gemeenten van UHT: 0800 235 83 58, met de belcode van uw gemeente.",
    )
    antwoord = forms.TypedChoiceField(
        label="Wat is het antwoord van UHT?",
        choices=VerificatieAntwoord.choices,
        coerce=VerificatieAntwoord,
        widget=forms.RadioSelect,
        help_text="Bevestigd: deze persoon hoort bij de doelgroep van de brede ondersteuning.",
    )
    datum_antwoord = DatumVeld(label="Wanneer kwam het antwoord?")
    antwoord_van = forms.CharField(
        label="Wie van UHT antwoordde?", required=False, max_length=120, widget=forms.TextInput({"autocomplete": "off"})
    )

    def clean_datum_antwoord(self) -> date:
        return self.eis_dag("datum_antwoord", "Het antwoord")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gevraagd, antwoord = gegevens.get("datum_gevraagd"), gegevens.get("datum_antwoord")
        if gevraagd and antwoord and gevraagd > antwoord:
            self.add_error("datum_antwoord", "Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")
        return gegevens

"""Correct or withdraw what was entered wrongly under a dossier: a contact, a verificatie, a driegesprek."""

from typing import Any

from django import forms

from cases.forms.contact import MET_HULP, ContactForm
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.uht import UhtStatusForm, eis_telefoon, laat_spoed_weg
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import Contactuitkomst, UhtStatus, VerificatieAntwoord, VerificatieKanaal
from config.forms import DatumVeld


class RedenForm(Dossierformulier):
    """Only why: for what is withdrawn, undone or put back."""

    reden = forms.CharField(
        label="Waarom?", max_length=300, widget=tekstvak(2), help_text="Dit komt in de geschiedenis van het dossier."
    )


class Verbeterformulier(Wijzigformulier):
    """Change a row with the fields of the form that makes one; what only belongs to a new row is left out.

    The fields stand one under another: the layout of a new row has no place for the reason.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in set(self.fields) - {*self.wijzigbaar, "reden", "versie"}:
            del self.fields[naam]
        self.order_fields([*self.wijzigbaar, "reden", "versie"])
        self.helper = None


class ContactVerbeterForm(Verbeterformulier, ContactForm):
    wijzigbaar = ("datum", "kanaal", "uitkomst", "met", "tekst")
    met = forms.CharField(label="Met wie was het?", required=False, max_length=120, help_text=MET_HULP)

    def wie_is_nieuw(self, uitkomst: Contactuitkomst, met: str) -> bool:
        return (uitkomst, met) != (self.nu["uitkomst"], self.nu["met"])


class VerificatieVerbeterForm(Verbeterformulier):
    """The question to UHT and its answer, which may still have to come."""

    wijzigbaar = ("datum_gevraagd", "kanaal", "spoed", "antwoord", "datum_antwoord", "antwoord_van")
    datum_gevraagd = DatumVeld(label="Wanneer is het gevraagd?")
    kanaal = forms.TypedChoiceField(
        label="Hoe is het gevraagd?",
        choices=VerificatieKanaal.choices,
        coerce=VerificatieKanaal,
        widget=forms.RadioSelect,
    )
    spoed = forms.BooleanField(
        label="Met spoed: UHT antwoordt op de dag zelf",
        required=False,
        help_text="Alleen per telefoon, bij de kindregeling.",
    )
    antwoord = forms.TypedChoiceField(
        label="Wat is het antwoord van UHT?",
        required=False,
        choices=[*VerificatieAntwoord.choices, ("", "Er is nog geen antwoord")],
        coerce=str,
        empty_value="",
        widget=forms.RadioSelect,
    )
    datum_antwoord = DatumVeld(label="Wanneer kwam het antwoord?", required=False)
    antwoord_van = forms.CharField(label="Wie bij UHT gaf het antwoord?", required=False, max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.nu["spoed"]:
            laat_spoed_weg(self)
        if "spoed" not in self.fields:
            del self.nu["spoed"]

    def clean_spoed(self) -> bool:
        return eis_telefoon(self)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if "datum_antwoord" in self.errors:
            return gegevens
        antwoord, dag = gegevens.get("antwoord"), gegevens.get("datum_antwoord")
        if antwoord and dag is None:
            self.add_error("datum_antwoord", "Vul de dag van het antwoord in.")
        elif dag and not antwoord:
            self.add_error("datum_antwoord", "Er is nog geen antwoord gekozen. Laat deze datum dan leeg.")
        elif dag and gegevens.get("datum_gevraagd") and gegevens["datum_gevraagd"] > dag:
            self.add_error("datum_antwoord", "Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")
        return gegevens


class UhtStatusVerbeterForm(Verbeterformulier, UhtStatusForm):
    """What UHT said, when, and from whom it was heard. Niet erkend is chosen on a page of its own."""

    wijzigbaar = ("status", "datum_feit", "datum_gemeld", "bron")
    bron = forms.CharField(label="Van wie hoorde u het?", max_length=120)  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.nu["datum_feit"] is None:
            self.fields["datum_feit"].required = False
            self.fields["datum_feit"].help_text = "De datum van het besluit van UHT. Laat leeg als u die nog niet weet."
        if self.nu["status"] != UhtStatus.NIET_ERKEND:
            self.kies_uit(self.statussen - {UhtStatus.NIET_ERKEND})

from datetime import date
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import DOELSTELLING, Kanaal, Leefgebied
from cases.models import Driegesprek
from config.forms import DatumVeld

HULPVRAAG = "hulpvraag_"
GEEN_HULPVRAAG = "Vul bij ten minste één leefgebied een hulpvraag in. Zonder hulpvraag starten de termijnen niet."


def _hulpvraag(leefgebied: Leefgebied) -> forms.CharField:
    doel = f"Doel van dit leefgebied: {DOELSTELLING[leefgebied].lower()}."
    return forms.CharField(label=leefgebied.label, required=False, widget=tekstvak(3), help_text=doel)


class EersteGesprekForm(Dossierformulier):
    """The gesprek in which the hulpvragen are established: one text for each leefgebied, of which one is enough."""

    datum = DatumVeld(label="Datum van het gesprek")
    kanaal = forms.TypedChoiceField(
        label="Waar was het gesprek?", choices=Kanaal.choices, coerce=Kanaal, widget=forms.RadioSelect
    )
    verslag = forms.CharField(
        label="Verslag (niet verplicht)",
        required=False,
        widget=tekstvak(6),
        help_text="Wat is besproken en afgesproken. Schrijf feitelijk: de inwoner mag dit lezen.",
    )
    hulpvraag_wonen = _hulpvraag(Leefgebied.WONEN)
    hulpvraag_financien = _hulpvraag(Leefgebied.FINANCIEN)
    hulpvraag_gezin = _hulpvraag(Leefgebied.GEZIN)
    hulpvraag_werk = _hulpvraag(Leefgebied.WERK)
    hulpvraag_zorg = _hulpvraag(Leefgebied.ZORG)
    markeer_niet_verplicht = False  # of the hulpvragen one is needed, which their heading says

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het eerste gesprek")

    def clean(self) -> dict[str, Any]:
        """Gather the hulpvragen; without one this is not the eerste gesprek (domein K1)."""
        gegevens = super().clean() or {}
        hulpvragen = {leefgebied: gegevens.pop(HULPVRAAG + leefgebied, "") for leefgebied in Leefgebied}
        gegevens["hulpvragen"] = {leefgebied: tekst for leefgebied, tekst in hulpvragen.items() if tekst}
        if not gegevens["hulpvragen"]:
            self.add_error(HULPVRAAG + Leefgebied.WONEN, GEEN_HULPVRAAG)
        return gegevens

    @property
    def gekozen_datum(self) -> date | None:
        """Give the day whose termijnen the page shows: what is filled in, when that is a day that can be."""
        if not self.is_bound:
            return self.initial.get("datum")
        return self.cleaned_data.get("datum") if self.is_valid() or "datum" not in self.errors else None

    def hulpvragen(self) -> list[forms.BoundField]:
        return [self[HULPVRAAG + leefgebied] for leefgebied in Leefgebied]

    def toon_alleen_datum(self) -> None:
        """Keep only what is wrong with the date: who looks at the dates is not finished with the rest."""
        for veld in [veld for veld in self.errors if veld != "datum"]:
            del self.errors[veld]


class DriegesprekForm(Dossierformulier):
    """A gesprek of gemeente, inwoner and UHT, or a third party that the minister appointed."""

    datum = DatumVeld(label="Datum van het gesprek")
    derde = forms.TypedChoiceField(
        label="Wie was de derde aan tafel?",
        choices=Driegesprek.Derde.choices,
        coerce=Driegesprek.Derde,
        widget=forms.RadioSelect,
    )
    aanvrager = forms.CharField(
        label="Wie vroeg om het gesprek?",
        max_length=120,
        help_text="Bijvoorbeeld de inwoner, UHT of de gemeente.",
    )
    plaats = forms.CharField(label="Waar was het gesprek?", max_length=120, help_text="Een adres, of online.")
    deelnemers = forms.CharField(
        label="Wie waren erbij?", widget=tekstvak(3), help_text="Eén persoon per regel, met naam en organisatie."
    )
    onderwerpen = forms.CharField(label="Waar ging het over?", widget=tekstvak(3))
    verslag = forms.CharField(
        label="Verslag", required=False, widget=tekstvak(6), help_text="Wat is afgesproken, en wie doet wat."
    )

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het driegesprek")

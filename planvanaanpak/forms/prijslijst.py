"""The price list of the Nibud as a beheerder pastes it, and a dienst at a tarief."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.dossierformulier import tekstvak
from cases.forms.vrijetekst import ZonderBsn
from config.forms import EuroVeld, Formulier
from config.tussentijds import Tussentijds
from planvanaanpak.actions.prijslijst import DIENSTVELDEN
from planvanaanpak.models import Dienst
from planvanaanpak.prijsregels import Prijsregel, lees_prijsregels

# More complaints than this help nobody at once.
GENOEMD = 5
LANGSTE_LIJST = 300_000


class PrijslijstForm(Formulier):
    editie = forms.RegexField(
        label="Welke editie?",
        regex=r"^\d{4}[\w /-]*$",
        max_length=20,
        help_text="Het jaar van de prijzengids, zoals 2025 of 2025-2026.",
        error_messages={"invalid": "Begin met het jaar, zoals 2025 of 2025-2026."},
    )
    lijst = forms.CharField(
        label="Prijzen",
        max_length=LANGSTE_LIJST,
        widget=tekstvak(12),
        help_text=(
            "Een regel per artikel: artikel; bladzijde; prijs. Bijvoorbeeld: Koelkast; 112; 466,00. U kunt kolommen uit"
            " een rekenblad of een CSV-bestand plakken."
        ),
    )
    regels: tuple[Prijsregel, ...] = ()

    def clean_lijst(self) -> str:
        tekst: str = self.cleaned_data["lijst"]
        self.regels, fouten = lees_prijsregels(tekst)
        if fouten:
            rest = f" En nog {len(fouten) - GENOEMD} andere." if len(fouten) > GENOEMD else ""
            raise ValidationError(f"{' '.join(fouten[:GENOEMD])}{rest} Er is niets bewaard.")
        return tekst


class RedenForm(ZonderBsn, Formulier):
    reden = forms.CharField(label="Waarom haalt u deze prijs weg?", max_length=300, widget=tekstvak(2))


class DienstForm(Formulier):
    naam = forms.CharField(label="Naam", max_length=120, help_text="Bijvoorbeeld: Groepstraining Grip op geld.")
    uitvoerder = forms.CharField(label="Wie voert het uit?", max_length=120)
    eenheid = forms.CharField(label="Eenheid", max_length=30, help_text="Bijvoorbeeld: uur, bijeenkomst of traject.")
    tarief = EuroVeld(label="Tarief per eenheid, met btw", max_digits=10)
    bron = forms.CharField(label="Bron", max_length=200, help_text="Het contract of besluit met dit tarief.")
    is_actief = forms.BooleanField(label="Te kiezen in een plan", required=False, initial=True)

    @property
    def gegevens(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in DIENSTVELDEN}


class DienstWijzigForm(Tussentijds, DienstForm):
    def __init__(self, *args: Any, dienst: Dienst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {veld: getattr(dienst, veld) for veld in DIENSTVELDEN}
        self.volg_rij(dienst, DIENSTVELDEN)

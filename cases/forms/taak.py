from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.actions.taak import VAN_AFSPRAAK, andere_casusregisseur
from cases.forms.collega import CollegaKeuze
from cases.forms.vrijetekst import ZonderBsn
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import TaakSoort
from cases.models import Dossier, Taak
from cases.vervanging import afwezig_tekst
from config.forms import DatumVeld, Formulier

CASUSREGISSEUR, ZELF = "casusregisseur", "zelf"
VOORBIJ = "Deze dag is al geweest. Kies vandaag of een dag daarna."


def _wat() -> forms.CharField:
    return forms.CharField(
        label="Wat moet er gebeuren?", max_length=200, widget=forms.TextInput({"autocomplete": "off"})
    )


class VoorWie(forms.ChoiceField):
    """Who does it in the dossier of a colleague: the casusregisseur, unless one takes it oneself."""

    def clean(self, value: Any) -> Any:
        return super().clean(value or CASUSREGISSEUR)

    def zet_casusregisseur(self, wie: User, on: date) -> None:
        regisseur = ", ".join(filter(None, (wie.naam, "casusregisseur", afwezig_tekst(wie, on))))
        self.choices = [(CASUSREGISSEUR, regisseur), (ZELF, "Uzelf")]
        self.initial = CASUSREGISSEUR


class TaakForm(ZonderBsn, Formulier):
    """Something to do on a day, about a dossier or not: for oneself, or in the dossier of a colleague for them."""

    wat = _wat()
    datum = DatumVeld(label="Op welke dag?")
    voor = VoorWie(label="Wie doet het?")
    gemeente = forms.ModelChoiceField(label="Voor welke gemeente?", queryset=Gemeente.objects.none(), empty_label=None)
    nummer = forms.CharField(
        label="Dossiernummer",
        required=False,
        max_length=20,
        help_text="Alleen als de taak bij een dossier hoort.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, user: User, on: date, dossier: Dossier | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.on, self.dossier = user, on, dossier
        self.casusregisseur = andere_casusregisseur(dossier, user, on) if dossier else None
        if self.casusregisseur is None:
            del self.fields["voor"]
        else:
            self.fields["voor"].zet_casusregisseur(self.casusregisseur, on)  # type: ignore[attr-defined]
        gemeenten = Gemeente.objects.visible_to(user, Permission.VANDAAG)
        self.enige: Gemeente | None = None
        if dossier is not None:
            del self.fields["nummer"], self.fields["gemeente"]
        elif len(user.gemeenten_met(Permission.VANDAAG)) == 1:
            self.enige = gemeenten.first()
            del self.fields["gemeente"]
        else:
            self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag < self.on:
            raise ValidationError(VOORBIJ)
        return dag

    def clean_nummer(self) -> str:
        nummer: str = self.cleaned_data["nummer"].strip().upper()
        if nummer:
            self.dossier = (
                Dossier.objects.editable_by(self.user).select_related("gemeente").filter(nummer=nummer).first()
            )
            if self.dossier is None:
                raise ValidationError(
                    "Er is geen dossier met dit nummer. Controleer het nummer, zoals 9901-D-2026-00001."
                )
        return nummer

    def gegevens(self) -> dict[str, Any]:
        """Give what the action asks: the gemeente is that of the dossier, else the one that was chosen."""
        schoon = self.cleaned_data
        return {
            "gemeente": self.dossier.gemeente if self.dossier else schoon.get("gemeente") or self.enige,
            "dossier": self.dossier,
            "wat": schoon["wat"],
            "datum": schoon["datum"],
            "voor": self.casusregisseur if schoon.get("voor") == CASUSREGISSEUR else self.user,
        }


class TaakWijzigForm(Wijzigformulier):
    """Move a taak to another day, say it otherwise, or give it to a colleague; too small to ask a reason for."""

    wijzigbaar = ("wat", "datum", "voor")
    reden = None  # type: ignore[assignment]
    wat = _wat()
    datum = DatumVeld(label="Op welke dag?")
    voor = CollegaKeuze(label="Wie doet het?", empty_label=None)

    def __init__(self, *args: Any, taak: Taak, on: date, **kwargs: Any) -> None:
        super().__init__(*args, rij=taak, dossier=taak.dossier, on=on, **kwargs)
        collegas = User.objects.met_recht(Permission.DOSSIER_BEWERKEN, [taak.gemeente_id])
        self.fields["voor"].bied(collegas, on)  # type: ignore[attr-defined]
        self.initial["voor"] = taak.voor_id
        if TaakSoort(taak.soort) in VAN_AFSPRAAK:
            self.fields["wat"].disabled = self.fields["datum"].disabled = True
            self.fields["datum"].help_text = "Deze dag hoort bij de afspraak. Verzet de afspraak zelf."

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag < self.on and dag != self.nu["datum"]:
            raise ValidationError(VOORBIJ)
        return dag

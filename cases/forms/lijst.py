"""The filters of Vandaag, of the dossier list and of the history: sent with GET, forgiving of old addresses."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from accounts.models import User
from cases.keuzes import Doelgroep, Leefgebied
from cases.kolommen import KOLOMMEN
from cases.status import Status
from cases.verdeelbron import list_casusregisseurs
from config.forms import DatumVeld, Filterformulier
from config.keuzelijst import Keuzeveld

ALLES = [("", "Alle")]
WET = "wet"
NIEMAND, TE_LAAT, DEZE_WEEK = "geen", "te_laat", "deze_week"
AANMELDING, OUDSTE, NAAM, UITERSTE_DATUM = "aanmelding", "oudste", "naam", "uiterste_datum"
OPEN = "open"
ACUUT, VOORRANG, EERST = "acuut", "voorrang", "eerst"
MEER_DOSSIERS = "meer"


def gekozen(formulier: forms.Form) -> dict[str, Any]:
    """Give what of a filter could be read; a value that could not is as good as empty."""
    formulier.is_valid()
    return {naam: formulier.cleaned_data.get(naam) or "" for naam in formulier.fields}


class Vandaagfilter(Filterformulier):
    wat = forms.ChoiceField(choices=[("", "Alle stappen"), (WET, "Alleen uit de wet")], required=False)
    later = forms.BooleanField(required=False)


class Dossierfilter(Filterformulier):
    """What a list of dossiers can be narrowed by. It stands in the address, so nothing personal belongs in it."""

    status = Keuzeveld(label="Status", required=False, choices=[*ALLES, (OPEN, "Alle open dossiers"), *Status.choices])
    doelgroep = Keuzeveld(label="Doelgroep", required=False, choices=[*ALLES, *Doelgroep.choices])
    casusregisseur = Keuzeveld(label="Casusregisseur", required=False)
    termijn = Keuzeveld(
        label="Termijn", required=False, choices=[*ALLES, (TE_LAAT, "Te laat"), (DEZE_WEEK, "Deze week of te laat")]
    )
    leefgebied = Keuzeveld(
        label="Hulpvraag over", required=False, choices=[("", "Alle leefgebieden"), *Leefgebied.choices]
    )
    rang = Keuzeveld(
        label="Voorrang",
        required=False,
        choices=[*ALLES, (EERST, "Acuut of voorrang"), (ACUUT, "Acuut"), (VOORRANG, "Voorrang")],
    )
    gezin = Keuzeveld(label="Gezin", required=False, choices=[*ALLES, (MEER_DOSSIERS, "Gezin met meer dossiers")])
    volgorde = Keuzeveld(
        label="Volgorde",
        required=False,
        choices=[
            ("", "Nieuwste eerst"),
            (OUDSTE, "Langst aangemeld eerst"),
            (NAAM, "Naam"),
            (UITERSTE_DATUM, "Eerste termijn waarin u iets moet doen (alleen die dossiers)"),
        ],
    )
    kolom = forms.MultipleChoiceField(
        label="Kolommen",
        required=False,
        choices=[(kolom.code, kolom.kop) for kolom in KOLOMMEN.values()],
        widget=forms.CheckboxSelectMultiple,
    )
    gezin_van = forms.RegexField(r"^\d{4}-D-\d{4}-\d{5,}$", required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], *, user: User) -> None:
        super().__init__(data)
        casusregisseur = self.fields["casusregisseur"]
        assert isinstance(casusregisseur, Keuzeveld)
        casusregisseur.zet_keuzes([*ALLES, (NIEMAND, "Nog niet toegewezen"), *list_casusregisseurs(user)])

    @property
    def keuzelijsten(self) -> list[forms.BoundField]:
        """Give the fields that are lists to choose from; the columns and the gezin stand apart."""
        return [veld for veld in self if veld.name not in ("kolom", "gezin_van")]

    def adresdeel(self) -> dict[str, Any]:
        """Give what was chosen as it stands in the address, without what is empty or could not be read."""
        return {naam: waarde for naam, waarde in gekozen(self).items() if waarde}


class Geschiedenisfilter(Filterformulier):
    """Narrow the history by who did it, what kind of event it is, and from which day; `alles` puts it on one page."""

    door = forms.ChoiceField(label="Wie", required=False)
    soort = forms.ChoiceField(label="Wat", required=False)
    vanaf = DatumVeld(label="Vanaf", required=False)
    alles = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any], *, personen: Iterable[tuple[str, str]], soorten: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        self.fields["door"].choices = [("", "Iedereen"), *personen]  # type: ignore[attr-defined]
        self.fields["soort"].choices = [("", "Alles"), *soorten]  # type: ignore[attr-defined]

"""A hulpvraag for each leefgebied with how urgent it is, as a part of the forms of a gesprek."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.basis import ActieFout
from cases.actions.hulpvragen import eis_vrij
from cases.forms.acuut import MetAcuut
from cases.forms.dossierformulier import tekstvak
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import DOELSTELLING, Leefgebied, Urgentie
from cases.models import Hulpvraag

HULPVRAAG, URGENTIE = "hulpvraag_", "urgentie_"


def _hulpvraag(leefgebied: Leefgebied) -> forms.CharField:
    doel = f"Doel van dit leefgebied: {DOELSTELLING[leefgebied].lower()}."
    return forms.CharField(label=leefgebied.label, required=False, widget=tekstvak(3), help_text=doel)


def _urgentie(leefgebied: Leefgebied) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=f"Hoe dringend is dit? ({leefgebied.label})",
        choices=Urgentie.choices,
        coerce=Urgentie,
        empty_value=Urgentie.GEWOON,
        required=False,
    )


class MetHulpvragen(MetAcuut):
    """A form with the five leefgebieden; gives `hulpvragen` and `urgentie` by leefgebied, of those that have a text."""

    hulpvraag_wonen = _hulpvraag(Leefgebied.WONEN)
    urgentie_wonen = _urgentie(Leefgebied.WONEN)
    hulpvraag_financien = _hulpvraag(Leefgebied.FINANCIEN)
    urgentie_financien = _urgentie(Leefgebied.FINANCIEN)
    hulpvraag_gezin = _hulpvraag(Leefgebied.GEZIN)
    urgentie_gezin = _urgentie(Leefgebied.GEZIN)
    hulpvraag_werk = _hulpvraag(Leefgebied.WERK)
    urgentie_werk = _urgentie(Leefgebied.WERK)
    hulpvraag_zorg = _hulpvraag(Leefgebied.ZORG)
    urgentie_zorg = _urgentie(Leefgebied.ZORG)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        teksten = {leefgebied: gegevens.pop(HULPVRAAG + leefgebied, "") for leefgebied in Leefgebied}
        urgenties = {leefgebied: gegevens.pop(URGENTIE + leefgebied, Urgentie.GEWOON) for leefgebied in Leefgebied}
        gegevens["hulpvragen"] = {leefgebied: tekst for leefgebied, tekst in teksten.items() if tekst}
        gegevens["urgentie"] = {leefgebied: urgenties[leefgebied] for leefgebied in gegevens["hulpvragen"]}
        if Urgentie.ACUUT in gegevens["urgentie"].values():
            self.eis_situatie()
        return gegevens

    def hulpvragen(self) -> list[forms.BoundField]:
        return [self[HULPVRAAG + leefgebied] for leefgebied in Leefgebied]

    def vragen(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Give each hulpvraag with its urgentie, as the page lays them out."""
        return [(self[HULPVRAAG + leefgebied], self[URGENTIE + leefgebied]) for leefgebied in Leefgebied]


class HulpvraagForm(Wijzigformulier):
    """The words, the leefgebied and the urgentie of one hulpvraag, with the reason of the change."""

    wijzigbaar = ("tekst", "leefgebied", "urgentie")
    field_order = (*wijzigbaar, "reden", "versie")
    tekst = forms.CharField(label="Hulpvraag", widget=tekstvak(4), help_text="In de woorden van de inwoner.")
    leefgebied = forms.TypedChoiceField(
        label="Bij welk leefgebied hoort dit?", choices=Leefgebied.choices, coerce=Leefgebied, widget=forms.RadioSelect
    )
    urgentie = forms.TypedChoiceField(
        label="Hoe dringend is dit?", choices=Urgentie.choices, coerce=Urgentie, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, hulpvraag: Hulpvraag, **kwargs: Any) -> None:
        super().__init__(*args, rij=hulpvraag, **kwargs)
        self.hulpvraag = hulpvraag

    def clean_leefgebied(self) -> Leefgebied:
        leefgebied: Leefgebied = self.cleaned_data["leefgebied"]
        try:
            eis_vrij(self.hulpvraag, leefgebied)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from fout
        return leefgebied

    @property
    def is_verplaatst(self) -> bool:
        return "leefgebied" in self.wijzigingen()

    @property
    def is_nu_acuut(self) -> bool:
        """Say whether this change makes the hulpvraag acute while the dossier is not."""
        return self.cleaned_data["urgentie"] == Urgentie.ACUUT and not self.dossier.acuut

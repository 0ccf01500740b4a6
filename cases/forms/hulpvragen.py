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
HULPVELDEN = tuple(deel + leefgebied for leefgebied in Leefgebied for deel in (HULPVRAAG, URGENTIE))
WELKE_HULPVRAAG = "Schrijf op wat de hulpvraag is. Speelt hier niets? Kies dan 'Gewoon'."


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
    """A form with the five leefgebieden; gives `hulpvragen` and `urgentie` by leefgebied, of what was filled in.

    `staand` are the hulpvragen that stand now. Another urgentie than one has now, without a text, keeps its text.
    """

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staand: dict[str, Hulpvraag] = {}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        hulpvragen, urgenties = {}, {}
        for leefgebied in Leefgebied:
            tekst = gegevens.pop(HULPVRAAG + leefgebied, "")
            urgentie = gegevens.pop(URGENTIE + leefgebied, Urgentie.GEWOON)
            if tekst or self._is_gekozen(leefgebied, urgentie):
                hulpvragen[leefgebied] = tekst or self.tekst_bij(leefgebied)
                urgenties[leefgebied] = urgentie
        if Urgentie.ACUUT in urgenties.values():
            self.eis_situatie()
        return {**gegevens, "hulpvragen": hulpvragen, "urgentie": urgenties}

    def _is_gekozen(self, leefgebied: Leefgebied, urgentie: Urgentie) -> bool:
        """Say whether somebody chose another urgentie than there is now; a text that was refused comes first."""
        nu = self.staand[leefgebied].urgentie if leefgebied in self.staand else Urgentie.GEWOON
        return urgentie != nu and HULPVRAAG + leefgebied not in self.errors

    def tekst_bij(self, leefgebied: Leefgebied) -> str:
        """Give the text for an urgentie that was chosen without one: what stands, or else it is asked."""
        if leefgebied in self.staand:
            return self.staand[leefgebied].tekst
        self.add_error(HULPVRAAG + leefgebied, WELKE_HULPVRAAG)
        return ""

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

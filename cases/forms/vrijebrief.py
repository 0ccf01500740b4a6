from hashlib import sha256
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.vrijebrief import GEEN_GEHOOR, ONTVANGST, OVERDRACHT


class BerichtForm(Dossierformulier):
    """What the consulent adds to a letter. `gezien` names the text of which the letter was shown."""

    bericht = forms.CharField(
        label="Wat wilt u deze inwoner nog schrijven?",
        required=False,
        max_length=2000,
        widget=tekstvak(4),
        help_text="Dit komt in de brief, na de vaste tekst.",
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def vingerafdruk(self) -> str:
        inhoud = "\n".join(str(self.cleaned_data.get(veld, "")) for veld in self.fields if veld != "gezien")
        return sha256(inhoud.encode()).hexdigest()

    @property
    def is_gezien(self) -> bool:
        """Say whether the letter was shown as it would be made now: whoever changes the text sees it again."""
        return bool(self.cleaned_data["gezien"] == self.vingerafdruk)

    def zet_gezien(self) -> None:
        """Remember, in the form that is drawn, which letter is shown below it."""
        self.data = {**self.data.dict(), self.add_prefix("gezien"): self.vingerafdruk}  # type: ignore[attr-defined]


class BriefForm(BerichtForm):
    """Which letter, and for the overdracht to whom."""

    soort = forms.ChoiceField(
        label="Welke brief?",
        widget=forms.RadioSelect,
        choices=[
            (ONTVANGST, "Ontvangst van de aanmelding bevestigen"),
            (GEEN_GEHOOR, "Wij bereiken u niet"),
            (OVERDRACHT, "Overdracht aan andere hulp"),
        ],
    )
    naar = forms.CharField(
        label="Aan wie draagt u de hulp over?",
        required=False,
        max_length=120,
        help_text="Alleen bij een overdracht. Zoals: het wijkteam.",
    )
    field_order = ["soort", "naar", "bericht", "gezien"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bericht"].help_text = (
            "Dit komt in de brief, na de vaste tekst. Bij een overdracht: om welke hulp het gaat, en wat u met de"
            " inwoner afsprak over de gegevens die u doorgeeft."
        )

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        if gegevens.get("soort") == OVERDRACHT and not gegevens.get("naar", "").strip():
            self.add_error("naar", "Schrijf op aan wie u de hulp overdraagt.")
        return gegevens

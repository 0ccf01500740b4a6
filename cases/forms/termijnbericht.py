from hashlib import sha256
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld


class TermijnberichtForm(Dossierformulier):
    """When it will be and why it is later. `gezien` names the text of which the letter was shown."""

    verwacht_op = DatumVeld()
    reden = forms.CharField(
        label="Waarom wordt het later?",
        max_length=300,
        widget=tekstvak(3),
        help_text="Dit komt in de brief. Schrijf aan de inwoner. Bijvoorbeeld: Er zijn op dit moment te weinig"
        " medewerkers.",
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, wat: str, verzet: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wordt = "Deze dag wordt de uiterste datum." if verzet else "De uiterste datum van de termijn verandert niet."
        self.fields["verwacht_op"].label = f"Uiterlijk wanneer is {wat}?"
        self.fields["verwacht_op"].help_text = f"Kies een dag die u zeker haalt. {wordt}"

    @property
    def vingerafdruk(self) -> str:
        inhoud = f"{self.cleaned_data['verwacht_op']:%Y-%m-%d}\n{self.cleaned_data['reden']}"
        return sha256(inhoud.encode()).hexdigest()

    @property
    def is_gezien(self) -> bool:
        """Say whether the letter was shown as it would be made now: whoever changes the text sees it again."""
        return self.cleaned_data["gezien"] == self.vingerafdruk

    def zet_gezien(self) -> None:
        """Remember, in the form that is drawn, which letter is shown below it."""
        self.data = {**self.data.dict(), self.add_prefix("gezien"): self.vingerafdruk}  # type: ignore[attr-defined]

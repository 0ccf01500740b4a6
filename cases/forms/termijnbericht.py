from hashlib import sha256

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld


class TermijnberichtForm(Dossierformulier):
    """When the eerste gesprek will be and why it is later. `gezien` names the text of which the letter was shown."""

    verwacht_op = DatumVeld(
        label="Uiterlijk wanneer is het eerste gesprek?",
        help_text="Kies een dag die u zeker haalt. De uiterste datum van de termijn verandert niet.",
    )
    reden = forms.CharField(
        label="Waarom wordt het later?",
        max_length=300,
        widget=tekstvak(3),
        help_text="Dit komt in de brief. Schrijf aan de inwoner: Er zijn op dit moment te weinig medewerkers.",
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

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

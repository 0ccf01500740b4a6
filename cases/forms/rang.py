"""Forms that mark a dossier as acute or give it voorrang, and that take it back with a reason."""

from typing import Any

from django import forms

from cases.forms.acuut import situatieveld
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.tussentijds import Tussentijds


class AcuutForm(Tussentijds, Dossierformulier):
    """Which bedreigende situatie there is, and what is going on."""

    situatie = situatieveld(required=True)
    toelichting = forms.CharField(
        label="Wat is er aan de hand?",
        required=False,
        max_length=300,
        widget=tekstvak(3),
        help_text="Kort en feitelijk: wat dreigt er, en wanneer. De inwoner mag dit lezen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nu = {"situatie": self.dossier.acuut, "toelichting": self.dossier.acuut_toelichting}
        if self.dossier.acuut:
            self.initial = {**nu, **self.initial}
        self.volg(nu)


class RangredenForm(Dossierformulier):
    """One reason, asked in the words of what is done."""

    reden = forms.CharField(label="Waarom?", max_length=300, widget=tekstvak(3))

    def __init__(self, *args: Any, vraag: str, uitleg: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].label = vraag
        self.fields["reden"].help_text = uitleg


class VoorrangForm(Tussentijds, RangredenForm):
    """Why a dossier goes before others; a new reason takes the place of the one before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"reden": self.dossier.voorrang_reden, **self.initial}
        self.volg({"reden": self.dossier.voorrang_reden})

from typing import Any

from django import forms

from accounts.models import User
from cases.actions.notitie import mag_beperkt
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.wijzigen import Wijzigformulier

BEPERKT = "Alleen voor de casusregisseur en de coördinator"
UITLEG = "Anderen zien dat er een notitie is, niet wat erin staat. De inwoner mag de notitie opvragen."


class NotitieForm(Dossierformulier):
    """A note; restricted only for who may read restricted ones."""

    tekst = forms.CharField(label="Notitie", widget=tekstvak(3), help_text="Schrijf kort en feitelijk.")
    is_beperkt = forms.BooleanField(label=BEPERKT, required=False, help_text=UITLEG)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mag_beperkt(self.dossier, user):
            del self.fields["is_beperkt"]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gegevens.setdefault("is_beperkt", False)
        return gegevens


class NotitieWijzigForm(Wijzigformulier):
    """Change one's own note, with the reason."""

    wijzigbaar = ("tekst", "is_beperkt")
    tekst = forms.CharField(label="Notitie", widget=tekstvak(4))
    is_beperkt = forms.BooleanField(label=BEPERKT, required=False, help_text=UITLEG)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["tekst", "is_beperkt", "reden", "versie"])
        if not mag_beperkt(self.dossier, user):
            self.fields["is_beperkt"].disabled = True


class IntrekForm(Dossierformulier):
    """Why a note should not have been there."""

    reden = forms.CharField(
        label="Waarom trekt u de notitie in?",
        max_length=300,
        widget=tekstvak(2),
        help_text="De notitie blijft doorgestreept staan, met deze reden.",
    )

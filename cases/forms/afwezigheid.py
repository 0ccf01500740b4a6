from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Permission
from cases.forms.collega import CollegaKeuze
from config.forms import DatumVeld, Formulier


class AfwezigheidForm(Formulier):
    """The days somebody is away, and the colleague of the same gemeente who does their work."""

    vanaf = DatumVeld(label="Eerste dag afwezig")
    tot = DatumVeld(label="Laatste dag afwezig", help_text="De dag erna stopt de vervanging.")
    vervanger = CollegaKeuze(
        label="Wie vervangt?",
        empty_label="Kies een collega",
        help_text="Die ziet het werk bij Vandaag, krijgt de dagelijkse mail en mag de beperkte notities lezen.",
    )

    def __init__(self, *args: Any, user: User, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        gemeenten = user.gemeenten_met(Permission.VANDAAG)
        collegas = User.objects.met_recht(Permission.VANDAAG, gemeenten).zonder_extern(gemeenten).exclude(pk=user.pk)
        self.fields["vervanger"].bied(collegas, on)  # type: ignore[attr-defined]

    def clean_tot(self) -> date:
        """Say at the date itself what the action would refuse."""
        tot: date = self.cleaned_data["tot"]
        vanaf = self.cleaned_data.get("vanaf")
        if tot < self.on:
            raise ValidationError("Deze dag is voorbij. Kies een dag die nog komt.")
        if vanaf and tot < vanaf:
            raise ValidationError("De laatste dag ligt vóór de eerste. Controleer de twee datums.")
        return tot

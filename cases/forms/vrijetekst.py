"""No BSN in what people type about a person: there it would be shown whole, unlogged, and stay in the history."""

from typing import Any

from django import forms

from cases.bsn import bevat_bsn
from config.tussentijds import is_gelijk

BSN_IN_TEKST = "Schrijf hier geen burgerservicenummer op. Deze tekst blijft in de geschiedenis staan."
# Shorter fields hold a number of something, or one word.
VANAF_LENGTE = 60
_SOORTEN = (forms.EmailField, forms.URLField, forms.RegexField)


class ZonderBsn(forms.BaseForm):
    """Mixin of a form with free text: a BSN in it is refused, unless it stood there already and nobody touched it."""

    # Fields that are a number by themselves, and check it by themselves.
    geen_vrije_tekst = frozenset({"bsn", "nummer", "telefoon", "geboortedatum"})

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for naam in self.vrije_teksten():
            tekst = self.cleaned_data.get(naam) or ""
            if bevat_bsn(tekst) and not is_gelijk(tekst, self.get_initial_for_field(self.fields[naam], naam)):
                self.add_error(naam, BSN_IN_TEKST)

    def vrije_teksten(self) -> list[str]:
        """List the fields in which people write what they like."""
        velden: dict[str, Any] = self.fields
        return [naam for naam, veld in velden.items() if naam not in self.geen_vrije_tekst and is_vrije_tekst(veld)]


def is_vrije_tekst(veld: forms.Field) -> bool:
    if not isinstance(veld, forms.CharField) or isinstance(veld, _SOORTEN) or veld.widget.is_hidden:
        return False
    lang = veld.max_length is None or veld.max_length >= VANAF_LENGTE
    return isinstance(veld.widget, forms.Textarea) or lang

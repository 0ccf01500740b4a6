"""Which planned afspraak a form is filled in from; a form of its own, as the address names it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cases.keuzes import AfspraakSoort, AfspraakStatus
from cases.models import Afspraak, Dossier
from config.forms import Filterformulier


class AfspraakKeuze(Filterformulier):
    """A planned afspraak of this dossier, of the kinds that the page records; any other is no afspraak."""

    afspraak = forms.ModelChoiceField(Afspraak.objects.none(), required=False)

    def __init__(self, *args: Any, dossier: Dossier, soorten: Sequence[AfspraakSoort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gepland = Afspraak.objects.filter(dossier=dossier, soort__in=soorten, status=AfspraakStatus.GEPLAND)
        self.fields["afspraak"].queryset = gepland  # type: ignore[attr-defined]

    @property
    def gekozen(self) -> Afspraak | None:
        return self.cleaned_data.get("afspraak") if self.is_valid() else None

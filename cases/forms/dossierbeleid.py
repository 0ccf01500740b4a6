"""Choose other beleid for one dossier, with the reason."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.basis import ActieFout
from cases.actions.dossierbeleid import eis_kiesbaar, list_kiesbaar
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.models import Beleid


class BeleidKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}. {obj.bron}"


class DossierbeleidForm(Dossierformulier):
    beleid = BeleidKeuze(
        label="Welk beleid volgt dit dossier?",
        queryset=Beleid.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    reden = forms.CharField(
        label="Waarom volgt dit dossier ander beleid?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: het nieuwe beleid is gunstiger voor de inwoner. Dit komt in de geschiedenis.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["beleid"].queryset = list_kiesbaar(self.dossier, self.on)  # type: ignore[attr-defined]

    def clean_beleid(self) -> Beleid:
        beleid: Beleid = self.cleaned_data["beleid"]
        try:
            eis_kiesbaar(self.dossier, beleid, self.on)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return beleid

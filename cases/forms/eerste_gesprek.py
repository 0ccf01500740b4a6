"""Choose which gesprek is the eerste gesprek, or correct its day."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.basis import ActieFout
from cases.actions.eerste_gesprek import eis_wijzigbaar
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.models import Dossier, Gesprek
from config.forms import DatumVeld, Filterformulier
from config.weergave import datum as datumtekst


class EersteGesprekKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        eerste = ", nu het eerste gesprek" if obj.is_eerste_gesprek else ""
        return f"{datumtekst(obj.datum)}, {obj.get_kanaal_display().lower()}{eerste}"


class GesprekVoorkeur(Filterformulier):
    """The gesprek that the address names, which the form starts with."""

    gesprek = forms.ModelChoiceField(Gesprek.objects.none(), required=False)

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gesprek"].queryset = Gesprek.objects.filter(dossier=dossier).geldig()  # type: ignore[attr-defined]

    @property
    def begin(self) -> dict[str, Gesprek]:
        gesprek = self.cleaned_data["gesprek"] if self.is_valid() else None
        return {"gesprek": gesprek} if gesprek else {}


class EersteGesprekWijzigenForm(Dossierformulier):
    """One gesprek of those that count; without a day the day that the gesprek has."""

    gesprek = EersteGesprekKeuze(
        label="Welk gesprek is het eerste gesprek?",
        queryset=Gesprek.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text="Het gesprek waarin u met de inwoner de hulpvragen vaststelde.",
    )
    datum = DatumVeld(
        label="Op welke dag was dat echt?",
        required=False,
        help_text="Laat leeg als de datum hierboven klopt.",
    )
    reden = forms.CharField(
        label="Waarom wijzigt u dit?",
        max_length=300,
        widget=tekstvak(3),
        help_text="Bijvoorbeeld: de datum was verkeerd overgenomen uit de agenda. Dit komt in de geschiedenis.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gesprekken = Gesprek.objects.filter(dossier=self.dossier).geldig().order_by("datum", "pk")
        self.fields["gesprek"].queryset = gesprekken  # type: ignore[attr-defined]
        eerste = next((gesprek for gesprek in gesprekken if gesprek.is_eerste_gesprek), None)
        self.initial = {"gesprek": eerste, **self.initial}

    def clean_datum(self) -> date | None:
        return self.eis_dag("datum", "Het eerste gesprek") if self.cleaned_data["datum"] else None

    def clean(self) -> dict[str, Any]:
        """Fill in the day of the gesprek, and refuse what would change nothing."""
        gegevens = super().clean() or {}
        gesprek = gegevens.get("gesprek")
        if gesprek is not None and "datum" not in self.errors:
            gegevens["datum"] = gegevens.get("datum") or gesprek.datum
            try:
                eis_wijzigbaar(self.dossier, gesprek, gegevens["datum"], self.on)
            except ActieFout as fout:
                raise ValidationError(str(fout)) from None
        return gegevens

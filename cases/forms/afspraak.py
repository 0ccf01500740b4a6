from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms

from cases.actions.afspraak import eis_dagen
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.gesprek import kanaalkeuzes
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import AfspraakSoort, AfspraakStatus, Kanaal
from cases.models import Afspraak, Dossier, Gesprek
from cases.status import VOOR_EERSTE_GESPREK, Status
from config.forms import DatumVeld, Filterformulier
from config.weergave import datum as datumtekst


def _kanalen() -> list[tuple[str, str]]:
    """Ask how, without a choice made beforehand: the uitnodiging says what stands here."""
    return [("", "Kies"), *kanaalkeuzes()]


class AfspraakVelden(forms.Form):
    """What can be said of a planned gesprek, when it is made and when it changes."""

    datum = DatumVeld(label="Op welke dag?")
    tijd = forms.TimeField(
        label="Hoe laat?", required=False, widget=forms.TimeInput({"type": "time", "autocomplete": "off"}, "%H:%M")
    )
    kanaal = forms.TypedChoiceField(label="Hoe?", choices=_kanalen, coerce=Kanaal)
    plaats = forms.CharField(
        label="Waar?", required=False, max_length=120, help_text="Bijvoorbeeld: stadhuis, kamer 2.12."
    )
    met = forms.CharField(label="Wie komen er?", required=False, max_length=300)
    toelichting = forms.CharField(label="Wat bereidt u voor?", required=False, widget=tekstvak(3))
    herinneren_op = DatumVeld(
        label="Herinnering op",
        required=False,
        help_text="Bijvoorbeeld om de inwoner een dag van tevoren te bellen. Dan staat het die dag bij Vandaag.",
    )


def _opmaak(*eronder: str, erboven: tuple[str, ...] = ()) -> FormHelper:
    helper = FormHelper()
    helper.layout = Layout(
        *erboven, Row("datum", "tijd"), Row("kanaal", "plaats"), "met", "toelichting", "herinneren_op", *eronder
    )
    return helper


def _toets_dagen(form: forms.Form, eis: Callable[[date, date | None], None]) -> None:
    """Show what the action would refuse at the field that it is about."""
    dag, herinneren = form.cleaned_data.get("datum"), form.cleaned_data.get("herinneren_op")
    if dag is None:
        return
    for veld, poging in (("datum", None), ("herinneren_op", herinneren)):
        try:
            eis(dag, poging)
        except ActieFout as fout:
            form.add_error(veld, str(fout))
            return


class AfspraakForm(AfspraakVelden, Dossierformulier):
    """Plan a gesprek."""

    soort = forms.TypedChoiceField(
        label="Wat voor gesprek is het?", coerce=AfspraakSoort, choices=AfspraakSoort.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soorten = [soort for soort in AfspraakSoort if soort != AfspraakSoort.EERSTE_GESPREK]
        if Status(self.dossier.status) in VOOR_EERSTE_GESPREK:
            soorten = list(AfspraakSoort)
        keuze = self.fields["soort"]
        assert isinstance(keuze, forms.ChoiceField)
        keuze.choices = [(soort.value, soort.label) for soort in soorten]
        self.helper = _opmaak(erboven=("soort",))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        _toets_dagen(self, lambda dag, herinneren: eis_dagen(dag, herinneren, self.on))
        return gegevens


class AfspraakWijzigForm(AfspraakVelden, Wijzigformulier):
    """Change a planned gesprek, with the reason."""

    wijzigbaar = ("datum", "tijd", "kanaal", "plaats", "met", "toelichting", "herinneren_op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kanaal"].choices = kanaalkeuzes(self.nu["kanaal"])  # type: ignore[attr-defined]
        self.fields["reden"].help_text = "Bijvoorbeeld: de inwoner kan die dag niet. Dit komt in de geschiedenis."
        self.helper = _opmaak("reden", "versie")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gewijzigd = frozenset(veld for veld in self.nu if gegevens.get(veld) != self.nu[veld])
        _toets_dagen(self, lambda dag, herinneren: eis_dagen(dag, herinneren, self.on, gewijzigd))
        return gegevens


class AfzegForm(Dossierformulier):
    """Why a planned gesprek does not take place."""

    reden = forms.CharField(
        label="Waarom gaat het gesprek niet door?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Dit komt in de geschiedenis.",
    )


class GehoudenGesprekKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Gesprek) -> str:
        return f"{'Eerste gesprek' if obj.is_eerste_gesprek else 'Gesprek'} op {datumtekst(obj.datum)}"


class GehoudenForm(Dossierformulier):
    """Which recorded gesprek this afspraak became, if it was recorded."""

    gesprek = GehoudenGesprekKeuze(
        label="Welk gesprek was het?",
        queryset=Gesprek.objects.none(),
        required=False,
        empty_label="Er is geen verslag van",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["gesprek"]
        assert isinstance(keuze, GehoudenGesprekKeuze)
        keuze.queryset = Gesprek.objects.geldig().filter(dossier=self.dossier, afspraak__isnull=True)


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

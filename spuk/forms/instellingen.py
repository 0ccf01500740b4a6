"""The settings of the declaration: the choice, the tellingen and the normbedragen."""

from decimal import Decimal
from typing import Any

from django import forms

from cases.forms.vrijetekst import ZonderBsn
from config.forms import EuroVeld, Formulier, ModelFormulier
from config.tussentijds import Tussentijds
from config.weergave import datum, euro
from spuk.keuze import SWITCH_JAREN
from spuk.models import Normbedrag, SpukKeuze, Telling, noem_normbedrag
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR, TREDEN

# The amounts that somebody can fill in: one of A, B, D and F, and one for each step of E.
SOORTEN = [
    *[(letter, letter) for letter in "ABDF"],
    *[(f"E-{vanaf}", f"E, vanaf {vanaf} gedupeerden") for vanaf in TREDEN],
]
SWITCHES = [("", "Geen overstap"), *[(jaar, f"Naar werkelijke kosten vanaf {jaar}") for jaar in SWITCH_JAREN]]


class KeuzeForm(Tussentijds, ModelFormulier):
    switch_abdf = forms.TypedChoiceField(
        label="Overstap voor A, B, D en F", choices=SWITCHES, coerce=int, empty_value=None, required=False
    )
    switch_e = forms.TypedChoiceField(
        label="Overstap voor E", choices=SWITCHES, coerce=int, empty_value=None, required=False
    )

    class Meta:
        model = SpukKeuze
        fields = ["abdf", "e", "switch_abdf", "switch_e", "bron"]
        labels = {"abdf": "Verantwoorden van A, B, D en F met", "e": "Verantwoorden van E met"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.volg_rij(self.instance, self.Meta.fields)


class PerJaar(Tussentijds, ModelFormulier):
    """A row of one year, over the one that is known: the page shows them all, so all are compared."""

    def clean_jaar(self) -> int:
        jaar: int = self.cleaned_data["jaar"]
        if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
            raise forms.ValidationError(f"Kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
        return jaar

    def welk(self) -> str:
        """Name the row that this one would change."""
        raise NotImplementedError

    def bekend(self) -> list[str]:
        welk = self.welk()
        return [f"{welk}: {self.nu[welk]}"] if welk in self.nu else []


class TellingForm(PerJaar):
    aantal = forms.IntegerField(label="Aantal (potentieel) gedupeerden", min_value=0, max_value=1_000_000)

    class Meta:
        model = Telling
        fields = ["jaar", "aantal", "peildatum", "bron"]
        help_texts = {"peildatum": "Staat er al een telling van dit jaar met deze peildatum? Dan verbetert u die."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bekend = Telling.objects.filter(gemeente=self.instance.gemeente)
        self.volg({_telling(rij.jaar, rij.peildatum): rij.aantal for rij in bekend})

    def welk(self) -> str:
        return _telling(self.cleaned_data.get("jaar"), self.cleaned_data.get("peildatum"))


def _telling(jaar: Any, peildatum: Any) -> str:
    return f"{jaar}, peildatum {datum(peildatum)}"


class NormbedragForm(PerJaar):
    component = forms.ChoiceField(label="Onderdeel", choices=SOORTEN)

    class Meta:
        model = Normbedrag
        fields = ["jaar", "component", "bedrag", "bron"]
        field_classes = {"bedrag": EuroVeld}
        help_texts = {"bron": "De publicatie waarin dit bedrag staat."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bekend = Normbedrag.objects.filter(gemeente=self.instance.gemeente)
        self.volg({str(rij): euro(rij.bedrag) for rij in bekend})

    def clean_component(self) -> str:
        """Take a step of E apart: the component, and from how many gedupeerden it holds."""
        component, _, vanaf = str(self.cleaned_data["component"]).partition("-")
        self.instance.vanaf = int(vanaf) if vanaf else None
        return component

    def clean_bedrag(self) -> Decimal:
        bedrag: Decimal = self.cleaned_data["bedrag"]
        if bedrag == 0:
            raise forms.ValidationError("Vul een bedrag in dat hoger is dan nul.")
        return bedrag

    def welk(self) -> str:
        gegevens = self.cleaned_data
        return noem_normbedrag(gegevens.get("component"), self.instance.vanaf, gegevens.get("jaar"))


class WeghalenForm(ZonderBsn, Formulier):
    reden = forms.CharField(
        label="Waarom haalt u dit weg?",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Bijvoorbeeld: verkeerde peildatum ingevuld. Dit komt in de geschiedenis.",
    )

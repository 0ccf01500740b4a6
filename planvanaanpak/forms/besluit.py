"""Forms of a besluit: set it down, add to it, and say when it left."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld, Formulier
from config.weergave import datum
from planvanaanpak.forms.verzending import wijzen
from planvanaanpak.models import Besluit
from planvanaanpak.verzendkeuzes import VOORUIT, Verzendwijze


class Gelezenveld(forms.Form):
    """That the letter was read: what every besluit asks last."""

    gelezen = forms.BooleanField(
        label="Ik heb de brief gelezen. Deze beslissing klopt.",
        error_messages={
            "required": "Lees de brief en vink dit aan. Na het vaststellen kan er niets meer aan veranderen."
        },
    )


class GelezenForm(Gelezenveld, Formulier):
    """Only the tick: for a second page, where the rest was filled in on the first."""


class VaststellenForm(Gelezenveld, Dossierformulier):
    """The verzenddatum, and that the letter was read."""

    datum = DatumVeld(
        label="Verzenddatum",
        help_text="De datum van de brief: de dag waarop hij de deur uit gaat. Vanaf die dag loopt de bezwaartermijn.",
    )
    field_order: tuple[str, ...] = ("datum", "gelezen")

    def clean_datum(self) -> date:
        verzenddatum: date = self.cleaned_data["datum"]
        if verzenddatum < self.on:
            raise ValidationError("De verzenddatum kan niet in het verleden liggen.")
        if verzenddatum > self.on + VOORUIT:
            raise ValidationError(f"Kies een dag tot en met {datum(self.on + VOORUIT)}. Stel anders later vast.")
        return verzenddatum

    @property
    def gekozen_datum(self) -> date | None:
        """Give the day whose bezwaartermijn the page shows: what is filled in, when that is a day that can be."""
        if not self.is_bound:
            return self.initial.get("datum")
        self.is_valid()
        return self.cleaned_data.get("datum")

    def toon_alleen_datum(self) -> None:
        """Keep only what is wrong with the date: who looks at the dates is not finished with the rest."""
        for veld in [veld for veld in self.errors if veld != "datum"]:
            del self.errors[veld]


class AddendumForm(VaststellenForm):
    toelichting = forms.CharField(
        label="Waarom vult u het plan aan?",
        max_length=5000,
        widget=tekstvak(4),
        help_text="De inwoner leest dit in de brief, vóór de uitleg per voorziening.",
    )
    field_order = ("toelichting", "datum", "gelezen")


class VerzendenForm(Dossierformulier):
    """The day the letter really left. Another day than it bears is first explained, and then confirmed."""

    markeer_niet_verplicht = False

    datum = DatumVeld(label="Wanneer ging de brief de deur uit?")
    wijze = forms.ChoiceField(label="Hoe?", required=False, choices=Verzendwijze.choices, widget=forms.RadioSelect)
    bijsluiter = forms.BooleanField(label="Ik doe de bijsluiter bij de brief.", required=False)
    uitgelegd = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, besluit: Besluit, elektronisch: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.besluit = besluit
        self.initial.setdefault("wijze", Verzendwijze.POST)
        self.fields["wijze"].choices = wijzen(elektronisch=elektronisch)  # type: ignore[attr-defined]
        self.andere_dag: date | None = None
        self.al_weg = self.eerst_uitleggen = False

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag > self.on:
            raise ValidationError("De dag van verzending kan niet in de toekomst liggen.")
        if dag < localdate(self.besluit.vastgesteld_op):
            raise ValidationError("Een besluit kan niet verzonden zijn vóórdat het is vastgesteld.")
        return dag

    def clean_wijze(self) -> str:
        return self.cleaned_data["wijze"] or Verzendwijze.POST

    def clean(self) -> dict[str, Any]:
        """Ask for the bijsluiter only about a day of which the page has told what it means."""
        gegevens = super().clean() or {}
        dag = gegevens.get("datum")
        if dag is None or dag == self.besluit.datum:
            return gegevens
        self.andere_dag, self.al_weg = dag, dag < self.on
        if self.al_weg:
            self["bijsluiter"].label = "Ik stuur de bijsluiter na."
        self.eerst_uitleggen = gegevens.get("uitgelegd") != dag.isoformat()
        if not self.eerst_uitleggen and not gegevens.get("bijsluiter"):
            self.add_error("bijsluiter", "Vink dit aan. Zonder bijsluiter staat er een verkeerde dag in de brief.")
        return gegevens

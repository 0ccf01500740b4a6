"""Keep a version of the plan, and choose two of them to put side by side."""

from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import Filterformulier
from config.weergave import datum
from planvanaanpak.keuzes import Plansoort
from planvanaanpak.models import PlanVanAanpak, Planversie

NU = "nu"


class VersieForm(Dossierformulier):
    reden = forms.CharField(
        label="Waarom bewaart u deze versie?",
        max_length=2000,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: om met de inwoner te bespreken, of: het plan is verder uitgewerkt.",
    )
    nu_volledig = forms.BooleanField(label="Het plan is nu volledig", required=False)

    def __init__(self, *args: Any, plan: PlanVanAanpak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plan.soort == Plansoort.VOLLEDIG:
            del self.fields["nu_volledig"]


class VergelijkForm(Filterformulier):
    """Two versions, of which the last may be the plan as it is now."""

    van = forms.ChoiceField(label="Versie")
    met = forms.ChoiceField(label="Vergelijken met")
    alles = forms.BooleanField(label="Toon ook wat gelijk is", required=False)

    def __init__(self, data: Any, *, versies: list[Planversie]) -> None:
        keuzes = [(str(v.nummer), f"Versie {v.nummer}, {datum(v.vastgelegd_op)}") for v in versies]
        begin = {"van": keuzes[-1][0] if keuzes else NU, "met": NU}
        if len(keuzes) > 1:
            begin = {"van": keuzes[-2][0], "met": keuzes[-1][0]}
        gevuld = {**begin, **{naam: data[naam] for naam in ("van", "met", "alles") if naam in data}}
        super().__init__(gevuld)
        self.fields["van"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["met"].choices = [*keuzes, (NU, "Het plan zoals het nu is")]  # type: ignore[attr-defined]

from datetime import date
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from planvanaanpak.forms.dag import eis_na_gesprek
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel


class DoelForm(Tussentijds, Dossierformulier):
    """What became of a doel: behaald on a day, or vervallen with a reason; a closed one can be opened again."""

    status = forms.TypedChoiceField(
        label="Hoe staat het met dit doel?", choices=(), coerce=DoelStatus, widget=forms.RadioSelect
    )
    datum = DatumVeld(label="Behaald op", required=False, help_text="Alleen bij behaald.")
    reden = forms.CharField(
        label="Waarom?",
        required=False,
        max_length=2000,
        widget=tekstvak(3),
        help_text="Nodig als het doel vervalt of weer open gaat.",
    )

    def __init__(self, *args: Any, doel: Doel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(DoelStatus.BEHAALD.value, "Behaald"), (DoelStatus.VERVALLEN.value, "Vervallen")]
        if doel.status == DoelStatus.OPEN:
            keuzes.insert(0, (DoelStatus.BEZIG.value, "Bezig"))
        else:
            keuzes.append((DoelStatus.OPEN.value, "Weer open"))
        self.fields["status"].choices = keuzes  # type: ignore[attr-defined]
        self.volg({"status": doel.status, "datum": doel.datum_behaald, "reden": doel.reden_vervallen})

    def clean_datum(self) -> date | None:
        return eis_na_gesprek(self, "De dag") if self.cleaned_data["datum"] else None

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        status = gegevens.get("status")
        if status == DoelStatus.BEHAALD and not gegevens.get("datum") and "datum" not in self.errors:
            self.add_error("datum", "Vul in op welke dag het doel is behaald.")
        if status in (DoelStatus.VERVALLEN, DoelStatus.OPEN) and not gegevens.get("reden"):
            self.add_error("reden", "Schrijf op waarom.")
        gegevens["datum"] = gegevens.get("datum") or self.on
        return gegevens

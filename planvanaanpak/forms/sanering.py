"""The facts on which a saneringskrediet for a young person is judged (SPR art. 3 and 6, VNG SPUK §2.1.1)."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.models import Document
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from config.weergave import euro
from planvanaanpak.actions.sanering import SANERINGSVELDEN
from planvanaanpak.keuzes import Voorstel
from planvanaanpak.models import Saneringskrediet, Voorziening
from planvanaanpak.sanering import SPR_2024

BOVEN = "Nodig boven € 10.000."
LUKT = (("nee", "Nee, dat lukt niet"), ("ja", "Ja, dat lukt"))


class SaneringForm(Tussentijds, Dossierformulier):
    geen_vrije_tekst = Dossierformulier.geen_vrije_tekst | {"collegebesluit"}
    datum_beschikking = DatumVeld(
        label="Datum van de beschikking over de tegemoetkoming",
        help_text="De dag die op de brief van UHT over de kindregeling staat.",
    )
    datum_verzoek = DatumVeld(label="Wanneer vroeg de inwoner om sanering?")
    af_te_lossen = forms.TypedChoiceField(
        label="Kan de inwoner de schulden aflossen binnen 36 maanden?",
        choices=LUKT,
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label="Waaruit blijkt dat?",
        max_length=2000,
        widget=tekstvak(3),
        help_text="Noem de berekening en wie die maakte. Noem geen inkomen of bezit.",
    )
    overeenkomst = DatumVeld(
        label="Datum van de overeenkomst voor de schuldregeling",
        required=False,
        help_text="Alleen als die al is getekend. Telt mee vanaf 5 november 2022.",
    )
    collegebesluit = forms.CharField(
        label="Kenmerk van het besluit van het college", required=False, max_length=120, help_text=BOVEN
    )
    collegebesluit_datum = DatumVeld(label="Datum van dat besluit", required=False, help_text=BOVEN)
    collegebesluit_document = forms.ModelChoiceField(
        label="Document met dat besluit",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Kies een document",
        help_text=f"{BOVEN} Staat het er niet bij? Voeg het eerst toe bij Documenten.",
    )

    def __init__(self, *args: Any, voorziening: Voorziening, sanering: Saneringskrediet | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorziening = voorziening
        documenten = self.dossier.documenten.bruikbaar()
        if sanering is not None and sanering.collegebesluit_document_id:
            documenten |= self.dossier.documenten.filter(pk=sanering.collegebesluit_document_id)
        self.fields["collegebesluit_document"].queryset = documenten  # type: ignore[attr-defined]
        begin: dict[str, Any] = dict.fromkeys(SANERINGSVELDEN)
        self.initial = {"datum_beschikking": self.dossier.datum_tegemoetkoming}
        if sanering is not None:
            begin = {veld: getattr(sanering, veld) for veld in SANERINGSVELDEN}
            self.initial = begin | {
                "af_te_lossen": "ja" if sanering.af_te_lossen else "nee",
                "collegebesluit_document": sanering.collegebesluit_document_id,
            }
        self.volg(begin)

    def clean_datum_beschikking(self) -> date:
        return self._niet_later("datum_beschikking")

    def clean_datum_verzoek(self) -> date:
        return self._niet_later("datum_verzoek")

    def clean_collegebesluit_datum(self) -> date | None:
        return self._niet_later("collegebesluit_datum") if self.cleaned_data["collegebesluit_datum"] else None

    def clean(self) -> dict[str, Any]:
        """Ask the whole besluit of the college above the maximum, at each field that lacks (SPR art. 6 lid 6)."""
        gegevens = super().clean()
        rij = self.voorziening
        if rij.bedrag > SPR_2024.maximum and rij.voorstel == Voorstel.TOEKENNEN:
            for veld in ("collegebesluit", "collegebesluit_datum", "collegebesluit_document"):
                if not gegevens.get(veld) and veld not in self.errors:
                    self.add_error(veld, f"Nodig: {euro(rij.bedrag)} is meer dan {euro(SPR_2024.maximum)}.")
        return gegevens

    def _niet_later(self, veld: str) -> date:
        datum: date = self.cleaned_data[veld]
        if datum > self.on:
            raise ValidationError("Deze datum kan niet in de toekomst liggen.")
        return datum

    @property
    def gegevens(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in SANERINGSVELDEN}

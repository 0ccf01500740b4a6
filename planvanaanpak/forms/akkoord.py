from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Q, When

from cases.forms.document import BestandVeld, Documentkeuze, MetBestand
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import BewijsVan, Documentsoort
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from planvanaanpak.forms.dag import eis_na_gesprek
from planvanaanpak.keuzes import AkkoordKanaal
from planvanaanpak.models import Akkoord


class AkkoordForm(Tussentijds, MetBestand, Dossierformulier):
    """That the inwoner agrees: when, how, and the proof, from the dossier or as a new file."""

    datum = DatumVeld(label="Wanneer gaf de inwoner akkoord?")
    kanaal = forms.TypedChoiceField(
        label="Hoe?", choices=AkkoordKanaal.choices, coerce=AkkoordKanaal, widget=forms.RadioSelect
    )
    bestand = BestandVeld(label="Bewijs: kies een bestand", required=False)
    bewijs = Documentkeuze(label="Of een document dat al in het dossier staat")
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=2000, widget=tekstvak(3))

    def __init__(self, *args: Any, akkoord: Akkoord | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nu = {veld: getattr(akkoord, veld, None) for veld in ("datum", "kanaal", "bewijs", "toelichting")}
        self.initial = {**self.initial, **(nu if akkoord else {})}
        bewijzen_eerst = Case(When(Q(soort=Documentsoort.AKKOORD) | Q(bewijs_van=BewijsVan.AKKOORD), then=0), default=1)
        self.fields["bewijs"].queryset = self._te_kiezen().order_by(bewijzen_eerst, "-datum", "-pk")  # type: ignore[attr-defined]
        self.volg(nu)

    def _te_kiezen(self) -> Any:
        """Give the documents that count, and the proof of now as long as it was not withdrawn."""
        geldig, nu = self.dossier.documenten.geldig(), self.initial.get("bewijs")
        return geldig.filter(Q(opvolger__isnull=True) | Q(pk=nu.pk)) if nu else geldig.nieuwste()

    def clean_datum(self) -> date:
        return eis_na_gesprek(self, "datum", "Het akkoord")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("bestand") and gegevens.get("bewijs"):
            self.add_error(
                "bewijs", ValidationError("Kies een nieuw bestand of een document uit het dossier, niet beide.")
            )
        return gegevens

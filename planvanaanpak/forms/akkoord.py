from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Q, When

from cases.forms.document import BestandVeld, Documentkeuze, MetBestand
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import VERTEGENWOORDIGERS, BewijsVan, Documentsoort
from cases.models import Betrokkene, Dossier
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from planvanaanpak.akkoordkeuzes import AkkoordVan, ZonderAkkoordGrond
from planvanaanpak.forms.dag import eis_na_gesprek
from planvanaanpak.keuzes import AkkoordKanaal
from planvanaanpak.models import Akkoord, ZonderAkkoord

VELDEN = ("datum", "kanaal", "van", "vertegenwoordiger", "niet_akkoord", "bewijs", "toelichting")


class AkkoordForm(Tussentijds, MetBestand, Dossierformulier):
    """That the inwoner agrees: when, how, and the proof, from the dossier or as a new file.

    Where the plan changed since (`gewijzigd`) it asks whether this is a new akkoord: that can be on the same day.
    """

    opnieuw = forms.BooleanField(
        label="De inwoner gaf opnieuw akkoord, met het plan van nu",
        required=False,
        help_text="Voegt u alleen bewijs of een toelichting toe aan het eerdere akkoord? Laat dit dan leeg.",
    )
    datum = DatumVeld(label="Wanneer gaf de inwoner akkoord?")
    kanaal = forms.TypedChoiceField(
        label="Hoe?", choices=AkkoordKanaal.choices, coerce=AkkoordKanaal, widget=forms.RadioSelect
    )
    van = forms.TypedChoiceField(
        label="Wie gaf akkoord?",
        choices=AkkoordVan.choices,
        coerce=AkkoordVan,
        empty_value=AkkoordVan.INWONER,
        initial=AkkoordVan.INWONER,
        required=False,
        widget=forms.RadioSelect,
    )
    vertegenwoordiger = forms.ModelChoiceField(
        label="Welke vertegenwoordiger?",
        queryset=Betrokkene.objects.none(),
        required=False,
        empty_label="Geen",
        help_text="Nodig als een vertegenwoordiger akkoord gaf. Staat die er niet bij? Voeg die toe bij Mensen.",
    )
    niet_akkoord = forms.CharField(
        label="Waarmee is de inwoner het niet eens?",
        required=False,
        max_length=2000,
        widget=tekstvak(3),
        help_text="Vul dit in bij akkoord met een deel van het plan. Het staat in de brief. Leeg: akkoord met alles.",
    )
    bestand = BestandVeld(label="Bewijs: kies een bestand", required=False)
    bewijs = Documentkeuze(label="Of een document dat al in het dossier staat")
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=2000, widget=tekstvak(3))

    def __init__(self, *args: Any, akkoord: Akkoord | None, gewijzigd: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not gewijzigd:
            del self.fields["opnieuw"]
        nu = {veld: getattr(akkoord, veld, None) for veld in VELDEN}
        self.initial = {**self.initial, **(nu if akkoord else {})}
        bewijzen_eerst = Case(When(Q(soort=Documentsoort.AKKOORD) | Q(bewijs_van=BewijsVan.AKKOORD), then=0), default=1)
        self.fields["bewijs"].queryset = self._te_kiezen().order_by(bewijzen_eerst, "-datum", "-pk")  # type: ignore[attr-defined]
        self.fields["vertegenwoordiger"].queryset = vertegenwoordigers_van(self.dossier, akkoord)  # type: ignore[attr-defined]
        self.volg(nu)

    def _te_kiezen(self) -> Any:
        """Give the documents that count, and the proof of now as long as it was not withdrawn."""
        geldig, nu = self.dossier.documenten.geldig(), self.initial.get("bewijs")
        return geldig.filter(Q(opvolger__isnull=True) | Q(pk=nu.pk)) if nu else geldig.nieuwste()

    def clean_datum(self) -> date:
        return eis_na_gesprek(self, "Het akkoord")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gegevens["van"] = gegevens.get("van") or AkkoordVan.INWONER
        namens, wie = gegevens["van"] == AkkoordVan.VERTEGENWOORDIGER, gegevens.get("vertegenwoordiger")
        if namens and not wie and "vertegenwoordiger" not in self.errors:
            self.add_error("vertegenwoordiger", ValidationError("Kies welke vertegenwoordiger akkoord gaf."))
        if not namens and wie:
            self.add_error(
                "vertegenwoordiger", ValidationError("Kies 'Geen', of kies hierboven een vertegenwoordiger.")
            )
        if gegevens.get("bestand") and gegevens.get("bewijs"):
            self.add_error(
                "bewijs", ValidationError("Kies een nieuw bestand of een document uit het dossier, niet beide.")
            )
        return gegevens


def vertegenwoordigers_van(dossier: Dossier, akkoord: Akkoord | None) -> Any:
    """Give who acts for the inwoner, and who gave the akkoord of now also when that has ended."""
    nu = Q(pk=akkoord.vertegenwoordiger_id) if akkoord and akkoord.vertegenwoordiger_id else Q(pk__in=[])
    geldig = Q(ingetrokken_op__isnull=True, rol__in=sorted(VERTEGENWOORDIGERS))
    return Betrokkene.objects.filter(dossier=dossier).filter(geldig | nu)


class WijzigingForm(Dossierformulier):
    """Why a change to the plan falls within the akkoord that was given before it."""

    reden = forms.CharField(
        label="Waarom valt de wijziging binnen het akkoord?",
        max_length=2000,
        widget=tekstvak(3),
        help_text="Bijvoorbeeld: alleen een tikfout hersteld, of het bedrag werd lager in overleg met de inwoner.",
    )


class ZonderAkkoordForm(Tussentijds, Dossierformulier):
    """Why the plan goes on without akkoord."""

    grond = forms.TypedChoiceField(
        label="Waarom is er geen akkoord?",
        choices=ZonderAkkoordGrond.choices,
        coerce=ZonderAkkoordGrond,
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label="Toelichting",
        max_length=2000,
        widget=tekstvak(3),
        help_text="Wat heeft u gedaan om het akkoord te krijgen, en waarom wacht u niet langer?",
    )

    def __init__(self, *args: Any, zonder: ZonderAkkoord | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nu = {veld: getattr(zonder, veld, None) for veld in ("grond", "reden")}
        if zonder is not None:
            self.initial = nu
        self.volg(nu)

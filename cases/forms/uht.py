from datetime import date
from typing import Any

from django import forms

from cases.doelgroepen import EERSTE_DAG_UHT, VOOR_UHT
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import Doelgroep, UhtStatus, VerificatieAntwoord, VerificatieKanaal
from cases.models import Verificatie
from config.forms import DatumVeld

BRONNEN = (
    "Serviceteam gemeenten van UHT",
    "Persoonlijk zaakbehandelaar van UHT",
    "Gegevensportaal",
    "De inwoner, met de brief van UHT",
    "De inwoner zelf",
)


def laat_spoed_weg(form: Dossierformulier) -> None:
    """Ask for spoed at a kind only: UHT knows it for the kindregeling (VNG SPUK-handreiking §5.3)."""
    if form.dossier.doelgroep != Doelgroep.KIND:
        form.fields.pop("spoed", None)


def eis_telefoon(form: Dossierformulier) -> bool:
    spoed = bool(form.cleaned_data["spoed"])
    if spoed and form.cleaned_data.get("kanaal") != VerificatieKanaal.TELEFOON:
        raise forms.ValidationError("Met spoed vraagt u alleen per telefoon. Kies 'Telefoon', of haal dit vinkje weg.")
    return spoed


class VerificatieVragenForm(Dossierformulier):
    """The question to UHT alone; the answer comes later."""

    datum_gevraagd = DatumVeld(label="Wanneer is het gevraagd?")
    kanaal = forms.TypedChoiceField(
        label="Hoe is het gevraagd?",
        choices=VerificatieKanaal.choices,
        coerce=VerificatieKanaal,
        widget=forms.RadioSelect,
        help_text="U belt het Serviceteam voor gemeenten van UHT: 0800 235 83 58, met de belcode van uw gemeente.",
    )
    spoed = forms.BooleanField(
        label="Met spoed: UHT antwoordt vandaag nog",
        required=False,
        help_text="Alleen per telefoon, als de verificatie voor de kindregeling niet kan wachten.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        laat_spoed_weg(self)

    def clean_spoed(self) -> bool:
        return eis_telefoon(self)

    def clean_datum_gevraagd(self) -> date:
        return self.eis_dag("datum_gevraagd", "De vraag")


class Antwoordvelden(Dossierformulier):
    """What UHT answered, when and who."""

    antwoord = forms.TypedChoiceField(
        label="Wat is het antwoord van UHT?",
        choices=VerificatieAntwoord.choices,
        coerce=VerificatieAntwoord,
        widget=forms.RadioSelect,
        help_text="Bevestigd: deze persoon hoort bij de doelgroep van de brede ondersteuning.",
    )
    datum_antwoord = DatumVeld(label="Wanneer kwam het antwoord?")
    antwoord_van = forms.CharField(
        label="Wie van UHT antwoordde?",
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text="De naam van de medewerker, of de naam van het antwoordbestand.",
    )

    def clean_datum_antwoord(self) -> date:
        return self.eis_dag("datum_antwoord", "Het antwoord")


class VerificatieAntwoordForm(Antwoordvelden):
    """The answer of UHT to a question that was asked before."""

    def __init__(self, *args: Any, verificatie: Verificatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verificatie = verificatie

    def clean_datum_antwoord(self) -> date:
        datum = super().clean_datum_antwoord()
        if datum < self.verificatie.datum_gevraagd:
            raise forms.ValidationError("Het antwoord kan niet vóór de vraag komen. Controleer de datum.")
        return datum


class VerificatieForm(Antwoordvelden, VerificatieVragenForm):
    """The question to UHT with its answer, when that came at once: then there is no haste left."""

    spoed = None  # type: ignore[assignment]

    def clean_spoed(self) -> bool:
        return False

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gevraagd, antwoord = gegevens.get("datum_gevraagd"), gegevens.get("datum_antwoord")
        if gevraagd and antwoord and gevraagd > antwoord:
            self.add_error("datum_antwoord", "Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")
        return gegevens


class UhtStatusForm(Dossierformulier):
    """A status that somebody heard of UHT, with the day of the fact and the day the gemeente was told."""

    status = forms.TypedChoiceField(
        label="Wat is de status bij UHT?", coerce=UhtStatus, choices=UhtStatus.choices, widget=forms.RadioSelect
    )
    datum_feit = DatumVeld(label="Vanaf welke dag geldt die status?", help_text="De datum van het besluit van UHT.")
    datum_gemeld = DatumVeld(label="Wanneer hoorde de gemeente het?")
    bron = forms.ChoiceField(label="Van wie hoorde u het?", choices=[(bron, bron) for bron in BRONNEN])
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=70, widget=tekstvak(2), help_text="Bijvoorbeeld een kenmerk."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        niet = UhtStatus.ERKEND if self.dossier.doelgroep == Doelgroep.KIND else UhtStatus.RECHT_KINDREGELING
        self.kies_uit(set(UhtStatus) - {niet})

    def kies_uit(self, statussen: set[UhtStatus]) -> None:
        """Offer only these statuses, in the order of the road."""
        veld = self.fields["status"]
        assert isinstance(veld, forms.ChoiceField)
        self.statussen = statussen
        veld.choices = [(status.value, status.label) for status in UhtStatus if status in statussen]

    def clean_datum_feit(self) -> date | None:
        datum: date | None = self.cleaned_data["datum_feit"]
        if datum is not None and datum < EERSTE_DAG_UHT:
            raise forms.ValidationError(VOOR_UHT)
        return datum

    def clean_datum_gemeld(self) -> date:
        datum: date = self.cleaned_data["datum_gemeld"]
        if datum > self.on:
            raise forms.ValidationError("Deze dag ligt in de toekomst. Vul de dag in waarop u het hoorde.")
        return datum

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        feit, gemeld = gegevens.get("datum_feit"), gegevens.get("datum_gemeld")
        if feit and gemeld and feit > gemeld:
            self.add_error("datum_feit", "De status kan niet ingaan ná de dag waarop u het hoorde.")
        return gegevens

    @property
    def gegevens(self) -> dict[str, Any]:
        """Give what the action takes: the bron with its toelichting in one line."""
        velden = dict(self.cleaned_data)
        toelichting = " ".join(velden.pop("toelichting").split())
        velden["bron"] = f"{velden['bron']}: {toelichting}" if toelichting else velden["bron"]
        return velden

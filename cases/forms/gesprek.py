from datetime import date
from typing import Any, cast

from django import forms

from cases.actions.gesprekken import EERST_EERSTE, ZONDER_HULPVRAAG
from cases.forms.dossierformulier import tekstvak
from cases.forms.hulpvragen import HULPVELDEN, HULPVRAAG, URGENTIE, MetHulpvragen
from cases.forms.verslag import MetVerslag
from cases.keuzes import GESPREKKANALEN, Kanaal, Leefgebied, Urgentie
from cases.models import Gesprek, Hulpvraag
from config.forms import DatumVeld
from config.weergave import datum as datumtekst

VERSLAGHULP = "Wat is besproken en afgesproken. Schrijf feitelijk: de inwoner mag dit lezen."
AANWEZIGHULP = "Naast u en de inwoner. Bijvoorbeeld: de partner, een tolk, een ervaringsdeskundige."

VRIJ = ("aanwezig", "verslag")
UIT_LATER_GESPREK = (
    "Deze hulpvraag komt uit het latere gesprek van {}. Kies 'Wijzigen' bij de hulpvraag in het dossier om te"
    " veranderen hoe dringend dit is."
)


def kanaalkeuzes(nu: str = "") -> list[tuple[str, str]]:
    """Give how a gesprek can be; what an older row says (`nu`) can stay."""
    return [(kanaal.value, kanaal.label) for kanaal in Kanaal if kanaal in GESPREKKANALEN or kanaal == nu]


def _kanaal() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="Waar was het gesprek?", choices=kanaalkeuzes, coerce=Kanaal, widget=forms.RadioSelect
    )


def _aanwezig() -> forms.CharField:
    return forms.CharField(label="Wie waren er nog meer bij?", required=False, max_length=300, help_text=AANWEZIGHULP)


class EersteGesprekForm(MetHulpvragen):
    """The gesprek in which the hulpvragen are established: one text for each leefgebied, of which one is enough."""

    datum = DatumVeld(label="Datum van het gesprek")
    kanaal = _kanaal()
    aanwezig = _aanwezig()
    verslag = forms.CharField(label="Verslag", required=False, widget=tekstvak(6), help_text=VERSLAGHULP)
    field_order = ("datum", "kanaal", "aanwezig", *HULPVELDEN, "acuut", "acuut_toelichting", "verslag")
    markeer_niet_verplicht = VRIJ  # of the hulpvragen one is needed, which their heading says

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het eerste gesprek")

    def clean(self) -> dict[str, Any]:
        """Without a hulpvraag this is not the eerste gesprek (VNG handreiking 2025 §4.2)."""
        gegevens = super().clean()
        if not gegevens["hulpvragen"] and not any(naam.startswith(HULPVRAAG) for naam in self.errors):
            self.add_error(HULPVRAAG + Leefgebied.WONEN, ZONDER_HULPVRAAG)
        return gegevens

    @property
    def gekozen_datum(self) -> date | None:
        """Give the day whose termijnen the page shows: what is filled in, when that is a day that can be."""
        if not self.is_bound:
            return self.initial.get("datum")
        return self.cleaned_data.get("datum") if self.is_valid() or "datum" not in self.errors else None

    def toon_alleen_datum(self) -> None:
        """Keep only what is wrong with the date: who looks at the dates is not finished with the rest."""
        for veld in [veld for veld in self.errors if veld != "datum"]:
            del self.errors[veld]


class GesprekForm(MetHulpvragen):
    """Any further gesprek. What is filled in at a leefgebied takes the place of the hulpvraag that it has now.

    Its urgentie starts at 'Zoals nu', so that what nobody touched is not taken for a choice.
    """

    datum = DatumVeld(label="Datum van het gesprek")
    kanaal = _kanaal()
    aanwezig = _aanwezig()
    verslag = forms.CharField(
        label="Verslag",
        required=False,
        widget=tekstvak(8),
        help_text=f"{VERSLAGHULP} U kunt het later aanvullen.",
    )
    field_order = ("datum", "kanaal", "aanwezig", "verslag", *HULPVELDEN, "acuut", "acuut_toelichting")
    markeer_niet_verplicht = VRIJ

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staand = Hulpvraag.objects.filter(dossier=self.dossier).geldend().select_related("gesprek")
        self.staand = {hulpvraag.leefgebied: hulpvraag for hulpvraag in staand}
        for leefgebied, hulpvraag in self.staand.items():
            nu = hulpvraag.get_urgentie_display().lower()
            self.fields[HULPVRAAG + leefgebied].help_text = f"Nu ({nu}): {hulpvraag.tekst}"
            urgentie = cast(forms.TypedChoiceField, self.fields[URGENTIE + leefgebied])
            urgentie.choices = [("", f"Zoals nu: {nu}"), *Urgentie.choices]
            urgentie.empty_value = Urgentie(hulpvraag.urgentie)

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het gesprek")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens["hulpvragen"] and self.dossier.datum_eerste_gesprek is None:
            self.add_error(HULPVRAAG + next(iter(gegevens["hulpvragen"])), EERST_EERSTE)
        return gegevens

    def tekst_bij(self, leefgebied: Leefgebied) -> str:
        """Refuse what would change nothing: a hulpvraag of a later gesprek goes before."""
        nu, datum = self.staand.get(leefgebied), self.cleaned_data.get("datum")
        if nu and datum and nu.gesprek.datum > datum:
            self.add_error(URGENTIE + leefgebied, UIT_LATER_GESPREK.format(datumtekst(nu.gesprek.datum)))
        return super().tekst_bij(leefgebied)


class GesprekWijzigenForm(MetVerslag):
    """Correct a gesprek, or add its report. The day of the eerste gesprek is changed on a page of its own."""

    wijzigbaar: tuple[str, ...] = ("datum", "kanaal", "aanwezig", "verslag")
    field_order = (*wijzigbaar, "reden", "versie")
    datum = DatumVeld(label="Datum van het gesprek")
    kanaal = _kanaal()
    aanwezig = _aanwezig()
    verslag = forms.CharField(label="Verslag", required=False, widget=tekstvak(10), help_text=VERSLAGHULP)
    markeer_niet_verplicht = ("aanwezig",)

    def __init__(self, *args: Any, gesprek: Gesprek, **kwargs: Any) -> None:
        if gesprek.is_eerste_gesprek:
            self.wijzigbaar = tuple(veld for veld in self.wijzigbaar if veld != "datum")
        super().__init__(*args, rij=gesprek, **kwargs)
        self.fields["kanaal"].choices = kanaalkeuzes(gesprek.kanaal)  # type: ignore[attr-defined]
        if gesprek.is_eerste_gesprek:
            del self.fields["datum"]

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het gesprek")

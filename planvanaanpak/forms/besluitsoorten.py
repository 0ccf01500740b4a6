"""Forms of the besluiten beside the plan: refuse, leave buiten behandeling, take back and revise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from cases.forms.document import Documentkeuze
from cases.forms.dossierformulier import tekstvak
from cases.models import Dossier
from config.forms import DatumVeld, EuroVeld
from config.weergave import datum as datumtekst
from planvanaanpak.actions.afwijzing import gronden_van
from planvanaanpak.actions.herzientoets import BETAALD_AAN, Herzienregel, ontbreekt
from planvanaanpak.forms.besluit import VaststellenForm
from planvanaanpak.forms.velden import Zienswijzeveld, zienswijzeveld
from planvanaanpak.forms.voorziening import VoorzieningForm
from planvanaanpak.herzienkeuzes import Wijziging
from planvanaanpak.herzienregels import KAN, Voorzieningstand
from planvanaanpak.models import Voorziening
from planvanaanpak.voorzieningkeuzes import BetaaldAan

ANDERS = "anders"
COLLEGE_ALLEEN = "Alleen bij een saneringskrediet van meer dan € 10.000."
LEEST = "De inwoner leest dit in de brief: schrijf ‘u’."
INTUSSEN = (
    "Een collega veranderde intussen een van deze voorzieningen. Boven elke voorziening staat wat nu geldt. Kijk uw"
    " invoer na en verstuur het opnieuw."
)


class Besluitformulier(VaststellenForm):
    """What every besluit asks: why, the verzenddatum, and that the letter was read."""

    toelichting = forms.CharField(label="Waarom?", max_length=5000, widget=tekstvak(6), help_text=LEEST)

    def is_valid_voor_voorbeeld(self) -> bool:
        """Tell whether the letter can be shown: that it was read is what comes after."""
        self.is_valid()
        self.errors.pop("gelezen", None)
        return self.is_bound and not self.errors


class AfwijzenForm(Zienswijzeveld, Besluitformulier):
    grond = forms.ChoiceField(label="Op welke grond?", widget=forms.RadioSelect)
    grond_anders = forms.CharField(
        label="Andere grond", required=False, max_length=200, help_text="Alleen als u een andere grond kiest."
    )
    field_order = ("grond", "grond_anders", "toelichting", "zienswijze", "datum", "gelezen")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gronden = {grond.tekst: str(grond) for grond in gronden_van(self.dossier)}
        self.fields["grond"].choices = [*self.gronden.items(), (ANDERS, "Een andere grond")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Give the ground with its article (Awb art. 3:47 lid 2)."""
        gegevens = super().clean() or {}
        if gegevens.get("grond") == ANDERS:
            if not gegevens.get("grond_anders"):
                self.add_error("grond_anders", "Schrijf op welke grond u de aanvraag afwijst.")
            gegevens["grond"] = gegevens.get("grond_anders", "")
        elif grond := self.gronden.get(gegevens.get("grond", "")):
            gegevens["grond"] = grond
        return gegevens

    @property
    def inhoud(self) -> Mapping[str, str]:
        return {veld: self.cleaned_data[veld] for veld in ("grond", "toelichting", "zienswijze")}


class BuitenBehandelingForm(Besluitformulier):
    """`tot` is the last day on which the letter can leave (Awb art. 4:5 lid 4)."""

    field_order = ("toelichting", "datum", "gelezen")

    def __init__(self, *args: Any, tot: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tot = tot
        self.fields["toelichting"].label = "Waarom kunt u zonder deze gegevens niet beslissen?"

    def clean_datum(self) -> date:
        datum = super().clean_datum()
        if self.tot is not None and datum > self.tot:
            raise ValidationError(
                f"De brief moet uiterlijk op {datumtekst(self.tot)} de deur uit (Awb artikel 4:5 lid 4)."
            )
        return datum


class IntrekForm(Zienswijzeveld, Besluitformulier):
    ingang = DatumVeld(
        label="Vanaf welke dag geldt het besluit niet meer?",
        help_text="Kies de datum van het besluit zelf als het nooit had moeten gelden.",
    )
    field_order = ("ingang", "toelichting", "zienswijze", "datum", "gelezen")

    def __init__(self, *args: Any, eerste_dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.eerste_dag = eerste_dag
        self.fields["toelichting"].label = "Waarom trekt u het besluit in?"

    def clean_ingang(self) -> date:
        return niet_voor(self.cleaned_data["ingang"], self.eerste_dag)

    @property
    def inhoud(self) -> Mapping[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in ("ingang", "toelichting", "zienswijze")}


def niet_voor(dag: date, eerste: date) -> date:
    if dag < eerste:
        raise ValidationError(f"Het besluit is van {datumtekst(eerste)}. Kies die dag of een latere dag.")
    return dag


@dataclass(frozen=True)
class Rij:
    """The fields of one voorziening, for the page; `open` while there is something to see in them."""

    voorziening: Voorziening
    open: bool
    alsnog: tuple[BoundField, ...]
    wat: BoundField
    bedrag: BoundField
    vanaf: BoundField
    tot: BoundField
    motivering: BoundField


def _aanvulveld(naam: str, dossier: Dossier) -> forms.Field:
    """Ask what the voorziening lacks to be granted: a test in words, whom we pay, the besluit of the college."""
    if naam == BETAALD_AAN:
        keuzes = [("", "Nog niet bekend"), *BetaaldAan.choices]
        return forms.ChoiceField(label="Wie betalen wij?", required=False, choices=keuzes)
    if naam == "collegebesluit":
        return forms.CharField(
            label="Kenmerk van het besluit van het college", required=False, max_length=120, help_text=COLLEGE_ALLEEN
        )
    if naam == "collegebesluit_datum":
        return DatumVeld(label="Datum van dat besluit", required=False)
    if naam == "collegebesluit_document":
        keuze = Documentkeuze(label="Het besluit zelf, uit de documenten")
        keuze.queryset = dossier.documenten.bruikbaar()
        return keuze
    label = VoorzieningForm.base_fields[naam].label
    return forms.CharField(label=label, required=False, max_length=2000, widget=tekstvak(2))


class HerzienForm(Zienswijzeveld, Besluitformulier):
    """What changes per voorziening, the new facts, and from which day. What is needed hangs on what changes."""

    markeer_niet_verplicht = False

    zienswijze = zienswijzeveld("Nodig als de inwoner iets niet meer of minder krijgt.")
    ingang = DatumVeld(
        label="Vanaf welke dag geldt de verandering?",
        help_text="Wat vervalt, geldt tot die dag. Een ander bedrag geldt meteen: uiterlijk op de datum van de brief.",
    )
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("toelichting", "zienswijze", "ingang", "datum", "gelezen")

    def __init__(self, *args: Any, voorzieningen: Sequence[Voorziening], eerste_dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorzieningen, self.eerste_dag = voorzieningen, eerste_dag
        self.fields["toelichting"].label = "Welke nieuwe feiten zijn er?"
        self.stempel_nu = " ".join(f"{v.pk}:{v.status}:{v.herzien_met_id or 0}" for v in voorzieningen)
        self.initial["stempel"] = self.stempel_nu
        for voorziening in voorzieningen:
            self._voeg_toe(voorziening)

    def _voeg_toe(self, v: Voorziening) -> None:
        kan = [(keuze.value, keuze.label) for keuze in Wijziging if keuze.value in KAN[v.status]]
        velden: dict[str, forms.Field] = {
            "wat": forms.ChoiceField(
                label=f"Wat gebeurt er met {v.omschrijving}?", choices=kan, widget=forms.RadioSelect
            ),
            "bedrag": EuroVeld(label="Bedrag, met btw", required=False, max_digits=10),
            "vanaf": DatumVeld(label="Vanaf", required=False),
            "tot": DatumVeld(label="Tot en met", required=False),
            "motivering": forms.CharField(
                label="Waarom verandert dit?", required=False, max_length=5000, widget=tekstvak(3), help_text=LEEST
            ),
        }
        begin = {"wat": Wijziging.BLIJFT, "bedrag": v.bedrag, "vanaf": v.looptijd_vanaf, "tot": v.looptijd_tot}
        for naam in ontbreekt(v):
            velden[naam] = _aanvulveld(naam, self.dossier)
        for naam, veld in velden.items():
            self.fields[f"{naam}_{v.pk}"] = veld
            self.initial.setdefault(f"{naam}_{v.pk}", begin.get(naam))

    def clean_ingang(self) -> date:
        return niet_voor(self.cleaned_data["ingang"], self.eerste_dag)

    def clean(self) -> dict[str, Any]:
        """Stop once for what a colleague revised since the page was opened; sent again, it was seen."""
        gegevens = super().clean() or {}
        if gegevens.get("stempel") != self.stempel_nu:
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["stempel"] = self.stempel_nu  # type: ignore[index]
            raise ValidationError(INTUSSEN)
        return gegevens

    @property
    def rijen(self) -> list[Rij]:
        return [self._rij(v) for v in self.voorzieningen]

    def _rij(self, v: Voorziening) -> Rij:
        """Open a voorziening that is changed or not right; of one alone there is nothing to choose."""
        alsnog = tuple(self[f"{naam}_{v.pk}"] for naam in ontbreekt(v))
        velden = tuple(self[f"{naam}_{v.pk}"] for naam in ("wat", "bedrag", "vanaf", "tot", "motivering"))
        gewijzigd = self.changed_data if self.is_bound else ()
        raakt = any(veld.errors or veld.name in gewijzigd for veld in (*velden, *alsnog))
        return Rij(v, raakt or len(self.voorzieningen) == 1, alsnog, *velden)

    @property
    def regels(self) -> list[Herzienregel]:
        """Give what is filled in as the action reads it."""
        return [self._regel(v) for v in self.voorzieningen]

    def _regel(self, v: Voorziening) -> Herzienregel:
        schoon = {naam: self.cleaned_data.get(f"{naam}_{v.pk}") for naam in ("wat", "bedrag", "vanaf", "tot")}
        wat = Wijziging(schoon["wat"] or Wijziging.BLIJFT)
        wordt = None
        if wat in (Wijziging.ANDERS, Wijziging.ALSNOG) and schoon["bedrag"] is not None:
            wordt = Voorzieningstand(bedrag=schoon["bedrag"], vanaf=schoon["vanaf"], tot=schoon["tot"])
        motivering = self.cleaned_data.get(f"motivering_{v.pk}") or ""
        alsnog = {naam: self.cleaned_data.get(f"{naam}_{v.pk}") for naam in ontbreekt(v)}
        return Herzienregel(voorziening=v, wat=wat, motivering=motivering, wordt=wordt, alsnog=alsnog)

    def toon_fouten(self, fouten: Mapping[int, Mapping[str, str]]) -> None:
        """Show what is wrong with a voorziening at its own fields."""
        for pk, per_veld in fouten.items():
            for veld, tekst in per_veld.items():
                self.add_error(f"{veld}_{pk}", tekst)

    @property
    def inhoud(self) -> Mapping[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in ("ingang", "toelichting", "zienswijze")}

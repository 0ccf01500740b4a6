from datetime import date
from typing import Any

from django import forms

from cases.brpdatum import BrpDatum
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.persoonsveld import BrpDatumVeld
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import Relatie
from cases.models import Dossier
from config.forms import DatumVeld
from config.weergave import brp_datum

BIJ_AANVRAAG, LATER = "ja", "nee"


class _Gezinslidvelden(forms.Form):
    naam = forms.CharField(label="Naam", max_length=160, widget=forms.TextInput({"autocomplete": "off"}))
    geboortedatum = BrpDatumVeld(label="Geboortedatum", required=False)
    relatie = forms.ChoiceField(
        label="Wat is deze persoon van de inwoner?", choices=Relatie.choices, widget=forms.RadioSelect
    )
    vanaf = DatumVeld(label="Bij het gezin vanaf", required=False, help_text="Alleen bij wie er later bij kwam.")
    tot = DatumVeld(label="Laatste dag bij het gezin", required=False, help_text="Alleen bij wie er niet meer bij is.")
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=300, widget=tekstvak(2))
    on: date

    def clean_geboortedatum(self) -> str:
        geboortedatum: str = self.cleaned_data["geboortedatum"]
        if geboortedatum and BrpDatum.uit_iso(geboortedatum) > BrpDatum.uit_datum(self.on):
            raise forms.ValidationError("De geboortedatum ligt in de toekomst. Controleer de datum.")
        return geboortedatum

    def eis_dagen(self, gegevens: dict[str, Any]) -> None:
        """Point at the day itself when it can't be; the action asks the same."""
        for veld in ("vanaf", "tot"):
            if gegevens.get(veld) and gegevens[veld] > self.on:
                self.add_error(veld, "Deze dag ligt in de toekomst. Leg het vast als het zover is.")
        if gegevens.get("vanaf") and gegevens.get("tot") and gegevens["tot"] < gegevens["vanaf"]:
            self.add_error("tot", "De laatste dag kan niet vóór de eerste dag liggen.")


class GezinslidForm(_Gezinslidvelden, Dossierformulier):
    """Somebody of the gezin, as at the aanvraag or who came later. After the freeze a correction needs a reason."""

    bij_aanvraag = forms.TypedChoiceField(
        label="Hoorde deze persoon bij het gezin op de dag van de aanvraag?",
        choices=[(BIJ_AANVRAAG, "Ja"), (LATER, "Nee, later erbij gekomen")],
        coerce=lambda waarde: waarde == BIJ_AANVRAAG,
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(label="Waarom herstelt u dit?", required=False, max_length=300, widget=tekstvak(2))
    field_order = ("naam", "geboortedatum", "relatie", "bij_aanvraag", "vanaf", "tot", "toelichting", "reden")
    markeer_niet_verplicht = ("geboortedatum", "vanaf", "tot", "toelichting")  # its help says when the reden is needed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_vastgelegd = self.dossier.gezin.vastgelegd_op is not None
        if self.is_vastgelegd:
            self.fields[
                "reden"
            ].help_text = "Alleen nodig als u iemand toevoegt aan het gezin op de dag van de aanvraag."
        else:
            del self.fields["reden"]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        self.eis_dagen(gegevens)
        bij_aanvraag = gegevens.get("bij_aanvraag")
        if bij_aanvraag is False and not gegevens.get("vanaf") and "vanaf" not in self.errors:
            self.add_error("vanaf", "Vul in vanaf welke dag deze persoon bij het gezin hoort.")
        if bij_aanvraag is True and gegevens.get("vanaf"):
            self.add_error("vanaf", "Laat deze dag leeg, of kies dat deze persoon er later bij kwam.")
        if bij_aanvraag is True and self.is_vastgelegd and not gegevens.get("reden"):
            self.add_error("reden", "De samenstelling is vastgelegd. Schrijf op waarom u die herstelt.")
        return gegevens


class GezinslidWijzigenForm(_Gezinslidvelden, Wijzigformulier):
    """What is known of a gezinslid, and the last day in the gezin."""

    wijzigbaar = ("naam", "geboortedatum", "relatie", "vanaf", "tot", "toelichting")
    field_order = wijzigbaar

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        self.eis_dagen(gegevens)
        lid: Any = self.rij
        if not lid.bij_aanvraag and not gegevens.get("vanaf") and "vanaf" not in self.errors:
            self.add_error("vanaf", "Vul in vanaf welke dag deze persoon bij het gezin hoort.")
        return gegevens

    def _woorden(self, veld: str) -> str:
        return brp_datum(self.nu[veld]) or "leeg" if veld == "geboortedatum" else super()._woorden(veld)


class WeghalenForm(Dossierformulier):
    reden = forms.CharField(
        label="Waarom haalt u deze persoon weg?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: verkeerd genoteerd. Dit komt in de geschiedenis.",
    )


class KoppelenForm(Dossierformulier):
    """The number of another dossier of the same gezin; when A was counted for both, it says so first."""

    nummer = forms.CharField(
        label="Nummer van het andere dossier", max_length=20, widget=forms.TextInput({"autocomplete": "off"})
    )
    reden = forms.CharField(
        label="Waarom horen ze bij elkaar?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: partners die samen wonen. Een ex-toeslagpartner heeft meestal een eigen gezin.",
    )
    begrepen = forms.BooleanField(label="Ik begrijp dat onderdeel A nog maar één keer telt", required=False)

    def __init__(self, *args: Any, dossiers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossiers = dossiers
        self.ander: Dossier | None = None

    def clean_nummer(self) -> str:
        nummer: str = self.cleaned_data["nummer"].strip().upper()
        self.ander = self.dossiers.filter(nummer=nummer).select_related("persoon").first()
        if self.ander is None or self.ander.pk == self.dossier.pk:
            raise forms.ValidationError("Dit dossier is er niet, of u mag het niet wijzigen. Controleer het nummer.")
        return nummer

    @property
    def telt_dubbel(self) -> bool:
        """Say whether component A was counted for both dossiers up to now."""
        ander = self.ander
        return bool(ander and ander.datum_eerste_contact and self.dossier.datum_eerste_contact)

    @property
    def eerst_uitleggen(self) -> bool:
        return self.is_bound and self.telt_dubbel and not self.cleaned_data.get("begrepen")


class OntkoppelenForm(Dossierformulier):
    reden = forms.CharField(
        label="Waarom hoort dit dossier niet bij dit gezin?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Dit komt in de geschiedenis.",
    )

"""Put right what a dossier says of its person and its beginning."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.aanmelddatum import eis_aanmelddag
from cases.actions.basis import ActieFout
from cases.actions.overlijden import eis_sterfdag
from cases.brpdatum import BrpDatum
from cases.bsn import OngeldigBsn, lees_bsn
from cases.forms.dossierformulier import Dossierformulier
from cases.forms.persoonsveld import BrpDatumVeld
from cases.forms.verbeteren import Verbeterformulier
from cases.models import Dossier
from config.forms import DatumVeld
from config.weergave import brp_datum, bsn_masker


class PersoonVerbeterForm(Verbeterformulier):
    """The BSN and the day of birth. The BSN that is known is not filled in: it is shown on request only, and logged."""

    wijzigbaar = ("bsn", "bsn_weg", "geboortedatum")
    bsn = forms.CharField(
        label="Nieuw burgerservicenummer",
        required=False,
        max_length=12,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )
    bsn_weg = forms.BooleanField(label="Dit nummer is van iemand anders. Haal het weg.", required=False)
    geboortedatum = BrpDatumVeld(label="Geboortedatum", required=False)
    markeer_niet_verplicht = False

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        persoon = dossier.persoon
        persoon.bsn_weg = False  # type: ignore[attr-defined]  # asked beside the fields of the row
        super().__init__(*args, rij=persoon, dossier=dossier, initial={"bsn": ""}, **kwargs)
        nu = (
            f"Nu: {bsn_masker(persoon.bsn)}. Laat leeg als dat klopt."
            if persoon.bsn
            else "Nu is er geen nummer bekend."
        )
        self.fields["bsn"].help_text = nu
        if not persoon.bsn:
            del self.fields["bsn_weg"]
            del self.nu["bsn_weg"]

    def clean_bsn(self) -> str:
        try:
            return lees_bsn(self.cleaned_data["bsn"]) if self.cleaned_data["bsn"] else self.nu["bsn"]
        except OngeldigBsn as fout:
            raise ValidationError(str(fout)) from None

    def clean_geboortedatum(self) -> str:
        geboortedatum: str = self.cleaned_data["geboortedatum"]
        if geboortedatum and BrpDatum.uit_iso(geboortedatum) > BrpDatum.uit_datum(self.on):
            raise ValidationError("De geboortedatum kan niet in de toekomst liggen.")
        return geboortedatum

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("bsn_weg") and self.data.get(self.add_prefix("bsn")):
            self.add_error("bsn_weg", "Vul een nieuw nummer in, of vink dit aan. Niet allebei.")
        return gegevens

    def wijzigingen(self) -> dict[str, Any]:
        anders = super().wijzigingen()
        if anders.pop("bsn_weg", False):
            anders["bsn"] = ""
        return anders

    def _woorden(self, veld: str) -> str:
        if veld == "bsn":
            return bsn_masker(self.nu["bsn"]) or "leeg"
        return brp_datum(self.nu[veld]) if veld == "geboortedatum" and self.nu[veld] else super()._woorden(veld)


class AanmelddatumForm(Verbeterformulier):
    """The day on which somebody came; the page shows what moves before it is saved."""

    wijzigbaar = ("datum_aanmelding",)
    datum_aanmelding = DatumVeld(label="Datum van de aanmelding")

    def clean_datum_aanmelding(self) -> date:
        datum: date = self.cleaned_data["datum_aanmelding"]
        try:
            eis_aanmelddag(self.dossier, datum, self.on)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return datum


class OverlijdenForm(Dossierformulier):
    """That the inwoner died, and from whom the gemeente heard it."""

    datum = DatumVeld(label="Datum van overlijden")
    bron = forms.CharField(
        label="Van wie kreeg u het bericht?",
        max_length=200,
        help_text="Bijvoorbeeld de partner, de Basisregistratie Personen of UHT.",
    )

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        try:
            eis_sterfdag(self.dossier.persoon, datum, self.on)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return datum

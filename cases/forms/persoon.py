from collections.abc import Callable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.adres import MINSTENS_REGELS, tekstregels
from cases.contactgegevens import OngeldigGegeven, lees_huisletter, lees_huisnummer, lees_postcode, lees_telefoon
from cases.forms.dossierformulier import tekstvak
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import Kanaal
from cases.models import Persoon
from cases.models.persoon import ADRESVELDEN

NAAM = ("voorletters", "voorvoegsel", "achternaam")
ADRES = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats")
BUITENLAND = ("adres_buitenland", "land")
WOONADRES = (*ADRES, *BUITENLAND)
BEREIKBAAR = ("telefoon", "email", "voorkeurskanaal", "taal", "tolk")
LEZERS: Mapping[str, Callable[[str], str]] = {
    "huisnummer": lees_huisnummer,
    "huisletter": lees_huisletter,
    "postcode": lees_postcode,
    "telefoon": lees_telefoon,
}
GEHEIM = "Het adres is geheim en staat niet op dit scherm. Laat deze vakken leeg als het adres hetzelfde blijft."
EEN_ADRES = "Vul één adres in: in Nederland of in het buitenland. Maak de vakken van het andere adres leeg."
POSTADRES_KORT = "Vul ten minste twee regels in, bijvoorbeeld een postbus, en daaronder de postcode met de plaats."


def _veld(naam: str) -> forms.CharField:
    """Make a field with the label and length of the model; only the achternaam can't stay empty."""
    model = Persoon._meta.get_field(naam)
    soort = forms.EmailField if naam == "email" else forms.CharField
    return soort(
        label=str(model.verbose_name).capitalize(),  # type: ignore[union-attr]
        max_length=model.max_length,  # type: ignore[union-attr]
        required=naam == "achternaam",
        help_text=str(model.help_text),  # type: ignore[union-attr]
        widget=forms.TextInput({"autocomplete": "off"}),
    )


def buitenlandfouten(gegevens: Mapping[str, Any]) -> dict[str, str]:
    """Say at its field what is wrong with an address abroad: it is the only one, and whole."""
    buitenland = [veld for veld in BUITENLAND if gegevens.get(veld)]
    if buitenland and any(gegevens.get(veld) for veld in ADRES):
        return {"adres_buitenland": EEN_ADRES}
    if buitenland == ["adres_buitenland"]:
        return {"land": "Vul het land in. De post heeft dat nodig."}
    if buitenland == ["land"]:
        return {"adres_buitenland": "Vul het adres in dit land in, of maak het vak met het land leeg."}
    return {}


def adres_buitenland_veld() -> forms.CharField:
    return forms.CharField(
        label="Adres", required=False, widget=tekstvak(3), help_text="Zoals op een envelop, zonder het land."
    )


def geheim_adres_veld() -> forms.BooleanField:
    return forms.BooleanField(
        label="Het adres is geheim",
        required=False,
        help_text="Het staat dan nergens: niet in brieven, lijsten en geschiedenis. Bekijken wordt vastgelegd.",
    )


class PersoonForm(Wijzigformulier):
    """Name, address and ways to reach the rechthebbende, with the reason of the change.

    A geheim adres is not shown: its fields are empty, and what is filled in replaces the whole of it.
    """

    wijzigbaar = (*NAAM, *WOONADRES, "postadres", "geheim_adres", *BEREIKBAAR)
    voorletters, voorvoegsel, achternaam = (_veld(naam) for naam in NAAM)
    straat, huisnummer, huisletter, toevoeging, postcode, woonplaats = (_veld(naam) for naam in ADRES)
    adres_buitenland = adres_buitenland_veld()
    land = _veld("land")
    postadres = forms.CharField(
        label="Postadres",
        required=False,
        widget=tekstvak(3),
        help_text="Alleen als post ergens anders heen moet, zoals een postbus of een gevangenis. Eén regel per regel.",
    )
    postadres_vervalt = forms.BooleanField(label="Er is geen postadres meer", required=False)
    geheim_adres = geheim_adres_veld()
    telefoon, email = (_veld(naam) for naam in BEREIKBAAR[:2])
    voorkeurskanaal = forms.ChoiceField(
        label="Liefst bereikt via", required=False, choices=[("", "Geen voorkeur"), *Kanaal.choices]
    )
    taal = _veld("taal")
    tolk = forms.BooleanField(label="Er is een tolk nodig", required=False)
    markeer_niet_verplicht = False

    def __init__(self, *args: Any, persoon: Persoon, **kwargs: Any) -> None:
        self.is_geheim = persoon.geheim_adres
        leeg = dict.fromkeys(ADRESVELDEN, "") if self.is_geheim else {}
        super().__init__(*args, rij=persoon, initial=leeg, **kwargs)
        self.nu |= leeg
        if not (self.is_geheim and persoon.postadres):
            del self.fields["postadres_vervalt"]
        self.fields[
            "reden"
        ].help_text = "Bijvoorbeeld: de inwoner is verhuisd en belde dit door. Dit komt in de geschiedenis."
        self.helper = _opmaak(self)

    def clean_adres_buitenland(self) -> str:
        return "\n".join(tekstregels(self.cleaned_data["adres_buitenland"]))

    def clean_postadres(self) -> str:
        regels = tekstregels(self.cleaned_data["postadres"])
        if regels and len(regels) < MINSTENS_REGELS:
            raise forms.ValidationError(POSTADRES_KORT)
        return "\n".join(regels)

    def clean(self) -> dict[str, Any]:
        for veld, fout in buitenlandfouten(self.cleaned_data).items():
            self.add_error(veld, fout)
        return super().clean()

    def wijzigingen(self) -> dict[str, Any]:
        """Give what differs; a new address takes the place of the whole geheime one."""
        anders = super().wijzigingen()
        if self.is_geheim and not anders.keys().isdisjoint(WOONADRES):
            anders |= {veld: self.cleaned_data[veld] for veld in WOONADRES}
        if self.cleaned_data.get("postadres_vervalt"):
            anders["postadres"] = ""
        return anders

    def _meld_tussentijds(self) -> None:
        """See the base. A form from before the address became geheim holds the old one: none of it is sent along.

        One from when it was geheim has empty boxes, which are filled now that the address may be seen.
        """
        vooraf: dict[str, Any] = {}
        if self.is_geheim and not self._was_geheim():
            vooraf = {**dict.fromkeys(ADRESVELDEN, ""), "geheim_adres": "on"}
        elif not (self.is_geheim or any(self.cleaned_data.get(veld) for veld in ADRESVELDEN)) and self._was_geheim():
            vooraf = {veld: self.nu[veld] for veld in ADRESVELDEN}
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for veld, waarde in vooraf.items():
            data[self.add_prefix(veld)] = waarde
        self.data = data
        super()._meld_tussentijds()

    def _was_geheim(self) -> bool:
        """Say whether the address was geheim when the form was opened: then what was typed is a new one."""
        return Persoon.history.filter(history_id=self.cleaned_data.get("versie"), geheim_adres=True).exists()

    def _woorden(self, veld: str) -> str:
        return "geheim" if self.is_geheim and veld in ADRESVELDEN else super()._woorden(veld)

    def _clean_fields(self) -> None:
        """Read each value that was changed; one that came from the portal in another form may stay."""
        super()._clean_fields()
        for veld, lees in LEZERS.items():
            waarde = self.cleaned_data.get(veld)
            if waarde and waarde != self.nu[veld]:
                try:
                    self.cleaned_data[veld] = lees(waarde)
                except OngeldigGegeven as fout:
                    self.add_error(veld, str(fout))


def _opmaak(form: PersoonForm) -> FormHelper:
    if form.is_geheim:
        form.fields["straat"].help_text = form.fields["adres_buitenland"].help_text = GEHEIM
    helper = FormHelper()
    helper.layout = Layout(
        Fieldset("Naam", Row("voorletters", "voorvoegsel"), "achternaam"),
        Fieldset(
            "Adres in Nederland",
            "straat",
            Row("huisnummer", "huisletter", "toevoeging", css_class="bo-velden--drie"),
            Row("postcode", "woonplaats"),
        ),
        Fieldset("Adres in het buitenland", "adres_buitenland", "land"),
        Fieldset(
            "Post en geheim adres",
            "postadres",
            *(["postadres_vervalt"] if "postadres_vervalt" in form.fields else []),
            "geheim_adres",
        ),
        Fieldset("Bereikbaar", Row("telefoon", "email"), "voorkeurskanaal"),
        Fieldset("Taal", "taal", "tolk"),
        "reden",
        "versie",
    )
    return helper

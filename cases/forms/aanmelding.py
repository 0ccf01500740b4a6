"""Register an inwoner who comes directly: first the doelgroep, then what that doelgroep asks."""

from datetime import date
from typing import Any

from django import forms

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.aanmeldregels import list_bezwaren
from cases.actions.aanmelding import DirecteAanmelding
from cases.adres import tekstregels
from cases.beleid_bron import regels_op
from cases.brpdatum import BrpDatum
from cases.contactgegevens import OngeldigGegeven
from cases.doelgroepen import REGELS, Doelgroepregel
from cases.dubbelen import Gelijkende, list_gelijkenden, zoek_bsn
from cases.forms.aanmeldvelden import ADRES, BEREIKBAAR, BUITENLAND, NAAM, TAAL, Aanmeldvelden, opmaak
from cases.forms.dossierformulier import tekstvak
from cases.forms.persoon import LEZERS, adres_buitenland_veld, buitenlandfouten, geheim_adres_veld
from cases.forms.persoonsveld import BrpDatumVeld, BsnVeld, persoonsveld
from cases.keuzes import Aanmeldroute, Doelgroep, Grondslag, UhtStatus, WilOndersteuning
from cases.models import Dossier
from config.forms import DatumVeld, Filterformulier

PERSOON = ("bsn", *NAAM, "geboortedatum", *ADRES, *BUITENLAND, "geheim_adres", *BEREIKBAAR, *TAAL)
DIRECT = [keuze for keuze in Aanmeldroute.choices if keuze[0] != Aanmeldroute.PORTAAL]
STATUS_LABELS = {
    (Doelgroep.KIND, UhtStatus.AANGEMELD): "Dat moet ik nog navragen",
    (Doelgroep.KIND, UhtStatus.RECHT_KINDREGELING): "Ja, UHT heeft dit bevestigd",
}


class AanmeldkeuzeForm(Filterformulier):
    """The first step: who it is about, and for which gemeente when there is a choice."""

    gemeente = forms.ModelChoiceField(Gemeente.objects.none(), label="Voor welke gemeente?", empty_label="Kies")
    doelgroep = forms.ChoiceField(
        label="Wie meldt zich?",
        widget=forms.RadioSelect,
        choices=[(regel.doelgroep.value, f"{regel.doelgroep.label}: {regel.wie}") for regel in REGELS.values()],
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = Gemeente.objects.visible_to(user, Permission.DOSSIER_AANMELDEN).order_by("naam")
        self.enige = gemeenten[0] if len(gemeenten) == 1 else None
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]
        self.fields["gemeente"].to_field_name = "code"  # type: ignore[attr-defined]
        if self.enige:
            del self.fields["gemeente"]

    @property
    def gekozen(self) -> tuple[Gemeente, Doelgroepregel]:
        gegevens = self.cleaned_data
        gemeente = self.enige or gegevens["gemeente"]
        return gemeente, REGELS[Doelgroep(gegevens["doelgroep"])]


class AanmeldingForm(Aanmeldvelden):
    """The second step: the inwoner, what the doelgroep asks, and whether they want help. Three fields are required."""

    toch_nieuw = forms.BooleanField(label="Dit is iemand anders. Maak toch een nieuwe aanmelding.", required=False)
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)
    route = forms.ChoiceField(label="Hoe kwam de aanmelding binnen?", choices=DIRECT)
    datum = DatumVeld(label="Datum van de aanmelding")
    bsn = BsnVeld(label="Burgerservicenummer", required=False, max_length=15)
    voorletters, voorvoegsel = persoonsveld("voorletters"), persoonsveld("voorvoegsel")
    achternaam = persoonsveld("achternaam", required=True)
    geboortedatum = BrpDatumVeld(label="Geboortedatum")
    leeftijd_nagekeken = forms.BooleanField(label="Ik heb de leeftijd nagekeken.", required=False)
    straat, huisnummer, huisletter, toevoeging, postcode, woonplaats = (persoonsveld(naam) for naam in ADRES)
    geheim_adres = geheim_adres_veld()
    adres_buitenland, land = adres_buitenland_veld(), persoonsveld("land")
    taal = persoonsveld("taal")
    tolk = forms.BooleanField(label="Er is een tolk nodig", required=False)
    telefoon, email = (persoonsveld(naam) for naam in BEREIKBAAR)
    uht_status = forms.ChoiceField(label="Wat is de status bij UHT?", widget=forms.RadioSelect)
    datum_status = DatumVeld(label="Sinds wanneer?", required=False, help_text="Laat leeg als u dit niet weet.")
    wil_ondersteuning = forms.ChoiceField(
        label="Wil de inwoner hulp van de gemeente?", widget=forms.RadioSelect, choices=WilOndersteuning.choices
    )
    toestemming = forms.BooleanField(
        label="De inwoner vindt goed dat wij bij UHT navragen of hij of zij bij de doelgroep hoort.", required=False
    )
    gesproken = forms.BooleanField(label="Ik heb de inwoner zelf gesproken: dit is het eerste contact.", required=False)
    neem_zelf = forms.BooleanField(label="Ik word de casusregisseur van deze inwoner.", required=False)
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=2000, widget=tekstvak(3))

    def __init__(self, *args: Any, gemeente: Gemeente, regel: Doelgroepregel, by: User, on: date, **kw: Any) -> None:
        begin = {
            "route": Aanmeldroute.TELEFOON,
            "datum": on,
            "grondslag": Grondslag.WHT_2_21,
            "uht_status": regel.uht_statussen[0],
        }
        super().__init__(*args, regel=regel, initial=begin, **kw)
        self.gemeente, self.by, self.on = gemeente, by, on
        self.zelfde: Dossier | None = None
        self.gelijkenden: list[Gelijkende] = []
        self._kies_velden(gemeente)

    def _kies_velden(self, gemeente: Gemeente) -> None:
        """Leave out what this doelgroep and this user are not asked."""
        status = self.fields["uht_status"]
        status.choices = [  # type: ignore[attr-defined]
            (status.value, STATUS_LABELS.get((self.regel.doelgroep, status), status.label))
            for status in self.regel.uht_statussen
        ]
        if self.regel.doelgroep == Doelgroep.KIND:
            status.label = "Heeft het kind recht op de kindregeling?"
        if not self.regel.kiest_status:
            del self.fields["uht_status"], self.fields["datum_status"]
        if Rol.CONSULENT not in self.by.rollen_per_gemeente.get(gemeente.pk, set()):
            del self.fields["neem_zelf"]

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.on:
            raise forms.ValidationError("De aanmelding kan niet in de toekomst liggen. Controleer de datum.")
        return datum

    def clean_geboortedatum(self) -> str:
        geboortedatum: str = self.cleaned_data["geboortedatum"]
        if geboortedatum and BrpDatum.uit_iso(geboortedatum).vroegst() > self.on:
            raise forms.ValidationError("Deze geboortedatum ligt in de toekomst. Controleer de datum.")
        return geboortedatum

    def clean_adres_buitenland(self) -> str:
        return "\n".join(tekstregels(self.cleaned_data["adres_buitenland"]))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        for veld, lees in LEZERS.items():
            if waarde := gegevens.get(veld):
                try:
                    gegevens[veld] = lees(waarde)
                except OngeldigGegeven as fout:
                    self.add_error(veld, str(fout))
        for veld, melding in buitenlandfouten(gegevens).items():
            self.add_error(veld, melding)
        self._controleer(gegevens)
        self._zoek_dubbelen(gegevens)
        return gegevens

    def _controleer(self, gegevens: dict[str, Any]) -> None:
        """Show at its own field what the action would refuse."""
        fouten = list_bezwaren(
            doelgroep=self.regel.doelgroep,
            gegevens=gegevens,
            geboortedatum=gegevens.get("geboortedatum", ""),
            regels=regels_op(self.gemeente.pk, gegevens.get("datum") or self.on),
            on=gegevens.get("datum") or self.on,
            vandaag=self.on,
        )
        for veld, fout in fouten.items():
            if veld not in self.errors:
                self.add_error(veld, fout)

    def _zoek_dubbelen(self, gegevens: dict[str, Any]) -> None:
        """Refuse a BSN that has a dossier, and ask to look at people who look the same."""
        if zelfde := zoek_bsn(self.gemeente.pk, gegevens.get("bsn", "")):
            self.zelfde = zelfde
            self.add_error("bsn", "Deze persoon heeft al een dossier. Werk in dat dossier verder.")
            return
        if "achternaam" not in gegevens:
            return
        self.gelijkenden = list_gelijkenden(self.gemeente.pk, {veld: gegevens.get(veld, "") for veld in PERSOON})
        gevonden = {g.dossier.pk for g in self.gelijkenden}
        if gevonden and not (gegevens.get("toch_nieuw") and gevonden <= self.bekeken):
            self.data = {veld: waarde for veld, waarde in self.data.dict().items() if veld != "toch_nieuw"}  # type: ignore[attr-defined]
            self.data["gezien"] = ",".join(map(str, sorted(gevonden)))
            self.add_error("toch_nieuw", "Bekijk eerst of het een van de gevonden mensen is. Zo niet, vink dit aan.")

    @property
    def bekeken(self) -> set[int]:
        """Give the dossiers that stood on the screen when the form was sent."""
        return {int(pk) for pk in self.cleaned_data.get("gezien", "").split(",") if pk.isascii() and pk.isdigit()}

    @property
    def helper(self) -> Any:
        onzeker = "leeftijd_nagekeken" in self.errors or bool(self["leeftijd_nagekeken"].value())
        return opmaak(self, met_dubbelen=bool(self.gelijkenden), onzeker=onzeker)

    def invoer(self) -> DirecteAanmelding:
        gegevens = self.cleaned_data
        beschikking = gegevens.get("datum_beschikking")
        return DirecteAanmelding(
            gemeente=self.gemeente,
            persoonsgegevens={veld: gegevens[veld] for veld in PERSOON},
            doelgroep=self.regel.doelgroep,
            route=Aanmeldroute(gegevens["route"]),
            datum=gegevens["datum"],
            uht_status=UhtStatus(gegevens.get("uht_status") or self.regel.uht_statussen[0]),
            datum_status=gegevens.get("datum_status") or beschikking,
            aanmelding={
                **self.aanmeldgegevens(),
                "toestemming_navraag": gegevens["datum"] if gegevens["toestemming"] else None,
                "toelichting": gegevens["toelichting"],
            },
            wil=WilOndersteuning(gegevens["wil_ondersteuning"]),
            leeftijd_nagekeken=gegevens["leeftijd_nagekeken"],
            gesproken=gegevens["gesproken"],
            neem_zelf=gegevens.get("neem_zelf", False),
        )

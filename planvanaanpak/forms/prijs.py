"""On what the price of a voorziening rests: one form with a group of fields per basis, all there without scripts."""

from datetime import date
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld, EuroVeld
from config.tussentijds import Tussentijds
from config.weergave import euro
from planvanaanpak.actions.prijszetten import Onderbouwing, VergelijkbaarGoed, te_vergelijken
from planvanaanpak.forms.velden import AantalVeld
from planvanaanpak.models import Dienst, Nibudprijs, Voorziening
from planvanaanpak.voorzieningbron import VOLGENS_BELEID, prijs_nodig
from planvanaanpak.voorzieningkeuzes import Prijsbasis

DELEN = ("goed", "bron", "datum", "prijs")


class PrijsForm(Tussentijds, Dossierformulier):
    markeer_niet_verplicht = ("btw",)

    basis = forms.TypedChoiceField(
        label="Waar rust de prijs op?", choices=(), coerce=Prijsbasis, widget=forms.RadioSelect
    )
    nibudprijs = forms.ModelChoiceField(
        label="Artikel in de prijzengids",
        queryset=Nibudprijs.objects.none(),
        required=False,
        empty_label="Kies een artikel",
    )
    reden = forms.CharField(
        label="Waarom past de prijs van het Nibud niet?",
        required=False,
        max_length=1000,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: het artikel staat er niet in. Staat in de brief.",
    )
    dienst = forms.ModelChoiceField(
        label="Dienst", queryset=Dienst.objects.none(), required=False, empty_label="Kies een dienst"
    )
    prijs = EuroVeld(label="Prijs per stuk, met btw", required=False, max_digits=10)
    bron = forms.CharField(
        label="Waar komt die prijs vandaan?",
        required=False,
        max_length=200,
        help_text="Bijvoorbeeld: offerte van Rustig Rekenen, 2 april 2026.",
    )
    aantal = AantalVeld(label="Aantal", max_digits=8, help_text="Bijvoorbeeld 1 of 7,5.")
    btw = EuroVeld(
        label="Btw in het hele bedrag",
        required=False,
        max_digits=10,
        help_text="Leeg: nog niet bekend. 0: geen btw.",
    )

    def __init__(self, *args: Any, voorziening: Voorziening, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorziening, self.nodig = voorziening, te_vergelijken(self.dossier)
        verplicht = prijs_nodig(self.dossier, voorziening)
        velden: dict[str, Any] = self.fields
        velden["basis"].choices = [keuze for keuze in Prijsbasis.choices if not verplicht or keuze[0] in VOLGENS_BELEID]
        self.kan_anders = not verplicht
        self._kies_rijen()
        for nummer in range(1, self.nodig + 1):
            self._goed(nummer)
        self.initial = self._begin()
        self.volg({veld: self.initial.get(veld) for veld in self.fields})

    def _kies_rijen(self) -> None:
        """Offer the newest edition of the price list, and the edition that was chosen before."""
        velden: dict[str, Any] = self.fields
        alle = Nibudprijs.objects.filter(gemeente=self.dossier.gemeente_id)
        edities = [alle.order_by("-editie").values_list("editie", flat=True).first()]
        if self.voorziening.nibudprijs is not None:
            edities.append(self.voorziening.nibudprijs.editie)
        velden["nibudprijs"].queryset = alle.filter(editie__in=[editie for editie in edities if editie])
        velden["nibudprijs"].label_from_instance = lambda rij: f"{rij.artikel}: {euro(rij.prijs)} ({rij.bron})"
        diensten = Dienst.objects.filter(gemeente=self.dossier.gemeente_id, is_actief=True)
        velden["dienst"].queryset = diensten
        velden["dienst"].label_from_instance = lambda rij: f"{rij.naam}: {euro(rij.tarief)} per {rij.eenheid}"

    def _goed(self, nummer: int) -> None:
        velden: dict[str, Any] = self.fields
        velden[f"goed_{nummer}"] = forms.CharField(label=f"Goed {nummer}", required=False, max_length=120)
        velden[f"bron_{nummer}"] = forms.CharField(label="Winkel of webpagina", required=False, max_length=200)
        velden[f"datum_{nummer}"] = DatumVeld(label="Gezien op", required=False)
        velden[f"prijs_{nummer}"] = EuroVeld(label="Prijs, met btw", required=False, max_digits=10)

    def _begin(self) -> dict[str, Any]:
        rij = self.voorziening
        begin: dict[str, Any] = {
            "basis": rij.prijsbasis,
            "nibudprijs": rij.nibudprijs_id,
            "dienst": rij.dienst_id,
            "reden": rij.prijs_reden,
            "prijs": rij.eenheidsprijs if rij.prijsbasis == Prijsbasis.OFFERTE else None,
            "bron": rij.prijs_bron if rij.prijsbasis == Prijsbasis.OFFERTE else "",
            "aantal": rij.aantal,
            "btw": rij.btw,
        }
        for nummer, goed in enumerate(rij.vergelijkingen.all()[: self.nodig], start=1):
            begin |= {f"{deel}_{nummer}": getattr(goed, deel) for deel in DELEN}
        return begin

    @property
    def zonder_lijst(self) -> bool:
        """Say whether the gemeente has no price of the Nibud to choose."""
        veld: Any = self.fields["nibudprijs"]
        return not veld.queryset.exists()

    @property
    def groepen(self) -> list[list[forms.BoundField]]:
        """Give the fields of each comparable good, for the page."""
        return [[self[f"{deel}_{nummer}"] for deel in DELEN] for nummer in range(1, self.nodig + 1)]

    def clean(self) -> dict[str, Any]:
        """Ask what the chosen basis needs, at the field that lacks it."""
        gegevens = super().clean()
        nodig = {
            Prijsbasis.NIBUD: {"nibudprijs": "Kies een artikel uit de prijzengids."},
            Prijsbasis.DIENST: {"dienst": "Kies een dienst."},
            Prijsbasis.OFFERTE: {
                "prijs": "Vul de prijs per stuk in.",
                "bron": "Schrijf op waar de prijs vandaan komt.",
            },
            Prijsbasis.VERGELIJKING: {
                "reden": "Schrijf op waarom de prijs van het Nibud hier niet past.",
                **{f"{deel}_{n}": "Vul dit in." for n in range(1, self.nodig + 1) for deel in DELEN},
            },
        }
        for veld, melding in nodig[gegevens["basis"]].items() if gegevens.get("basis") else ():
            if gegevens.get(veld) in (None, "") and veld not in self.errors:
                self.add_error(veld, melding)
        return gegevens

    @property
    def onderbouwing(self) -> Onderbouwing:
        schoon = self.cleaned_data
        is_vergelijking = schoon["basis"] == Prijsbasis.VERGELIJKING
        return Onderbouwing(
            basis=schoon["basis"],
            aantal=schoon["aantal"],
            btw=schoon["btw"],
            nibudprijs=schoon["nibudprijs"],
            dienst=schoon["dienst"],
            goederen=tuple(map(self._gekozen, range(1, self.nodig + 1))) if is_vergelijking else (),
            reden=schoon["reden"],
            prijs=schoon["prijs"],
            bron=schoon["bron"],
        )

    def _gekozen(self, nummer: int) -> VergelijkbaarGoed:
        goed, bron, datum, prijs = (self.cleaned_data[f"{deel}_{nummer}"] for deel in DELEN)
        gezien: date = datum
        return VergelijkbaarGoed(goed=goed, bron=bron, datum=gezien, prijs=prijs)

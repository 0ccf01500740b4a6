from typing import Any

from django import forms

from cases.aanmeldregels import dagbezwaren, overlegbezwaren
from cases.beleid_bron import regels_van
from cases.doelgroepen import REGELS, bezwaren
from cases.forms.aanmeldvelden import UITZONDERINGEN
from cases.forms.dossierformulier import tekstvak
from cases.forms.persoonsveld import BrpDatumVeld
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import Doelgroep, Grondslag, WilOndersteuning
from cases.models import Dossier
from cases.status import Status
from config.forms import DatumVeld

# A no, or a not now, has a page of its own: then the clocks stop.
WIL = [(wil.value, wil.label) for wil in (WilOndersteuning.ONBEKEND, WilOndersteuning.JA)]
VOOR_IEDEREEN = (
    "wil_ondersteuning",
    "grondslag",
    "toestemming_navraag",
    "uitzondering",
    "overleg_met",
    "overleg_datum",
    "toelichting",
)


class AanmeldingWijzigenForm(Wijzigformulier):
    """What was established at the aanmelding, as far as the doelgroep asks it."""

    markeer_niet_verplicht = False
    wil_ondersteuning = forms.ChoiceField(label="Wil de inwoner hulp?", widget=forms.RadioSelect, choices=WIL)
    datum_beschikking = DatumVeld(label="Datum van de beschikking van UHT", required=False)
    overleden_naam = forms.CharField(label="Naam van de overleden aanvrager", required=False, max_length=160)
    overleden_geboortedatum = BrpDatumVeld(label="Geboortedatum van de overledene", required=False)
    overleden_op = DatumVeld(label="Datum van overlijden", required=False)
    overleden_relatie = forms.CharField(label="Wat is de inwoner van de overledene?", required=False, max_length=80)
    grondslag = forms.ChoiceField(
        label="Waarom mogen wij de gegevens gebruiken?", widget=forms.RadioSelect, choices=Grondslag.choices
    )
    toestemming_navraag = DatumVeld(
        label="Toestemming voor navraag bij UHT gegeven op", required=False, help_text="Laat leeg als die er niet is."
    )
    uitzondering = forms.ChoiceField(label="Woont de inwoner in deze gemeente?", required=False, choices=UITZONDERINGEN)
    overleg_met = forms.CharField(label="Overlegd met gemeente", required=False, max_length=120)
    overleg_datum = DatumVeld(label="Overlegd op", required=False)
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=2000, widget=tekstvak(3))

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        velden = [*VOOR_IEDEREEN, *REGELS[Doelgroep(dossier.doelgroep)].velden]
        if dossier.status == Status.GEEN_HULP:
            velden.remove("wil_ondersteuning")
        # What is known of another doelgroep stays in sight, so that it can be corrected.
        velden += [veld for veld in REGELS[Doelgroep.NABESTAANDE].velden if getattr(dossier.aanmelding, veld)]
        self.wijzigbaar = tuple(dict.fromkeys(velden))
        super().__init__(*args, rij=dossier.aanmelding, dossier=dossier, **kwargs)
        for veld in set(self.fields) - {*self.wijzigbaar, "reden", "versie"}:
            del self.fields[veld]
        volgorde = [veld for veld in self.base_fields if veld not in ("reden", "versie")]
        self.order_fields([*volgorde, "reden", "versie"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        fouten = {
            **bezwaren(Doelgroep(self.dossier.doelgroep), gegevens),
            **overlegbezwaren(gegevens, regels_van(self.dossier)),
            **dagbezwaren(gegevens, self.on),
        }
        for veld, fout in fouten.items():
            self.add_error(veld if veld in self.fields else None, fout)
        return gegevens

    def wijzigingen(self) -> dict[str, Any]:
        """Give what differs; who needs no uitzondering is ingezetene and has no overleg."""
        anders = super().wijzigingen()
        if not self.cleaned_data.get("uitzondering"):
            anders |= {veld: leeg for veld, leeg in (("overleg_met", ""), ("overleg_datum", None)) if self.nu[veld]}
        if "uitzondering" in anders:
            anders["ingezetene"] = not anders["uitzondering"]
        return anders

"""What each doelgroep asks at an aanmelding, the grondslag and the woonplaats, and the layout of the whole form."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout, Row
from django import forms

from cases.doelgroepen import Doelgroepregel
from cases.forms.persoonsveld import BrpDatumVeld
from cases.forms.vrijetekst import ZonderBsn
from cases.keuzes import Grondslag, Uitzondering
from config.forms import DatumVeld, Formulier

NAAM = ("voorletters", "voorvoegsel", "achternaam")
ADRES = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats")
BEREIKBAAR = ("telefoon", "email")
BUITENLAND = ("adres_buitenland", "land")
TAAL = ("taal", "tolk")
WOONT_HIER = ("", "Ja, in deze gemeente")
UITZONDERINGEN = [WOONT_HIER, *((waarde, f"Nee: {label.lower()}") for waarde, label in Uitzondering.choices)]


class Uitklap(Div):
    """Fields that few need, behind their title; open when one of them is filled in or has a fault."""

    template = "nlds/layout/uitklap.html"

    def __init__(self, titel: str, *velden: str) -> None:
        super().__init__(*velden)
        self.titel = titel
        self.is_open = False

    def render(self, form: Any, *args: Any, **kwargs: Any) -> Any:
        self.is_open = any(veld in form.errors or form[veld].value() for veld in self.fields)
        return super().render(form, *args, **kwargs)


class Aanmeldvelden(ZonderBsn, Formulier):
    """What each doelgroep asks; the fields of other doelgroepen are left out."""

    markeer_niet_verplicht = False
    datum_beschikking = DatumVeld(label="Datum van de beschikking van UHT", required=False)
    overleden_naam = forms.CharField(label="Naam van de overleden aanvrager", required=False, max_length=160)
    overleden_geboortedatum = BrpDatumVeld(label="Geboortedatum van de overledene", required=False)
    overleden_op = DatumVeld(label="Datum van overlijden", required=False)
    overleden_relatie = forms.CharField(
        label="Wat is de inwoner van de overledene?",
        required=False,
        max_length=80,
        help_text="Bijvoorbeeld: partner, kind of broer.",
    )
    grondslag = forms.ChoiceField(
        label="Waarom mogen wij de gegevens gebruiken?", widget=forms.RadioSelect, choices=Grondslag.choices
    )
    uitzondering = forms.ChoiceField(
        label="Woont de inwoner in deze gemeente?",
        required=False,
        choices=UITZONDERINGEN,
        help_text="Woont de inwoner ergens anders? Dan kan hulp alleen in bijzondere omstandigheden (Wht artikel 2.21"
        " lid 3), in overleg met die gemeente.",
    )
    overleg_met = forms.CharField(label="Overlegd met gemeente", required=False, max_length=120)
    overleg_datum = DatumVeld(label="Overlegd op", required=False)

    def __init__(self, *args: Any, regel: Doelgroepregel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regel = regel
        for veld in ("datum_beschikking", "overleden_naam", "overleden_geboortedatum", "overleden_op"):
            if veld not in regel.velden:
                del self.fields[veld]
        if "overleden_relatie" not in regel.velden:
            del self.fields["overleden_relatie"]

    def aanmeldgegevens(self) -> dict[str, Any]:
        """Give the fields of the Aanmelding; who needs no uitzondering is ingezetene, and has no overleg."""
        gegevens = self.cleaned_data
        uitzondering = gegevens["uitzondering"]
        return {
            **{veld: gegevens[veld] for veld in self.regel.velden},
            "grondslag": gegevens["grondslag"],
            "ingezetene": not uitzondering,
            "uitzondering": uitzondering,
            "overleg_met": gegevens["overleg_met"] if uitzondering else "",
            "overleg_datum": gegevens["overleg_datum"] if uitzondering else None,
        }


def opmaak(form: Aanmeldvelden, *, met_dubbelen: bool, onzeker: bool) -> FormHelper:
    """Lay the fields out in the order of a telephone call; a field that this form has not is passed over."""
    helper = FormHelper()
    helper.layout = Layout(
        *(("toch_nieuw", "gezien") if met_dubbelen else ()),
        Fieldset("De aanmelding", Row("route", "datum")),
        Fieldset(
            "De inwoner",
            Row("voorletters", "voorvoegsel"),
            "achternaam",
            "geboortedatum",
            *(("leeftijd_nagekeken",) if onzeker else ()),
            Row("bsn", "telefoon"),
            "email",
            "straat",
            Row("huisnummer", "huisletter", "toevoeging", css_class="bo-velden--drie"),
            Row("postcode", "woonplaats"),
            "geheim_adres",
            Uitklap("Woont in het buitenland", *BUITENLAND),
            Uitklap("Andere taal of een tolk", *TAAL),
        ),
        Fieldset(form.regel.doelgroep.label, *_aanwezig(form, "uht_status", "datum_status", *form.regel.velden)),
        Fieldset("Hulp", *_aanwezig(form, "wil_ondersteuning", "toestemming", "gesproken", "neem_zelf")),
        Fieldset("Woonplaats en grondslag", "uitzondering", Row("overleg_met", "overleg_datum"), "grondslag"),
        "toelichting",
    )
    return helper


def _aanwezig(form: Aanmeldvelden, *velden: str) -> list[str]:
    return [veld for veld in velden if veld in form.fields]

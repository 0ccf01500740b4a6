"""Forms of the hearing about a bezwaar."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from cases.forms.document import BestandVeld, Documentkeuze
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from config.weergave import datum as datumtekst
from planvanaanpak.actions.hoorzitting import ZONDER_WEEK, vraagt_instemming
from planvanaanpak.bezwaarkeuzes import Afziengrond
from planvanaanpak.forms.bezwaar import MetStuk
from planvanaanpak.models import Bezwaar, Hoorzitting


class HoorzittingForm(Tussentijds, Dossierformulier):
    """When and where the inwoner is heard, and by whom."""

    datum = DatumVeld(
        label="Op welke dag?",
        help_text="Over meer dan tien dagen. Minder dan een week kan alleen als de indiener dat goedvindt.",
    )
    tijd = forms.TimeField(label="Hoe laat?", widget=forms.TimeInput({"type": "time", "autocomplete": "off"}, "%H:%M"))
    plaats = forms.CharField(label="Waar?", max_length=160, help_text="Bijvoorbeeld: stadhuis, kamer 2.12.")
    door_wie = forms.CharField(
        label="Wie hoort de indiener?",
        max_length=200,
        help_text="Iemand die niet bij het besluit betrokken was, of de commissie (Awb artikelen 7:5 en 7:13). Dit komt"
        " in de brief na ‘U spreekt met’.",
    )

    instemming = forms.CharField(
        label="Stemt de indiener in met minder dan een week voor de stukken?",
        required=False,
        max_length=300,
        help_text="Alleen als de hoorzitting binnen een week is. Schrijf op wanneer en hoe de indiener instemde,"
        " bijvoorbeeld: op 3 juni, per e-mail (Awb artikel 7:4 lid 5).",
    )

    def __init__(self, *args: Any, gepland: Hoorzitting | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nu = {veld: getattr(gepland, veld, None) for veld in ("datum", "tijd", "plaats", "door_wie", "instemming")}
        self.initial = {**(nu if gepland else {}), **self.initial}
        self.volg(nu)
        self.helper = FormHelper()
        self.helper.layout = Layout(Row("datum", "tijd"), "plaats", "door_wie", "instemming", "versie")

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag < self.on:
            raise ValidationError("Deze dag is al geweest. Kies vandaag of een dag daarna.")
        return dag

    def clean_instemming(self) -> str:
        """Ask for the consent where the papers can't be read for a week (Awb art. 7:4 lid 2 and 5)."""
        tekst: str = self.cleaned_data["instemming"]
        dag = self.cleaned_data.get("datum")
        if dag and vraagt_instemming(dag, self.on) and not tekst.strip():
            raise ValidationError(ZONDER_WEEK)
        return tekst


class HoorverslagForm(Tussentijds, MetStuk):
    """That the hoorzitting was held, with its verslag as text or as a document."""

    datum = DatumVeld(label="Wanneer was de hoorzitting?")
    aanwezig = forms.CharField(label="Wie waren er?", max_length=300)
    verslag = forms.CharField(
        label="Verslag",
        required=False,
        max_length=20000,
        widget=tekstvak(8),
        help_text="Schrijf het hier, of voeg het toe als bestand. Het kan ook later. Adviseert een commissie? Dan staat"
        " het verslag in haar advies.",
    )
    bestand = BestandVeld(label="Of het verslag als bestand", required=False)
    document = Documentkeuze(label="Of een document dat al in het dossier staat")

    def __init__(self, *args: Any, bezwaar: Bezwaar, zitting: Hoorzitting | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bezwaar = bezwaar
        nu = {veld: getattr(zitting, veld, "") for veld in ("aanwezig", "verslag")}
        self.initial = {**nu, **self.initial}
        self.volg(nu)

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag > self.on:
            raise ValidationError("De hoorzitting is nog niet geweest. Leg haar vast als zij is gehouden.")
        if dag < self.bezwaar.ontvangen_op:
            raise ValidationError(f"Het bezwaar kwam binnen op {datumtekst(self.bezwaar.ontvangen_op)}.")
        return dag


class AfzienForm(Dossierformulier):
    """Why nobody is heard."""

    grond = forms.TypedChoiceField(
        label="Op welke grond van Awb artikel 7:3?",
        choices=Afziengrond.choices,
        coerce=Afziengrond,
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label="Waarom geldt die grond?",
        max_length=2000,
        widget=tekstvak(3),
        help_text="De indiener leest dit in het besluit op bezwaar: schrijf ‘u’.",
    )

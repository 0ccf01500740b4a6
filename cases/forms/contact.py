from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from cases.actions.basis import ActieFout
from cases.actions.taak import andere_casusregisseur
from cases.actions.verbeteren import eis_wie
from cases.forms.acuut import MetAcuut
from cases.forms.dossierformulier import tekstvak
from cases.forms.taak import ZELF, VoorWie
from cases.keuzes import BEREIKT, MET_EEN_ANDER, Contactuitkomst, Kanaal, WilOndersteuning
from cases.models import Dossier
from cases.status import VOOR_EERSTE_GESPREK
from config.forms import DatumVeld

WIL = (WilOndersteuning.JA, WilOndersteuning.LATER, WilOndersteuning.NEE)
WIE_TELT = (
    "‘Iemand anders bereikt’, zoals familie, een school of een hulpverlener, is geen contact met de inwoner. Een"
    " gemachtigde, bewindvoerder, curator of mentor is een vertegenwoordiger: die telt als de inwoner."
)
MET_HULP = "Alleen als het niet de inwoner zelf was."
NIET_DE_INWONER = (
    "Bij ‘{uitkomst}’ gaat het om de inwoner zelf. Was het iemand anders? Kies dan bij ‘Wat kwam eruit?’"
    " ‘Vertegenwoordiger bereikt’ of ‘Iemand anders bereikt’. Was de inwoner erbij? Maak dit dan leeg, en schrijf bij"
    " ‘Waar ging het over?’ wie er nog meer was."
)


def is_onbekend(dossier: Dossier) -> bool:
    return dossier.aanmelding.wil_ondersteuning == WilOndersteuning.ONBEKEND


def _zonder_aanvullen() -> forms.TextInput:
    """Give a text field that the browser fills with nothing of another inwoner."""
    return forms.TextInput({"autocomplete": "off"})


class ContactForm(MetAcuut):
    """A contact with the inwoner, or an attempt at one; compact, as it is filled in many times a day.

    While it is not known whether the inwoner wants help, it asks for that: `wil`, empty for not known yet.
    """

    datum = DatumVeld(label="Wanneer")
    kanaal = forms.TypedChoiceField(label="Hoe", choices=Kanaal.choices, coerce=Kanaal)
    uitkomst = forms.TypedChoiceField(
        label="Wat kwam eruit?",
        choices=[("", "Kies"), *Contactuitkomst.choices],
        coerce=Contactuitkomst,
        help_text=WIE_TELT,
    )
    met = forms.CharField(
        label="Met wie", required=False, max_length=120, help_text=MET_HULP, widget=_zonder_aanvullen()
    )
    tekst = forms.CharField(
        label="Waar ging het over?",
        required=False,
        widget=tekstvak(2),
        help_text="Schrijf kort en feitelijk. De inwoner mag dit lezen.",
    )
    wil = forms.TypedChoiceField(
        label="Wil de inwoner hulp?",
        required=False,
        choices=[("", "Nog niet bekend"), *((wil.value, wil.label) for wil in WIL)],
        coerce=WilOndersteuning,
        empty_value=None,
        help_text="Alleen wie hulp wil, krijgt hulp. Bij ‘nee’ of ‘nu niet’ stoppen de termijnen.",
    )
    opvolgen_op = DatumVeld(label="Opvolgen op", required=False, help_text="Dan staat het die dag bij uw Vandaag.")
    opvolgen_wat = forms.CharField(label="Wat doet u dan?", required=False, max_length=200, widget=_zonder_aanvullen())
    opvolgen_voor = VoorWie(label="Wie volgt dit op?")

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.gezegd: WilOndersteuning | None = None
        onbekend = self.dossier.status in VOOR_EERSTE_GESPREK and is_onbekend(self.dossier)
        if not onbekend:
            del self.fields["wil"]
        self._vraag_opvolgen()
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Row("datum", "kanaal"),
            Row("uitkomst", "met"),
            "tekst",
            *(["wil"] if onbekend else []),
            Row("opvolgen_op", "opvolgen_wat"),
            *(["opvolgen_voor"] if "opvolgen_voor" in self.fields else []),
            *([Row("acuut", "acuut_toelichting")] if "acuut" in self.fields else []),
        )

    def _vraag_opvolgen(self) -> None:
        """Ask who follows it up, when a colleague has the dossier; their name and absence need a row."""
        wie = andere_casusregisseur(self.dossier, self.user, self.on) if self.user else None
        if wie is None:
            del self.fields["opvolgen_voor"]
            return
        self.fields["opvolgen_voor"].zet_casusregisseur(wie, self.on)  # type: ignore[attr-defined]
        self.fields["opvolgen_op"].help_text = "Dan staat het die dag bij Vandaag van wie u kiest."

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het contact")

    def clean_opvolgen_op(self) -> date | None:
        dag: date | None = self.cleaned_data["opvolgen_op"]
        if dag is not None and dag < self.on:
            raise ValidationError("Deze dag is al geweest. Kies vandaag of een dag daarna.")
        return dag

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        self.gezegd = gegevens.pop("wil", None)
        if "opvolgen_voor" in gegevens:
            gegevens["opvolgen_voor"] = self.user if gegevens["opvolgen_voor"] == ZELF else None
        self._keur_wie(gegevens)
        if self.gezegd and gegevens.get("uitkomst") not in (None, *BEREIKT):
            self.add_error("wil", "U heeft de inwoner niet bereikt. Kies ‘Nog niet bekend’.")
        if gegevens.get("opvolgen_wat") and not gegevens.get("opvolgen_op") and "opvolgen_op" not in self.errors:
            self.add_error("opvolgen_op", "Kies ook de dag waarop u dit doet.")
        return gegevens

    def _keur_wie(self, gegevens: dict[str, Any]) -> None:
        """Ask who it was, and refuse somebody else under an uitkomst that says it was the inwoner."""
        uitkomst, met = gegevens.get("uitkomst"), gegevens.get("met", "")
        if uitkomst is None or "met" in self.errors:
            return
        try:
            eis_wie(uitkomst, met)
        except ActieFout as fout:
            self.add_error("met", str(fout))
        if met and uitkomst in BEREIKT and uitkomst not in MET_EEN_ANDER and self.wie_is_nieuw(uitkomst, met):
            self.add_error("met", NIET_DE_INWONER.format(uitkomst=uitkomst.label))

    def wie_is_nieuw(self, uitkomst: Contactuitkomst, met: str) -> bool:
        """Say whether this is what somebody fills in now; a row from before may hold it, and is corrected as it is."""
        return True

"""Book a cost, with its invoice."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings

from cases.bestanden import ACCEPT
from cases.forms.document import MetBestand
from cases.forms.vrijetekst import ZonderBsn
from config.forms import DatumVeld, EuroVeld, Formulier
from planvanaanpak.prijs import keur_btw
from spuk.boekvragen import Boekvraag
from spuk.componenten import NAMEN, Component

ZONDER_VOORZIENING = [(c.value, f"{c.value.replace('_', '-')} {NAMEN[c]}") for c in Component if c is not Component.C]

EERST_LEZEN = "Lees eerst wat er bij deze kosten opvalt. Klopt het toch? Vink dit dan aan."


class KostenForm(MetBestand, ZonderBsn, Formulier):
    """A cost on a toegekende voorziening: always component C.

    What is easily a mistake is asked after the form was sent; `gezien` holds which questions stood on the page.
    """

    bestandsveld = "factuur"
    leverancier = forms.CharField(label="Leverancier", max_length=120)
    factuurnummer = forms.CharField(label="Factuurnummer", max_length=40)
    datum = DatumVeld(label="Factuurdatum")
    omschrijving = forms.CharField(
        label="Omschrijving", max_length=160, help_text="Wat is er betaald? Schrijf hier niets over de zorg zelf."
    )
    netto = EuroVeld(label="Bedrag zonder btw", help_text="Dit bedrag telt in de SiSa-bijlage.")
    btw = EuroVeld(label="Btw", initial=0, help_text="Vul 0 in als er geen btw is.")
    factuur = forms.FileField(label="Factuur", widget=forms.ClearableFileInput({"accept": ACCEPT}))
    nagekeken = forms.BooleanField(label="Ik heb dit nagekeken en boek deze kosten toch", required=False)
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vragen: Sequence[Boekvraag] = ()
        if not self.data.get("gezien"):
            self.fields["nagekeken"].widget = forms.HiddenInput()
        self.fields["factuur"].help_text = f"Een pdf of foto, tot {settings.UPLOAD_MAX_MB} MB."

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        netto, btw = gegevens.get("netto"), gegevens.get("btw")
        if netto is not None and btw is not None and netto + btw == 0:
            self.add_error("netto", "Vul een bedrag in dat hoger is dan nul.")
        if netto and btw and (melding := keur_btw(netto=netto, btw=btw)):
            self.add_error("btw", melding)
        return gegevens

    def vraag_na(self, vragen: Sequence[Boekvraag]) -> None:
        """Ask to look at what is easily a mistake, and for a tick to book it all the same."""
        gestuurd: Any = self.data
        data = gestuurd.copy()
        data["gezien"] = ",".join(vraag.sleutel for vraag in vragen)
        data.pop("nagekeken", None)
        self.data = data
        self.fields["nagekeken"].widget = forms.CheckboxInput()
        self.vragen = vragen
        self.add_error("nagekeken", EERST_LEZEN)

    @property
    def boeking(self) -> dict[str, Any]:
        """Give what is to be booked, with the questions that stood on the page when somebody ticked them off."""
        gegevens = dict(self.cleaned_data)
        gezien, nagekeken = gegevens.pop("gezien"), gegevens.pop("nagekeken")
        return gegevens | {"nagekeken": gezien.split(",") if nagekeken else []}


class AlgemeneKostenForm(KostenForm):
    """A cost that hangs on no voorziening: coördinatie, or actual costs of A, B, D and F."""

    component = forms.ChoiceField(label="Onderdeel", choices=ZONDER_VOORZIENING)

    field_order = ["component", "leverancier", "factuurnummer", "datum", "omschrijving", "netto", "btw", "factuur"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["factuur"].required = False


class TerugdraaienForm(ZonderBsn, Formulier):
    reden = forms.CharField(label="Waarom draait u deze boeking terug?", widget=forms.Textarea({"rows": 3}))


class ZoekVoorzieningForm(Formulier):
    """Find the voorzieningen of a dossier or a besluit."""

    nummer = forms.CharField(
        label="Dossiernummer of besluitnummer",
        max_length=20,
        error_messages={"required": "Vul een dossiernummer of besluitnummer in."},
        help_text="Zoals 9901-D-2026-00001 of 9901-B-2026-00001.",
    )

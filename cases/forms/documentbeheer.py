"""What can be done with a document that is there: another version, other words about it, or withdrawing it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from cases.forms.document import BestandVeld, DocumentForm, MetBestand, niet_later
from cases.forms.dossierformulier import Dossierformulier
from cases.forms.lijst import ALLES
from cases.forms.verbeteren import RedenForm, Verbeterformulier
from cases.keuzes import BewijsVan, Documentsoort
from config.forms import DatumVeld, Filterformulier


class Documentfilter(Filterformulier):
    """Narrow the documents of a dossier by what they are and by what they prove."""

    soort = forms.ChoiceField(label="Soort", required=False, choices=[*ALLES, *Documentsoort.choices])
    bewijs_van = forms.ChoiceField(label="Bewijs van", required=False, choices=[*ALLES, *BewijsVan.choices])


class DocumentVersieForm(MetBestand, Dossierformulier):
    """A newer version: only the file and its day; the rest stays as it is."""

    datum = DatumVeld(label="Datum van de nieuwe versie", help_text="De dag die op het document staat.")
    bestand = BestandVeld(label="Bestand met de nieuwe versie")

    def clean_datum(self) -> date:
        return niet_later(self.cleaned_data["datum"], self.on)


class DocumentWijzigForm(Verbeterformulier, DocumentForm):
    wijzigbaar = ("soort", "onderwerp", "datum", "bewijs_van")


class DocumentIntrekForm(RedenForm):
    """Why, and, when something leans on the document, that this was seen."""

    ondanks_gebruik = forms.BooleanField(label="Ik heb gezien waar dit document bij hoort, en trek het toch in")

    def __init__(self, *args: Any, gebruik: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not gebruik:
            del self.fields["ondanks_gebruik"]

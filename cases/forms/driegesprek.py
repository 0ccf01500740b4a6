from datetime import date
from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.verslag import MetVerslag
from cases.models import Driegesprek
from config.forms import DatumVeld

DERDE = "Alleen met UHT of een derde die de minister aanwees telt het gesprek mee voor de SPUK, onderdeel F."


class Driegesprekvelden(forms.Form):
    """What is recorded of a driegesprek."""

    datum = DatumVeld(label="Datum van het gesprek")
    derde = forms.TypedChoiceField(
        label="Wie was de derde aan tafel?",
        choices=Driegesprek.Derde.choices,
        coerce=Driegesprek.Derde,
        widget=forms.RadioSelect,
        help_text=DERDE,
    )
    aanvrager = forms.CharField(
        label="Wie vroeg om het gesprek?",
        max_length=120,
        help_text="Bijvoorbeeld de inwoner, UHT of de gemeente.",
    )
    plaats = forms.CharField(label="Waar was het gesprek?", max_length=120, help_text="Een adres, of online.")
    deelnemers = forms.CharField(
        label="Wie waren erbij?", widget=tekstvak(3), help_text="Eén persoon per regel, met naam en organisatie."
    )
    onderwerpen = forms.CharField(
        label="Waar ging het over?", widget=tekstvak(3), help_text="De onderwerpen die vooraf zijn verzameld."
    )
    verslag = forms.CharField(
        label="Verslag",
        required=False,
        widget=tekstvak(6),
        help_text="Wat is afgesproken, en wie doet wat. U kunt het later toevoegen.",
    )


class DriegesprekForm(Driegesprekvelden, Dossierformulier):
    """A gesprek of gemeente, inwoner and UHT, or a third party that the minister appointed."""

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het driegesprek")


class DriegesprekWijzigenForm(Driegesprekvelden, MetVerslag):
    """Add the report of a driegesprek, or correct what was recorded."""

    wijzigbaar = ("datum", "derde", "aanvrager", "plaats", "deelnemers", "onderwerpen", "verslag")
    field_order = (*wijzigbaar, "reden", "versie")

    def __init__(self, *args: Any, driegesprek: Driegesprek, **kwargs: Any) -> None:
        super().__init__(*args, rij=driegesprek, **kwargs)

    def clean_datum(self) -> date:
        return self.eis_dag("datum", "Het driegesprek")

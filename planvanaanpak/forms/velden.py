"""Fields of a voorziening: a quantity that may be in parts, and who of the gezin it is for."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from cases.forms.dossierformulier import tekstvak
from cases.models import Dossier, Gezinslid
from config.forms import EuroInvoer, EuroVeld
from config.weergave import hoeveelheid
from planvanaanpak.voorzieningkeuzes import VoorWie
from planvanaanpak.zienswijze import VRAAG

LID = "lid-"
ZIENSWIJZE = (
    "Vraag de inwoner wat hij vindt vóór u beslist. Schrijf op wat hij zei, en wat u daarmee doet. Vroeg u het niet?"
    " Schrijf dan waarom dat niet hoefde. De inwoner leest dit in de brief."
)


def zienswijzeveld(wanneer: str = "", *, regels: int = 4) -> forms.CharField:
    """Ask what the inwoner thinks of it; `wanneer` says when that is needed, where that hangs on what is decided."""
    hulp = f"{wanneer} {ZIENSWIJZE}" if wanneer else ZIENSWIJZE
    return forms.CharField(label=VRAAG, required=not wanneer, max_length=3000, widget=tekstvak(regels), help_text=hulp)


class Zienswijzeveld(forms.Form):
    zienswijze = zienswijzeveld()


class AantalInvoer(EuroInvoer):
    """A text field without the sign of the euro."""

    is_euro = False

    def format_value(self, value: Any) -> str | None:
        return hoeveelheid(value) if isinstance(value, Decimal | int) else super().format_value(value)


class AantalVeld(EuroVeld):
    """A quantity with at most two decimals: 12, 7,5 or 7.5."""

    widget = AantalInvoer
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Vul een aantal in.",
        "invalid": "Vul een aantal in, bijvoorbeeld 12 of 7,5.",
        "negatief": "Vul een aantal in dat meer is dan 0.",
        "max_digits": "Dit aantal is te groot.",
        "max_whole_digits": "Dit aantal is te groot.",
    }


def wie_keuzes(dossier: Dossier, nu: int | None = None) -> list[tuple[str, str]]:
    """Give the inwoner, each gezinslid that counts by name, and the whole gezin; `nu` is for whom it already is."""
    leden = [(f"{LID}{lid.pk}", str(lid)) for lid in dossier.gezin.leden.all() if lid.telt_mee or lid.pk == nu]
    return [(VoorWie.INWONER.value, VoorWie.INWONER.label), *leden, (VoorWie.GEZIN.value, VoorWie.GEZIN.label)]


def wie_waarde(voor_wie: str, gezinslid_id: int | None) -> str:
    """Give the choice that stands for who it is for; a gezinslid that is gone must be chosen anew."""
    if voor_wie != VoorWie.GEZINSLID:
        return voor_wie
    return f"{LID}{gezinslid_id}" if gezinslid_id else ""


def lees_wie(dossier: Dossier, waarde: str) -> tuple[str, Gezinslid | None]:
    """Give what is stored for a choice that the field found good."""
    if not waarde.startswith(LID):
        return waarde or VoorWie.INWONER, None
    return VoorWie.GEZINSLID, dossier.gezin.leden.get(pk=waarde.removeprefix(LID))

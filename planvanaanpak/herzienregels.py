"""What a herziening of one voorziening must meet, in the words of the form (Tiel 2025 art. 7, Awb art. 3:46)."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

BLIJFT, ANDERS, VERVALT, ALSNOG = "blijft", "anders", "vervalt", "alsnog"
# What can be done with a voorziening in a status.
KAN = {"toegekend": (BLIJFT, ANDERS, VERVALT), "afgewezen": (BLIJFT, ALSNOG)}

ZONDER_UITLEG = "Schrijf op waarom dit verandert. De inwoner leest dit in de brief."
NIETS_ANDERS = "Bedrag en looptijd zijn hetzelfde. Pas iets aan, of kies ‘Blijft zoals het is’."
LOOPTIJD = "De laatste dag kan niet vóór de eerste dag liggen."
KAN_NIET = "Dit kan niet met deze voorziening. Kies iets anders."
GEEN_BEDRAG = "Vul het nieuwe bedrag in."


@dataclass(frozen=True, kw_only=True)
class Stand:
    """What was decided on a voorziening, as far as a herziening can change it."""

    bedrag: Decimal
    vanaf: date | None = None
    tot: date | None = None


def keur(status: str, was: Stand, wordt: Stand | None, *, wat: str, motivering: str) -> dict[str, str]:
    """Give what is wrong with one row, by field; nothing when it can be decided so."""
    if wat == BLIJFT:
        return {}
    if wat not in KAN.get(status, ()):
        return {"wat": KAN_NIET}
    fouten: dict[str, str] = {}
    if not motivering.strip():
        fouten["motivering"] = ZONDER_UITLEG
    if wat == VERVALT:
        return fouten
    if wordt is None:
        return fouten | {"bedrag": GEEN_BEDRAG}
    if wordt.vanaf and wordt.tot and wordt.tot < wordt.vanaf:
        fouten["tot"] = LOOPTIJD
    elif wat == ANDERS and wordt == was:
        fouten["bedrag"] = NIETS_ANDERS
    return fouten


def nieuw_aantal(bedrag: Decimal, eenheidsprijs: Decimal | None) -> Decimal | None:
    """Give the number of pieces that a new amount is at the price that was agreed; None when it is no whole number."""
    if not eenheidsprijs or bedrag <= 0 or bedrag % eenheidsprijs:
        return None
    return bedrag // eenheidsprijs


def nieuwe_btw(btw: Decimal | None, was: Decimal, wordt: Decimal) -> Decimal | None:
    """Give the btw in a new amount: the same part of it as before, rounded half up to the cent; unknown stays so."""
    if btw is None:
        return None
    return (btw * wordt / was).quantize(Decimal("0.01"), ROUND_HALF_UP) if was else Decimal("0.00")


def is_meer(was: Stand, wordt: Stand) -> bool:
    """Tell whether a change gives more than was decided: a grant, which has to pass the gates (decision 0942)."""
    langer = was.tot is not None and (wordt.tot is None or wordt.tot > was.tot)
    eerder = was.vanaf is not None and wordt.vanaf is not None and wordt.vanaf < was.vanaf
    return wordt.bedrag > was.bedrag or langer or eerder

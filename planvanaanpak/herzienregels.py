"""What a herziening of one voorziening must meet, in the words of the form (Tiel 2025 art. 7, Awb art. 3:46)."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from config.weergave import datum
from planvanaanpak.verval import DAG

BLIJFT, ANDERS, VERVALT, ALSNOG = "blijft", "anders", "vervalt", "alsnog"
# What can be done with a voorziening in a status.
KAN = {"toegekend": (BLIJFT, ANDERS, VERVALT), "afgewezen": (BLIJFT, ALSNOG)}

ZONDER_UITLEG = "Schrijf op waarom dit verandert. De inwoner leest dit in de brief."
NIETS_ANDERS = "Bedrag en looptijd zijn hetzelfde. Pas iets aan, of kies ‘Blijft zoals het is’."
LOOPTIJD = "De laatste dag kan niet vóór de eerste dag liggen."
KAN_NIET = "Dit kan niet met deze voorziening. Kies iets anders."
GEEN_BEDRAG = "Vul het nieuwe bedrag in."
AL_VOORBIJ = (
    "Dit loopt al tot en met {tot}. Kies een eerdere dag waarop de verandering geldt, of ‘Blijft zoals het is’."
)
TE_KORT = "De verandering geldt vanaf {ingang}. Kies {tot} of een latere dag."
BEDRAG_METEEN = (
    "Een ander bedrag geldt meteen. Kies als dag waarop de verandering geldt {brief} (de datum van de brief) of eerder."
    " Moet het later? Laat dit dan vervallen vanaf die dag en ken de rest toe met een aanvullend besluit."
)
LATER = "De verandering geldt vanaf {ingang}. Vul die dag of een latere dag in."


@dataclass(frozen=True, kw_only=True)
class Voorzieningstand:
    """What was decided on a voorziening, as far as a herziening can change it."""

    bedrag: Decimal
    vanaf: date | None = None
    tot: date | None = None


def keur(
    status: str, was: Voorzieningstand, wordt: Voorzieningstand | None, *, wat: str, motivering: str
) -> dict[str, str]:
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


def keur_ingang(
    was: Voorzieningstand, wordt: Voorzieningstand | None, *, wat: str, ingang: date, brief: date
) -> dict[str, str]:
    """Give what would hold on other days than the letter says: it changes the besluit from `ingang`.

    An amount is one for the whole voorziening and changes at once; from a later day it lapses and the rest is granted
    anew (decision 1181).
    """
    if wat == VERVALT:
        return {"wat": AL_VOORBIJ.format(tot=datum(was.tot))} if was.tot is not None and was.tot < ingang else {}
    if wordt is None or wat == BLIJFT:
        return {}
    korter = wordt.tot is not None and (was.tot is None or wordt.tot < was.tot)
    if wat == ANDERS and korter and wordt.tot is not None and wordt.tot < ingang - DAG:
        return {"tot": TE_KORT.format(ingang=datum(ingang), tot=datum(ingang - DAG))}
    if ingang <= brief:
        return {}
    if wat == ANDERS and wordt.bedrag != was.bedrag:
        return {"bedrag": BEDRAG_METEEN.format(brief=datum(brief))}
    if wat == ALSNOG and (wordt.vanaf is None or wordt.vanaf < ingang):
        return {"vanaf": LATER.format(ingang=datum(ingang))}
    return {}


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


def is_meer(was: Voorzieningstand, wordt: Voorzieningstand) -> bool:
    """Tell whether a change gives more than was decided: a grant, which has to pass the gates (decision 0942)."""
    langer = was.tot is not None and (wordt.tot is None or wordt.tot > was.tot)
    eerder = was.vanaf is not None and wordt.vanaf is not None and wordt.vanaf < was.vanaf
    return wordt.bedrag > was.bedrag or langer or eerder

"""What a court can be asked, whether beroep wegens niet tijdig beslissen could be made, and what follows. Pure.

Decision 1091.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from config.weergave import datum_lang
from planvanaanpak.bezwaarregels import HERROEPT, Som

BEROEP, RECHTSTREEKS, NIET_TIJDIG, HOGER_BEROEP = "beroep", "rechtstreeks", "niet_tijdig", "hoger_beroep"
OPNIEUW, HERROEPEN = "opnieuw", "herroepen"
OVER_BEZWAAR, OVER_BESLUIT, OVER_AANVRAAG = "bezwaar", "besluit", "aanvraag"


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """What a beroep is about: a bezwaar, a besluit without bezwaar, or an aanvraag on which nothing was decided.

    `is_beslist` says that there is a besluit op bezwaar, or that one fell away; `had_uitspraak` that a court said
    something about it before.
    """

    over: str
    is_beslist: bool = False
    is_doorgezonden: bool = False
    had_uitspraak: bool = False

    @property
    def zonder_bezwaarfase(self) -> bool:
        """Tell whether the court judges the first besluit itself (Awb art. 7:1 and 7:1a)."""
        return self.over == OVER_BESLUIT or self.is_doorgezonden


def keur_soort(zaak: Zaak, soort: str) -> str:
    """Say why this can't be asked of a court in this case; empty when it can.

    A voorlopige voorziening can be asked as soon as there is a bezwaar or beroep (Awb art. 8:81).
    """
    if soort == BEROEP and (zaak.over != OVER_BEZWAAR or not zaak.is_beslist):
        return "Op dit bezwaar is nog niet beslist. Kies een andere soort, of leg eerst het besluit vast."
    if soort == RECHTSTREEKS and not zaak.zonder_bezwaarfase:
        return "Rechtstreeks beroep na een bezwaar kan alleen als de gemeente instemt. Leg dat eerst vast."
    if soort == NIET_TIJDIG and zaak.zonder_bezwaarfase:
        return "Over een besluit dat er is, kan geen beroep wegens niet tijdig beslissen. Kies een andere soort."
    if soort == HOGER_BEROEP and not (zaak.is_beslist or zaak.had_uitspraak):
        return "Hoger beroep kan pas na een uitspraak. Leg die eerst vast."
    return ""


def vraagt_opdracht(soort: str, uitkomst: str) -> bool:
    """Tell whether a court gave the indiener right in the case itself: then it says who decides now (Awb art. 8:72)."""
    return soort in (BEROEP, RECHTSTREEKS, NIET_TIJDIG, HOGER_BEROEP) and uitkomst in HERROEPT


def vraagt_dwangsom(soort: str, uitkomst: str) -> bool:
    """Tell whether a court can lay a dwangsom on the gemeente, and fix the one that is owed (Awb art. 8:55c, 8:55d)."""
    return soort in (NIET_TIJDIG, HOGER_BEROEP) and uitkomst in HERROEPT


class Gevolg(StrEnum):
    """What an uitspraak asks of the gemeente."""

    NIETS = "niets"
    BEZWAAR_OPEN = "bezwaar_open"
    ALSNOG_BESLISSEN = "alsnog_beslissen"
    NIEUW_BESLUIT = "nieuw_besluit"
    HERROEPEN = "herroepen"

    @property
    def laat_besluit_wegvallen(self) -> bool:
        """Tell whether the first besluit itself no longer holds."""
        return self in (Gevolg.NIEUW_BESLUIT, Gevolg.HERROEPEN)


def gevolg_van(zaak: Zaak, soort: str, opdracht: str) -> Gevolg:
    """Give what follows from what the court leaves to the gemeente.

    Awb art. 8:55d lid 1: after beroep wegens niet tijdig beslissen the gemeente decides after all. Art. 8:72 lid 4:
    after another it decides anew, on the bezwaar, or in the place of the first besluit where there was no bezwaar.
    """
    if opdracht == HERROEPEN:
        return Gevolg.HERROEPEN
    if opdracht != OPNIEUW:
        return Gevolg.NIETS
    if zaak.zonder_bezwaarfase:
        return Gevolg.NIEUW_BESLUIT
    if soort == NIET_TIJDIG or not zaak.is_beslist:
        return Gevolg.ALSNOG_BESLISSEN
    return Gevolg.BEZWAAR_OPEN


def keur_opdracht(zaak: Zaak, soort: str, uitkomst: str, opdracht: str) -> str:
    """Say what is wrong with what the court would leave to the gemeente; empty when it fits."""
    if not vraagt_opdracht(soort, uitkomst):
        return ""
    if not opdracht:
        return "Kies of de gemeente opnieuw moet beslissen."
    geen_besluit = soort == NIET_TIJDIG or not (zaak.zonder_bezwaarfase or zaak.is_beslist)
    if opdracht == HERROEPEN and geen_besluit:
        return "Er is geen besluit dat het gerecht kon herroepen. Kies een ander antwoord."
    return ""


@dataclass(frozen=True, kw_only=True)
class NietTijdig:
    """Whether beroep wegens niet tijdig beslissen could be made on its day, with the steps in words."""

    kon: bool
    som: Som


def beoordeel_niet_tijdig(
    *, laatste_dag: date, ingesteld_op: date, ingebreke_op: date | None, twee_weken_tot: date | None
) -> NietTijdig:
    """Say whether the gemeente was late, and two weeks had passed since the ingebrekestelling (Awb art. 6:12 lid 2).

    It is the court that judges this; art. 6:12 lid 3 lets somebody go without who could not be asked to write first.
    `twee_weken_tot` is None for an ingebrekestelling that came too early.
    """
    som = [
        ("Beslissen kon tot en met", datum_lang(laatste_dag)),
        ("Ingebrekestelling ontvangen", datum_lang(ingebreke_op) if ingebreke_op else "niet vastgelegd"),
    ]
    if twee_weken_tot:
        som.append(("Twee weken daarna", f"tot en met {datum_lang(twee_weken_tot)}"))
    som.append(("Beroep ingesteld", datum_lang(ingesteld_op)))
    if ingesteld_op <= laatste_dag:
        waarom = "nee, de gemeente was nog niet te laat (Awb artikel 6:12 lid 2 onder a)"
    elif ingebreke_op is None:
        waarom = "alleen als de inwoner niet eerst hoefde te schrijven dat de gemeente te laat is (artikel 6:12 lid 3)"
    elif twee_weken_tot is None:
        waarom = "nee, de ingebrekestelling kwam te vroeg en telt niet (Awb artikel 6:12 lid 2)"
    elif ingesteld_op <= twee_weken_tot:
        waarom = "nee, de twee weken waren nog niet voorbij (Awb artikel 6:12 lid 2 onder b)"
    else:
        return NietTijdig(kon=True, som=(*som, ("Kon dit beroep al?", "ja (Awb artikel 6:12 lid 2)")))
    return NietTijdig(kon=False, som=(*som, ("Kon dit beroep al?", waarom)))

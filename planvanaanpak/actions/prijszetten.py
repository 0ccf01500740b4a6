"""Fill the price of a voorziening from its basis, and keep the goods that were compared: part of two actions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.beleid_bron import regels_van
from cases.models import Dossier
from config.weergave import telwoord
from planvanaanpak.models import Dienst, Nibudprijs, Vergelijking, Voorziening
from planvanaanpak.prijs import bedrag_van, gemiddelde, keur_bedragen
from planvanaanpak.voorzieningbron import VOLGENS_BELEID, prijs_nodig
from planvanaanpak.voorzieningkeuzes import Prijsbasis

VOLGENS_HET_BELEID = (
    "Het beleid vraagt bij goederen de prijs van het Nibud of het gemiddelde van vergelijkbare goederen."
)
# How many goods are compared where the beleid names no number.
STANDAARD_VERGELIJKEN = 3


@dataclass(frozen=True, kw_only=True)
class VergelijkbaarGoed:
    goed: str
    bron: str
    datum: date
    prijs: Decimal


@dataclass(frozen=True, kw_only=True)
class Onderbouwing:
    """On what a price rests; which of the other fields count hangs on the basis."""

    basis: Prijsbasis
    aantal: Decimal = Decimal(1)
    btw: Decimal | None = Decimal("0.00")
    nibudprijs: Nibudprijs | None = None
    dienst: Dienst | None = None
    goederen: tuple[VergelijkbaarGoed, ...] = ()
    reden: str = ""
    prijs: Decimal | None = None
    bron: str = ""


def te_vergelijken(dossier: Dossier) -> int:
    """Give how many comparable goods the beleid asks (Tiel 2025 art. 4 lid 1d: three)."""
    return regels_van(dossier).prijzen_vergelijken or STANDAARD_VERGELIJKEN


def zet_prijs(dossier: Dossier, voorziening: Voorziening, onderbouwing: Onderbouwing, on: date) -> None:
    """Fill the price and the amounts of a voorziening from their basis; saves nothing.

    Raises ActieFout for a basis that the beleid does not take, for goods without source or from later, and for amounts
    that do not add up (beleidsregels Tiel 2025 art. 4 lid 1d).
    """
    if prijs_nodig(dossier, voorziening) and onderbouwing.basis not in VOLGENS_BELEID:
        raise ActieFout(VOLGENS_HET_BELEID)
    prijs = _prijs(dossier, onderbouwing, on)
    if onderbouwing.aantal <= 0:
        raise ActieFout("Vul een aantal in dat meer is dan 0.")
    bedrag = bedrag_van(onderbouwing.aantal, prijs)
    if fouten := keur_bedragen(aantal=onderbouwing.aantal, eenheidsprijs=prijs, bedrag=bedrag, btw=onderbouwing.btw):
        raise ActieFout(next(iter(fouten.values())))
    voorziening.prijsbasis = onderbouwing.basis
    voorziening.nibudprijs = onderbouwing.nibudprijs if onderbouwing.basis == Prijsbasis.NIBUD else None
    voorziening.dienst = onderbouwing.dienst if onderbouwing.basis == Prijsbasis.DIENST else None
    voorziening.prijs_bron = _bron(onderbouwing)
    voorziening.prijs_reden = onderbouwing.reden.strip() if onderbouwing.basis == Prijsbasis.VERGELIJKING else ""
    voorziening.aantal, voorziening.eenheidsprijs = onderbouwing.aantal, prijs
    voorziening.bedrag, voorziening.btw = bedrag, onderbouwing.btw
    if voorziening.dienst is not None:
        voorziening.eenheid, voorziening.uitvoerder = voorziening.dienst.eenheid, voorziening.dienst.uitvoerder


def _bron(onderbouwing: Onderbouwing) -> str:
    """Give where the price comes from, to keep with it: a list that is read in again changes nothing."""
    match onderbouwing.basis:
        case Prijsbasis.NIBUD if onderbouwing.nibudprijs is not None:
            return onderbouwing.nibudprijs.bron
        case Prijsbasis.DIENST if onderbouwing.dienst is not None:
            return f"{onderbouwing.dienst.naam} ({onderbouwing.dienst.bron})"
        case Prijsbasis.OFFERTE:
            return onderbouwing.bron.strip()
    return ""


def _prijs(dossier: Dossier, onderbouwing: Onderbouwing, on: date) -> Decimal:
    match onderbouwing.basis:
        case Prijsbasis.NIBUD:
            return _nibud(dossier, onderbouwing.nibudprijs)
        case Prijsbasis.DIENST:
            return _dienst(dossier, onderbouwing.dienst)
        case Prijsbasis.VERGELIJKING:
            return _vergelijk(dossier, onderbouwing, on)
    if onderbouwing.prijs is None or not onderbouwing.bron.strip():
        raise ActieFout("Vul de prijs in en schrijf op waar die vandaan komt.")
    return onderbouwing.prijs


def _nibud(dossier: Dossier, nibudprijs: Nibudprijs | None) -> Decimal:
    if nibudprijs is None or nibudprijs.gemeente_id != dossier.gemeente_id:
        raise ActieFout("Kies een artikel uit de prijzengids van uw gemeente.")
    return nibudprijs.prijs


def _dienst(dossier: Dossier, dienst: Dienst | None) -> Decimal:
    if dienst is None or dienst.gemeente_id != dossier.gemeente_id or not dienst.is_actief:
        raise ActieFout("Kies een dienst van uw gemeente die nog te kiezen is.")
    return dienst.tarief


def _vergelijk(dossier: Dossier, onderbouwing: Onderbouwing, on: date) -> Decimal:
    nodig, goederen = te_vergelijken(dossier), onderbouwing.goederen
    if len(goederen) != nodig:
        raise ActieFout(
            f"Vul {telwoord(nodig, 'vergelijkbaar goed', 'vergelijkbare goederen')} in. Nu: {len(goederen)}."
        )
    if any(not goed.goed.strip() or not goed.bron.strip() or goed.prijs <= 0 for goed in goederen):
        raise ActieFout("Vul bij elk goed in wat het is, waar u het zag en wat het kost.")
    if len({(goed.goed.strip().casefold(), goed.bron.strip().casefold()) for goed in goederen}) < nodig:
        raise ActieFout("Twee van de goederen zijn hetzelfde. Vergelijk verschillende goederen of winkels.")
    if any(goed.datum > on for goed in goederen):
        raise ActieFout("Een prijs kan niet in de toekomst gezien zijn.")
    if not onderbouwing.reden.strip():
        raise ActieFout("Schrijf op waarom de prijs van het Nibud hier niet past.")
    return gemiddelde([goed.prijs for goed in goederen])


def zelfde_vergelijking(voorziening: Voorziening, onderbouwing: Onderbouwing) -> bool:
    """Tell whether the goods that were compared are those that are kept already."""
    met = onderbouwing.goederen if onderbouwing.basis == Prijsbasis.VERGELIJKING else ()
    nu = [(rij.goed, rij.bron, rij.datum, rij.prijs) for rij in voorziening.vergelijkingen.all()]
    return nu == [(goed.goed.strip(), goed.bron.strip(), goed.datum, goed.prijs) for goed in met]


def schrijf_goederen(voorziening: Voorziening, onderbouwing: Onderbouwing, by: User) -> None:
    """Put the compared goods in the place of those of before; their history stays."""
    for oud in voorziening.vergelijkingen.all():
        verwijder(oud, by=by, reden="andere onderbouwing van de prijs")
    if onderbouwing.basis != Prijsbasis.VERGELIJKING:
        return
    for goed in onderbouwing.goederen:
        rij = Vergelijking(voorziening=voorziening, datum=goed.datum, prijs=goed.prijs)
        rij.goed, rij.bron = goed.goed.strip(), goed.bron.strip()
        bewaar(rij, by=by)

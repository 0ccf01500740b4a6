"""From rows and what is known to what would change. Step two of an import: pure, and nothing is changed yet.

What a list says is not simply put over what is known: samenvoegen.py says when it is. A row that brings nothing new
is 'ongewijzigd' and repeats no warning, so reading one file twice shows and does nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from portal_import.controles import ADRES, LABEL, controleer_adres, controleer_nieuw, controleer_tekst, waarschuw
from portal_import.levering import LeveringRij
from portal_import.meldingen import Waarschuwing
from portal_import.samenvoegen import VELDEN, Bekend, Waarde, samenvoegen, stand

ADRESLABELS = frozenset(LABEL[veld] for veld in ADRES)
GEHEIM = "Let op {} in de lijst. Het adres van deze persoon is geheim. Bekijk het in het dossier."
ANDER_ADRES = (
    "In de lijst staat een ander adres in Nederland. De brieven gaan nu naar een adres in het buitenland of een"
    " postadres. Ga na welk adres geldt."
)


class Gevolg(StrEnum):
    """What a row does."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"


class Verschil(NamedTuple):
    veld: str
    label: str
    oud: Waarde
    nieuw: Waarde


@dataclass(frozen=True, slots=True)
class Verandering:
    """What one row does: a new dossier, changes to a known one, or nothing; and what a person must look at."""

    rij: LeveringRij
    soort: Gevolg
    bekend: Bekend | None = None
    verschillen: tuple[Verschil, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()


def vergelijk(
    rijen: Iterable[LeveringRij], bekend: Mapping[str, Bekend], *, woonplaatsen: Collection[str], on: date
) -> list[Verandering]:
    """Compare rows with what is known of each BSN. Without woonplaatsen of the gemeente none is called strange."""
    eigen = frozenset(woonplaats.casefold() for woonplaats in woonplaatsen)
    return [_vergelijk_rij(rij, bekend.get(rij.bsn), eigen, on) for rij in rijen]


def _vergelijk_rij(rij: LeveringRij, oud: Bekend | None, woonplaatsen: frozenset[str], on: date) -> Verandering:
    if oud is None:
        return Verandering(rij, Gevolg.NIEUW, waarschuwingen=tuple(controleer_nieuw(rij, woonplaatsen, on)))
    if stand(rij) == stand(oud):
        return Verandering(rij, Gevolg.ONGEWIJZIGD, oud)
    nieuw, waarschuwingen = samenvoegen(rij, oud)
    waarschuwingen += _controleer_gewijzigd(rij.rijnummer, oud, nieuw, woonplaatsen)
    verschillen = tuple(
        Verschil(veld, LABEL[veld], getattr(oud, veld), nieuw[veld]) for veld in VELDEN if veld in nieuw
    )
    if oud.geheim_adres:
        waarschuwingen = [verberg(waarschuwing) for waarschuwing in waarschuwingen]
    soort = Gevolg.GEWIJZIGD if verschillen else Gevolg.ONGEWIJZIGD
    return Verandering(rij, soort, oud, verschillen, tuple(waarschuwingen))


def _controleer_gewijzigd(
    rijnummer: int, oud: Bekend, nieuw: Mapping[str, Waarde], woonplaatsen: frozenset[str]
) -> list[Waarschuwing]:
    """Check what changes: the new texts, and the whole address as it becomes."""
    waarschuwingen = controleer_tekst(rijnummer, {v: w for v, w in nieuw.items() if isinstance(w, str)})
    if nieuw.keys().isdisjoint(ADRES):
        return waarschuwingen
    adres = {veld: str(nieuw.get(veld, getattr(oud, veld))) for veld in ADRES}
    if oud.ander_adres:
        waarschuwingen.append(waarschuw(rijnummer, "straat", ANDER_ADRES, "ander_adres"))
    return waarschuwingen + controleer_adres(rijnummer, adres, woonplaatsen)


def verberg(waarschuwing: Waarschuwing) -> Waarschuwing:
    """Say what is wrong with a geheim adres without telling any of it."""
    if waarschuwing.kolom not in ADRESLABELS:
        return waarschuwing
    return replace(waarschuwing, melding=GEHEIM.format(waarschuwing.kolom.lower()), code="geheim_adres")

"""From rows and what is known to what would change. Step two of an import: pure, and nothing is changed yet.

What a list says is not simply put over what is known: samenvoegen.py says when it is. A row that brings nothing new
is 'ongewijzigd' and repeats no warning, so reading one file twice shows and does nothing. Only a later list that names
somebody whose dossier is at rest says so.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from cases.keuzes import ZONDER_RECHT
from cases.status import Status
from config.weergave import datum as datumtekst
from portal_import.controles import ADRES, LABEL, controleer_adres, controleer_nieuw, controleer_tekst, waarschuw
from portal_import.dubbel import Gelijk, waarschuw_dubbel
from portal_import.levering import LeveringRij
from portal_import.meldingen import Waarschuwing
from portal_import.samenvoegen import BESLISSING, VELDEN, Bekend, Waarde, samenvoegen, stand

# The warning that somebody without open dossier stands on a later list.
OPNIEUW = "opnieuw"
IN_RUST = frozenset({Status.GEEN_HULP, Status.AFGESLOTEN})
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
    """What one row does: a new dossier, changes to a known one, or nothing; and what a person must look at.

    `gelijkenden` are the dossiers that may be of the same person. With `is_gekozen` somebody said that it is `bekend`.
    """

    rij: LeveringRij
    soort: Gevolg
    bekend: Bekend | None = None
    verschillen: tuple[Verschil, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    gelijkenden: tuple[Gelijk, ...] = ()
    is_gekozen: bool = False


def vergelijk(
    rijen: Iterable[LeveringRij],
    bekend: Mapping[str, Bekend],
    *,
    woonplaatsen: Collection[str],
    on: date,
    gelijkenden: Mapping[int, tuple[Gelijk, ...]] = MappingProxyType({}),
    gekozen: Mapping[int, Bekend] = MappingProxyType({}),
) -> list[Verandering]:
    """Compare rows with what is known of each BSN. Without woonplaatsen of the gemeente none is called strange.

    `gelijkenden` and `gekozen` are per row: who looks like somebody new, and which of those it is.
    """
    eigen = frozenset(woonplaats.casefold() for woonplaats in woonplaatsen)
    uit = []
    for rij in rijen:
        lijkt_op = gelijkenden.get(rij.rijnummer, ())
        if oud := bekend.get(rij.bsn):
            uit.append(_vergelijk_rij(rij, oud, eigen))
        elif oud := gekozen.get(rij.rijnummer):
            uit.append(_koppel(rij, oud, eigen, lijkt_op))
        else:
            uit.append(_meld_nieuw(rij, eigen, on, lijkt_op))
    return uit


def _meld_nieuw(rij: LeveringRij, woonplaatsen: frozenset[str], on: date, lijkt_op: tuple[Gelijk, ...]) -> Verandering:
    """Look at somebody new. May it be who lives at a geheim adres, then nothing is told of the address either."""
    waarschuwingen = controleer_nieuw(rij, woonplaatsen, on)
    if any(gelijk.geheim_adres for gelijk in lijkt_op):
        waarschuwingen = [verberg(waarschuwing) for waarschuwing in waarschuwingen]
    alle = (*waarschuw_dubbel(rij.rijnummer, lijkt_op), *waarschuwingen)
    return Verandering(rij, Gevolg.NIEUW, waarschuwingen=alle, gelijkenden=lijkt_op)


def _koppel(rij: LeveringRij, oud: Bekend, woonplaatsen: frozenset[str], lijkt_op: tuple[Gelijk, ...]) -> Verandering:
    """Read a row as a change of the dossier that somebody chose: it gets the BSN, and what else the list says."""
    verandering = _vergelijk_rij(rij, oud, woonplaatsen)
    bsn = Verschil("bsn", LABEL["bsn"], "", rij.bsn)
    return replace(
        verandering,
        soort=Gevolg.GEWIJZIGD,
        verschillen=(bsn, *verandering.verschillen),
        gelijkenden=lijkt_op,
        is_gekozen=True,
    )


def _vergelijk_rij(rij: LeveringRij, oud: Bekend, woonplaatsen: frozenset[str]) -> Verandering:
    if stand(rij) == stand(oud):
        return Verandering(rij, Gevolg.ONGEWIJZIGD, oud, waarschuwingen=tuple(_staat_opnieuw(rij, oud, rij.uht_status)))
    nieuw, waarschuwingen = samenvoegen(rij, oud)
    if not any(waarschuwing.code == BESLISSING for waarschuwing in waarschuwingen):
        waarschuwingen += _staat_opnieuw(rij, oud, str(nieuw.get("uht_status", oud.uht_status)))
    waarschuwingen += _controleer_gewijzigd(rij.rijnummer, oud, nieuw, woonplaatsen)
    verschillen = tuple(
        Verschil(veld, LABEL[veld], getattr(oud, veld), nieuw[veld]) for veld in VELDEN if veld in nieuw
    )
    if oud.geheim_adres:
        waarschuwingen = [verberg(waarschuwing) for waarschuwing in waarschuwingen]
    soort = Gevolg.GEWIJZIGD if verschillen else Gevolg.ONGEWIJZIGD
    return Verandering(rij, soort, oud, verschillen, tuple(waarschuwingen))


def _staat_opnieuw(rij: LeveringRij, oud: Bekend, uht_status: str) -> list[Waarschuwing]:
    """Ask whether somebody with recht whose dossier is at rest wants help now, when this list is later than the last.

    UHT names who wants to be approached (VNG handreiking 2025 §2.3). Whether a list repeats who stood on one before is
    not known, so the dossier opens by a person only (decision 1272).
    """
    if oud.dossierstatus not in IN_RUST or oud.overleden or uht_status in ZONDER_RECHT:
        return []
    bekend_tot = oud.datum_levering or oud.datum_aanmelding
    if bekend_tot is not None and rij.datum_levering <= bekend_tot:
        return []
    melding = (
        f"Dossier {oud.nummer} staat op '{Status(oud.dossierstatus).label}'. Deze persoon staat nu op een latere lijst,"
        f" van {datumtekst(rij.datum_levering)}. Vraag na of deze persoon hulp wil."
    )
    return [waarschuw(rij.rijnummer, "datum_levering", melding, "opnieuw")]


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

"""The versions that were kept of a row (simple-history) as a list to read: who, when, what it was and became, why."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any, TypeAlias

from django.db import models

from config.weergave import datum, euro, hoeveelheid, moment, tijd_van_dag

LEEG = "leeg"
SYSTEEM = "de systeembeheerder"
WOORDEN = {"+": "vastgelegd", "~": "gewijzigd", "-": "weggehaald"}
# A number with decimals is an amount of money, but for these fields.
HOEVEELHEDEN = ("aantal",)
Veld: TypeAlias = "models.Field[Any, Any]"


@dataclass(frozen=True, kw_only=True)
class Waarde:
    """One field: what it was and what it became. Of a row that was made or taken away one of the two is empty."""

    veld: str
    oud: str = ""
    nieuw: str = ""

    @property
    def kop(self) -> str:
        """Give the name of the field before its value; one that is a question keeps its own mark."""
        return self.veld if self.veld.endswith("?") else f"{self.veld}:"


@dataclass(frozen=True, kw_only=True)
class Versie:
    """One thing that somebody did with a row."""

    at: datetime
    door: str
    tekst: str
    reden: str
    waarden: tuple[Waarde, ...]


@dataclass(frozen=True, kw_only=True)
class Historie:
    """The versions of rows of one kind: what a version is called, which fields are told, and what was done to it.

    `vertelt` leaves out versions that these eyes may not see, without adding what they changed to the next one.
    """

    rijen: "models.QuerySet[Any]"
    naam: Callable[[Any], str]
    velden: tuple[str, ...] = ()
    woorden: Mapping[str, str] = field(default_factory=lambda: WOORDEN)
    vertelt: Callable[[Any], bool] = lambda rij: True


def list_versies(*soorten: Historie) -> list[Versie]:
    """List what was done, the newest first, in one query per kind. A version that says nothing new is left out."""
    versies = [versie for soort in soorten for versie in _versies(soort)]
    return sorted(versies, key=lambda versie: versie.at, reverse=True)


def _versies(soort: Historie) -> Iterator[Versie]:
    op_volgorde = soort.rijen.select_related("history_user").order_by("id", "history_id")
    for _, groep in groupby(op_volgorde, key=lambda rij: rij.id):
        for vorige, rij in pairwise([None, *groep]):
            if not soort.vertelt(rij):
                continue
            waarden = tuple(_waarden(soort, vorige, rij))
            if waarden or rij.history_type != "~" or _zegt_iets(soort, rij):
                yield Versie(
                    at=rij.history_date,
                    door=rij.history_user.naam if rij.history_user else SYSTEEM,
                    tekst=_hoofdletter(f"{soort.naam(rij)} {soort.woorden[rij.history_type]}"),
                    reden=_reden(rij.history_change_reason or "", waarden),
                    waarden=waarden,
                )


def _zegt_iets(soort: Historie, rij: Any) -> bool:
    """Say whether a version that changed none of the fields has a reason of its own, and not a source it had before."""
    reden = rij.history_change_reason
    return bool(reden) and reden not in {getattr(rij, veld.attname) for veld in _velden(rij, soort.velden)}


def _waarden(soort: Historie, vorige: Any, rij: Any) -> Iterator[Waarde]:
    for veld in _velden(rij, soort.velden):
        nu = getattr(rij, veld.attname)
        was = getattr(vorige, veld.attname) if vorige is not None else None
        if rij.history_type == "-":
            was, nu = nu, None
        elif vorige is None:
            was = None
        if (was or None) != (nu or None):
            yield Waarde(
                veld=_hoofdletter(str(veld.verbose_name)),
                oud="" if rij.history_type == "+" else toon_waarde(veld, was),
                nieuw="" if rij.history_type == "-" else toon_waarde(veld, nu),
            )


def _reden(reden: str, waarden: Iterable[Waarde]) -> str:
    """Give the reason, unless it already stands there as a value: a source is often the reason as well."""
    return "" if reden in {waarde.nieuw for waarde in waarden} else _hoofdletter(reden)


def _velden(rij: Any, namen: Iterable[str]) -> list[Veld]:
    per_naam = {veld.name: veld for veld in type(rij).tracked_fields}
    return [per_naam[naam] for naam in namen]


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def toon_waarde(veld: Veld, waarde: Any) -> str:
    """Write a value as the screen does."""
    if waarde is None or waarde == "":
        return LEEG
    if veld.flatchoices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return moment(waarde)
    if isinstance(waarde, date):
        return datum(waarde)
    if isinstance(waarde, time):
        return tijd_van_dag(waarde)
    if isinstance(waarde, Decimal):
        return hoeveelheid(waarde) if veld.name in HOEVEELHEDEN else euro(waarde)
    return str(waarde)

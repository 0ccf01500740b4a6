"""The list of dossiers: its pages, and what a row shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Count
from django.utils.functional import cached_property

from accounts.models import User
from accounts.permissions import Permission
from cases.klokken import stand_van
from cases.kolommen import STANDAARD, Kolom, kies_kolommen
from cases.lijstvraag import Lijsttekst
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.status import Status
from cases.termijnregels import TE_DOEN
from cases.termijnstatus import OPEN, TermijnStatus
from config.sqltekst import Tekst
from config.weergave import datum_kort

# Nobody pages further than this, so nothing is counted beyond it: ten pages.
HOOGSTENS, PER_BLADZIJDE = 500, 50
LOOPT_OF_RUST = (*OPEN, TermijnStatus.OPGESCHORT)
_VAN_EEN_KLOK = ("pk", "dossier_id", "regel", "aard", "status", "uiterste_datum", "datum_gehaald")


class Gerangschikt:
    """The rows of a list: those that go first, and then all others."""

    def __init__(self, tekst: Lijsttekst, *, met_gemeente: bool) -> None:
        self.tekst, self.met_gemeente = tekst, met_gemeente

    @cached_property
    def begin(self) -> tuple[int, list[int]]:
        """Count the list, as far as it is counted, and give the ids of the first page that go first: one question."""
        (telbaar, tel_waarden), (voor, voor_waarden) = self.tekst.telbaar, self.tekst.voor
        sql = f"SELECT (SELECT count(*) FROM ({telbaar} LIMIT %s) AS rij), ARRAY({voor} LIMIT %s)"  # noqa: S608
        return _vraag(sql, (*tel_waarden, HOOGSTENS + 1, *voor_waarden, PER_BLADZIJDE))[0]

    @cached_property
    def aantal_voor(self) -> int:
        sql, waarden = self.tekst.voor
        return _vraag(f"SELECT count(*) FROM ({sql}) AS rij", waarden)[0][0]  # noqa: S608

    def __getitem__(self, deel: slice) -> list[Dossier]:
        """Give the rows from a place to a place, as a paginator asks for them."""
        eerste = deel.start == 0 and deel.stop <= PER_BLADZIJDE
        nummers = self.begin[1][: deel.stop] if eerste else _nummers(self.tekst.voor, deel.start, deel.stop)
        begin = 0 if deel.start == 0 else max(deel.start - self.aantal_voor, 0)
        nog = deel.stop - deel.start - len(nummers)
        nummers = [*nummers, *(_nummers(self.tekst.rest, begin, begin + nog) if nog else ())]
        return Dossier.objects.rijen_van(nummers, met_gemeente=self.met_gemeente)


def _nummers(tekst: Tekst, begin: int, eind: int) -> list[int]:
    sql, waarden = tekst
    return [pk for (pk,) in _vraag(f"{sql} LIMIT %s OFFSET %s", (*waarden, eind - begin, begin))]


def _vraag(sql: str, waarden: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)
        return cursor.fetchall()


class Lijstpaginator(Paginator):
    """Pages of a list that counts no further than a person pages, so that a large gemeente waits no longer."""

    def __init__(self, rijen: Gerangschikt) -> None:
        super().__init__(rijen, PER_BLADZIJDE)  # type: ignore[arg-type]  # it is sliced, and counted here
        self.geteld = rijen.begin[0]

    @cached_property
    def count(self) -> int:
        return min(self.geteld, HOOGSTENS)

    @property
    def zijn_er_meer(self) -> bool:
        return self.geteld > HOOGSTENS


@dataclass(frozen=True)
class EersteTermijn:
    """The first clock of a dossier in which something must be done, in words; else the first that runs or stands still.

    `ook` says what ends before it without anything that must be done.
    """

    naam: str
    stand: str
    over: str
    dag: str
    pk: int
    ook: str = ""

    @property
    def tekst(self) -> str:
        """Say it in one line, as in a workbook."""
        return "; ".join(filter(None, (f"{self.naam}: {self.dag}, {self.over}", self.ook)))


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One row of the list. What is not asked for as a column is not looked up."""

    dossier: Dossier
    termijn: EersteTermijn | None = None
    toewijzen: bool = False
    gezin: int = 0
    kolommen: Sequence[Kolom] = field(default=(), repr=False)

    @cached_property
    def cellen(self) -> list[tuple[str, str]]:
        """Give of each cell its text, and before it how it is drawn: empty for a text as it is."""
        return [self._cel(kolom) for kolom in self.kolommen]

    def _cel(self, kolom: Kolom) -> tuple[str, str]:
        tekst = kolom.tekst(self)
        if kolom.code == "casusregisseur" and not tekst:
            return ("toewijzen" if self.toewijzen else "niemand"), tekst
        if not tekst:
            return "leeg", tekst
        return (kolom.code if kolom.code in ("termijn", "gezin") else ""), tekst


def list_rijen(
    dossiers: Iterable[Dossier], user: User, on: date, kolommen: Sequence[Kolom] = kies_kolommen(STANDAARD)
) -> list[Rij]:
    """Give the rows of a page; what one column says of all its dossiers is one query."""
    dossiers = list(dossiers)
    codes = {kolom.code for kolom in kolommen}
    termijnen = _termijnen(dossiers, on) if "termijn" in codes else {}
    gezinnen = _gezinnen(dossiers, user) if "gezin" in codes else {}
    toewijzer_in = set(user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
    return [
        Rij(
            dossier=dossier,
            termijn=termijnen.get(dossier.pk),
            toewijzen=dossier.is_open and dossier.casusregisseur_id is None and dossier.gemeente_id in toewijzer_in,
            gezin=gezinnen.get(dossier.gezin_id, 0),
            kolommen=kolommen,
        )
        for dossier in dossiers
    ]


def _termijnen(dossiers: Sequence[Dossier], on: date) -> dict[int, EersteTermijn]:
    """Give per dossier its first termijn, from all that runs or stands still: few, so they are told apart here."""
    gevonden = Termijn.objects.filter(dossier__in=[dossier.pk for dossier in dossiers], status__in=LOOPT_OF_RUST)
    per_dossier: dict[int, list[Any]] = {}
    # rows of just these values, not models: they are only read
    for rij in gevonden.order_by("uiterste_datum", "id").values_list(*_VAN_EEN_KLOK, named=True):
        if _moet(rij) or rij.status == TermijnStatus.OPGESCHORT or rij.uiterste_datum >= on:
            per_dossier.setdefault(rij.dossier_id, []).append(rij)
    return {pk: _eerste(rijen, on) for pk, rijen in per_dossier.items()}


def _gezinnen(dossiers: Sequence[Dossier], user: User) -> dict[int, int]:
    zichtbaar = Dossier.objects.visible_to(user).exclude(status=Status.INGETROKKEN).order_by()
    gedeeld = {dossier.gezin_id for dossier in dossiers if dossier.deelt_gezin}
    in_gezin = zichtbaar.filter(gezin__in=gedeeld)
    return dict(in_gezin.values_list("gezin").annotate(Count("pk")))


def _moet(termijn: Any) -> bool:
    return termijn.status in OPEN and termijn.aard in TE_DOEN


def _eerste(rijen: Sequence[Any], on: date) -> EersteTermijn:
    """Take the first in which something must be done, and say beside it what ends before."""
    eerste = next(filter(_moet, rijen), rijen[0])
    termijn = _in_woorden(eerste, on)
    return termijn if rijen[0] is eerste else replace(termijn, ook=_in_woorden(rijen[0], on).tekst)


def _in_woorden(termijn: Any, on: date) -> EersteTermijn:
    nu = stand_van(termijn, on)
    return EersteTermijn(
        naam=zoek_regel(termijn.regel).kort,
        stand=nu.teken,
        over=nu.woorden,
        dag=f"{_voor_de_dag(termijn, on)}{datum_kort(termijn.uiterste_datum)}",
        pk=termijn.pk,
    )


def _voor_de_dag(termijn: Any, on: date) -> str:
    """Say before a day what it is, where it is not the day on which something must be done."""
    if termijn.status == TermijnStatus.OPGESCHORT:
        return "uiterlijk "
    if termijn.uiterste_datum < on:
        return "was "
    return "" if _moet(termijn) else "tot en met "

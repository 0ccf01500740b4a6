"""The work of people as the database has it: open termijnen and taken together, counted, in the order of their day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, ExpressionWrapper, F, Q, Value

from accounts.models import User
from accounts.permissions import Permission
from cases.beleid_bron import regels_per_gemeente
from cases.models import Taak, Termijn
from cases.register import alle_regels
from cases.termijnregels import Atw
from cases.toegang import zichtbaar
from cases.werklijst import LAAT, LATER, VANDAAG, WEEK, Week

TERMIJN, TAAK = "termijn", "taak"
UIT_DE_WET = (Atw.WET, Atw.MINISTERIELE_REGELING)
# One question for the counts and a page of rows: the row of the counts is there also when no row of work is.
_VRAAG = """
WITH werk AS ({alles}),
telling AS (
    SELECT count(*) AS alles, count(*) FILTER (WHERE wet) AS wet,
        count(*) FILTER (WHERE (wet OR NOT %s) AND dag < %s) AS laat,
        count(*) FILTER (WHERE (wet OR NOT %s) AND dag = %s) AS vandaag,
        count(*) FILTER (WHERE (wet OR NOT %s) AND dag > %s AND dag <= %s) AS week,
        count(*) FILTER (WHERE (wet OR NOT %s) AND dag > %s) AS later
    FROM werk
)
SELECT telling.*, rij.bron, rij.id FROM telling LEFT JOIN (
    SELECT dag, bron, id FROM werk WHERE wet OR NOT %s ORDER BY dag, bron DESC, id LIMIT %s OFFSET %s
) AS rij ON true ORDER BY rij.dag, rij.bron DESC, rij.id
"""


@dataclass(frozen=True)
class Werkvoorraad:
    """The counts of all work, and the rows of one page: termijnen and taken in the order of their day."""

    telling: dict[str, int]
    rijen: list[Termijn | Taak]


def werk_van(
    *, users: Collection[User], voor: User, week: Week, alleen_wet: bool, vanaf: int, hoogstens: int, later: int | None
) -> Werkvoorraad:
    """Give what these people have to do, as far as `voor` may see it: a page from row `vanaf`, and the counts.

    Of what comes after this week only the first `later` rows are given; None gives them all.
    """
    telling, sleutels = _vraag(users, voor, week, alleen_wet, vanaf, hoogstens)
    over = zichtbaar_aantal(telling, later) - vanaf
    return Werkvoorraad(telling, _haal_op(sleutels[: max(over, 0)]))


def zichtbaar_aantal(telling: dict[str, int], later: int | None) -> int:
    """Count the rows that all pages together show."""
    straks = telling[LATER] if later is None else min(telling[LATER], later)
    return telling[LAAT] + telling[VANDAAG] + telling[WEEK] + straks


def termijnen_van(users: Collection[User], voor: User, on: date) -> Any:
    beleid = regels_per_gemeente(voor.rollen_per_gemeente, on)
    return Termijn.objects.visible_to(voor).filter(dossier__casusregisseur__in=users).op_werklijst(on, beleid)


def taken_van(users: Collection[User], voor: User) -> Any:
    """Give the open taken of people: those about a dossier that `voor` sees, and in a gemeente where `voor` works."""
    los = Q(dossier__isnull=True, gemeente__in=voor.gemeenten_met(Permission.VANDAAG))
    return Taak.objects.open().filter(los | Q(dossier__isnull=False) & zichtbaar(voor, "dossier__"), voor__in=users)


def _vraag(
    users: Collection[User], voor: User, week: Week, alleen_wet: bool, vanaf: int, hoogstens: int
) -> tuple[dict[str, int], list[tuple[str, int]]]:
    wet = ExpressionWrapper(
        Q(regel__in=[regel.code for regel in alle_regels() if regel.grond in UIT_DE_WET]), output_field=BooleanField()
    )
    termijnen = _kolommen(termijnen_van(users, voor, week.on), F("uiterste_datum"), TERMIJN, wet)
    taken = _kolommen(taken_van(users, voor), F("datum"), TAAK, Value(False, output_field=BooleanField()))
    alles, waarden = termijnen.union(taken, all=True).query.sql_with_params()
    tot = week.laatste_dag
    grenzen: list[Any] = [alleen_wet, week.on, alleen_wet, week.on, alleen_wet, week.on, tot, alleen_wet, tot]
    with connection.cursor() as cursor:
        cursor.execute(_VRAAG.format(alles=alles), [*waarden, *grenzen, alleen_wet, hoogstens, vanaf])
        rijen = cursor.fetchall()
    telling = dict(zip(("alles", "wet", LAAT, VANDAAG, WEEK, LATER), rijen[0], strict=False))
    return telling, [(soort, pk) for *_, soort, pk in rijen if pk is not None]


def _kolommen(rijen: Any, dag: Any, bron: str, wet: Any) -> Any:
    kolommen = {"dag": dag, "bron": Value(bron, output_field=CharField()), "wet": wet}
    return rijen.order_by().annotate(**kolommen).values_list("dag", "bron", "wet", "id")


def _haal_op(sleutels: list[tuple[str, int]]) -> list[Termijn | Taak]:
    """Fetch the rows of a page, a query for each kind, and put them in the order that was asked."""
    termijnen = Termijn.objects.voor_werklijst().in_bulk([pk for soort, pk in sleutels if soort == TERMIJN])
    taken = Taak.objects.voor_werklijst().in_bulk([pk for soort, pk in sleutels if soort == TAAK])
    gevonden: dict[str, dict[int, Any]] = {TERMIJN: termijnen, TAAK: taken}
    return [gevonden[soort][pk] for soort, pk in sleutels]

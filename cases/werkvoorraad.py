"""The work of people as the database has it: open termijnen and taken together, counted, in the order of their day."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, Count, ExpressionWrapper, F, Q, Value

from accounts.models import User
from accounts.permissions import Permission
from cases.beleid_bron import regels_per_gemeente
from cases.models import Dossier, Taak, Termijn
from cases.register import alle_regels
from cases.registratie import Vandaagkaart, wachtvragen
from cases.taakquerysets import AFSPRAAKUUR, GEEN_UUR
from cases.termijnregels import Atw
from cases.toegang import zichtbaar
from cases.werklijst import LAAT, LATER, VANDAAG, WEEK, Week

TERMIJN, TAAK, AFSPRAAK, TEAM = "termijn", "taak", "afspraak", "team"
VAN_TAKEN = (TAAK, AFSPRAAK)
UIT_DE_WET = (Atw.WET, Atw.MINISTERIELE_REGELING)
TEAM_KORT = 5
# One question for all counts, a page of rows, the afspraken of today and the first of the team: the row of the counts
# is there also when no row of work is.
_VRAAG = """
WITH grens AS (SELECT %s::boolean AS alleen_wet, %s::date AS vandaag, %s::date AS weekeinde),
werk AS (SELECT alles.*, wet OR NOT alleen_wet AS gekozen FROM ({alles}) AS alles CROSS JOIN grens),
telling AS (
    SELECT count(*) AS alles, count(*) FILTER (WHERE wet) AS wet,
        count(*) FILTER (WHERE gekozen AND dag < vandaag) AS laat,
        count(*) FILTER (WHERE gekozen AND dag = vandaag) AS vandaag,
        count(*) FILTER (WHERE gekozen AND dag > vandaag AND dag <= weekeinde) AS week,
        count(*) FILTER (WHERE gekozen AND dag > weekeinde) AS later
    FROM werk CROSS JOIN grens
)
SELECT telling.*, {wacht} AS wacht, (SELECT jsonb_object_agg(status, aantal) FROM ({fasen}) AS fase) AS fasen,
    {te_laat} AS te_laat, rij.bron, rij.id
FROM telling LEFT JOIN (
    (SELECT dag, uur, bron, id FROM werk WHERE gekozen ORDER BY dag, uur, bron DESC, id LIMIT %s OFFSET %s)
    UNION ALL (SELECT dag, uur, %s::text, id FROM werk CROSS JOIN grens WHERE dag = vandaag AND uur IS NOT NULL)
    UNION ALL ({team})
) AS rij ON true ORDER BY rij.dag, rij.uur, rij.bron DESC, rij.id
"""


@dataclass(frozen=True)
class Werkvraag:
    """Whose work is asked for, by whom, and which part of it: a page from row `vanaf`.

    Of what comes after this week only the first `later` rows are given; None gives them all. With `team` what others
    are late with in the gemeenten that `voor` watches over is given too.
    """

    users: Collection[User]
    voor: User
    week: Week
    alleen_wet: bool
    hoogstens: int
    later: int | None
    vanaf: int = 0


@dataclass(frozen=True)
class Werkvoorraad:
    """The counts of all work, and the rows of one page: termijnen and taken in the order of their day.

    `fasen` counts the own open dossiers by status; `te_laat` and `team` are what others in the team are late with, how
    much in all and the first of it. `wacht` is what waits on the cards that other apps have on Vandaag. `afspraken` are
    all of today, on whichever page their rows are.
    """

    telling: dict[str, int]
    rijen: list[Termijn | Taak]
    afspraken: list[Taak]
    fasen: dict[str, int]
    te_laat: int
    team: list[Termijn]
    wacht: list[tuple[Vandaagkaart, list[dict[str, Any]]]]


def werk_van(vraag: Werkvraag) -> Werkvoorraad:
    """Give what these people have to do, as far as `voor` may see it."""
    kaarten = wachtvragen(vraag.voor, vraag.users, vraag.week.on)
    telling, wacht, fasen, te_laat, sleutels = _vraag(vraag, [rijen for _, rijen in kaarten])
    werk = [sleutel for sleutel in sleutels if sleutel[0] in (TERMIJN, TAAK)]
    werk = werk[: max(zichtbaar_aantal(telling, vraag.later) - vraag.vanaf, 0)]
    afspraken, team = ([sleutel for sleutel in sleutels if sleutel[0] == bron] for bron in (AFSPRAAK, TEAM))
    rijen = iter(_haal_op([*werk, *afspraken, *team]))
    eigen, vandaag = ([next(rijen) for _ in deel] for deel in (werk, afspraken))
    gevonden = [(kaart, rij) for (kaart, _), rij in zip(kaarten, wacht, strict=True) if rij]
    return Werkvoorraad(telling, eigen, vandaag, fasen, te_laat, list(rijen), gevonden)


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
    vraag: Werkvraag, wachtend: Sequence[Any]
) -> tuple[dict[str, int], list[Any], dict[str, int], int, list[tuple[str, int]]]:
    """Ask for the counts of the work, what waits on each card, the counts of the fasen, what the team is late with,
    and the keys of the rows.
    """
    voor, on = vraag.voor, vraag.week.on
    wet = ExpressionWrapper(
        Q(regel__in=[regel.code for regel in alle_regels() if regel.grond in UIT_DE_WET]), output_field=BooleanField()
    )
    termijnen = _kolommen(termijnen_van(vraag.users, voor, on), F("uiterste_datum"), TERMIJN, wet)
    niet = Value(False, output_field=BooleanField())
    taken = _kolommen(taken_van(vraag.users, voor), F("datum"), TAAK, niet, AFSPRAAKUUR)
    alles, waarden = termijnen.union(taken, all=True).query.sql_with_params()
    wacht, wachtwaarden = _per_kaart(wachtend)
    eigen = Dossier.objects.visible_to(voor).van(voor).open().order_by().values_list("status")
    fasen, faswaarden = eigen.annotate(aantal=Count("pk")).query.sql_with_params()
    te_laat, laatwaarden, team, teamwaarden = _team(voor, on)
    sql = _VRAAG.format(alles=alles, wacht=wacht, fasen=fasen, te_laat=te_laat, team=team)
    grens: list[Any] = [vraag.alleen_wet, on, vraag.week.laatste_dag]
    pagina: list[Any] = [vraag.hoogstens, vraag.vanaf, AFSPRAAK]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*grens, *waarden, *wachtwaarden, *faswaarden, *laatwaarden, *pagina, *teamwaarden])
        rijen = cursor.fetchall()
    telling = dict(zip(("alles", "wet", LAAT, VANDAAG, WEEK, LATER), rijen[0], strict=False))
    per_kaart, per_status, aantal_laat = rijen[0][6:9]
    sleutels = [(bron, pk) for *_, bron, pk in rijen if pk is not None]
    return telling, json.loads(per_kaart), json.loads(per_status or "{}"), aantal_laat, sleutels


def _per_kaart(vragen: Iterable[Any]) -> tuple[str, list[Any]]:
    """Write a list with the rows of each of these questions; null where there are none."""
    delen = [rijen.query.sql_with_params() for rijen in vragen]
    sql = ", ".join(f"(SELECT jsonb_agg(kaart) FROM ({sql}) AS kaart)" for sql, _ in delen)  # noqa: S608 - Django wrote it
    return f"jsonb_build_array({sql})", [waarde for _, deel in delen for waarde in deel]


def _team(user: User, on: date) -> tuple[str, Sequence[Any], str, Sequence[Any]]:
    """Write how much others are late with where `user` assigns the work, and the keys of the first of it."""
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    if not gemeenten:
        return "0", (), "SELECT NULL::date, NULL::time, NULL::text, NULL::bigint WHERE false", ()
    laat = Termijn.objects.filter(gemeente__in=gemeenten, dossier__isnull=False).te_doen().over_termijn(on)
    alle, eigen = (rijen.aantal().query.sql_with_params() for rijen in (laat, laat.van(user)))  # each walks an index
    van_anderen = laat.visible_to(user).exclude(dossier__casusregisseur=user).order_by("uiterste_datum", "id")
    sleutels = van_anderen.annotate(uur=GEEN_UUR, bron=Value(TEAM, output_field=CharField())).values_list(
        "uiterste_datum", "uur", "bron", "id"
    )
    eerste, waarden = sleutels[:TEAM_KORT].query.sql_with_params()
    return f"coalesce(({alle[0]}), 0) - coalesce(({eigen[0]}), 0)", (*alle[1], *eigen[1]), eerste, waarden


def _kolommen(rijen: Any, dag: Any, bron: str, wet: Any, uur: Any = GEEN_UUR) -> Any:
    kolommen = {"dag": dag, "uur": uur, "bron": Value(bron, output_field=CharField()), "wet": wet}
    return rijen.order_by().annotate(**kolommen).values_list("dag", "uur", "bron", "wet", "id")


def _haal_op(sleutels: list[tuple[str, int]]) -> list[Any]:
    """Fetch rows, a query for each kind, and put them in the order that was asked."""
    termijnen = Termijn.objects.voor_werklijst().in_bulk([pk for bron, pk in sleutels if bron not in VAN_TAKEN])
    taken = Taak.objects.voor_werklijst().in_bulk([pk for bron, pk in sleutels if bron in VAN_TAKEN])
    return [(taken if bron in VAN_TAKEN else termijnen)[pk] for bron, pk in sleutels]

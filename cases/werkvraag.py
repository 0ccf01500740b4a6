"""The one question of Vandaag: the work of people with its counts, and what waits beside it.

Django takes longer to write its text than the database to answer it, so a text is kept: for whose work it is, who looks
with which roles, the day, and what each gemeente warns of (decision 1311).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import BooleanField, CharField, Count, ExpressionWrapper, F, Q, Value

from accounts.kijker import Toegang, kijker_met
from accounts.models import User
from accounts.permissions import Permission
from cases.beleid_bron import regels_per_gemeente
from cases.berichten import berichten_van
from cases.models import Dossier, Taak, Termijn
from cases.register import alle_regels
from cases.registratie import Vandaagkaart, wachtvragen
from cases.taakquerysets import AFSPRAAKUUR, GEEN_UUR
from cases.termijnregels import Aard, Atw
from cases.toegang import zichtbaar
from cases.werklijst import LAAT, LATER, VANDAAG, WEEK
from config.sqltekst import tekst_van

TERMIJN, TAAK, AFSPRAAK, TEAM = "termijn", "taak", "afspraak", "team"
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
TELLINGEN = ("alles", "wet", LAAT, VANDAAG, WEEK, LATER)

# A venster that a gemeente warns of: the code of its rule, the last day that is near enough, and the gemeente.
Venster = tuple[str, date, int]


@dataclass(frozen=True)
class Vraagtekst:
    """The text, its values before and after those of a page, and the cards of which it asks what waits."""

    sql: str
    ervoor: tuple[Any, ...]
    erna: tuple[Any, ...]
    kaarten: tuple[Vandaagkaart, ...]

    def waarden(self, *, alleen_wet: bool, on: date, weekeinde: date, hoogstens: int, vanaf: int) -> list[Any]:
        """Give the values in the order of the text: of a page at most how many rows, and from which one."""
        return [alleen_wet, on, weekeinde, *self.ervoor, hoogstens, vanaf, AFSPRAAK, *self.erna]


@lru_cache(maxsize=256)
def schrijf(toegang: Toegang, wiens: tuple[int, ...], on: date, vensters: tuple[Venster, ...]) -> Vraagtekst:
    """Write the question about the work of `wiens` (keys of users), as far as who looks may see it."""
    voor, users = kijker_met(toegang), [User(pk=pk) for pk in wiens]
    wet = ExpressionWrapper(
        Q(regel__in=[regel.code for regel in alle_regels() if regel.grond in UIT_DE_WET]), output_field=BooleanField()
    )
    termijnen = termijnen_van(users, voor, on, vensters)
    niet = Value(False, output_field=BooleanField())
    alles = _kolommen(termijnen, F("uiterste_datum"), TERMIJN, wet).union(
        _kolommen(taken_van(users, voor), F("datum"), TAAK, niet, AFSPRAAKUUR), all=True
    )
    kaarten = wachtvragen(voor, users, on)
    wacht, wachtwaarden = _als_json([berichten_van(voor), *(rijen for _, rijen in kaarten)])
    eigen = Dossier.objects.visible_to(voor).van(voor).open().order_by().values_list("status")
    fasen, faswaarden = tekst_van(eigen.annotate(aantal=Count("pk")))
    te_laat, laatwaarden, team, teamwaarden = _team(voor, on)
    werk, werkwaarden = tekst_van(alles)
    sql = _VRAAG.format(alles=werk, wacht=wacht, fasen=fasen, te_laat=te_laat, team=team)
    ervoor = (*werkwaarden, *wachtwaarden, *faswaarden, *laatwaarden)
    return Vraagtekst(sql, ervoor, tuple(teamwaarden), tuple(kaart for kaart, _ in kaarten))


def list_vensters(voor: User, on: date) -> tuple[Venster, ...]:
    """Give the vensters that each gemeente of `voor` warns of, from their beleid."""
    return tuple(
        (regel.code, on + timedelta(days=max(dagen)), gemeente)
        for gemeente, regels in regels_per_gemeente(voor.rollen_per_gemeente, on).items()
        for regel in alle_regels()
        if regel.aard == Aard.VENSTER and (dagen := regels.waarschuwt(regel))
    )


def termijnen_van(users: Collection[User], voor: User, on: date, vensters: Iterable[Venster]) -> Any:
    return Termijn.objects.visible_to(voor).filter(dossier__casusregisseur__in=users).op_werklijst(on, vensters)


def taken_van(users: Collection[User], voor: User) -> Any:
    """Give the open taken of people: those about a dossier that `voor` sees, and in a gemeente where `voor` works."""
    los = Q(dossier__isnull=True, gemeente__in=voor.gemeenten_met(Permission.VANDAAG))
    return Taak.objects.open().filter(los | Q(dossier__isnull=False) & zichtbaar(voor, "dossier__"), voor__in=users)


def _als_json(vragen: Iterable[Any]) -> tuple[str, list[Any]]:
    """Write a list with the rows of each of these questions; null where there are none."""
    delen = [tekst_van(rijen) for rijen in vragen]
    sql = ", ".join(f"(SELECT jsonb_agg(rij) FROM ({sql}) AS rij)" for sql, _ in delen)  # noqa: S608 - Django wrote it
    return f"jsonb_build_array({sql})", [waarde for _, deel in delen for waarde in deel]


def _team(user: User, on: date) -> tuple[str, Sequence[Any], str, Sequence[Any]]:
    """Write how much others are late with where `user` assigns the work, and the keys of the first of it."""
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    if not gemeenten:
        return "0", (), "SELECT NULL::date, NULL::time, NULL::text, NULL::bigint WHERE false", ()
    laat = Termijn.objects.filter(gemeente__in=gemeenten, dossier__isnull=False).te_doen().over_termijn(on)
    alle, eigen = (tekst_van(rijen.aantal()) for rijen in (laat, laat.van(user)))  # each walks an index
    van_anderen = laat.visible_to(user).exclude(dossier__casusregisseur=user).order_by("uiterste_datum", "id")
    sleutels = van_anderen.annotate(uur=GEEN_UUR, bron=Value(TEAM, output_field=CharField())).values_list(
        "uiterste_datum", "uur", "bron", "id"
    )
    eerste, waarden = tekst_van(sleutels[:TEAM_KORT])
    return f"coalesce(({alle[0]}), 0) - coalesce(({eigen[0]}), 0)", (*alle[1], *eigen[1]), eerste, waarden


def _kolommen(rijen: Any, dag: Any, bron: str, wet: Any, uur: Any = GEEN_UUR) -> Any:
    kolommen = {"dag": dag, "uur": uur, "bron": Value(bron, output_field=CharField()), "wet": wet}
    return rijen.order_by().annotate(**kolommen).values_list("dag", "uur", "bron", "wet", "id")

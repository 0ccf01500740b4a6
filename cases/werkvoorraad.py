"""The work of people as the database has it: open termijnen and taken together, counted, in the order of their day."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from accounts.kijker import toegang_van
from accounts.models import User
from cases.models import Taak, Termijn
from cases.registratie import Vandaagkaart
from cases.werklijst import LAAT, LATER, VANDAAG, WEEK, Week
from cases.werkvraag import AFSPRAAK, TAAK, TEAM, TELLINGEN, TERMIJN, list_vensters, schrijf

VAN_TAKEN = (TAAK, AFSPRAAK)


@dataclass(frozen=True)
class Werkvraag:
    """Whose work is asked for, by whom, and which part of it: a page from row `vanaf`.

    Of what comes after this week only the first `later` rows are given; None gives them all.
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
    much in all and the first of it. `berichten` and `wacht`, what waits on each card of Vandaag, are rows of values.
    `afspraken` are all of today, on whichever page their rows are.
    """

    telling: dict[str, int]
    rijen: list[Termijn | Taak]
    afspraken: list[Taak]
    fasen: dict[str, int]
    te_laat: int
    team: list[Termijn]
    berichten: Sequence[Mapping[str, Any]]
    wacht: list[tuple[Vandaagkaart, Sequence[Mapping[str, Any]]]]


def werk_van(vraag: Werkvraag) -> Werkvoorraad:
    """Give what these people have to do, as far as `voor` may see it."""
    on, wiens = vraag.week.on, tuple(sorted(user.pk for user in vraag.users))
    tekst = schrijf(toegang_van(vraag.voor), wiens, on, list_vensters(vraag.voor, on))
    waarden = tekst.waarden(
        alleen_wet=vraag.alleen_wet,
        on=on,
        weekeinde=vraag.week.laatste_dag,
        hoogstens=vraag.hoogstens,
        vanaf=vraag.vanaf,
    )
    with connection.cursor() as cursor:
        cursor.execute(tekst.sql, waarden)
        gevonden = cursor.fetchall()
    *tellingen, wacht, fasen, te_laat, _, _ = gevonden[0]
    telling = dict(zip(TELLINGEN, tellingen, strict=True))
    sleutels = [(bron, pk) for *_, bron, pk in gevonden if pk is not None]
    werk = [sleutel for sleutel in sleutels if sleutel[0] in (TERMIJN, TAAK)]
    werk = werk[: max(zichtbaar_aantal(telling, vraag.later) - vraag.vanaf, 0)]
    afspraken, team = ([sleutel for sleutel in sleutels if sleutel[0] == bron] for bron in (AFSPRAAK, TEAM))
    rijen = iter(_haal_op([*werk, *afspraken, *team]))
    eigen, vandaag = ([next(rijen) for _ in deel] for deel in (werk, afspraken))
    berichten, *per_kaart = json.loads(wacht)
    return Werkvoorraad(
        telling=telling,
        rijen=eigen,
        afspraken=vandaag,
        fasen=json.loads(fasen or "{}"),
        te_laat=te_laat,
        team=list(rijen),
        berichten=berichten or [],
        wacht=[(kaart, van_kaart) for kaart, van_kaart in zip(tekst.kaarten, per_kaart, strict=True) if van_kaart],
    )


def zichtbaar_aantal(telling: dict[str, int], later: int | None) -> int:
    """Count the rows that all pages together show."""
    straks = telling[LATER] if later is None else min(telling[LATER], later)
    return telling[LAAT] + telling[VANDAAG] + telling[WEEK] + straks


def _haal_op(sleutels: list[tuple[str, int]]) -> list[Any]:
    """Fetch rows, a query for each kind, and put them in the order that was asked."""
    termijnen = Termijn.objects.voor_werklijst().in_bulk([pk for bron, pk in sleutels if bron not in VAN_TAKEN])
    taken = Taak.objects.voor_werklijst().in_bulk([pk for bron, pk in sleutels if bron in VAN_TAKEN])
    return [(taken if bron in VAN_TAKEN else termijnen)[pk] for bron, pk in sleutels]

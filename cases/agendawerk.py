"""What falls on the days of a calendar, as the database has it: termijnen, planned afspraken and taken."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, F, Q, Value
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.agenda import Agendapunt
from cases.beleid_bron import regels_per_gemeente
from cases.keuzes import TaakSoort
from cases.models import Taak, Termijn
from cases.register import alle_regels
from cases.register import regel as zoek_regel
from cases.registratie import Agendabron, agendabronnen
from cases.taakquerysets import AFSPRAAKUUR, GEEN_UUR
from cases.termijnregels import TE_DOEN, Aard
from cases.termijnstatus import TermijnStatus
from cases.toegang import zichtbaar
from cases.werkvraag import TAAK, TERMIJN, taken_van
from config.weergave import tijd_van_dag

SOORTEN = {Aard.PLICHT: "Uiterste datum", Aard.STREVEN: "Streefdatum", Aard.VENSTER: "Sluit"}
ALLES = 100_000
# One question for the rows of all days, how many each day has, and how much is late before them.
_VRAAG = """
WITH werk AS ({alles}),
op_dag AS (
    SELECT dag, bron, id, count(*) OVER (PARTITION BY dag) AS aantal,
        row_number() OVER (PARTITION BY dag ORDER BY uur, bron DESC, id) AS plaats
    FROM werk WHERE dag BETWEEN %s AND %s
)
SELECT laat.aantal, op_dag.dag, op_dag.bron, op_dag.id, op_dag.aantal
FROM (SELECT count(*) AS aantal FROM werk WHERE dag < %s) AS laat
LEFT JOIN op_dag ON op_dag.plaats <= %s ORDER BY op_dag.dag, op_dag.plaats
"""


@dataclass(frozen=True)
class Bronnen:
    """Whose calendar it is, as questions: the termijnen and taken, and the open rows that other apps put on it."""

    termijnen: Any
    taken: Any
    anders: list[tuple[Agendabron, Any]]


@dataclass(frozen=True)
class Agendawerk:
    """What is late, how much falls on each day, and the rows of the page in the order of their day."""

    te_laat: int
    aantallen: dict[date, int]
    rijen: list[Any]


def agendatermijnen(voor: User, on: date) -> Any:
    """Give the plichten and streven that a user sees, and the vensters of which the beleid of the day warns.

    Those that are open or stand still belong in a calendar: what is opgeschort goes on, on the day that it shows.
    """
    gemeenten: dict[tuple[str, ...], list[int]] = {}
    for gemeente_id, regels in regels_per_gemeente(voor.rollen_per_gemeente, on).items():
        codes = (regel.code for regel in alle_regels() if regel.aard is Aard.VENSTER and regels.waarschuwt(regel))
        gemeenten.setdefault(tuple(codes), []).append(gemeente_id)
    vensters = (Q(regel__in=codes, gemeente__in=rij) for codes, rij in gemeenten.items())
    return Termijn.objects.visible_to(voor).filter(reduce(or_, vensters, Q(aard__in=TE_DOEN)))


def bronnen_van(users: Collection[User], voor: User, on: date) -> Bronnen:
    """Give the work of oneself and of whom one stands in for."""
    termijnen = agendatermijnen(voor, on).filter(dossier__casusregisseur__in=users)
    return Bronnen(termijnen, taken_van(users, voor), van_bronnen(voor, casusregisseur__in=users))


def bronnen_van_collega(collega: User, voor: User, on: date) -> Bronnen:
    """Give the work of somebody else, for a coördinator: without the taken about no dossier, as those are private."""
    termijnen = agendatermijnen(voor, on).filter(dossier__casusregisseur=collega)
    return Bronnen(
        termijnen, _taken_over_dossiers(voor).filter(voor=collega), van_bronnen(voor, casusregisseur=collega)
    )


def bronnen_van_team(voor: User, on: date) -> Bronnen:
    """Give what falls in the gemeenten that a coördinator watches over, also what has no casusregisseur yet."""
    gemeenten = voor.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    termijnen = agendatermijnen(voor, on).filter(gemeente__in=gemeenten)
    taken = _taken_over_dossiers(voor).filter(gemeente__in=gemeenten)
    return Bronnen(termijnen, taken, van_bronnen(voor, gemeente__in=gemeenten))


def bronnen_van_rest(voor: User, on: date) -> Bronnen:
    """Give the termijnen that Vandaag counts for the rest of the team: of others, and of what is nobody's yet."""
    gemeenten = voor.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    termijnen = Termijn.objects.visible_to(voor).filter(aard__in=TE_DOEN, gemeente__in=gemeenten)
    return Bronnen(termijnen.exclude(dossier__casusregisseur=voor), Taak.objects.none(), [])


def _taken_over_dossiers(voor: User) -> Any:
    return Taak.objects.open().filter(zichtbaar(voor, "dossier__"), dossier__isnull=False)


def agenda_van(bronnen: Bronnen, *, on: date, vanaf: date, tot: date, hoogstens: int) -> Agendawerk:
    """Give what there is on the days from `vanaf` to `tot`, at most `hoogstens` of each day."""
    te_laat, gevonden = _vraag(bronnen, on, vanaf, tot, hoogstens)
    return Agendawerk(
        te_laat=te_laat,
        aantallen={dag: aantal for dag, _, _, aantal in gevonden},
        rijen=haal_op([(bron, pk) for _, bron, pk, _ in gevonden]),
    )


def list_te_laat(bronnen: Bronnen, on: date) -> list[tuple[str, int]]:
    """Give the keys of what is late: the rows that the question of the calendar counts, asked for all days before."""
    _, gevonden = _vraag(bronnen, on, date.min, on - timedelta(days=1), ALLES)
    return [(bron, pk) for _, bron, pk, _ in gevonden]


def van_bronnen(voor: User, **dossier: Any) -> list[tuple[Agendabron, Any]]:
    """Give the open rows of what other apps put on the calendar, of the dossiers that are asked."""
    return [
        (bron, bron.rijen(voor).filter(**{f"{bron.dossier}__{veld}": waarde for veld, waarde in dossier.items()}))
        for bron in agendabronnen()
    ]


def _vraag(
    bronnen: Bronnen, on: date, vanaf: date, tot: date, hoogstens: int
) -> tuple[int, list[tuple[date, str, int, int]]]:
    """Count what is late, and give the day and key of each row with how much that day has.

    What other apps have late is shown in its dossier, and not counted here.
    """
    termijnen, taken, anders = bronnen.termijnen, bronnen.taken, bronnen.anders
    te_doen = _kolommen(termijnen.open().filter(uiterste_datum__lte=tot), "uiterste_datum", TERMIJN).union(
        _kolommen(termijnen.opgeschort().filter(uiterste_datum__range=(on, tot)), "uiterste_datum", TERMIJN),
        _kolommen(taken.filter(datum__lte=tot), "datum", TAAK, AFSPRAAKUUR),
        *(_kolommen(rijen.filter(**{f"{bron.dag}__range": (on, tot)}), bron.dag, bron.code) for bron, rijen in anders),
        all=True,
    )
    try:
        alles, waarden = te_doen.query.sql_with_params()
    except EmptyResultSet:  # who sees no dossiers at all, as financieel
        return 0, []
    with connection.cursor() as cursor:
        cursor.execute(_VRAAG.format(alles=alles), [*waarden, vanaf, tot, on, hoogstens])
        rijen = cursor.fetchall()
    return rijen[0][0], [rij for _, *rij in rijen if rij[2] is not None]


def _kolommen(rijen: Any, dag: str, bron: str, uur: Any = GEEN_UUR) -> Any:
    kolommen = {"dag": F(dag), "uur": uur, "bron": Value(bron, output_field=CharField())}
    return rijen.order_by().annotate(**kolommen).values_list("dag", "uur", "bron", "id")


def haal_op(sleutels: Iterable[tuple[str, int]]) -> list[Any]:
    """Fetch rows, a query for each kind, in the order that was asked."""
    volgorde = list(sleutels)
    termijnen = Termijn.objects.voor_werklijst().in_bulk([pk for bron, pk in volgorde if bron == TERMIJN])
    taken = Taak.objects.voor_werklijst().in_bulk([pk for bron, pk in volgorde if bron == TAAK])
    gevonden: dict[str, dict[int, Any]] = {TERMIJN: termijnen, TAAK: taken}
    for agendabron in agendabronnen():
        pks = [pk for bron, pk in volgorde if bron == agendabron.code]
        gevonden[agendabron.code] = agendabron.model.objects.voor_agenda().in_bulk(pks)
    return [gevonden[bron][pk] for bron, pk in volgorde]


def maak_punt(rij: Any, on: date) -> Agendapunt:
    bron = next((bron for bron in agendabronnen() if isinstance(rij, bron.model)), None)
    if bron is not None:
        return bron.punt(rij, on)
    return _taakpunt(rij, on) if isinstance(rij, Taak) else _termijnpunt(rij, on)


def _termijnpunt(termijn: Termijn, on: date) -> Agendapunt:
    dossier = termijn.dossier
    assert dossier is not None  # agendatermijnen are those of dossiers
    soort, staat_stil = SOORTEN[Aard(termijn.aard)], termijn.status == TermijnStatus.OPGESCHORT
    return Agendapunt(
        dag=termijn.uiterste_datum,
        soort=f"Opgeschort, {soort.lower()}" if staat_stil else soort,
        wat=zoek_regel(termijn.regel).doen,
        wie=dossier.persoon.naam,
        url=dossier.get_absolute_url(),
        stand="loopt" if staat_stil else stand_op(termijn.uiterste_datum, on),
        waarom_url=reverse("termijn_waarom", args=[dossier.nummer, termijn.pk]),
        voor=dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen",
    )


def _taakpunt(taak: Taak, on: date) -> Agendapunt:
    return Agendapunt(
        dag=taak.datum,
        soort=taaksoort(taak),
        wat=taak.wat,
        wie=taak.dossier.persoon.naam if taak.dossier else "",
        url=taak.dossier.get_absolute_url() if taak.dossier else reverse("taak", args=[taak.pk]),
        stand=stand_op(taak.datum, on),
        voor=taak.voor.naam,
    )


def taaksoort(taak: Taak) -> str:
    """Say what a taak is: Afspraak om 10.30 uur, Taak, Herinnering aan een afspraak."""
    if taak.soort == TaakSoort.AFSPRAAK and taak.afspraak is not None:
        return f"Afspraak om {tijd_van_dag(taak.afspraak.tijd)}" if taak.afspraak.tijd else "Afspraak"
    return "Taak" if taak.soort == TaakSoort.EIGEN else taak.get_soort_display()


def stand_op(dag: date, on: date) -> str:
    return "laat" if dag < on else "bijna" if dag == on else "loopt"

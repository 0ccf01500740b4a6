"""Who has work in a gemeente, as the database has it: for a coördinator who lets colleagues take over."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.models import Dossier, Taak, Termijn
from cases.nawerk import registreer_nawerk, vraagt_nog_werk
from cases.querysets import DossierQuerySet
from cases.status import OPEN, RUST, Status
from cases.vervanging import afwezig_tekst, met_afwezigheid
from cases.zoekvraag import normaliseer

IS_OPEN = Q(status__in=OPEN)
MET_DOSSIERS = """
SELECT naam, id::text FROM accounts_user
WHERE id = ANY(ARRAY(SELECT user_id FROM accounts_lidmaatschap WHERE gemeente_id = ANY(%s)))
AND EXISTS (SELECT FROM cases_dossier WHERE casusregisseur_id = accounts_user.id)
ORDER BY naam COLLATE "und-x-icu", id::text
"""


@dataclass(frozen=True)
class Openstaand:
    """How much work somebody has in a gemeente; `andere` are the dossiers that rest, or are closed and still ask it.

    `afwezig` says in words that they are away.
    """

    wie: User
    gemeente: Gemeente
    dossiers: int
    andere: int
    taken: int
    afwezig: str = ""


@registreer_nawerk
def met_klok(gemeenten: Collection[int]) -> QuerySet[Any, Any]:
    """Give where a clock waits for somebody, as that of a bezwaar against the end."""
    return Termijn.objects.filter(gemeente__in=gemeenten).te_doen().values("dossier")


@registreer_nawerk
def met_taak(gemeenten: Collection[int]) -> QuerySet[Any, Any]:
    """Give where the casusregisseur has a taak; one of a colleague stays with that colleague."""
    return Taak.objects.open().filter(gemeente__in=gemeenten, voor=F("dossier__casusregisseur")).values("dossier")


def met_werk(dossiers: DossierQuerySet, gemeenten: Collection[int]) -> DossierQuerySet:
    """Keep what asks work of its casusregisseur now, or may from one day to the next: what is open or rests.

    A closed dossier asks it only while something in it has to be done.
    """
    dicht = Q(status=Status.AFGESLOTEN) & vraagt_nog_werk(gemeenten)
    return dossiers.filter(Q(status__in=OPEN | RUST) | dicht)


def tel_dossiers(gemeente: Gemeente, wie: User) -> tuple[int, int]:
    """Count what of somebody's asks work in a gemeente: the open dossiers, and the others."""
    werk = met_werk(Dossier.objects.filter(gemeente=gemeente).van(wie), [gemeente.pk])
    geteld = werk.aggregate(dossiers=Count("pk", filter=IS_OPEN), andere=Count("pk", filter=~IS_OPEN))
    return geteld["dossiers"], geteld["andere"]


def list_openstaand_werk(user: User, on: date) -> list[Openstaand]:
    """List who has work where this user assigns; who can no longer log in stands first.

    Of the taken only how many there are: also of those about no dossier, that nobody but their owner reads.
    """
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    hier = Dossier.objects.visible_to(user).filter(gemeente__in=gemeenten, casusregisseur__isnull=False)
    werk = met_werk(hier, gemeenten).order_by().values_list("gemeente", "casusregisseur")
    taken = Taak.objects.filter(gemeente__in=gemeenten).open()
    per_dossiers = _tel(werk.annotate(dossiers=Count("pk", filter=IS_OPEN), andere=Count("pk", filter=~IS_OPEN)))
    per_taken = _tel(taken.order_by().values_list("gemeente", "voor").annotate(Count("pk")))
    wie_waar = per_dossiers.keys() | per_taken.keys()
    mensen = met_afwezigheid(User.objects.all(), on).in_bulk({wie for _, wie in wie_waar})
    namen = Gemeente.objects.in_bulk(gemeenten)
    rijen = []
    for waar, wie in wie_waar:
        dossiers, andere = per_dossiers.get((waar, wie), (0, 0))
        (aantal,) = per_taken.get((waar, wie), (0,))
        weg = afwezig_tekst(mensen[wie], on)
        rijen.append(Openstaand(mensen[wie], namen[waar], dossiers, andere, aantal, weg))
    return sorted(rijen, key=lambda rij: (rij.wie.is_active, normaliseer(rij.wie.naam), rij.wie.pk, rij.gemeente.naam))


def list_casusregisseurs(user: User) -> list[tuple[str, str]]:
    """Give the colleagues who have dossiers as choices, by name: from the lidmaatschappen, which are few.

    In SQL, as every list of dossiers asks it: of hundreds of names the models take as long as the question itself.
    """
    with connection.cursor() as cursor:
        cursor.execute(MET_DOSSIERS, [user.gemeenten_met(Permission.DOSSIER_ZIEN)])
        return [(pk, naam) for naam, pk in cursor]


def _tel(rijen: Iterable[tuple[int, ...]]) -> dict[tuple[int, int], tuple[int, ...]]:
    return {(waar, wie): tuple(aantallen) for waar, wie, *aantallen in rijen}

"""Which letters wait to be printed: besluiten that leave, their bijsluiters and the other letters that were made."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet

from accounts.models import Gemeente, User
from cases.models import Document
from planvanaanpak.drukbrief import Printbrief
from planvanaanpak.drukbron import van_besluiten, van_bijsluiters, van_documenten
from planvanaanpak.models import Besluit, Bijsluiter, Drukregel
from planvanaanpak.verzendkeuzes import Verzendwijze

# Why stands in the dossier: the list lies next to the printer.
WEGGELATEN = "vastgelegd dat deze brief niet wordt afgedrukt"


def te_drukken(gemeente: Gemeente, user: User, *, dag: date) -> list[Printbrief]:
    """Give what waits in a gemeente to be printed through a day, of the dossiers that this user sees.

    A besluit waits from the day it bears until it was sent, another letter from the day it was made; nothing goes to
    whoever died, nor by post what was sent electronically. What goes to another belanghebbende still does (decision
    1093). What goes to one dossier lies together.
    """
    zichtbaar = Besluit.objects.visible_to(user).gaat_uit().filter(dossier__gemeente=gemeente)
    besluiten = zichtbaar.niet_verzonden().filter(datum__lte=dag, drukregel__isnull=True)
    bijsluiters = Bijsluiter.objects.filter(
        Q(verzending__isnull=False) & ~Q(verzending__wijze=Verzendwijze.ELEKTRONISCH),
        besluit__in=zichtbaar,
        drukregel__isnull=True,
    )
    gaat_uit = Q(dossier__persoon__datum_overlijden__isnull=True) | Q(uitgaand__envelop__ander=True)
    brieven = Document.objects.visible_to(user).geldig().filter(gaat_uit, dossier__gemeente=gemeente)
    brieven = brieven.filter(uitgaand__isnull=False, datum__lte=dag, drukregel__isnull=True)
    rijen = [*van_besluiten(besluiten, dag), *van_bijsluiters(bijsluiters), *van_documenten(brieven)]
    return sorted((rij for rij in rijen if rij.dag <= dag and not rij.vervallen), key=lambda rij: rij.volgorde)


def verdeel(brieven: Iterable[Printbrief], dag: date) -> tuple[list[Printbrief], list[Printbrief]]:
    """Give the letters of a day, and what was left over from earlier days; a besluit waits until it was sent."""
    van_de_dag: list[Printbrief] = []
    eerder: list[Printbrief] = []
    for brief in brieven:
        (eerder if brief.dag < dag and not isinstance(brief.brief, Besluit) else van_de_dag).append(brief)
    return van_de_dag, eerder


def van_regels(regels: QuerySet[Drukregel], on: date) -> list[Printbrief]:
    """Give the letters of a drukronde in its order, as they are now: some may have lapsed since."""
    besluiten = van_besluiten(Besluit.objects.filter(drukregel__in=regels), on)
    bijsluiters = van_bijsluiters(Bijsluiter.objects.filter(drukregel__in=regels))
    brieven = van_documenten(Document.objects.filter(drukregel__in=regels))
    gevonden = {(type(rij.brief), rij.brief.pk): rij for rij in (*besluiten, *bijsluiters, *brieven)}
    return [_in_ronde(gevonden[_sleutel(regel)], regel) for regel in regels]


def _in_ronde(brief: Printbrief, regel: Drukregel) -> Printbrief:
    waarom = WEGGELATEN if regel.is_ingetrokken else brief.vervallen
    return replace(brief, regel=regel.pk, vervallen=waarom)


def _sleutel(regel: Drukregel) -> tuple[type[Besluit | Bijsluiter | Document], int]:
    if regel.besluit_id is not None:
        return Besluit, regel.besluit_id
    if regel.bijsluiter_id is not None:
        return Bijsluiter, regel.bijsluiter_id
    assert regel.document_id is not None  # a constraint of the database
    return Document, regel.document_id

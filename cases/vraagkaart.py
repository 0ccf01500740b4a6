"""What a status of UHT asks of a person: the card on Vandaag, also about a closed dossier, and where it is decided."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from accounts.models import User
from accounts.permissions import Permission
from cases.kaartrij import ander_in, dossiervelden, inwoner_in, status_in
from cases.keuzes import UhtStatus
from cases.models import Controlepunt, Dossier
from cases.registratie import registreer_vandaagkaart
from cases.status import OPEN, TOE_TE_WIJZEN, VOOR_EERSTE_GESPREK, Status

# The oldest are in view, others folded away; how many there are beyond is not counted, so that a card costs the same.
IN_BEELD, HOOGSTENS = 5, 10
DICHT = sorted(str(status) for status in TOE_TE_WIJZEN - OPEN)

_paginas: list[tuple[UhtStatus, str, str, frozenset[Status]]] = []


def registreer_vraagpagina(uht_status: UhtStatus, knop: str, urlnaam: str, toegestaan: frozenset[Status]) -> None:
    """Name a page where what this UHT-status asks is decided, for a dossier in one of these states."""
    _paginas.append((uht_status, knop, urlnaam, toegestaan))


def vraagpaginas(dossier: Dossier) -> list[tuple[str, str]]:
    """Give the pages where what the UHT-status of a dossier asks is decided: the words of the link and its address."""
    return [
        (knop, reverse(urlnaam, args=[dossier.nummer]))
        for uht_status, knop, urlnaam, toegestaan in _paginas
        if dossier.uht_status == uht_status and dossier.status in toegestaan
    ]


@dataclass(frozen=True)
class Rij:
    """One question. `gesloten` is where a closed dossier stands; `van` names the casusregisseur if that is another."""

    pk: int
    nummer: str
    inwoner: str
    vraag: str
    sinds: date
    gesloten: str
    van: str


@registreer_vandaagkaart
class Statusvragen:
    """To the casusregisseur what UHT said that calls for a decision, to the coördinator where nobody works any more."""

    volgorde = 10
    template = "cases/_statusvragen.html"

    def wacht(self, user: User, users: Collection[User], on: date) -> QuerySet[Any, Any] | None:
        """Give the oldest questions, and one more to tell that there are others.

        Whose dossiers they are is gathered beforehand: to look it up per question takes twice as long.
        """
        gemeenten = user.gemeenten_met(Permission.DOSSIER_BEWERKEN)
        if not gemeenten:
            return None
        van_team = Dossier.objects.filter(gemeente__in=user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
        groepen = (Dossier.objects.van(*users), van_team.filter(status__in=DICHT), van_team.niet_toegewezen())
        van_wie = reduce(or_, (Q(dossier__in=groep.values("pk")) for groep in groepen))
        vragen = Controlepunt.objects.visible_to(user).statusvragen().filter(van_wie, gemeente__in=gemeenten)
        rijen = vragen.order_by("created_at", "pk").values("pk", "tekst", "created_at", **dossiervelden())
        return rijen[: HOOGSTENS + 1]

    def context(self, user: User, on: date, rijen: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        getoond = [_rij(rij, user) for rij in rijen[:HOOGSTENS]]
        return {"rijen": getoond[:IN_BEELD], "meer": getoond[IN_BEELD:], "zijn_er_meer": len(rijen) > HOOGSTENS}


def _rij(rij: Mapping[str, Any], user: User) -> Rij:
    status = status_in(rij)
    return Rij(
        pk=rij["pk"],
        nummer=rij["dossier_nummer"],
        inwoner=inwoner_in(rij),
        vraag=rij["tekst"],
        sinds=localdate(datetime.fromisoformat(rij["created_at"])),
        gesloten="" if status in OPEN else status.label,
        van=ander_in(rij, user),
    )


registreer_vraagpagina(UhtStatus.ZELF_AFGEMELD, "Inwoner wil nu geen hulp", "hulp_afwijzen", VOOR_EERSTE_GESPREK)

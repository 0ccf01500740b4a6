"""How the nights of gemeenten went, read from the ledger: for the pages, and for who watches from outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.registratie import Melding, registreer_beheermelding
from cases.models import Bewaking, Dossier
from cases.nacht import Laatste, laatste_nacht, stand_van

WOORDEN = {"goed": "in orde", "let-op": "let op", "fout": "niet in orde"}


@dataclass(frozen=True)
class Nachtstand:
    """A gemeente, and in words how its nights go; `soort` is that of a label: goed, let-op or fout."""

    gemeente: Gemeente
    soort: str
    tekst: str

    @property
    def woord(self) -> str:
        return WOORDEN[self.soort]

    @property
    def is_onrustig(self) -> bool:
        return self.soort == "fout"


def list_nachtstanden(gemeenten: QuerySet[Gemeente], verwacht: date) -> Iterator[Nachtstand]:
    """Judge each of these gemeenten, on a moment that the night of `verwacht` should be done.

    One question; a second one when there is a gemeente whose first night is still to come.
    """
    rij = JSONObject(on="on", gelukt="klaar_op", fout="fout", digests="digests")
    laatste = Bewaking.objects.filter(gemeente=OuterRef("pk")).order_by("-on").values(rij=rij)[:1]
    met_laatste = list(gemeenten.only("code", "naam").annotate(laatste=Subquery(laatste)).order_by("naam"))
    zonder = [gemeente.pk for gemeente in met_laatste if gemeente.laatste is None]
    oud = _met_oud_dossier(zonder, verwacht) if zonder else set()
    for gemeente in met_laatste:
        nacht = _lees(gemeente.laatste) if gemeente.laatste else Laatste(on=None, is_nieuw=gemeente.pk not in oud)
        yield Nachtstand(gemeente, *stand_van(nacht, verwacht))


def _lees(rij: dict[str, Any]) -> Laatste:
    return Laatste(
        on=date.fromisoformat(rij["on"]),
        gelukt=rij["gelukt"] is not None,
        afgerond=bool(rij["fout"]) or rij["digests"] is not None,
    )


def _met_oud_dossier(gemeenten: list[int], verwacht: date) -> set[int]:
    """Give those that had something to do in the night of `verwacht`: a dossier from before it."""
    oud = Dossier.objects.filter(gemeente=OuterRef("pk"), created_at__date__lt=verwacht)
    return set(Gemeente.objects.filter(Exists(oud), pk__in=gemeenten).values_list("pk", flat=True))


def list_onrust(user: User, nu: datetime) -> list[Nachtstand]:
    """Give the gemeenten of which the last night failed or is missing, for who watches over it; else nothing."""
    if not user.mag(Permission.BEWAKING_ZIEN):
        return []
    gemeenten = Gemeente.objects.visible_to(user, Permission.BEWAKING_ZIEN)
    verwacht = laatste_nacht(timezone.localtime(nu))
    return [stand for stand in list_nachtstanden(gemeenten, verwacht) if stand.is_onrustig]


@registreer_beheermelding
class MislukteNacht:
    """Tells a beheerder on the page where they begin that a night failed or is missing."""

    def meldingen(self, kijker: User, nu: datetime) -> Iterator[Melding]:
        for stand in list_onrust(kijker, nu):
            yield Melding(f"{stand.gemeente.naam}: {stand.tekst}", reverse("bewaking"), "Naar de bewaking")

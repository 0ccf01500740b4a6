"""The list of dossiers: filter, search and sort, with the first open clock of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.beleid_bron import kalender_nu
from cases.forms.lijst import DEZE_WEEK, NAAM, NIEMAND, OPEN, TE_LAAT, UITERSTE_DATUM, Dossierfilter, gekozen
from cases.klokken import stand_van
from cases.models import Dossier, Termijn
from cases.querysets import DossierQuerySet
from cases.register import regel as zoek_regel
from cases.views.formulier import gebruiker
from cases.werklijst import Week
from config.weergave import datum_kort

PER_BLADZIJDE, HOOGSTENS = 50, 2000


class Lijstpaginator(Paginator):
    """Pages of a list that counts no further than a person pages, so that a large gemeente waits no longer."""

    def __init__(self, rijen: QuerySet[Any], per_page: int, *, telbaar: QuerySet[Any]) -> None:
        super().__init__(rijen, per_page)
        self.telbaar = telbaar

    @cached_property
    def geteld(self) -> int:
        return self.telbaar.order_by()[: HOOGSTENS + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.geteld, HOOGSTENS)

    @property
    def zijn_er_meer(self) -> bool:
        return self.geteld > HOOGSTENS


@vereist(Permission.DOSSIER_ZIEN)
def dossiers(request: HttpRequest) -> HttpResponse:
    user = gebruiker(request)
    on = timezone.localdate()
    formulier = Dossierfilter(request.GET, user=user)
    keuze = gekozen(formulier)
    gevonden = filter_dossiers(Dossier.objects.visible_to(user), keuze, on)
    if keuze["volgorde"] == UITERSTE_DATUM:
        gevonden = gevonden.filter(pk__in=Termijn.objects.te_doen().values("dossier"))
    op_volgorde = sorteer(gevonden, keuze["volgorde"]).voor_lijst()
    bladzijde = Lijstpaginator(op_volgorde, PER_BLADZIJDE, telbaar=gevonden).get_page(request.GET.get("page"))
    context = {
        "form": formulier,
        "page_obj": bladzijde,
        "rijen": list_rijen(bladzijde.object_list, user, on),
        "is_gefilterd": any(waarde for naam, waarde in keuze.items() if naam != "volgorde"),
        "mag_aanmelden": user.mag(Permission.DOSSIER_AANMELDEN),
        "toon_gemeente": len(user.gemeenten_met(Permission.DOSSIER_ZIEN)) > 1,
    }
    return render(request, "cases/dossier_list.html", context)


def filter_dossiers(dossiers: DossierQuerySet, keuze: dict[str, Any], on: date) -> DossierQuerySet:
    """Narrow the list to what was chosen."""
    if keuze["status"]:
        dossiers = dossiers.open() if keuze["status"] == OPEN else dossiers.filter(status=keuze["status"])
    else:
        dossiers = dossiers.zonder_ingetrokken()
    if keuze["doelgroep"]:
        dossiers = dossiers.filter(doelgroep=keuze["doelgroep"])
    if keuze["casusregisseur"] == NIEMAND:
        dossiers = dossiers.niet_toegewezen()
    elif keuze["casusregisseur"]:
        dossiers = dossiers.filter(casusregisseur=keuze["casusregisseur"])
    if keuze["termijn"]:
        dossiers = dossiers.filter(pk__in=_met_termijn(keuze["termijn"], on).values("dossier"))
    return dossiers


def _met_termijn(keuze: str, on: date) -> QuerySet[Any]:
    te_doen = Termijn.objects.te_doen()
    if keuze == TE_LAAT:
        return te_doen.over_termijn(on)
    assert keuze == DEZE_WEEK
    return te_doen.tot_en_met(Week(on, kalender_nu()).laatste_dag)


def sorteer(dossiers: DossierQuerySet, volgorde: str) -> DossierQuerySet:
    """Put the list in order; with equal values the newest dossier stands first, so that pages do not shift."""
    if volgorde == NAAM:
        return dossiers.order_by("persoon__achternaam", "persoon__voorletters", "-id")
    if volgorde == UITERSTE_DATUM:
        return dossiers.op_uiterste_datum()
    return dossiers.order_by("-datum_aanmelding", "-id")


@dataclass(frozen=True)
class EersteTermijn:
    """The clock of a dossier that ends first, in words."""

    naam: str
    stand: str
    over: str
    dag: str


@dataclass(frozen=True)
class Rij:
    """One row of the list."""

    dossier: Dossier
    termijn: EersteTermijn | None
    toewijzen: bool


def list_rijen(dossiers: Iterable[Dossier], user: User, on: date) -> list[Rij]:
    """Give the rows of a page; the first open clock of all its dossiers is one query."""
    dossiers = list(dossiers)
    te_doen = Termijn.objects.te_doen().filter(dossier__in=[dossier.pk for dossier in dossiers])
    eerste = te_doen.order_by("dossier_id", "uiterste_datum", "id").distinct("dossier_id")
    termijnen = {termijn.dossier_id: _eerste(termijn, on) for termijn in eerste}
    toewijzer_in = set(user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
    return [
        Rij(
            dossier,
            termijnen.get(dossier.pk),
            dossier.is_open and dossier.casusregisseur_id is None and dossier.gemeente_id in toewijzer_in,
        )
        for dossier in dossiers
    ]


def _eerste(termijn: Termijn, on: date) -> EersteTermijn:
    dag, nu = datum_kort(termijn.uiterste_datum), stand_van(termijn, on)
    return EersteTermijn(
        naam=zoek_regel(termijn.regel).kort,
        stand=nu.teken,
        over=nu.woorden,
        dag=f"was {dag}" if termijn.uiterste_datum < on else dag,
    )

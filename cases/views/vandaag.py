"""Vandaag: what a consulent must do, the most urgent on top; for a coördinator also what waits in the team."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.acuut import list_acuut
from cases.beleid_bron import kalender_nu
from cases.forms.lijst import WET, Vandaagfilter, gekozen
from cases.klokken import lengte_van, som_van
from cases.models import Dossier, Signaal, Termijn
from cases.querysets import TermijnQuerySet
from cases.register import alle_regels
from cases.register import regel as zoek_regel
from cases.registratie import werkactie
from cases.status import OPEN, Status
from cases.termijnregels import Aard, Atw
from cases.tijdlijn_svg import mini_klok
from cases.vervanging import wiens_werk
from cases.views.formulier import gebruiker
from cases.werklijst import LAAT, LATER, VANDAAG, WEEK, Week, Werkregel, list_groepen, samenvatting
from config.weergave import dagen_tot, datum_kort

PER_BLADZIJDE, LATER_KORT, TEAM_KORT, BERICHTEN = 50, 5, 10, 5
UIT_DE_WET = (Atw.WET, Atw.MINISTERIELE_REGELING)


@vereist(Permission.VANDAAG)
def vandaag(request: HttpRequest) -> HttpResponse:
    user = gebruiker(request)
    on = timezone.localdate()
    keuze = gekozen(Vandaagfilter(request.GET))
    week = Week(on, kalender_nu())
    werk = wiens_werk(user, on)
    termijnen = Termijn.objects.visible_to(user).van(*werk.users).op_werklijst(on)
    telling = _tel(termijnen, week, keuze["wat"])
    fasen = _fasen(user)
    bladzijde = _bladzijde(termijnen, telling, keuze, request.GET.get("page"))
    context = {
        "on": on,
        "keuze": keuze,
        "telling": telling,
        "samenvatting": samenvatting(telling, week),
        "werk": werk,
        "acuut": list_acuut(werk),
        "groepen": list_groepen(werk.merk(maak_werkregel(t, on) for t in bladzijde), telling, week),
        "page_obj": bladzijde,
        "verborgen": 0 if keuze["later"] else max(telling[LATER] - LATER_KORT, 0),
        "fasen": fasen,
        "aantal_dossiers": sum(fase.aantal for fase in fasen),
        "berichten": Signaal.objects.visible_to(user).select_related("dossier__persoon")[:BERICHTEN],
        "team": _team(user, on),
    }
    return render(request, "cases/vandaag.html", context)


def _wet() -> Q:
    return Q(regel__in=[regel.code for regel in alle_regels() if regel.grond in UIT_DE_WET])


def _tel(termijnen: TermijnQuerySet, week: Week, wat: str) -> dict[str, int]:
    """Count the groups of the choice that was made, and both choices, in one query."""
    binnen = _wet() if wat == WET else Q()
    telling: dict[str, int] = termijnen.aggregate(
        alles=Count("pk"),
        wet=Count("pk", filter=_wet()),
        **{
            LAAT: Count("pk", filter=binnen & Q(uiterste_datum__lt=week.on)),
            VANDAAG: Count("pk", filter=binnen & Q(uiterste_datum=week.on)),
            WEEK: Count("pk", filter=binnen & Q(uiterste_datum__gt=week.on, uiterste_datum__lte=week.laatste_dag)),
            LATER: Count("pk", filter=binnen & Q(uiterste_datum__gt=week.laatste_dag)),
        },
    )
    return telling


def _bladzijde(termijnen: TermijnQuerySet, telling: Mapping[str, int], keuze: Mapping[str, Any], page: Any) -> Any:
    """Give one page of the rows; of what comes later only the first few, unless all of it is asked for."""
    later = telling[LATER] if keuze["later"] else min(telling[LATER], LATER_KORT)
    aantal = telling[LAAT] + telling[VANDAAG] + telling[WEEK] + later
    rijen = termijnen.filter(_wet()) if keuze["wat"] == WET else termijnen
    paginator = Paginator(rijen.voor_werklijst()[:aantal], PER_BLADZIJDE)
    paginator.count = aantal  # counted already, together with the groups
    return paginator.get_page(page)


def maak_werkregel(termijn: Termijn, on: date) -> Werkregel:
    """Say what a row shows. Amber means today only: the heading of the group carries the rest."""
    regel, actie, dossier = zoek_regel(termijn.regel), werkactie(termijn.regel), termijn.dossier
    assert dossier is not None  # a work-list holds clocks of dossiers only
    dagen = (termijn.uiterste_datum - on).days
    stand = "laat" if dagen < 0 else "loopt" if dagen else "bijna"
    venster = " (daarna kan het niet meer)" if termijn.aard == Aard.VENSTER else ""
    return Werkregel(
        uiterste_datum=termijn.uiterste_datum,
        stand=stand,
        over=dagen_tot(termijn.uiterste_datum, on),
        dag=f"{'was ' if dagen < 0 else ''}{datum_kort(termijn.uiterste_datum)}",
        wie=dossier.persoon.naam,
        url=dossier.get_absolute_url(),
        doelgroep=dossier.get_doelgroep_display(),
        stap=f"{regel.doen}{venster}",
        mini=mini_klok((termijn.uiterste_datum - termijn.start).days, (on - termijn.start).days, stand),
        duur=f"{lengte_van(termijn)}{', streven' if termijn.aard == Aard.STREVEN else ''}",
        knop=actie.knop,
        knop_url=reverse(actie.urlnaam, args=[dossier.nummer]),
        som=som_van(termijn),
        door=dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen",
    )


@dataclass(frozen=True)
class Fasetelling:
    """How many open dossiers of a user are in a fase, as a bar that leads to them."""

    naam: str
    aantal: int
    breedte: int
    url: str


def _fasen(user: User) -> tuple[Fasetelling, ...]:
    telling = dict(
        Dossier.objects.visible_to(user).van(user).open().order_by().values_list("status").annotate(aantal=Count("pk"))
    )
    meest = max(telling.values(), default=0)
    lijst = reverse("dossiers")
    return tuple(
        Fasetelling(
            status.label,
            telling[status],
            round(100 * telling[status] / meest),
            f"{lijst}?casusregisseur={user.pk}&status={status.value}",
        )
        for status in Status
        if status in OPEN and telling.get(status)
    )


@dataclass(frozen=True)
class Team:
    """What a coördinator watches over: dossiers without casusregisseur, and what others are late with."""

    niet_toegewezen: int
    te_laat: int
    regels: tuple[Werkregel, ...]


def _team(user: User, on: date) -> Team | None:
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    if not gemeenten:
        return None
    termijnen = Termijn.objects.filter(gemeente__in=gemeenten).visible_to(user).te_doen().over_termijn(on)
    van_anderen = termijnen.exclude(dossier__casusregisseur=user).annotate(totaal=Window(Count("pk")))
    rijen = list(van_anderen.voor_werklijst()[:TEAM_KORT])
    return Team(
        niet_toegewezen=Dossier.objects.filter(gemeente__in=gemeenten).niet_toegewezen().count(),
        te_laat=rijen[0].totaal if rijen else 0,
        regels=tuple(maak_werkregel(termijn, on) for termijn in rijen),
    )

"""Vandaag: what a consulent must do, the most urgent on top; for a coördinator also what waits in the team."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from cases.acuut import list_acuut
from cases.beleid_bron import kalender_nu
from cases.forms.lijst import WET, Vandaagfilter, gekozen
from cases.klokken import lengte_van, som_van, waarom_url
from cases.models import Dossier, Signaal, Taak, Termijn, Verificatiecode
from cases.register import regel as zoek_regel
from cases.registratie import werkactie
from cases.status import OPEN, Status
from cases.taakregel import maak_taakregel
from cases.termijnregels import Aard
from cases.tijdlijn_svg import mini_klok
from cases.verificatiecodes import komende, oude_werkt_tot
from cases.vervanging import wiens_werk
from cases.views.formulier import gebruiker
from cases.werklijst import LATER, Week, Werkregel, list_groepen, samenvatting
from cases.werkvoorraad import werk_van, zichtbaar_aantal
from config.weergave import dagen_tot, datum_kort

PER_BLADZIJDE, LATER_KORT, TEAM_KORT, BERICHTEN = 50, 5, 10, 5
# Nobody pages further; a larger number in the address is the last page.
MEESTE_BLADZIJDEN = 100_000


@dataclass(frozen=True)
class Codeherinnering:
    """A verificatiecode that somebody has to fetch from the portal."""

    gemeente: str
    vanaf: date
    oude_tot: date


@vereist(Permission.VANDAAG)
def vandaag(request: HttpRequest) -> HttpResponse:
    user = gebruiker(request)
    on = timezone.localdate()
    keuze = gekozen(Vandaagfilter(request.GET))
    week = Week(on, kalender_nu())
    werk = wiens_werk(user, on)
    telling, bladzijde = werkregels(users=werk.users, voor=user, week=week, keuze=keuze, page=request.GET.get("page"))
    fasen, wacht = _fasen(user), wat_wacht(user, on)
    context = {
        "on": on,
        "keuze": keuze,
        "telling": telling,
        "samenvatting": samenvatting(telling, week),
        "codes": wacht.codes,
        "werk": werk,
        "acuut": list_acuut(werk),
        "groepen": list_groepen(werk.merk(bladzijde), telling, week),
        "page_obj": bladzijde,
        "verborgen": 0 if keuze["later"] else max(telling[LATER] - LATER_KORT, 0),
        "fasen": fasen,
        "aantal_dossiers": sum(fase.aantal for fase in fasen),
        "berichten": Signaal.objects.nieuwste_van(user, BERICHTEN),
        "team": _team(user, on, wacht.niet_toegewezen),
        "mag_aanmelden": user.mag(Permission.DOSSIER_AANMELDEN),
    }
    return render(request, "cases/vandaag.html", context)


@dataclass(frozen=True)
class Gemeentewacht:
    """What waits in the gemeenten that a coördinator watches over, as a whole."""

    niet_toegewezen: int
    codes: tuple[Codeherinnering, ...]


def wat_wacht(user: User, on: date) -> Gemeentewacht:
    """Count the dossiers without casusregisseur, and name the gemeenten where nobody fetched the verificatiecode."""
    coordineert = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    if not coordineert:
        return Gemeentewacht(0, ())
    vanaf = komende(on)
    opgehaald = Verificatiecode.objects.filter(gemeente=OuterRef("pk"), geldig_vanaf=vanaf)
    gemeenten = (
        Gemeente.objects.filter(pk__in=coordineert)
        .only("naam")
        .annotate(is_opgehaald=Exists(opgehaald), wachtend=Dossier.objects.niet_toegewezen().aantal_in(OuterRef("pk")))
    )
    codes = [Codeherinnering(g.naam, vanaf, oude_werkt_tot(vanaf)) for g in gemeenten if not g.is_opgehaald]
    return Gemeentewacht(sum(gemeente.wachtend for gemeente in gemeenten), tuple(codes))


def werkregels(
    *, users: Collection[User], voor: User, week: Week, keuze: Mapping[str, Any], page: Any
) -> tuple[dict[str, int], Page]:
    """Give the counts of the groups, and a page of what these people have to do: termijnen and taken in order of day.

    Of what comes later only the first few, unless all of it is asked for. A page past the end is the last one.
    """
    nummer = int(page) if str(page).isdecimal() and int(page) > 0 else 1
    vraag = {
        "users": users,
        "voor": voor,
        "week": week,
        "alleen_wet": keuze["wat"] == WET,
        "hoogstens": PER_BLADZIJDE,
        "later": None if keuze["later"] else LATER_KORT,
    }
    werk = werk_van(vanaf=min(nummer - 1, MEESTE_BLADZIJDEN) * PER_BLADZIJDE, **vraag)
    bladzijde: Page[Any] = Paginator(range(zichtbaar_aantal(werk.telling, vraag["later"])), PER_BLADZIJDE).get_page(
        nummer
    )
    if bladzijde.number != nummer:
        werk = werk_van(vanaf=(bladzijde.number - 1) * PER_BLADZIJDE, **vraag)
    bladzijde.object_list = [maak_regel(rij, week.on) for rij in werk.rijen]
    return werk.telling, bladzijde


def maak_regel(rij: Termijn | Taak, on: date) -> Werkregel:
    return maak_taakregel(rij, on, terug="vandaag") if isinstance(rij, Taak) else maak_werkregel(rij, on)


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
        waarom_url=waarom_url(dossier.nummer, termijn),
        door=dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen",
        rang=dossier.rang,
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


def _team(user: User, on: date, niet_toegewezen: int) -> Team | None:
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    if not gemeenten:
        return None
    laat = Termijn.objects.filter(gemeente__in=gemeenten, dossier__isnull=False).te_doen().over_termijn(on)
    van_anderen = laat.visible_to(user).exclude(dossier__casusregisseur=user)
    totaal = Subquery(laat.aantal()) - Coalesce(Subquery(laat.van(user).aantal()), 0)  # each walks an index
    rijen = list(van_anderen.annotate(totaal=totaal).voor_werklijst()[:TEAM_KORT])
    return Team(
        niet_toegewezen=niet_toegewezen,
        te_laat=rijen[0].totaal if rijen else 0,
        regels=tuple(maak_werkregel(termijn, on) for termijn in rijen),
    )

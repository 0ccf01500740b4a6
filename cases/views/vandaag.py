"""Vandaag: what a consulent must do, the most urgent on top; for a coördinator also what waits in the team."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Exists, OuterRef
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from cases.afspraakkaart import list_afspraken
from cases.beleid_bron import kalender_nu
from cases.berichten import maak_bericht
from cases.forms.agenda import REST
from cases.forms.lijst import WET, Vandaagfilter, gekozen
from cases.klokken import lengte_van, som_van, waarom_url
from cases.models import Dossier, Taak, Termijn, Verificatiecode
from cases.nacht import laatste_nacht
from cases.nachtstand import Nachtstand, list_nachtstanden
from cases.nawerk import is_verlaten, zonder_regisseur
from cases.register import regel as zoek_regel
from cases.registratie import vandaagkaarten, werkactie
from cases.stand import Stand, stand
from cases.status import OPEN, Status
from cases.taakregel import maak_taakregel
from cases.termijnen import VERIFICATIECODE
from cases.termijnregels import Aard
from cases.termijnstatus import TermijnStatus
from cases.tijdlijn_svg import mini_klok
from cases.verificatiecodes import komende, oude_werkt_tot
from cases.vervanging import wiens_werk
from cases.views.formulier import gebruiker
from cases.werklijst import LATER, Week, Werkregel, list_groepen, samenvatting
from cases.werkvoorraad import Werkvoorraad, Werkvraag, werk_van, zichtbaar_aantal
from config.weergave import dagen_tot, datum_kort

PER_BLADZIJDE, LATER_KORT = 50, 5
# Nobody pages further; a larger number in the address is the last page.
MEESTE_BLADZIJDEN = 100_000


@dataclass(frozen=True)
class Codeherinnering:
    """A verificatiecode that somebody has to fetch from the portal."""

    gemeente: str
    vanaf: date
    oude_tot: date
    stand: Stand
    waarom_url: str


@vereist(Permission.VANDAAG)
def vandaag(request: HttpRequest) -> HttpResponse:
    user = gebruiker(request)
    on = timezone.localdate()
    keuze = gekozen(Vandaagfilter(request.GET))
    week = Week(on, kalender_nu())
    werk = wiens_werk(user, on)
    vraag = Werkvraag(
        users=werk.users,
        voor=user,
        week=week,
        alleen_wet=keuze["wat"] == WET,
        hoogstens=PER_BLADZIJDE,
        later=None if keuze["later"] else LATER_KORT,
    )
    voorraad, bladzijde = werkregels(vraag, request.GET.get("page"))
    telling, fasen, wacht = voorraad.telling, list_fasen(user, voorraad.fasen), wat_wacht(user, on, timezone.now())
    context = {
        "on": on,
        "keuze": keuze,
        "telling": telling,
        "samenvatting": samenvatting(telling, week),
        "onrust": wacht.onrust,
        "codes": wacht.codes,
        "werk": werk,
        "groepen": list_groepen(werk.merk(bladzijde), telling, week),
        "page_obj": bladzijde,
        "verborgen": 0 if keuze["later"] else max(telling[LATER] - LATER_KORT, 0),
        "fasen": fasen,
        "afspraken": list_afspraken(voorraad.afspraken, werk),
        "aantal_dossiers": sum(fase.aantal for fase in fasen),
        "berichten": [maak_bericht(rij) for rij in voorraad.berichten],
        "team": _team(user, on, voorraad, wacht),
        "mag_aanmelden": user.mag(Permission.DOSSIER_AANMELDEN),
        "kaarten": vandaagkaarten(user, on, voorraad.wacht),
    }
    return render(request, "cases/vandaag.html", context)


@dataclass(frozen=True)
class Gemeentewacht:
    """What waits in the gemeenten that a coördinator watches over, as a whole."""

    niet_toegewezen: int
    verlaten: int
    codes: tuple[Codeherinnering, ...]
    onrust: tuple[Nachtstand, ...]


def wat_wacht(user: User, on: date, nu: datetime) -> Gemeentewacht:
    """Count what waits for a casusregisseur, and of that what is not open; and name the gemeenten with a
    verificatiecode that nobody fetched or a night that failed. Who assigns dossiers watches over the nights too, so
    one question answers it; a second one only where somebody is gone.
    """
    if not user.mag(Permission.BEWAKING_ZIEN):
        return Gemeentewacht(0, 0, (), ())
    vanaf = komende(on)
    opgehaald = Verificatiecode.objects.filter(gemeente=OuterRef("pk"), geldig_vanaf=vanaf)
    coordineert = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    vraag, waarden = zonder_regisseur(coordineert)
    gemeenten = Gemeente.objects.visible_to(user, Permission.BEWAKING_ZIEN).annotate(
        is_opgehaald=Exists(opgehaald),
        wachtend=Dossier.objects.niet_toegewezen().aantal_in(OuterRef("pk")),
        zonder_regisseur=RawSQL(f"EXISTS ({vraag})", waarden, BooleanField()),  # noqa: S611 - fixed text
    )
    nachten = list(list_nachtstanden(gemeenten, laatste_nacht(timezone.localtime(nu))))
    eigen: list[Any] = [nacht.gemeente for nacht in nachten if nacht.gemeente.pk in coordineert]
    verlaten = tel_verlaten(coordineert if any(gemeente.zonder_regisseur for gemeente in eigen) else [])
    return Gemeentewacht(
        sum(gemeente.wachtend for gemeente in eigen) + verlaten,
        verlaten,
        tuple(_herinner(gemeente, vanaf, on) for gemeente in eigen if not gemeente.is_opgehaald),
        tuple(nacht for nacht in nachten if nacht.is_onrustig),
    )


def tel_verlaten(gemeenten: list[int]) -> int:
    return Dossier.objects.filter(is_verlaten(gemeenten)).count() if gemeenten else 0


def _herinner(gemeente: Gemeente, vanaf: date, on: date) -> Codeherinnering:
    """Say until when the code has to be fetched: its clock ends on the day from which the code holds."""
    stand_nu = stand(
        status=TermijnStatus.LOPEND,
        aard=VERIFICATIECODE.aard,
        uiterste=vanaf,
        on=on,
        lengte_eenheid=VERIFICATIECODE.eenheid,
    )
    waarom_url = reverse("verificatiecode_waarom", args=[gemeente.code, vanaf.isoformat()])
    return Codeherinnering(gemeente.naam, vanaf, oude_werkt_tot(vanaf), stand_nu, waarom_url)


def werkregels(vraag: Werkvraag, page: Any) -> tuple[Werkvoorraad, Page]:
    """Give the work, and a page of its rows: termijnen and taken in order of day. A page past the end is the last."""
    nummer = int(page) if str(page).isdecimal() and int(page) > 0 else 1
    voorraad = werk_van(replace(vraag, vanaf=min(nummer - 1, MEESTE_BLADZIJDEN) * PER_BLADZIJDE))
    zichtbaar = range(zichtbaar_aantal(voorraad.telling, vraag.later))
    bladzijde: Page[Any] = Paginator(zichtbaar, PER_BLADZIJDE).get_page(nummer)
    if bladzijde.number != nummer:
        voorraad = werk_van(replace(vraag, vanaf=(bladzijde.number - 1) * PER_BLADZIJDE))
    bladzijde.object_list = [maak_regel(rij, vraag.week.on) for rij in voorraad.rijen]
    return voorraad, bladzijde


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


def list_fasen(user: User, telling: Mapping[str, int]) -> tuple[Fasetelling, ...]:
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
    """What a coördinator watches over: what waits for a casusregisseur, open or not, and what others are late with."""

    niet_toegewezen: int
    verlaten: int
    te_laat: int
    regels: tuple[Werkregel, ...]

    @property
    def laat_url(self) -> str:
        """Give the calendar that shows just what `te_laat` counts."""
        return f"{reverse('agenda')}?{urlencode({'laat': '1', 'wie': REST})}"


def _team(user: User, on: date, voorraad: Werkvoorraad, wacht: Gemeentewacht) -> Team | None:
    if not user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN):
        return None
    regels = tuple(maak_werkregel(termijn, on) for termijn in voorraad.team)
    return Team(niet_toegewezen=wacht.niet_toegewezen, verlaten=wacht.verlaten, te_laat=voorraad.te_laat, regels=regels)

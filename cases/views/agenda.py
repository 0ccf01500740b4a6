"""The calendar of the coming twelve weeks, of oneself and for a coördinator of the team, and the feed of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions import agenda as acties
from cases.agenda import WEKEN, Agendapunt, list_weken, maandag_van
from cases.agendafeed import maak_feed
from cases.agendawerk import (
    Bronnen,
    agenda_van,
    bronnen_van,
    bronnen_van_collega,
    bronnen_van_rest,
    bronnen_van_team,
    haal_op,
    list_te_laat,
    maak_punt,
)
from cases.beleid_bron import kalender_nu, lees_eenmaal
from cases.forms.agenda import REST, TEAM, Agendafilter
from cases.forms.lijst import gekozen
from cases.gemeenteagenda import list_eigen, list_van_team, maak_gemeentepunt
from cases.models import Agendaadres
from cases.vervanging import afwezig_tekst, wiens_werk
from cases.views.formulier import gebruiker

# So many of a day fit in twelve weeks; one week shows all of it.
OP_EEN_DAG, IN_EEN_WEEK = 5, 300
PER_BLADZIJDE = 50


@dataclass(frozen=True)
class Agendakeuze:
    """Whose calendar it is; `naam` is empty for one's own. `werk_url` leads to where one does what is one's own.

    `van_rest` is of the team without oneself: the termijnen that Vandaag counts, and nothing else. `afwezig` says of a
    colleague that they are away.
    """

    bronnen: Bronnen
    naam: str = ""
    van_team: bool = False
    van_rest: bool = False
    afwezig: str = ""
    toon_wie_doet: bool = False
    werk_url: str = ""
    werk_tekst: str = ""


@vereist(Permission.AGENDA)
@lees_eenmaal()
def agenda(request: HttpRequest) -> HttpResponse:
    user, on = gebruiker(request), timezone.localdate()
    form = Agendafilter(request.GET, user=user, on=on)
    gevraagd = gekozen(form)
    keuze = _keuze(user, on, gevraagd["wie"], form)
    if gevraagd["laat"]:
        return _te_laat(request, form, keuze, on)
    een_week = bool(gevraagd["week"])
    vanaf = maandag_van(gevraagd["week"] or on)
    weken = 1 if een_week else WEKEN
    tot = vanaf + timedelta(weeks=weken, days=-1)
    hoogstens = IN_EEN_WEEK if een_week else OP_EEN_DAG
    werk = agenda_van(keuze.bronnen, on=on, vanaf=vanaf, tot=tot, hoogstens=hoogstens)
    alle_van_gemeente = _gemeentepunten(user, keuze, on)
    laat_van_gemeente = sum(_is_laat(punt) for punt in alle_van_gemeente)
    van_gemeente = [punt for punt in alle_van_gemeente if vanaf <= punt.dag <= tot]
    punten = [*van_gemeente, *(maak_punt(rij, on) for rij in werk.rijen)]
    aantallen = Counter(werk.aantallen) + Counter(punt.dag for punt in van_gemeente)
    context = {
        "form": form,
        "keuze": keuze,
        "wie_deel": _wie_deel(form),
        "een_week": een_week,
        "vorige_week": vanaf - timedelta(weeks=1),
        "volgende_week": vanaf + timedelta(weeks=1),
        "te_laat": werk.te_laat + laat_van_gemeente,
        "laat_van_gemeente": laat_van_gemeente,
        "toon_wie_doet": keuze.toon_wie_doet,
        "user_naam": user.naam,
        "weken": list_weken(punten, aantallen, vanaf=vanaf, weken=weken, on=on, kalender=kalender_nu()),
        "aantal": sum(aantallen.values()),
    }
    return render(request, "cases/agenda.html", context)


def _te_laat(request: HttpRequest, form: Agendafilter, keuze: Agendakeuze, on: date) -> HttpResponse:
    """Show what the calendar counts as late, the clocks of the gemeente first."""
    van_gemeente = [punt for punt in _gemeentepunten(gebruiker(request), keuze, on) if _is_laat(punt)]
    alles: list[Agendapunt | tuple[str, int]] = [*van_gemeente, *list_te_laat(keuze.bronnen, on)]
    page = Paginator(alles, PER_BLADZIJDE).get_page(request.GET.get("page"))
    rijen = haal_op([een for een in page if isinstance(een, tuple)])
    context = {
        "form": form,
        "keuze": keuze,
        "wie_deel": _wie_deel(form),
        "on": on,
        "laat_van_gemeente": len(van_gemeente),
        "page_obj": page,
        "punten": [*(een for een in page if isinstance(een, Agendapunt)), *(maak_punt(rij, on) for rij in rijen)],
    }
    return render(request, "cases/agenda_laat.html", context)


def _wie_deel(form: Agendafilter) -> str:
    """Give whose calendar it is as part of an address."""
    wie = gekozen(form)["wie"]
    return urlencode({"wie": wie}) if wie else ""


def _keuze(user: User, on: date, wie: str, form: Agendafilter) -> Agendakeuze:
    if wie == TEAM:
        return Agendakeuze(bronnen_van_team(user, on), "het hele team", van_team=True, toon_wie_doet=True)
    if wie == REST:
        return Agendakeuze(bronnen_van_rest(user, on), "de rest van het team", van_rest=True, toon_wie_doet=True)
    if wie:
        collega = form.collegas[wie]
        return Agendakeuze(bronnen_van_collega(collega, user, on), collega.naam, afwezig=afwezig_tekst(collega, on))
    users = tuple(wiens_werk(user, on).users)
    werk = ("vandaag", "Bekijk Vandaag") if user.mag(Permission.VANDAAG) else ("start", "Bekijk de verantwoording")
    return Agendakeuze(
        bronnen_van(users, user, on), toon_wie_doet=len(users) > 1, werk_url=reverse(werk[0]), werk_tekst=werk[1]
    )


def _gemeentepunten(user: User, keuze: Agendakeuze, on: date) -> list[Agendapunt]:
    """Give the clocks of the gemeente: one's own, or for the team those of anybody; not in another's calendar."""
    if keuze.naam and not keuze.van_team:
        return []
    klokken = list_van_team(user, on) if keuze.van_team else list_eigen(user, on)
    return [maak_gemeentepunt(gemeente, klok, on) for gemeente, klok in klokken]


def _is_laat(punt: Agendapunt) -> bool:
    return punt.stand == "laat"


@vereist(Permission.AGENDA)
def agendaadres(request: HttpRequest) -> HttpResponse:
    """Tell whether there is an address for a calendar program. The address itself is shown once, when it is made."""
    adres = Agendaadres.objects.visible_to(gebruiker(request)).first()
    return render(request, "cases/agendaadres.html", {"adres": adres})


@require_POST
@vereist(Permission.AGENDA)
def agendaadres_maken(request: HttpRequest) -> HttpResponse:
    """Make a new address and show it. No redirect: it is kept nowhere, so this page is the only one that has it."""
    adres, sleutel = acties.agendaadres_maken(user=gebruiker(request), at=timezone.now())
    url = f"{settings.BASIS_URL.rstrip('/')}{reverse('agenda_feed', args=[sleutel])}"
    return render(request, "cases/agendaadres.html", {"adres": adres, "url": url})


@require_POST
@vereist(Permission.AGENDA)
def agendaadres_intrekken(request: HttpRequest) -> HttpResponse:
    if acties.agendaadres_intrekken(user=gebruiker(request)):
        messages.success(request, "Uw agenda-adres werkt niet meer.")
    else:
        messages.error(request, "U heeft geen agenda-adres. Er is niets veranderd.")
    return redirect("agendaadres")


@never_cache
@require_safe
@login_not_required
def agenda_feed(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Give the calendar behind a secret address, without logging in: calendar programs can't.

    An unknown address, one of somebody who may no longer work here and a withdrawn one are the same 404.
    """
    adres = acties.zoek_agendaadres(sleutel=sleutel, at=timezone.now())
    if adres is None:
        return HttpResponseNotFound("Dit agenda-adres werkt niet.", content_type="text/plain; charset=utf-8")
    feed = maak_feed(adres.user, on=timezone.localdate(), basis=settings.BASIS_URL)
    headers = {"Content-Disposition": 'inline; filename="agenda.ics"', "X-Robots-Tag": "noindex"}
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8", headers=headers)

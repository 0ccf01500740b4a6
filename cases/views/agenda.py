"""The calendar of the coming twelve weeks, of oneself and for a coördinator of the team, and the feed of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
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
from cases.agendawerk import agenda_van, agenda_van_team, maak_punt
from cases.beleid_bron import kalender_nu, lees_eenmaal
from cases.forms.agenda import TEAM, Agendafilter
from cases.forms.lijst import gekozen
from cases.gemeenteagenda import list_eigen, list_van_team, maak_gemeentepunt
from cases.models import Agendaadres
from cases.vervanging import wiens_werk
from cases.views.formulier import gebruiker

# So many of a day fit in twelve weeks; one week shows all of it.
OP_EEN_DAG, IN_EEN_WEEK = 5, 300


@dataclass(frozen=True)
class Keuze:
    """Whose calendar: of these people, or without them of the team. `laat_url` leads to what is late."""

    users: tuple[User, ...] | None
    naam: str
    laat_url: str
    laat_tekst: str = "Bekijk wat te laat is"


@vereist(Permission.AGENDA)
@lees_eenmaal()
def agenda(request: HttpRequest) -> HttpResponse:
    user, on = gebruiker(request), timezone.localdate()
    form = Agendafilter(request.GET, user=user)
    gevraagd = gekozen(form)
    keuze = _keuze(user, on, gevraagd["wie"], form)
    een_week = bool(gevraagd["week"])
    vanaf = maandag_van(gevraagd["week"] or on)
    weken = 1 if een_week else WEKEN
    vraag: dict[str, Any] = {
        "voor": user,
        "on": on,
        "vanaf": vanaf,
        "tot": vanaf + timedelta(weeks=weken, days=-1),
        "hoogstens": IN_EEN_WEEK if een_week else OP_EEN_DAG,
    }
    werk = agenda_van_team(**vraag) if keuze.users is None else agenda_van(users=keuze.users, **vraag)
    van_gemeente, gemeente_laat = _gemeentepunten(user, keuze, on, vanaf, vraag["tot"])
    punten = [*van_gemeente, *(maak_punt(rij, on) for rij in werk.rijen)]
    aantallen = Counter(werk.aantallen) + Counter(punt.dag for punt in van_gemeente)
    context = {
        "form": form,
        "keuze": keuze,
        "wie_deel": urlencode({"wie": gevraagd["wie"]}) if gevraagd["wie"] else "",
        "een_week": een_week,
        "te_laat": werk.te_laat + gemeente_laat,
        "toon_wie_doet": keuze.users is None or len(keuze.users) > 1,
        "user_naam": user.naam,
        "weken": list_weken(punten, aantallen, vanaf=vanaf, weken=weken, on=on, kalender=kalender_nu()),
        "aantal": sum(aantallen.values()),
    }
    return render(request, "cases/agenda.html", context)


def _keuze(user: User, on: Any, wie: str, form: Agendafilter) -> Keuze:
    if wie == TEAM:
        return Keuze(None, "het hele team", f"{reverse('dossiers')}?termijn=te_laat")
    if wie:
        collega = form.collegas[wie]
        return Keuze((collega,), collega.naam, f"{reverse('dossiers')}?casusregisseur={collega.pk}&termijn=te_laat")
    users = tuple(wiens_werk(user, on).users)
    if not user.mag(Permission.VANDAAG):
        return Keuze(users, "", reverse("start"), "Bekijk de verantwoording")
    return Keuze(users, "", reverse("vandaag"), "Bekijk Vandaag")


def _gemeentepunten(user: User, keuze: Keuze, on: date, vanaf: date, tot: date) -> tuple[list[Agendapunt], int]:
    """Give the clocks of the gemeente on these days, and how many of one's own are late; not in another's calendar."""
    if keuze.naam and keuze.users is not None:
        return [], 0
    klokken = list_van_team(user, on) if keuze.users is None else list_eigen(user, on)
    punten = [maak_gemeentepunt(gemeente, klok, on) for gemeente, klok in klokken]
    laat = 0 if keuze.users is None else sum(punt.stand == "laat" for punt in punten)
    return [punt for punt in punten if vanaf <= punt.dag <= tot], laat


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

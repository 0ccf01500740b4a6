"""Divide work: assign many dossiers at once, and let colleagues take over from somebody who leaves."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Q, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from cases.actions import verdelen as acties
from cases.dossierlijst import Gerangschikt
from cases.forms.lijst import Dossierfilter, gekozen
from cases.forms.toewijzing import CollegasForm, OvernemenForm, SamenToewijzenForm
from cases.lijstvraag import dagen_van, filter_dossiers, schrijf
from cases.models import Dossier, Taak
from cases.status import OPEN
from cases.taakregel import maak_taakregel
from cases.verdeelbron import list_openstaand_werk, met_werk, tel_dossiers
from cases.verdeling import SAMEN_HOOGSTENS, Uitslag, werk_in_woorden
from cases.vervanging import afwezig_tekst, met_afwezigheid
from cases.views.formulier import gebruiker, get_gemeente, ingevuld
from config.weergave import telwoord

# A message names this many refusals; the list itself shows the rest.
GENOEMD = 10
PER_BLADZIJDE = 50


@vereist(Permission.DOSSIER_TOEWIJZEN)
def samen_toewijzen(request: HttpRequest) -> HttpResponse:
    """Assign what was ticked in the list, or all of its choice, after a page on which it is confirmed."""
    user = gebruiker(request)
    lijst = f"{reverse('dossiers')}?{request.GET.urlencode()}"
    dossiers = _aangevinkt(request, user)
    if bezwaar := _bezwaar(dossiers):
        messages.error(request, bezwaar)
        return redirect(lijst)
    ingestuurd = request.POST if "casusregisseur" in request.POST else None
    form = SamenToewijzenForm(ingestuurd, gemeente=dossiers[0].gemeente, on=timezone.localdate())
    if form.is_valid():
        uitslag = acties.samen_toewijzen(dossiers=dossiers, **form.cleaned_data, by=user, at=timezone.now())
        _meld(request, uitslag, f"toegewezen aan {form.cleaned_data['casusregisseur'].naam}")
        return redirect(lijst)
    dicht = any(not dossier.is_open for dossier in dossiers)
    context = {"form": form, "dossiers": dossiers, "annuleer_url": lijst, "is_er_een_dicht": dicht}
    return render(request, "cases/samen_toewijzen_form.html", context)


def _aangevinkt(request: HttpRequest, user: User) -> list[Dossier]:
    """Give the dossiers that were ticked, or those of the choice in the address, where this user may assign."""
    toewijsbaar = Dossier.objects.filter(gemeente__in=user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
    toewijsbaar = toewijsbaar.visible_to(user)
    if "alles" in request.POST:
        keuze = gekozen(Dossierfilter(request.GET, user=user))
        gevonden = filter_dossiers(toewijsbaar, keuze, user, dagen_van(keuze, timezone.localdate()))
        return Gerangschikt(schrijf(gevonden, keuze["volgorde"]), met_gemeente=True)[0 : SAMEN_HOOGSTENS + 1]
    nummers = request.POST.getlist("dossier")[: SAMEN_HOOGSTENS + 1]
    return list(toewijsbaar.filter(nummer__in=nummers).voor_lijst().order_by("-rang", "datum_aanmelding", "id"))


def _bezwaar(dossiers: Sequence[Dossier]) -> str:
    """Say why these can't be assigned together, or nothing."""
    if not dossiers:
        return "Vink eerst de dossiers aan die u wilt toewijzen."
    if len(dossiers) > SAMEN_HOOGSTENS:
        return f"U kunt hoogstens {SAMEN_HOOGSTENS} dossiers in één keer toewijzen. Kies er minder."
    if len({dossier.gemeente_id for dossier in dossiers}) > 1:
        return "Deze dossiers zijn van meer dan één gemeente. Kies dossiers van één gemeente."
    return ""


def _meld(request: HttpRequest, uitslag: Uitslag, wat: str) -> None:
    """Say how many went well, and which did not and why."""
    if uitslag.gelukt:
        messages.success(request, f"{telwoord(len(uitslag.gelukt), 'dossier', 'dossiers')} {wat}.")
    if uitslag.geweigerd:
        redenen = [f"{nummer}: {reden}" for nummer, reden in list(uitslag.geweigerd.items())[:GENOEMD]]
        rest = len(uitslag.geweigerd) - GENOEMD
        meer = [f"En nog {telwoord(rest, 'ander dossier', 'andere dossiers')}."] if rest > 0 else []
        aantal = telwoord(len(uitslag.geweigerd), "dossier", "dossiers")
        messages.warning(request, " ".join([f"{aantal} niet {wat.split()[0]}.", *redenen, *meer]))


@vereist(Permission.DOSSIER_TOEWIJZEN)
def werk_verdelen(request: HttpRequest) -> HttpResponse:
    """List who has work in the gemeenten of this coördinator; who can no longer log in stands first."""
    user, on = gebruiker(request), timezone.localdate()
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    rijen = list_openstaand_werk(user, on)
    bekend = {user, *(rij.wie for rij in rijen)}
    collegas = met_afwezigheid(User.objects.met_recht(Permission.VANDAAG, gemeenten), on)
    context = {
        "rijen": rijen,
        "toon_gemeente": len(gemeenten) > 1,
        "werkt_hier": {wie.pk for wie in collegas},
        "zonder_werk": [(wie, afwezig_tekst(wie, on)) for wie in collegas if wie not in bekend],
    }
    return render(request, "cases/werk_verdelen.html", context)


@vereist(Permission.DOSSIER_TOEWIJZEN)
def werk_overnemen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Choose colleagues, look at who gets what, and confirm."""
    user, on = gebruiker(request), timezone.localdate()
    gemeente, van = _wie_hier(request, code, pk)
    collegas = User.objects.casusregisseurs(gemeente.pk).exclude(pk=van.pk)
    context = _werk(user, gemeente, van) | {"gemeente": gemeente, "van": van, "collegas": collegas}
    keuze = CollegasForm(request.GET or None, collegas=collegas, on=on)
    if not keuze.is_valid():
        return render(request, "cases/werk_overnemen_kies.html", context | {"form": keuze})
    form = OvernemenForm(
        ingevuld(request),
        dossiers=context["dossiers"],
        collegas=keuze.cleaned_data["collega"],
        on=on,
        losse_taken=context["losse_taken"],
    )
    if form.is_valid():
        uitslag = acties.werk_overnemen(
            gemeente=gemeente,
            van=van,
            verdeling=form.verdeling,
            taken_naar=form.taken_gaan_naar,
            by=user,
            at=timezone.now(),
            reden=form.cleaned_data["reden"],
        )
        wat = f"overgenomen van {van.naam}"
        _meld(request, uitslag, wat)
        if uitslag.losse_taken:
            messages.success(request, f"{telwoord(uitslag.losse_taken, 'losse taak', 'losse taken')} {wat}.")
        return redirect("werk_verdelen")
    return render(request, "cases/werk_overnemen_form.html", context | {"form": form})


@vereist(Permission.DOSSIER_TOEWIJZEN)
def werk_taken(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """List the open taken of somebody in a gemeente, the first day on top; of those about no dossier only how many."""
    on = timezone.localdate()
    gemeente, van = _wie_hier(request, code, pk)
    alle = Taak.objects.open().filter(voor=van, gemeente=gemeente)
    over_dossiers = alle.filter(dossier__in=Dossier.objects.visible_to(gebruiker(request)))
    page = Paginator(over_dossiers.voor_werklijst(), PER_BLADZIJDE).get_page(request.GET.get("page"))
    aantal = alle.count()
    context = {
        "gemeente": gemeente,
        "van": van,
        "aantal": aantal,
        "los": aantal - page.paginator.count,
        "page_obj": page,
        "regels": [(taak, maak_taakregel(taak, on, terug="werk_verdelen")) for taak in page],
    }
    return render(request, "cases/werk_taken.html", context)


@vereist(Permission.DOSSIER_TOEWIJZEN)
def werk_andere(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """List the dossiers of somebody in a gemeente that rest, or are closed and still ask work."""
    gemeente, van = _wie_hier(request, code, pk)
    alle = Dossier.objects.filter(gemeente=gemeente).visible_to(gebruiker(request)).van(van)
    andere = met_werk(alle, [gemeente.pk]).exclude(status__in=OPEN).voor_lijst().order_by("datum_aanmelding", "id")
    page = Paginator(andere, PER_BLADZIJDE).get_page(request.GET.get("page"))
    return render(request, "cases/werk_andere.html", {"gemeente": gemeente, "van": van, "page_obj": page})


def _wie_hier(request: HttpRequest, code: str, pk: int) -> tuple[Gemeente, User]:
    """Give a gemeente where this user assigns, and somebody who works or has work there; else a 404."""
    gemeente = get_gemeente(request, code, Permission.DOSSIER_TOEWIJZEN)
    hoort_hier = Q(lidmaatschappen__gemeente=gemeente) | Q(dossiers__gemeente=gemeente) | Q(taken__gemeente=gemeente)
    return gemeente, get_object_or_404(User.objects.filter(hoort_hier).distinct(), pk=pk)


def _werk(user: User, gemeente: Gemeente, van: User) -> dict[str, Any]:
    """Give the work of somebody in a gemeente, the open dossiers first; a part of it when a page can't hold all."""
    alle = met_werk(Dossier.objects.filter(gemeente=gemeente).visible_to(user).van(van), [gemeente.pk])
    open_eerst = Case(When(status__in=OPEN, then=0), default=1)
    dossiers, andere = tel_dossiers(gemeente, van)
    taken = Taak.objects.open().filter(voor=van, gemeente=gemeente).count()
    return {
        "dossiers": list(alle.voor_lijst().order_by(open_eerst, "-rang", "datum_aanmelding", "id")[:SAMEN_HOOGSTENS]),
        "aantal_dossiers": dossiers + andere,
        "andere": andere,
        "werk": werk_in_woorden(dossiers, andere, taken),
        "losse_taken": Taak.objects.los_van(van).filter(gemeente=gemeente).count(),
    }

"""One list: what it would do, the choice to read it or not, and what it did."""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.keuzes import ZONDER_RECHT
from cases.models import Dossier
from cases.views.formulier import gebruiker
from cases.zoekvraag import DOSSIERNUMMER
from config.weergave import telwoord
from portal_import.actions.inlezen import bevestigen, kiezen, verwerpen
from portal_import.dubbel import DUBBEL
from portal_import.forms import KiesForm
from portal_import.groepen import groepeer
from portal_import.models import BEWAARDAGEN, ImportRegel, ImportRun
from portal_import.samenvoegen import BESLISSING
from portal_import.vergelijken import OPNIEUW, Gevolg

PER_BLADZIJDE = 50
IN_GROEP = 20
FOUTEN, WAARSCHUWINGEN = "fouten", "waarschuwingen"


@dataclass(frozen=True)
class Gelijkende:
    """A dossier beside a row of the list, and what the two have in common."""

    dossier: Dossier
    overeen: str


@vereist(Permission.IMPORT)
def import_run(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a list by parts: new, changed, faults and warnings, a page at a time."""
    user = gebruiker(request)
    zichtbaar = ImportRun.objects.visible_to(user)
    run = get_object_or_404(zichtbaar.voor_pagina(), pk=pk)
    delen = list_delen(run)
    deel = next((deel for deel in delen if deel[0] == request.GET.get("toon")), delen[0] if delen else None)
    context = {
        "run": run,
        "delen": delen,
        "deel": deel[0] if deel else "",
        "zonder_recht": _tel_zonder_recht(run),
        "nog_na_te_kijken": sum(not v["is_gekozen"] for v in _dubbele(run)),
        "niet_erkend": _tel(run, "wordt_niet_erkend"),
        "beslissingen": _tel(run, BESLISSING),
        "opnieuw": _tel(run, OPNIEUW),
        "eerder": zichtbaar.eerder_zelfde_bestand(run).first(),
        "bewaardagen": BEWAARDAGEN,
        **(toon_deel(request, run, deel[0], user) if deel else {}),
    }
    return render(request, "portal_import/import_detail.html", context)


def _tel(run: ImportRun, code: str) -> int:
    return sum(waarschuwing["code"] == code for waarschuwing in run.waarschuwingen)


def _tel_zonder_recht(run: ImportRun) -> int:
    """Count the new dossiers of a preview that will have no recht and no clocks."""
    nieuw = [v["uht_status"] for v in run.veranderingen if v.get("gevolg") == Gevolg.NIEUW]
    return sum(status in ZONDER_RECHT for status in nieuw)


def _dubbele(run: ImportRun) -> list[dict[str, Any]]:
    """List the rows of a preview that may be about somebody who has a dossier without BSN."""
    return [v for v in run.veranderingen if v.get("gelijkenden")]


def list_delen(run: ImportRun) -> list[tuple[str, str, int]]:
    """List the parts that have something to show: key, name and how many."""
    delen = [
        (DUBBEL, "Misschien al bekend", len(_dubbele(run))),
        (Gevolg.NIEUW.value, "Nieuw", run.nieuw),
        (Gevolg.GEWIJZIGD.value, "Gewijzigd", run.gewijzigd),
        (FOUTEN, "Rijen met een fout", run.met_fout),
        (WAARSCHUWINGEN, "Waarschuwingen", len(run.waarschuwingen)),
    ]
    weg = run.stand == ImportRun.Stand.WEGGELEGD
    return [] if weg else [deel for deel in delen if deel[2]]


def toon_deel(request: HttpRequest, run: ImportRun, deel: str, user: User) -> dict[str, Any]:
    """Give what one part shows."""
    if deel == FOUTEN:
        return {"page_obj": _bladzijde(request, run.fouten)}
    if deel == WAARSCHUWINGEN:
        return _toon_waarschuwingen(request, run, user)
    if deel == DUBBEL:
        page = _bladzijde(request, _dubbele(run))
        return {"page_obj": page, "rijen": _met_gelijkenden(list(page), user)}
    if run.wacht:
        van_soort = [v for v in run.veranderingen if v["gevolg"] == deel]
        return {"page_obj": _bladzijde(request, van_soort), "zonder_recht_statussen": ZONDER_RECHT}
    regels = ImportRegel.objects.visible_to(user).filter(run=run, gevolg=deel).voor_lijst()
    velden = {verandering["rij"]: verandering["velden"] for verandering in run.veranderingen}
    page = _bladzijde(request, regels)
    return {"page_obj": page, "regels": [(regel, velden.get(regel.rijnummer, [])) for regel in page]}


def _met_gelijkenden(rijen: list[dict[str, Any]], user: User) -> list[tuple[dict[str, Any], list[Gelijkende]]]:
    """Give beside each row the dossiers that may be of the same person, as far as this user may see them."""
    nummers = {nummer for rij in rijen for nummer, _ in rij["gelijkenden"]}
    dossiers = {d.nummer: d for d in Dossier.objects.visible_to(user).voor_lijst().filter(nummer__in=nummers)}
    return [
        (rij, [Gelijkende(dossiers[nummer], overeen) for nummer, overeen in rij["gelijkenden"] if nummer in dossiers])
        for rij in rijen
    ]


def _toon_waarschuwingen(request: HttpRequest, run: ImportRun, user: User) -> dict[str, Any]:
    """Give all kinds with the first of each, or one kind by pages."""
    groepen = groepeer(run.waarschuwingen)
    gekozen = next((groep for groep in groepen if groep.code == request.GET.get("soort")), None)
    if gekozen:
        page = _bladzijde(request, gekozen.waarschuwingen)
        return {"groep": gekozen, "page_obj": page, "regels": _met_wie(run, list(page), user)}
    eerste = [waarschuwing for groep in groepen for waarschuwing in groep.waarschuwingen[:IN_GROEP]]
    regels = {code: list(rijen) for code, rijen in groupby(_met_wie(run, eerste, user), itemgetter("code"))}
    return {"groepen": [(groep, regels[groep.code]) for groep in groepen]}


def _met_wie(run: ImportRun, waarschuwingen: list[dict[str, Any]], user: User) -> list[dict[str, Any]]:
    """Add whom each warning is about: a name before the list is read, a link to the dossier after."""
    rijen = {waarschuwing["rij"] for waarschuwing in waarschuwingen}
    if run.wacht:
        wie = {v["rij"]: {"naam": v["naam"]} for v in run.veranderingen if v["rij"] in rijen}
    else:
        regels = ImportRegel.objects.visible_to(user).filter(run=run, rijnummer__in=rijen).voor_lijst()
        wie = {r.rijnummer: {"naam": r.dossier.persoon.naam, "url": r.dossier.get_absolute_url()} for r in regels}
    return [w | wie.get(w["rij"], {}) | {"dossiers": _genoemd(w)} for w in waarschuwingen]


def _genoemd(waarschuwing: dict[str, Any]) -> list[str]:
    """Give the dossiers that a warning names, to go there."""
    noemt = waarschuwing["code"] in (DUBBEL, OPNIEUW)
    return DOSSIERNUMMER.findall(waarschuwing["melding"]) if noemt else []


def _bladzijde(request: HttpRequest, rijen: Any) -> Page[Any]:
    return Paginator(rijen, PER_BLADZIJDE).get_page(request.GET.get("page"))


@require_POST
@vereist(Permission.IMPORT)
def import_bevestigen(request: HttpRequest, pk: int) -> HttpResponse:
    user = gebruiker(request)
    run = get_object_or_404(ImportRun.objects.visible_to(user).defer("inhoud"), pk=pk)
    try:
        run = bevestigen(run=run, by=user, at=timezone.now(), on=timezone.localdate())
    except ActieFout as fout:
        messages.error(request, str(fout))
    else:
        _meld_gevolg(request, run)
    return redirect(run)


@require_POST
@vereist(Permission.IMPORT)
def import_kiezen(request: HttpRequest, pk: int, rij: int) -> HttpResponse:
    """Say that a row is about a dossier that is there, or about somebody new after all."""
    user = gebruiker(request)
    run = get_object_or_404(ImportRun.objects.visible_to(user).defer("inhoud"), pk=pk)
    form = KiesForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies een dossier uit de lijst.")
        return redirect(run)
    nummer = form.cleaned_data["dossier"]
    if nummer and not Dossier.objects.visible_to(user).filter(nummer=nummer).exists():
        raise Http404
    try:
        kiezen(run=run, rijnummer=rij, nummer=nummer, by=user, at=timezone.now(), on=timezone.localdate())
    except ActieFout as fout:
        messages.error(request, str(fout))
    else:
        wat = f"wijzigt dossier {nummer} en geeft het zijn BSN" if nummer else "wordt een nieuw dossier"
        messages.success(request, f"Rij {rij} {wat}, zodra u de lijst inleest.")
    return redirect(f"{run.get_absolute_url()}?toon={DUBBEL}#deel")


def _meld_gevolg(request: HttpRequest, run: ImportRun) -> None:
    """Say what came of the confirmation; between preview and confirmation a colleague may have changed something."""
    if run.stand == ImportRun.Stand.INGELEZEN:
        nieuw = telwoord(run.nieuw, "nieuw dossier", "nieuwe dossiers")
        gewijzigd = telwoord(run.gewijzigd, "dossier gewijzigd", "dossiers gewijzigd")
        messages.success(request, f"De lijst is ingelezen: {nieuw}, {gewijzigd}.")
    elif run.stand == ImportRun.Stand.NIETS_NIEUWS:
        messages.info(request, "Alles in deze lijst is intussen al bekend. Er is niets gewijzigd.")
    else:
        tekst = "Intussen zijn er dossiers gewijzigd. Er is nog niets ingelezen. Bekijk hieronder wat de lijst nu doet."
        messages.warning(request, tekst)


@require_POST
@vereist(Permission.IMPORT)
def import_verwerpen(request: HttpRequest, pk: int) -> HttpResponse:
    user = gebruiker(request)
    run = get_object_or_404(ImportRun.objects.visible_to(user).defer("inhoud"), pk=pk)
    try:
        run = verwerpen(run=run, by=user, at=timezone.now())
    except ActieFout as fout:
        messages.error(request, str(fout))
        return redirect(run)
    messages.success(request, "De lijst is niet ingelezen. Het bestand is weggegooid.")
    return redirect("imports")

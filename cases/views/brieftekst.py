"""The letters of a gemeente: which there are, what it writes in them, a preview, and the versions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from cases.actions import brieftekst as acties
from cases.actions.basis import ActieFout
from cases.brief import Afzender
from cases.briefadres import afzender, afzender_bezwaar, ontvanger
from cases.briefsoorten import GROEPEN, Briefsoort, OnbekendeBrief, alle_briefsoorten, briefsoort
from cases.brieftekst_bron import vul_teksten
from cases.briefvoorbeeld import met_feiten
from cases.forms.brieftekst import BrieftekstForm, VoorbeeldForm
from cases.forms.dossierformulier import fouten_in
from cases.models import Brieftekst, Dossier
from cases.pdf import BriefFout, render_pdf
from cases.views.document import GETOOND_PDF
from cases.views.formulier import gebruiker


@dataclass(frozen=True, kw_only=True)
class Briefrij:
    """One kind of letter in the list: the version that holds, if any, and the concept, if any."""

    soort: Briefsoort
    geldt: Brieftekst | None
    concept: Brieftekst | None


@vereist(Permission.BRIEVEN_BEHEREN)
def gemeentebrieven(request: HttpRequest) -> HttpResponse:
    """Lead to the letters of one's gemeente, or let choose which."""
    eigen = Gemeente.objects.visible_to(gebruiker(request), Permission.BRIEVEN_BEHEREN)
    if len(eigen) == 1:
        return redirect("brieftekst_lijst", eigen[0].code)
    return render(request, "cases/brieftekst_gemeenten.html", {"gemeenten": eigen})


@vereist(Permission.BRIEVEN_BEHEREN)
def brieftekst_lijst(request: HttpRequest, code: str) -> HttpResponse:
    gemeente = _gemeente(request, code)
    rijen = Brieftekst.objects.filter(gemeente=gemeente).select_related("bewaard_door", "gepubliceerd_door")
    geldt: dict[str, Brieftekst] = {}
    concept: dict[str, Brieftekst] = {}
    for rij in rijen.order_by("versie"):
        (geldt if rij.versie else concept)[rij.soort] = rij
    groepen = [
        (
            groep,
            [
                Briefrij(soort=soort, geldt=geldt.get(soort.code), concept=concept.get(soort.code))
                for soort in alle_briefsoorten()
                if soort.groep == groep
            ],
        )
        for groep in GROEPEN
    ]
    return render(request, "cases/brieftekst_list.html", {"gemeente": gemeente, "groepen": groepen})


@vereist(Permission.BRIEVEN_BEHEREN)
def brieftekst(request: HttpRequest, code: str, soort: str) -> HttpResponse:
    """Write the texts: keep them as a concept, publish them, or throw the concept away."""
    gemeente, brief = _gemeente(request, code), _soort(soort)
    at, by = timezone.now(), gebruiker(request)
    versies = list(_versies(gemeente, soort))
    concept = next((rij for rij in versies if rij.versie is None), None)
    geldt = next((rij for rij in versies if rij.versie), None)
    nu = concept or geldt
    if "weggooien" in request.POST:
        return _gooi_weg(request, gemeente, soort, by)
    publiceren = "publiceren" in request.POST
    form = BrieftekstForm(ingevuld(request), brief=brief, nu=nu.blokken if nu else {}, streng=publiceren)
    if form.is_valid():
        with fouten_in(form):
            acties.concept_bewaren(gemeente=gemeente, soort=soort, blokken=form.blokken, by=by, at=at)
            if publiceren:
                nieuw = acties.publiceren(gemeente=gemeente, soort=soort, by=by, at=at)
                messages.success(request, f"Versie {nieuw.versie} geldt vanaf nu voor elke brief die u maakt.")
            else:
                messages.success(request, "Het concept is bewaard. De brieven veranderen pas als u publiceert.")
            return redirect("brieftekst", code, soort)
    context = {
        "gemeente": gemeente,
        "brief": brief,
        "form": form,
        "delen": _delen(brief, form),
        "concept": concept,
        "geldt": geldt,
        "versies": [rij for rij in versies if rij.versie],
        "voorbeeld": VoorbeeldForm(initial={"wat": "concept" if concept else "geldend"}),
    }
    return render(request, "cases/brieftekst_form.html", context)


def _gooi_weg(request: HttpRequest, gemeente: Gemeente, soort: str, by: User) -> HttpResponse:
    try:
        acties.concept_weggooien(gemeente=gemeente, soort=soort, by=by)
    except ActieFout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "Het concept is weggegooid.")
    return redirect("brieftekst", gemeente.code, soort)


@vereist(Permission.BRIEVEN_BEHEREN)
def brieftekst_versie(request: HttpRequest, code: str, soort: str, versie: int) -> HttpResponse:
    """Show a version as it was published, and make a concept of it."""
    gemeente, brief = _gemeente(request, code), _soort(soort)
    rij = get_object_or_404(_versies(gemeente, soort), versie=versie)
    if request.method == "POST":
        try:
            acties.versie_terugzetten(rij=rij, by=gebruiker(request), at=timezone.now())
        except ActieFout as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, f"Versie {versie} staat nu als concept klaar.")
            return redirect("brieftekst", code, soort)
    teksten = [(blok.naam, rij.blokken.get(blok.code, ""), blok.standaard) for blok in brief.blokken]
    context = {"gemeente": gemeente, "brief": brief, "rij": rij, "teksten": teksten}
    return render(request, "cases/brieftekst_versie.html", context)


@vereist(Permission.BRIEVEN_BEHEREN)
def brieftekst_voorbeeld(request: HttpRequest, code: str, soort: str) -> HttpResponse:
    """Give the letter as PDF: of a dossier that this user may see, or of an invented inwoner. Nothing is stored."""
    gemeente, brief = _gemeente(request, code), _soort(soort)
    form = VoorbeeldForm(request.GET)
    wat = form.cleaned_data if form.is_valid() else {}
    try:
        pdf = render_pdf(brief.sjabloon, _voorbeeld(request, gemeente, brief, wat), voorbeeld=True)
    except (BriefFout, ActieFout) as fout:
        messages.error(request, str(fout))
        return redirect("brieftekst", code, soort)
    kop = {
        "Content-Disposition": f'inline; filename="voorbeeld-{soort}.pdf"',
        "Content-Security-Policy": GETOOND_PDF,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=kop)


def _voorbeeld(request: HttpRequest, gemeente: Gemeente, brief: Briefsoort, wat: Mapping[str, Any]) -> Any:
    rijen = _versies(gemeente, brief.code)
    rij = rijen.filter(versie__isnull=wat.get("wat") == "concept").first()
    document = _van_dossier(request, gemeente, brief, nummer.strip()) if (nummer := wat.get("dossier", "")) else None
    document = document or replace(brief.voorbeeld(), afzender=_afzender(gemeente, brief))
    return vul_teksten(document, rij.blokken if rij else {})


def _afzender(gemeente: Gemeente, brief: Briefsoort) -> Afzender:
    return afzender_bezwaar(gemeente) if brief.op_bezwaar else afzender(gemeente)


def _van_dossier(request: HttpRequest, gemeente: Gemeente, brief: Briefsoort, nummer: str) -> Any:
    """Write the letter for a real dossier, with what that has of it; the rest is invented.

    Raises ActieFout for a dossier that this user may not see.
    """
    by, on = gebruiker(request), timezone.localdate()
    zichtbaar = Dossier.objects.visible_to(by).voor_pagina().filter(gemeente=gemeente)
    dossier = zichtbaar.filter(nummer=nummer).first()
    if dossier is None:
        raise ActieFout("Dit dossier is er niet, of u mag het niet zien. Kies een ander nummer, of laat het leeg.")
    if brief.van_dossier is not None:
        return brief.van_dossier(dossier, by, on)
    contact = dossier.casusregisseur or by
    voorbeeld = replace(
        brief.voorbeeld(),
        datum=on,
        afzender=_afzender(gemeente, brief),
        ontvanger=ontvanger(dossier.persoon),
        contactpersoon=contact.naam,
        telefoon=contact.telefoon,
    )
    return met_feiten(voorbeeld, dossier, on)


def _delen(brief: Briefsoort, form: BrieftekstForm) -> list[dict[str, Any]]:
    """Give the pieces of the letter from top to bottom: a field to write in, or what nobody can edit away."""
    return [
        {"veld": form[deel.code], "blok": deel} if deel in brief.blokken else {"vast": deel} for deel in brief.delen
    ]


def _versies(gemeente: Gemeente, soort: str) -> Any:
    """Give the concept first, then the versions from new to old."""
    rijen = Brieftekst.objects.filter(gemeente=gemeente, soort=soort)
    return rijen.select_related("bewaard_door", "gepubliceerd_door", "gemeente").order_by("-versie")


def _soort(code: str) -> Briefsoort:
    try:
        return briefsoort(code)
    except OnbekendeBrief:
        raise Http404 from None


def _gemeente(request: HttpRequest, code: str) -> Gemeente:
    eigen = Gemeente.objects.visible_to(gebruiker(request), Permission.BRIEVEN_BEHEREN)
    gemeente: Gemeente = get_object_or_404(eigen, code=code)
    return gemeente

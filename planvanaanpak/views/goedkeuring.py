"""The second pair of eyes: read a besluit before it is vastgesteld, approve it or send it back."""

from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.briefadres import zonder_geheim_adres
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.kop import dossier_context
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from planvanaanpak.actions.mandaat import NIET_MEER, goedkeuring_geven
from planvanaanpak.actions.mandaat import goedkeuring_intrekken as trek_in
from planvanaanpak.adresbron import list_adresplekken
from planvanaanpak.brief import BesluitBrief, uit_json
from planvanaanpak.forms.mandaat import GoedkeuringForm
from planvanaanpak.goedkeurkaart import eigen_vragen, list_rijen
from planvanaanpak.mandaatbron import soort_label, te_keuren_door
from planvanaanpak.mandaatkeuzes import Goedkeuringstatus
from planvanaanpak.models import Goedkeuring
from planvanaanpak.pdf import render_pdf
from planvanaanpak.views.stukken import VOORBEELD, geef_pdf

PER_BLADZIJDE = 25


@vereist(Permission.BESLUIT_VASTSTELLEN)
def goedkeuringen(request: HttpRequest) -> HttpResponse:
    """List what this user may approve, the longest waiting on top; or with `?toon=eigen` what they asked themselves."""
    user, on = gebruiker(request), timezone.localdate()
    eigen = request.GET.get("toon") == "eigen"
    rijen = eigen_vragen(user) if eigen else te_keuren_door(user, on).voor_lijst()
    bladzijde = Paginator(rijen.order_by("gevraagd_op", "pk"), PER_BLADZIJDE).get_page(request.GET.get("page"))
    context = {"eigen": eigen, "page_obj": bladzijde, "rijen": list_rijen(bladzijde)}
    return render(request, "planvanaanpak/goedkeuring_list.html", context)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def goedkeuring(request: HttpRequest, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    rij = get_goedkeuring(request, pk)
    dossier = get_dossier(request, rij.dossier.nummer, Permission.BESLUIT_VASTSTELLEN)
    form = GoedkeuringForm(ingevuld(request))
    if form.is_valid():
        with fouten_in(form):
            akkoord, opmerking = form.cleaned_data["oordeel"] == "goed", form.cleaned_data["opmerking"]
            gegeven = goedkeuring_geven(goedkeuring=rij, akkoord=akkoord, opmerking=opmerking, by=by, at=at, on=on)
            messages.success(request, _klaar(gegeven))
            return redirect("vandaag")
    kan = te_keuren_door(by, on).filter(pk=rij.pk).exists()
    brief = uit_json(rij.brief)
    context = dossier_context(request, dossier, pad="Goedkeuring") | {
        "goedkeuring": rij,
        "soort": soort_label(rij.soort),
        "brief": brief,
        "adresplekken": () if rij.besluit else list_adresplekken(dossier.persoon, vars(brief)),
        "form": form if kan or request.method == "POST" else None,
        "knop": "Versturen",
        "annuleer_url": dossier.get_absolute_url(),
        "kan_intrekken": rij.besluit is None and rij.status not in NIET_MEER,
        "kan_vaststellen": rij.status == Goedkeuringstatus.GOEDGEKEURD and rij.besluit is None,
        "velden": [(naam, waarde) for naam, waarden in rij.invoer.items() for waarde in waarden],
    }
    return render(request, "planvanaanpak/goedkeuring.html", context)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def goedkeuring_intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question back that needs no answer any more."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    rij = get_goedkeuring(request, pk)
    dossier = get_dossier(request, rij.dossier.nummer, Permission.BESLUIT_VASTSTELLEN)
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            trek_in(goedkeuring=rij, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "De vraag om goedkeuring is ingetrokken. Er is niets besloten.")
            return redirect(dossier)
    extra = {"goedkeuring": rij, "soort": soort_label(rij.soort), "annuleer_url": rij.get_absolute_url()}
    template, titel = "planvanaanpak/goedkeuring_intrekken.html", "Vraag om goedkeuring intrekken"
    return toon(request, dossier, form, template, titel=titel, knop="Vraag intrekken", extra=extra)


def _klaar(goedkeuring: Goedkeuring) -> str:
    if goedkeuring.status == Goedkeuringstatus.GOEDGEKEURD:
        return f"Goedgekeurd. {goedkeuring.gevraagd_door.naam} stelt het besluit nu vast."
    return f"Teruggestuurd naar {goedkeuring.gevraagd_door.naam}, met uw opmerking."


@vereist(Permission.BESLUIT_VASTSTELLEN)
def goedkeuring_brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letter that was asked about, marked as concept; before the besluit without an address geheim by now."""
    rij = get_goedkeuring(request, pk)
    brief = uit_json(rij.brief)
    assert isinstance(brief, BesluitBrief)
    if rij.besluit is None:
        brief = replace(brief, ontvanger=zonder_geheim_adres(brief.ontvanger, rij.dossier.persoon))
    return geef_pdf(request, render_pdf(VOORBEELD, brief), f"{rij.dossier.nummer}-concept.pdf", inline=True)


def get_goedkeuring(request: HttpRequest, pk: int) -> Goedkeuring:
    """Give one of a gemeente where this user may decide, or a 404."""
    zichtbaar = Goedkeuring.objects.visible_to(gebruiker(request))
    naast = ("dossier", "gevraagd_door", "beslist_door", "besluit")
    rij: Goedkeuring = get_object_or_404(zichtbaar.select_related(*naast).defer("besluit__snapshot"), pk=pk)
    return rij

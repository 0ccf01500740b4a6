"""The half-yearly code for calls to UHT: who fetched it when. The code itself is never kept here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.actions.uht import verificatiecode_ophalen
from cases.models import Verificatiecode
from cases.verificatiecodes import komende, oude_werkt_tot
from cases.views.formulier import gebruiker

HOOGSTENS = 20


@vereist(Permission.DOSSIER_TOEWIJZEN)
def verificatiecodes(request: HttpRequest) -> HttpResponse:
    on, user = timezone.localdate(), gebruiker(request)
    vanaf = komende(on)
    rijen = Verificatiecode.objects.visible_to(user, Permission.DOSSIER_TOEWIJZEN)
    opgehaald = set(rijen.filter(geldig_vanaf=vanaf).values_list("gemeente", flat=True))
    gemeenten = Gemeente.objects.visible_to(user, Permission.DOSSIER_TOEWIJZEN)
    context = {
        "vanaf": vanaf,
        "oude_tot": oude_werkt_tot(vanaf),
        "standen": [(gemeente, gemeente.pk in opgehaald) for gemeente in gemeenten],
        "rijen": rijen.select_related("gemeente", "opgehaald_door")[:HOOGSTENS],
    }
    return render(request, "cases/verificatiecodes.html", context)


@vereist(Permission.DOSSIER_TOEWIJZEN)
def verificatiecode_opgehaald(request: HttpRequest, code: str) -> HttpResponse:
    """Note that the code was fetched; only by POST."""
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    gemeente = get_object_or_404(Gemeente.objects.visible_to(user, Permission.DOSSIER_TOEWIJZEN), code=code)
    if request.method == "POST":
        try:
            verificatiecode_ophalen(gemeente=gemeente, by=user, at=at, on=on)
            messages.success(request, "Vastgelegd dat de verificatiecode is opgehaald. Geef hem door aan uw collega's.")
        except ActieFout as fout:
            messages.error(request, str(fout))
    return redirect("verificatiecodes")

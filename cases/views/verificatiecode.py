"""The half-yearly code for calls to UHT: who fetched it when. The code itself is never kept here."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.actions.uht import verificatiecode_ophalen
from cases.beleid_bron import regels_per_gemeente
from cases.codeklok import code_begin
from cases.gemeentekaart import Klokregel, maak_klokregel, waarom_context
from cases.gemeenteklokken import tel_uit
from cases.models import Verificatiecode
from cases.verificatiecodes import komende, lees_wissel, oude_werkt_tot
from cases.views.formulier import gebruiker

HOOGSTENS = 20


@vereist(Permission.DOSSIER_TOEWIJZEN)
def verificatiecodes(request: HttpRequest) -> HttpResponse:
    on, user = timezone.localdate(), gebruiker(request)
    vanaf = komende(on)
    rijen = Verificatiecode.objects.visible_to(user, Permission.DOSSIER_TOEWIJZEN)
    gemeenten = list(Gemeente.objects.visible_to(user, Permission.DOSSIER_TOEWIJZEN))
    context = {
        "vanaf": vanaf,
        "oude_tot": oude_werkt_tot(vanaf),
        "standen": _standen(gemeenten, vanaf, on),
        "rijen": rijen.select_related("gemeente", "opgehaald_door")[:HOOGSTENS],
    }
    return render(request, "cases/verificatiecodes.html", context)


def _standen(gemeenten: list[Gemeente], vanaf: date, on: date) -> list[tuple[Gemeente, Klokregel]]:
    """Give the clock of this code for each gemeente that has beleid."""
    per_gemeente = {gemeente.pk: gemeente for gemeente in gemeenten}
    begin = code_begin(vanaf)
    klokken = tel_uit([(pk, begin) for pk in per_gemeente], regels_per_gemeente(per_gemeente, on))
    regels = [(per_gemeente[klok.gemeente_id], klok) for klok in klokken]
    op_naam = sorted(regels, key=lambda paar: paar[0].naam)
    return [(gemeente, maak_klokregel(klok, gemeente, on, klaar="Opgehaald")) for gemeente, klok in op_naam]


@vereist(Permission.DOSSIER_TOEWIJZEN)
def verificatiecode_waarom(request: HttpRequest, code: str, sleutel: str) -> HttpResponse:
    """Say why the code of a day has to be fetched before it holds."""
    on, user = timezone.localdate(), gebruiker(request)
    gemeente = get_object_or_404(Gemeente.objects.visible_to(user, Permission.DOSSIER_TOEWIJZEN), code=code)
    vanaf = lees_wissel(sleutel)
    klokken = vanaf and tel_uit([(gemeente.pk, code_begin(vanaf))], regels_per_gemeente([gemeente.pk], on))
    if not klokken:
        raise Http404
    terug = {"terug_url": reverse("verificatiecodes"), "terug": "Terug naar de verificatiecode"}
    return render(request, "cases/gemeenteklok_waarom.html", waarom_context(klokken[0], gemeente, on, **terug))


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

"""Give a dossier voorrang over those that came first, and take it back; a coördinator decides."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import rang
from cases.forms.dossierformulier import fouten_in
from cases.forms.rang import RangredenForm, VoorrangForm
from cases.status import OPEN
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status

UITLEG = "Bijvoorbeeld: problemen op alle vijf leefgebieden, of UHT vraagt om voorrang. U beslist; uw naam staat erbij."


@vereist(Permission.DOSSIER_TOEWIJZEN)
def voorrang_geven(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_TOEWIJZEN)
    if terug := weiger_status(request, dossier, OPEN, "Voorrang geven"):
        return terug
    vraag = "Waarom gaat dit dossier voor?"
    form = VoorrangForm(ingevuld(request), dossier=dossier, on=on, vraag=vraag, uitleg=UITLEG)
    if form.is_valid():
        with fouten_in(form):
            rang.voorrang_geven(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "Dit dossier heeft voorrang.")
            return redirect(dossier)
    return toon(request, dossier, form, "cases/voorrang_form.html", titel="Voorrang geven")


@vereist(Permission.DOSSIER_TOEWIJZEN)
def voorrang_intrekken(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_TOEWIJZEN)
    if not dossier.voorrang_reden:
        messages.info(request, "Dit dossier heeft geen voorrang.")
        return redirect(dossier)
    form = RangredenForm(ingevuld(request), dossier=dossier, on=on, vraag="Waarom stopt de voorrang?")
    if form.is_valid():
        with fouten_in(form):
            rang.voorrang_intrekken(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "Dit dossier heeft geen voorrang meer.")
            return redirect(dossier)
    template = "cases/voorrang_intrekken_form.html"
    return toon(request, dossier, form, template, titel="Voorrang intrekken", knop="Intrekken")

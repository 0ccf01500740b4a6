from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import toewijzen as acties
from cases.forms.dossierformulier import fouten_in
from cases.forms.toewijzing import ToewijzenForm
from cases.status import TOE_TE_WIJZEN
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status


@vereist(Permission.DOSSIER_TOEWIJZEN)
def toewijzen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_TOEWIJZEN)
    if terug := weiger_status(request, dossier, TOE_TE_WIJZEN, "Toewijzen"):
        return terug
    form = ToewijzenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.toewijzen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "Het dossier is toegewezen.")
            return redirect(dossier)
    return toon(request, dossier, form, "cases/toewijzen_form.html", titel="Toewijzen", knop="Toewijzen")

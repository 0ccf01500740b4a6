from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import identiteit as acties
from cases.actions.verbeteren import TE_VERBETEREN
from cases.forms.dossierformulier import fouten_in
from cases.forms.identiteit import IdentiteitForm
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status


@vereist(Permission.DOSSIER_BEWERKEN)
def identiteit_vastleggen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record how it was seen who the inwoner is (Wabb art. 12)."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, TE_VERBETEREN, "De identiteit vastleggen"):
        return terug
    form = IdentiteitForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.identiteit_vastleggen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            messages.success(request, "De identiteit is vastgelegd.")
            return redirect("documenten", nummer)
    extra = {"annuleer_url": reverse("documenten", args=[nummer])}
    return toon(request, dossier, form, "cases/identiteit_form.html", titel="Identiteit vastleggen", extra=extra)

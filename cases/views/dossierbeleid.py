"""Let a dossier follow other beleid, after a look at every clock before and after."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import dossierbeleid as acties
from cases.forms.dossierbeleid import DossierbeleidForm
from cases.forms.dossierformulier import fouten_in
from cases.status import OPEN
from cases.verschuiving import in_een_zin
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status


@vereist(Permission.DOSSIER_HERSTELLEN)
def dossier_beleid(request: HttpRequest, nummer: str) -> HttpResponse:
    """First show what moves; saved when the same beleid is sent again from that page."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_HERSTELLEN)
    if terug := weiger_status(request, dossier, OPEN, acties.WAT):
        return terug
    form = DossierbeleidForm(ingevuld(request), dossier=dossier, on=on)
    beleid, knop = None, "Bekijk wat er verandert"
    if form.is_valid():
        beleid, knop = form.cleaned_data["beleid"], "Ander beleid volgen"
        if request.POST.get("bekeken") == str(beleid.pk):
            with fouten_in(form):
                wat = {"beleid": beleid, "reden": form.cleaned_data["reden"]}
                verschuivingen = acties.beleid_kiezen(dossier=dossier, **wat, by=gebruiker(request), at=at, on=on)
                zin = in_een_zin(verschuivingen) or " Er is geen termijn verschoven."
                messages.success(request, f"Dit dossier volgt nu: {beleid}.{zin}")
                return redirect(dossier)
    extra = {
        "annuleer_url": reverse("herstellen", args=[dossier.nummer]),
        "beleid": beleid,
        "verschuivingen": acties.voorspel_beleid(dossier, beleid, on) if beleid else [],
        "heeft_keuze": acties.list_kiesbaar(dossier, on).exists(),
    }
    titel = "Ander beleid voor dit dossier"
    return toon(request, dossier, form, "cases/dossierbeleid_form.html", titel=titel, knop=knop, extra=extra)

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import gesprekken as acties
from cases.forms.dossierformulier import fouten_in
from cases.forms.hulpvragen import HulpvraagForm
from cases.models import Hulpvraag
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status

NU_ACUUT = "De hulpvraag is acuut. Leg ook vast welke bedreigende situatie er is."


@vereist(Permission.DOSSIER_BEWERKEN)
def hulpvraag_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Correct a hulpvraag; one that becomes acute leads on to the question which situatie there is."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    hulpvraag = get_object_or_404(Hulpvraag.objects.geldig(), dossier=dossier, pk=pk)
    if terug := weiger_status(request, dossier, acties.VAST_TE_STELLEN, "Een hulpvraag wijzigen"):
        return terug
    form = HulpvraagForm(ingevuld(request), hulpvraag=hulpvraag, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            acties.hulpvraag_wijzigen(hulpvraag=hulpvraag, **wat, by=gebruiker(request), at=at)
            messages.success(request, "De hulpvraag is gewijzigd.")
            if form.is_nu_acuut and dossier.is_open:
                messages.warning(request, NU_ACUUT)
                return redirect("acuut_melden", dossier.nummer)
            return redirect(dossier)
    titel = f"Hulpvraag wijzigen: {hulpvraag.get_leefgebied_display().lower()}"
    return toon(request, dossier, form, "cases/hulpvraag_form.html", titel=titel, extra={"hulpvraag": hulpvraag})

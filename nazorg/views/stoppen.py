"""Stop the nazorg after UHT said that somebody is not gedupeerd."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.stappen import open_termijn
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from nazorg.actions import stoppen as acties
from nazorg.bron import nazorg_van
from nazorg.forms.eindgrond import NazorgStoppenForm
from nazorg.termijnen import NAZORG_STOP


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorg_stoppen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, acties.IN_ACCLIMATISATIE, "De nazorg stoppen"):
        return terug
    nazorg = nazorg_van(dossier)
    if nazorg is None or (request.method != "POST" and nazorg.traject.afgesloten_op is not None):
        messages.info(request, "De nazorg is al gestopt." if nazorg else "Dit dossier heeft geen nazorg.")
        return redirect(dossier)
    form = NazorgStoppenForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.nazorg_stoppen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            messages.success(request, "De nazorg is gestopt. Maak nu het besluit dat de ondersteuning eindigt.")
            return redirect(dossier)
    extra = {"termijn": open_termijn(dossier, NAZORG_STOP.code)}
    template, titel = "nazorg/nazorg_stoppen_form.html", "Nazorg stoppen"
    return toon(request, dossier, form, template, titel=titel, knop="Nazorg stoppen", extra=extra)

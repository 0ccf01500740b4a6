from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.aanmelden import controlepunt_afhandelen
from cases.forms.controle import ControlepuntForm
from cases.forms.dossierformulier import fouten_in
from cases.models import Controlepunt
from cases.views.dossier import list_samenvoegen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from cases.vraagkaart import vraagpaginas


@vereist(Permission.DOSSIER_BEWERKEN)
def controlepunt(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    punt = get_object_or_404(dossier.controlepunten, pk=pk)
    if punt.afgehandeld_op is not None:
        messages.info(request, "Dit punt is al afgehandeld.")
        return redirect(dossier)
    form = ControlepuntForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            controlepunt_afhandelen(punt=punt, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "Het punt is afgehandeld.")
            return redirect(dossier)
    extra = {
        "punt": punt,
        "samenvoegen": list_samenvoegen(dossier, punt, gebruiker(request)),
        "beslissen": vraagpaginas(dossier) if punt.soort == Controlepunt.Soort.UHT else [],
    }
    titel = "Controlepunt afhandelen"
    return toon(request, dossier, form, "cases/controlepunt_form.html", titel=titel, knop="Afhandelen", extra=extra)

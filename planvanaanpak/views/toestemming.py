"""Who wants letters electronically: one page per dossier, a form to record it and one to take it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.kop import dossier_context
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from planvanaanpak.actions import toestemming as acties
from planvanaanpak.forms.verzending import ToestemmingForm, ToestemmingIntrekkenForm
from planvanaanpak.models import Berichttoestemming


@vereist(Permission.DOSSIER_ZIEN)
def toestemmingen(request: HttpRequest, nummer: str) -> HttpResponse:
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    mag = gebruiker(request).mag(Permission.DOSSIER_BEWERKEN, dossier.gemeente_id)
    rijen = Berichttoestemming.objects.filter(persoon=dossier.persoon_id)
    context = dossier_context(request, dossier, pad="Elektronische post") | {
        "toestemmingen": rijen.select_related("vastgelegd_door", "ingetrokken_door", "document"),
        "mag": mag and dossier.status in acties.MET_POST,
    }
    return render(request, "planvanaanpak/toestemming_list.html", context)


@vereist(Permission.DOSSIER_BEWERKEN)
def toestemming_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, acties.MET_POST, "Toestemming voor elektronische post vastleggen"):
        return terug
    begin = {"gegeven_op": on, "adres": dossier.persoon.email}
    form = ToestemmingForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.toestemming_vastleggen(dossier=dossier, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "De toestemming is vastgelegd.")
            return redirect("toestemmingen", nummer)
    template, titel = "planvanaanpak/toestemming_form.html", "Toestemming vastleggen"
    extra = {"annuleer_url": reverse("toestemmingen", args=[nummer])}
    return toon(request, dossier, form, template, titel=titel, knop="Vastleggen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def toestemming_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(Berichttoestemming, pk=pk, persoon=dossier.persoon_id)
    if rij.tot is not None:
        messages.info(request, "Deze toestemming geldt al niet meer.")
        return redirect("toestemmingen", nummer)
    form = ToestemmingIntrekkenForm(ingevuld(request), initial={"tot": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.toestemming_intrekken(dossier=dossier, toestemming=rij, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "De toestemming is ingetrokken. Brieven gaan weer met de post.")
            return redirect("toestemmingen", nummer)
    extra = {"toestemming": rij, "annuleer_url": reverse("toestemmingen", args=[nummer])}
    template, titel = "planvanaanpak/toestemming_intrekken.html", "Toestemming intrekken"
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra=extra)

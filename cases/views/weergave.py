"""The lists that somebody saved: keep the one in sight, and rename or delete them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from accounts.permissions import Permission, vereist
from cases.actions.lijst import WEERGAVEN_HOOGSTENS, weergave_bewaren, weergave_hernoemen, weergave_verwijderen
from cases.forms.dossierformulier import fouten_in
from cases.forms.lijst import Dossierfilter
from cases.forms.weergave import WeergaveForm
from cases.lijstwoorden import in_woorden
from cases.models import Lijstweergave
from cases.views.formulier import gebruiker, ingevuld


@vereist(Permission.DOSSIER_ZIEN)
def weergaven(request: HttpRequest) -> HttpResponse:
    eigen = Lijstweergave.objects.visible_to(gebruiker(request))
    context = {"weergaven": eigen, "hoogstens": WEERGAVEN_HOOGSTENS}
    return render(request, "cases/weergave_list.html", context)


@vereist(Permission.DOSSIER_ZIEN)
def weergave_nieuw(request: HttpRequest) -> HttpResponse:
    """Save the list whose choice stands in the address."""
    user = gebruiker(request)
    filterformulier = Dossierfilter(request.GET, user=user)
    filters = filterformulier.adresdeel()
    kolommen = filters.pop("kolom", [])
    form = WeergaveForm(ingevuld(request))
    if form.is_valid():
        with fouten_in(form):
            naam = form.cleaned_data["naam"]
            weergave, is_nieuw = weergave_bewaren(user=user, naam=naam, filters=filters, kolommen=kolommen)
            wat = "is bewaard" if is_nieuw else "bestond al en is vervangen"
            messages.success(request, f"De weergave {weergave.naam} {wat}.")
            return redirect(weergave.adres)
    terug = f"{reverse('dossiers')}?{urlencode(filterformulier.adresdeel(), doseq=True)}"
    context = {"form": form, "regels": in_woorden(filterformulier), "annuleer_url": terug}
    return render(request, "cases/weergave_nieuw_form.html", context)


@vereist(Permission.DOSSIER_ZIEN)
def weergave(request: HttpRequest, pk: int) -> HttpResponse:
    een = get_object_or_404(Lijstweergave.objects.visible_to(gebruiker(request)), pk=pk)
    if request.method == "POST" and "verwijderen" in request.POST:
        weergave_verwijderen(weergave=een)
        messages.success(request, f"De weergave {een.naam} is verwijderd.")
        return redirect("weergaven")
    form = WeergaveForm(ingevuld(request), initial={"naam": een.naam})
    if form.is_valid():
        with fouten_in(form):
            weergave_hernoemen(weergave=een, naam=form.cleaned_data["naam"])
            messages.success(request, f"De weergave heet nu {een.naam}.")
            return redirect("weergaven")
    return render(request, "cases/weergave_form.html", {"form": form, "weergave": een})

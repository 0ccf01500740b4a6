"""Files that stand ready in the gegevensportaal: noting one, recording that it was fetched, and why by that day."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.kladformulier import ingevuld
from accounts.permissions import Permission, vereist
from cases.actions.afronding import afronden
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in
from cases.gemeentekaart import waarom_context
from cases.views.formulier import gebruiker
from config.weergave import datum
from portal_import.actions.bestanden import portaalbestand_melden
from portal_import.forms import PortaalbestandForm
from portal_import.klok import klok_van
from portal_import.models import Portaalbestand
from portal_import.soorten import MET_DE_HAND, Bestandsoort


@vereist(Permission.IMPORT)
def portaalbestand_nieuw(request: HttpRequest) -> HttpResponse:
    on, user = timezone.localdate(), gebruiker(request)
    form = PortaalbestandForm(ingevuld(request), initial={"geplaatst_op": on}, user=user)
    if form.is_valid():
        with fouten_in(form):
            bestand = portaalbestand_melden(**form.cleaned_data, by=user, at=timezone.now(), on=on)
            klok = klok_van(bestand, on)
            tot = f" Haal het op uiterlijk {datum(klok.uiterste_datum)}." if klok else ""
            messages.success(request, f"Het bestand is gemeld.{tot}")
            return redirect("imports")
    context = {"form": form, "titel": "Bestand in het portaal melden", "knop": "Melden"}
    return render(request, "portal_import/portaalbestand_form.html", {**context, "annuleer_url": reverse("imports")})


@require_POST
@vereist(Permission.IMPORT)
def portaalbestand_opgehaald(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the file was fetched today; its clock stops."""
    on, user = timezone.localdate(), gebruiker(request)
    bestand = get_object_or_404(Portaalbestand.objects.visible_to(user).select_related("gemeente"), pk=pk)
    klok = klok_van(bestand, on)
    if klok is None:
        raise Http404
    try:
        afronden(gemeente=bestand.gemeente, klok=klok, datum=on, by=user, at=timezone.now(), on=on)
        verder = MET_DE_HAND.get(Bestandsoort(bestand.soort), "Lees het nu in: kies Lijst kiezen.")
        messages.success(request, f"Vastgelegd dat het bestand is opgehaald. {verder}")
    except ActieFout as fout:
        messages.error(request, str(fout))
    return redirect("imports")


@vereist(Permission.IMPORT)
def portaalbestand_waarom(request: HttpRequest, pk: int) -> HttpResponse:
    on = timezone.localdate()
    zichtbaar = Portaalbestand.objects.visible_to(gebruiker(request))
    bestand = get_object_or_404(zichtbaar.select_related("gemeente"), pk=pk)
    klok = klok_van(bestand, on)
    if klok is None:
        raise Http404
    terug = {"terug_url": reverse("imports"), "terug": "Terug naar de lijsten"}
    return render(request, "cases/gemeenteklok_waarom.html", waarom_context(klok, bestand.gemeente, on, **terug))

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.dossier import VOOR_EERSTE_GESPREK, driegesprek_vastleggen, eerste_gesprek_vastleggen
from cases.forms.dossierformulier import fouten_in
from cases.forms.gesprek import DriegesprekForm, EersteGesprekForm
from cases.models import Driegesprek
from cases.status import OPEN
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from cases.vooruitblik import in_een_zin, list_klokken


@vereist(Permission.DOSSIER_BEWERKEN)
def eerste_gesprek(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record the eerste gesprek. The page shows which clocks will run, for the date that is filled in."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, VOOR_EERSTE_GESPREK, "Het eerste gesprek vastleggen"):
        return terug
    form = EersteGesprekForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    bekijken = "bekijken" in request.POST
    if not bekijken and form.is_valid():
        with fouten_in(form):
            gegevens = form.cleaned_data
            gesprek = eerste_gesprek_vastleggen(dossier=dossier, **gegevens, by=gebruiker(request), at=at, on=on)
            klokken = list_klokken(dossier, gesprek.datum)
            messages.success(request, f"Het eerste gesprek is vastgelegd. {in_een_zin(klokken)}")
            return redirect(dossier)
    datum = form.gekozen_datum
    if bekijken:
        form.toon_alleen_datum()
    extra = {"datum": datum, "klokken": list_klokken(dossier, datum) if datum else []}
    titel = "Eerste gesprek vastleggen"
    return toon(request, dossier, form, "cases/eerste_gesprek_form.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def driegesprek_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een driegesprek vastleggen"):
        return terug
    form = DriegesprekForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            gegevens = form.cleaned_data
            gesprek = driegesprek_vastleggen(dossier=dossier, **gegevens, by=gebruiker(request), at=at, on=on)
            messages.success(request, _telt_mee(gesprek))
            return redirect(dossier)
    return toon(request, dossier, form, "cases/driegesprek_form.html", titel="Driegesprek vastleggen")


def _telt_mee(gesprek: Driegesprek) -> str:
    if gesprek.derde == Driegesprek.Derde.GEEN:
        return "Het gesprek is vastgelegd. Het telt niet mee voor de SPUK, want er was geen derde partij bij."
    return "Het driegesprek is vastgelegd. Het telt mee voor de SPUK, onderdeel F."

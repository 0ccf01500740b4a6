from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import hulp
from cases.forms.dossierformulier import fouten_in
from cases.forms.hulp import HulpAfwijzenForm, HulpHervattenForm
from cases.forms.verbeteren import RedenForm
from cases.keuzes import WilOndersteuning
from cases.status import VOOR_EERSTE_GESPREK
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status


@vereist(Permission.DOSSIER_BEWERKEN)
def hulp_afwijzen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record that somebody wants no help, or not now."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, VOOR_EERSTE_GESPREK, "Vastleggen dat iemand nu geen hulp wil"):
        return terug
    form = HulpAfwijzenForm(ingevuld(request), dossier=dossier, on=on, initial={"datum": on})
    if form.is_valid():
        with fouten_in(form):
            gegevens = {**form.cleaned_data, "wil": WilOndersteuning(form.cleaned_data["wil"])}
            hulp.hulp_afwijzen(dossier=dossier, **gegevens, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Vastgelegd. Er lopen geen termijnen meer en er staat geen gesprek meer gepland.")
            return redirect(dossier)
    return toon(request, dossier, form, "cases/hulp_afwijzen_form.html", titel="Wil nu geen hulp")


@vereist(Permission.DOSSIER_BEWERKEN)
def hulp_hervatten(request: HttpRequest, nummer: str) -> HttpResponse:
    """Take up the help that somebody asks for after all."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, hulp.GEEN_HULP, "Hulp hervatten"):
        return terug
    form = HulpHervattenForm(ingevuld(request), dossier=dossier, on=on, initial={"datum": on})
    if form.is_valid():
        with fouten_in(form):
            hulp.hulp_hervatten(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            messages.success(request, "De hulp is hervat. De termijnen lopen weer.")
            return redirect(dossier)
    return toon(request, dossier, form, "cases/hulp_hervatten_form.html", titel="Hulp hervatten", knop="Hulp hervatten")


@vereist(Permission.DOSSIER_BEWERKEN)
def hulp_vergissing(request: HttpRequest, nummer: str) -> HttpResponse:
    """Undo a no that was never said."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, hulp.GEEN_HULP, "'Wil nu geen hulp' ongedaan maken"):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            hulp.hulp_vergissing(dossier=dossier, reden=reden, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Hersteld. De termijnen lopen weer zoals daarvoor.")
            return redirect(dossier)
    titel, knop = "Dit was een vergissing", "Ongedaan maken"
    return toon(request, dossier, form, "cases/hulp_vergissing_form.html", titel=titel, knop=knop)

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import hulpvragen as acties
from cases.actions.gesprekken import VAST_TE_STELLEN
from cases.forms.dossierformulier import fouten_in
from cases.forms.hulpvragen import HulpvraagForm
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier, Hulpvraag
from cases.status import VOOR_EERSTE_GESPREK
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status

IN_HET_PLAN = "Is het plan al begonnen? Dat verandert niet vanzelf mee. Pas de hulpvraag daar ook aan."
GEEN_MEER = "Er is nu geen hulpvraag meer in dit dossier. Bespreek met de inwoner of er nog hulp nodig is."
NU_ACUUT = "De hulpvraag is acuut. Leg ook vast welke bedreigende situatie er is."


@vereist(Permission.DOSSIER_BEWERKEN)
def hulpvraag_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Correct a hulpvraag; one that becomes acute leads on to the question which situatie there is."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    hulpvraag = get_object_or_404(Hulpvraag.objects.select_related("gesprek"), dossier=dossier, pk=pk)
    if terug := _weiger(request, dossier, hulpvraag, "Een hulpvraag wijzigen"):
        return terug
    form = HulpvraagForm(ingevuld(request), hulpvraag=hulpvraag, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            acties.hulpvraag_wijzigen(hulpvraag=hulpvraag, **wat, by=gebruiker(request), at=at)
            messages.success(request, "De hulpvraag is gewijzigd.")
            if form.is_verplaatst:
                _meld_plan(request, dossier)
            if form.is_nu_acuut and dossier.is_open:
                messages.warning(request, NU_ACUUT)
                return redirect("acuut_melden", dossier.nummer)
            return redirect(dossier)
    titel = f"Hulpvraag wijzigen: {hulpvraag.get_leefgebied_display().lower()}"
    return toon(request, dossier, form, "cases/hulpvraag_form.html", titel=titel, extra={"hulpvraag": hulpvraag})


@vereist(Permission.DOSSIER_BEWERKEN)
def hulpvraag_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Note that this is no hulpvraag, or not any more."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    hulpvraag = get_object_or_404(Hulpvraag.objects.select_related("gesprek"), dossier=dossier, pk=pk)
    if terug := _weiger(request, dossier, hulpvraag, "Een hulpvraag intrekken"):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.hulpvraag_intrekken(hulpvraag=hulpvraag, reden=reden, by=gebruiker(request), at=at)
            messages.success(request, f"Geen hulpvraag meer bij {hulpvraag.get_leefgebied_display().lower()}.")
            _meld_plan(request, dossier)
            if not dossier.hulpvragen.geldig().exists():
                messages.warning(request, GEEN_MEER)
            return redirect(dossier)
    titel = f"Geen hulpvraag meer: {hulpvraag.get_leefgebied_display().lower()}"
    template, extra = "cases/hulpvraag_intrekken_form.html", {"hulpvraag": hulpvraag}
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra=extra)


def _weiger(request: HttpRequest, dossier: Dossier, hulpvraag: Hulpvraag, wat: str) -> HttpResponse | None:
    """Send somebody back who opens what can't be changed now; a POST is refused by the action itself."""
    return (
        weiger_status(request, dossier, VAST_TE_STELLEN, wat)
        or weiger_ingetrokken(request, hulpvraag.gesprek, "Het gesprek van deze hulpvraag", dossier)
        or weiger_ingetrokken(request, hulpvraag, "Deze hulpvraag", dossier)
    )


def _meld_plan(request: HttpRequest, dossier: Dossier) -> None:
    """Say that a plan keeps the hulpvraag as it took it over when it was begun."""
    if dossier.status not in VOOR_EERSTE_GESPREK:
        messages.info(request, IN_HET_PLAN)

"""Who makes a bezwaar where that is not the inwoner, and the verzoek to go to the court at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, ingevuld, toon
from planvanaanpak.actions import indiener, rechtstreeks
from planvanaanpak.actions.bezwaarbasis import ZELF_BESLOTEN
from planvanaanpak.bezwaarbron import al_doorgezonden, bezwaartermijn_van
from planvanaanpak.forms.beroep import RechtstreeksForm
from planvanaanpak.forms.bezwaar import IndienerForm
from planvanaanpak.views.bezwaar import get_bezwaar, met_indiener, weiger


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_indiener(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Put right the name or address of another belanghebbende, also after the besluit op bezwaar."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij, loopt=False):
        return terug
    if request.method != "POST" and not rij.belanghebbende:
        messages.info(request, "De gegevens van de inwoner en van wie voor de inwoner optreedt, wijzigt u bij Mensen.")
        return redirect(rij)
    form = IndienerForm(ingevuld(request), rij=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            nu = {veld: form.cleaned_data[veld] for veld in form.wijzigbaar}
            indiener.indiener_wijzigen(bezwaar=rij, **nu, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "De gegevens zijn gewijzigd.")
            return redirect(rij)
    extra = {"annuleer_url": rij.get_absolute_url()}
    return toon(
        request,
        dossier,
        form,
        "cases/_dossierformulier.html",
        titel=met_indiener("Indiener wijzigen", rij),
        extra=extra,
    )


@vereist(Permission.BESLUIT_VASTSTELLEN)
def bezwaar_rechtstreeks(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Decide on the verzoek to go to the court at once, and note that the bezwaarschrift was sent on."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk, Permission.BESLUIT_VASTSTELLEN)
    if terug := weiger(request, rij):
        return terug
    doorzenden = al_doorgezonden(rij)
    if request.method != "POST" and not (rij.rechtstreeks or doorzenden):
        messages.info(request, "In dit bezwaarschrift staat geen verzoek om rechtstreeks beroep.")
        return redirect(rij)
    begin = {"gerecht": (dossier.gemeente.rechtbank.splitlines() or [""])[0].strip(), "datum": on}
    form = RechtstreeksForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            rij = rechtstreeks.rechtstreeks_beslissen(bezwaar=rij, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, _klaar(instemming=bool(rij.instemming)))
            return redirect(rij)
    extra = {
        "bezwaar": rij,
        "zelf": ZELF_BESLOTEN if rij.besluit.vastgesteld_door_id == by.pk else "",
        "doorzenden": doorzenden,
        "weigering": "" if doorzenden else rechtstreeks.weigering_rechtstreeks(rij, instemmen=True),
        "bezwaar_tot": bezwaartermijn_van(rij.besluit).uiterste_datum,
        "annuleer_url": rij.get_absolute_url(),
    }
    titel, template = "Verzoek om rechtstreeks beroep", "planvanaanpak/bezwaar_rechtstreeks.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Vastleggen", extra=extra)


def _klaar(*, instemming: bool) -> str:
    if instemming:
        return "Vastgelegd. Het bezwaar is bij het gerecht: er komt geen besluit op bezwaar. Schrijf dat de indiener."
    return "Vastgelegd. De gemeente behandelt het bezwaar zelf. Schrijf dat de indiener."

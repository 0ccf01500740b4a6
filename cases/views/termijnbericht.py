from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import termijnbericht as acties
from cases.actions.basis import ActieFout
from cases.actions.briefdruk import eis_adresseerbaar
from cases.forms.dossierformulier import fouten_in, met_uitweg
from cases.forms.termijnbericht import TermijnberichtForm
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status


@vereist(Permission.DOSSIER_BEWERKEN)
def termijnbericht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Ask the day and the reason, show the letter, and make it when it is sent again unchanged."""
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, acties.MET_BERICHT, acties.WAT):
        return terug
    termijn = _termijn(request, dossier)
    if termijn is None:
        return redirect(dossier)
    verzet, onderwerp = acties.verzet_datum(termijn, on), acties.onderwerp_van(dossier)
    form, brief = TermijnberichtForm(ingevuld(request), dossier=dossier, on=on, wat=onderwerp.wat, verzet=verzet), None
    if form.is_valid():
        with fouten_in(form):
            wat = {"verwacht_op": form.cleaned_data["verwacht_op"], "reden": form.cleaned_data["reden"]}
            if form.is_gezien:
                acties.termijnbericht_maken(dossier=dossier, **wat, by=user, at=at, on=on)
                messages.success(request, "De brief staat klaar. Download hem hieronder en verstuur hem vandaag.")
                return redirect("termijnbericht", nummer)
            brief = acties.stel_op(dossier, termijn, **wat, by=user, on=on)
            form.zet_gezien()
    return toon(
        request,
        dossier,
        form,
        "cases/termijnbericht_form.html",
        titel=f"Bericht: {onderwerp.wat} is later",
        knop="Brief maken" if brief else "Bekijk de brief",
        extra={
            "termijn": termijn,
            "brief": brief,
            "berichten": _berichten(termijn),
            "on": on,
            "wat": onderwerp.wat,
            "verzet": verzet,
            "verzetbaar": zoek_regel(termijn.regel).verzetbaar,
        },
    )


def _termijn(request: HttpRequest, dossier: Dossier) -> Termijn | None:
    """Give the clock of the letter; say why when no letter can go out."""
    try:
        termijn = acties.termijn_van(dossier)
        eis_adresseerbaar(dossier, gebruiker(request))
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return None
    return termijn


def _berichten(termijn: Termijn) -> object:
    return termijn.berichten.select_related("document", "door")

"""Record by hand that UHT said niet erkend, after a look at what that brings about."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.keuzes import ZONDER_RECHT, UhtStatus
from cases.models import Dossier
from cases.stappen import open_termijn
from cases.status import Status
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from config.weergave import datum
from nazorg.actions.acclimatisatie import VOOR_ACCLIMATISATIE, niet_erkend_vastleggen
from nazorg.actions.stoppen import IN_ACCLIMATISATIE
from nazorg.actions.toch_erkend import ondersteuning_hervatten
from nazorg.bron import list_doorlopend
from nazorg.forms.acclimatisatie import NietErkendForm, TochErkendForm
from nazorg.models import Acclimatisatie
from nazorg.termijnen import BLIJFT_LOPEN
from nazorg.vooruitblik import list_acclimatisatieklokken, list_hervatklokken, list_stoppen
from planvanaanpak.vensters import nog_toe_te_kennen

WAT = "Het bericht 'niet erkend' vastleggen"
TITEL = "Bericht ‘niet erkend’ vastleggen"


@vereist(Permission.DOSSIER_BEWERKEN)
def acclimatisatie(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if dossier.status == Status.ACCLIMATISATIE:
        messages.info(request, f"Het bericht is al vastgelegd.{_uiterlijk(dossier)}")
        return redirect(dossier)
    if terug := weiger_status(request, dossier, VOOR_ACCLIMATISATIE, WAT):
        return terug
    form = NietErkendForm(ingevuld(request), initial={"datum_gemeld": on}, dossier=dossier, on=on)
    if form.is_valid() and not wil_wijzigen(request):
        if not is_bevestigd(request):
            return _bevestigen(request, dossier, form, on)
        with fouten_in(form):
            gemeld = niet_erkend_vastleggen(dossier=dossier, **form.gegevens, by=by, at=at, on=on)
            messages.success(request, f"Het bericht is vastgelegd.{_uiterlijk_na(gemeld)}")
            return redirect(dossier)
    extra = {"is_erkend": dossier.uht_status == UhtStatus.ERKEND}
    return toon(request, dossier, form, "nazorg/acclimatisatie_form.html", titel=TITEL, knop="Verder", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def hervatten(request: HttpRequest, nummer: str) -> HttpResponse:
    """Take the support up again; the page says first which clocks run on, and until when."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, IN_ACCLIMATISATIE, "De ondersteuning hervatten"):
        return terug
    form = TochErkendForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            nu = ondersteuning_hervatten(dossier=dossier, **form.cleaned_data, by=by, at=at, on=on)
            terug_op = nu.get_status_display()
            messages.success(request, f"De ondersteuning is hervat. Het dossier staat weer op '{terug_op}'.")
            return redirect(dossier)
    extra = {
        "heeft_recht": UhtStatus(dossier.uht_status) not in ZONDER_RECHT,
        "klokken": list_hervatklokken(dossier, on),
        "wordt": dossier.acclimatisatie.get_stond_op_display(),
    }
    titel, knop = "Ondersteuning hervatten", "Ondersteuning hervatten"
    return toon(request, dossier, form, "nazorg/toch_erkend_form.html", titel=titel, knop=knop, extra=extra)


def _bevestigen(request: HttpRequest, dossier: Dossier, form: NietErkendForm, on: date) -> HttpResponse:
    gemeld = form.cleaned_data["datum_gemeld"]
    klokken = list_acclimatisatieklokken(dossier, gemeld)
    extra: dict[str, Any] = {
        "gegevens": form.gegevens,
        "klokken": klokken,
        "toekennen": nog_toe_te_kennen(dossier, {klok.regel: klok.uiterste_datum for klok in klokken}, on),
        "stoppen": list_stoppen(dossier, on, behalve=BLIJFT_LOPEN),
        "doorlopend": list_doorlopend(dossier, gemeld),
    }
    template, knop = "nazorg/acclimatisatie_confirm.html", "Bericht vastleggen"
    return toon(request, dossier, form, template, titel="Bericht bevestigen", knop=knop, extra=extra)


def _uiterlijk(dossier: Dossier) -> str:
    termijn = open_termijn(dossier, "acclimatisatie")
    return f" Beëindig de ondersteuning uiterlijk {datum(termijn.uiterste_datum)}." if termijn else ""


def _uiterlijk_na(gemeld: Acclimatisatie) -> str:
    """Say the last day that was just computed; the dossier of the page had its clocks fetched before."""
    termijn = gemeld.dossier.termijnen.get(regel="acclimatisatie", aanleiding=f"acclimatisatie:{gemeld.pk}")
    return f" Beëindig de ondersteuning uiterlijk {datum(termijn.uiterste_datum)}."

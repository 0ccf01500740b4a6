from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import aanmelden, bsn
from cases.actions.basis import ActieFout
from cases.dubbelen import VERGELEKEN
from cases.forms.dossierformulier import fouten_in
from cases.forms.persoon import PersoonForm
from cases.views.dossier import overzicht
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from cases.views.lijktop import waarschuw_lijkt_op


@vereist(Permission.DOSSIER_BEWERKEN)
def persoon_wijzigen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = PersoonForm(ingevuld(request), persoon=dossier.persoon, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wijzigingen = form.wijzigingen()
            persoon = aanmelden.persoon_wijzigen(
                dossier=dossier,
                wijzigingen=wijzigingen,
                reden=form.cleaned_data["reden"],
                by=gebruiker(request),
                at=at,
            )
            messages.success(request, "De gegevens zijn gewijzigd.")
            if not VERGELEKEN.isdisjoint(wijzigingen):
                waarschuw_lijkt_op(request, persoon)
            return redirect(dossier)
    return toon(request, dossier, form, "cases/persoon_form.html", titel="Gegevens wijzigen")


@vereist(Permission.DOSSIER_BEWERKEN)
def bsn_tonen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Log it, and answer with the dossier page that shows the whole BSN: this one answer.

    Only by POST, as a link must never do this; whoever opens the address gets the dossier with the BSN hidden.
    """
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if request.method != "POST":
        return redirect(dossier)
    try:
        bsn.bsn_tonen(dossier=dossier, by=gebruiker(request), at=at)
    except ActieFout as fout:
        messages.error(request, str(fout))
        return redirect(dossier)
    return render(request, "cases/dossier_detail.html", overzicht(request, dossier, on, toon_bsn=True))

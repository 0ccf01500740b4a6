"""Report and lift a bedreigende situatie, from a page of its own or with a contact or a gesprek."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from accounts.permissions import Permission, vereist
from cases.actions.rang import acuut_melden as melden
from cases.actions.rang import acuut_opheffen as opheffen
from cases.forms.acuut import MetAcuut
from cases.forms.dossierformulier import fouten_in
from cases.forms.rang import AcuutForm, RangredenForm
from cases.models import Dossier
from cases.status import OPEN
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status

GEMELD = "De bedreigende situatie is gemeld. Dit dossier staat nu boven aan de lijsten."


def meld_acuut(request: HttpRequest, dossier: Dossier, form: MetAcuut, at: datetime) -> None:
    """Report what a form about a contact or gesprek said, in the transaction of the caller."""
    if form.melding:
        melden(dossier=dossier, **form.melding, by=gebruiker(request), at=at)
        messages.warning(request, GEMELD)


def meld_nog_acuut(request: HttpRequest, dossier: Dossier) -> None:
    """Say that a dossier stays acute when a gesprek was withdrawn, with the way to lift it.

    It may have been reported with that gesprek, about somebody else. What was reported is left out: a message is kept
    in the browser.
    """
    if dossier.acuut:
        url = reverse("acuut_opheffen", args=[dossier.nummer])
        wat = 'Dit dossier is nog acuut gemeld. Klopt dat ook niet? <a class="nl-link" href="{}">Melding opheffen</a>'
        messages.warning(request, format_html(wat, url))


@vereist(Permission.DOSSIER_BEWERKEN)
def acuut_melden(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een bedreigende situatie melden"):
        return terug
    form = AcuutForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            melden(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.warning(request, GEMELD)
            return redirect(dossier)
    titel = "Bedreigende situatie melden"
    return toon(request, dossier, form, "cases/acuut_form.html", titel=titel, knop="Melden")


@vereist(Permission.DOSSIER_BEWERKEN)
def acuut_opheffen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if not dossier.acuut:
        messages.info(request, "Dit dossier is niet acuut.")
        return redirect(dossier)
    vraag = "Waarom is de situatie niet meer bedreigend?"
    uitleg = "Bijvoorbeeld: de ontruiming is van de baan, er is een betalingsregeling."
    form = RangredenForm(ingevuld(request), dossier=dossier, on=on, vraag=vraag, uitleg=uitleg)
    if form.is_valid():
        with fouten_in(form):
            opheffen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "Dit dossier is niet meer acuut.")
            return redirect(dossier)
    titel = "Bedreigende situatie opheffen"
    return toon(request, dossier, form, "cases/acuut_opheffen_form.html", titel=titel, knop="Opheffen")

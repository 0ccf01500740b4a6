"""The clocks of the money: why they have their date, and recording that it was done."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.actions.afronding import afronden, afronding_terugnemen
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in
from cases.gemeentekaart import waarom_context
from cases.gemeenteklok import Gemeenteklok
from cases.gemeenteklokken import klokbron
from spuk.forms.klokken import GedaanForm
from spuk.klokken import TE_DOEN
from spuk.klokregels import vind_klok
from spuk.views.basis import gebruiker, get_gemeente


def klok_url(gemeente: Gemeente, klok: Gemeenteklok, on: date) -> str:
    return klokbron(klok.regel).url(gemeente.code, klok, on)


def _get_klok(gemeente: Gemeente, regel: str, sleutel: str, on: date) -> Gemeenteklok:
    klok = vind_klok(gemeente, regel, sleutel, on)
    if klok is None:
        raise Http404
    return klok


@vereist(Permission.SPUK_ZIEN)
def spuk_waarom(request: HttpRequest, code: str, regel: str, sleutel: str) -> HttpResponse:
    gemeente, on = get_gemeente(request, code), timezone.localdate()
    klok = _get_klok(gemeente, regel, sleutel, on)
    terug_url = klok_url(gemeente, klok, on)
    context = waarom_context(klok, gemeente, on, terug_url=terug_url, terug="Terug naar de verantwoording")
    return render(request, "cases/gemeenteklok_waarom.html", context)


@vereist(Permission.SPUK_BEWERKEN)
def spuk_gedaan(request: HttpRequest, code: str, regel: str, sleutel: str) -> HttpResponse:
    """Record on which day it was done; the clock stops with that day and with who recorded it."""
    gemeente, on = get_gemeente(request, code, Permission.SPUK_BEWERKEN), timezone.localdate()
    klok = _get_klok(gemeente, regel, sleutel, on)
    if regel not in TE_DOEN:
        raise PermissionDenied
    form = GedaanForm(ingevuld(request), initial={"datum": on}, vraag=TE_DOEN[regel].vraag)
    terug_url = klok_url(gemeente, klok, on)
    if form.is_valid():
        with fouten_in(form):
            afronden(
                gemeente=gemeente,
                klok=klok,
                datum=form.cleaned_data["datum"],
                by=gebruiker(request),
                at=timezone.now(),
                on=on,
            )
            messages.success(request, f"Vastgelegd: {klok.wat} is gedaan.")
            return redirect(terug_url)
    context = {"form": form, "titel": f"{klok.regel.label}{klok.begin.over}", "klok": klok, "annuleer_url": terug_url}
    return render(request, "spuk/klok_form.html", {**context, "gemeente": gemeente, "knop": "Vastleggen"})


@require_POST
@vereist(Permission.SPUK_BEWERKEN)
def spuk_terugnemen(request: HttpRequest, code: str, regel: str, sleutel: str) -> HttpResponse:
    """Take back that it was done: the clock runs again."""
    gemeente, on = get_gemeente(request, code, Permission.SPUK_BEWERKEN), timezone.localdate()
    klok = _get_klok(gemeente, regel, sleutel, on)
    try:
        afronding_terugnemen(gemeente=gemeente, klok=klok, by=gebruiker(request), at=timezone.now())
        messages.success(request, f"Teruggenomen. {klok.wat} moet nog gebeuren.")
    except ActieFout as fout:
        messages.error(request, str(fout))
    return redirect(klok_url(gemeente, klok, on))

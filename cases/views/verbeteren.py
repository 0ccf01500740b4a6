"""Correct or withdraw a contact, a verificatie or a status of UHT; a driegesprek is corrected on its own page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from accounts.permissions import Permission, vereist
from cases.actions import identiteit, uhtherstel
from cases.actions import verbeteren as acties
from cases.actions.basis import ActieFout
from cases.dossierwerk import kan_plannen
from cases.forms.dossierformulier import fouten_in
from cases.forms.identiteit import IdentiteitVerbeterForm
from cases.forms.verbeteren import (
    ContactVerbeterForm,
    RedenForm,
    UhtStatusVerbeterForm,
    Verbeterformulier,
    VerificatieVerbeterForm,
)
from cases.keuzes import AfspraakSoort, AfspraakStatus, UhtStatus
from cases.models import Contact, Dossier, Driegesprek, Identiteitscontrole, UhtStatusWijziging, Verificatie
from cases.models.intrekbaar import Intrekbaar
from cases.registratie import statusvolgers
from cases.uhtstand import geldende, is_anders
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from config.weergave import datum


@dataclass(frozen=True, kw_only=True)
class Verbetersoort:
    """What is different for each: the words, the form and the actions. `naam` begins its URL names.

    `gevolgen` says what becomes of this very row's dossier when it is withdrawn, beside `gevolg`.
    """

    naam: str
    woord: str
    dit: str
    model: type[Intrekbaar]
    veld: str
    intrekken: Callable[..., Any]
    dag: str
    gevolg: str
    met_dag: bool = True
    # The page to go back to; without one that is the dossier.
    terug: str = ""
    gevolgen: Callable[[Dossier, Any, date], list[str]] = lambda dossier, rij, on: []

    @property
    def kop(self) -> str:
        return f"{self.woord[0].upper()}{self.woord[1:]}"

    def dag_van(self, rij: Intrekbaar) -> date:
        dag: date = getattr(rij, self.dag)
        return dag


CONTACT = Verbetersoort(
    naam="contact",
    woord="contact",
    dit="dit contact",
    model=Contact,
    veld="contact",
    intrekken=acties.contact_intrekken,
    dag="datum",
    gevolg="Het eerste contact en de termijnen die daaraan hangen, worden opnieuw bepaald.",
)
VERIFICATIE = Verbetersoort(
    naam="verificatie",
    woord="verificatie",
    dit="deze verificatie",
    model=Verificatie,
    veld="verificatie",
    intrekken=acties.verificatie_intrekken,
    dag="datum_gevraagd",
    gevolg="De status van het dossier en de termijn tot het eerste gesprek worden opnieuw bepaald.",
)


def _gevolgen_driegesprek(dossier: Dossier, rij: Driegesprek, on: date) -> list[str]:
    """Say that an afspraak of that day stays held: nothing ties it to this driegesprek (decision 1292)."""
    afspraken = dossier.afspraken.filter(soort=AfspraakSoort.DRIEGESPREK, status=AfspraakStatus.GEHOUDEN)
    if not afspraken.filter(datum=rij.datum, gesprek=None).exists():
        return []
    zin = f"De afspraak voor een driegesprek op {datum(rij.datum)} blijft op ‘gehouden’ staan."
    if not kan_plannen(dossier):
        return [zin]
    url = f"{reverse('afspraak_nieuw', args=[dossier.nummer])}?soort={AfspraakSoort.DRIEGESPREK}"
    return [format_html('{} Gaat het nog door? <a class="nl-link" href="{}">Plan het dan opnieuw</a>.', zin, url)]


DRIEGESPREK = Verbetersoort(
    naam="driegesprek",
    woord="driegesprek",
    dit="dit driegesprek",
    model=Driegesprek,
    veld="driegesprek",
    intrekken=acties.driegesprek_intrekken,
    dag="datum",
    gevolg="Voor de SPUK telt alleen wat klopt: een ingetrokken driegesprek telt niet mee.",
    met_dag=False,
    gevolgen=_gevolgen_driegesprek,
)


IDENTITEIT = Verbetersoort(
    naam="identiteit",
    woord="identiteit",
    dit="deze vaststelling",
    model=Identiteitscontrole,
    veld="controle",
    intrekken=identiteit.identiteit_intrekken,
    dag="datum",
    gevolg="Bovenaan staat de laatste keer dat de identiteit is gezien.",
    met_dag=False,
    terug="documenten",
)


def _gevolgen_status(dossier: Dossier, rij: UhtStatusWijziging, on: date) -> list[str]:
    """Say which status counts without this one, and what hangs on that."""
    rijen = geldende(dossier.uht_wijzigingen.all())
    blijven = [een for een in rijen if een.pk != rij.pk]
    if not blijven:
        return []
    nu, anders = blijven[0], is_anders(dossier.uht_status, rijen[0], blijven)
    zinnen = [volger.gevolg(dossier, rij, nu, on, anders=anders) for volger in statusvolgers()]
    status = UhtStatus(nu.status if anders else dossier.uht_status)
    wordt = "blijft" if status == dossier.uht_status else "wordt"
    return [f"De status bij UHT {wordt}: {status.label.lower()}.", *filter(None, zinnen)]


UHT_STATUS = Verbetersoort(
    naam="uht_status",
    woord="status van UHT",
    dit="deze status",
    model=UhtStatusWijziging,
    veld="wijziging",
    intrekken=uhtherstel.uht_status_intrekken,
    dag="dag",
    gevolg="De status bij UHT van dit dossier volgt uit wat er nu staat.",
    gevolgen=_gevolgen_status,
)


@vereist(Permission.DOSSIER_BEWERKEN)
def contact_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _wijzigen(request, nummer, pk, CONTACT, ContactVerbeterForm, acties.contact_wijzigen)


@vereist(Permission.DOSSIER_BEWERKEN)
def contact_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, CONTACT)


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _wijzigen(request, nummer, pk, VERIFICATIE, VerificatieVerbeterForm, acties.verificatie_wijzigen)


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, VERIFICATIE)


@vereist(Permission.DOSSIER_BEWERKEN)
def driegesprek_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, DRIEGESPREK)


@vereist(Permission.DOSSIER_BEWERKEN)
def identiteit_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _wijzigen(request, nummer, pk, IDENTITEIT, IdentiteitVerbeterForm, identiteit.identiteit_wijzigen)


@vereist(Permission.DOSSIER_BEWERKEN)
def identiteit_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, IDENTITEIT)


@vereist(Permission.DOSSIER_BEWERKEN)
def uht_status_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _wijzigen(request, nummer, pk, UHT_STATUS, UhtStatusVerbeterForm, uhtherstel.uht_status_wijzigen)


@vereist(Permission.DOSSIER_BEWERKEN)
def uht_status_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, UHT_STATUS)


def _terug(soort: Verbetersoort, dossier: Dossier) -> HttpResponse:
    return redirect(soort.terug, dossier.nummer) if soort.terug else redirect(dossier)


def _wijzigen(
    request: HttpRequest,
    nummer: str,
    pk: int,
    soort: Verbetersoort,
    formulier: type[Verbeterformulier],
    wijzigen: Callable[..., Any],
) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(soort.model, pk=pk, dossier=dossier)
    if terug := _weiger(request, dossier, rij, soort):
        return terug
    form = formulier(ingevuld(request), rij=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {soort.veld: rij, "wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            wijzigen(**wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"Het is verbeterd. {soort.gevolg}")
            return _terug(soort, dossier)
    extra = {"soort": soort, "intrekken_url": reverse(f"{soort.naam}_intrekken", args=[nummer, pk])}
    titel = f"{soort.kop} verbeteren"
    return toon(request, dossier, form, "cases/verbeteren_form.html", titel=titel, extra=extra)


def _intrekken(request: HttpRequest, nummer: str, pk: int, soort: Verbetersoort) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(soort.model, pk=pk, dossier=dossier)
    if terug := _weiger(request, dossier, rij, soort):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            dag = {"on": on} if soort.met_dag else {}
            wat = {soort.veld: rij, "reden": form.cleaned_data["reden"]}
            soort.intrekken(**wat, by=gebruiker(request), at=at, **dag)
            messages.success(request, f"Ingetrokken: {soort.woord} van {datum(soort.dag_van(rij))}. {soort.gevolg}")
            return _terug(soort, dossier)
    extra = {"soort": soort, "rij": rij, "dag": soort.dag_van(rij), "gevolgen": soort.gevolgen(dossier, rij, on)}
    titel = f"{soort.kop} intrekken"
    return toon(request, dossier, form, "cases/verbeteren_intrekken.html", titel=titel, knop="Intrekken", extra=extra)


def _weiger(request: HttpRequest, dossier: Dossier, rij: Intrekbaar, soort: Verbetersoort) -> HttpResponse | None:
    """Send somebody back who opens what can't be changed now; a POST is refused by the action itself."""
    if request.method != "POST" and rij.is_ingetrokken:
        messages.error(request, str(ActieFout(f"{soort.dit.capitalize()} is al ingetrokken: {rij.ingetrokken_reden}")))
        return redirect(dossier)
    return weiger_status(request, dossier, acties.TE_VERBETEREN, f"Een {soort.woord} verbeteren")

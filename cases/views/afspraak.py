from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from accounts.permissions import Permission, vereist
from cases.actions import afspraak as acties
from cases.beleid_bron import kalender_nu
from cases.contactstappen import gesprekstermijn, is_verteld
from cases.dossierwerk import kan_plannen, open_taken
from cases.forms.afspraak import AfspraakForm, AfspraakWijzigForm, AfzegForm, GehoudenForm
from cases.forms.dossierformulier import fouten_in
from cases.kalender import opvallend
from cases.keuzes import AfspraakSoort, AfspraakStatus, TaakSoort
from cases.models import Afspraak, Dossier
from cases.status import VOOR_EERSTE_GESPREK
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger
from config.weergave import datum as datumtekst

# The page on which a gesprek of this kind is recorded.
VASTLEGGEN = {
    AfspraakSoort.EERSTE_GESPREK: "eerste_gesprek",
    AfspraakSoort.GESPREK: "gesprek_nieuw",
    AfspraakSoort.DRIEGESPREK: "driegesprek_nieuw",
}


def agenda_context(dossier: Dossier, on: date) -> dict[str, Any]:
    """Give what is planned in a dossier and what was: the afspraken, and the open taken that stand by themselves."""
    afspraken = list(dossier.afspraken.select_related("door"))
    return {
        "on": on,
        "kan_plannen": kan_plannen(dossier),
        "gesprekstermijn": gesprekstermijn(dossier),
        "gepland": [afspraak for afspraak in afspraken if afspraak.status == AfspraakStatus.GEPLAND],
        "geweest": [a for a in reversed(afspraken) if a.status != AfspraakStatus.GEPLAND],
        "taken": [taak for taak in open_taken(dossier) if taak.soort != TaakSoort.AFSPRAAK],
    }


@vereist(Permission.DOSSIER_BEWERKEN)
def afspraak_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger(request, lambda: acties.eis_planbaar(dossier), dossier):
        return terug
    gevraagd = {veld: request.GET.get(veld) for veld in ("soort", "kanaal")}
    form = AfspraakForm(ingevuld(request), initial=gevraagd, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            gegevens = dict(form.cleaned_data)
            soort = gegevens.pop("soort")
            acties.afspraak_plannen(
                dossier=dossier, soort=soort, gegevens=gegevens, by=gebruiker(request), at=at, on=on
            )
            messages.success(request, f"De afspraak staat gepland op {datumtekst(gegevens['datum'])}.")
            _meld_dag(request, dossier, soort, gegevens["datum"], on)
            return redirect("contacten", nummer)
    titel, extra = "Gesprek plannen", _annuleer(dossier)
    return toon(request, dossier, form, "cases/afspraak_form.html", titel=titel, knop="Plannen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def afspraak(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, afspraak = _get(request, nummer, pk)
    if terug := _niet_gepland(request, afspraak):
        return terug
    form = AfspraakWijzigForm(ingevuld(request), rij=afspraak, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.afspraak_wijzigen(
                afspraak=afspraak,
                wijzigingen=form.wijzigingen(),
                reden=form.cleaned_data["reden"],
                by=gebruiker(request),
                at=at,
                on=on,
            )
            messages.success(request, "De afspraak is gewijzigd. De taken die erbij horen zijn mee verzet.")
            _meld_dag(request, dossier, afspraak.soort, form.cleaned_data["datum"], on)
            return redirect("contacten", nummer)
    extra = {"afspraak": afspraak, "on": on, **_annuleer(dossier)}
    return toon(request, dossier, form, "cases/afspraak_form.html", titel=_titel(afspraak), extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def afspraak_afzeggen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, afspraak = _get(request, nummer, pk)
    if terug := _niet_gepland(request, afspraak):
        return terug
    form = AfzegForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.afspraak_afzeggen(afspraak=afspraak, reden=reden, by=gebruiker(request), at=at)
            messages.success(request, "De afspraak is afgezegd. De taken die erbij horen zijn vervallen.")
            return redirect("contacten", nummer)
    return toon(
        request,
        dossier,
        form,
        "cases/afspraak_afzeggen.html",
        titel="Afspraak afzeggen",
        knop="Afzeggen",
        extra={"afspraak": afspraak, **_annuleer(dossier)},
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def afspraak_gehouden(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Lead to the page that records the gesprek, or close the afspraak when there is nothing (more) to record."""
    on, at = timezone.localdate(), timezone.now()
    dossier, afspraak = _get(request, nummer, pk)
    if terug := _niet_gepland(request, afspraak):
        return terug
    form = GehoudenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.afspraak_gehouden(
                afspraak=afspraak, gesprek=form.cleaned_data["gesprek"], by=gebruiker(request), at=at, on=on
            )
            messages.success(request, "De afspraak is afgesloten.")
            return redirect("contacten", nummer)
    vastleggen_url = _vastleggen_url(afspraak, dossier)
    extra = {
        "afspraak": afspraak,
        "vastleggen_url": vastleggen_url,
        # Recording the gesprek closes the afspraak too: closing alone is for when that can't be, or was done.
        "knop_soort": "secondary" if vastleggen_url else "primary",
        **_annuleer(dossier),
    }
    titel, template = "Is het gesprek gehouden?", "cases/afspraak_gehouden.html"
    return toon(request, dossier, form, template, titel=titel, knop="Afspraak afsluiten", extra=extra)


def _meld_dag(request: HttpRequest, dossier: Dossier, soort: str, dag: date, on: date) -> None:
    """Warn of a day on which a gesprek can be, and that may not be what was meant."""
    if let_op := opvallend(dag, kalender_nu(), on):
        messages.warning(request, f"{let_op} Klopt dat niet? Wijzig dan de afspraak.")
    _meld_te_laat(request, dossier, soort, dag)


def _meld_te_laat(request: HttpRequest, dossier: Dossier, soort: str, dag: date) -> None:
    """Say that the eerste gesprek is planned after its last day, with the way to the letter that tells it."""
    termijn = gesprekstermijn(dossier) if soort == AfspraakSoort.EERSTE_GESPREK else None
    if termijn is None or dag <= termijn.uiterste_datum or is_verteld(termijn, dag):
        return
    tekst = (
        f"Dat is na de uiterste datum van {datumtekst(termijn.uiterste_datum)}. Laat het de inwoner weten met een"
        " brief, of kies een eerdere dag."
    )
    url = reverse("termijnbericht", args=[dossier.nummer])
    messages.warning(request, format_html('{} <a class="nl-link" href="{}">Bericht maken</a>', tekst, url))


def _get(request: HttpRequest, nummer: str, pk: int) -> tuple[Dossier, Afspraak]:
    dossier = get_dossier(request, nummer)
    return dossier, get_object_or_404(dossier.afspraken.select_related("dossier"), pk=pk)


def _annuleer(dossier: Dossier) -> dict[str, str]:
    """Lead who leaves a form to where saving leads."""
    return {"annuleer_url": reverse("contacten", args=[dossier.nummer])}


def _niet_gepland(request: HttpRequest, afspraak: Afspraak) -> HttpResponse | None:
    """Send somebody back who opens an afspraak that is over."""
    if afspraak.status == AfspraakStatus.GEPLAND or request.method == "POST":
        return None
    messages.info(request, f"Deze afspraak is al {afspraak.get_status_display().lower()}.")
    return redirect("contacten", afspraak.dossier.nummer)


def _titel(afspraak: Afspraak) -> str:
    return f"Afspraak wijzigen: {afspraak.get_soort_display().lower()}"


def _vastleggen_url(afspraak: Afspraak, dossier: Dossier) -> str:
    """Give where the gesprek is recorded, as long as it can be."""
    soort = AfspraakSoort(afspraak.soort)
    al_geweest = soort == AfspraakSoort.EERSTE_GESPREK and dossier.status not in VOOR_EERSTE_GESPREK
    if soort not in VASTLEGGEN or al_geweest:
        return ""
    return f"{reverse(VASTLEGGEN[soort], args=[dossier.nummer])}?afspraak={afspraak.pk}"

"""Change which gesprek is the eerste gesprek, or its day, or withdraw it, after a look at all that moves."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import eerste_gesprek as acties
from cases.actions.afspraak_terug import zoek_afspraak
from cases.actions.klokken import voorspel_zonder
from cases.forms.dossierformulier import fouten_in
from cases.forms.eerste_gesprek import EersteGesprekWijzigenForm, GesprekVoorkeur
from cases.forms.rang import RangredenForm
from cases.klokken import stand_van
from cases.models import Dossier, Gesprek, Termijn
from cases.registratie import gesprekwaarschuwingen
from cases.stand import Stand
from cases.verificatiestand import status_voor_gesprek
from cases.verschuiving import Klokverschuiving, in_een_zin, loopt_niet
from cases.views.acuut import meld_nog_acuut
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger, weiger_status
from cases.views.gepland import afspraak_van, meld_terug
from cases.views.uit_zicht import meld_uit_zicht
from config.weergave import datum_lang

TITEL, INTREKKEN = "Eerste gesprek wijzigen", "Eerste gesprek intrekken"
ZONDER_VRAAG = (
    "Bij dit gesprek staan geen hulpvragen. Het eerste gesprek is het gesprek waarin u de hulpvragen vaststelde."
)


@vereist(Permission.DOSSIER_BEWERKEN)
def eerste_gesprek_wijzigen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, acties.MET_EERSTE_GESPREK, "Het eerste gesprek wijzigen"):
        return terug
    if dossier.datum_eerste_gesprek is None:
        messages.error(request, "Dit dossier heeft nog geen eerste gesprek. Leg het eerst vast.")
        return redirect("gesprekken", dossier.nummer)
    begin = GesprekVoorkeur(request.GET, dossier=dossier).begin
    form = EersteGesprekWijzigenForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid() and not wil_wijzigen(request):
        if not is_bevestigd(request):
            return _bevestigen(request, dossier, form, on)
        with fouten_in(form), meld_uit_zicht(request, dossier):
            wat = acties.eerste_gesprek_wijzigen(
                dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on
            )
            messages.success(request, _klaar(form.cleaned_data["datum"], wat))
            return redirect("gesprekken", dossier.nummer)
    return toon(request, dossier, form, "cases/eerste_gesprek_wijzigen_form.html", titel=TITEL, knop="Verder")


@dataclass(frozen=True)
class Kant:
    """One side of before and after: the last day, the state, and the day on which it was met."""

    tot: date
    stand: Stand
    gehaald: date | None


@dataclass(frozen=True)
class Regel:
    """One row of the table of before and after; a side that is None says that the clock does not run."""

    naam: str
    is_anders: bool
    voor: Kant | None
    na: Kant | None


def _regel(verschuiving: Klokverschuiving, on: date) -> Regel:
    voor, na = _kant(verschuiving.voor, on), _kant(verschuiving.na, on)
    return Regel(verschuiving.naam, verschuiving.is_anders, voor, na)


def _kant(termijn: Termijn | None, on: date) -> Kant | None:
    if termijn is None or loopt_niet(termijn):
        return None
    return Kant(termijn.uiterste_datum, stand_van(termijn, on), termijn.datum_gehaald)


def _bevestigen(request: HttpRequest, dossier: Dossier, form: EersteGesprekWijzigenForm, on: date) -> HttpResponse:
    gesprek, datum = form.cleaned_data["gesprek"], form.cleaned_data["datum"]
    verschuivingen = acties.voorspel_klokken(dossier, gesprek, datum, on)
    tot = {v.na.regel: v.na.uiterste_datum for v in verschuivingen if not loopt_niet(v.na)}
    extra = {
        "gesprek": gesprek,
        "nu": Gesprek.objects.get(dossier=dossier, is_eerste_gesprek=True),
        "datum": datum,
        "reden": form.cleaned_data["reden"],
        "regels": [_regel(verschuiving, on) for verschuiving in verschuivingen],
        "waarschuwingen": [*_zonder_vraag(gesprek), *gesprekwaarschuwingen(dossier, datum, tot)],
    }
    template, knop = "cases/eerste_gesprek_wijzigen_confirm.html", "Eerste gesprek wijzigen"
    return toon(request, dossier, form, template, titel="Wijziging bevestigen", knop=knop, extra=extra)


def _zonder_vraag(gesprek: Gesprek) -> list[str]:
    return [] if gesprek.hulpvragen.geldig().exists() else [ZONDER_VRAAG]


def _klaar(datum: date, verschuivingen: list[Klokverschuiving]) -> str:
    zin = in_een_zin(verschuivingen) or " Er is geen termijn verschoven."
    return f"Het eerste gesprek was op {datum_lang(datum)}.{zin} Vertel de inwoner de datum."


def eerste_gesprek_intrekken(
    request: HttpRequest, dossier: Dossier, gesprek: Gesprek, *, on: date, at: datetime
) -> HttpResponse:
    """Withdraw the eerste gesprek of a dossier to work in: part of the view that withdraws any gesprek."""
    if terug := weiger(request, lambda: acties.eis_intrekbaar(dossier, gesprek), "gesprekken", dossier.nummer):
        return terug
    vraag, uitleg = "Waarom trekt u het eerste gesprek in?", "Bijvoorbeeld: het gesprek hoort bij een andere inwoner."
    form = RangredenForm(ingevuld(request), dossier=dossier, on=on, vraag=vraag, uitleg=uitleg)
    if form.is_valid() and not wil_wijzigen(request):
        with fouten_in(form):
            if not is_bevestigd(request):
                acties.eis_intrekbaar(dossier, gesprek)
                return _intrekken_bevestigen(request, dossier, gesprek, form, on)
            reden = form.cleaned_data["reden"]
            afspraak = afspraak_van(gesprek)
            na, wat = acties.eerste_gesprek_intrekken(gesprek=gesprek, reden=reden, by=gebruiker(request), at=at, on=on)
            staat = f"Het dossier staat weer op '{na.get_status_display()}'.{meld_terug(afspraak)}"
            messages.success(request, f"Het eerste gesprek is ingetrokken. {staat}{in_een_zin(wat)}")
            meld_nog_acuut(request, dossier)
            return redirect("gesprekken", dossier.nummer)
    template, extra = "cases/eerste_gesprek_intrekken_form.html", {"gesprek": gesprek}
    return toon(request, dossier, form, template, titel=INTREKKEN, knop="Verder", extra=extra)


def _intrekken_bevestigen(
    request: HttpRequest, dossier: Dossier, gesprek: Gesprek, form: RangredenForm, on: date
) -> HttpResponse:
    wil, status = acties.wil_zonder_gesprek(dossier), status_voor_gesprek(dossier)
    extra = {
        "gesprek": gesprek,
        "terug": zoek_afspraak(gesprek, dossier, status),
        "on": on,
        "reden": form.cleaned_data["reden"],
        "status": status.label,
        "hulpvragen": gesprek.hulpvragen.geldig(),
        "wil": wil.label if wil else "",
        "regels": [_regel(verschuiving, on) for verschuiving in voorspel_zonder(dossier, on, gesprek)],
    }
    template = "cases/eerste_gesprek_intrekken_confirm.html"
    return toon(request, dossier, form, template, titel="Intrekken bevestigen", knop=INTREKKEN, extra=extra)

"""Record the eerste gesprek or another one, correct it, withdraw it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import gesprekken as acties
from cases.actions.afspraak_terug import zoek_afspraak
from cases.forms.dossierformulier import fouten_in
from cases.forms.gesprek import EersteGesprekForm, GesprekForm, GesprekWijzigenForm
from cases.forms.rang import RangredenForm
from cases.keuzes import AfspraakSoort
from cases.models import Afspraak, Dossier, Gesprek
from cases.status import OPEN, VOOR_EERSTE_GESPREK, Status
from cases.views.acuut import meld_acuut, meld_nog_acuut
from cases.views.eerste_gesprek import eerste_gesprek_intrekken
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from cases.views.gepland import afspraak_van, get_gepland, meld_afgesloten, meld_terug
from cases.views.uit_zicht import meld_uit_zicht, meld_verdrongen
from cases.vooruitblik import in_een_zin, list_klokken

ONTBREEKT = (
    "Dit gesprek was vóór het eerste gesprek. Stelde u de hulpvragen toen al vast?"
    " Wijzig dan welk gesprek het eerste is: de termijnen lopen vanaf die dag."
)


def uit_afspraak(afspraak: Afspraak | None) -> dict[str, Any]:
    """Give what a form about a gesprek can be filled in with."""
    if afspraak is None:
        return {}
    return {"datum": afspraak.datum, "kanaal": afspraak.kanaal, "aanwezig": afspraak.met}


@vereist(Permission.DOSSIER_BEWERKEN)
def eerste_gesprek(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record the eerste gesprek. The page shows which clocks will run, for the date that is filled in."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, VOOR_EERSTE_GESPREK, "Het eerste gesprek vastleggen"):
        return terug
    gepland = get_gepland(request, dossier, on, AfspraakSoort.EERSTE_GESPREK)
    begin = {"datum": on, **uit_afspraak(gepland.aangebroken(on))}
    form = EersteGesprekForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    bekijken = "bekijken" in request.POST
    if not bekijken and form.is_valid():
        with fouten_in(form), transaction.atomic():
            wat = {"dossier": dossier, "afspraak": gepland.afspraak, **form.cleaned_data}
            gesprek = acties.eerste_gesprek_vastleggen(**wat, by=gebruiker(request), at=at, on=on)
            klokken = list_klokken(dossier, gesprek.datum)
            gesloten = meld_afgesloten(afspraak_van(gesprek), on)
            messages.success(request, f"Het eerste gesprek is vastgelegd.{gesloten} {in_een_zin(klokken)}")
            meld_acuut(request, dossier, form, at)
            return redirect(dossier)
    datum = form.gekozen_datum
    if bekijken:
        form.toon_alleen_datum()
    extra = {"gepland": gepland, "datum": datum, "klokken": list_klokken(dossier, datum) if datum else []}
    titel = "Eerste gesprek vastleggen"
    return toon(request, dossier, form, "cases/eerste_gesprek_form.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def gesprek_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een gesprek vastleggen"):
        return terug
    gepland = get_gepland(request, dossier, on, AfspraakSoort.GESPREK, AfspraakSoort.EERSTE_GESPREK)
    begin = {"datum": on, **uit_afspraak(gepland.aangebroken(on))}
    form = GesprekForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form), transaction.atomic():
            afspraak = gepland.bij(form.cleaned_data["datum"])
            wat = {"dossier": dossier, "afspraak": afspraak, **form.cleaned_data}
            gesprek = acties.gesprek_vastleggen(**wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"Het gesprek is vastgelegd.{meld_afgesloten(afspraak_van(gesprek), on)}")
            if dossier.datum_eerste_gesprek and gesprek.datum < dossier.datum_eerste_gesprek:
                messages.info(request, ONTBREEKT)
            meld_verdrongen(request, [dossier], gesprek.hulpvragen.all())
            meld_acuut(request, dossier, form, at)
            return redirect("gesprekken", dossier.nummer)
    extra = {"gepland": gepland}
    return toon(request, dossier, form, "cases/gesprek_form.html", titel="Gesprek vastleggen", extra=extra)


def get_gesprek(dossier: Dossier, pk: int) -> Gesprek:
    """Give a gesprek of this dossier; one that was withdrawn too, so that the action refuses with the text in sight."""
    gesprek: Gesprek = get_object_or_404(Gesprek, dossier=dossier, pk=pk)
    return gesprek


@vereist(Permission.DOSSIER_BEWERKEN)
def gesprek_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    gesprek = get_gesprek(dossier, pk)
    if terug := weiger_status(request, dossier, acties.VAST_TE_STELLEN, "Een gesprek wijzigen"):
        return terug
    if terug := weiger_ingetrokken(request, gesprek, "Dit gesprek", "gesprekken", nummer):
        return terug
    form = GesprekWijzigenForm(ingevuld(request), gesprek=gesprek, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form), meld_uit_zicht(request, dossier):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            acties.gesprek_wijzigen(gesprek=gesprek, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het gesprek is gewijzigd.")
            return redirect("gesprekken", dossier.nummer)
    template = "cases/gesprek_wijzigen_form.html"
    return toon(request, dossier, form, template, titel="Gesprek wijzigen", extra={"gesprek": gesprek})


@vereist(Permission.DOSSIER_BEWERKEN)
def gesprek_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    gesprek = get_gesprek(dossier, pk)
    if terug := weiger_ingetrokken(request, gesprek, "Dit gesprek", "gesprekken", nummer):
        return terug
    if gesprek.is_eerste_gesprek:
        return eerste_gesprek_intrekken(request, dossier, gesprek, on=on, at=at)
    vraag, uitleg = "Waarom trekt u dit gesprek in?", "Bijvoorbeeld: het gesprek hoort bij een andere inwoner."
    form = RangredenForm(ingevuld(request), dossier=dossier, on=on, vraag=vraag, uitleg=uitleg)
    if form.is_valid():
        with fouten_in(form):
            reden, afspraak = form.cleaned_data["reden"], afspraak_van(gesprek)
            acties.gesprek_intrekken(gesprek=gesprek, reden=reden, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"Het gesprek is ingetrokken.{meld_terug(afspraak)}")
            meld_nog_acuut(request, dossier)
            return redirect("gesprekken", dossier.nummer)
    extra = {"gesprek": gesprek, "terug": zoek_afspraak(gesprek, dossier, Status(dossier.status)), "on": on}
    template = "cases/gesprek_intrekken_form.html"
    return toon(request, dossier, form, template, titel="Gesprek intrekken", knop="Intrekken", extra=extra)

"""Hold up a beslistermijn: fill in, see the letter and the new last day with its sum, and confirm."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import uitstel as acties
from cases.actions.basis import ActieFout
from cases.actions.briefdruk import eis_adresseerbaar
from cases.actions.uitstelrijen import te_beslissen_in
from cases.forms.dossierformulier import Dossierformulier, fouten_in, met_uitweg
from cases.forms.uitstel import BeeindigForm, OpschortForm, VerdaagForm
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier, Opschorting, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import met_klokwoorden, ontvanger_over
from cases.termijnstatus import NIET_KLAAR
from cases.uitstelgronden import BEZWAAR, GRONDEN
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from config.weergave import datum_lang


@vereist(Permission.DOSSIER_BEWERKEN)
def opschorten(request: HttpRequest, nummer: str, regel: str) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if regel not in GRONDEN:
        raise Http404
    termijn = _loopt(request, dossier, regel, "Een termijn opschorten")
    if not isinstance(termijn, Termijn):
        return termijn
    form = OpschortForm(ingevuld(request), dossier=dossier, on=on, termijn=termijn)

    def stel_voor(wat: dict[str, Any]) -> acties.Uitstelvoorstel:
        rij = Opschorting(dossier=dossier, termijn=termijn, soort="opschorting", door=user, **wat)
        return acties.stel_opschorting_voor(dossier, termijn, rij, by=user, on=on)

    def leg_vast(wat: dict[str, Any]) -> Opschorting:
        return acties.opschorten(dossier=dossier, regel=regel, termijn=termijn, **wat, by=user, at=at, on=on)

    naam = met_klokwoorden(zoek_regel(regel).kort.lower(), termijn, dossier)
    titel = f"Termijn opschorten: {naam}"
    return _twee_stappen(request, dossier, form, termijn, stel_voor, leg_vast, titel=titel, knop="Opschorten")


@vereist(Permission.DOSSIER_BEWERKEN)
def verdagen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    termijn = _loopt(request, dossier, BEZWAAR, "Het besluit op bezwaar verdagen")
    if not isinstance(termijn, Termijn):
        return termijn
    form = VerdaagForm(ingevuld(request), dossier=dossier, on=on)

    def stel_voor(wat: dict[str, Any]) -> acties.Uitstelvoorstel:
        rij = acties.nieuwe_verdaging(dossier, termijn, wat["toelichting"], user)
        return acties.stel_verdaging_voor(dossier, termijn, rij, by=user, on=on)

    def leg_vast(wat: dict[str, Any]) -> Opschorting:
        return acties.verdagen(dossier=dossier, termijn=termijn, **wat, by=user, at=at, on=on)

    titel = met_klokwoorden("Besluit op bezwaar verdagen", termijn, dossier)
    return _twee_stappen(request, dossier, form, termijn, stel_voor, leg_vast, titel=titel, knop="Verdagen")


@vereist(Permission.DOSSIER_BEWERKEN)
def opschorting_beeindigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(Opschorting, pk=pk, dossier=dossier, soort="opschorting")
    if terug := weiger_ingetrokken(request, rij, "Dit uitstel", dossier):
        return terug
    termijn = _loopt(request, dossier, rij.termijn.regel, "Een opschorting beëindigen", pk=rij.termijn_id)
    if not isinstance(termijn, Termijn):
        return termijn
    form = BeeindigForm(ingevuld(request), dossier=dossier, on=on, opschorting=rij)

    def stel_voor(wat: dict[str, Any]) -> acties.Uitstelvoorstel:
        return acties.stel_einde_voor(dossier, termijn, rij, **wat, by=user, on=on)

    def leg_vast(wat: dict[str, Any]) -> Opschorting:
        return acties.opschorting_beeindigen(opschorting=rij, **wat, by=user, at=at, on=on)

    titel = "Opschorting eerder beëindigen"
    return _twee_stappen(request, dossier, form, termijn, stel_voor, leg_vast, titel=titel, knop="Beëindigen")


@vereist(Permission.DOSSIER_BEWERKEN)
def uitstel_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(Opschorting, pk=pk, dossier=dossier)
    if terug := weiger_ingetrokken(request, rij, "Dit uitstel", dossier):
        return terug
    if terug := weiger_status(request, dossier, te_beslissen_in(rij.termijn.regel), "Uitstel intrekken"):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = acties.uitstel_intrekken(opschorting=rij, **form.cleaned_data, by=user, at=at, on=on)
            termijn = Termijn.objects.get(pk=rij.termijn_id)
            messages.success(
                request,
                f"{wat.get_soort_display()} ingetrokken. De uiterste datum is {datum_lang(termijn.uiterste_datum)}.",
            )
            return redirect(dossier)
    berekening = acties.zonder(dossier, rij)
    ingebreke = acties.ingebreke_bij(rij.termijn, berekening.einddatum) if berekening.einddatum else ()
    extra = {"rij": rij, "berekening": berekening, "ingebreke": ingebreke}
    titel = f"{rij.get_soort_display()} intrekken"
    return toon(request, dossier, form, "cases/uitstel_intrekken.html", titel=titel, knop="Intrekken", extra=extra)


def _loopt(
    request: HttpRequest, dossier: Dossier, regel: str, wat: str, pk: int | None = None
) -> Termijn | HttpResponse:
    """Give the running clock, or the way back with the reason why nothing can be held up.

    Of several clocks of a rule the address says which, as `?termijn=12`; else it is the first to end.
    """
    if terug := weiger_status(request, dossier, te_beslissen_in(regel), wat):
        return terug
    rijen = dossier.termijnen.filter(regel=regel, status__in=NIET_KLAAR).order_by("uiterste_datum", "pk")
    gekozen = str(pk) if pk else request.GET.get("termijn", "")
    termijn: Termijn | None = (rijen.filter(pk=gekozen) if gekozen.isdecimal() else rijen).first()
    try:
        eis_adresseerbaar(dossier, gebruiker(request), ontvanger_over(termijn) if termijn else None)
        if termijn is None:
            raise ActieFout(f"Er loopt geen termijn '{zoek_regel(regel).kort}'. Uitstel is niet nodig.")
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return redirect(dossier)
    return termijn


def _twee_stappen(
    request: HttpRequest,
    dossier: Dossier,
    form: Dossierformulier,
    termijn: Termijn,
    stel_voor: Callable[[dict[str, Any]], acties.Uitstelvoorstel],
    leg_vast: Callable[[dict[str, Any]], Opschorting],
    *,
    titel: str,
    knop: str,
) -> HttpResponse:
    """Show the form, then letter and sum, then do it: the same words in all three."""
    if form.is_valid() and not wil_wijzigen(request):
        with fouten_in(form):
            if is_bevestigd(request):
                leg_vast(form.cleaned_data)
                uiterlijk = datum_lang(Termijn.objects.get(pk=termijn.pk).uiterste_datum)
                brief = "De brief staat bij de documenten. Verstuur hem vandaag."
                messages.success(request, f"De uiterste datum is nu {uiterlijk}. {brief}")
                return redirect(dossier)
            voorstel = stel_voor(form.cleaned_data)
            extra = {"voorstel": voorstel, "brief": voorstel.brief, "termijn": termijn}
            return toon(request, dossier, form, "cases/uitstel_confirm.html", titel=titel, knop=knop, extra=extra)
    extra = {"termijn": termijn, "voorbij": isinstance(form, OpschortForm) and acties.is_voorbij(termijn, form.on)}
    return toon(request, dossier, form, "cases/uitstel_form.html", titel=titel, knop="Verder", extra=extra)

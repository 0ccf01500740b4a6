"""Take a besluit beside the plan: refuse, leave buiten behandeling, take back, revise; with the letter read first."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.aanvulregels import klok_van
from cases.actions.aanvulklokken import VIER_WEKEN
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import met_uitweg
from cases.models import Aanvulling, Dossier
from cases.stappen import waarom
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger, weiger_ingetrokken, weiger_status
from planvanaanpak.actions import afwijzing, herziening, intrekking
from planvanaanpak.actions.herzientoets import HerzienFout
from planvanaanpak.besluitnodig import briefpunten
from planvanaanpak.bezwaarbron import te_herzien_na
from planvanaanpak.forms.besluitsoorten import (
    AfwijzenForm,
    Besluitformulier,
    BuitenBehandelingForm,
    HerzienForm,
    IntrekForm,
)
from planvanaanpak.hervatting import hervat_url
from planvanaanpak.mandaatbron import bedrag_van, voorbeeld_met_mandaat
from planvanaanpak.models import Besluit, Bezwaar
from planvanaanpak.opbouw import Inhoud, hardheidregels, maak_brief, reken_bezwaar
from planvanaanpak.pdf import BriefFout, render_pdf
from planvanaanpak.views.besluit import get_besluit
from planvanaanpak.views.mandaatbeeld import mandaatbeeld
from planvanaanpak.views.openpunten import open_punten
from planvanaanpak.views.planpagina import let_op
from planvanaanpak.views.stukken import VOORBEELD, geef_pdf
from planvanaanpak.weg import weg_tot_vaststellen

FORMULIER = "planvanaanpak/besluit_form.html"


@vereist(Permission.BESLUIT_VASTSTELLEN)
def aanvraag_afwijzen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    if terug := weiger_status(request, dossier, afwijzing.MET_AANVRAAG, "De aanvraag afwijzen"):
        return terug
    form = AfwijzenForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    return _loop(
        request,
        dossier,
        form,
        stel_op=lambda: afwijzing.stel_afwijzing_op(**form.inhoud),
        neem=lambda datum: afwijzing.afwijzing_vaststellen(
            dossier=dossier, **form.inhoud, datum=datum, by=by, at=at, on=on
        ),
        titel="Aanvraag afwijzen",
        extra={"soort": "afwijzing", "annuleer_url": dossier.get_absolute_url()},
    )


@vereist(Permission.BESLUIT_VASTSTELLEN)
def buiten_behandeling(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    rij = get_object_or_404(Aanvulling, pk=pk, dossier=dossier)
    rij.dossier = dossier
    if terug := weiger_ingetrokken(request, rij, "Deze brief", dossier):
        return terug
    if terug := weiger_status(request, dossier, afwijzing.MET_AANVRAAG, "De aanvraag buiten behandeling laten"):
        return terug
    if terug := weiger(request, lambda: afwijzing.eis_buiten_behandeling(rij, on), dossier):
        return terug
    tot = afwijzing.uiterlijk_buiten_behandeling(rij)
    form = BuitenBehandelingForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on, tot=tot)

    def gegevens(datum: date) -> dict[str, Any]:
        return {"toelichting": form.cleaned_data["toelichting"], "datum": datum, "on": on}

    return _loop(
        request,
        dossier,
        form,
        stel_op=lambda: afwijzing.stel_buiten_behandeling_op(rij, **gegevens(form.gekozen_datum or on)),
        neem=lambda datum: afwijzing.buiten_behandeling_stellen(aanvulling=rij, **gegevens(datum), by=by, at=at),
        titel="Aanvraag buiten behandeling laten",
        extra={
            "soort": "buiten_behandeling",
            "aanvulling": rij,
            "tot": tot,
            "waarom_url": waarom(dossier, klok_van(dossier, rij, VIER_WEKEN)),
            "annuleer_url": dossier.get_absolute_url(),
        },
    )


@vereist(Permission.BESLUIT_VASTSTELLEN)
def besluit_intrekken(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, besluit = _besluit(request, nummer)
    if terug := weiger(request, lambda: intrekking.eis_intrekbaar(besluit), besluit):
        return terug
    begin = {"datum": on, "ingang": on}
    form = IntrekForm(ingevuld(request), initial=begin, dossier=dossier, on=on, eerste_dag=besluit.datum)
    return _loop(
        request,
        dossier,
        form,
        stel_op=lambda: intrekking.stel_intrekking_op(besluit, **form.inhoud),
        neem=lambda datum: intrekking.intrekken(besluit=besluit, **form.inhoud, datum=datum, by=by, at=at, on=on),
        titel=f"Besluit {nummer} intrekken",
        extra={"soort": "intrekking", "besluit": besluit, "annuleer_url": besluit.get_absolute_url()},
    )


@vereist(Permission.BESLUIT_VASTSTELLEN)
def besluit_herzien(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, besluit = _besluit(request, nummer)
    bezwaar = _bezwaar(request, besluit)
    if terug := weiger(request, lambda: herziening.eis_herzienbaar(besluit, bezwaar), besluit):
        return terug
    voorzieningen = herziening.te_herzien(besluit)
    form = HerzienForm(
        ingevuld(request),
        initial={"datum": on, "ingang": on},
        dossier=dossier,
        on=on,
        voorzieningen=voorzieningen,
        eerste_dag=besluit.datum,
    )

    def stel_op() -> Inhoud:
        try:
            hardheid = hardheidregels(dossier, herziening.poort(dossier, form.regels, on, bezwaar))
        except ActieFout:
            hardheid = ()  # the besluit itself refuses; its letter can be read
        na_bezwaar = bezwaar is not None
        return herziening.stel_herziening_op(
            besluit,
            form.regels,
            **form.inhoud,
            datum=form.cleaned_data["datum"],
            na_bezwaar=na_bezwaar,
            hardheid=hardheid,
        )

    return _loop(
        request,
        dossier,
        form,
        stel_op=stel_op,
        neem=lambda datum: herziening.herzien(
            besluit=besluit, regels=form.regels, **form.inhoud, datum=datum, bezwaar=bezwaar, by=by, at=at, on=on
        ),
        titel=f"Besluit {nummer} herzien",
        extra={
            "soort": "herziening",
            "besluit": besluit,
            "bezwaar": bezwaar,
            "voorzieningen": voorzieningen,
            "hervat_url": hervat_url(dossier),
            "let_op": [] if bezwaar else let_op(dossier, None, on),
            "annuleer_url": besluit.get_absolute_url(),
        },
    )


def _loop(
    request: HttpRequest,
    dossier: Dossier,
    form: Besluitformulier,
    *,
    stel_op: Callable[[], Inhoud],
    neem: Callable[[date], Besluit],
    titel: str,
    extra: dict[str, Any],
) -> HttpResponse:
    """Show the form, its letter or its dates, or take the besluit: whichever button was pressed."""
    bekijken = "bekijken" in request.POST
    if "voorbeeld" in request.POST:
        if form.is_valid_voor_voorbeeld() and (pdf := _voorbeeld(dossier, form, stel_op, gebruiker(request))):
            return geef_pdf(request, pdf, f"{dossier.nummer}-concept.pdf", inline=True)
    elif not bekijken and form.is_valid():
        with _fouten_in(form):
            besluit = neem(form.cleaned_data["datum"])
            messages.success(request, _klaar(besluit))
            return redirect(besluit)
    datum = form.gekozen_datum
    bedrag = _bedrag(form, stel_op)
    if bekijken:
        form.toon_alleen_datum()
    som = reken_bezwaar(dossier, datum) if datum else None
    on, by = form.on, gebruiker(request)
    extra |= {
        "open_punten": open_punten(briefpunten(dossier), dossier, by),
        "mandaat": mandaatbeeld(dossier, extra["soort"], bedrag, by, on),
        "weg": weg_tot_vaststellen(is_compleet=form.is_bound and not set(form.errors) - {"gelezen"}),
        "datum": datum,
        "bekeken": bekijken,
        **({"bezwaar_tot": som.einddatum, "bezwaar_som": som.uitleg} if som else {}),
    }
    return toon(request, dossier, form, FORMULIER, titel=titel, knop="Vaststellen", extra=extra)


def _bedrag(form: Besluitformulier, stel_op: Callable[[], Inhoud]) -> Decimal:
    """Give what the besluit would grant as it is filled in; nothing as long as that can't be said."""
    if form.is_bound and form.cleaned_data.keys() >= form.fields.keys() - {"gelezen"}:
        with suppress(ActieFout):
            return bedrag_van(stel_op())
    return Decimal(0)


def _voorbeeld(dossier: Dossier, form: Besluitformulier, stel_op: Callable[[], Inhoud], by: Any) -> bytes | None:
    """Make the letter as it would be now; nothing when it can't be, with the reason at the form."""
    with _fouten_in(form):
        datum = form.cleaned_data["datum"]
        inhoud = voorbeeld_met_mandaat(dossier, stel_op(), by, form.on)
        try:
            return render_pdf(
                VOORBEELD, maak_brief(dossier=dossier, inhoud=inhoud, kenmerk="concept", datum=datum, by=by)
            )
        except BriefFout as fout:
            raise ActieFout(str(fout)) from None
    return None


@contextmanager
def _fouten_in(form: Besluitformulier) -> Iterator[None]:
    """Show the refusal of an action at the form; what is wrong with one voorziening at its own fields."""
    try:
        yield
    except HerzienFout as fout:
        assert isinstance(form, HerzienForm)
        form.toon_fouten(fout.fouten)
    except ActieFout as fout:
        form.add_error(None, met_uitweg(fout))


def _besluit(request: HttpRequest, nummer: str) -> tuple[Dossier, Besluit]:
    besluit = get_besluit(request, nummer)
    dossier = get_dossier(request, besluit.dossier.nummer, Permission.BESLUIT_VASTSTELLEN)
    besluit.dossier = dossier
    return dossier, besluit


def _bezwaar(request: HttpRequest, besluit: Besluit) -> Bezwaar | None:
    """Give the bezwaar after which this besluit is revised, when the address names one."""
    pk = request.GET.get("bezwaar", "")
    if not pk:
        return None
    if not pk.isdecimal():
        raise Http404
    rijen = Bezwaar.objects.filter(dossier=besluit.dossier_id).select_related("besluit__gaat_over")
    bezwaar: Bezwaar = get_object_or_404(rijen.defer("besluit__snapshot", "besluit__gaat_over__snapshot"), pk=int(pk))
    bezwaar.dossier = besluit.dossier
    if besluit not in te_herzien_na(bezwaar):
        raise Http404
    return bezwaar


def _klaar(besluit: Besluit) -> str:
    return f"Besluit {besluit.nummer} is vastgesteld. Verstuur de brief en bevestig daarna de dag van verzending."

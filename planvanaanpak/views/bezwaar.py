"""The bezwaren of a gemeente and of a dossier, one bezwaar with its road, and recording, correcting and taking out."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.beleid_bron import lees_eenmaal
from cases.forms.dossierformulier import fouten_in
from cases.forms.lijst import gekozen
from cases.forms.verbeteren import RedenForm
from cases.klokken import som_van, stand_van, waarom_url
from cases.kop import dossier_context, mag_bewerken
from cases.models import Dossier, Termijn
from cases.termijnstatus import TermijnStatus
from cases.uitstelpaneel import acties_van
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from planvanaanpak.actions import bezwaar as acties
from planvanaanpak.beroepbron import beeld_van
from planvanaanpak.bezwaarbron import (
    andere_bezwaren,
    bezwaartermijn_van,
    feiten_van,
    gehouden,
    gepland,
    pagina,
    stand_van_bezwaar,
    te_bestrijden,
    tijdigheid_van,
    vervolgweg,
)
from planvanaanpak.bezwaarregels import nodig
from planvanaanpak.forms.bezwaar import Bezwaarfilter, BezwaarForm, BezwaarWijzigForm
from planvanaanpak.models import Beroep, Besluit, Bezwaar

PER_BLADZIJDE = 50
# Where a point of the checklist is done, where that is not a page with its own name.
ELDERS = {"hoorzitting": "hoorzitting_plannen", "verslag": "hoorzitting_gehouden"}


@vereist(Permission.DOSSIER_ZIEN)
@lees_eenmaal()
def bezwaren(request: HttpRequest) -> HttpResponse:
    """List the bezwaren that a user sees, the first last day on top."""
    on, user = timezone.localdate(), gebruiker(request)
    form = Bezwaarfilter(request.GET)
    alles = gekozen(form)["toon"] == "alles"
    rijen = Bezwaar.objects.visible_to(user).geldig()
    rijen = (rijen if alles else rijen.loopt()).voor_lijst()
    bladzijde = Paginator(rijen, PER_BLADZIJDE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "alles": alles,
        "page_obj": bladzijde,
        "rijen": [_rij(bezwaar, on) for bezwaar in bladzijde],
        "toon_gemeente": len(user.gemeenten_met(Permission.DOSSIER_ZIEN)) > 1,
    }
    return render(request, "planvanaanpak/bezwaar_list.html", context)


@vereist(Permission.DOSSIER_ZIEN)
@lees_eenmaal()
def dossier_bezwaren(request: HttpRequest, nummer: str) -> HttpResponse:
    """List the bezwaren of a dossier, and beroep without one; what was taken out stays to be seen, struck through."""
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    rijen = Bezwaar.objects.filter(dossier=dossier).met_delen()
    beroepen = Beroep.objects.filter(dossier=dossier).zonder_bezwaar().met_besluiten()
    kan = dossier.status in MET_BEZWAAR and mag_bewerken(dossier, user)
    context = dossier_context(request, dossier, pad="Bezwaar") | {
        "rijen": [_rij(bezwaar, on) for bezwaar in rijen],
        "beroepen": [beeld_van(beroep, dossier, on) for beroep in beroepen],
        "mag": kan,
        "kan_vastleggen": kan and bool(te_bestrijden(dossier)),
        "heeft_besluit": Besluit.objects.filter(dossier=dossier).exists(),
    }
    return render(request, "planvanaanpak/bezwaar_dossier.html", context)


def _rij(bezwaar: Bezwaar, on: date) -> dict[str, Any]:
    termijn = bezwaar.termijn if bezwaar.termijn and bezwaar.termijn.status != TermijnStatus.VERVALLEN else None
    return {
        "bezwaar": bezwaar,
        "stand": stand_van_bezwaar(bezwaar, on),
        "termijn": termijn,
        "klok": stand_van(termijn, on) if termijn else None,
    }


@vereist(Permission.DOSSIER_ZIEN)
def bezwaar(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Show a bezwaar: what came in, whether that was in time and why, what is still to be done, and what followed."""
    on, user = timezone.localdate(), gebruiker(request)
    dossier, bezwaar = get_bezwaar(request, nummer, pk, Permission.DOSSIER_ZIEN)
    mag = mag_bewerken(dossier, user) and dossier.status in MET_BEZWAAR
    tijdigheid = tijdigheid_van(bezwaar)
    punten = _punten(bezwaar, on) if bezwaar.loopt else []
    context = dossier_context(request, dossier, pad="Bezwaar") | {
        "on": on,
        "bezwaar": bezwaar,
        "stand": stand_van_bezwaar(bezwaar, on),
        "tijdigheid": tijdigheid,
        "klok": _klok(bezwaar, dossier, user, on),
        "punten": punten,
        "is_klaar": all(punt["klaar"] for punt in punten),
        "gepland": gepland(bezwaar),
        "gehouden": gehouden(bezwaar),
        "zittingen": bezwaar.hoorzittingen.all(),
        "beroepen": [beeld_van(beroep, dossier, on) for beroep in bezwaar.beroepen.all()],
        "andere": andere_bezwaren(bezwaar),
        "beroep": _beroepstermijn(bezwaar, dossier, on),
        "weg": vervolgweg(bezwaar) if mag and bezwaar.wacht_op_besluit else None,
        "mag": mag,
        "mag_lopend": mag and bezwaar.loopt,
        "mag_beslissen": bezwaar.loopt and user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id),
        "zelf_besloten": bezwaar.besluit.vastgesteld_door_id == user.pk,
    }
    return render(request, "planvanaanpak/bezwaar_detail.html", context)


def _klok(bezwaar: Bezwaar, dossier: Dossier, user: User, on: date) -> dict[str, Any] | None:
    """Give the clock of the besluit op bezwaar with what can be done about it."""
    termijn = bezwaar.termijn
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        return None
    return _termijnbeeld(termijn, dossier, on) | {
        "acties": acties_van(termijn, dossier, on) if bezwaar.loopt and mag_bewerken(dossier, user) else []
    }


def _beroepstermijn(bezwaar: Bezwaar, dossier: Dossier, on: date) -> dict[str, Any] | None:
    if bezwaar.beslissing_id is None:
        return None
    aanleiding = f"besluit:{bezwaar.beslissing_id}"
    rijen = [t for t in dossier.termijnen.all() if t.regel == "beroep" and t.aanleiding == aanleiding]
    return _termijnbeeld(rijen[0], dossier, on) if rijen else None


def _termijnbeeld(termijn: Termijn, dossier: Dossier, on: date) -> dict[str, Any]:
    return {
        "termijn": termijn,
        "tot": termijn.uiterste_datum,
        "stand": stand_van(termijn, on),
        "som": som_van(termijn),
        "waarom_url": waarom_url(dossier.nummer, termijn),
    }


def _punten(bezwaar: Bezwaar, on: date) -> list[dict[str, Any]]:
    """Give the checklist with the page where each point is done."""
    return [
        {"klaar": punt.klaar, "tekst": punt.tekst, "url": punt_url(bezwaar, punt.pagina)}
        for punt in nodig(feiten_van(bezwaar), on)
    ]


def punt_url(bezwaar: Bezwaar, naam: str) -> str:
    """Give the address of the page where a point of the checklist is done."""
    if naam == "verzenden":
        return reverse("besluit_verzenden", args=[bezwaar.besluit.nummer])
    return pagina(bezwaar, ELDERS.get(naam, naam))


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, MET_BEZWAAR, "Een bezwaar vastleggen"):
        return terug
    besluiten = te_bestrijden(dossier)
    if not besluiten:
        messages.info(request, "In dit dossier is geen besluit waartegen bezwaar kan.")
        return redirect("dossier_bezwaren", nummer)
    begin = {"besluit": request.GET.get("besluit")} if request.GET.get("besluit", "").isdecimal() else {}
    form = BezwaarForm(
        ingevuld(request), request.FILES or None, initial=begin, besluiten=besluiten, dossier=dossier, on=on
    )
    if form.is_valid():
        with fouten_in(form):
            schoon = form.cleaned_data
            stuk = {"document": schoon["document"], "bestand": schoon["bestand"]}
            rij = acties.bezwaar_vastleggen(
                besluit=schoon["besluit"], gegevens=form.gegevens(), **stuk, by=by, at=at, on=on
            )
            messages.success(request, "Het bezwaar is vastgelegd. Bevestig nu de ontvangst met een brief.")
            return redirect(rij)
    extra = {
        "annuleer_url": reverse("dossier_bezwaren", args=[nummer]),
        "termijnen": [(besluit, bezwaartermijn_van(besluit)) for besluit in besluiten],
    }
    return toon(request, dossier, form, "planvanaanpak/bezwaar_form.html", titel="Bezwaar vastleggen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    form = BezwaarWijzigForm(ingevuld(request), rij=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.bezwaar_wijzigen(bezwaar=rij, wijzigingen=form.wijzigingen(), reden=reden, by=by, at=at, on=on)
            messages.success(request, "Het bezwaar is gewijzigd.")
            return redirect(rij)
    extra = {"annuleer_url": rij.get_absolute_url()}
    return toon(
        request, dossier, form, "cases/_dossierformulier.html", titel=met_indiener("Bezwaar wijzigen", rij), extra=extra
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.bezwaar_weghalen(bezwaar=rij, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "Het bezwaar is weggehaald. De termijn om te beslissen is gestopt.")
            return redirect("dossier_bezwaren", nummer)
    extra = {"bezwaar": rij, "annuleer_url": rij.get_absolute_url()}
    titel, template = "Bezwaar weghalen", "planvanaanpak/bezwaar_weghalen.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Weghalen", extra=extra)


def get_bezwaar(
    request: HttpRequest, nummer: str, pk: int, permission: Permission = Permission.DOSSIER_BEWERKEN
) -> tuple[Dossier, Bezwaar]:
    """Give a dossier that this user may see, and a bezwaar of it, or a 404."""
    dossier = get_dossier(request, nummer, permission)
    rij: Bezwaar = get_object_or_404(Bezwaar.objects.met_delen(), pk=pk, dossier=dossier)
    rij.dossier = rij.besluit.dossier = dossier
    return dossier, rij


def met_indiener(titel: str, bezwaar: Bezwaar) -> str:
    """Say on a form whose bezwaar it is about, where that is not the inwoner's."""
    return f"{titel} (bezwaar van {bezwaar.belanghebbende})" if bezwaar.belanghebbende else titel


def weiger(request: HttpRequest, bezwaar: Bezwaar, *, loopt: bool = True) -> HttpResponse | None:
    """Send who opens a form that can't be used now back to the bezwaar, with the reason."""
    if request.method == "POST":
        return None  # the action refuses, and what was typed stays on the screen
    if bezwaar.is_ingetrokken or (loopt and not bezwaar.loopt):
        messages.info(request, "Dit bezwaar is afgehandeld. Er verandert niets meer aan.")
        return redirect(bezwaar)
    return None

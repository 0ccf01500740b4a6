"""Herstellen: one page that says what can be put right, and the pages for the person, the aanmelding and a death."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions import overlijden as overlijdenacties
from cases.actions.aanmelddatum import aanmelddatum_wijzigen as wijzig_aanmelddatum
from cases.actions.aanmelddatum import beleid_bij, voorspel_klokken
from cases.actions.intrekken import IN_TE_TREKKEN
from cases.actions.klokken import Waarom, namen, te_stoppen
from cases.actions.persoon import persoon_verbeteren as verbeter_persoon
from cases.actions.verbeteren import TE_VERBETEREN
from cases.forms.dossierformulier import fouten_in
from cases.forms.herstellen import AanmelddatumForm, OverlijdenForm, PersoonVerbeterForm
from cases.forms.verbeteren import RedenForm
from cases.herstelbron import Herstelkeuze, Rij, keuzes_van, rijen_van
from cases.keuzes import AfspraakStatus
from cases.kop import dossier_context
from cases.models import Dossier
from cases.status import Status
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from cases.views.lijktop import waarschuw_lijkt_op
from config.weergave import datum

HOOGSTENS = 50


@vereist(Permission.DOSSIER_BEWERKEN)
def herstellen(request: HttpRequest, nummer: str) -> HttpResponse:
    dossier = get_dossier(request, nummer)
    context = {
        **dossier_context(request, dossier, pad="Herstellen"),
        "keuzes": list_keuzes(dossier, gebruiker(request)),
        "rijen": list_rijen(dossier) if dossier.status != Status.INGETROKKEN else [],
        "is_ingetrokken": dossier.status == Status.INGETROKKEN,
        "mag_alles": gebruiker(request).mag(Permission.DOSSIER_HERSTELLEN, dossier.gemeente_id),
    }
    return render(request, "cases/herstellen_detail.html", context)


def list_keuzes(dossier: Dossier, user: User) -> list[Herstelkeuze]:
    """Give what this user may put right in this dossier, as it stands now."""
    mag_alles = user.mag(Permission.DOSSIER_HERSTELLEN, dossier.gemeente_id)
    if dossier.status == Status.INGETROKKEN:
        return _ingetrokken(dossier) if mag_alles else []
    overleden = dossier.persoon.datum_overlijden
    keuzes = [
        Herstelkeuze(
            "Persoon",
            "Het burgerservicenummer of de geboortedatum klopt niet.",
            "Persoon verbeteren",
            _url("persoon_verbeteren", dossier),
        ),
        Herstelkeuze(
            "Naam, adres of telefoon",
            "De naam is verkeerd geschreven, of iemand is verhuisd of heeft een ander nummer.",
            "Gegevens wijzigen",
            _url("persoon_wijzigen", dossier),
        ),
        Herstelkeuze(
            "Datum van de aanmelding",
            f"Nu: {datum(dossier.datum_aanmelding)}. U ziet eerst welke termijnen verschuiven.",
            "Datum verbeteren",
            _url("aanmelddatum_wijzigen", dossier),
        ),
        Herstelkeuze(
            "Overlijden",
            f"Vastgelegd: overleden op {datum(overleden)}. Klopt dat niet? Dan lopen de termijnen weer.",
            "Overlijden ongedaan maken",
            _url("overlijden_herstellen", dossier),
        )
        if overleden
        else Herstelkeuze(
            "Overlijden",
            "De inwoner is overleden. Brieven, afspraken en herinneringen stoppen meteen.",
            "Overlijden vastleggen",
            _url("overlijden_vastleggen", dossier),
        ),
    ]
    return [*keuzes, *keuzes_van(dossier, user), *(_voor_coordinator(dossier) if mag_alles else [])]


def _voor_coordinator(dossier: Dossier) -> list[Herstelkeuze]:
    keuzes = [
        Herstelkeuze(
            "Twee dossiers van één persoon",
            "Alles komt in één dossier. Het andere wordt ingetrokken en wijst hierheen.",
            "Samenvoegen",
            _url("samenvoegen", dossier),
        )
    ]
    if dossier.is_open:
        tekst = f"Nu: {dossier.beleid}. U ziet eerst welke termijnen verschuiven."
        keuzes.append(Herstelkeuze("Ander beleid", tekst, "Ander beleid kiezen", _url("dossier_beleid", dossier)))
    if dossier.status in IN_TE_TREKKEN:
        tekst = "Dit dossier had er niet moeten zijn. Er gaat niets verloren: u kunt het terugzetten."
        keuzes.append(
            Herstelkeuze("Per ongeluk gemaakt", tekst, "Dossier intrekken", _url("dossier_intrekken", dossier))
        )
    return keuzes


def _ingetrokken(dossier: Dossier) -> list[Herstelkeuze]:
    if dossier.gaat_verder_in is not None:
        return []
    tekst = "Het dossier hoort er toch te zijn. Het komt terug zoals het was, en de termijnen lopen weer."
    return [Herstelkeuze("Dossier terugzetten", tekst, "Terugzetten", _url("dossier_herstellen", dossier))]


def list_rijen(dossier: Dossier) -> list[Rij]:
    """Give what was recorded, the latest on top: of this app, and of others that registered theirs."""
    soorten = (
        ("Contact", "contact_wijzigen", dossier.contacten, "datum"),
        ("Verificatie", "verificatie_wijzigen", dossier.verificaties, "datum_gevraagd"),
        ("Driegesprek", "driegesprek_wijzigen", dossier.driegesprekken, "datum"),
        ("Status van UHT", "uht_status_wijzigen", dossier.uht_wijzigingen, "dag"),
    )
    rijen = [
        Rij(
            tekst=naam if naam == "Driegesprek" else f"{naam}: {rij}",
            dag=getattr(rij, dag),
            door=rij.door.naam if rij.door else "",
            url="" if rij.is_ingetrokken else reverse(urlnaam, args=[dossier.nummer, rij.pk]),
            ingetrokken=rij.ingetrokken_reden,
        )
        for naam, urlnaam, onderdelen, dag in soorten
        for rij in onderdelen.select_related("door")[:HOOGSTENS]
    ]
    return sorted([*rijen, *rijen_van(dossier)], key=lambda rij: rij.dag, reverse=True)


def _url(naam: str, dossier: Dossier) -> str:
    return reverse(naam, args=[dossier.nummer])


@vereist(Permission.DOSSIER_BEWERKEN)
def persoon_verbeteren(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, TE_VERBETEREN, "De persoon verbeteren"):
        return terug
    form = PersoonVerbeterForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            persoon = verbeter_persoon(dossier=dossier, **wat, by=gebruiker(request), at=at)
            messages.success(request, "De persoon is verbeterd. Wat er stond, blijft in de geschiedenis.")
            waarschuw_lijkt_op(request, persoon)
            return redirect(dossier)
    return _toon(request, dossier, form, "cases/persoon_verbeteren_form.html", "Persoon verbeteren")


@vereist(Permission.DOSSIER_BEWERKEN)
def aanmelddatum_wijzigen(request: HttpRequest, nummer: str) -> HttpResponse:
    """First show what moves; saved when the same day is sent again from that page."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, TE_VERBETEREN, "De datum van de aanmelding verbeteren"):
        return terug
    form = AanmelddatumForm(ingevuld(request), rij=dossier, dossier=dossier, on=on)
    dag, knop = None, "Bekijk wat er verandert"
    if form.is_valid():
        dag = form.cleaned_data["datum_aanmelding"]
        knop = "Datum verbeteren"
        if request.POST.get("bekeken") == dag.isoformat():
            with fouten_in(form):
                wat = {"datum": dag, "reden": form.cleaned_data["reden"]}
                wijzig_aanmelddatum(dossier=dossier, **wat, by=gebruiker(request), at=at, on=on)
                messages.success(
                    request, f"De datum van de aanmelding is nu {datum(dag)}. De termijnen zijn aangepast."
                )
                return redirect(dossier)
    extra = {
        "dag": dag,
        "verschuivingen": voorspel_klokken(dossier, dag, on) if dag else [],
        "beleid": beleid_bij(dossier, dag) if dag else dossier.beleid,
    }
    titel = "Datum van de aanmelding verbeteren"
    return _toon(request, dossier, form, "cases/aanmelddatum_form.html", titel, knop=knop, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def overlijden_vastleggen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, TE_VERBETEREN, "Een overlijden vastleggen"):
        return terug
    form = OverlijdenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = form.cleaned_data
            overlijdenacties.overlijden_vastleggen(dossier=dossier, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het overlijden is vastgelegd. Brieven, afspraken en herinneringen stoppen.")
            return redirect(dossier)
    extra = {
        "klokken": namen(te_stoppen(dossier, Waarom.OVERLIJDEN)),
        "taken": dossier.taken.open().count(),
        "afspraken": list(dossier.afspraken.filter(status=AfspraakStatus.GEPLAND)),
    }
    titel, knop = "Overlijden vastleggen", "Overlijden vastleggen"
    return _toon(request, dossier, form, "cases/overlijden_form.html", titel, knop=knop, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def overlijden_herstellen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if request.method != "POST" and dossier.persoon.datum_overlijden is None:
        messages.error(request, "Er is geen overlijden vastgelegd.")
        return redirect("herstellen", nummer)
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            overlijdenacties.overlijden_herstellen(dossier=dossier, reden=reden, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het overlijden is ongedaan gemaakt. De termijnen lopen weer.")
            return redirect(dossier)
    titel, knop = "Overlijden ongedaan maken", "Ongedaan maken"
    return _toon(request, dossier, form, "cases/overlijden_herstellen_form.html", titel, knop=knop)


def _toon(
    request: HttpRequest,
    dossier: Dossier,
    form: Any,
    template: str,
    titel: str,
    *,
    knop: str = "Bewaren",
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    terug = {"annuleer_url": reverse("herstellen", args=[dossier.nummer])}
    return toon(request, dossier, form, template, titel=titel, knop=knop, extra={**terug, **(extra or {})})

"""The letters of today: what waits to be printed, the file to print, and that it was printed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.brief import Ontvanger
from cases.briefadres import afzender
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.pdf import BriefFout
from cases.views.formulier import gebruiker, ingevuld, toon
from planvanaanpak.actions import drukronde as acties
from planvanaanpak.drukbrief import Printbrief
from planvanaanpak.drukwerklijst import te_drukken, van_regels, verdeel
from planvanaanpak.forms.brieven import DagForm, KlaarzetForm
from planvanaanpak.models import Besluit, Drukronde
from planvanaanpak.printbestand import Voorblad, maak_printbestand
from planvanaanpak.stukken import StukBeschadigd
from planvanaanpak.views.stukken import geef_pdf

RECENT = 20


@vereist(Permission.BRIEVEN_AFDRUKKEN)
def brieven_vandaag(request: HttpRequest) -> HttpResponse:
    """List what waits in each gemeente, and put it together when asked."""
    on, by = timezone.localdate(), gebruiker(request)
    gemeenten = Gemeente.objects.visible_to(by, Permission.BRIEVEN_AFDRUKKEN).defer("logo")
    dag = DagForm.gekozen(request.GET, on)
    if request.method == "POST":
        gemeente = get_object_or_404(gemeenten, code=request.POST.get("gemeente", ""))
        klaar = KlaarzetForm(request.POST)
        return _maak(request, gemeente, klaar.dag(on), met_eerder=klaar.is_met_eerder)
    context = {
        "on": on,
        "dag": dag,
        "form": DagForm({"dag_van": dag.isoformat()}),
        "groepen": [(gemeente, *verdeel(te_drukken(gemeente, by, dag=dag), dag)) for gemeente in gemeenten],
        "ronden": _recent(by),
        "mag_teksten": by.mag(Permission.BRIEVEN_BEHEREN),
    }
    return render(request, "planvanaanpak/brieven_vandaag.html", context)


def _recent(by: Any) -> list[Drukronde]:
    """Give what was put together, with what still has to be printed on top."""
    rijen = (
        Drukronde.objects.visible_to(by)
        .met_te_bevestigen()
        .select_related("gemaakt_door", "afgedrukt_door", "gemeente")
    )
    te_doen_eerst = (F("afgedrukt_op").desc(nulls_first=True), "-gemaakt_op", "-pk")
    return list(rijen.defer("gemeente__logo").order_by(*te_doen_eerst)[:RECENT])


def _maak(request: HttpRequest, gemeente: Gemeente, dag: date, *, met_eerder: bool) -> HttpResponse:
    by, meest = gebruiker(request), acties.MEEST
    try:
        ronde = acties.drukronde_maken(
            gemeente=gemeente, dag=dag, met_eerder=met_eerder, meest=meest, by=by, at=timezone.now()
        )
    except ActieFout as fout:
        messages.error(request, str(fout))
        return redirect("brieven_vandaag")
    messages.success(request, "De brieven staan klaar. Open het bestand en druk het af.")
    wacht = te_drukken(gemeente, by, dag=dag)
    if rest := len(wacht if met_eerder else verdeel(wacht, dag)[0]):
        messages.warning(
            request,
            f"Er passen hoogstens {meest} brieven in één bestand. Er wachten er nog {rest}. Druk eerst dit bestand af"
            " en zet daarna de rest klaar.",
        )
    return redirect(ronde)


@vereist(Permission.BRIEVEN_AFDRUKKEN)
def drukronde(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letters of a drukronde; sent, it says that they were printed."""
    ronde = _ronde(request, pk)
    if request.method == "POST":
        try:
            acties.afgedrukt_melden(ronde=ronde, by=gebruiker(request), at=timezone.now())
        except ActieFout as fout:
            messages.error(request, str(fout))
            return redirect("brieven_vandaag")
        messages.success(request, "Vastgelegd dat deze brieven zijn afgedrukt. Bevestig per besluit de verzending.")
        return redirect(ronde)
    brieven = van_regels(ronde.regels.all(), timezone.localdate())
    context = {
        "ronde": ronde,
        "brieven": [brief for brief in brieven if not brief.vervallen],
        "vervallen": [brief for brief in brieven if brief.vervallen],
        **_bevestiging(brieven),
    }
    return render(request, "planvanaanpak/drukronde_detail.html", context)


def _bevestiging(brieven: list[Printbrief]) -> dict[str, Any]:
    """Give the besluiten that were in the file, and those of which nobody said that they left."""
    besluiten = [brief.brief for brief in brieven if not brief.vervallen and isinstance(brief.brief, Besluit)]
    return {"besluiten": besluiten, "te_bevestigen": [b for b in besluiten if b.verzonden_op is None]}


@vereist(Permission.BRIEVEN_AFDRUKKEN)
def drukronde_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    ronde = _ronde(request, pk)
    brieven = van_regels(ronde.regels.all(), timezone.localdate())
    voorblad = Voorblad(
        kenmerk=f"drukronde {ronde.pk}",
        datum=ronde.datum,
        afzender=afzender(ronde.gemeente),
        ontvanger=Ontvanger(aanhef="", naam="", adresregels=()),
        gemaakt_door=ronde.gemaakt_door.naam,
    )
    try:
        bestand = maak_printbestand(voorblad, brieven)
    except (StukBeschadigd, BriefFout):
        messages.error(request, "Een van de brieven is beschadigd of ontbreekt. Meld dit bij uw beheerder.")
        return redirect(ronde)
    return geef_pdf(request, bestand, f"brieven-{ronde.datum:%Y%m%d}-{ronde.pk}.pdf")


@vereist(Permission.BRIEVEN_AFDRUKKEN)
def drukronde_weghalen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether the letters have to wait again."""
    ronde = _ronde(request, pk)
    if ronde.afgedrukt_op is not None:
        messages.info(request, "Deze brieven zijn al afgedrukt.")
        return redirect(ronde)
    if request.method == "POST":
        try:
            acties.drukronde_weghalen(ronde=ronde, by=gebruiker(request))
        except ActieFout as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, "De brieven wachten weer om te worden afgedrukt.")
        return redirect("brieven_vandaag")
    return render(request, "planvanaanpak/drukronde_weghalen.html", {"ronde": ronde})


@vereist(Permission.BRIEVEN_AFDRUKKEN)
def drukregel_weglaten(request: HttpRequest, pk: int, regel_pk: int) -> HttpResponse:
    """Ask why one letter is left out of the file."""
    ronde, on = _ronde(request, pk), timezone.localdate()
    regel = get_object_or_404(ronde.regels, pk=regel_pk)
    (brief,) = van_regels(ronde.regels.filter(pk=regel_pk), on)
    if ronde.afgedrukt_op is not None or brief.vervallen:
        messages.info(request, "Deze brief is al afgedrukt of vervallen.")
        return redirect(ronde)
    form = RedenForm(ingevuld(request), dossier=brief.dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.brief_weglaten(regel=regel, **form.cleaned_data, by=gebruiker(request), at=timezone.now())
            messages.success(request, "Deze brief wordt niet afgedrukt. Hij wacht ook niet meer.")
            return redirect(ronde)
    extra = {"brief": brief, "annuleer_url": ronde.get_absolute_url()}
    template, titel = "planvanaanpak/drukregel_weglaten.html", "Brief niet afdrukken"
    return toon(request, brief.dossier, form, template, titel=titel, knop="Niet afdrukken", extra=extra)


def _ronde(request: HttpRequest, pk: int) -> Drukronde:
    """Give a drukronde of which this user sees every letter."""
    rijen = Drukronde.objects.visible_to(gebruiker(request)).select_related(
        "gemeente", "gemaakt_door", "afgedrukt_door"
    )
    ronde: Drukronde = get_object_or_404(rijen, pk=pk)
    return ronde

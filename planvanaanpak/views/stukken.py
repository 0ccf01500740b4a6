"""Give the stored letters as they were stored, and a concept that is not stored."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.models import Dossier
from cases.status import Status
from cases.views.document import GETOOND_PDF
from cases.views.formulier import gebruiker, get_dossier, ingevuld
from planvanaanpak.actions.besluit import ga_door_de_poort
from planvanaanpak.briefregels import HardheidRegel
from planvanaanpak.forms.besluit import AddendumForm
from planvanaanpak.mandaatbron import voorbeeld_met_mandaat
from planvanaanpak.models import Besluit, BesluitPdf, Bijsluiter, PlanVanAanpak, Voorziening
from planvanaanpak.opbouw import addendum_inhoud, hardheidregels, maak_brief, plan_inhoud
from planvanaanpak.pdf import BriefFout, render_pdf
from planvanaanpak.planbron import besluit_over_plan, plan_van, voorstellen_van
from planvanaanpak.stukken import lees_stuk
from planvanaanpak.views.planpoort import weiger_voorstel

VOORBEELD = "planvanaanpak/pdf/voorbeeld.html"


@vereist(Permission.DOSSIER_ZIEN)
def besluit_pdf(request: HttpRequest, nummer: str) -> HttpResponse:
    besluit = _besluit(request, nummer)
    pdf = get_object_or_404(BesluitPdf, besluit=besluit)
    return geef_pdf(request, lees_stuk(pdf), f"{besluit.nummer}.pdf")


@vereist(Permission.DOSSIER_ZIEN)
def bijsluiter_pdf(request: HttpRequest, nummer: str) -> HttpResponse:
    besluit = _besluit(request, nummer)
    bijsluiter = Bijsluiter.objects.filter(besluit=besluit).first()
    if bijsluiter is None:
        raise Http404
    return geef_pdf(request, lees_stuk(bijsluiter), f"{besluit.nummer}-bijsluiter.pdf")


@vereist(Permission.DOSSIER_ZIEN)
def oude_bijsluiter_pdf(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Give a bijsluiter that a later one came in the place of, as it was stored."""
    besluit = _besluit(request, nummer)
    bijsluiter = get_object_or_404(Bijsluiter, pk=pk, besluit=besluit)
    return geef_pdf(request, lees_stuk(bijsluiter), f"{besluit.nummer}-bijsluiter-{pk}.pdf")


@vereist(Permission.DOSSIER_BEWERKEN)
def plan_voorbeeld(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the letter as it would be now, marked as concept: no number is taken and nothing is stored."""
    on = timezone.localdate()
    dossier = get_dossier(request, nummer)
    if terug := weiger_voorstel(request, dossier, "Een voorbeeld van de brief maken"):
        return terug
    plan = plan_van(dossier, "leefgebieden", "doelen", "voorzieningen")
    if plan is None:
        messages.error(request, "Er is nog geen plan. Bewaar het eerst.")
        return redirect("plan", nummer)
    form = AddendumForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    try:
        pdf = maak_voorbeeld(dossier, plan, form, gebruiker(request))
    except (ActieFout, BriefFout) as fout:
        messages.error(request, str(fout))
        return redirect("plan", nummer)
    return geef_pdf(request, pdf, f"{dossier.nummer}-concept.pdf", inline=True)


def maak_voorbeeld(dossier: Dossier, plan: PlanVanAanpak, form: AddendumForm, by: User) -> bytes:
    """Make the concept of the besluit over the plan, or of an addendum once that is vastgesteld.

    It shows the date and the toelichting that are filled in so far, as far as they can be used.
    """
    datum = form.gekozen_datum or form.on
    toelichting = form.cleaned_data.get("toelichting", "") if form.is_bound else ""
    voorstellen = voorstellen_van(plan)
    eerste = besluit_over_plan(dossier) if dossier.status != Status.PLAN_VAN_AANPAK else None
    hardheid = _hardheid(dossier, voorstellen, form.on)
    if eerste is None:
        inhoud = plan_inhoud(plan, voorstellen, hardheid)
    else:
        inhoud = addendum_inhoud(voorstellen, vult_aan=eerste.nummer, toelichting=toelichting, hardheid=hardheid)
    inhoud = voorbeeld_met_mandaat(dossier, inhoud, by, form.on)
    return render_pdf(VOORBEELD, maak_brief(dossier=dossier, inhoud=inhoud, kenmerk="concept", datum=datum, by=by))


def _hardheid(dossier: Dossier, voorstellen: list[Voorziening], on: date) -> tuple[HardheidRegel, ...]:
    """Give what the letter would say of the hardheidsclausule; nothing while a gate still refuses."""
    try:
        return hardheidregels(dossier, ga_door_de_poort(dossier, voorstellen, on))
    except ActieFout:
        return ()


def _besluit(request: HttpRequest, nummer: str) -> Besluit:
    zichtbaar = Besluit.objects.visible_to(gebruiker(request)).defer("snapshot")
    besluit: Besluit = get_object_or_404(zichtbaar, nummer=nummer)
    return besluit


def geef_pdf(request: HttpRequest, inhoud: bytes, naam: str, *, inline: bool = False) -> HttpResponse:
    """Send a PDF as a download, or with `?inline` to read in the browser. Its name holds no name of a person."""
    wijze = "inline" if inline or "inline" in request.GET else "attachment"
    return HttpResponse(
        inhoud,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'{wijze}; filename="{naam}"',
            "Content-Security-Policy": GETOOND_PDF,
            "X-Content-Type-Options": "nosniff",
        },
    )

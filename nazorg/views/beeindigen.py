"""End the support of a dossier, after a look at what that brings about."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.status import Status
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from nazorg.actions import beeindigen as acties
from nazorg.bron import dossierstand, einden_van, eindgrond_van, is_toch_erkend, list_doorlopend, staat_klaar
from nazorg.controlelijst import list_punten
from nazorg.forms.beeindigen import BeeindigenForm
from nazorg.gronden import TE_BEEINDIGEN, VOOR_EINDGROND, gronden_met_termijn
from nazorg.models import Beeindiging, Eindgrond
from nazorg.vooruitblik import kijk_vooruit
from planvanaanpak.actions.besluit import stel_beeindiging_op
from planvanaanpak.besluitnodig import briefpunten
from planvanaanpak.forms.besluit import GelezenForm
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.mandaatbron import voorbeeld_met_mandaat
from planvanaanpak.opbouw import maak_brief
from planvanaanpak.pdf import BriefFout, render_pdf
from planvanaanpak.views.mandaatbeeld import mandaatbeeld
from planvanaanpak.views.openpunten import open_punten
from planvanaanpak.views.planpagina import Nodigpunt
from planvanaanpak.views.stukken import VOORBEELD, geef_pdf

WAT = "De ondersteuning beëindigen"
TITEL = "Ondersteuning beëindigen"


@vereist(Permission.BESLUIT_VASTSTELLEN)
def beeindigen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    if eerder := _al_beeindigd(dossier):
        messages.info(request, f"De ondersteuning is al beëindigd, met besluit {eerder.besluit.nummer}.")
        return redirect(eerder.besluit)
    if terug := weiger_status(request, dossier, TE_BEEINDIGEN, WAT):
        return terug
    begin = _begin(eindgrond_van(dossier))
    if is_toch_erkend(dossier):
        messages.info(request, acties.TOCH_ERKEND)
        return redirect("hervatten", nummer)
    form = BeeindigenForm(ingevuld(request), initial=begin, dossier=dossier, on=on, stand=dossierstand(dossier))
    punten = open_punten(briefpunten(dossier), dossier, by)
    if not form.is_valid() or wil_wijzigen(request) or punten:
        return _invullen(request, dossier, form, punten, on)
    if "voorbeeld" in request.POST:
        return _voorbeeld(request, dossier, form, on)
    gelezen = GelezenForm(request.POST if is_bevestigd(request) else None)
    if not gelezen.is_valid():
        return _bevestigen(request, dossier, form, gelezen, on)
    with fouten_in(form):
        beeindiging = acties.beeindigen(dossier=dossier, **form.cleaned_data, by=by, at=at, on=on)
        messages.success(request, _klaar(beeindiging))
        return redirect(beeindiging.besluit)
    return _invullen(request, dossier, form, punten, on)


def _voorbeeld(request: HttpRequest, dossier: Dossier, form: BeeindigenForm, on: date) -> HttpResponse:
    with fouten_in(form):
        pdf = _concept(dossier, form, gebruiker(request))
        return geef_pdf(request, pdf, f"{dossier.nummer}-concept.pdf", inline=True)
    return _invullen(request, dossier, form, [], on)


def _concept(dossier: Dossier, form: BeeindigenForm, by: User) -> bytes:
    """Make the letter as it would be now, marked as concept. Raises ActieFout when it can't be printed."""
    einde = kijk_vooruit(dossier=dossier, **form.antwoorden, on=form.on)
    zienswijze = form.cleaned_data["zienswijze"]
    inhoud = stel_beeindiging_op(
        toelichting=einde.brief, nazorg_tekst=einde.brief_nazorg, zienswijze=zienswijze, artikel=einde.artikel
    )
    inhoud = voorbeeld_met_mandaat(dossier, inhoud, by, form.on)
    datum = form.cleaned_data["datum"]
    try:
        return render_pdf(VOORBEELD, maak_brief(dossier=dossier, inhoud=inhoud, kenmerk="concept", datum=datum, by=by))
    except BriefFout as fout:
        raise ActieFout(str(fout)) from None


def _invullen(
    request: HttpRequest, dossier: Dossier, form: BeeindigenForm, nodig: list[Nodigpunt], on: date
) -> HttpResponse:
    extra: dict[str, Any] = {
        "open_punten": nodig,
        "mandaat": mandaatbeeld(dossier, BesluitSoort.BEEINDIGING, Decimal(0), gebruiker(request), on),
        "punten": list_punten(dossier),
        "doorlopend": list_doorlopend(dossier, on),
        "eindgrond_url": _eindgrond_url(dossier),
        "concept": dossier.status == Status.ACCLIMATISATIE and staat_klaar(dossier, on),
        "niet_erkend_url": reverse("acclimatisatie", args=[dossier.nummer]),
    }
    return toon(request, dossier, form, "nazorg/beeindigen_form.html", titel=TITEL, knop="Verder", extra=extra)


def _eindgrond_url(dossier: Dossier) -> str:
    """Lead to the page of the ground where the beleid has a term for it and none is recorded."""
    kan = dossier.status in VOOR_EINDGROND and gronden_met_termijn(regels_van(dossier))
    return reverse("eindgrond_nieuw", args=[dossier.nummer]) if kan and eindgrond_van(dossier) is None else ""


def _bevestigen(
    request: HttpRequest, dossier: Dossier, form: BeeindigenForm, gelezen: GelezenForm, on: date
) -> HttpResponse:
    gegevens = form.antwoorden
    extra = {
        "zienswijze": form.cleaned_data["zienswijze"],
        "mandaat": mandaatbeeld(dossier, BesluitSoort.BEEINDIGING, Decimal(0), gebruiker(request), on),
        "einde": kijk_vooruit(dossier=dossier, **gegevens, on=on),
        "datum": gegevens["datum"],
        "grond": dict(form.gronden)[gegevens["grond"]],
        "open_punten": [punt for punt in list_punten(dossier) if not punt.klaar],
        "gelezen": gelezen,
    }
    template, knop = "nazorg/beeindigen_confirm.html", "Beëindigen en besluit maken"
    return toon(request, dossier, form, template, titel="Einde bevestigen", knop=knop, extra=extra)


def _begin(eindgrond: Eindgrond | None) -> dict[str, str]:
    """Begin with the ground that was recorded before."""
    return {"grond": eindgrond.grond} if eindgrond else {}


def _al_beeindigd(dossier: Dossier) -> Beeindiging | None:
    """Find the end that is there, for somebody who is second or pressed twice."""
    if Status(dossier.status) in TE_BEEINDIGEN:
        return None
    return next(iter(einden_van(dossier)), None)


def _klaar(beeindiging: Beeindiging) -> str:
    vervolg = " De nazorg is begonnen." if beeindiging.dossier.status == Status.NAZORG else ""
    return (
        f"De ondersteuning is beëindigd met besluit {beeindiging.besluit.nummer}.{vervolg}"
        " Verstuur de brief en bevestig daarna de dag van verzending."
    )

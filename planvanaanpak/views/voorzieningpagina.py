"""One voorziening to read: before the besluit and after it, with all that the plan and the letter say of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.kop import dossier_context, mag_bewerken
from cases.views.formulier import gebruiker, get_dossier
from planvanaanpak.actions.planpoort import TE_VULLEN
from planvanaanpak.actions.verstrekking import TE_VERSTREKKEN, stand_op
from planvanaanpak.commissiebron import heeft_commissie, standen_van
from planvanaanpak.keuzes import BesluitSoort, VoorzieningStatus
from planvanaanpak.planbron import is_open
from planvanaanpak.vervalbron import gold
from planvanaanpak.views.voorziening import get_voorziening
from planvanaanpak.voorzieningtekst import rekensom

TOETSEN = {
    "obstakel": "Obstakel dat dit wegneemt",
    "geschiktheid": "Geschiktheid",
    "noodzakelijkheid": "Noodzakelijkheid",
    "evenredigheid": "Evenredigheid",
}


@vereist(Permission.DOSSIER_ZIEN)
def voorziening_bekijken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Show a voorziening to who sees the dossier; financieel does not (decision 0013)."""
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    voorziening = get_voorziening(dossier, pk)
    bewerken = mag_bewerken(dossier, user)
    is_voorstel = voorziening.status == VoorzieningStatus.VOORSTEL
    is_toegekend = gold(voorziening) and not voorziening.is_vrij
    later = voorziening.herzien_met if voorziening.herzien_met_id != voorziening.besluit_id else None
    commissie = heeft_commissie(dossier) and not voorziening.is_vrij
    context = dossier_context(request, dossier, pad=voorziening.omschrijving) | {
        "voorziening": voorziening,
        "rekensom": rekensom(voorziening),
        "vergelijkingen": list(voorziening.vergelijkingen.all()),
        "toetsen": [(label, waarde) for veld, label in TOETSEN.items() if (waarde := getattr(voorziening, veld))],
        "later": later,
        "later_hoe": "Ingetrokken met" if later and later.soort == BesluitSoort.INTREKKING else "Herzien met",
        "advies": next(iter(standen_van([voorziening])), None) if commissie else None,
        "stand": stand_op(voorziening, on) if is_toegekend else None,
        "verstrekkingen": voorziening.verstrekkingen.geldig() if is_toegekend else (),
        "mag_wijzigen": bewerken and is_voorstel and (is_open(dossier) or dossier.status in TE_VULLEN),
        "mag_leveren": bewerken and is_toegekend and dossier.status in TE_VERSTREKKEN,
    }
    return render(request, "planvanaanpak/voorziening_detail.html", context)

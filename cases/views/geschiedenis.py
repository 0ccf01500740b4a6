"""The history page of a dossier: who did what, when and why."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.permissions import Permission, vereist
from cases.forms.lijst import Geschiedenisfilter, gekozen
from cases.geschiedenis import GEWIJZIGD, VANZELF, Gebeurtenis, soort_label, voeg_samen
from cases.kop import dossier_context
from cases.models import Dossier
from cases.registratie import historie
from cases.views.formulier import gebruiker
from cases.wijzigingen import list_wijzigingen
from cases.zoekvraag import normaliseer

PER_BLADZIJDE = 50
# The choice for what nobody in particular did: imports and the nightly run.
NIEMAND = "0"


@vereist(Permission.DOSSIER_ZIEN)
def dossier_geschiedenis(request: HttpRequest, nummer: str) -> HttpResponse:
    dossiers = Dossier.objects.visible_to(gebruiker(request)).voor_pagina()
    dossier = get_object_or_404(dossiers, nummer=nummer)
    alles = list_gebeurtenissen(dossier)
    formulier = Geschiedenisfilter(request.GET, personen=_personen(alles), soorten=_soorten(alles))
    keuze = gekozen(formulier)
    gevonden = [gebeurtenis for gebeurtenis in alles if _past(gebeurtenis, keuze)]
    per_bladzijde = max(len(gevonden), PER_BLADZIJDE) if keuze["alles"] else PER_BLADZIJDE
    context = {
        **dossier_context(request, dossier, pad="Geschiedenis"),
        "form": formulier,
        "is_gefilterd": len(gevonden) != len(alles),
        "page_obj": Paginator(gevonden, per_bladzijde).get_page(request.GET.get("page")),
    }
    return render(request, "cases/dossier_geschiedenis.html", context)


def list_gebeurtenissen(dossier: Dossier) -> list[Gebeurtenis]:
    """Give the whole history of a dossier, the newest first."""
    gebeurtenissen = [
        Gebeurtenis(
            at=event.at,
            door_id=event.by_id,
            door=event.by.naam if event.by else VANZELF,
            soort=event.soort,
            tekst=event.tekst,
            reden=event.reden,
        )
        for event in dossier.events.select_related("by")
    ]
    return voeg_samen(gebeurtenissen, list_wijzigingen(historie(dossier)))


def _personen(alles: Sequence[Gebeurtenis]) -> list[tuple[str, str]]:
    personen = {str(gebeurtenis.door_id or NIEMAND): gebeurtenis.door for gebeurtenis in alles}
    return sorted(personen.items(), key=lambda paar: normaliseer(paar[1]))


def _soorten(alles: Sequence[Gebeurtenis]) -> list[tuple[str, str]]:
    soorten = {gebeurtenis.soort for gebeurtenis in alles}
    if any(gebeurtenis.wijzigingen for gebeurtenis in alles):
        soorten.add(GEWIJZIGD)
    return sorted(((soort, soort_label(soort)) for soort in soorten), key=lambda paar: paar[1])


def _past(gebeurtenis: Gebeurtenis, keuze: dict[str, Any]) -> bool:
    """Say whether an entry is in the choice; who asks for changed fields gets every entry that changed one."""
    if keuze["door"] and keuze["door"] != str(gebeurtenis.door_id or NIEMAND):
        return False
    if keuze["vanaf"] and gebeurtenis.dag < keuze["vanaf"]:
        return False
    if keuze["soort"] == GEWIJZIGD:
        return bool(gebeurtenis.wijzigingen)
    return keuze["soort"] in ("", gebeurtenis.soort)

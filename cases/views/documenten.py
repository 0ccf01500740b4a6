"""The documents of a dossier, and one of them with a preview."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.permissions import Permission, vereist
from cases.actions.verbeteren import TE_VERBETEREN
from cases.bestanden import mag_getoond
from cases.documentlijst import geldende_controle, identiteitscontroles, met_versies, versies
from cases.forms.documentbeheer import Documentfilter
from cases.forms.lijst import gekozen
from cases.kop import dossier_context
from cases.models import Document, Dossier
from cases.registratie import documentgebruik
from cases.status import Status
from cases.views.formulier import gebruiker, get_dossier

PER_BLADZIJDE = 50


@vereist(Permission.DOSSIER_ZIEN)
def documenten(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the documents, the newest version of each on top of its older ones."""
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    formulier = Documentfilter(request.GET)
    keuze = {veld: waarde for veld, waarde in gekozen(formulier).items() if waarde}
    nieuwste = dossier.documenten.nieuwste().filter(**keuze).select_related("toegevoegd_door", "ingetrokken_door")
    bladzijde = Paginator(nieuwste, PER_BLADZIJDE).get_page(request.GET.get("page"))
    controles = identiteitscontroles(dossier)
    controle = geldende_controle(controles)
    context = {
        **dossier_context(request, dossier, pad="Documenten"),
        "form": formulier,
        "is_gefilterd": bool(keuze),
        "page_obj": bladzijde,
        "stukken": met_versies(dossier, bladzijde),
        "controle": controle,
        "controle_te_verbeteren": Status(dossier.status) in TE_VERBETEREN,
        "andere_controles": [rij for rij in controles if rij != controle],
    }
    return render(request, "cases/document_list.html", context)


@csp_replace({"object-src": [SELF]})  # the reader of the browser shows the PDF inside the page
@vereist(Permission.DOSSIER_ZIEN)
def document_detail(request: HttpRequest, pk: int) -> HttpResponse:
    dossier, document = get_document(request, pk, Permission.DOSSIER_ZIEN)
    alle = versies(document)
    context: dict[str, Any] = {
        **dossier_context(request, dossier, pad="Document"),
        "document": document,
        "versies": alle,
        "is_nieuwste": alle[0] == document,
        "gebruik": documentgebruik(document),
        "toonbaar": mag_getoond(document.bestandstype),
        "is_pdf": document.bestandstype == "application/pdf",
    }
    return render(request, "cases/document_detail.html", context)


def get_document(
    request: HttpRequest, pk: int, permission: Permission = Permission.DOSSIER_BEWERKEN
) -> tuple[Dossier, Document]:
    """Give a document with its dossier: a 404 for who may not see it, a 403 for who may only read it."""
    zichtbaar = Document.objects.visible_to(gebruiker(request))
    document = get_object_or_404(zichtbaar.select_related("dossier", "toegevoegd_door", "ingetrokken_door"), pk=pk)
    dossier = get_dossier(request, document.dossier.nummer, permission)
    document.dossier = dossier
    return dossier, document

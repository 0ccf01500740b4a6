import logging

from django.contrib import messages
from django.core.files import File
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.documenten import document_toevoegen
from cases.bestanden import mag_getoond
from cases.forms.document import DocumentForm
from cases.forms.dossierformulier import fouten_in
from cases.models import Document
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon

logger = logging.getLogger(__name__)

BESTAND_WEG = "Dit bestand is niet gevonden. Meld dit bij uw beheerder."

# What is stored comes from outside. Whatever it is, it runs nothing and reads nothing.
OPGESLAGEN = "default-src 'none'; frame-ancestors 'none'; sandbox"
# A browser's PDF reader does not start in a sandbox, and needs its own styles; it is no page of this site.
_LEZER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
GETOOND_PDF = f"{_LEZER}; frame-ancestors 'none'"
# The page of a document shows it inside itself; no other site may.
INGEBED_PDF = f"{_LEZER}; frame-ancestors 'self'"


@vereist(Permission.DOSSIER_BEWERKEN)
def document_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = DocumentForm(ingevuld(request), request.FILES or None, initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            gegevens = {**form.cleaned_data, "inhoud": form.cleaned_data["bestand"]}
            del gegevens["bestand"]
            document_toevoegen(dossier=dossier, **gegevens, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het document is toegevoegd.")
            return redirect("documenten", nummer)
    titel, extra = "Document toevoegen", {"annuleer_url": reverse("documenten", args=[nummer])}
    return toon(request, dossier, form, "cases/document_form.html", titel=titel, knop="Toevoegen", extra=extra)


@vereist(Permission.DOSSIER_ZIEN)
def document(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a stored file to whoever sees its dossier; `?inline` shows a PDF or photo in the browser."""
    zichtbaar = Document.objects.visible_to(gebruiker(request)).select_related("dossier")
    document = get_object_or_404(zichtbaar, pk=pk)
    try:
        bestand = document.bestand.open("rb")
    except FileNotFoundError:
        logger.error("Het bestand van document %s ontbreekt.", document.pk)
        messages.error(request, BESTAND_WEG)
        return redirect(document.dossier)
    inline = "inline" in request.GET and mag_getoond(document.bestandstype)
    return geef_bestand(bestand, naam=document.bestandsnaam, soort=document.bestandstype, inline=inline)


def geef_bestand(bestand: File, *, naam: str, soort: str, inline: bool = False) -> FileResponse:
    """Send a stored file: a download in a sandbox, or shown in the browser where that runs nothing."""
    antwoord = FileResponse(bestand, as_attachment=not inline, filename=naam, content_type=soort)
    is_lezer = inline and soort == "application/pdf"
    antwoord["Content-Security-Policy"] = INGEBED_PDF if is_lezer else OPGESLAGEN
    antwoord["X-Frame-Options"] = "SAMEORIGIN" if is_lezer else "DENY"
    antwoord["X-Content-Type-Options"] = "nosniff"
    return antwoord

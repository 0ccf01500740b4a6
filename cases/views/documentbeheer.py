"""Another version of a document, other words about it, or withdrawing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import documentbeheer as acties
from cases.actions.documenten import document_vervangen as vervangen
from cases.actions.verbeteren import TE_VERBETEREN
from cases.forms.documentbeheer import DocumentIntrekForm, DocumentVersieForm, DocumentWijzigForm
from cases.forms.dossierformulier import Dossierformulier, fouten_in
from cases.models import Document, Dossier
from cases.registratie import documentgebruik
from cases.views.documenten import get_document
from cases.views.formulier import gebruiker, ingevuld, toon, weiger_status

AL_INGETROKKEN = "Dit document is al ingetrokken."


@vereist(Permission.DOSSIER_BEWERKEN)
def document_vervangen(request: HttpRequest, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, document = get_document(request, pk)
    if request.method == "GET" and (nieuwer := Document.objects.filter(vervangt=document).first()):
        messages.info(request, "Van dit document is al een nieuwere versie. U ziet die nu.")
        return redirect("document_detail", nieuwer.pk)
    form = DocumentVersieForm(ingevuld(request), request.FILES or None, initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            gegevens = {"datum": form.cleaned_data["datum"], "inhoud": form.cleaned_data["bestand"]}
            nieuw = vervangen(document=document, **gegevens, by=gebruiker(request), at=at, on=on)
            messages.success(request, "De nieuwe versie is toegevoegd. De vorige staat eronder.")
            return redirect("document_detail", nieuw.pk)
    return _toon(
        request, dossier, document, form, "cases/document_vervangen.html", titel="Nieuwe versie", knop="Toevoegen"
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def document_wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, document = get_document(request, pk)
    if terug := _weiger(request, dossier, document, "Een document wijzigen"):
        return terug
    form = DocumentWijzigForm(ingevuld(request), rij=document, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            acties.document_wijzigen(document=document, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het document is gewijzigd.")
            return redirect("document_detail", pk)
    return _toon(request, dossier, document, form, "cases/document_wijzigen.html", titel="Document wijzigen")


@vereist(Permission.DOSSIER_BEWERKEN)
def document_intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, document = get_document(request, pk)
    if terug := _weiger(request, dossier, document, "Een document intrekken"):
        return terug
    gebruik = documentgebruik(document)
    form = DocumentIntrekForm(ingevuld(request), gebruik=gebruik, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.document_intrekken(document=document, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, f"Het document is ingetrokken: {document.onderwerp}.")
            return redirect("documenten", dossier.nummer)
    return _toon(
        request,
        dossier,
        document,
        form,
        "cases/document_intrekken.html",
        titel="Document intrekken",
        knop="Intrekken",
        gebruik=gebruik,
    )


def _weiger(request: HttpRequest, dossier: Dossier, document: Document, wat: str) -> HttpResponse | None:
    """Send somebody back who opens what can't be changed now; a POST is refused by the action itself."""
    if request.method != "POST" and document.is_ingetrokken:
        messages.error(request, f"{AL_INGETROKKEN} De reden was: {document.ingetrokken_reden}")
        return redirect("document_detail", document.pk)
    return weiger_status(request, dossier, TE_VERBETEREN, wat)


def _toon(
    request: HttpRequest,
    dossier: Dossier,
    document: Document,
    form: Dossierformulier,
    template: str,
    *,
    titel: str,
    knop: str = "Bewaren",
    **extra: Any,
) -> HttpResponse:
    meer = {"document": document, "annuleer_url": reverse("document_detail", args=[document.pk]), **extra}
    return toon(request, dossier, form, template, titel=titel, knop=knop, extra=meer)

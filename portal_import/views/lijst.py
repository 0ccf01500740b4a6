"""The lists that were chosen before, and choosing a new one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, ingevuld
from portal_import.actions.inlezen import voorbeeld_maken
from portal_import.forms import MAX_MB, ImportForm
from portal_import.klok import list_bestandregels
from portal_import.models import BEWAARDAGEN, ImportRun

PER_BLADZIJDE = 50


@vereist(Permission.IMPORT)
def imports(request: HttpRequest) -> HttpResponse:
    user = gebruiker(request)
    gemeenten = list(Gemeente.objects.visible_to(user, Permission.IMPORT))
    runs = ImportRun.objects.visible_to(user).voor_lijst()
    context = {
        "page_obj": Paginator(runs, PER_BLADZIJDE).get_page(request.GET.get("page")),
        "toon_gemeente": len(gemeenten) > 1,
        "bestanden": list_bestandregels(gemeenten, timezone.localdate()),
    }
    return render(request, "portal_import/import_list.html", context)


@vereist(Permission.IMPORT)
def import_nieuw(request: HttpRequest) -> HttpResponse:
    """Take a file and show what it would do; nothing is changed yet."""
    user = gebruiker(request)
    form = ImportForm(ingevuld(request), request.FILES or None, user=user)
    if form.is_valid():
        bestand = form.cleaned_data.pop("bestand")
        with fouten_in(form):
            run = voorbeeld_maken(
                **form.cleaned_data,
                naam=bestand.name or "",
                inhoud=bestand.read(),
                by=user,
                at=timezone.now(),
                on=timezone.localdate(),
            )
            return redirect(run)
    context = {"form": form, "max_mb": MAX_MB, "bewaardagen": BEWAARDAGEN}
    return render(request, "portal_import/import_form.html", context)

"""Why a termijn has its date: the page that other pages lead to where there is no room for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.geschiedenis import VANZELF
from cases.klokken import som_van, stand_van, wie_doet
from cases.kop import dossier_context
from cases.register import regel as zoek_regel
from cases.views.formulier import get_dossier
from cases.waarom import list_veranderingen


@vereist(Permission.DOSSIER_ZIEN)
def termijn_waarom(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    termijn = get_object_or_404(dossier.termijnen, pk=pk)
    context = {
        **dossier_context(request, dossier, pad="Waarom deze datum?"),
        "termijn": termijn,
        "regel": zoek_regel(termijn.regel),
        "wie_doet": wie_doet(zoek_regel(termijn.regel)),
        "stand": stand_van(termijn, timezone.localdate()),
        "som": som_van(termijn),
        "veranderingen": list_veranderingen(termijn),
        "vanzelf": VANZELF,
    }
    return render(request, "cases/termijn_waarom.html", context)

"""The page of a gemeente: what its letters need."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.actions.gemeente import gemeente_wijzigen
from accounts.forms.gemeente import GemeenteForm
from accounts.kladformulier import ingevuld
from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from accounts.versies import Historie, list_versies


@vereist(Permission.GEMEENTE_BEHEREN)
def gemeenten(request: HttpRequest) -> HttpResponse:
    """List the gemeenten of a beheerder; with one it is shown at once."""
    eigen = Gemeente.objects.visible_to(cast(User, request.user), Permission.GEMEENTE_BEHEREN)
    if len(eigen) == 1:
        return redirect("gemeente_wijzigen", code=eigen[0].code)
    return render(request, "accounts/gemeente_list.html", {"gemeenten": eigen})


@vereist(Permission.GEMEENTE_BEHEREN)
def gemeente(request: HttpRequest, code: str) -> HttpResponse:
    eigen = Gemeente.objects.visible_to(cast(User, request.user), Permission.GEMEENTE_BEHEREN)
    huidig = get_object_or_404(eigen, code=code)
    ontbreekt = huidig.ontbreekt_voor_brief()
    form = GemeenteForm(ingevuld(request), request.FILES or None, instance=huidig)
    if form.is_valid():
        gemeente_wijzigen(
            gemeente=form.save(commit=False),
            beeldmerk=form.cleaned_data["beeldmerk"],
            beeldmerk_weg=bool(form.cleaned_data.get("beeldmerk_weg")),
            reden=form.cleaned_data["reden"],
            by=cast(User, request.user),
        )
        messages.success(request, "De gegevens van de gemeente zijn bewaard. Nieuwe brieven gebruiken ze meteen.")
        return redirect("gemeente_wijzigen", code=code)
    historie = Historie(
        rijen=huidig.history.all(), naam=lambda _: "gegevens van de gemeente", velden=tuple(GemeenteForm.Meta.fields)
    )
    context = {
        "form": form,
        "gemeente": huidig,
        "ontbreekt": ontbreekt,
        "beleid": huidig.beleid.all(),
        "versies": list_versies(historie),
    }
    return render(request, "accounts/gemeente_form.html", context)


@vereist(Permission.EIGEN_ACCOUNT)
def beeldmerk(request: HttpRequest, code: str) -> HttpResponse:
    """Give the beeldmerk of one's own gemeente; served as a picture that can run nothing."""
    eigen = Gemeente.objects.visible_to(cast(User, request.user)).exclude(logo=None)
    huidig = get_object_or_404(eigen, code=code)
    antwoord = HttpResponse(bytes(huidig.logo), content_type=huidig.logo_soort)
    antwoord["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return antwoord

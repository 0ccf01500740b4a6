from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.actions.klad import KladTeGroot, klad_bewaren, klad_weggooien
from accounts.kladbewijs import Kladbewijs, lees_bewijs
from accounts.kladvelden import BEWIJS, KEER, kies_velden
from accounts.kladverzoek import bewaar_van
from accounts.permissions import Permission, vereist


@vereist(Permission.EIGEN_ACCOUNT)
@require_POST
def klad(request: HttpRequest) -> HttpResponse:
    """Keep what is in a form that was drawn for this user; the script of the page sends it while they type."""
    if (bewijs := _eigen(request)) is None:
        return HttpResponseBadRequest()
    try:
        klad_bewaren(
            user=bewijs.user,
            pad=bewijs.pad,
            sleutel=bewijs.sleutel,
            velden=kies_velden(request.POST.lists()),
        )
    except KladTeGroot:
        return HttpResponse(status=413)
    return HttpResponse(status=204)


@vereist(Permission.EIGEN_ACCOUNT)
@require_POST
def klad_weg(request: HttpRequest) -> HttpResponse:
    """Throw a klad away, and go back to the empty form."""
    if (bewijs := _eigen(request)) is None:
        return HttpResponseBadRequest()
    klad_weggooien(user=bewijs.user, pad=bewijs.pad, sleutel=bewijs.sleutel, keer=request.POST.getlist(KEER))
    return redirect(bewijs.pad)


@login_not_required
def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that nothing was sent. What was typed is kept for whom the form was drawn, whoever is logged in now."""
    return render(
        request, "403_csrf.html", {"tekst_bewaard": bewaar_van(request), "pad": request.get_full_path()}, status=403
    )


def _eigen(request: HttpRequest) -> Kladbewijs | None:
    bewijs = lees_bewijs(request.POST.get(BEWIJS, ""))
    return bewijs if bewijs is not None and bewijs.user == request.user else None

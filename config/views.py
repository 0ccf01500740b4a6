"""Pages of the application itself: its health and its error pages."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from accounts.kladverzoek import bewaar_van
from accounts.models import User
from accounts.permissions import Permission, vereist

# Where each kind of user begins: the first page of this list that their roles open.
BEGIN = (
    (Permission.VANDAAG, "vandaag"),
    (Permission.DOSSIER_ZIEN, "dossiers"),
    (Permission.COMMISSIE, "commissie"),
    (Permission.SPUK_ZIEN, "spuk"),
    (Permission.GEBRUIKERS_BEHEREN, "gebruikers"),
)


@vereist(Permission.EIGEN_ACCOUNT)
def start(request: HttpRequest) -> HttpResponse:
    """Send each role to the page it works from; a role without pages of its own gets told so."""
    user = request.user
    assert isinstance(user, User)  # LoginRequiredMiddleware let only users in
    for permission, urlnaam in BEGIN:
        if user.mag(permission):
            return redirect(urlnaam)
    return render(request, "start.html")


@login_not_required
def gezond(request: HttpRequest) -> JsonResponse:
    """Answer a monitor: 200 when the database answers. Redis is not asked, as pages do not need it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "gezond"})


@login_not_required
def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


@login_not_required
def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


@login_not_required
def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def fout_500(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


@login_not_required
def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that nothing was sent. What was typed is kept for whom the form was drawn, whoever is logged in now."""
    return render(
        request, "403_csrf.html", {"tekst_bewaard": bewaar_van(request), "pad": request.get_full_path()}, status=403
    )

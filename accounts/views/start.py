from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

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


@vereist(Permission.EIGEN_ACCOUNT, ook_zonder_rol=True)
def start(request: HttpRequest) -> HttpResponse:
    """Send each role to the page it works from; a role without pages of its own, or no role, gets told so."""
    user = request.user
    assert isinstance(user, User)  # LoginRequiredMiddleware let only users in
    for permission, urlnaam in BEGIN:
        if user.mag(permission):
            return redirect(urlnaam)
    return render(request, "start.html")

"""Turn a besluit that needs a second person into a question to that person, whatever page it came from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.kladvelden import VAN_KLAD
from accounts.models import User
from cases.actions.basis import ActieFout
from planvanaanpak.actions.mandaat import GoedkeuringNodig, goedkeuring_vragen

GEVRAAGD = "Er is nog niets besloten. Een collega met mandaat kijkt eerst mee. Daarna stelt u het besluit vast."
NIET_BEWAREN = ("csrfmiddlewaretoken", *VAN_KLAD)


class VierOgenMiddleware:
    """Every road to a besluit ends in `neem_besluit`, which raises GoedkeuringNodig: the views need not know of it.

    Nothing was decided then, as the action undid itself. What was filled in goes along, so that after the approval
    exactly that can be set down. The query belongs to that: it names the bezwaar after which a besluit is revised.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, GoedkeuringNodig) or not isinstance(request.user, User):
            return None
        invoer = {naam: waarden for naam, waarden in request.POST.lists() if naam not in NIET_BEWAREN}
        try:
            goedkeuring = goedkeuring_vragen(
                nodig=exception, pad=request.get_full_path(), invoer=invoer, by=request.user, at=timezone.now()
            )
        except ActieFout as fout:
            messages.error(request, str(fout))
            return redirect(exception.dossier)
        messages.success(request, GEVRAAGD)
        return redirect(goedkeuring)

"""Where a button leads back to: the list in which it was pressed."""

from django.http import HttpRequest
from django.urls import reverse

from cases.models import Dossier

LIJSTEN, ONDER_DOSSIER = {"vandaag", "taken", "werk_verdelen"}, {"contacten", "notities"}


def terug_url(request: HttpRequest, dossier: Dossier | None) -> str:
    """Give the page named in the address, as far as it is one of ours; else the dossier, or one's own taken."""
    naam = request.GET.get("terug", "")
    if naam in LIJSTEN:
        return reverse(naam)
    if dossier is None:
        return reverse("taken")
    return reverse(naam, args=[dossier.nummer]) if naam in ONDER_DOSSIER else dossier.get_absolute_url()

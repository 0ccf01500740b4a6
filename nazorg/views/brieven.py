from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.vrijebrief import BerichtForm
from cases.views.formulier import gebruiker, get_dossier, ingevuld, weiger_status
from cases.views.vrijebrief import vraag_en_maak
from nazorg.actions import brieven as acties
from nazorg.actions.nazorg import IN_NAZORG
from nazorg.models import Nazorgcontact


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorg_uitnodiging(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    rijen = Nazorgcontact.objects.select_related("traject__dossier")
    contact = get_object_or_404(rijen, pk=pk, traject__dossier=dossier)
    if terug := weiger_status(request, dossier, IN_NAZORG, acties.WAT):
        return terug
    form = BerichtForm(ingevuld(request), dossier=dossier, on=on)
    return vraag_en_maak(
        request,
        dossier,
        form,
        titel=f"Uitnodiging voor contact {contact.volgnummer}",
        naam="nazorg",
        stel_op=lambda wat: acties.stel_uitnodiging_op(dossier, contact, **wat, by=by, on=on),
        maak=lambda wat: acties.nazorg_uitnodigen(contact=contact, **wat, by=by, at=at, on=on),
    )

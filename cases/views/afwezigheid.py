from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, vereist
from cases.actions.afwezigheid import afwezig_melden, afwezigheid_beeindigen
from cases.actions.basis import ActieFout
from cases.forms.afwezigheid import AfwezigheidForm
from cases.forms.dossierformulier import fouten_in
from cases.models import Afwezigheid
from cases.views.formulier import gebruiker, ingevuld


@vereist(Permission.VANDAAG)
def afwezigheid(request: HttpRequest) -> HttpResponse:
    """Show one's own days away, those of whom one stands in for, and a form for new ones."""
    user, on = gebruiker(request), timezone.localdate()
    form = AfwezigheidForm(ingevuld(request), user=user, on=on)
    if form.is_valid():
        with fouten_in(form):
            nieuw = afwezig_melden(user=user, on=on, **form.cleaned_data)
            messages.success(request, f"Bewaard. {nieuw.vervanger.naam} doet in die dagen uw werk.")
            return redirect("afwezigheid")
    eigen = list(Afwezigheid.objects.visible_to(user).select_related("vervanger").order_by("-vanaf"))
    context = {
        "form": form,
        "on": on,
        "komend": [een for een in reversed(eigen) if een.tot >= on],
        "geweest": [een for een in eigen if een.tot < on],
        "vervangt": Afwezigheid.objects.filter(vervanger=user, tot__gte=on).select_related("user"),
    }
    return render(request, "cases/afwezigheid.html", context)


@require_POST
@vereist(Permission.VANDAAG)
def afwezigheid_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Be back today, or stay after all."""
    user = gebruiker(request)
    een = get_object_or_404(Afwezigheid.objects.visible_to(user), pk=pk)
    try:
        over = afwezigheid_beeindigen(afwezigheid=een, on=timezone.localdate(), by=user)
    except ActieFout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "U bent er weer." if over else "Deze afwezigheid is weggehaald.")
    return redirect("afwezigheid")

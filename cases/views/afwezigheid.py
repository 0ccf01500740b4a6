"""Days away with a stand-in: one's own, and for a coördinator those of a colleague who can't report them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.afwezigheid import afwezig_melden, afwezigheid_beeindigen, eis_melder
from cases.actions.basis import ActieFout
from cases.forms.afwezigheid import AfwezigheidForm
from cases.forms.dossierformulier import fouten_in
from cases.models import Afwezigheid
from cases.views.formulier import gebruiker, ingevuld, weiger


@vereist(Permission.VANDAAG)
def afwezigheid(request: HttpRequest) -> HttpResponse:
    """Show one's own days away, those of whom one stands in for, and a form for new ones."""
    return _bladzijde(request, gebruiker(request))


@vereist(Permission.DOSSIER_TOEWIJZEN)
def werk_afwezig(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the same of a colleague who works where this user assigns."""
    user = gebruiker(request)
    collegas = User.objects.met_recht(Permission.VANDAAG, user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
    wie = get_object_or_404(collegas, pk=pk)
    return weiger(request, lambda: eis_melder(wie, user), "werk_verdelen") or _bladzijde(request, wie)


def _bladzijde(request: HttpRequest, wie: User) -> HttpResponse:
    user, on = gebruiker(request), timezone.localdate()
    form = AfwezigheidForm(ingevuld(request), user=wie, on=on)
    if form.is_valid():
        with fouten_in(form):
            nieuw = afwezig_melden(user=wie, by=user, on=on, **form.cleaned_data)
            wiens = "uw werk" if wie == user else f"het werk van {wie.naam}"
            messages.success(request, f"Bewaard. {nieuw.vervanger.naam} doet in die dagen {wiens}.")
            return redirect(request.path)
    alle = Afwezigheid.objects.filter(user=wie).met_melder().select_related("vervanger").order_by("-vanaf")
    context = {
        "form": form,
        "wie": wie,
        "is_eigen": wie == user,
        "on": on,
        "komend": [een for een in reversed(alle) if een.tot >= on],
        "geweest": [een for een in alle if een.tot < on],
        "vervangt": Afwezigheid.objects.filter(vervanger=wie, tot__gte=on).select_related("user"),
    }
    return render(request, "cases/afwezigheid.html", context)


@require_POST
@vereist(Permission.VANDAAG)
def afwezigheid_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Be back today, or stay after all."""
    user = gebruiker(request)
    een = get_object_or_404(Afwezigheid.objects.visible_to(user).select_related("user"), pk=pk)
    is_eigen = een.user == user
    try:
        over = afwezigheid_beeindigen(afwezigheid=een, on=timezone.localdate(), by=user)
    except ActieFout as fout:
        messages.error(request, str(fout))
    else:
        terug = "U bent er weer." if is_eigen else f"{een.user.naam} is er weer."
        messages.success(request, terug if over else "Deze afwezigheid is weggehaald.")
    return redirect("afwezigheid") if is_eigen else redirect("werk_afwezig", een.user_id)

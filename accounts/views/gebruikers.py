"""The pages on which a beheerder manages the users of a gemeente."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.actions import gebruikers as acties
from accounts.forms.gebruikers import GebruikerForm, UitnodigenForm
from accounts.kladformulier import ingevuld
from accounts.models import Gemeente, Lidmaatschap, User
from accounts.permissions import Permission, vereist
from accounts.registratie import list_meldingen
from accounts.rollen import Rol


@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruikers(request: HttpRequest) -> HttpResponse:
    ik = cast(User, request.user)
    eigen = Lidmaatschap.objects.visible_to(ik).select_related("gemeente")
    rijen = User.objects.visible_to(ik).prefetch_related(Prefetch("lidmaatschappen", eigen, to_attr="rollen_hier"))
    return render(request, "accounts/gebruiker_list.html", {"gebruikers": rijen})


@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruiker_nieuw(request: HttpRequest) -> HttpResponse:
    ik = cast(User, request.user)
    form = UitnodigenForm(ingevuld(request), beheerder=ik)
    if form.is_valid():
        gegevens = form.cleaned_data | {"rollen": [Rol(rol) for rol in form.cleaned_data["rollen"]]}
        try:
            user = acties.uitnodigen(**gegevens, by=ik, basis_url=settings.BASIS_URL)
        except acties.GebruikerFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, f"{user.naam} is uitgenodigd. De link in de mail werkt drie dagen.")
            return redirect("gebruikers")
    return render(request, "accounts/gebruiker_nieuw_form.html", {"form": form})


def _gebruiker(request: HttpRequest, code: str, pk: int) -> tuple[Gemeente, User]:
    """Give a user of a gemeente that the beheerder administers; else 404."""
    ik = cast(User, request.user)
    gemeenten = Gemeente.objects.visible_to(ik, Permission.GEBRUIKERS_BEHEREN)
    gemeente = get_object_or_404(gemeenten, code=code)
    user = get_object_or_404(User.objects.visible_to(ik).filter(lidmaatschappen__gemeente=gemeente), pk=pk)
    return gemeente, user


@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruiker(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente, user = _gebruiker(request, code, pk)
    ik = cast(User, request.user)
    form = GebruikerForm(ingevuld(request), instance=user, gemeente=gemeente)
    if form.is_valid():
        try:
            rollen = [Rol(rol) for rol in form.cleaned_data["rollen"]]
            acties.rollen_geven(user=user, gemeente=gemeente, rollen=rollen, by=ik)
        except acties.GebruikerFout as fout:
            form.add_error("rollen", str(fout))
        else:
            naam, telefoon = form.cleaned_data["naam"], form.cleaned_data["telefoon"]
            acties.gegevens_wijzigen(user=user, naam=naam, telefoon=telefoon, by=ik)
            messages.success(request, f"De gegevens van {user.naam} zijn bewaard.")
            return redirect("gebruikers")
    context = {
        "form": form,
        "gebruiker": user,
        "gemeente": gemeente,
        "meldingen": list(list_meldingen(user, gemeente, ik)),
        "geschiedenis": user.history.select_related()[:10],
    }
    return render(request, "accounts/gebruiker_form.html", context)


@require_POST
@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruiker_actief(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente, user = _gebruiker(request, code, pk)
    actief = request.POST.get("actief") == "ja"
    try:
        acties.aan_of_uit_zetten(user=user, actief=actief, gemeente=gemeente, by=cast(User, request.user))
    except acties.GebruikerFout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"Het account van {user.naam} staat {'aan' if actief else 'uit'}.")
    return redirect("gebruiker", code=code, pk=pk)


@require_POST
@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruiker_wachtwoordlink(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    _, user = _gebruiker(request, code, pk)
    try:
        acties.wachtwoordlink_sturen(user=user, basis_url=settings.BASIS_URL)
    except acties.GebruikerFout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"{user.naam} krijgt een mail met een link om een wachtwoord te kiezen.")
    return redirect("gebruiker", code=code, pk=pk)

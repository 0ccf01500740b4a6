"""The pages on which a beheerder manages the users of a gemeente."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.actions import gebruikers as acties
from accounts.forms.gebruikers import GebruikerForm, UitnodigenForm
from accounts.kladformulier import ingevuld
from accounts.models import Gemeente, Lidmaatschap, User
from accounts.permissions import Permission, vereist
from accounts.post import Post
from accounts.registratie import list_beheermeldingen, list_meldingen
from accounts.rollen import Rol
from accounts.versies import WOORDEN, Historie, Versie, list_versies


@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruikers(request: HttpRequest) -> HttpResponse:
    ik = cast(User, request.user)
    eigen = Lidmaatschap.objects.visible_to(ik).select_related("gemeente")
    rijen = User.objects.visible_to(ik).op_naam()
    rijen = rijen.prefetch_related(Prefetch("lidmaatschappen", eigen, to_attr="rollen_hier"))
    context = {"gebruikers": rijen, "meldingen": list(list_beheermeldingen(ik, timezone.now()))}
    return render(request, "accounts/gebruiker_list.html", context)


@vereist(Permission.GEBRUIKERS_BEHEREN)
def gebruiker_nieuw(request: HttpRequest) -> HttpResponse:
    ik = cast(User, request.user)
    form = UitnodigenForm(ingevuld(request), beheerder=ik)
    if form.is_valid():
        gegevens = form.cleaned_data | {"rollen": [Rol(rol) for rol in form.cleaned_data["rollen"]]}
        post = Post(settings.BASIS_URL)
        try:
            user = acties.uitnodigen(**gegevens, by=ik, post=post)
        except acties.GebruikerFout as fout:
            form.add_error(fout.veld, str(fout))
        else:
            messages.success(request, _uitgenodigd(user, gegevens["gemeente"], post))
            _zeg_of_mail_weg_is(request, post)
            return (
                redirect("gebruiker", code=gegevens["gemeente"].code, pk=user.pk)
                if post.is_mislukt
                else redirect("gebruikers")
            )
    return render(request, "accounts/gebruiker_nieuw_form.html", {"form": form})


def _uitgenodigd(user: User, gemeente: Gemeente, post: Post) -> str:
    """Say what was done, and of the mail only what is true."""
    if post.is_mislukt:
        return f"{user.naam} werkt nu voor gemeente {gemeente.naam}."
    if user.has_usable_password():
        return (
            f"{user.naam} had al een account en werkt nu ook voor gemeente {gemeente.naam}. Het wachtwoord blijft"
            " hetzelfde; een mail zegt het."
        )
    return f"{user.naam} is uitgenodigd. De link in de mail werkt drie dagen."


def _zeg_of_mail_weg_is(request: HttpRequest, post: Post) -> None:
    if post.is_mislukt:
        messages.warning(request, "De mail is niet verstuurd. Stuur de link opnieuw.")


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
    form = GebruikerForm(ingevuld(request), instance=user, gemeente=gemeente, beheerder=ik)
    if form.is_valid():
        post, rollen = Post(settings.BASIS_URL), [Rol(rol) for rol in form.cleaned_data["rollen"]]
        gegevens = {veld: form.cleaned_data[veld] for veld in form.Meta.fields}
        try:
            acties.gebruiker_wijzigen(user=user, gemeente=gemeente, rollen=rollen, **gegevens, by=ik, post=post)
        except acties.GebruikerFout as fout:
            form.add_error(fout.veld, str(fout))
        else:
            messages.success(request, f"De gegevens van {user.naam} zijn bewaard.")
            _zeg_of_mail_weg_is(request, post)
            nu = User.objects.get(pk=ik.pk)  # who took the own role away may not see the list any more
            return redirect("gebruikers" if nu.mag(Permission.GEBRUIKERS_BEHEREN) else "start")
    context = {
        "form": form,
        "gebruiker": user,
        "gemeente": gemeente,
        "meldingen": list(list_meldingen(user, gemeente, ik)),
        "versies": _versies(user, gemeente, ik),
    }
    return render(request, "accounts/gebruiker_form.html", context)


def _versies(user: User, gemeente: Gemeente, ik: User) -> list[Versie]:
    """Give what happened to an account: the roles in this gemeente, and its data as far as that happened here.

    What somebody else did for another gemeente is not told, nor the address when the account works there too.
    """
    hier = Lidmaatschap.history.filter(gemeente__in=ik.gemeenten_met(Permission.GEBRUIKERS_BEHEREN))
    wij = {None, user.pk, *hier.values_list("user", flat=True)}
    email = () if acties.werkt_elders(user=user, by=ik) else ("email",)
    maakte, gaf = WOORDEN | {"+": "gemaakt"}, WOORDEN | {"+": "gegeven"}
    rollen = Lidmaatschap.history.filter(user=user, gemeente=gemeente)
    return list_versies(
        Historie(
            rijen=user.history.all(),
            naam=lambda _: "account",
            velden=("naam", *email, "telefoon", "functie", "is_active"),
            woorden=maakte,
            vertelt=lambda rij: rij.history_user_id in wij,
        ),
        Historie(rijen=rollen, naam=lambda rij: f"rol {rij.get_rol_display()}", woorden=gaf),
    )


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
    post = Post(settings.BASIS_URL)
    try:
        acties.wachtwoordlink_sturen(user=user, post=post)
    except acties.GebruikerFout as fout:
        messages.error(request, str(fout))
        return redirect("gebruiker", code=code, pk=pk)
    _zeg_of_mail_weg_is(request, post)
    if not post.is_mislukt:
        messages.success(request, f"{user.naam} krijgt een mail met een link om een wachtwoord te kiezen.")
    return redirect("gebruiker", code=code, pk=pk)

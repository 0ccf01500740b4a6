"""Invite, change, deactivate and reset users. Each change is in the history with who did it."""

from collections.abc import Collection

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.actions.basis import bewaar, verwijder
from accounts.models import Gemeente, Lidmaatschap, User
from accounts.rollen import Rol


class GebruikerFout(Exception):
    """An action on a user that can't be done; its text is plain Dutch for the beheerder."""


@transaction.atomic
def uitnodigen(
    *, gemeente: Gemeente, email: str, naam: str, telefoon: str, rollen: Collection[Rol], by: User, basis_url: str
) -> User:
    """Give somebody an account in a gemeente and mail them a link to choose a password.

    Somebody with an account in another gemeente keeps it and gets the roles here too; their name stays theirs.
    """
    if not rollen:
        raise GebruikerFout("Kies minstens één rol.")
    user = User.objects.filter(email__iexact=email).first()
    if user is not None and user.lidmaatschappen.filter(gemeente=gemeente).exists():
        raise GebruikerFout(f"{user.email} is al gebruiker van gemeente {gemeente.naam}.")
    if user is not None and not user.is_active:
        raise GebruikerFout("Dit account is uitgezet. Zet het weer aan bij de gemeente die het beheert.")
    is_nieuw = user is None
    if user is None:
        user = User(email=User.objects.normalize_email(email), naam=naam, telefoon=telefoon)
        user.set_unusable_password()
        bewaar(user, by=by, reden="uitgenodigd")
    for rol in rollen:
        bewaar(Lidmaatschap(user=user, gemeente=gemeente, rol=rol), by=by, reden="uitgenodigd")
    if is_nieuw:
        _mail_na_commit(user, "accounts/mail/uitnodiging.txt", "Uitnodiging voor Brede ondersteuning", basis_url)
    return user


@transaction.atomic
def rollen_geven(*, user: User, gemeente: Gemeente, rollen: Collection[Rol], by: User) -> User:
    """Make these the roles of a user in a gemeente. The last beheerder of a gemeente can't lose that role."""
    huidig = {lid.rol: lid for lid in Lidmaatschap.objects.select_for_update().filter(user=user, gemeente=gemeente)}
    gewenst = {str(rol) for rol in rollen}
    if Rol.BEHEERDER in huidig and Rol.BEHEERDER not in gewenst:
        _eis_andere_beheerder(user, gemeente)
    for rol in sorted(gewenst - huidig.keys()):
        bewaar(Lidmaatschap(user=user, gemeente=gemeente, rol=rol), by=by, reden="rollen gewijzigd")
    for rol in sorted(huidig.keys() - gewenst):
        verwijder(huidig[rol], by=by, reden="rollen gewijzigd")
    return user


@transaction.atomic
def gegevens_wijzigen(*, user: User, naam: str, telefoon: str, by: User) -> User:
    user.naam, user.telefoon = naam, telefoon
    bewaar(user, by=by, reden="gegevens gewijzigd")
    return user


@transaction.atomic
def aan_of_uit_zetten(*, user: User, actief: bool, gemeente: Gemeente, by: User) -> User:
    """Switch an account off or on again. Nobody switches off their own account or the last beheerder's.

    An account that works for another gemeente too stays on; there the beheerder takes the roles away instead.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if not actief:
        if user.pk == by.pk:
            raise GebruikerFout("U kunt uw eigen account niet uitzetten. Vraag een andere beheerder.")
        if user.lidmaatschappen.exclude(gemeente=gemeente).exists():
            raise GebruikerFout("Dit account werkt ook voor een andere gemeente. Haal hier alle rollen weg.")
        _eis_andere_beheerder(user, gemeente)
        user.kladden.all().delete()
    user.is_active = actief
    bewaar(user, by=by, reden="aangezet" if actief else "uitgezet")
    return user


def _eis_andere_beheerder(user: User, gemeente: Gemeente) -> None:
    beheerders = User.objects.met_rol(Rol.BEHEERDER, gemeente.pk)
    if beheerders.filter(pk=user.pk).exists() and not beheerders.exclude(pk=user.pk).exists():
        raise GebruikerFout("Dit is de laatste beheerder van deze gemeente. Maak eerst iemand anders beheerder.")


def wachtwoordlink_sturen(*, user: User, basis_url: str) -> None:
    """Mail a user a link to choose a new password; the old one keeps working until they do."""
    if not user.is_active:
        raise GebruikerFout("Dit account is uitgezet. Zet het eerst weer aan.")
    _mail_na_commit(user, "accounts/mail/vergeten.txt", "Kies een nieuw wachtwoord", basis_url)


def _mail_na_commit(user: User, sjabloon: str, onderwerp: str, basis_url: str) -> None:
    context = {
        "user": user,
        "basis_url": basis_url,
        "uid": urlsafe_base64_encode(force_bytes(user.pk)),
        "token": default_token_generator.make_token(user),
    }
    mail = EmailMessage(onderwerp, render_to_string(sjabloon, context), to=[user.email])
    transaction.on_commit(lambda: mail.send())

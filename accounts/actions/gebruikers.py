"""Invite, change, deactivate and reset users. Each change is in the history with who did it."""

from collections.abc import Collection

from django.contrib.auth.tokens import default_token_generator
from django.db import IntegrityError, transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.actions.basis import bewaar, verwijder
from accounts.models import Gemeente, Lidmaatschap, User
from accounts.permissions import Permission
from accounts.post import Post
from accounts.rollen import Rol


class GebruikerFout(Exception):
    """An action on a user that can't be done; its text is plain Dutch for the beheerder, `veld` where it belongs."""

    def __init__(self, melding: str, veld: str | None = None) -> None:
        super().__init__(melding)
        self.veld = veld


@transaction.atomic
def uitnodigen(
    *, gemeente: Gemeente, email: str, naam: str, telefoon: str, rollen: Collection[Rol], by: User, post: Post
) -> User:
    """Give somebody an account in a gemeente and mail them a link to choose a password.

    Somebody with an account in another gemeente keeps it, gets the roles here too and hears so; their name stays
    theirs. An account that was switched off and has no roles left anywhere comes back, with a new password.
    """
    if not rollen:
        raise GebruikerFout("Kies minstens één rol.")
    user = _bekend(email) or _nieuw(email, naam, telefoon, by)
    if user.lidmaatschappen.filter(gemeente=gemeente).exists():
        raise GebruikerFout(f"{user.email} is al gebruiker van gemeente {gemeente.naam}.")
    if not user.is_active:
        _zet_terug(user, by)
    for rol in rollen:
        bewaar(Lidmaatschap(user=user, gemeente=gemeente, rol=rol), by=by, reden="uitgenodigd")
    if user.has_usable_password():
        post.stuur(
            user.email,
            f"U werkt nu ook voor {gemeente.naam}",
            "accounts/mail/ook_hier.txt",
            user=user,
            gemeente=gemeente,
        )
    else:
        _stuur_wachtwoordlink(user, post)
    return user


def _bekend(email: str) -> User | None:
    user: User | None = User.objects.select_for_update().filter(email__iexact=email).first()
    return user


def _nieuw(email: str, naam: str, telefoon: str, by: User) -> User:
    """Make an account, or give the one that somebody else made at the same moment."""
    user = User(email=User.objects.normalize_email(email), naam=naam, telefoon=telefoon)
    user.set_unusable_password()
    try:
        with transaction.atomic():
            return bewaar(user, by=by, reden="uitgenodigd")
    except IntegrityError:
        if (bekend := _bekend(email)) is None:
            raise
        return bekend


def _zet_terug(user: User, by: User) -> None:
    """Switch on an account that no gemeente manages any more. Whoever still knows the old password stays out."""
    if user.lidmaatschappen.exists():
        raise GebruikerFout("Dit account is uitgezet. Zet het weer aan bij de gemeente die het beheert.")
    user.is_active = True
    user.set_unusable_password()
    bewaar(user, by=by, reden="opnieuw uitgenodigd")


@transaction.atomic
def gebruiker_wijzigen(
    *,
    user: User,
    gemeente: Gemeente,
    rollen: Collection[Rol],
    naam: str,
    email: str,
    telefoon: str,
    functie: str,
    by: User,
    post: Post,
) -> User:
    """Change what a beheerder may of a user: the roles here, the data, and the address to log in with; all or none."""
    rollen_geven(user=user, gemeente=gemeente, rollen=rollen, by=by)
    gegevens_wijzigen(user=user, naam=naam, telefoon=telefoon, functie=functie, by=by)
    return email_wijzigen(user=user, email=email, by=by, post=post)


@transaction.atomic
def rollen_geven(*, user: User, gemeente: Gemeente, rollen: Collection[Rol], by: User) -> User:
    """Make these the roles of a user in a gemeente. The last beheerder of a gemeente can't lose that role."""
    _vergrendel(gemeente)
    huidig = {lid.rol: lid for lid in Lidmaatschap.objects.filter(user=user, gemeente=gemeente)}
    gewenst = {str(rol) for rol in rollen}
    if Rol.BEHEERDER in huidig and Rol.BEHEERDER not in gewenst:
        _eis_andere_beheerder(user, gemeente, "rollen")
    for rol in sorted(gewenst - huidig.keys()):
        bewaar(Lidmaatschap(user=user, gemeente=gemeente, rol=rol), by=by, reden="rollen gewijzigd")
    for rol in sorted(huidig.keys() - gewenst):
        verwijder(huidig[rol], by=by, reden="rollen gewijzigd")
    return user


@transaction.atomic
def gegevens_wijzigen(*, user: User, naam: str, telefoon: str, functie: str, by: User) -> User:
    """Change what others read of a user. No difference writes nothing, so that the history says what did change.

    Raises GebruikerFout for the account of somebody else that also works for a gemeente of another beheerder.
    """
    nieuw = {"naam": naam, "telefoon": telefoon, "functie": functie}
    bekend = User.objects.filter(pk=user.pk).values(*nieuw).get()
    if nieuw == bekend:
        return user
    if waarom := waarom_geen_gegevens(user=user, by=by):
        raise GebruikerFout(waarom, "naam")
    for veld, waarde in nieuw.items():
        setattr(user, veld, waarde)
    return bewaar(user, by=by, velden=list(nieuw), reden="gegevens gewijzigd")


def werkt_elders(*, user: User, by: User) -> bool:
    """Say whether an account also works for a gemeente of which this beheerder is none."""
    return user.lidmaatschappen.exclude(gemeente__in=by.gemeenten_met(Permission.GEBRUIKERS_BEHEREN)).exists()


def waarom_geen_gegevens(*, user: User, by: User) -> str:
    """Say why this beheerder can't change the name, telephone and functie of a user; empty when they can.

    The besluiten and letters of every gemeente that somebody works for print these. One's own are always one's own.
    """
    if user.pk == by.pk or not werkt_elders(user=user, by=by):
        return ""
    return (
        "Dit account werkt ook voor een andere gemeente. Naam, telefoon en functie staan ook daar in brieven. Deze"
        " persoon wijzigt ze zelf, bij Uw gegevens."
    )


def waarom_geen_email(*, user: User, by: User) -> str:
    """Say why this beheerder can't change the address with which somebody logs in; empty when they can.

    Who holds the address holds the account: a new password goes there. So a beheerder never gets at an account that
    also works for a gemeente that is not theirs, and for one's own account another beheerder looks along.
    """
    if user.pk == by.pk:
        return "Uw eigen adres kunt u niet wijzigen. Vraag een andere beheerder."
    if werkt_elders(user=user, by=by):
        return "Dit account werkt ook voor een andere gemeente. Haal hier de rollen weg en nodig het nieuwe adres uit."
    return ""


@transaction.atomic
def email_wijzigen(*, user: User, email: str, by: User, post: Post) -> User:
    """Change the address with which somebody logs in, and tell both addresses. All sessions and old links end.

    Raises GebruikerFout for one's own account, one of another gemeente, and an address that is taken.
    """
    bekend, nieuw = User.objects.select_for_update().get(pk=user.pk), User.objects.normalize_email(email)
    if nieuw == bekend.email:
        return user
    if waarom := waarom_geen_email(user=bekend, by=by):
        raise GebruikerFout(waarom, "email")
    if User.objects.filter(email__iexact=nieuw).exclude(pk=user.pk).exists():
        raise GebruikerFout("Dit adres hoort al bij een ander account.", "email")
    user.email = nieuw
    bewaar(user, by=by, velden=["email"], reden="e-mailadres gewijzigd")
    post.stuur(bekend.email, "U logt niet meer in met dit adres", "accounts/mail/adres_was.txt", user=user)
    if user.has_usable_password():
        post.stuur(nieuw, "U logt voortaan in met dit adres", "accounts/mail/adres_is.txt", user=user)
    else:
        _stuur_wachtwoordlink(user, post)
    return user


@transaction.atomic
def aan_of_uit_zetten(*, user: User, actief: bool, gemeente: Gemeente, by: User) -> User:
    """Switch an account off or on again. Nobody switches off their own account or the last beheerder's.

    An account that works for another gemeente too stays on; there the beheerder takes the roles away instead.
    """
    _vergrendel(gemeente)
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


def _vergrendel(gemeente: Gemeente) -> None:
    """Let one beheerder at a time take roles or accounts away: else two could take each other out."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)


def _eis_andere_beheerder(user: User, gemeente: Gemeente, veld: str | None = None) -> None:
    beheerders = User.objects.met_rol(Rol.BEHEERDER, gemeente.pk)
    if beheerders.filter(pk=user.pk).exists() and not beheerders.exclude(pk=user.pk).exists():
        raise GebruikerFout("Dit is de laatste beheerder van deze gemeente. Maak eerst iemand anders beheerder.", veld)


def wachtwoordlink_sturen(*, user: User, post: Post) -> None:
    """Mail a user a link to choose a password; an old one keeps working until they do."""
    if not user.is_active:
        raise GebruikerFout("Dit account is uitgezet. Zet het eerst weer aan.")
    _stuur_wachtwoordlink(user, post)


def _stuur_wachtwoordlink(user: User, post: Post) -> None:
    """Mail the link; who never chose a password reads the invitation."""
    onderwerp, sjabloon = ("Kies een nieuw wachtwoord voor Brede ondersteuning", "accounts/mail/vergeten.txt")
    if not user.has_usable_password():
        onderwerp, sjabloon = ("Uitnodiging voor Brede ondersteuning", "accounts/mail/uitnodiging.txt")
    uid, token = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    post.stuur(user.email, onderwerp, sjabloon, user=user, uid=uid, token=token)

"""Send each consulent and coördinator one mail a day about what changed and what is late."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.digest import Bericht, Digest, onderwerp, tekst
from cases.models import Dossier, Signaal, Termijn
from cases.status import OPEN


def verstuur_digests(*, gemeente: Gemeente, on: date, at: datetime) -> int:
    """Mail every active consulent and coördinator of a gemeente their digest of `on`, once; gives how many went out.

    A mail that fails leaves its signals unsent, so the next run sends them; the others still go.
    """
    ontvangers = User.objects.filter(
        is_active=True,
        lidmaatschappen__gemeente=gemeente,
        lidmaatschappen__rol__in=[Rol.CONSULENT, Rol.COORDINATOR],
    ).distinct()
    return sum(_verstuur_een(user, gemeente, on, at) for user in ontvangers)


@transaction.atomic
def _verstuur_een(user: User, gemeente: Gemeente, on: date, at: datetime) -> int:
    sleutel = f"digest:{user.pk}:{gemeente.pk}:{on}"
    if Signaal.objects.filter(sleutel=sleutel).exists():
        return 0
    signalen = _nieuwe_signalen(user, gemeente)
    digest = maak_digest(user, gemeente, on, signalen)
    if digest.is_leeg:
        return 0
    Signaal.objects.create(
        gemeente=gemeente,
        sleutel=sleutel,
        soort="digest",
        tekst=onderwerp(digest),
        on=on,
        ontvanger=user,
        gemaild_op=at,
    )
    Signaal.objects.filter(pk__in=[signaal.pk for signaal in signalen]).update(gemaild_op=at)
    EmailMessage(onderwerp(digest), tekst(digest, settings.BASIS_URL), to=[user.email]).send()
    return 1


def _nieuwe_signalen(user: User, gemeente: Gemeente) -> list[Signaal]:
    """Give the signals about open dossiers that this user was not mailed yet, locked."""
    signalen = Signaal.objects.visible_to(user).filter(
        gemeente=gemeente, gemaild_op__isnull=True, dossier__status__in=OPEN
    )
    return list(signalen.select_related("dossier").select_for_update(of=("self",)).order_by("on", "id"))


def maak_digest(user: User, gemeente: Gemeente, on: date, signalen: list[Signaal]) -> Digest:
    """Count what one user should know of a gemeente on a day."""
    te_doen = Termijn.objects.filter(gemeente=gemeente, dossier__status__in=OPEN).te_doen()
    is_coordinator = user.mag(Permission.DOSSIER_TOEWIJZEN, gemeente.pk)
    dossiers = Dossier.objects.filter(gemeente=gemeente)
    return Digest(
        naam=user.naam,
        on=on,
        nieuw=[Bericht(nummer=s.dossier.nummer, tekst=s.tekst) for s in signalen if s.dossier],
        te_laat=te_doen.van(user).over_termijn(on).count(),
        deze_week=te_doen.van(user).tot_en_met(on + timedelta(days=7)).filter(uiterste_datum__gte=on).count(),
        niet_toegewezen=dossiers.niet_toegewezen().count() if is_coordinator else 0,
        team_te_laat=te_doen.over_termijn(on).count() if is_coordinator else 0,
    )

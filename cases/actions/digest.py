"""Send each consulent and coördinator one mail a day about what changed and what is late."""

import logging
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.digest import Bericht, Digest, onderwerp, tekst
from cases.models import Dossier, Signaal, Taak, Termijn
from cases.querysets import DIGEST
from cases.status import OPEN
from cases.vervanging import vervanger_van

logger = logging.getLogger(__name__)


class DigestFout(Exception):
    """Some mails could not be sent; their signals stay unsent, so the next run sends them."""


def verstuur_digests(*, gemeente: Gemeente, on: date, at: datetime) -> int:
    """Mail every active consulent and coördinator of a gemeente their digest of `on`, once; gives how many went out.

    Raises DigestFout after all have been tried, when any failed.
    """
    ontvangers = User.objects.filter(
        is_active=True,
        lidmaatschappen__gemeente=gemeente,
        lidmaatschappen__rol__in=[Rol.CONSULENT, Rol.COORDINATOR],
    ).distinct()
    verstuurd = mislukt = 0
    for user in ontvangers:
        try:
            verstuurd += _verstuur_een(user, gemeente, on, at)
        except Exception:
            logger.exception("De mail van %s aan gebruiker %s is niet verstuurd.", on, user.pk)
            mislukt += 1
    if mislukt:
        raise DigestFout(f"{mislukt} van de {len(ontvangers)} overzichten zijn niet gemaild.")
    return verstuurd


@transaction.atomic
def _verstuur_een(user: User, gemeente: Gemeente, on: date, at: datetime) -> int:
    """Note the digest as sent and send it, in one transaction: a mail that fails undoes the note.

    The other way round, sending on commit, would lose a mail for good. The unique key makes it one mail a day, also
    when two runs do this at the same time.
    """
    signalen = nieuwe_signalen(user, gemeente, on)
    digest = maak_digest(user, gemeente, on, signalen)
    if digest.is_leeg:
        return 0
    vervanger = vervanger_van(user, on)
    if vervanger is not None and not vervanger.mag(Permission.VANDAAG, gemeente.pk):
        vervanger = None
    digest = replace(digest, vervanger=vervanger.naam if vervanger else "")
    _, is_nieuw = Signaal.objects.get_or_create(
        sleutel=f"{DIGEST}:{user.pk}:{gemeente.pk}:{on}",
        defaults={
            "gemeente": gemeente,
            "soort": DIGEST,
            "tekst": onderwerp(digest),
            "on": on,
            "ontvanger": user,
            "gemaild_op": at,
        },
    )
    if not is_nieuw:
        return 0
    Signaal.objects.filter(pk__in=[signaal.pk for signaal in signalen]).update(gemaild_op=at)
    mee = [vervanger.email] if vervanger else []
    EmailMessage(onderwerp(digest), tekst(digest, settings.BASIS_URL), to=[user.email], cc=mee).send()
    return 1


def nieuwe_signalen(user: User, gemeente: Gemeente, on: date) -> list[Signaal]:
    """Give the signals that this user was not mailed yet, but for those about closed dossiers and dropped clocks.

    What is nobody's goes to every coördinator, so for those the moment of one's own last digest decides.
    """
    vorige = Signaal.objects.filter(gemeente=gemeente, ontvanger=user, soort=DIGEST).order_by("-gemaild_op").first()
    gedeeld = Q(created_at__gt=vorige.gemaild_op) if vorige else Q(gemaild_op__isnull=True) | Q(on=on)
    ongemaild = Q(ontvanger=user, gemaild_op__isnull=True) | Q(ontvanger__isnull=True) & gedeeld
    over_open = Q(dossier__isnull=True) | Q(dossier__status__in=OPEN)
    signalen = Signaal.objects.visible_to(user).filter(ongemaild, over_open, gemeente=gemeente).die_gelden()
    return list(signalen.select_related("dossier").order_by("on", "termijn__uiterste_datum", "id"))


def maak_digest(user: User, gemeente: Gemeente, on: date, signalen: list[Signaal]) -> Digest:
    """Count what one user should know of a gemeente on a day."""
    te_doen = Termijn.objects.filter(gemeente=gemeente, dossier__status__in=OPEN).te_doen()
    is_coordinator = user.mag(Permission.DOSSIER_TOEWIJZEN, gemeente.pk)
    dossiers = Dossier.objects.filter(gemeente=gemeente)
    taken = Taak.objects.van(user).open().filter(gemeente=gemeente)
    return Digest(
        naam=user.naam,
        gemeente=gemeente.naam,
        on=on,
        nieuw=[Bericht(nummer=s.dossier.nummer if s.dossier else "", tekst=s.tekst) for s in signalen],
        te_laat=te_doen.van(user).over_termijn(on).count(),
        deze_week=te_doen.van(user).tot_en_met(on + timedelta(days=7)).filter(uiterste_datum__gte=on).count(),
        niet_toegewezen=dossiers.niet_toegewezen().count() if is_coordinator else 0,
        team_te_laat=te_doen.over_termijn(on).count() if is_coordinator else 0,
        taken_laat=taken.filter(datum__lt=on).count(),
        taken_vandaag=taken.filter(datum=on).count(),
    )

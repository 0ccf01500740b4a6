"""Send who does the work one mail a day about what changed and what is late."""

import logging
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Case, Count, Q, QuerySet, When, Window
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.digest import HOOGSTENS, Digest, Digestregel, Lijst, onderwerp, tekst
from cases.gemeenteklok import Gemeenteklok, te_laat_tekst
from cases.gemeenteklokken import klokbron, list_gemeenteklokken
from cases.models import Dossier, Signaal, Taak, Termijn
from cases.nawerk import nog_toe_te_wijzen
from cases.querysets import DIGEST
from cases.register import codes_na_einde
from cases.register import regel as zoek_regel
from cases.status import OPEN
from cases.termijnstatus import TermijnStatus
from cases.vervanging import vervanger_van
from config.weergave import datum_kort

logger = logging.getLogger(__name__)

LOOPT = (TermijnStatus.LOPEND, TermijnStatus.OPGESCHORT)


class DigestFout(Exception):
    """Some mails could not be sent; their signals stay unsent, so the next run sends them."""


def verstuur_digests(*, gemeente: Gemeente, on: date, at: datetime) -> int:
    """Mail who does the work of a gemeente their digest of `on`, once; gives how many went out.

    Financieel hears of the clocks of the money only: it sees no dossiers.

    Raises DigestFout after all have been tried, when any failed.
    """
    ontvangers = User.objects.filter(
        is_active=True,
        lidmaatschappen__gemeente=gemeente,
        lidmaatschappen__rol__in=[Rol.CONSULENT, Rol.COORDINATOR, Rol.FINANCIEEL],
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
            # Of two runs at once the one that began later may have made them: the next mail counts from what this told.
            "gemaild_op": max([at, *(signaal.created_at for signaal in signalen)]),
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

    A warning that waited, for a mail that failed or a night that was missed, is left out once its clock was met, has
    passed or moved. What is nobody's goes to every coördinator, so for those the moment of one's own last digest
    decides.
    """
    vorige = Signaal.objects.filter(gemeente=gemeente, ontvanger=user, soort=DIGEST).order_by("-gemaild_op").first()
    gedeeld = Q(created_at__gt=vorige.gemaild_op) if vorige else Q(gemaild_op__isnull=True) | Q(on=on)
    ongemaild = Q(ontvanger=user, gemaild_op__isnull=True) | Q(ontvanger__isnull=True) & gedeeld
    over_open = Q(dossier__isnull=True) | Q(dossier__status__in=OPEN) | Q(termijn__regel__in=codes_na_einde())
    signalen = Signaal.objects.visible_to(user).filter(ongemaild, over_open, gemeente=gemeente).die_gelden()
    op_volgorde = signalen.select_related("dossier", "termijn").order_by("on", "termijn__uiterste_datum", "id")
    return [signaal for signaal in op_volgorde if not _is_achterhaald(signaal)]


def _is_achterhaald(signaal: Signaal) -> bool:
    """Tell of a warning whether its clock no longer runs until the day that it names, which stands in its key."""
    klok = signaal.termijn
    if signaal.soort != "bijna" or klok is None:
        return False
    return klok.status not in LOOPT or f":{klok.uiterste_datum}:" not in signaal.sleutel


def _telt_mee() -> Q:
    """Leave out the clocks of closed dossiers, but for those that run on after the end."""
    return Q(dossier__status__in=OPEN) | Q(regel__in=codes_na_einde())


def maak_digest(user: User, gemeente: Gemeente, on: date, signalen: list[Signaal]) -> Digest:
    """Say what one user should know of a gemeente on a day: the counts, and what is late or waits with its link.

    What is told as new is not listed once more.
    """
    te_doen = Termijn.objects.filter(_telt_mee(), gemeente=gemeente, dossier__isnull=False).te_doen()
    is_coordinator = user.mag(Permission.DOSSIER_TOEWIJZEN, gemeente.pk)
    los = Dossier.objects.filter(nog_toe_te_wijzen([gemeente.pk]), gemeente=gemeente)
    niet_toegewezen = los.count() if is_coordinator else 0
    taken = Taak.objects.van(user).open().filter(gemeente=gemeente)
    klokken = list_gemeenteklokken(user, on, gemeenten=[gemeente.pk], doen=True)
    klokken = [klok for klok in klokken if klok.status(on) is TermijnStatus.TE_LAAT]
    laat = te_doen.over_termijn(on)
    nieuw = [_bericht(signaal) for signaal in signalen]
    return Digest(
        naam=user.naam,
        gemeente=gemeente.naam,
        on=on,
        nieuw=nieuw,
        te_laat=laat.van(user).count(),
        deze_week=te_doen.van(user).tot_en_met(on + timedelta(days=7)).filter(uiterste_datum__gte=on).count(),
        niet_toegewezen=niet_toegewezen,
        team_te_laat=laat.count() if is_coordinator else 0,
        taken_laat=taken.filter(datum__lt=on).count(),
        taken_vandaag=taken.filter(datum=on).count(),
        gemeente_laat=len(klokken),
        lijsten=(
            _lijst_laat(laat if is_coordinator else laat.van(user), user, {s.termijn_id for s in signalen}),
            _lijst_gemeente(klokken, gemeente, on, {bericht.tekst for bericht in nieuw}),
            _lijst_los(los if is_coordinator else los.none(), niet_toegewezen),
        ),
        pagina=reverse("vandaag" if user.mag(Permission.VANDAAG) else "spuk"),
    )


def _lijst_laat(laat: QuerySet[Termijn], user: User, nieuw: Collection[int | None]) -> Lijst:
    """List what is late but was not told as new: one's own first, then the longest late."""
    eigen = Case(When(dossier__casusregisseur=user, then=0), default=1)
    rijen = laat.exclude(pk__in=[pk for pk in nieuw if pk]).annotate(aantal=Window(Count("pk")))
    eerste = list(rijen.select_related("dossier").order_by(eigen, "uiterste_datum", "id")[:HOOGSTENS])
    regels = [_laatregel(termijn) for termijn in eerste]
    return Lijst(kop="Al langer te laat", regels=regels, aantal=eerste[0].aantal if eerste else 0)


def _laatregel(termijn: Termijn) -> Digestregel:
    assert termijn.dossier is not None  # asked by the status of their dossier
    tekst = f"{zoek_regel(termijn.regel).doen}, uiterlijk {datum_kort(termijn.uiterste_datum)}."
    return Digestregel(nummer=termijn.dossier.nummer, tekst=tekst, is_laat=True)


def _lijst_gemeente(klokken: list[Gemeenteklok], gemeente: Gemeente, on: date, nieuw: Collection[str]) -> Lijst:
    regels = [
        Digestregel(nummer="", tekst=tekst, is_laat=True, pad=klokbron(klok.regel).url(gemeente.code, klok, on))
        for klok in klokken
        if (tekst := te_laat_tekst(klok)) not in nieuw
    ]
    return Lijst(kop="Te laat voor de gemeente als geheel", regels=regels, aantal=len(regels))


def _lijst_los(los: QuerySet[Dossier], aantal: int) -> Lijst:
    """List the dossiers without a casusregisseur, the longest waiting first."""
    rijen = los.order_by("datum_aanmelding", "id").values_list("nummer", "datum_aanmelding")[:HOOGSTENS]
    regels = [Digestregel(nummer=nummer, tekst=f"aangemeld op {datum_kort(dag)}.") for nummer, dag in rijen]
    return Lijst(kop="Nog niet toegewezen", regels=regels, aantal=aantal, ander=("ander dossier", "andere dossiers"))


def _bericht(signaal: Signaal) -> Digestregel:
    nummer = signaal.dossier.nummer if signaal.dossier else ""
    return Digestregel(nummer=nummer, tekst=signaal.tekst, is_laat=signaal.soort == TermijnStatus.TE_LAAT)

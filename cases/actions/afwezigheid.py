"""Say that one is away and who stands in, and that one is back sooner; a coördinator also for a colleague who can't."""

from datetime import date, timedelta

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.models import Afwezigheid, Signaal
from config.weergave import datum as datumtekst


@transaction.atomic
def afwezig_melden(*, user: User, vanaf: date, tot: date, vervanger: User, by: User, on: date) -> Afwezigheid:
    """Note the days somebody is away, with the colleague who sees their work meanwhile.

    Raises ActieFout for days that are over or overlap others, for a stand-in who may not work in every gemeente of this
    user or who is away in those days too, and when it is not for `by` to say. Who did not say it gets a message.
    """
    eis_melder(user, by)
    wie, waar = ("u", "uw") if by == user else (user.naam, "dezelfde")
    list(User.objects.select_for_update().filter(pk__in=[user.pk, vervanger.pk]).order_by("pk"))
    if tot < vanaf:
        raise ActieFout("De laatste dag ligt vóór de eerste. Controleer de twee datums.")
    if tot < on:
        raise ActieFout("Deze dagen zijn voorbij. Kies een laatste dag die nog komt.")
    overlap = Afwezigheid.objects.filter(vanaf__lte=tot, tot__gte=vanaf)
    if eigen := overlap.filter(user=user).first():
        al = "U bent" if by == user else f"{wie} is"
        raise ActieFout(f"{al} al afwezig gemeld van {_dagen(eigen)}. Kies andere dagen, of haal die eerst weg.")
    if vervanger.pk == user.pk or any(
        set(user.gemeenten_met(nodig)) - set(vervanger.gemeenten_met(nodig))
        for nodig in (Permission.VANDAAG, Permission.DOSSIER_BEWERKEN)
    ):
        raise ActieFout(f"{vervanger.naam} kan {wie} niet vervangen. Kies een collega die in {waar} gemeente werkt.")
    if weg := overlap.filter(user=vervanger).first():
        raise ActieFout(f"{vervanger.naam} is zelf afwezig van {_dagen(weg)}. Kies een andere collega.")
    een = bewaar(Afwezigheid(user=user, vanaf=vanaf, tot=tot, vervanger=vervanger), by=by)
    gemeld = f"heeft u afwezig gemeld van {_dagen(een)}. {vervanger.naam} doet in die dagen uw werk."
    _bericht(een, "afwezig", gemeld, by=by, on=on)
    return een


@transaction.atomic
def afwezigheid_beeindigen(*, afwezigheid: Afwezigheid, on: date, by: User) -> Afwezigheid | None:
    """End it so that somebody is back on `on`: yesterday becomes the last day. What had not begun goes away.

    Who did not do that gets a message. Raises ActieFout when it is over or taken away, or not for `by` to end.
    """
    huidig = Afwezigheid.objects.select_for_update(of=("self",)).filter(pk=afwezigheid.pk).first()
    if huidig is None:
        raise ActieFout("Deze afwezigheid is al weggehaald.")
    afwezigheid = huidig
    eis_melder(afwezigheid.user, by)
    if afwezigheid.tot < on:
        raise ActieFout("Deze afwezigheid is al voorbij.")
    if afwezigheid.vanaf >= on:
        weggehaald = f"heeft uw afwezigheid van {_dagen(afwezigheid)} weggehaald."
        _bericht(afwezigheid, "niet-afwezig", weggehaald, by=by, on=on)
        verwijder(afwezigheid, by=by, reden="niet afwezig")
        return None
    beeindigd = f"heeft uw afwezigheid beëindigd: vanaf {datumtekst(on)} bent u er weer."
    _bericht(afwezigheid, "weer-terug", beeindigd, by=by, on=on)
    afwezigheid.tot = on - timedelta(days=1)
    return bewaar(afwezigheid, by=by, velden=["tot"], reden="eerder terug")


def eis_melder(user: User, by: User) -> None:
    """Refuse the days of somebody else, but to who assigns work wherever they work: there a stand-in reads more."""
    werkt_in = set(user.gemeenten_met(Permission.VANDAAG))
    if by != user and (not werkt_in or werkt_in - set(by.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))):
        raise ActieFout(
            f"{user.naam} werkt niet alleen in gemeenten waar u dossiers toewijst. Vraag een coördinator van al die"
            " gemeenten, of laat het werk hier overnemen."
        )


def _bericht(een: Afwezigheid, soort: str, wat: str, *, by: User, on: date) -> None:
    """Tell somebody what another did with their days."""
    if by != een.user:
        Signaal.objects.create(
            gemeente_id=min(een.user.gemeenten_met(Permission.VANDAAG)),
            sleutel=f"{soort}:{een.pk}",
            soort=soort,
            tekst=f"{by.naam} {wat}"[:200],
            on=on,
            ontvanger=een.user,
        )


def _dagen(afwezigheid: Afwezigheid) -> str:
    return f"{datumtekst(afwezigheid.vanaf)} tot en met {datumtekst(afwezigheid.tot)}"

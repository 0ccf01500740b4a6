"""Say that one is away and who stands in, and that one is back sooner."""

from datetime import date, timedelta

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.models import Afwezigheid


@transaction.atomic
def afwezig_melden(*, user: User, vanaf: date, tot: date, vervanger: User, on: date) -> Afwezigheid:
    """Note the days somebody is away, with the colleague who sees their work meanwhile.

    Raises ActieFout for days that are over or overlap others, and for a stand-in who may not work in every gemeente
    of this user or who is away in those days too.
    """
    list(User.objects.select_for_update().filter(pk__in=[user.pk, vervanger.pk]).order_by("pk"))
    if tot < vanaf:
        raise ActieFout("De laatste dag ligt vóór de eerste. Controleer de twee datums.")
    if tot < on:
        raise ActieFout("Deze dagen zijn voorbij. Kies een laatste dag die nog komt.")
    overlap = Afwezigheid.objects.filter(vanaf__lte=tot, tot__gte=vanaf)
    if eigen := overlap.filter(user=user).first():
        raise ActieFout(f"U bent al afwezig gemeld van {_dagen(eigen)}. Kies andere dagen, of haal die eerst weg.")
    if vervanger.pk == user.pk or any(
        set(user.gemeenten_met(nodig)) - set(vervanger.gemeenten_met(nodig))
        for nodig in (Permission.VANDAAG, Permission.DOSSIER_BEWERKEN)
    ):
        raise ActieFout(f"{vervanger.naam} kan u niet vervangen. Kies een collega die in uw gemeente werkt.")
    if weg := overlap.filter(user=vervanger).first():
        raise ActieFout(f"{vervanger.naam} is zelf afwezig van {_dagen(weg)}. Kies een andere collega.")
    return bewaar(Afwezigheid(user=user, vanaf=vanaf, tot=tot, vervanger=vervanger), by=user)


@transaction.atomic
def afwezigheid_beeindigen(*, afwezigheid: Afwezigheid, on: date, by: User) -> Afwezigheid | None:
    """End it so that somebody is back on `on`: yesterday becomes the last day. What had not begun goes away."""
    afwezigheid = Afwezigheid.objects.select_for_update(of=("self",)).get(pk=afwezigheid.pk)
    if afwezigheid.tot < on:
        raise ActieFout("Deze afwezigheid is al voorbij.")
    if afwezigheid.vanaf >= on:
        verwijder(afwezigheid, by=by, reden="niet afwezig")
        return None
    afwezigheid.tot = on - timedelta(days=1)
    return bewaar(afwezigheid, by=by, velden=["tot"], reden="eerder terug")


def _dagen(afwezigheid: Afwezigheid) -> str:
    return f"{afwezigheid.vanaf:%d-%m-%Y} tot en met {afwezigheid.tot:%d-%m-%Y}"

"""The nightly run tells of the clocks of a gemeente as a whole: to the role that acts, once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.beleid_bron import beleid_van
from cases.gemeenteklok import Melding, list_meldingen
from cases.gemeenteklokken import Klokbron, list_begin, tel_uit
from cases.models import Signaal


def _meldingen(
    gemeente: Gemeente, dagen: Sequence[date], bronnen: Iterable[Klokbron]
) -> Iterator[tuple[date, Melding]]:
    """Give what there is to tell of the clocks of a gemeente on these days, by day; the clocks are read once.

    What was done is looked up only when a warning or an end falls on one of the days.
    """
    begin = list_begin([gemeente.pk], dagen[0], dagen[-1], bronnen)
    for regels, groep in groupby(dagen, beleid_van(gemeente.pk)):
        if regels is None:
            continue
        onder, beleid = list(groep), {gemeente.pk: regels}
        zonder_feiten = tel_uit(begin, beleid, met_feiten=False)
        if any(list_meldingen(zonder_feiten, dag, regels) for dag in onder):
            klokken = tel_uit(begin, beleid)
            yield from ((dag, melding) for dag in onder for melding in list_meldingen(klokken, dag, regels))


def nieuwe_signalen(
    gemeente: Gemeente, dagen: Sequence[date], bronnen: Collection[Klokbron] = ()
) -> list[tuple[Signaal, Melding]]:
    """Give the signals of these days, in order, that were not made before, each with what it tells.

    A signal for the coördinator is nobody's own, so each coördinator gets it. Another role gets a signal per user, and
    without such a user it goes to the coördinator.
    """
    signalen = {
        signaal.sleutel: (signaal, melding)
        for dag, melding in _meldingen(gemeente, dagen, bronnen)
        for user in _ontvangers(gemeente, melding)
        for signaal in [_maak(gemeente, melding, user, dag)]
    }
    if not signalen:
        return []
    bekend = set(Signaal.objects.filter(sleutel__in=list(signalen)).values_list("sleutel", flat=True))
    return [paar for sleutel, paar in signalen.items() if sleutel not in bekend]


def meld_gemeenteklokken(*, gemeente: Gemeente, dag: date, at: datetime, bronnen: Collection[Klokbron]) -> int:
    """Make the signals of a day of these sources, once however often the night runs; gives how many were made."""
    signalen = [signaal for signaal, _ in nieuwe_signalen(gemeente, [dag], bronnen)]
    if signalen:
        Signaal.objects.bulk_create(signalen)
        # As of this run: what is nobody's is mailed when it is newer than one's last digest, which is of this run too.
        Signaal.objects.filter(pk__in=[signaal.pk for signaal in signalen]).update(created_at=at)
    return len(signalen)


def _maak(gemeente: Gemeente, melding: Melding, user: User | None, dag: date) -> Signaal:
    return Signaal(
        gemeente=gemeente,
        sleutel=f"{melding.sleutel}:{user.pk}" if user else melding.sleutel,
        soort=melding.soort,
        tekst=melding.tekst[:200],
        on=dag,
        ontvanger=user,
    )


def _ontvangers(gemeente: Gemeente, melding: Melding) -> list[User | None]:
    rol = Rol(melding.klok.regel.rol)
    if rol is Rol.COORDINATOR:
        return [None]
    return list(User.objects.met_rol(rol, gemeente.pk).order_by("pk")) or [None]

"""What a look ahead says of a day beside what the nights up to that day then do."""

from itertools import accumulate

from cases.actions.bewaking import bewaak
from cases.actions.bewaking_vooruit import kijk_vooruit
from tests.factories import moment


def vooruit_en_gedaan(gemeente, dagen):
    """Give twice, per day, its overgangen and signalen: as seen from before the first, and as they came.

    A run does the days that were missed before it one by one, so what it did for a day is what all runs up to it did.
    """
    vooruit = {}
    for on in dagen:
        telling = kijk_vooruit(gemeente=gemeente, on=on, at=moment(on)).telling
        vooruit[on] = (telling.overgangen, telling.signalen)
    nachten = [bewaak(gemeente=gemeente, on=on, at=moment(on, uur=3)) for on in dagen]
    overgangen = accumulate(telling.overgangen for telling in nachten)
    signalen = accumulate(telling.signalen for telling in nachten)
    return vooruit, dict(zip(dagen, zip(overgangen, signalen, strict=True), strict=True))

"""What follows when a besluit falls away, after a bezwaar or by a court (Awb art. 7:11 lid 2 and 8:72)."""

from collections.abc import Collection
from datetime import date, datetime

from accounts.models import User
from planvanaanpak.actions.aanvraag import heropen_aanvraag, is_gesloten_met
from planvanaanpak.actions.herleving import laat_herleven
from planvanaanpak.heropening import heropen_einde
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Beroep, Besluit, Herroeping


def laat_wegvallen(
    besluit: Besluit,
    met: Besluit | Beroep,
    *,
    deels: bool = False,
    terug: Collection[int] | None = None,
    by: User,
    at: datetime,
    on: date,
) -> None:
    """Note with what a besluit fell away, and bring back what it ended: it is as if it had not been taken.

    After a refusal without a plan the aanvraag is open again, after an end the support goes on, after an intrekking the
    earlier besluit holds again: all of it, or of a deel the voorzieningen `terug`. The dossier is locked.
    """
    if isinstance(met, Besluit):
        Herroeping.objects.create(besluit=besluit, met=met, deels=deels)
    else:
        Herroeping.objects.create(besluit=besluit, uitspraak=met, deels=deels)
    if is_gesloten_met(besluit):
        heropen_aanvraag(besluit.dossier, by=by, on=on, reden=f"Besluit {besluit.nummer} herroepen")
    if besluit.soort == BesluitSoort.BEEINDIGING:
        heropen_einde(besluit, met, by=by, at=at, on=on)
    if besluit.soort == BesluitSoort.INTREKKING:
        laat_herleven(besluit, met, terug=terug, by=by, at=at, on=on)

"""What follows when a besluit falls away, after a bezwaar or by a court (Awb art. 7:11 lid 2 and 8:72)."""

from collections.abc import Collection
from datetime import date, datetime

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from planvanaanpak.actions.aanvraag import heropen_aanvraag, is_gesloten_met
from planvanaanpak.actions.herleving import laat_herleven
from planvanaanpak.bezwaarkeuzes import NaHerroeping
from planvanaanpak.heropening import heropen_einde
from planvanaanpak.keuzes import ZONDER_PLAN, BesluitSoort
from planvanaanpak.models import Beroep, Besluit, Herroeping


def na_herroeping(besluit: Besluit) -> NaHerroeping:
    """Say what becomes of a besluit when it is herroepen (Awb art. 7:11 lid 2, decision 1161).

    What it granted or refused changes only with a besluit in its place. A refusal of the whole aanvraag, or an end,
    falls away at once, and can't for a part.
    """
    if besluit.gewijzigd_met.intrekkingen().exists():
        return NaHerroeping.INGETROKKEN
    if besluit.soort == BesluitSoort.INTREKKING:
        return NaHerroeping.TERUG
    # as it was decided: a voorziening that was herzien since may stand under another besluit
    zonder_plan = besluit.soort in ZONDER_PLAN and not besluit.snapshot["voorzieningen"]
    return NaHerroeping.WEG if zonder_plan or besluit.soort == BesluitSoort.BEEINDIGING else NaHerroeping.VERVANGEN


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
        sluit_statusvraag(besluit.dossier, "De aanvraag is weer open.", by=by, at=at)
    if besluit.soort == BesluitSoort.BEEINDIGING:
        heropen_einde(besluit, met, by=by, at=at, on=on)
    if besluit.soort == BesluitSoort.INTREKKING:
        laat_herleven(besluit, met, terug=terug, by=by, at=at, on=on)

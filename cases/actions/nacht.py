"""A whole night: each gemeente is done by a task of its own, and who ends last sums the night up, once.

The sum is counted from the ledger, so it is also right when a worker died: then that gemeente is not done, and says so.
"""

import logging
from datetime import date, datetime

from django.db import connection, transaction
from django.utils.timezone import localdate

from accounts.models import Gemeente
from cases.actions.bewaking import Telling, bewaak, boek_fout
from cases.actions.digest import verstuur_digests
from cases.models import Bewaking, Signaal
from cases.nacht import Nacht, Uitkomst, in_een_regel
from cases.querysets import DIGEST

logger = logging.getLogger(__name__)

SLOT = 20262  # the advisory lock's class: one gemeente at a time ends its part of a night


def doe_gemeente(*, gemeente: Gemeente, on: date, at: datetime) -> Telling:
    """Do the night of one gemeente: its termijnen, then its mails. Raises what goes wrong; see `mislukt`.

    A day before today sends no mail: what it found stands in that of today, so a queue that waited gives one mail.
    """
    telling = bewaak(gemeente=gemeente, on=on, at=at)
    if on >= localdate(at):
        verstuur_digests(gemeente=gemeente, on=on, at=at)
    _rond_af(gemeente, on)
    return telling


@transaction.atomic
def _rond_af(gemeente: Gemeente, on: date) -> None:
    _een_tegelijk(on)
    rij = Bewaking.objects.filter(gemeente=gemeente, on=on).get()
    verstuurd = Signaal.objects.filter(gemeente=gemeente, soort=DIGEST, on=on).count()
    if rij.digests == verstuurd:
        return
    was_klaar, rij.digests = rij.is_afgerond, verstuurd
    rij.save(update_fields=["digests"])
    _vat_samen(on, was_klaar)


@transaction.atomic
def mislukt(*, gemeente: Gemeente, on: date, at: datetime, fout: str) -> None:
    """Note that the night of a gemeente failed; the day is done again by the next run."""
    _een_tegelijk(on)
    was_klaar = Bewaking.objects.filter(gemeente=gemeente, on=on).afgerond().exists()
    boek_fout(gemeente=gemeente, on=on, at=at, fout=fout)
    _vat_samen(on, was_klaar)


def list_verloren(on: date) -> list[Gemeente]:
    """Give the gemeenten whose task did not come to its end, well or not: it was lost, or never began."""
    return list(Gemeente.objects.exclude(pk__in=Bewaking.objects.filter(on=on).afgerond().values("gemeente")))


def _een_tegelijk(on: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SLOT, on.toordinal()])


def _vat_samen(on: date, was_klaar: bool) -> None:
    """Log one line when this was the last gemeente of the night; a failed night is an error in the log."""
    if was_klaar:
        return
    nacht = maak_nacht(on, list(Bewaking.objects.filter(on=on)), Gemeente.objects.count())
    if nacht.bezig == 0:
        transaction.on_commit(lambda: logger.log(logging.ERROR if nacht.mislukt else logging.INFO, in_een_regel(nacht)))


def maak_nacht(on: date, rijen: list[Bewaking], gemeenten: int) -> Nacht:
    """Sum up the ledger rows of one day, out of so many gemeenten that should have one."""
    uitkomsten = [
        Uitkomst(
            dossiers=rij.dossiers,
            overgangen=rij.overgangen,
            signalen=rij.signalen,
            gewijzigd=rij.gewijzigd,
            digests=rij.digests,
            mislukt=rij.fout != "",
            begin=rij.klaar_op,
            duur_s=rij.duur_s,
        )
        for rij in rijen
    ]
    return Nacht.van(on, uitkomsten, gemeenten)

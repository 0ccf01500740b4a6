"""Find dossiers; looking for a BSN is logged, as only the work itself may ask for it (Wabb art. 10)."""

import logging
from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import log
from cases.models import Dossier, Gezinslid
from cases.zoekvraag import Zoeksoort, Zoekvraag, past_op

logger = logging.getLogger(__name__)


def vind_dossiers(vraag: Zoekvraag, user: User, hoogstens: int) -> list[Dossier]:
    """Give the dossiers a user may see that fit, the best first: whose achternaam begins so, then by name.

    What was found by the name of somebody of the gezin says so in `gevonden_op`.
    """
    gemeenten = user.gemeenten_met(Permission.DOSSIER_ZIEN)
    zichtbaar = Dossier.objects.visible_to(user)
    gevonden: list[int] = []
    if len(vraag.woorden) == 1:  # of a common name those who have it fill the page
        met_naam = zichtbaar.met_achternaam(vraag.woorden[0], gemeenten)
        gevonden = list(met_naam.values_list("pk", flat=True)[:hoogstens])
    if len(gevonden) < hoogstens:
        gevonden = list(zichtbaar.zoek(vraag, gemeenten).values_list("pk", flat=True)[:hoogstens])
    dossiers: list[Dossier] = Dossier.objects.rijen_van(gevonden, met_gemeente=len(gemeenten) > 1)
    if vraag.soort is Zoeksoort.NAAM:
        _noem_gezinsleden(dossiers, vraag)
    return dossiers


def _noem_gezinsleden(dossiers: list[Dossier], vraag: Zoekvraag) -> None:
    """Say by which gezinslid a dossier was found when the inwoner has another name: one query, if there are any."""
    elders = [dossier for dossier in dossiers if not past_op(vraag, dossier.persoon.naam)]
    if not elders:
        return
    wie: dict[int, str] = {}
    for lid in Gezinslid.objects.filter(gezin__in=[dossier.gezin_id for dossier in elders]):
        if past_op(vraag, lid.naam):
            wie.setdefault(lid.gezin_id, str(lid))
    for dossier in elders:
        dossier.gevonden_op = wie.get(dossier.gezin_id, "")  # type: ignore[attr-defined]


@transaction.atomic
def vind_op_bsn(vraag: Zoekvraag, *, by: User, at: datetime, hoogstens: int) -> list[Dossier]:
    """Find by BSN, and log in each dossier found who asked; the number itself is in no log."""
    assert vraag.soort is Zoeksoort.BSN
    gevonden = vind_dossiers(vraag, by, hoogstens)
    for dossier in gevonden:
        log(dossier, "bsn_gezocht", "Gevonden door te zoeken op burgerservicenummer.", by=by, at=at)
    logger.info("Gebruiker %s zocht op BSN: %s gevonden.", by.pk, len(gevonden))
    return gevonden

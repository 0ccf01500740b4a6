"""Find dossiers; looking for a BSN is logged, as only the work itself may ask for it (Wabb art. 10)."""

import logging
from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import log
from cases.models import Dossier
from cases.querysets import DossierQuerySet
from cases.zoekvraag import Zoeksoort, Zoekvraag

logger = logging.getLogger(__name__)


def vind_dossiers(vraag: Zoekvraag, user: User) -> DossierQuerySet:
    """Give the dossiers a user may see that fit, the best first: whose achternaam begins so, then by name."""
    gemeenten = user.gemeenten_met(Permission.DOSSIER_ZIEN)
    return Dossier.objects.visible_to(user).zoek(vraag, gemeenten).voor_lijst()


@transaction.atomic
def vind_op_bsn(vraag: Zoekvraag, *, by: User, at: datetime) -> list[Dossier]:
    """Find by BSN, and log in each dossier found who asked; the number itself is in no log."""
    assert vraag.soort is Zoeksoort.BSN
    gevonden = list(vind_dossiers(vraag, by))
    for dossier in gevonden:
        log(dossier, "bsn_gezocht", "Gevonden door te zoeken op burgerservicenummer.", by=by, at=at)
    logger.info("Gebruiker %s zocht op BSN: %s gevonden.", by.pk, len(gevonden))
    return gevonden

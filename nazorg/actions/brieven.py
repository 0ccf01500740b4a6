"""Invite somebody for a contact in the nazorg by letter."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, eis_status, vergrendel
from cases.actions.vrijebrief import maak_vrije_brief, stel_vrije_brief_op
from cases.models import Document, Dossier
from cases.vrijebrief import NAZORG, Vrijebrief
from config.weergave import datum, datum_lang
from nazorg.actions.nazorg import IN_NAZORG
from nazorg.models import Nazorgcontact

WAT = "Een uitnodiging voor de nazorg maken"
KEER = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")


@transaction.atomic
def nazorg_uitnodigen(*, contact: Nazorgcontact, bericht: str, by: User, at: datetime, on: date) -> Document:
    """Make the letter for a planned contact. Raises ActieFout once it was held, or when no letter can go out."""
    dossier = vergrendel(contact.traject.dossier)
    eis_status(dossier, IN_NAZORG, WAT)
    contact = Nazorgcontact.objects.get(pk=contact.pk)
    brief = stel_uitnodiging_op(dossier, contact, bericht=bericht, by=by, on=on)
    return maak_vrije_brief(dossier, brief, by=by, at=at, on=on)


def stel_uitnodiging_op(dossier: Dossier, contact: Nazorgcontact, *, bericht: str, by: User, on: date) -> Vrijebrief:
    """Write the letter, for its preview as well."""
    if contact.gehouden_op is not None:
        raise ActieFout(f"Dit contact is al gehouden op {datum(contact.gehouden_op)}.")
    if contact.gepland_op < on:
        raise ActieFout(f"Dit contact moest uiterlijk op {datum(contact.gepland_op)}. Bel de inwoner.")
    return stel_vrije_brief_op(dossier, NAZORG, uitnodiging_gegevens(contact), bericht=bericht, by=by, on=on)


def uitnodiging_gegevens(contact: Nazorgcontact) -> dict[str, str]:
    nummer = contact.volgnummer
    keer = KEER[nummer - 1] if nummer <= len(KEER) else f"{nummer}e"
    return {"uiterlijk": datum_lang(contact.gepland_op), "keer": keer}

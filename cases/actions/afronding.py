"""Record that what a clock of the gemeente asks was done, and take that back when it was a mistake."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.gemeenteklok import Gemeenteklok
from cases.models import Afronding
from config.weergave import datum as datumtekst


@transaction.atomic
def afronden(*, gemeente: Gemeente, klok: Gemeenteklok, datum: date, by: User, at: datetime, on: date) -> Afronding:
    """Stop a clock of the gemeente: it was done on `datum`, which may be after the last day.

    Raises ActieFout when somebody recorded it already, and for a day that can't be.
    """
    gemeente = Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    bekend = Afronding.objects.filter(gemeente=gemeente, regel=klok.regel.code, sleutel=klok.begin.sleutel)
    if eerder := bekend.select_related("afgerond_door").first():
        wie, wanneer = eerder.afgerond_door.naam, datumtekst(eerder.datum)
        raise ActieFout(f"Dit is al vastgelegd door {wie}: het is gedaan op {wanneer}.")
    if datum > on:
        raise ActieFout("Deze dag ligt in de toekomst. Leg het vast als het gedaan is.")
    if datum < klok.begin.start:
        raise ActieFout(f"Dit kan pas vanaf {datumtekst(klok.begin.start)}. Controleer de datum.")
    afronding = Afronding(
        gemeente=gemeente,
        regel=klok.regel.code,
        sleutel=klok.begin.sleutel,
        datum=datum,
        afgerond_op=at,
        afgerond_door=by,
    )
    return bewaar(afronding, by=by)


@transaction.atomic
def afronding_terugnemen(*, gemeente: Gemeente, klok: Gemeenteklok, by: User, at: datetime) -> None:
    """Let a clock of the gemeente run again after it was stopped by mistake; the history keeps who did both.

    Raises ActieFout when it was not stopped.
    """
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    afronding = Afronding.objects.filter(gemeente=gemeente, regel=klok.regel.code, sleutel=klok.begin.sleutel).first()
    if afronding is None:
        raise ActieFout("Dit is nog niet vastgelegd, of iemand anders nam het al terug. Er is niets veranderd.")
    verwijder(afronding, by=by, reden="Teruggenomen: het was niet gedaan.")

"""The beschikking with which a child got the tegemoetkoming: from its day runs the year to ask for sanering."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.termijnen import gehaald_status, laat_regel_vervallen, start_termijn
from cases.keuzes import Doelgroep
from cases.models import Dossier, Termijn
from cases.status import OPEN, Status
from cases.termijnstatus import TermijnStatus
from config.weergave import datum as datumtekst

REGEL = "saneringskrediet"
# After niet erkend nothing new is granted, so there is nothing left to ask.
VOOR_TEGEMOETKOMING = OPEN - {Status.ACCLIMATISATIE}


@transaction.atomic
def tegemoetkoming_vastleggen(
    *, dossier: Dossier, datum: date | None, reden: str, by: User, at: datetime, on: date
) -> Termijn | None:
    """Record the dagtekening of the beschikking (Wht art. 2.10 to 2.11b) and start the year from it (SPR art. 3 lid 4).

    Another day moves the clock, no day drops it; both ask why. The same day again changes nothing. Raises ActieFout for
    another doelgroep than a child, a day in the future, and a change without reason.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_TEGEMOETKOMING, "De beschikking over de tegemoetkoming vastleggen")
    eis_tegemoetkoming(dossier, datum, reden, on)
    return _zet(dossier, datum, by=by, at=at, on=on, reden=reden.strip())


def eis_tegemoetkoming(dossier: Dossier, datum: date | None, reden: str, on: date) -> None:
    """Refuse a day that can't be; the form asks the same."""
    was = dossier.datum_tegemoetkoming
    if dossier.doelgroep != Doelgroep.KIND:
        raise ActieFout("Een tegemoetkoming volgens de kindregeling heeft alleen een kind.")
    if datum is not None and datum > on:
        raise ActieFout("De beschikking kan niet in de toekomst liggen.")
    if was is None and datum is None:
        raise ActieFout("Vul de datum in die op de beschikking staat.")
    if was not in (None, datum) and not reden.strip():
        raise ActieFout("Schrijf op waarom de datum verandert.")


def volg_tegemoetkoming(dossier: Dossier, *, on: date) -> Termijn | None:
    """Start the year of a locked dossier anew from the day that is known, after help was taken up again."""
    if dossier.datum_tegemoetkoming is None or dossier.doelgroep != Doelgroep.KIND:
        return None
    start = dossier.datum_tegemoetkoming
    return start_termijn(dossier=dossier, regel=REGEL, aanleiding=_aanleiding(dossier), start=start, on=on)


def sanering_gevraagd(
    *, dossier: Dossier, beschikking: date, verzoek: date | None, by: User, at: datetime, on: date
) -> None:
    """Let the clock of a locked dossier follow a saneringskrediet: its beschikking, and the day on which it was asked.

    Without a verzoek (any more) the clock runs again. Asking is what the regeling wants within the year, so a verzoek
    that was recorded after it still met it in time.
    """
    if dossier.doelgroep != Doelgroep.KIND:
        return
    if dossier.datum_tegemoetkoming != beschikking:
        _zet(dossier, beschikking, by=by, at=at, on=on, reden="Datum uit het saneringskrediet.")
    gehaald = Termijn.objects.filter(dossier=dossier, regel=REGEL, datum_gehaald__isnull=False)
    gehaald.update(datum_gehaald=None, status=TermijnStatus.LOPEND)
    termijn = volg_tegemoetkoming(dossier, on=on)
    if termijn is not None and verzoek is not None:
        termijn.datum_gehaald, termijn.status = verzoek, gehaald_status(termijn, verzoek)
        termijn.save(update_fields=["datum_gehaald", "status", "updated_at"])


def vergeet_tegemoetkoming(dossier: Dossier) -> list[str]:
    """Take the day and its clock off a locked dossier that is no child's after all; gives the fields to save."""
    if dossier.datum_tegemoetkoming is None:
        return []
    dossier.datum_tegemoetkoming = None
    laat_regel_vervallen(dossier=dossier, regel=REGEL, aanleiding=_aanleiding(dossier))
    return ["datum_tegemoetkoming"]


def _zet(dossier: Dossier, datum: date | None, *, by: User, at: datetime, on: date, reden: str) -> Termijn | None:
    was = dossier.datum_tegemoetkoming
    if was == datum:
        return dossier.termijnen.filter(regel=REGEL).first()
    if datum is None:
        velden, termijn = vergeet_tegemoetkoming(dossier), None
        tekst = f"De beschikking over de tegemoetkoming van {datumtekst(was)} is weggehaald."
    else:
        dossier.datum_tegemoetkoming, velden = datum, ["datum_tegemoetkoming"]
        termijn = volg_tegemoetkoming(dossier, on=on)
        tekst = f"Beschikking over de tegemoetkoming: {datumtekst(datum)}."
    bewaar(dossier, by=by, velden=[*velden, "updated_at"], reden=reden)
    gegevens = {"termijn": termijn.pk} if termijn else {}
    log(dossier, "tegemoetkoming", tekst, by=by, at=at, reden=reden, **gegevens)
    return termijn


def _aanleiding(dossier: Dossier) -> str:
    return f"dossier:{dossier.pk}"

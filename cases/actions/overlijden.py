"""Note that the rechthebbende died, which stops letters, calls and reminders at once, and undo a wrong note."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import OVERLIJDEN, ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.hulpdagen import AFGEWEZEN
from cases.actions.klokken import Waarom, start_klokken, stop_klokken, volg_feiten
from cases.actions.stilleggen import hervat, laatste_gegevens, leg_stil
from cases.actions.verbeteren import TE_VERBETEREN
from cases.brpdatum import BrpDatum
from cases.models import Dossier, Persoon
from cases.status import Status
from config.weergave import datum as datumtekst

HERSTELD, SAMENGEVOEGD = "overlijden_hersteld", "samengevoegd"


@transaction.atomic
def overlijden_vastleggen(*, dossier: Dossier, datum: date, bron: str, by: User, at: datetime, on: date) -> Dossier:
    """Note the day of death and who told; what asks to speak or plan with the person stops in the same transaction.

    The right of the gezin does not end by it (VNG handreiking 2025 §4.6), so the dossier stays as it is. Raises
    ActieFout for a death that was noted, a day in the future or before the birth, and without who told.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "Een overlijden vastleggen")
    persoon = _persoon(dossier)
    if persoon.datum_overlijden is not None:
        raise ActieFout(f"Het overlijden op {datumtekst(persoon.datum_overlijden)} is al vastgelegd.")
    eis_sterfdag(persoon, datum, on)
    bron = bron.strip()
    if not bron:
        raise ActieFout("Schrijf op van wie u het bericht kreeg.")
    zet_overlijden(dossier, persoon, datum, by=by, reden=bron)
    al_stil = laatste_gegevens(dossier, AFGEWEZEN) if dossier.status == Status.GEEN_HULP else {}
    stil = leg_stil(dossier, by=by, reden="overlijden", al_stil=al_stil)
    tekst = f"Overleden op {datumtekst(datum)}. Brieven, afspraken en herinneringen stoppen."
    log(dossier, OVERLIJDEN, tekst, by=by, at=at, reden=f"Bericht van: {bron}", **stil)
    return dossier


@transaction.atomic
def overlijden_herstellen(*, dossier: Dossier, reden: str, by: User, at: datetime, on: date) -> Dossier:
    """Undo a death that was noted wrongly: the clocks, taken and afspraken go on as if it had not been there."""
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "Een overlijden herstellen")
    persoon = _persoon(dossier)
    if persoon.datum_overlijden is None:
        raise ActieFout("Er is geen overlijden vastgelegd.")
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom het overlijden niet klopt.")
    persoon.datum_overlijden = None
    bewaar(persoon, by=by, velden=["datum_overlijden"], reden=reden)
    dossier.persoon = persoon
    start_klokken(dossier, Waarom.OVERLIJDEN, on)
    volg_feiten(dossier, by=by, on=on, reden=reden)
    if dossier.status != Status.GEEN_HULP:  # what was planned waits for the help to be taken up again
        for soort in (OVERLIJDEN, SAMENGEVOEGD):  # what came along from a merged dossier stopped as well
            hervat(dossier, soort, by=by, on=on, reden=reden)
    log(dossier, HERSTELD, "Het overlijden klopte niet. De termijnen lopen weer.", by=by, at=at, reden=reden)
    return dossier


def zet_overlijden(dossier: Dossier, persoon: Persoon, datum: date, *, by: User, reden: str) -> None:
    """Put the day of death on the person of a locked dossier, and stop the clocks that ask something of them."""
    persoon.datum_overlijden = datum
    bewaar(persoon, by=by, velden=["datum_overlijden"], reden=reden)
    dossier.persoon = persoon
    stop_klokken(dossier, Waarom.OVERLIJDEN, datum)


def eis_sterfdag(persoon: Persoon, datum: date, on: date) -> None:
    """Refuse a day on which the person can't have died; the form asks the same, to show it at the date."""
    if datum > on:
        raise ActieFout("De dag van overlijden kan niet in de toekomst liggen.")
    if persoon.geboren is not None and BrpDatum.uit_datum(datum) < persoon.geboren:
        raise ActieFout("De dag van overlijden kan niet vóór de geboortedatum liggen.")


def _persoon(dossier: Dossier) -> Persoon:
    return Persoon.objects.select_for_update().get(pk=dossier.persoon_id)

"""Make another gesprek the eerste gesprek, or correct its day: everything that hangs on it moves along."""

from copy import copy
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel
from cases.actions.gesprekken import eis_geldig, eis_gesprek
from cases.actions.klokken import volg_feiten, voorspel
from cases.actions.pogingen import volg_pogingen
from cases.models import Dossier, Gesprek
from cases.status import Status
from cases.verschuiving import Verschuiving, in_een_zin
from config.weergave import datum as datumtekst

MET_EERSTE_GESPREK = frozenset({Status.PLAN_VAN_AANPAK, Status.UITVOERING, Status.NAZORG, Status.ACCLIMATISATIE})
NIETS = "Dit is het eerste gesprek al, met deze datum. Kies een ander gesprek of een andere datum."


@transaction.atomic
def eerste_gesprek_wijzigen(
    *, dossier: Dossier, gesprek: Gesprek, datum: date, reden: str, by: User, at: datetime, on: date
) -> list[Verschuiving]:
    """Make `gesprek`, on `datum`, the one that starts the clocks, and move all that hangs on it; tells what moved.

    A besluit that was taken stays as it is. Raises ActieFout without a reason, when nothing would change, for a
    gesprek that was withdrawn, and for a day on which it can't have been.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_EERSTE_GESPREK, "Het eerste gesprek wijzigen")
    nu, nieuw = eis_wijzigbaar(dossier, gesprek, datum, on)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u het eerste gesprek wijzigt.")
    was = nu.datum
    if nieuw.pk != nu.pk:
        nu.is_eerste_gesprek = False
        bewaar(nu, by=by, velden=["is_eerste_gesprek"], reden=reden)
    nieuw.is_eerste_gesprek, nieuw.datum = True, datum
    bewaar(nieuw, by=by, velden=["is_eerste_gesprek", "datum"], reden=reden)
    dossier.datum_eerste_gesprek = datum
    bewaar(dossier, by=by, velden=["datum_eerste_gesprek", "updated_at"], reden=reden)
    verschuivingen = volg_feiten(dossier, by=by, on=on, reden=reden)
    volg_pogingen(dossier, by=by, on=on)
    tekst = f"Eerste gesprek gewijzigd: {datumtekst(was)} wordt {datumtekst(datum)}.{in_een_zin(verschuivingen)}"
    log(dossier, "eerste_gesprek_gewijzigd", tekst, by=by, at=at, reden=reden.strip(), was=nu.pk, gesprek=nieuw.pk)
    return verschuivingen


def eis_wijzigbaar(dossier: Dossier, gesprek: Gesprek, datum: date, on: date) -> tuple[Gesprek, Gesprek]:
    """Give the eerste gesprek as it is and the one that takes its place, or say why that can't be."""
    nu = Gesprek.objects.filter(dossier=dossier, is_eerste_gesprek=True).first()
    if nu is None:
        raise ActieFout("Dit dossier heeft nog geen eerste gesprek. Leg het eerst vast.")
    nieuw = Gesprek.objects.get(dossier=dossier, pk=gesprek.pk)
    eis_geldig(nieuw, "Dit gesprek")
    eis_dag(dossier, datum, on, "Het eerste gesprek")
    if (nieuw.pk, datum) == (nu.pk, nu.datum):
        raise ActieFout(NIETS)
    if nieuw.pk != nu.pk:
        eis_gesprek(nieuw.kanaal)
    return nu, nieuw


def voorspel_klokken(dossier: Dossier, gesprek: Gesprek, datum: date, on: date) -> list[Verschuiving]:
    """Tell what `gesprek`, on `datum`, as the eerste gesprek would do to the clocks, without doing it."""
    straks = copy(gesprek)
    straks.datum = datum
    return voorspel(dossier, on, straks)

"""The clock of a question to UHT: 6 werkdagen, or for the kindregeling with spoed the same day."""

from copy import copy
from datetime import date

from cases.actions.basis import ActieFout
from cases.actions.termijnen import gehaald_status, start_termijn
from cases.keuzes import Doelgroep, VerificatieKanaal
from cases.models import Dossier, Termijn, Verificatie
from cases.status import OPEN
from cases.termijnstatus import TermijnStatus
from cases.verschuiving import Klokverschuiving, loopt_niet

GEWOON, SPOED = "uht_antwoord", "spoed_verificatie"


def eis_spoed(dossier: Dossier, kanaal: str, spoed: bool) -> None:
    """Refuse spoed where UHT does not know it: it is by telephone, for the kindregeling (VNG SPUK-handreiking §5.3)."""
    if spoed and kanaal != VerificatieKanaal.TELEFOON:
        raise ActieFout("Met spoed vraagt u alleen per telefoon. Kies 'Telefoon', of haal het vinkje bij spoed weg.")
    if spoed and dossier.doelgroep != Doelgroep.KIND:
        raise ActieFout("Met spoed kan alleen bij de kindregeling. Haal het vinkje bij spoed weg.")


def volg_vraag(dossier: Dossier, verificatie: Verificatie, *, on: date) -> list[Klokverschuiving]:
    """Let the clock of a question follow what its row says now; tells each clock before and after.

    UHT answers the vraagbestand within 6 werkdagen, and a call with spoed on the day itself (VNG SPUK-handreiking
    §5.3). A question that was withdrawn has no clock, nor has one that was answered at once.
    """
    aanleiding = f"verificatie:{verificatie.pk}"
    regel = SPOED if verificatie.spoed else GEWOON
    rijen = {rij.regel: rij for rij in Termijn.objects.filter(dossier=dossier, aanleiding=aanleiding)}
    wacht = not verificatie.antwoord and dossier.status in OPEN
    telt = not verificatie.is_ingetrokken and (wacht or bool(rijen and verificatie.antwoord))
    uit = [
        Klokverschuiving(voor=copy(rij), na=_stop(rij)) for rij in rijen.values() if not (telt and rij.regel == regel)
    ]
    if not telt:
        return uit
    voor = copy(rijen.get(regel))
    if rij := rijen.get(regel):
        rij.datum_gehaald, rij.status = None, TermijnStatus.LOPEND
        rij.save(update_fields=["datum_gehaald", "status", "updated_at"])
    na = start_termijn(dossier=dossier, regel=regel, aanleiding=aanleiding, start=verificatie.datum_gevraagd, on=on)
    if na is None:
        return uit
    if verificatie.datum_antwoord is not None:
        na.datum_gehaald = verificatie.datum_antwoord
        na.status = gehaald_status(na, verificatie.datum_antwoord)
        na.save(update_fields=["datum_gehaald", "status", "updated_at"])
    return [*uit, Klokverschuiving(voor=voor, na=na)]


def _stop(termijn: Termijn) -> Termijn:
    if not loopt_niet(termijn):
        termijn.datum_gehaald, termijn.status = None, TermijnStatus.VERVALLEN
        termijn.save(update_fields=["datum_gehaald", "status", "updated_at"])
    return termijn

"""Record a driegesprek, and add its report or correct it later."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.afspraak import houd_afspraak
from cases.actions.basis import bewaar, eis_dag, eis_status, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.actions.gesprekken import VAST_TE_STELLEN, eis_geldig
from cases.actions.pogingen import volg_pogingen
from cases.models import Afspraak, Dossier, Driegesprek
from cases.status import OPEN
from config.weergave import datum as datumtekst


@transaction.atomic
def driegesprek_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    aanvrager: str,
    plaats: str,
    derde: Driegesprek.Derde,
    deelnemers: str,
    onderwerpen: str,
    verslag: str,
    by: User,
    at: datetime,
    on: date,
    afspraak: Afspraak | None = None,
) -> Driegesprek:
    """Record a driegesprek; F counts it only with UHT or an appointed third party (SPR art. 1, 6 lid 4d)."""
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een driegesprek vastleggen")
    eis_dag(dossier, datum, on, "Het driegesprek")
    gesprek = Driegesprek(
        dossier=dossier,
        datum=datum,
        aanvrager=aanvrager,
        plaats=plaats,
        derde=derde,
        deelnemers=deelnemers,
        onderwerpen=onderwerpen,
        verslag=verslag,
        door=by,
    )
    if eerder := eerder_verzonden(gesprek, at=at):
        return eerder
    bewaar(gesprek, by=by)
    houd_afspraak(afspraak, by=by, at=at)
    volg_pogingen(dossier, by=by, on=on)
    log(dossier, "driegesprek", f"Driegesprek gehouden op {datumtekst(datum)}.", by=by, at=at, driegesprek=gesprek.pk)
    return gesprek


@transaction.atomic
def driegesprek_wijzigen(
    *, driegesprek: Driegesprek, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Driegesprek:
    """Add the report of a driegesprek, or correct what was written down; whether F counts it follows from `derde`."""
    dossier = vergrendel(driegesprek.dossier)
    driegesprek = Driegesprek.objects.select_for_update().get(pk=driegesprek.pk)
    eis_status(dossier, VAST_TE_STELLEN, "Een driegesprek wijzigen")
    eis_geldig(driegesprek, "Dit driegesprek")
    if "datum" in wijzigingen:
        eis_dag(dossier, wijzigingen["datum"], on, "Het driegesprek")
    for veld, waarde in wijzigingen.items():
        setattr(driegesprek, veld, waarde)
    bewaar(driegesprek, by=by, velden=list(wijzigingen), reden=reden)
    if "datum" in wijzigingen:
        volg_pogingen(dossier, by=by, on=on)
    tekst = f"Driegesprek van {datumtekst(driegesprek.datum)} gewijzigd."
    log(dossier, "driegesprek_gewijzigd", tekst, by=by, at=at, reden=reden, driegesprek=driegesprek.pk)
    return driegesprek

"""Wind the support down after UHT said niet erkend."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.aanmelden import uht_status_vastleggen
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.termijnen import laat_vervallen, start_termijn
from cases.keuzes import UhtStatus
from cases.models import Dossier
from cases.status import OPEN, Status
from config.weergave import datum as datumtekst
from nazorg.models import Acclimatisatie
from nazorg.termijnen import BLIJFT_LOPEN, NA_NIET_ERKEND

VOOR_ACCLIMATISATIE = OPEN - {Status.ACCLIMATISATIE}


@transaction.atomic
def niet_erkend_vastleggen(
    *, dossier: Dossier, datum_feit: date, datum_gemeld: date, bron: str, by: User, at: datetime, on: date
) -> Acclimatisatie:
    """Record a message of UHT that somebody heard or read: niet erkend, which starts the acclimatisatie.

    Raises ActieFout when the gemeente would have heard it before it was so, before the aanmelding or in the future.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_ACCLIMATISATIE, "Het bericht 'niet erkend' vastleggen")
    eis_dag(dossier, datum_gemeld, on, "Het bericht")
    if datum_feit > datum_gemeld:
        raise ActieFout("UHT kan niet ná het bericht hebben besloten. Controleer de twee datums.")
    if not bron.strip():
        raise ActieFout("Schrijf op van wie u het bericht kreeg.")
    dossier = uht_status_vastleggen(
        dossier=dossier,
        status=UhtStatus.NIET_ERKEND,
        datum_feit=datum_feit,
        datum_gemeld=datum_gemeld,
        bron=bron.strip(),
        by=by,
        at=at,
        on=on,
    )
    return acclimatisatie_starten(dossier=dossier, datum_gemeld=datum_gemeld, by=by, at=at, on=on)


@transaction.atomic
def acclimatisatie_starten(
    *, dossier: Dossier, datum_gemeld: date, by: User | None, at: datetime, on: date
) -> Acclimatisatie:
    """Start the 30 days after UHT said niet erkend: from the day the gemeente was told (Wht art. 2.21 lid 6).

    The other clocks drop; what was granted runs on. `nieuwe_kosten` runs without the Atw (SPR art. 3 lid 7).
    """
    dossier = vergrendel(dossier)
    if datum_gemeld > on:
        raise ActieFout("De dag waarop de gemeente het hoorde kan niet in de toekomst liggen.")
    eis_status(dossier, VOOR_ACCLIMATISATIE, "De acclimatisatie starten")
    zet_status(dossier, Status.ACCLIMATISATIE)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden="niet erkend door UHT")
    acclimatisatie = Acclimatisatie.objects.create(dossier=dossier, datum_gemeld=datum_gemeld)
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN)
    aanleiding = f"acclimatisatie:{acclimatisatie.pk}"
    for regel in NA_NIET_ERKEND:
        start_termijn(dossier=dossier, regel=regel, aanleiding=aanleiding, start=datum_gemeld, on=on)
    tekst = f"UHT meldt: niet erkend. De gemeente hoorde dit op {datumtekst(datum_gemeld)}. De acclimatisatie loopt."
    log(dossier, "acclimatisatie", tekst, by=by, at=at)
    return acclimatisatie

"""Somebody wants no help, or not now; and asks for it after all."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.termijnen import laat_vervallen, start_termijn
from cases.keuzes import ZONDER_RECHT, UhtStatus, WilOndersteuning
from cases.models import Aanmelding, Dossier
from cases.status import VOOR_EERSTE_GESPREK, Status

GEEN_HULP = frozenset({Status.GEEN_HULP})
AFWIJZINGEN = (WilOndersteuning.LATER, WilOndersteuning.NEE)
AFGEWEZEN, HERVAT = "hulp_afgewezen", "hulp_hervat"


@transaction.atomic
def hulp_afwijzen(
    *, dossier: Dossier, wil: WilOndersteuning, datum: date, toelichting: str, by: User, at: datetime, on: date
) -> Dossier:
    """Record that somebody wants no help, or not now: status GEEN_HULP, and no clock runs.

    The first contact stays, so component A still counts (VNG handreiking SPUK 2024, component A).
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Vastleggen dat iemand nu geen hulp wil")
    eis_dag(dossier, datum, on, "De dag waarop de inwoner dit zei")
    if wil not in AFWIJZINGEN:
        raise ActieFout("Kies of de inwoner later misschien hulp wil, of geen hulp wil.")
    zet_status(dossier, Status.GEEN_HULP)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=toelichting)
    _zet_wil(dossier, wil, by, toelichting)
    laat_vervallen(dossier=dossier, behalve=())
    wat = "wil nu geen hulp, misschien later" if wil == WilOndersteuning.LATER else "wil geen hulp"
    tekst = f"De inwoner {wat}, gezegd op {datum:%d-%m-%Y}. De termijnen zijn vervallen."
    log(dossier, AFGEWEZEN, tekst, by=by, at=at, reden=toelichting, datum=datum.isoformat())
    return dossier


@transaction.atomic
def hulp_hervatten(*, dossier: Dossier, datum: date, toelichting: str, by: User, at: datetime, on: date) -> Dossier:
    """Take up the help that somebody asks for after all: back to AANMELDING, with the clocks from the day they asked.

    Raises ActieFout when UHT meanwhile says that there is no recht (Wht art. 2.21 lid 6), and for a day before they
    said no.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, GEEN_HULP, "Hulp hervatten")
    eis_dag(dossier, datum, on, "De dag waarop de inwoner om hulp vroeg")
    if UhtStatus(dossier.uht_status) in ZONDER_RECHT:
        uht = dossier.get_uht_status_display().lower()
        raise ActieFout(f"Hulp hervatten kan niet: de status bij UHT is {uht}. Dan is er geen recht op ondersteuning.")
    if (afgewezen := afgewezen_op(dossier)) and datum < afgewezen:
        raise ActieFout(f"De inwoner zei op {afgewezen:%d-%m-%Y} geen hulp te willen. Vul een dag in vanaf die datum.")
    zet_status(dossier, Status.AANMELDING)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=toelichting)
    _zet_wil(dossier, WilOndersteuning.JA, by, toelichting)
    eerste = "eerste_gesprek_na_contact" if dossier.datum_eerste_contact else "eerste_contact"
    for regel in (eerste, "eerste_gesprek"):
        start_termijn(dossier=dossier, regel=regel, aanleiding=f"dossier:{dossier.pk}", start=datum, on=on)
    tekst = f"De inwoner vroeg op {datum:%d-%m-%Y} toch om hulp. De termijnen lopen vanaf die dag."
    log(dossier, HERVAT, tekst, by=by, at=at, reden=toelichting, datum=datum.isoformat())
    return dossier


def afgewezen_op(dossier: Dossier) -> date | None:
    """Give the day on which somebody last said no; None when they never did."""
    return _laatste_dag(dossier, AFGEWEZEN)


def hervat_op(dossier: Dossier) -> date | None:
    """Give the day on which somebody last asked for help after all; None when they never did."""
    return _laatste_dag(dossier, HERVAT)


def _laatste_dag(dossier: Dossier, soort: str) -> date | None:
    event = dossier.events.filter(soort=soort).order_by("-at", "-pk").first()
    return date.fromisoformat(event.gegevens["datum"]) if event else None


def _zet_wil(dossier: Dossier, wil: WilOndersteuning, by: User, reden: str) -> None:
    aanmelding = Aanmelding.objects.select_for_update().get(dossier=dossier)
    aanmelding.wil_ondersteuning = wil
    bewaar(aanmelding, by=by, velden=["wil_ondersteuning"], reden=reden)

"""The two clocks of an aanvraag that is not complete: the hersteltermijn, and four weeks after it (Awb art. 4:5)."""

from datetime import date

from django.db.models import Q

from accounts.models import Gemeente
from cases.actions.termijnen import haal_termijn, open_status, start_termijn
from cases.models import Aanvulling, Dossier, Termijn
from cases.status import Status
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from cases.uitstelgronden import PLAN

HERSTEL, VIER_WEKEN = "hersteltermijn", "buiten_behandeling"
AANVULKLOKKEN = (HERSTEL, VIER_WEKEN)
# Whether time to complete an aanvraag passed in a gemeente before a day (see `laat_alle_ingaan`). It begins with the
# few letters that wait, so that it costs the same in a gemeente of any size.
WACHT_OP_AANVULLING = f"""EXISTS (
    SELECT 1 FROM cases_aanvulling AS a JOIN cases_dossier AS d ON d.id = a.dossier_id
    WHERE d.gemeente_id = %(gemeente)s AND d.status = '{Status.PLAN_VAN_AANPAK}' AND a.uiterlijk < %(dag)s
        AND a.ingetrokken_op IS NULL AND a.ontvangen_op IS NULL AND a.verder_op IS NULL)"""  # noqa: S608


def aanleiding_van(rij: Aanvulling) -> str:
    return f"aanvulling:{rij.pk}"


def geraakte_klokken(dossier: Dossier, rij: Aanvulling) -> list[int]:
    """Give the clocks that a letter touches, so that each can say in its explanation who changed it."""
    eigen = Q(aanleiding=aanleiding_van(rij)) | Q(regel=PLAN)
    return list(Termijn.objects.filter(eigen, dossier=dossier).order_by("pk").values_list("pk", flat=True))


def start_hersteltermijn(dossier: Dossier, rij: Aanvulling, on: date) -> None:
    """Start the time that the letter gives, and show the four weeks that follow when nothing comes."""
    aanleiding = aanleiding_van(rij)
    start_termijn(
        dossier=dossier,
        regel=HERSTEL,
        aanleiding=aanleiding,
        start=rij.gevraagd_op,
        on=on,
        gesteld=rij.uiterlijk,
    )
    start_termijn(dossier=dossier, regel=VIER_WEKEN, aanleiding=aanleiding, start=rij.uiterlijk, on=on, verwacht=True)


def start_vier_weken(dossier: Dossier, rij: Aanvulling, datum: date, on: date) -> None:
    """Let the four weeks run from the day on which too little came (art. 4:5 lid 4)."""
    start_termijn(dossier=dossier, regel=VIER_WEKEN, aanleiding=aanleiding_van(rij), start=datum, on=on)


def stop_wachten(dossier: Dossier, rij: Aanvulling, ontvangen_op: date | None, on: date) -> None:
    """Meet the hersteltermijn with what came in time; else it has passed, also before the nightly run was there."""
    aanleiding = aanleiding_van(rij)
    if ontvangen_op is not None and ontvangen_op <= rij.uiterlijk:
        # The nightly run may have closed it before somebody wrote down what came in time.
        Termijn.objects.filter(regel=HERSTEL, aanleiding=aanleiding, status=TermijnStatus.VOORBIJ).update(
            status=TermijnStatus.LOPEND
        )
        haal_termijn(dossier=dossier, regel=HERSTEL, datum=ontvangen_op, aanleiding=aanleiding)
        return
    laat_ingaan(dossier, on)
    for termijn in Termijn.objects.filter(regel=HERSTEL, aanleiding=aanleiding, status__in=NIET_KLAAR):
        termijn.status = open_status(termijn, on)
        termijn.save(update_fields=["status", "updated_at"])


def sluit_klokken(dossier: Dossier) -> None:
    """Drop the four weeks: the aanvraag is treated, or asked to be completed anew."""
    _laat_vervallen(dossier, VIER_WEKEN)


def laat_brief_vervallen(dossier: Dossier, rij: Aanvulling) -> None:
    """Drop both clocks of a letter that does not count."""
    Termijn.objects.filter(dossier=dossier, regel__in=AANVULKLOKKEN, aanleiding=aanleiding_van(rij)).update(
        status=TermijnStatus.VERVALLEN, datum_gehaald=None
    )


def sluit_aanvraag(dossier: Dossier) -> None:
    """Drop what still waits for an aanvulling: there is a besluit on the aanvraag."""
    _laat_vervallen(dossier, *AANVULKLOKKEN)


def laat_ingaan(dossier: Dossier, on: date) -> None:
    """Let the four weeks of one dossier run when the time to complete the aanvraag has passed."""
    _ga_in(Termijn.objects.filter(dossier=dossier), on)


def laat_alle_ingaan(*, gemeente: Gemeente, dag: date) -> int:
    """Let the four weeks run whose hersteltermijn passed unused before `dag`; gives the signals made: none."""
    wacht = Aanvulling.objects.geldig().filter(ontvangen_op=None, verder_op=None, uiterlijk__lt=dag)
    rijen = wacht.filter(dossier__gemeente=gemeente, dossier__status=Status.PLAN_VAN_AANPAK)
    if aanleidingen := [aanleiding_van(rij) for rij in rijen]:
        _ga_in(Termijn.objects.filter(aanleiding__in=aanleidingen), dag)
    return 0


def _ga_in(termijnen: object, on: date) -> None:
    wachtend = termijnen.filter(regel=VIER_WEKEN, status=TermijnStatus.VERWACHT, start__lt=on)  # type: ignore[attr-defined]
    for termijn in wachtend.select_for_update(of=("self",)):
        termijn.status = open_status(termijn, on)
        termijn.save(update_fields=["status", "updated_at"])


def _laat_vervallen(dossier: Dossier, *regels: str) -> None:
    Termijn.objects.filter(dossier=dossier, regel__in=regels, status__in=NIET_KLAAR).update(
        status=TermijnStatus.VERVALLEN
    )

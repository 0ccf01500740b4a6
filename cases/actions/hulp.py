"""Somebody wants no help, or not now; asks for it after all; or never said no."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import OVERLIJDEN, ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.hulpdagen import AFGEWEZEN, HERVAT, VERGISSING, dag_van, laatste_afwijzing
from cases.actions.klokken import Waarom, start_klokken, stop_klokken, volg_feiten
from cases.actions.stilleggen import hervat, laatste_gegevens, leg_afspraken_stil
from cases.actions.tegemoetkoming import volg_tegemoetkoming
from cases.keuzes import ZONDER_RECHT, UhtStatus, WilOndersteuning
from cases.models import Aanmelding, Dossier
from cases.status import VOOR_EERSTE_GESPREK, Status
from cases.verificatiestand import status_voor_gesprek
from config.weergave import datum as datumtekst

GEEN_HULP = frozenset({Status.GEEN_HULP})
AFWIJZINGEN = (WilOndersteuning.LATER, WilOndersteuning.NEE)


@transaction.atomic
def hulp_afwijzen(
    *, dossier: Dossier, wil: WilOndersteuning, datum: date, toelichting: str, by: User, at: datetime, on: date
) -> Dossier:
    """Record that somebody wants no help, or not now: status GEEN_HULP, no clock runs, no gesprek stays planned.

    The first contact stays, so component A still counts (VNG handreiking SPUK 2024, component A). What somebody noted
    to do stays as well: to call once more later is what a consulent may have noted.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Vastleggen dat iemand nu geen hulp wil")
    eis_dag(dossier, datum, on, "De dag waarop de inwoner dit zei")
    if wil not in AFWIJZINGEN:
        raise ActieFout("Kies of de inwoner later misschien hulp wil, of geen hulp wil.")
    zet_status(dossier, Status.GEEN_HULP)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=toelichting)
    wilde = zet_wil(dossier, wil, by, toelichting)
    stop_klokken(dossier, Waarom.GEEN_HULP, datum)
    al_stil = laatste_gegevens(dossier, OVERLIJDEN) if _is_overleden(dossier) else {}
    stil = leg_afspraken_stil(dossier, by=by, reden=toelichting, al_stil=al_stil)
    wat = "wil nu geen hulp, misschien later" if wil == WilOndersteuning.LATER else "wil geen hulp"
    afgezegd = " Wat gepland was, gaat niet door." if stil["afspraken"] else ""
    tekst = f"De inwoner {wat}, gezegd op {datumtekst(datum)}. De termijnen zijn vervallen.{afgezegd}"
    feit = {"datum": datum.isoformat(), "wilde": wilde, **stil}
    sluit_statusvraag(dossier, "De inwoner wil nu geen hulp.", by=by, at=at)
    log(dossier, AFGEWEZEN, tekst, by=by, at=at, reden=toelichting, **feit)
    return dossier


@transaction.atomic
def hulp_hervatten(*, dossier: Dossier, datum: date, toelichting: str, by: User, at: datetime, on: date) -> Dossier:
    """Take up the help that somebody asks for after all: back to AANMELDING, with the clocks from the day they asked.

    What was planned and is still to come stands again. Raises ActieFout when UHT meanwhile says that there is no recht
    (Wht art. 2.21 lid 6), and for a day before they said no.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, GEEN_HULP, "Hulp hervatten")
    eis_dag(dossier, datum, on, "De dag waarop de inwoner om hulp vroeg")
    eis_recht(dossier, "Hulp hervatten")
    if (afwijzing := laatste_afwijzing(dossier)) and datum < (afgewezen := dag_van(afwijzing)):
        raise ActieFout(
            f"De inwoner zei op {datumtekst(afgewezen)} geen hulp te willen. Vul een dag in vanaf die datum. Heeft de"
            " inwoner dat nooit gezegd? Kies dan 'Dit was een vergissing'."
        )
    zet_status(dossier, Status.AANMELDING)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=toelichting)
    zet_wil(dossier, WilOndersteuning.JA, by, toelichting)
    tekst = f"De inwoner vroeg op {datumtekst(datum)} toch om hulp. De termijnen lopen vanaf die dag."
    log(dossier, HERVAT, tekst, by=by, at=at, reden=toelichting, datum=datum.isoformat())
    _laat_lopen(dossier, by=by, on=on, reden=toelichting)
    return dossier


@transaction.atomic
def hulp_vergissing(*, dossier: Dossier, reden: str, by: User, at: datetime, on: date) -> Dossier:
    """Undo a no that was never said: status, clocks and afspraken go on as if it had not been noted.

    The clocks run from the day they ran from before, so one may be late by now. Raises ActieFout without a reason, and
    when UHT meanwhile says that there is no recht.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, GEEN_HULP, "'Wil nu geen hulp' ongedaan maken")
    eis_recht(dossier, "'Wil nu geen hulp' ongedaan maken")
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom 'Wil nu geen hulp' niet klopt.")
    zet_status(dossier, status_voor_gesprek(dossier))
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    zet_wil(dossier, _wilde(dossier), by, reden)
    _laat_lopen(dossier, by=by, on=on, reden=reden)
    tekst = "'Wil nu geen hulp' was een vergissing. De termijnen lopen weer zoals daarvoor."
    log(dossier, VERGISSING, tekst, by=by, at=at, reden=reden)
    return dossier


def eis_recht(dossier: Dossier, wat: str) -> None:
    """Refuse to go on with help for whom UHT says that there is no recht."""
    if UhtStatus(dossier.uht_status) in ZONDER_RECHT:
        uht = dossier.get_uht_status_display().lower()
        raise ActieFout(f"{wat} kan niet: de status bij UHT is {uht}. Dan is er geen recht op ondersteuning.")


def _laat_lopen(dossier: Dossier, *, by: User, on: date, reden: str) -> None:
    """Let the clocks run that the facts ask for, the day of the last HERVAT among them, and plan again what is to come.

    With whoever died nothing is planned.
    """
    start_klokken(dossier, Waarom.GEEN_HULP, on)
    volg_feiten(dossier, by=by, on=on, reden=reden)
    volg_tegemoetkoming(dossier, on=on)
    if not _is_overleden(dossier):
        hervat(dossier, AFGEWEZEN, by=by, on=on, reden=reden)


def _is_overleden(dossier: Dossier) -> bool:
    return dossier.persoon.datum_overlijden is not None


def _wilde(dossier: Dossier) -> WilOndersteuning:
    """Say what was noted before the no; who said it at the aanmelding itself is taken to want help."""
    wilde = WilOndersteuning(laatste_gegevens(dossier, AFGEWEZEN).get("wilde", WilOndersteuning.JA))
    return WilOndersteuning.JA if wilde in AFWIJZINGEN else wilde


@transaction.atomic
def hulp_bevestigen(*, dossier: Dossier, by: User, at: datetime) -> Dossier:
    """Record that somebody wants help; said before, it writes nothing. The eerste gesprek says it as well."""
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Vastleggen dat iemand hulp wil")
    if zet_wil(dossier, WilOndersteuning.JA, by, "gezegd in een contact") != WilOndersteuning.JA:
        log(dossier, "wil_hulp", "De inwoner wil hulp.", by=by, at=at)
    return dossier


def zet_wil(dossier: Dossier, wil: WilOndersteuning, by: User, reden: str) -> str:
    """Keep whether the person of a locked dossier wants help; gives what was noted before."""
    aanmelding = Aanmelding.objects.select_for_update().get(dossier=dossier)
    eerder: str = aanmelding.wil_ondersteuning
    if eerder != wil:
        aanmelding.wil_ondersteuning = wil
        bewaar(aanmelding, by=by, velden=["wil_ondersteuning"], reden=reden)
    return eerder

"""The nightly work: one task per gemeente, so that Celery can spread it over its workers."""

import logging
from datetime import date

from django.core.mail import EmailMessage
from django.utils import timezone

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.digest import DigestFout
from cases.actions.nacht import doe_gemeente, list_verloren, mislukt
from cases.nacht import laatste_nacht
from config.celery import app
from config.weergave import datum as datumtekst

logger = logging.getLogger(__name__)

MISLUKT = "De termijnen zijn niet bijgewerkt. De volgende nacht wordt deze dag ingehaald."
NIET_GEMAILD = (
    "De termijnen zijn bijgewerkt, maar niet iedereen kreeg de mail met het overzicht. "
    "De volgende nacht wordt dat opnieuw geprobeerd."
)
# What the subject says, and how the mail itself says it.
_BIJ = {"mislukt": "niet helemaal gelukt", "nog niet klaar": "nog niet klaar"}
NIET_KLAAR = "Misschien is een worker gestopt. De bewaking wordt nu opnieuw geprobeerd."


@app.task(name="cases.termijnen_bewaken")
def termijnen_bewaken(*, on: str | None = None) -> None:
    """Fan the nightly run out per gemeente. Beat calls it each night; safe to run twice."""
    dag = on or timezone.localdate().isoformat()
    for gemeente_id in Gemeente.objects.values_list("pk", flat=True):
        termijnen_bewaken_gemeente.delay(gemeente_id=gemeente_id, on=dag)


@app.task(name="cases.termijnen_bewaken_gemeente")
def termijnen_bewaken_gemeente(*, gemeente_id: int, on: str) -> None:
    """Do the nightly run of one gemeente and send its digests. A failure is noted, mailed to the beheerder, raised."""
    gemeente = Gemeente.objects.get(pk=gemeente_id)
    dag, at = date.fromisoformat(on), timezone.now()
    try:
        doe_gemeente(gemeente=gemeente, on=dag, at=at)
    except Exception as fout:
        meld_fout(gemeente, dag, fout)
        raise


@app.task(name="cases.bewaking_nakijken")
def bewaking_nakijken(*, on: str | None = None) -> None:
    """Start the gemeenten again whose task was lost with its worker, and mail their beheerders. Beat calls it at 04:00.

    A task that fails says so itself; one whose worker is killed cannot. Safe to run twice.
    """
    dag = date.fromisoformat(on) if on else laatste_nacht(timezone.localtime())
    for gemeente in list_verloren(dag):
        meld_verloren(gemeente, dag)
        termijnen_bewaken_gemeente.delay(gemeente_id=gemeente.pk, on=dag.isoformat())


def meld_verloren(gemeente: Gemeente, dag: date) -> None:
    """Make a night that did not come to its end loud: in the log and in a mail; the pages see it in the ledger."""
    logger.error("De nachtelijke bewaking van %s op %s is niet klaar.", gemeente.code, dag)
    _mail("nog niet klaar", gemeente, dag, NIET_KLAAR)


def meld_fout(gemeente: Gemeente, dag: date, fout: Exception) -> None:
    """Make a failed run loud: in the ledger, in the log and in a mail to the beheerders."""
    logger.error("De nachtelijke bewaking van %s op %s is mislukt.", gemeente.code, dag, exc_info=fout)
    eerste_regel = str(fout).partition("\n")[0]  # PostgreSQL puts the values of the row on the lines after
    mislukt(gemeente=gemeente, on=dag, at=timezone.now(), fout=f"{type(fout).__name__}: {eerste_regel}")
    _mail("mislukt", gemeente, dag, NIET_GEMAILD if isinstance(fout, DigestFout) else MISLUKT)


def _mail(wat: str, gemeente: Gemeente, dag: date, gevolg: str) -> None:
    """Mail the beheerders of a gemeente, or where there is none its coördinatoren; that it failed is in the log."""
    try:
        _mail_beheerders(wat, gemeente, dag, gevolg)
    except Exception:
        logger.exception("De mail hierover aan de beheerders is niet verstuurd.")


def _mail_beheerders(wat: str, gemeente: Gemeente, dag: date, gevolg: str) -> None:
    for rol in (Rol.BEHEERDER, Rol.COORDINATOR):
        adressen = list(User.objects.met_rol(rol, gemeente.pk).values_list("email", flat=True))
        if adressen:
            break
    else:
        logger.error("Gemeente %s heeft geen beheerder en geen coördinator om dit te mailen.", gemeente.code)
        return
    EmailMessage(
        f"Brede ondersteuning: de nachtelijke bewaking is {wat}",
        f"De bewaking van gemeente {gemeente.naam} van {datumtekst(dag)} is {_BIJ[wat]}. {gevolg} "
        "Kijk op de pagina Bewaking en in het logboek van de worker.",
        to=adressen,
    ).send()

import json
import logging
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone

from accounts.models import Gemeente
from cases.actions.bewaking import Telling
from cases.actions.bewaking_vooruit import Vooruitblik, in_regels, kijk_vooruit
from cases.actions.nacht import doe_gemeente
from cases.management.commando import Commando, Fout, lees_dag
from cases.tasks import meld_fout
from config.weergave import telwoord

logger = logging.getLogger(__name__)

# How far from today, about two years: each day in between is looked at, now or in the night after it.
HOOGSTENS = timedelta(days=730)


class Command(Commando):
    """Do the nightly run of all gemeenten in this process. `--proef` shows what would change and changes nothing."""

    help = (
        "Bewaak de termijnen: na de laatste dag is een plicht of streven te laat en een venster voorbij, met een"
        " signaal per gebeurtenis."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", metavar="JJJJ-MM-DD", help="de dag (standaard vandaag)")
        parser.add_argument("--proef", action="store_true", help="laat zien wat er zou veranderen en verander niets")
        parser.add_argument("--json", action="store_true", help="schrijf alleen een JSON-object")

    def handle(self, *args: Any, **opties: Any) -> None:
        on, proef, vandaag = lees_dag(opties["on"]), opties["proef"], timezone.localdate()
        eerste, laatste = vandaag - HOOGSTENS, vandaag + HOOGSTENS
        if not eerste <= on <= laatste:
            raise Fout(f"{on} ligt te ver weg. Kies een dag van {eerste} tot en met {laatste}.")
        if on > vandaag and not (proef or settings.DEMO):
            raise Fout(f"{on} ligt in de toekomst. Gebruik --proef om vooruit te kijken; er verandert dan niets.")
        totaal, mislukt, vooruit = _bewaak_alle(on, timezone.now(), proef=proef)
        self.stdout.write(_json(totaal) if opties["json"] else _tekst(totaal, vooruit, proef=proef))
        if mislukt:
            raise Fout(f"De bewaking is mislukt voor {', '.join(mislukt)}. De andere gemeenten zijn gedaan.")


def _bewaak_alle(on: date, at: datetime, *, proef: bool) -> tuple[Telling, list[str], list[Vooruitblik]]:
    """Do every gemeente, also after a failure; gives the counts, the names that failed, and the looks ahead."""
    totaal, mislukt, vooruit = Telling(on=on), [], []
    for gemeente in Gemeente.objects.order_by("code"):
        try:
            if proef:
                vooruit.append(kijk_vooruit(gemeente=gemeente, on=on, at=at))
                totaal.tel_op(vooruit[-1].telling)
            else:
                totaal.tel_op(doe_gemeente(gemeente=gemeente, on=on, at=at))
        except Exception as fout:
            mislukt.append(gemeente.naam)
            if proef:
                logger.exception("De proef voor %s is mislukt.", gemeente.code)
            else:
                meld_fout(gemeente, on, fout)
    return totaal, mislukt, vooruit


def _json(telling: Telling) -> str:
    gegevens = {
        **vars(telling),
        "on": telling.on.isoformat(),
        "ingehaald": [dag.isoformat() for dag in telling.ingehaald],
        "duur_s": round(telling.duur_s, 3),
    }
    return json.dumps(gegevens)


def _tekst(telling: Telling, vooruit: list[Vooruitblik], *, proef: bool) -> str:
    kop = "Proef: er is niets veranderd." if proef else "De termijnen zijn bewaakt."
    ingehaald = f" Ingehaald: {telwoord(len(telling.ingehaald), 'dag', 'dagen')}." if telling.ingehaald else ""
    som = (
        f"{kop} Dag: {telling.on}. Open dossiers: {telling.dossiers}. Overgangen: {telling.overgangen}. "
        f"Signalen: {telling.signalen}. Herberekend: {telling.gewijzigd}.{ingehaald} ({telling.duur_s:.2f} s)"
    )
    return "\n".join([som, *(regel for blik in vooruit for regel in in_regels(blik))])

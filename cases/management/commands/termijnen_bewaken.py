import json
from contextlib import nullcontext
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.models import Gemeente
from cases.actions.bewaking import Telling, bewaak
from cases.actions.digest import verstuur_digests
from cases.management.commando import Commando, Fout
from cases.tasks import meld_fout


class Command(Commando):
    """Do the nightly run of all gemeenten in this process. `--proef` shows what would change and changes nothing."""

    help = "Bewaak de termijnen: wat voorbij is wordt te laat of voorbij, met een signaal per gebeurtenis."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", metavar="JJJJ-MM-DD", help="de dag (standaard vandaag)")
        parser.add_argument("--proef", action="store_true", help="laat zien wat er zou veranderen en verander niets")
        parser.add_argument("--json", action="store_true", help="schrijf alleen een JSON-object")

    def handle(self, *args: Any, **opties: Any) -> None:
        on = _dag(opties["on"])
        if on > timezone.localdate() and not (opties["proef"] or settings.DEMO):
            raise Fout(f"{on} ligt in de toekomst. Gebruik --proef om vooruit te kijken; er verandert dan niets.")
        totaal = self._bewaak(on, proef=opties["proef"])
        self.stdout.write(_json(totaal) if opties["json"] else _tekst(totaal, proef=opties["proef"]))

    def _bewaak(self, on: date, *, proef: bool) -> Telling:
        totaal, at = Telling(on=on), timezone.now()
        mislukt = []
        for gemeente in Gemeente.objects.order_by("code"):
            try:
                with transaction.atomic() if proef else nullcontext():
                    totaal.tel_op(bewaak(gemeente=gemeente, on=on, at=at))
                    if proef:
                        transaction.set_rollback(True)
                if not proef:
                    verstuur_digests(gemeente=gemeente, on=on, at=at)
            except Exception as fout:
                meld_fout(gemeente, on, fout)
                mislukt.append(gemeente.naam)
        if mislukt:
            raise Fout(f"De bewaking is mislukt voor {', '.join(mislukt)}. De andere gemeenten zijn bijgewerkt.")
        return totaal


def _dag(tekst: str | None) -> date:
    try:
        return date.fromisoformat(tekst) if tekst else timezone.localdate()
    except ValueError as fout:
        raise Fout(f"'{tekst}' is geen datum. Schrijf een datum als JJJJ-MM-DD.") from fout


def _json(telling: Telling) -> str:
    gegevens = {**vars(telling), "on": telling.on.isoformat(), "ingehaald": [d.isoformat() for d in telling.ingehaald]}
    return json.dumps(gegevens)


def _tekst(telling: Telling, *, proef: bool) -> str:
    kop = "Proef: er is niets veranderd." if proef else "De termijnen zijn bewaakt."
    ingehaald = f" Ingehaald: {len(telling.ingehaald)} dagen." if telling.ingehaald else ""
    return (
        f"{kop} Dag: {telling.on}. Open dossiers: {telling.dossiers}. Overgangen: {telling.overgangen}. "
        f"Signalen: {telling.signalen}. Herberekend: {telling.gewijzigd}.{ingehaald} ({telling.duur_s:.2f} s)"
    )

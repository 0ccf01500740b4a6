from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.management.base import CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User
from cases.actions.basis import ActieFout
from cases.actions.inrichten import gemeente_inrichten, zonder_wachtwoord
from cases.beleid import PROFIELEN
from cases.management.commando import Commando, Fout, lees_dag
from cases.models import Beleid


class Command(Commando):
    """Make a gemeente with its beleid and first beheerder, and print the link with which that one chooses a password.

    Nothing is mailed, as mail may not work yet. Run again for a beheerder without password it prints a new link.
    """

    help = "Maak een gemeente met haar beleid en haar eerste beheerder. De beheerder nodigt de anderen uit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="de gemeentecode van het CBS, vier cijfers")
        parser.add_argument("gemeente", metavar="NAAM", help="de naam van de gemeente")
        parser.add_argument("--beheerder", required=True, metavar="EMAIL", help="hiermee logt de beheerder in")
        parser.add_argument("--naam", required=True, help="de naam van de beheerder")
        parser.add_argument("--profiel", required=True, choices=Beleid.Profiel.values, help="het beleid")
        parser.add_argument("--vanaf", metavar="JJJJ-MM-DD", help="vanaf wanneer het beleid geldt (standaard vandaag)")
        parser.add_argument("--bron", default="", help="het besluit waarin het beleid staat (standaard de handreiking)")
        parser.add_argument("--proef", action="store_true", help="controleer alles en verander niets")

    def handle(self, *args: Any, **opties: Any) -> None:
        if user := zonder_wachtwoord(code=opties["code"], email=opties["beheerder"]):
            self.stdout.write(f"{user.naam} is al beheerder, maar koos nog geen wachtwoord.\n{_link(user)}")
            return
        profiel = Beleid.Profiel(opties["profiel"])
        with transaction.atomic():
            try:
                gemeente, user = gemeente_inrichten(
                    code=opties["code"],
                    naam=opties["gemeente"],
                    profiel=profiel,
                    geldig_vanaf=lees_dag(opties["vanaf"]),
                    bron=opties["bron"] or PROFIELEN[profiel].bron,
                    email=opties["beheerder"],
                    beheerder=opties["naam"],
                    on=timezone.localdate(),
                )
            except ActieFout as fout:
                raise Fout(str(fout)) from fout
            beleid = gemeente.beleid.get()
            if opties["proef"]:
                transaction.set_rollback(True)
        if opties["proef"]:
            self.stdout.write(f"Proef: er is niets veranderd. Gemeente {gemeente.naam} kan zo worden gemaakt.")
            return
        self.stdout.write(f"Gemeente {gemeente.naam} ({gemeente.code}) is gemaakt. Beleid: {beleid}.")
        self.stdout.write(f"Beheerder: {user.naam}, {user.email}.\n{_link(user)}")


def _link(user: User) -> str:
    """Say how this beheerder gets in: with the password they have, or by a link to choose one."""
    if user.has_usable_password():
        return "Dit account bestond al: log in met het wachtwoord dat u al heeft."
    uid, token = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    adres = settings.BASIS_URL + reverse("wachtwoord_kiezen", args=[uid, token])
    return f"Kies binnen drie dagen een wachtwoord, en geef deze link aan niemand anders:\n{adres}"

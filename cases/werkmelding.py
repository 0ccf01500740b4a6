"""What the page of a user says of their open work, for who is about to switch the account off."""

from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.registratie import Melding, registreer_gebruikersmelding
from cases.models import Dossier, Taak
from config.weergave import telwoord


@registreer_gebruikersmelding
class OpenWerk:
    """The open dossiers and taken of somebody: a coördinator gives them to colleagues, best before they leave."""

    def melding(self, gebruiker: User, gemeente: Gemeente, kijker: User) -> Melding | None:
        dossiers = Dossier.objects.filter(gemeente=gemeente).van(gebruiker).open().count()
        taken = Taak.objects.open().filter(gemeente=gemeente, voor=gebruiker).count()
        if not dossiers and not taken:
            return None
        delen = [
            telwoord(aantal, *woorden)
            for aantal, woorden in ((dossiers, ("open dossier", "open dossiers")), (taken, ("open taak", "open taken")))
            if aantal
        ]
        tekst = f"{gebruiker.naam} heeft nog {' en '.join(delen)}."
        if kijker.mag(Permission.DOSSIER_TOEWIJZEN, gemeente.pk):
            url = reverse("werk_overnemen", args=[gemeente.code, gebruiker.pk])
            return Melding(tekst, url, "Laat het werk overnemen")
        return Melding(f"{tekst} Vraag een coördinator om dit werk te laten overnemen.")

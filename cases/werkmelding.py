"""What the page of a user says of their open work, for who is about to switch the account off."""

from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.registratie import Melding, registreer_gebruikersmelding
from cases.models import Taak
from cases.verdeelbron import tel_dossiers
from cases.verdeling import werk_in_woorden


@registreer_gebruikersmelding
class OpenWerk:
    """What asks work of somebody: a coördinator gives it to colleagues, best before they leave."""

    def melding(self, gebruiker: User, gemeente: Gemeente, kijker: User) -> Melding | None:
        dossiers, andere = tel_dossiers(gemeente, gebruiker)
        taken = Taak.objects.open().filter(gemeente=gemeente, voor=gebruiker).count()
        if not (werk := werk_in_woorden(dossiers, andere, taken)):
            return None
        tekst = f"{gebruiker.naam} heeft nog {werk}."
        if kijker.mag(Permission.DOSSIER_TOEWIJZEN, gemeente.pk):
            url = reverse("werk_overnemen", args=[gemeente.code, gebruiker.pk])
            return Melding(tekst, url, "Laat het werk overnemen")
        return Melding(f"{tekst} Vraag een coördinator om dit werk te laten overnemen.")

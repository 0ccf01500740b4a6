"""What nazorg shows on the pages of a dossier: its cards and steps, its side menu, history and work actions."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.keuzes import UhtStatus
from cases.kop import mag_bewerken
from cases.models import Dossier
from cases.registratie import (
    Zijpunt,
    registreer_binding,
    registreer_historie,
    registreer_menu,
    registreer_nachtwerk,
    registreer_statuspagina,
    registreer_werkactie,
)
from cases.status import Status
from nazorg import panelen, stappen  # noqa: F401  # the cards and the steps register themselves
from nazorg.actions.acclimatisatie import VOOR_ACCLIMATISATIE
from nazorg.actions.klaarzetten import zet_klaar
from nazorg.bron import nazorg_van
from nazorg.gronden import TE_BEEINDIGEN
from nazorg.models import Acclimatisatie, Beeindiging, Nazorgcontact, Nazorgtraject


@registreer_menu
class Nazorgmenu:
    """The nazorg where there is one; the end of the support and a message of UHT for who may record them."""

    def punten(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        status, punten = Status(dossier.status), []
        if nazorg := nazorg_van(dossier):
            aantal = nazorg.te_houden if status == Status.NAZORG else None
            punten.append(Zijpunt(label="Nazorg", url=_url("nazorg", dossier), volgorde=30, aantal=aantal))
        if status == Status.ACCLIMATISATIE:
            url = f"{dossier.get_absolute_url()}#acclimatisatie"
            punten.append(Zijpunt(label="Acclimatisatie", url=url, volgorde=5))
        if status in TE_BEEINDIGEN and user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id):
            punten.append(Zijpunt(label="Beëindigen", url=_url("beeindigen", dossier), volgorde=70))
        if status in VOOR_ACCLIMATISATIE and mag_bewerken(dossier, user):
            punten.append(Zijpunt(label="Niet erkend", url=_url("acclimatisatie", dossier), volgorde=75))
        return punten


def _url(naam: str, dossier: Dossier) -> str:
    return reverse(naam, args=[dossier.nummer])


@registreer_nachtwerk
class Klaarzetten:
    """On day 30 of the acclimatisatie a besluit waits for who may take it."""

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        return zet_klaar(gemeente=gemeente, dag=dag, at=at)


@registreer_binding
class HeeftEinde:
    """The end of the support, and what follows it."""

    wat = "een beëindiging of nazorg"
    is_definitief = True

    def heeft(self, dossier: Dossier) -> bool:
        return any(
            model.objects.filter(dossier=dossier).exists() for model in (Beeindiging, Acclimatisatie, Nazorgtraject)
        )


@registreer_historie
class Nazorghistorie:
    """The nazorg and its contacts."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [
            Nazorgtraject.history.filter(dossier=dossier.pk),
            Nazorgcontact.history.filter(traject__dossier=dossier.pk),
        ]


registreer_statuspagina(UhtStatus.NIET_ERKEND, "acclimatisatie", VOOR_ACCLIMATISATIE)
registreer_werkactie("acclimatisatie", "Afronden", "beeindigen")
registreer_werkactie("nazorg_contact", "Contact vastleggen", "nazorg")
registreer_werkactie("nazorg_einde", "Nazorg afsluiten", "nazorg_afsluiten")

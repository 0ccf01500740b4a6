"""What nazorg shows on the pages of a dossier: its cards and steps, its side menu, history and work actions."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.beleid_bron import regels_van
from cases.gesproken import registreer_gesprekdagen
from cases.herstelbron import Herstelkeuze, Rij, registreer_herstelbron
from cases.keuzes import UhtStatus
from cases.kop import mag_bewerken
from cases.models import Dossier
from cases.registratie import (
    Zijpunt,
    registreer_binding,
    registreer_historie,
    registreer_menu,
    registreer_nachtblik,
    registreer_nachtwerk,
    registreer_statuspagina,
    registreer_werkactie,
)
from cases.status import Status
from cases.statusvraag import TOCH
from cases.vraagkaart import registreer_vraagpagina
from nazorg import panelen, stappen, statusvolger  # noqa: F401  # they register themselves
from nazorg.actions.acclimatisatie import VOOR_ACCLIMATISATIE
from nazorg.actions.contactnacht import CONTACT_GING_VOORBIJ, laat_contacten_ingaan
from nazorg.actions.heropenen import heropenen, weigering_heropenen
from nazorg.actions.klaarzetten import IS_KLAAR, list_straks_klaar, zet_klaar
from nazorg.actions.stoppen import IN_ACCLIMATISATIE
from nazorg.actions.verbeteren import TE_HEROPENEN, weigering_heropenen_nazorg
from nazorg.bron import NA_HET_EINDE, eindgrond_van, nazorg_van
from nazorg.gronden import TE_BEEINDIGEN, VOOR_EINDGROND, gronden_met_termijn
from nazorg.models import Acclimatisatie, Beeindiging, Eindgrond, Nazorgcontact, Nazorgtraject
from planvanaanpak.heropening import registreer_heropening
from planvanaanpak.hervatting import registreer_hervatting
from planvanaanpak.models import Beroep, Besluit

# In which there can be a nazorg, also one that lapsed when its end was taken back; other pages need not ask.
KAN_NAZORG_HEBBEN = NA_HET_EINDE | {Status.UITVOERING, Status.PLAN_VAN_AANPAK}


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
        if status in VOOR_EINDGROND and mag_bewerken(dossier, user) and self._kan_eindgrond(dossier):
            punten.append(Zijpunt(label="Einde voorbereiden", url=_url("eindgrond_nieuw", dossier), volgorde=69))
        if status in VOOR_ACCLIMATISATIE and mag_bewerken(dossier, user):
            punten.append(Zijpunt(label="Niet erkend", url=_url("acclimatisatie", dossier), volgorde=75))
        return punten

    def _kan_eindgrond(self, dossier: Dossier) -> bool:
        return bool(gronden_met_termijn(regels_van(dossier))) and eindgrond_van(dossier) is None


def _url(naam: str, dossier: Dossier) -> str:
    return reverse(naam, args=[dossier.nummer])


@registreer_nachtwerk
class Klaarzetten:
    """On day 30 of the acclimatisatie a besluit waits for who may take it."""

    nodig = IS_KLAAR

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        return zet_klaar(gemeente=gemeente, dag=dag, at=at)


@registreer_nachtwerk
class Contactnacht:
    """A contact that was skipped does not keep the next ones from being warned about."""

    nodig = CONTACT_GING_VOORBIJ

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        return laat_contacten_ingaan(gemeente=gemeente, dag=dag, at=at)


@registreer_nachtblik
class StraksKlaar:
    """The besluiten that will wait, for the look ahead."""

    def straks(self, gemeente: Gemeente, on: date) -> list[tuple[str, str, date]]:
        return list_straks_klaar(gemeente, on)


@registreer_binding
class HeeftEinde:
    """The end of the support, and what follows it."""

    wat = "een beëindiging of nazorg"
    is_definitief = True

    def heeft(self, dossier: Dossier) -> bool:
        loopt_af = Acclimatisatie.objects.filter(dossier=dossier, hervat_op=None).exists()
        return loopt_af or any(model.objects.filter(dossier=dossier).exists() for model in (Beeindiging, Nazorgtraject))


@registreer_binding
class HeeftEindgrond:
    """A ground to end the support, with its clock."""

    wat = "een grond om te beëindigen"
    is_definitief = False

    def heeft(self, dossier: Dossier) -> bool:
        return Eindgrond.objects.geldig().filter(dossier=dossier).exists()


@registreer_herstelbron
class Nazorgherstel:
    """The contacts that were held, and a nazorg that closed the dossier."""

    def keuzes(self, dossier: Dossier, user: User) -> list[Herstelkeuze]:
        if dossier.status not in TE_HEROPENEN or weigering_heropenen_nazorg(dossier):
            return []
        tekst = (
            "De nazorg is per ongeluk of te vroeg afgesloten. Het dossier gaat weer open, en de termijnen lopen weer."
        )
        return [Herstelkeuze("Nazorg afgesloten", tekst, "Nazorg weer openen", _url("nazorg_heropenen", dossier))]

    def rijen(self, dossier: Dossier) -> list[Rij]:
        if dossier.status not in KAN_NAZORG_HEBBEN:
            return []
        gehouden = Nazorgcontact.objects.filter(traject__dossier=dossier, gehouden_op__isnull=False)
        return [
            Rij(
                tekst=f"{contact}, {contact.get_kanaal_display().lower()}",
                dag=contact.gehouden_op,
                door=contact.gehouden_door.naam,
                url=reverse("nazorgcontact_wijzigen", args=[dossier.nummer, contact.pk]),
            )
            for contact in gehouden.select_related("gehouden_door")
            if contact.gehouden_op and contact.gehouden_door
        ]


@registreer_gesprekdagen
def in_nazorgcontact(dossier: Dossier) -> QuerySet[Any, Any]:
    gehouden = Nazorgcontact.objects.filter(traject__dossier=dossier, gehouden_op__isnull=False)
    return gehouden.values_list("gehouden_op")


@registreer_gesprekdagen
def in_eindgesprek(dossier: Dossier) -> QuerySet[Any, Any]:
    gehouden = Eindgrond.objects.geldig().filter(dossier=dossier, eindgesprek_op__isnull=False)
    return gehouden.values_list("eindgesprek_op")


@registreer_historie
class Nazorghistorie:
    """The ground to end the support, the nazorg and its contacts."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [
            Eindgrond.history.filter(dossier=dossier.pk),
            Nazorgtraject.history.filter(dossier=dossier.pk),
            Nazorgcontact.history.filter(traject__dossier=dossier.pk),
        ]


@registreer_heropening
class EindeTerug:
    """The support goes on when the besluit that ended it is taken back."""

    def weigering(self, besluit: Besluit) -> str:
        return weigering_heropenen(besluit)

    def heropen(self, besluit: Besluit, met: Besluit | Beroep, *, by: User, at: datetime, on: date) -> None:
        heropenen(besluit=besluit, met=met, by=by, at=at, on=on)


registreer_hervatting("plan_hervatten")
registreer_statuspagina(UhtStatus.NIET_ERKEND, "acclimatisatie", VOOR_ACCLIMATISATIE)
for toch in TOCH:
    registreer_vraagpagina(UhtStatus(toch), "Ondersteuning hervatten", "hervatten", IN_ACCLIMATISATIE)
registreer_vraagpagina(UhtStatus.ZELF_AFGEMELD, "Beëindigen", "beeindigen", TE_BEEINDIGEN)
registreer_werkactie("beeindiging", "Beëindigen", "beeindigen")
registreer_werkactie("nazorg_stop", "Nazorg stoppen", "nazorg_stoppen")
registreer_werkactie("acclimatisatie", "Afronden", "beeindigen")
registreer_werkactie("nazorg_contact", "Contact vastleggen", "nazorg")
registreer_werkactie("nazorg_einde", "Nazorg afsluiten", "nazorg_afsluiten")

"""What the aanmelding adds to the pages of a dossier: a card, a next step, an entry of the menu, and its history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from cases.aanmeldbeeld import aanmeldfeiten, nog_nodig
from cases.keuzes import ZONDER_RECHT, UhtStatus, WilOndersteuning
from cases.kop import mag_bewerken
from cases.models import Aanmelding, Dossier
from cases.registratie import (
    Stap,
    Zijpunt,
    registreer_historie,
    registreer_menu,
    registreer_paneel,
    registreer_stap,
)
from cases.status import VOOR_EERSTE_GESPREK, Status

GEEN_HULP = 10


@registreer_paneel
class Aanmeldkaart:
    volgorde = 20
    template = "cases/_paneel_aanmelding.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show how somebody came, whether they want help, and what is still missing."""
        acties = [("Bekijken", reverse("aanmelding", args=[dossier.nummer]))]
        if dossier.status in VOOR_EERSTE_GESPREK and mag_bewerken(dossier, user):
            acties.append(("Wil nu geen hulp", reverse("hulp_afwijzen", args=[dossier.nummer])))
        return {"feiten": aanmeldfeiten(dossier), "nog_nodig": nog_nodig(dossier), "acties": acties}


@registreer_stap
class GeenHulp:
    """Say that somebody wants no help now, and how to go on when they ask for it."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.GEEN_HULP:
            return None
        later = dossier.aanmelding.wil_ondersteuning == WilOndersteuning.LATER
        titel = "De inwoner wil nu geen hulp, misschien later" if later else "De inwoner wil geen hulp"
        if UhtStatus(dossier.uht_status) in ZONDER_RECHT:
            tekst = f"Er lopen geen termijnen. De status bij UHT is {dossier.get_uht_status_display().lower()}."
            return Stap(volgorde=GEEN_HULP, titel=titel, tekst=f"{tekst} Er is geen recht op ondersteuning.")
        mag = mag_bewerken(dossier, user)
        return Stap(
            volgorde=GEEN_HULP,
            titel=titel,
            tekst="Er lopen geen termijnen. Vraagt de inwoner toch om hulp? Dan lopen ze weer vanaf die dag.",
            knop="Hulp hervatten" if mag else "",
            url=reverse("hulp_hervatten", args=[dossier.nummer]) if mag else "",
            tweede_knop="Dit was een vergissing" if mag else "",
            tweede_url=reverse("hulp_vergissing", args=[dossier.nummer]) if mag else "",
        )


@registreer_menu
class Aanmeldmenu:
    def punten(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        """Give the page of the aanmelding, first after the overview."""
        return [Zijpunt(label="Aanmelding", url=reverse("aanmelding", args=[dossier.nummer]), volgorde=5)]


@registreer_historie
class Aanmeldhistorie:
    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [Aanmelding.history.filter(dossier=dossier.pk)]

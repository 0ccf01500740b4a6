"""The controlepunten of two dossiers that become one, and what a merge leaves to a person."""

from datetime import datetime

from accounts.models import User
from cases.actions.aanmelden import controlepunt_maken
from cases.models import Controlepunt, Dossier
from cases.zoekvraag import DOSSIERNUMMER


def beantwoord_punten(dossier: Dossier, ander: Dossier, *, by: User, at: datetime) -> None:
    """Close the question whether the two are one person: this merge answers it. About a third dossier it stays."""
    for een, tweede in ((dossier, ander), (ander, dossier)):
        punt = een.controlepunten.filter(soort=Controlepunt.Soort.DUBBEL, afgehandeld_op=None).first()
        if punt is not None and set(DOSSIERNUMMER.findall(punt.tekst)) == {tweede.nummer}:
            punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting = at, by, "De dossiers zijn samengevoegd."
            punt.save(update_fields=["afgehandeld_op", "afgehandeld_door", "toelichting"])


def sluit_dubbel_punt(dossier: Dossier, punt: Controlepunt, *, by: User, at: datetime) -> None:
    """Of two open points of one kind keep one, with both texts: a dossier has one open point of a kind."""
    dubbel = dossier.controlepunten.filter(soort=punt.soort, afgehandeld_op=None).exists()
    if punt.afgehandeld_op is not None or not dubbel:
        return
    zet_punt(dossier, punt.soort, punt.tekst)
    punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting = at, by, "Staat nu bij het andere punt."
    punt.save(update_fields=["afgehandeld_op", "afgehandeld_door", "toelichting"])


def zet_punt(dossier: Dossier, soort: str, tekst: str) -> None:
    """Ask for a look at something, after what an open point of this kind asks already."""
    controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort(soort), tekst=tekst)

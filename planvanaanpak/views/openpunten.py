"""What stands in the way of a besluit, with the place where each point is done: the same on the page of every kind."""

from collections.abc import Iterable, Sequence
from datetime import date

from accounts.models import User
from cases.actions.basis import ActieFout
from cases.models import Dossier
from planvanaanpak.actions.besluit import ga_door_de_poort
from planvanaanpak.models import Voorziening
from planvanaanpak.nodig import HARDHEID, Planpunt
from planvanaanpak.views.planpagina import Nodigpunt, nodigpunten


def open_punten(punten: Iterable[Planpunt], dossier: Dossier, by: User) -> list[Nodigpunt]:
    return nodigpunten([punt for punt in punten if not punt.klaar], dossier, by)


def vensterpunten(dossier: Dossier, voorstellen: Sequence[Voorziening], on: date) -> tuple[Planpunt, ...]:
    """Say that a venster has closed for what is proposed: without hardheidsclausule that can't be granted any more."""
    try:
        ga_door_de_poort(dossier, list(voorstellen), on)
    except ActieFout as fout:
        return (Planpunt(klaar=False, tekst=str(fout), doel=HARDHEID),)
    return ()

"""The gate that every road passes on which something is granted or an obligation is made."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar
from cases.models import Dossier, Hardheidsbesluit
from cases.poorten import DEKT, Poort, list_regels
from cases.poorten_bron import poorten_van, te_gebruiken
from cases.status import Status


class PoortDicht(ActieFout):
    """A gate that is closed; its page says what the hardheidsclausule asks."""

    def __init__(self, dossier: Dossier, poort: Poort) -> None:
        super().__init__(poort.weigering)
        self.poort = poort
        self.url, self.url_tekst = reverse("hardheid", args=[dossier.nummer]), "Naar de hardheidsclausule"


def eis_poorten_open(dossier: Dossier, on: date, *, materieel: bool) -> list[Hardheidsbesluit]:
    """Refuse a grant that a closed gate forbids; gives the hardheidsbesluiten that let it through.

    `on` is the day of deciding: that counts, not the day of delivery (VNG handreiking 2025 §4.3). A dossier
    whose eerste gesprek was before the law of 1-1-2025 is only warned on screen (decision 1071). Call it with the
    dossier locked.
    """
    poorten = poorten_van(dossier, on)
    na_niet_erkend = dossier.status == Status.ACCLIMATISATIE
    nodig = [poorten[r] for r in list_regels(materieel=materieel, na_niet_erkend=na_niet_erkend) if r in poorten]
    dicht = [poort for poort in nodig if poort.is_dicht]
    for poort in dicht:
        if poort.weigert:
            raise PoortDicht(dossier, poort)
    return _kies([poort.regel for poort in dicht], te_gebruiken(dossier)) if dicht else []


def _kies(dicht: list[str], open_: list[Hardheidsbesluit]) -> list[Hardheidsbesluit]:
    """Give as few as open all of these: one for the two jaar also opens the six maanden."""
    gekozen: list[Hardheidsbesluit] = []
    for regel in dicht:
        if not any(regel in DEKT[rij.regel] for rij in gekozen):
            gekozen.append(next(rij for rij in open_ if regel in DEKT[rij.regel]))
    return gekozen


def gebruik_hardheid(hardheden: Iterable[Hardheidsbesluit], besluit: str, *, by: User) -> None:
    """Store the number of the besluit that went through: a hardheidsbesluit opens a gate for one besluit only."""
    for rij in hardheden:
        rij.besluit = besluit
        bewaar(rij, by=by, velden=["besluit"], reden=f"gebruikt in besluit {besluit}")

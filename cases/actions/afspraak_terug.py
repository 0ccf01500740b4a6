"""Bring back the afspraak that a gesprek closed, once that gesprek is withdrawn."""

from dataclasses import dataclass

from accounts.models import User
from cases.actions.basis import bewaar
from cases.keuzes import AfspraakSoort, AfspraakStatus, TaakSoort
from cases.models import Afspraak, Dossier, Gesprek, Taak
from cases.status import OPEN, VOOR_EERSTE_GESPREK, Status
from config.weergave import datum as datumtekst


@dataclass(frozen=True)
class Terug:
    """The afspraak of a gesprek that is withdrawn; `waarom_niet` says why it can't be planned again."""

    afspraak: Afspraak
    waarom_niet: str

    @property
    def zin(self) -> str:
        """Say what became of it, for the event."""
        wat = f"is afgezegd: {self.waarom_niet}" if self.waarom_niet else "staat weer gepland"
        return f" De afspraak van {datumtekst(self.afspraak.datum)} {wat}."

    @property
    def gegevens(self) -> dict[str, int]:
        return {"afspraak": self.afspraak.pk}


def zoek_afspraak(gesprek: Gesprek, dossier: Dossier, status: Status) -> Terug | None:
    """Give the afspraak that a gesprek closed, and what becomes of it in a dossier that has this status without it."""
    afspraak = Afspraak.objects.filter(gesprek=gesprek, status=AfspraakStatus.GEHOUDEN).first()
    return Terug(afspraak, _waarom_niet(afspraak, dossier, status)) if afspraak else None


def heropen_afspraak(gesprek: Gesprek, dossier: Dossier, *, by: User, reden: str) -> Terug | None:
    """Let the afspraak of a gesprek be planned as it was, with its taken: part of the action that withdraws, and logs.

    One that could not be planned now is cancelled, as it would have been without the gesprek: nobody came.
    """
    terug = zoek_afspraak(gesprek, dossier, Status(dossier.status))
    if terug is None:
        return None
    afspraak = terug.afspraak
    afspraak.status = AfspraakStatus.AFGEZEGD if terug.waarom_niet else AfspraakStatus.GEPLAND
    afspraak.gesprek = None
    bewaar(afspraak, by=by, velden=["status", "gesprek"], reden=reden)
    for taak in _gesloten_taken(afspraak):
        taak.gedaan_op = taak.gedaan_door = None
        taak.is_vervallen = bool(terug.waarom_niet)
        taak.voor_id = dossier.casusregisseur_id or taak.voor_id
        bewaar(taak, by=by, velden=["gedaan_op", "gedaan_door", "is_vervallen", "voor"], reden=reden)
    return terug


def _waarom_niet(afspraak: Afspraak, dossier: Dossier, status: Status) -> str:
    """Say why this afspraak can't be planned now, by the rules of planning one; its day may have passed."""
    if status not in OPEN:
        return f"dit dossier staat op '{status.label}'"
    if dossier.persoon.datum_overlijden is not None:
        return "de inwoner is overleden"
    if afspraak.soort != AfspraakSoort.EERSTE_GESPREK:
        return ""
    if status not in VOOR_EERSTE_GESPREK:
        return "het eerste gesprek is al geweest"
    ander = dossier.afspraken.filter(soort=AfspraakSoort.EERSTE_GESPREK, status=AfspraakStatus.GEPLAND).first()
    return f"er staat al een eerste gesprek gepland op {datumtekst(ander.datum)}" if ander else ""


def _gesloten_taken(afspraak: Afspraak) -> list[Taak]:
    """Give what closing the afspraak took along: the taak of its day, and the reminder unless that was done before."""
    taken = Taak.objects.select_for_update().filter(afspraak=afspraak).order_by("-pk")
    gevonden = [taken.filter(soort=TaakSoort.AFSPRAAK, datum=afspraak.datum).first()]
    if afspraak.herinneren_op is not None:
        herinnering = taken.filter(soort=TaakSoort.HERINNERING, datum=afspraak.herinneren_op).first()
        gevonden.append(herinnering if herinnering and herinnering.gedaan_op is None else None)
    return [taak for taak in gevonden if taak is not None]

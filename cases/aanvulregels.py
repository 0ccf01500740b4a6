"""How a letter that asks to complete the aanvraag stands, in words, and what can be done about it now."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects
from django.urls import reverse

from cases.actions.aanvulklokken import aanleiding_van
from cases.models import Aanvulling, Dossier, Termijn
from cases.termijnstatus import TermijnStatus
from config.weergave import datum, datum_lang

Acties = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Aanvulregel:
    rij: Aanvulling
    stand: str
    acties: Acties


def klok_van(dossier: Dossier, rij: Aanvulling, regel: str) -> Termijn | None:
    """Give the clock of a letter that was not dropped, from the clocks that a page has fetched."""
    van_brief = (t for t in dossier.termijnen.all() if t.regel == regel and t.aanleiding == aanleiding_van(rij))
    return next((termijn for termijn in van_brief if termijn.status != TermijnStatus.VERVALLEN), None)


def aanvullingen_van(dossier: Dossier) -> list[Aanvulling]:
    """Give the letters of a dossier, the newest on top, read once for the card and the step."""
    if not dossier.kan_hebben("aanvullingen"):
        return []
    prefetch_related_objects([dossier], "aanvullingen")
    return list(dossier.aanvullingen.all())


def stand_in_woorden(rij: Aanvulling, on: date) -> str:
    """Say whether the college waits, what came, or what it chose."""
    if rij.verder_op is not None:
        return f"Niet aangevuld. Sinds {datum(rij.verder_op)} verder behandeld: {rij.verder_reden}"
    if rij.ontvangen_op is not None:
        wat = "de aanvraag is compleet" if rij.is_volledig else "de aanvraag is nog niet compleet"
        te_laat = " (na de laatste dag)" if rij.ontvangen_op > rij.uiterlijk else ""
        return f"Ontvangen op {datum(rij.ontvangen_op)}{te_laat}: {wat}. {rij.toelichting}".strip()
    if on <= rij.uiterlijk:
        return f"De inwoner kan aanvullen tot en met {datum_lang(rij.uiterlijk)}."
    return f"De termijn om aan te vullen liep tot en met {datum_lang(rij.uiterlijk)}. Er is niets vastgelegd."


def list_acties(rij: Aanvulling, nummer: str, on: date) -> Acties:
    """Give what somebody can do now, the most likely first."""
    acties = []
    if rij.is_open:
        acties.append(("Aanvulling ontvangen", "aanvulling_ontvangen"))
    if kan_verder(rij, on):
        acties.append(("Verder zonder aanvulling", "aanvulling_verder"))
    acties.append(("Intrekken", "aanvulling_intrekken"))
    return tuple((label, reverse(naam, args=[nummer, rij.pk])) for label, naam in acties)


def kan_verder(rij: Aanvulling, on: date) -> bool:
    """Tell whether the college can choose to decide without it: the time has passed, or too little came."""
    if rij.verder_op is not None or rij.is_volledig:
        return False
    return rij.ontvangen_op is not None or on > rij.uiterlijk

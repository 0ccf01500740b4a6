"""Mark a dossier as acute or give it voorrang, and take that back: its place in the lists follows."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.keuzes import BedreigendeSituatie
from cases.models import Dossier
from cases.rang import rang_van
from cases.status import OPEN

ACUUT = ["acuut", "acuut_toelichting", "acuut_op", "acuut_door"]
VOORRANG = ["voorrang_reden", "voorrang_op", "voorrang_door"]


@transaction.atomic
def acuut_melden(
    *, dossier: Dossier, situatie: BedreigendeSituatie, toelichting: str, by: User, at: datetime
) -> Dossier:
    """Mark a dossier as acute: straight to a first plan (VNG handreiking 2025 §4.2), on top of every list.

    Another situation takes the place of the one before; saying the same twice changes nothing. Raises ActieFout for a
    closed dossier.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een bedreigende situatie melden")
    if (dossier.acuut, dossier.acuut_toelichting) == (situatie, toelichting.strip()):
        return dossier
    dossier.acuut, dossier.acuut_toelichting = situatie, toelichting.strip()
    dossier.acuut_op, dossier.acuut_door = at, by
    _bewaar_rang(dossier, ACUUT, by=by, reden=dossier.acuut_toelichting)
    tekst = f"Bedreigende situatie gemeld: {BedreigendeSituatie(situatie).label.lower()}."
    log(dossier, "acuut", tekst, by=by, at=at, reden=dossier.acuut_toelichting)
    return dossier


@transaction.atomic
def acuut_opheffen(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Take the mark away, with how the situation was solved; of a closed dossier too. What was reported stays told."""
    dossier = vergrendel(dossier)
    if not dossier.acuut:
        raise ActieFout("Dit dossier is niet acuut. Er is niets om op te heffen.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de situatie niet meer bedreigend is.")
    tekst = f"Bedreigende situatie voorbij: {dossier.get_acuut_display().lower()}."
    dossier.acuut, dossier.acuut_toelichting = "", ""
    dossier.acuut_op = dossier.acuut_door = None
    _bewaar_rang(dossier, ACUUT, by=by, reden=reden.strip())
    log(dossier, "acuut", tekst, by=by, at=at, reden=reden.strip())
    return dossier


@transaction.atomic
def voorrang_geven(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Help somebody before those who came first, with the reason; `by` decides ("FIFO, tenzij", herijking 2022).

    A new reason takes the place of the one before. Raises ActieFout without a reason or for a closed dossier.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Voorrang geven")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom dit dossier voorgaat.")
    if dossier.voorrang_reden == reden.strip():
        return dossier
    dossier.voorrang_reden, dossier.voorrang_op, dossier.voorrang_door = reden.strip(), at, by
    _bewaar_rang(dossier, VOORRANG, by=by, reden=reden.strip())
    log(dossier, "voorrang", "Voorrang gegeven.", by=by, at=at, reden=reden.strip())
    return dossier


@transaction.atomic
def voorrang_intrekken(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Put a dossier back in the order of aanmelding, with the reason; of a closed dossier too."""
    dossier = vergrendel(dossier)
    if not dossier.voorrang_reden:
        raise ActieFout("Dit dossier heeft geen voorrang. Er is niets om in te trekken.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de voorrang stopt.")
    dossier.voorrang_reden, dossier.voorrang_op, dossier.voorrang_door = "", None, None
    _bewaar_rang(dossier, VOORRANG, by=by, reden=reden.strip())
    log(dossier, "voorrang", "Voorrang ingetrokken.", by=by, at=at, reden=reden.strip())
    return dossier


def _bewaar_rang(dossier: Dossier, velden: list[str], *, by: User, reden: str) -> None:
    dossier.rang = rang_van(acuut=dossier.acuut, voorrang_reden=dossier.voorrang_reden)
    bewaar(dossier, by=by, velden=[*velden, "rang", "updated_at"], reden=reden)

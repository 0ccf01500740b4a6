"""Add, change and withdraw the people around the inwoner, and choose who gets the letters."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.keuzes import BetrokkeneRol, PostAan
from cases.models import Betrokkene, Dossier, Persoon

EERST_POST = (
    "{} krijgt nu de brieven van de inwoner. Kies eerst bij 'Brieven' wie ze voortaan krijgt. Daarna kan dit wel."
)
GEEN_POST = "Kies een vertegenwoordiger met een volledig postadres. Voeg die persoon eerst toe, of vul het adres aan."


@transaction.atomic
def betrokkene_toevoegen(*, dossier: Dossier, gegevens: Mapping[str, Any], by: User, at: datetime) -> Betrokkene:
    """Add somebody with the role they have; in a closed dossier too, as people still write and call."""
    dossier = vergrendel(dossier)
    betrokkene = Betrokkene(dossier=dossier, **gegevens, door=by)
    if eerder := eerder_verzonden(betrokkene, at=at):
        return eerder
    bewaar(betrokkene, by=by)
    log(dossier, "betrokkene", f"{_wie(betrokkene)} toegevoegd.", by=by, at=at, betrokkene=betrokkene.pk)
    return betrokkene


@transaction.atomic
def betrokkene_wijzigen(
    *, betrokkene: Betrokkene, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime
) -> Betrokkene:
    """Change what is known of somebody. Refused when the letters go there and could then no longer arrive."""
    betrokkene = _vergrendel(betrokkene)
    for veld, waarde in wijzigingen.items():
        setattr(betrokkene, veld, waarde)
    if betrokkene.krijgt_post and not betrokkene.kan_post_krijgen:
        raise ActieFout(EERST_POST.format(betrokkene.naam))
    bewaar(betrokkene, by=by, velden=list(wijzigingen), reden=reden)
    log(betrokkene.dossier, "betrokkene", f"Gegevens gewijzigd van {_wie(betrokkene)}.", by=by, at=at, reden=reden)
    return betrokkene


@transaction.atomic
def betrokkene_intrekken(*, betrokkene: Betrokkene, reden: str, by: User, at: datetime) -> Betrokkene:
    """Withdraw somebody who is no longer around, or who was entered by mistake; the row stays in the history."""
    betrokkene = _vergrendel(betrokkene)
    if betrokkene.krijgt_post:
        raise ActieFout(EERST_POST.format(betrokkene.naam))
    betrokkene.ingetrokken_op, betrokkene.ingetrokken_door, betrokkene.ingetrokken_reden = at, by, reden
    velden = ["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"]
    bewaar(betrokkene, by=by, velden=velden, reden=reden)
    log(betrokkene.dossier, "betrokkene", f"{_wie(betrokkene)} is niet meer betrokken.", by=by, at=at, reden=reden)
    return betrokkene


@transaction.atomic
def post_kiezen(
    *, dossier: Dossier, post_aan: PostAan, vertegenwoordiger: Betrokkene | None, reden: str, by: User, at: datetime
) -> Dossier:
    """Choose to whom the letters go from now on; letters that were made do not change.

    Raises ActieFout without a valid vertegenwoordiger of this dossier with a complete postadres.
    """
    dossier = vergrendel(dossier)
    naar = _vertegenwoordiger(dossier, vertegenwoordiger) if post_aan != PostAan.INWONER else None
    for ander in dossier.betrokkenen.select_for_update().filter(krijgt_post=True):
        if naar is None or ander.pk != naar.pk:
            ander.krijgt_post = False
            bewaar(ander, by=by, velden=["krijgt_post"], reden=reden)
    if naar is not None and not naar.krijgt_post:
        naar.krijgt_post = True
        bewaar(naar, by=by, velden=["krijgt_post"], reden=reden)
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    persoon.post_aan = post_aan
    bewaar(persoon, by=by, velden=["post_aan"], reden=reden)
    wie = f": {_wie(naar)}" if naar else ""
    log(dossier, "post", f"Brieven gaan nu {PostAan(post_aan).label.lower()}{wie}.", by=by, at=at, reden=reden)
    return dossier


def _vertegenwoordiger(dossier: Dossier, gekozen: Betrokkene | None) -> Betrokkene:
    rijen = dossier.betrokkenen.select_for_update()
    rij: Betrokkene | None = rijen.filter(pk=gekozen.pk).first() if gekozen else None
    if rij is None or not rij.kan_post_krijgen:
        raise ActieFout(GEEN_POST)
    return rij


def eis_betrokken(betrokkene: Betrokkene) -> None:
    """Refuse to work on somebody who is not around any more."""
    if betrokkene.is_ingetrokken:
        raise ActieFout(f"{betrokkene.naam} is al ingetrokken. Voeg deze persoon zo nodig opnieuw toe.")


def _vergrendel(betrokkene: Betrokkene) -> Betrokkene:
    vergrendel(betrokkene.dossier)
    rij = Betrokkene.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=betrokkene.pk)
    eis_betrokken(rij)
    return rij


def _wie(betrokkene: Betrokkene) -> str:
    """Name somebody with the role, as in the middle of a sentence."""
    rol = betrokkene.get_rol_display()
    return f"{betrokkene.naam} ({rol if betrokkene.rol == BetrokkeneRol.ZAAKBEHANDELAAR_UHT else rol.lower()})"

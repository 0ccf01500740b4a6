"""Keep the prices of a gemeente: the list of the Nibud by edition, and the diensten that are bought for many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, verwijder
from planvanaanpak.models import Dienst, Nibudprijs
from planvanaanpak.prijsregels import Prijsregel

DIENSTVELDEN = ("naam", "uitvoerder", "eenheid", "tarief", "bron", "is_actief")


@dataclass(frozen=True)
class Ingelezen:
    nieuw: int
    gewijzigd: int
    gelijk: int


@transaction.atomic
def nibudprijzen_inlezen(*, gemeente: Gemeente, editie: str, regels: Sequence[Prijsregel], by: User) -> Ingelezen:
    """Take in the prices of one edition: a new artikel is added, one that is there gets the page and price of the list.

    What a voorziening was accounted with stays as it was. Reading the same list twice changes nothing.
    """
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    editie = " ".join(editie.split())
    if not editie or not editie[:4].isdigit():
        raise ActieFout("Begin de editie met het jaar, zoals 2025 of 2025-2026.")
    if not regels:
        raise ActieFout("Er staat geen enkele prijs in de lijst.")
    bekend = {rij.artikel.casefold(): rij for rij in Nibudprijs.objects.filter(gemeente=gemeente, editie=editie)}
    nieuw = gewijzigd = 0
    for regel in regels:
        rij = bekend.get(regel.artikel.casefold())
        if rij is None:
            rij, nieuw = Nibudprijs(gemeente=gemeente, editie=editie), nieuw + 1
        elif (rij.artikel, rij.bladzijde, rij.prijs) == (regel.artikel, regel.bladzijde, regel.prijs):
            continue
        else:
            gewijzigd += 1
        rij.artikel, rij.bladzijde, rij.prijs = regel.artikel, regel.bladzijde, regel.prijs
        bewaar(rij, by=by)
    return Ingelezen(nieuw, gewijzigd, len(regels) - nieuw - gewijzigd)


@transaction.atomic
def nibudprijs_weghalen(*, nibudprijs: Nibudprijs, reden: str, by: User) -> None:
    """Take a price out of the list; refused when a voorziening rests on it."""
    huidig = Nibudprijs.objects.select_for_update().filter(pk=nibudprijs.pk).first()
    if huidig is None:
        raise ActieFout("Deze prijs is intussen weggehaald.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u deze prijs weghaalt.")
    if huidig.voorzieningen.exists():
        raise ActieFout("Op deze prijs rust een voorziening. Klopt hij niet? Lees hem opnieuw in met de juiste prijs.")
    verwijder(huidig, by=by, reden=reden.strip())


@transaction.atomic
def dienst_bewaren(
    *, gemeente: Gemeente, gegevens: Mapping[str, Any], by: User, dienst: Dienst | None = None
) -> Dienst:
    """Add or change a dienst. Another tarief counts for what is proposed from now on; what was accounted for stays."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    dienst = dienst or Dienst(gemeente=gemeente)
    for veld in DIENSTVELDEN:
        if veld in gegevens:
            waarde = gegevens[veld]
            setattr(dienst, veld, waarde.strip() if isinstance(waarde, str) else waarde)
    if not dienst.naam or not dienst.eenheid or not dienst.bron or dienst.tarief <= 0:
        raise ActieFout("Vul de naam, de eenheid, een tarief van meer dan 0 en de bron in.")
    gelijk = Dienst.objects.filter(gemeente=gemeente, naam__iexact=dienst.naam).exclude(pk=dienst.pk)
    if gelijk.exists():
        raise ActieFout(f"De dienst {dienst.naam} is er al. Pas die aan, of kies een andere naam.")
    return bewaar(dienst, by=by)

"""Correct a hulpvraag, move it to another leefgebied, or note that it is not asked any more."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.text import Truncator

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.gesprekken import VAST_TE_STELLEN, eis_geldig
from cases.actions.verbeteren import trek_in
from cases.models import Dossier, Hulpvraag
from config.weergave import datum

# How much of another hulpvraag a refusal tells.
HOOGSTENS_TEKENS = 80


@transaction.atomic
def hulpvraag_wijzigen(
    *, hulpvraag: Hulpvraag, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime
) -> Hulpvraag:
    """Correct the words, the leefgebied or the urgentie of a hulpvraag; a new one is recorded with a gesprek.

    A plan that was begun keeps the hulpvraag as it took it over. Raises ActieFout when there is a hulpvraag on that
    leefgebied already.
    """
    dossier, hulpvraag = _open_hulpvraag(hulpvraag, "Een hulpvraag wijzigen")
    van = hulpvraag.get_leefgebied_display().lower()
    if not wijzigingen.get("tekst", hulpvraag.tekst).strip():
        raise ActieFout("Een hulpvraag kan niet leeg zijn.")
    if "leefgebied" in wijzigingen:
        eis_vrij(hulpvraag, wijzigingen["leefgebied"])
    for veld, waarde in wijzigingen.items():
        setattr(hulpvraag, veld, waarde)
    bewaar(hulpvraag, by=by, velden=list(wijzigingen), reden=reden)
    naar = hulpvraag.get_leefgebied_display().lower()
    tekst = f"Hulpvraag gewijzigd: {van if van == naar else f'van {van} naar {naar}'}."
    log(dossier, "hulpvraag_gewijzigd", tekst, by=by, at=at, reden=reden, hulpvraag=hulpvraag.pk)
    return hulpvraag


@transaction.atomic
def hulpvraag_intrekken(*, hulpvraag: Hulpvraag, reden: str, by: User, at: datetime) -> list[Hulpvraag]:
    """Note that the inwoner asks nothing (more) on a leefgebied; gives the hulpvragen that count no more.

    What earlier gesprekken had there goes along: it would take its place again. No clock moves, and a plan that was
    begun keeps what it took over.
    """
    dossier, hulpvraag = _open_hulpvraag(hulpvraag, "Een hulpvraag intrekken")
    rijen = [hulpvraag, *_eerdere(hulpvraag)]
    for rij in rijen:
        trek_in(rij, reden, by=by, at=at)
    tekst = f"Geen hulpvraag meer: {hulpvraag.get_leefgebied_display().lower()}."
    log(dossier, "hulpvraag_ingetrokken", tekst, by=by, at=at, reden=reden.strip(), hulpvraag=hulpvraag.pk)
    return rijen


def _eerdere(hulpvraag: Hulpvraag) -> list[Hulpvraag]:
    """Give the hulpvragen on the same leefgebied that this one took the place of."""
    gesprek = hulpvraag.gesprek
    eerder = Q(gesprek__datum__lt=gesprek.datum) | Q(gesprek__datum=gesprek.datum, gesprek__lt=gesprek.pk)
    rijen = Hulpvraag.objects.geldig().filter(eerder, dossier=hulpvraag.dossier_id, leefgebied=hulpvraag.leefgebied)
    return list(rijen.select_for_update(of=("self",)))


def _open_hulpvraag(hulpvraag: Hulpvraag, wat: str) -> tuple[Dossier, Hulpvraag]:
    """Lock the dossier and give the hulpvraag as it is now; refused when it or its gesprek was withdrawn."""
    dossier = vergrendel(hulpvraag.dossier)
    nu = Hulpvraag.objects.select_for_update(of=("self",)).select_related("gesprek").get(pk=hulpvraag.pk)
    eis_status(dossier, VAST_TE_STELLEN, wat)
    eis_geldig(nu.gesprek, "Het gesprek van deze hulpvraag")
    eis_geldig(nu, "Deze hulpvraag")
    return dossier, nu


def eis_vrij(hulpvraag: Hulpvraag, leefgebied: str) -> None:
    """Refuse a leefgebied that has another hulpvraag: one of the two would go out of sight. The form asks the same."""
    if leefgebied == hulpvraag.leefgebied:
        return
    daar = Hulpvraag.objects.filter(dossier=hulpvraag.dossier_id, leefgebied=leefgebied).geldend()
    if ander := daar.select_related("gesprek").first():
        raise ActieFout(
            f"Bij {ander.get_leefgebied_display().lower()} staat al een hulpvraag, uit het gesprek van"
            f" {datum(ander.gesprek.datum)}: '{Truncator(ander.tekst).chars(HOOGSTENS_TEKENS)}'"
            f" ({ander.get_urgentie_display().lower()}). Per leefgebied staat er één in het overzicht, dus een van de"
            " twee zou verdwijnen. Zet beide samen in de tekst van die hulpvraag en trek deze in, of trek die eerst in."
        )

"""Correct who a dossier is about: the BSN and the day of birth, which come from UHT."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.bsn import BsnBezet, atomic_with_bsn
from cases.actions.verbeteren import TE_VERBETEREN
from cases.models import Dossier, Persoon
from config.weergave import datum as datumtekst

VELDEN = ("bsn", "geboortedatum")


@atomic_with_bsn
def persoon_verbeteren(
    *, dossier: Dossier, wijzigingen: Mapping[str, str], reden: str, by: User, at: datetime
) -> Persoon:
    """Correct the BSN or the day of birth; the event says which, never the number. No difference writes nothing.

    Raises BsnBezet when another dossier of the gemeente has the BSN, which is logged there.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "De persoon verbeteren")
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    anders = {
        veld: wijzigingen[veld]
        for veld in VELDEN
        if getattr(persoon, veld) != wijzigingen.get(veld, getattr(persoon, veld))
    }
    if not anders:
        return persoon
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u dit verbetert.")
    for veld, waarde in anders.items():
        setattr(persoon, veld, waarde)
    eis_geboortedag(persoon)
    bewaar_persoon(persoon, by=by, velden=list(anders), reden=reden)
    labels = ", ".join(str(Persoon._meta.get_field(veld).verbose_name) for veld in anders)  # type: ignore[union-attr]
    log(dossier, "persoon_verbeterd", f"Persoon verbeterd: {labels}.", by=by, at=at, reden=reden)
    return persoon


def eis_geboortedag(persoon: Persoon) -> None:
    """Refuse a day of birth after the day on which this person died; parts of it may be unknown."""
    overleden = persoon.datum_overlijden
    if overleden is not None and persoon.geboren is not None and persoon.geboren.vroegst() > overleden:
        raise ActieFout(
            f"De geboortedatum kan niet na de dag van overlijden liggen: {datumtekst(overleden)}. Controleer de datum."
        )


def bewaar_persoon(persoon: Persoon, *, by: User, velden: list[str], reden: str) -> None:
    """Save fields of a person of which the BSN may be another one. Raises BsnBezet when somebody else has it."""
    eis_bsn_vrij(persoon)
    try:
        with transaction.atomic():
            bewaar(persoon, by=by, velden=velden, reden=reden)
    except IntegrityError:  # somebody else took the number between the question and the answer
        eis_bsn_vrij(persoon)
        raise


def eis_bsn_vrij(persoon: Persoon) -> None:
    """Refuse a BSN that another person of the gemeente has, naming the dossier to go to."""
    if not persoon.bsn:
        return
    anderen = Dossier.objects.filter(gemeente=persoon.gemeente_id, persoon__bsn=persoon.bsn)
    ander = anderen.exclude(persoon=persoon.pk).first()
    if ander is not None:
        raise BsnBezet(ander)

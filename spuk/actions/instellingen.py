"""Keep the choice of the gemeente, the tellingen of UHT and the normbedragen that it confirmed."""

from datetime import date

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, verwijder
from spuk.componenten import Wijze
from spuk.keuze import Keuze, KeuzeFout
from spuk.models import Normbedrag, SpukKeuze, Telling


@transaction.atomic
def keuze_vastleggen(*, keuze: SpukKeuze, by: User, reden: str) -> SpukKeuze:
    """Save how a gemeente accounts. Raises ActieFout for what the regeling does not allow (SPR art. 6 lid 3)."""
    try:
        Keuze(abdf=Wijze(keuze.abdf), e=Wijze(keuze.e), switch_abdf=keuze.switch_abdf, switch_e=keuze.switch_e)
    except KeuzeFout as fout:
        raise ActieFout(str(fout)) from fout
    return bewaar(keuze, by=by, reden=reden)


@transaction.atomic
def telling_vastleggen(*, telling: Telling, by: User, on: date) -> Telling:
    """Save how many (potentieel) gedupeerden UHT knew on a peildatum, over what was known of that year and day.

    Raises ActieFout for a peildatum in the future: of two tellingen of a year the earliest is the first one.
    """
    if telling.peildatum > on:
        raise ActieFout("De peildatum kan niet in de toekomst liggen. Vul de dag in die op de lijst staat.")
    _eis_alleen(telling.gemeente)
    bekend = Telling.objects.filter(gemeente=telling.gemeente, jaar=telling.jaar, peildatum=telling.peildatum).first()
    if bekend is not None:
        bekend.aantal, bekend.bron = telling.aantal, telling.bron
        telling = bekend
    return bewaar(telling, by=by, reden=telling.bron)


@transaction.atomic
def normbedrag_vastleggen(*, normbedrag: Normbedrag, by: User) -> Normbedrag:
    """Save a normbedrag that the gemeente confirmed; it replaces the shipped one in its declaration."""
    _eis_alleen(normbedrag.gemeente)
    bekend = Normbedrag.objects.filter(
        gemeente=normbedrag.gemeente, jaar=normbedrag.jaar, component=normbedrag.component, vanaf=normbedrag.vanaf
    ).first()
    if bekend is not None:
        bekend.bedrag, bekend.bron = normbedrag.bedrag, normbedrag.bron
        normbedrag = bekend
    return bewaar(normbedrag, by=by, reden=normbedrag.bron)


@transaction.atomic
def instelling_weghalen(*, rij: Telling | Normbedrag, reden: str, by: User) -> None:
    """Take away a telling or a normbedrag that was a mistake; its history stays. The shipped amount counts again."""
    verwijder(rij, by=by, reden=reden)


def _eis_alleen(gemeente: Gemeente) -> None:
    """Let two people who send the same one after the other, so that the second changes the row of the first."""
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)

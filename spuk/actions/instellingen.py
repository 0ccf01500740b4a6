"""Keep the choice of the gemeente, the tellingen of UHT and the confirmed normbedragen."""

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar
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
def telling_vastleggen(*, telling: Telling, by: User) -> Telling:
    """Save how many (potentieel) gedupeerden UHT knew on a peildatum."""
    return bewaar(telling, by=by, reden=telling.bron)


@transaction.atomic
def normbedrag_vastleggen(*, normbedrag: Normbedrag, by: User) -> Normbedrag:
    """Save a confirmed normbedrag; it replaces the shipped one in every declaration that is not submitted."""
    bekend = Normbedrag.objects.filter(jaar=normbedrag.jaar, component=normbedrag.component).first()
    if bekend is not None:
        bekend.bedrag, bekend.bron = normbedrag.bedrag, normbedrag.bron
        normbedrag = bekend
    return bewaar(normbedrag, by=by, reden=normbedrag.bron)

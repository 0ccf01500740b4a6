"""An afspraak that was held leads to the gesprek that was recorded of it."""

from accounts.models import User
from cases.actions.basis import bewaar
from cases.keuzes import AfspraakStatus
from cases.models import Afspraak, Gesprek


def houd_afspraak(afspraak: Afspraak | None, *, by: User, gesprek: Gesprek | None = None) -> None:
    """Close a planned afspraak when its gesprek is recorded; of a driegesprek the afspraak has no gesprek."""
    if afspraak is None:
        return
    afspraak = Afspraak.objects.select_for_update().get(pk=afspraak.pk)
    if afspraak.status != AfspraakStatus.GEPLAND:
        return
    afspraak.status, afspraak.gesprek = AfspraakStatus.GEHOUDEN, gesprek
    bewaar(afspraak, by=by, velden=["status", "gesprek"])

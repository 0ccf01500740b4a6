"""What a status of UHT asks of a person, where no rule decides: does the support stop, or begin again? Pure.

Wht art. 2.21 lid 6 ends the support for niet erkend only. When UHT comes back on that, or somebody withdrew at UHT, a
person decides (decisions 1111 and 1271).
"""

from collections.abc import Mapping

from cases.keuzes import UhtStatus
from cases.status import OPEN, Status

TOCH_ERKEND = "UHT meldt dat deze persoon toch erkend is. Ga na of de ondersteuning weer moet beginnen."
# A kind is not erkend but has recht op de kindregeling (Wht art. 2.12).
TOCH_RECHT = "UHT meldt dat dit kind toch recht heeft op de kindregeling. Ga na of de ondersteuning weer moet beginnen."
ZELF_AFGEMELD = "Deze persoon heeft zich afgemeld bij UHT. Ga na of de ondersteuning stopt."
TOCH: Mapping[str, str] = {UhtStatus.ERKEND: TOCH_ERKEND, UhtStatus.RECHT_KINDREGELING: TOCH_RECHT}
GESTOPT = frozenset({Status.ACCLIMATISATIE, Status.AFGESLOTEN})


def statusvraag(stand: str, uht_status: str, *, niet_erkend: bool) -> str:
    """Name the decision that a status of UHT calls for in a dossier with this status; nothing when there is none.

    `niet_erkend` says whether UHT ever said so of this person, of what stands: only on that it can come back.
    """
    if uht_status in TOCH:
        return TOCH[uht_status] if niet_erkend and stand in GESTOPT else ""
    return ZELF_AFGEMELD if uht_status == UhtStatus.ZELF_AFGEMELD and stand in OPEN else ""

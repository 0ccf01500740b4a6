"""What a status of UHT asks of a person, where no rule decides: does the support stop, or begin again? Pure.

Wht art. 2.21 lid 6 ends the support for niet erkend only. When UHT comes back on that, or somebody withdrew at UHT, a
person decides (decisions 1111 and 1271).
"""

from cases.keuzes import UhtStatus
from cases.status import OPEN, Status

TOCH_ERKEND = "UHT meldt dat deze persoon toch erkend is. Ga na of de ondersteuning weer moet beginnen."
ZELF_AFGEMELD = "Deze persoon heeft zich afgemeld bij UHT. Ga na of de ondersteuning stopt."
GESTOPT = frozenset({Status.ACCLIMATISATIE, Status.AFGESLOTEN})


def statusvraag(stand: str, uht_status: str) -> str:
    """Name the decision that a status of UHT calls for in a dossier with this status; nothing when there is none."""
    if uht_status == UhtStatus.ERKEND and stand in GESTOPT:
        return TOCH_ERKEND
    return ZELF_AFGEMELD if uht_status == UhtStatus.ZELF_AFGEMELD and stand in OPEN else ""

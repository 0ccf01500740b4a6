"""On which day the gates are judged: after a bezwaar that was gegrond that of the besluit that was herroepen.

Awb art. 7:11: the new besluit comes in the place of the first one. Whoever was wrongly refused in time is not too late
because the heroverweging took time (decision 1041), or because a court had to say it.
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from cases.models import Dossier
from cases.poorten_bron import poorten_van
from cases.status import Status
from planvanaanpak.bezwaarbron import bezwaren_van
from planvanaanpak.keuring import zelfde_goed
from planvanaanpak.keuzes import ZONDER_PLAN, VoorzieningStatus
from planvanaanpak.models import Besluit, Bezwaar, Herroeping, Voorziening


def poortdag(dossier: Dossier, omschrijving: str, on: date) -> date:
    """Give the day that counts for a voorziening, or without a name for the whole aanvraag.

    Nothing is asked while all gates are open.
    """
    if not any(poort.is_dicht for poort in poorten_van(dossier, on).values()):
        return on
    weg = [*(bezwaar.besluit for bezwaar in _herroept(dossier)), *_door_een_gerecht(dossier)]
    dagen = [localdate(besluit.vastgesteld_op) for besluit in weg if _gaat_over(besluit, dossier, omschrijving)]
    return min(dagen, default=on)


def poortdagen(dossier: Dossier, voorzieningen: Sequence[Voorziening], on: date) -> dict[date, list[Voorziening]]:
    """Give what is to be granted by the day on which its gates are judged."""
    per_dag: dict[date, list[Voorziening]] = {}
    for voorziening in voorzieningen:
        per_dag.setdefault(poortdag(dossier, voorziening.omschrijving, on), []).append(voorziening)
    return per_dag


def _herroept(dossier: Dossier) -> list[Bezwaar]:
    """Give the bezwaren after which a besluit is still to come in the place of the one that was herroepen."""
    return [bezwaar for bezwaar in bezwaren_van(dossier) if bezwaar.wacht_op_besluit and not bezwaar.is_ingetrokken]


def _door_een_gerecht(dossier: Dossier) -> list[Besluit]:
    """Give the besluiten that fell away by an uitspraak, and in whose place nothing came yet."""
    rijen = Herroeping.objects.filter(besluit__dossier=dossier, uitspraak__isnull=False)
    open_ = rijen.filter(uitspraak__nieuw_besluit__isnull=True, uitspraak__ingetrokken_op__isnull=True)
    return [rij.besluit for rij in open_.select_related("besluit").defer("besluit__snapshot")]


def _gaat_over(besluit: Besluit, dossier: Dossier, omschrijving: str) -> bool:
    """Tell whether a besluit was about the aanvraag as a whole, or refused this good or let it lapse."""
    if besluit.soort in ZONDER_PLAN and dossier.status == Status.PLAN_VAN_AANPAK:
        return True
    afgewezen = Q(besluit=besluit, status=VoorzieningStatus.AFGEWEZEN)
    vervallen = Q(herzien_met=besluit, status=VoorzieningStatus.VERVALLEN)
    rijen = Voorziening.objects.filter(afgewezen | vervallen, plan__dossier=dossier)
    return any(zelfde_goed(omschrijving, goed) for goed in rijen.values_list("omschrijving", flat=True))

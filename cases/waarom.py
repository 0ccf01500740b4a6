"""What changed the date of a clock: the events of its dossier that name it."""

from django.db.models import Q, QuerySet

from cases.models import DossierEvent, Termijn
from cases.register import regel as zoek_regel

# An event about one clock has its key under `termijn`; one that moved more of them says so in words.
SLEUTELS = ("termijn", "termijnen")


def list_veranderingen(termijn: Termijn) -> QuerySet[DossierEvent]:
    """Give the events that changed this clock, the newest first.

    What moves several clocks at once (another eerste gesprek, another aanmelddatum) writes one event that names each
    clock with its day before and after (cases.verschuiving.in_een_zin).
    """
    regel = zoek_regel(termijn.regel)
    genoemd = Q(tekst__contains=f" {regel.kort}: ") | Q(tekst__startswith=f"{regel.label}: de uiterste datum")
    over_deze = Q(gegevens__termijn=termijn.pk) | Q(gegevens__termijnen__contains=termijn.pk)
    zonder_sleutel = ~Q(gegevens__has_any_keys=list(SLEUTELS))
    events = DossierEvent.objects.filter(over_deze | zonder_sleutel & genoemd, dossier=termijn.dossier_id)
    return events.select_related("by").order_by("-at", "-id")

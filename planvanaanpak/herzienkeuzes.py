"""What a herziening can do with one voorziening, and of which besluiten, in which status of the dossier."""

from django.db.models import TextChoices

from cases.status import Status
from planvanaanpak.keuzes import BesluitSoort

HERZIENBAAR = frozenset(
    {BesluitSoort.TOEKENNING, BesluitSoort.ADDENDUM, BesluitSoort.AFWIJZING, BesluitSoort.HERZIENING}
)
TE_HERZIEN = frozenset({Status.UITVOERING, Status.NAZORG, Status.ACCLIMATISATIE})
# After a bezwaar that was gegrond the new besluit comes, also when the support has ended (Awb art. 7:11 lid 2).
NA_BEZWAAR = TE_HERZIEN | {Status.AFGESLOTEN}


class Wijziging(TextChoices):
    BLIJFT = "blijft", "Blijft zoals het is"
    ANDERS = "anders", "Verandert: ander bedrag of andere looptijd"
    VERVALT = "vervalt", "De inwoner krijgt dit niet meer"
    ALSNOG = "alsnog", "De inwoner krijgt dit alsnog"

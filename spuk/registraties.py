"""What spuk tells cases of a dossier."""

from cases.models import Dossier
from cases.registratie import registreer_binding
from spuk import klokken  # noqa: F401  # the clocks register themselves
from spuk.models import Kostenregel


@registreer_binding
class HeeftKosten:
    wat = "geboekte kosten"
    is_definitief = True

    def heeft(self, dossier: Dossier) -> bool:
        return Kostenregel.objects.filter(dossier=dossier).exists()

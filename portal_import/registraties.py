"""What the portal shows on a dossier: which row of which list told of this person."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Dossier
from cases.panelen import Regel
from cases.registratie import registreer_paneel
from config.weergave import datum, datum_kort
from portal_import import klok  # noqa: F401  # the clock registers itself
from portal_import.models import ImportRegel
from portal_import.vergelijken import Gevolg

IN_BEELD, HOOGSTENS = 3, 12
WAT = {
    Gevolg.NIEUW: "Dossier gemaakt",
    Gevolg.GEWIJZIGD: "Gegevens bijgewerkt",
    Gevolg.ONGEWIJZIGD: "Niets gewijzigd",
}


@registreer_paneel
class Leveringen:
    volgorde = 80
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show where the data of this dossier came from, the latest list on top; nothing for who came directly."""
        mag_lijst_zien = user.mag(Permission.IMPORT, dossier.gemeente_id)
        gelezen = ImportRegel.objects.filter(dossier=dossier).select_related("run").order_by("-datum_levering", "-id")
        regels = [_maak_regel(regel, mag_lijst_zien) for regel in gelezen.defer(*_ZWAAR)[:HOOGSTENS]]
        if not regels:
            return {}
        return {
            "id": "portaal",
            "titel": "Uit het gegevensportaal",
            "regels": regels[:IN_BEELD],
            "meer": regels[IN_BEELD:],
            "acties": [],
        }


_ZWAAR = ("run__inhoud", "run__veranderingen", "run__fouten", "run__waarschuwingen")


def _maak_regel(regel: ImportRegel, mag_lijst_zien: bool) -> Regel:
    run = regel.run
    gelezen = f", ingelezen {datum_kort(run.afgerond_op)}" if run.afgerond_op else ""
    return Regel(
        icoon="import",
        titel=f"{run.get_soort_display()} van {datum(regel.datum_levering)}, rij {regel.rijnummer}",
        onder=f"{WAT[Gevolg(regel.gevolg)]}{gelezen}",
        url=run.get_absolute_url() if mag_lijst_zien else "",
    )

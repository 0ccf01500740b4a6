"""What the wind-down after niet erkend does when a status of UHT is put right."""

from datetime import date, datetime

from accounts.models import User
from cases.actions.ingebrekeklok import verzet_stop
from cases.keuzes import UhtStatus
from cases.models import Dossier, UhtStatusWijziging
from cases.registratie import registreer_statusvolger
from cases.status import Status
from config.weergave import datum
from nazorg.actions.acclimatisatie import VOOR_ACCLIMATISATIE, acclimatisatie_starten, start_acclimatisatieklokken
from nazorg.actions.toch_erkend import hervat
from nazorg.models import Acclimatisatie


@registreer_statusvolger
class Acclimatisatievolger:
    """The wind-down stands and falls with the message niet erkend (Wht art. 2.21 lid 6)."""

    def gevolg(
        self, dossier: Dossier, rij: UhtStatusWijziging, nu: UhtStatusWijziging, on: date, *, anders: bool
    ) -> str:
        wordt_niet_erkend = nu.status == UhtStatus.NIET_ERKEND
        if dossier.status == Status.ACCLIMATISATIE and rij.status == UhtStatus.NIET_ERKEND != nu.status:
            terug = Status(dossier.acclimatisatie.stond_op).label
            return f"De acclimatisatie stopt. Het dossier gaat terug naar '{terug}' en de termijnen lopen weer."
        if anders and wordt_niet_erkend and dossier.status in VOOR_ACCLIMATISATIE:
            return f"De acclimatisatie begint, vanaf het bericht van {datum(nu.datum_gemeld)}."
        if dossier.status == Status.AFGESLOTEN and rij.status == UhtStatus.NIET_ERKEND != nu.status:
            return (
                "Het dossier blijft afgesloten. Eindigde de ondersteuning door dit bericht? Trek dan ook het besluit in"
                " waarmee zij eindigde."
            )
        return ""

    def volg(
        self,
        dossier: Dossier,
        rij: UhtStatusWijziging,
        was: str,
        nu: UhtStatusWijziging,
        *,
        anders: bool,
        by: User,
        at: datetime,
        on: date,
        reden: str,
    ) -> str:
        """Start, move or undo the wind-down; one that UHT came back on waits for who takes up the support.

        It starts only when niet erkend comes to count by what was put right: else a person was asked already.
        """
        is_niet_erkend = nu.status == UhtStatus.NIET_ERKEND
        if dossier.status == Status.ACCLIMATISATIE and is_niet_erkend:
            return _verzet(dossier, nu.datum_gemeld, on)
        if dossier.status == Status.ACCLIMATISATIE and was == UhtStatus.NIET_ERKEND:
            return hervat(dossier, by=by, at=at, on=on, reden=reden)
        if anders and is_niet_erkend and dossier.status in VOOR_ACCLIMATISATIE:
            acclimatisatie_starten(dossier=dossier, datum_gemeld=nu.datum_gemeld, by=by, at=at, on=on)
        return ""


def _verzet(dossier: Dossier, datum_gemeld: date, on: date) -> str:
    """Let the 30 days run from the day on which the gemeente really heard it; from that day no dwangsom is owed."""
    acclimatisatie = Acclimatisatie.objects.select_for_update().get(dossier=dossier)
    if acclimatisatie.datum_gemeld == datum_gemeld:
        return ""
    verzet_stop(dossier, van=acclimatisatie.datum_gemeld, op=datum_gemeld)
    acclimatisatie.datum_gemeld = datum_gemeld
    acclimatisatie.save(update_fields=["datum_gemeld"])
    acclimatisatie.dossier = dossier
    start_acclimatisatieklokken(acclimatisatie, on=on)
    return f"De acclimatisatie loopt vanaf {datum(datum_gemeld)}."

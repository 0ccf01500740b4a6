"""Whether UHT said that somebody who came directly belongs to the doelgroep (VNG handreiking 2025 §4.1)."""

from cases.actions.hulpdagen import hervat_op
from cases.keuzes import Aanmeldroute, VerificatieAntwoord
from cases.models import Dossier
from cases.status import VOOR_EERSTE_GESPREK, Status

NIET_BEVESTIGD = (
    "UHT heeft nog niet bevestigd dat deze inwoner bij de doelgroep hoort. Vraag het na voordat u iets toekent"
    " (handreiking VNG 2025, paragraaf 4.1)."
)


def is_bevestigd(dossier: Dossier) -> bool:
    return dossier.verificaties.geldig().filter(antwoord=VerificatieAntwoord.BEVESTIGD).exists()


def wacht_op_gesprek(dossier: Dossier) -> bool:
    """Say whether UHT confirmed since the inwoner asked for help, or asked for it after all.

    A confirmation from before that opens no road to the eerste gesprek, as it starts no clock (`list_klokstanden`).
    """
    sinds = max(dossier.datum_aanmelding, hervat_op(dossier) or dossier.datum_aanmelding)
    bevestigd = dossier.verificaties.geldig().filter(antwoord=VerificatieAntwoord.BEVESTIGD)
    return bevestigd.filter(datum_antwoord__gte=sinds).exists()


def status_voor_gesprek(dossier: Dossier) -> Status:
    """Give the status of a dossier without an eerste gesprek: with a confirmation of UHT it waits for that."""
    return Status.EERSTE_GESPREK if wacht_op_gesprek(dossier) else Status.AANMELDING


def mist_bevestiging(dossier: Dossier) -> bool:
    """Say whether the support of somebody goes on without a confirmation of UHT.

    Whom UHT itself put on a list in the gegevensportaal is known there. Before the eerste gesprek the next step asks
    for it, and once niet erkend there is nothing left to ask.
    """
    if dossier.aanmeldroute == Aanmeldroute.PORTAAL or not dossier.is_open:
        return False
    if dossier.status in VOOR_EERSTE_GESPREK or dossier.status == Status.ACCLIMATISATIE:
        return False
    return not is_bevestigd(dossier)

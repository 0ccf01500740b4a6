"""Whether UHT said that somebody who came directly belongs to the doelgroep (VNG handreiking 2025 §4.1)."""

from cases.keuzes import Aanmeldroute, VerificatieAntwoord
from cases.models import Dossier
from cases.status import VOOR_EERSTE_GESPREK, Status

NIET_BEVESTIGD = (
    "UHT heeft nog niet bevestigd dat deze inwoner bij de doelgroep hoort. Vraag het na voordat u iets toekent"
    " (handreiking VNG 2025, paragraaf 4.1)."
)


def is_bevestigd(dossier: Dossier) -> bool:
    return dossier.verificaties.geldig().filter(antwoord=VerificatieAntwoord.BEVESTIGD).exists()


def status_voor_gesprek(dossier: Dossier) -> Status:
    """Give the status of a dossier without an eerste gesprek: with a confirmation of UHT it waits for that."""
    return Status.EERSTE_GESPREK if is_bevestigd(dossier) else Status.AANMELDING


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

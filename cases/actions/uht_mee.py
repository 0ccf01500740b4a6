"""What UHT said in two dossiers that become one: its status, its confirmation, and what it was asked."""

from datetime import date, datetime

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag, stel_statusvraag, zet_uht_status
from cases.actions.basis import zet_status
from cases.actions.samenvoegpunten import zet_punt
from cases.actions.vraagklok import volg_vraag
from cases.keuzes import Doelgroep, UhtStatus
from cases.models import Controlepunt, Dossier, Termijn, UhtStatusWijziging, Verificatie
from cases.status import Status
from cases.uhtstand import geldende, huidige
from cases.verificatiestand import wacht_op_gesprek
from config.weergave import datum as datumtekst


def vragen_mee(dossier: Dossier, ander: Dossier) -> list[Verificatie]:
    """Move the clock of each question to UHT, before the question itself moves; gives those that wait for an answer."""
    vragen = list(ander.verificaties.all())
    for vraag in vragen:
        Termijn.objects.filter(dossier=ander, aanleiding=f"verificatie:{vraag.pk}").update(dossier=dossier)
    return [vraag for vraag in vragen if not vraag.antwoord and not vraag.is_ingetrokken]


def volg_uht(
    dossier: Dossier, ander: Dossier, wachten: list[Verificatie], *, by: User, at: datetime, on: date, reden: str
) -> None:
    """Give a locked dossier what all that UHT said asks for, once the rows of the other are under it.

    A question that waits has a clock while the dossier is open, also when it stood still in the other. A decision that
    UHT asked for in the other is closed when what it said after that answers it.
    """
    hier, daar = UhtStatus(dossier.uht_status), UhtStatus(ander.uht_status)
    _bevestigd(dossier)
    if dossier.is_open:
        for vraag in wachten:
            volg_vraag(dossier, vraag, on=on)
    rijen = dossier.uht_wijzigingen.all()
    nu = huidige(rijen)
    if nu is not None and nu.status != dossier.uht_status:
        _volg_status(dossier, ander, nu, by=by, at=at, on=on, reden=reden)
    weg = {hier, daar} - {dossier.uht_status}
    if any(rij.datum_feit is None and rij.status in weg for rij in geldende(rijen)):
        _vraag_na(dossier, hier.label, daar.label)
    laatste = nu.get_status_display() if nu else dossier.get_uht_status_display()
    sluit_statusvraag(dossier, f"De status bij UHT is nu: {laatste.lower()}.", by=by, at=at)


def _bevestigd(dossier: Dossier) -> None:
    """Open the road to the eerste gesprek when UHT confirmed, since the inwoner asked (again) for help."""
    if dossier.status == Status.AANMELDING and wacht_op_gesprek(dossier):
        zet_status(dossier, Status.EERSTE_GESPREK)


def _volg_status(
    dossier: Dossier, ander: Dossier, nu: UhtStatusWijziging, *, by: User, at: datetime, on: date, reden: str
) -> None:
    """Take the status with the latest day of the fact (decision 1111).

    Niet erkend ends the support of a dossier that runs (Wht art. 2.21 lid 6): a person records that. One that this
    doelgroep does not have is asked about.
    """
    if _is_van_andere_doelgroep(dossier, nu):
        _vraag_na(dossier, dossier.get_uht_status_display(), nu.get_status_display())
    elif nu.status == UhtStatus.NIET_ERKEND and dossier.is_open:
        tekst = (
            f"UHT zei op {datumtekst(nu.dag)}: niet erkend. Dat stond in dossier {ander.nummer}. Klopt het? Leg"
            " het dan vast op de pagina Niet erkend. Klopt het niet? Trek die status dan in bij Herstellen."
        )
        zet_punt(dossier, Controlepunt.Soort.NIET_ERKEND, tekst)
    else:
        zet_uht_status(dossier, UhtStatus(nu.status), nu.datum_gemeld, by=by, on=on, reden=reden)
        stel_statusvraag(dossier, by=by, at=at)


def _vraag_na(dossier: Dossier, *statussen: str) -> None:
    """Ask somebody to find out at UHT which of two statuses is right."""
    hier, daar = (status.lower() for status in statussen)
    tekst = f"De UHT-status was in de twee dossiers niet gelijk: {hier} en {daar}. Vraag na welke klopt."
    zet_punt(dossier, Controlepunt.Soort.PORTAAL, tekst)


def _is_van_andere_doelgroep(dossier: Dossier, nu: UhtStatusWijziging) -> bool:
    """A kind is not erkend but has recht op de kindregeling, and nobody else has (Wht art. 2.12)."""
    vreemd = UhtStatus.ERKEND if dossier.doelgroep == Doelgroep.KIND else UhtStatus.RECHT_KINDREGELING
    return nu.status == vreemd

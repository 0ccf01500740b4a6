"""Ask UHT whether somebody belongs to the doelgroep, and record the answer, at once or when it comes."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.dubbel import eerder_verzonden
from cases.actions.klokken import volg_feiten
from cases.actions.vraagklok import eis_spoed, volg_vraag
from cases.keuzes import VerificatieAntwoord, VerificatieKanaal
from cases.models import Dossier, Verificatie
from cases.status import OPEN, Status
from cases.verificatiestand import wacht_op_gesprek
from config.weergave import datum


@transaction.atomic
def verificatie_vragen(
    *,
    dossier: Dossier,
    datum_gevraagd: date,
    kanaal: VerificatieKanaal,
    by: User,
    at: datetime,
    on: date,
    spoed: bool = False,
) -> Verificatie:
    """Record that UHT was asked. UHT answers within 6 werkdagen, with spoed the same day (VNG SPUK-handreiking §5.3).

    Raises ActieFout while an earlier question still waits for its answer, and for spoed that UHT does not know.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een verificatie vragen")
    eis_dag(dossier, datum_gevraagd, on, "De vraag")
    eis_spoed(dossier, kanaal, spoed)
    verificatie = Verificatie(dossier=dossier, datum_gevraagd=datum_gevraagd, kanaal=kanaal, spoed=spoed, door=by)
    if eerder := eerder_verzonden(verificatie, at=at):
        return eerder
    if open_ := dossier.verificaties.geldig().filter(antwoord="").first():
        gevraagd = datum(open_.datum_gevraagd)
        raise ActieFout(f"Op {gevraagd} is het al gevraagd en er is nog geen antwoord. Leg eerst dat antwoord vast.")
    bewaar(verificatie, by=by)
    volg_vraag(dossier, verificatie, on=on)
    haast = ", met spoed" if spoed else ""
    tekst = f"Verificatie gevraagd bij UHT: {verificatie.get_kanaal_display().lower()}{haast}."
    log(dossier, "verificatie", tekst, by=by, at=at, verificatie=verificatie.pk)
    return verificatie


@transaction.atomic
def verificatie_beantwoorden(
    *,
    verificatie: Verificatie,
    antwoord: VerificatieAntwoord,
    datum_antwoord: date,
    antwoord_van: str,
    by: User,
    at: datetime,
    on: date,
) -> Verificatie:
    """Record UHT's answer to a question that was asked before; it meets the clock of that question.

    A confirmation opens the road to the eerste gesprek, as when question and answer came at once.
    """
    dossier = vergrendel(verificatie.dossier)
    eis_status(dossier, OPEN, "Een antwoord van UHT vastleggen")
    verificatie = Verificatie.objects.select_for_update(of=("self",)).get(pk=verificatie.pk)
    if verificatie.antwoord or verificatie.is_ingetrokken:
        raise ActieFout("Deze vraag is al beantwoord of ingetrokken. Kijk op de pagina UHT wat er nu staat.")
    eis_dag(dossier, datum_antwoord, on, "Het antwoord")
    if datum_antwoord < verificatie.datum_gevraagd:
        raise ActieFout("Het antwoord kan niet vóór de vraag komen. Controleer de datum.")
    verificatie.antwoord, verificatie.datum_antwoord = antwoord, datum_antwoord
    verificatie.antwoord_van = antwoord_van
    bewaar(verificatie, by=by, velden=["antwoord", "datum_antwoord", "antwoord_van"])
    volg_vraag(dossier, verificatie, on=on)
    if antwoord == VerificatieAntwoord.BEVESTIGD:
        bevestiging_verwerken(dossier, by=by, on=on)
    tekst = f"Antwoord van UHT op de verificatie: {verificatie.get_antwoord_display().lower()}."
    log(dossier, "verificatie", tekst, by=by, at=at, verificatie=verificatie.pk)
    return verificatie


@transaction.atomic
def verificatie_vastleggen(
    *,
    dossier: Dossier,
    datum_gevraagd: date,
    kanaal: VerificatieKanaal,
    antwoord: VerificatieAntwoord,
    datum_antwoord: date,
    by: User,
    at: datetime,
    on: date,
    antwoord_van: str = "",
) -> Verificatie:
    """Record a question to UHT that was answered at once.

    The first positive answer opens the road to the eerste gesprek, whose termijn then runs from that answer, also when
    it is written down after that gesprek. An answer of after the gesprek starts nothing.

    VNG handreiking 2025 §4.1: the redelijke termijn runs "na aanmelding en verificatie".
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een verificatie vastleggen")
    eis_dag(dossier, datum_antwoord, on, "Het antwoord")
    if datum_gevraagd > datum_antwoord:
        raise ActieFout("Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")
    verificatie = Verificatie(
        dossier=dossier,
        datum_gevraagd=datum_gevraagd,
        kanaal=kanaal,
        antwoord=antwoord,
        datum_antwoord=datum_antwoord,
        antwoord_van=antwoord_van,
        door=by,
    )
    if eerder := eerder_verzonden(verificatie, at=at):
        return eerder
    bewaar(verificatie, by=by)
    if antwoord == VerificatieAntwoord.BEVESTIGD:
        bevestiging_verwerken(dossier, by=by, on=on)
    log(dossier, "verificatie", f"Verificatie bij UHT: {verificatie.get_antwoord_display().lower()}.", by=by, at=at)
    return verificatie


def bevestiging_verwerken(dossier: Dossier, *, by: User, on: date) -> None:
    """Open the road to the eerste gesprek after UHT confirmed; the clock to it runs from the first confirmation."""
    if dossier.status == Status.AANMELDING and wacht_op_gesprek(dossier):
        zet_status(dossier, Status.EERSTE_GESPREK)
        bewaar(dossier, by=by, velden=["status", "updated_at"])
    volg_feiten(dossier, by=by, on=on)

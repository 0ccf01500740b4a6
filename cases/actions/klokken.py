"""Let the clocks follow the facts after something was put right, and stop them and let them run again."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from django.db.models import Q

from accounts.models import User
from cases.actions.basis import bewaar
from cases.actions.hulp import hervat_op
from cases.actions.termijnen import OVERLIJDEN, STIL, WAS, gehaald_status, open_status, vul
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.keuzes import VerificatieAntwoord
from cases.klokstand import GEEN_KLOK, KLOKKEN, Beeld, Feiten, Klokstand, Verschuiving, list_klokstanden
from cases.models import Dossier, Termijn
from cases.register import alle_regels
from cases.register import regel as zoek_regel
from cases.status import OPEN as OPEN_STATUS
from cases.status import Status
from cases.termijnstatus import OPEN, TermijnStatus

# Before the eerste gesprek these clocks run until they are met; after it they are, or the dossier took another road.
HIER_LOPEN_ZE = frozenset({Status.AANMELDING, Status.EERSTE_GESPREK})
LOOPT = (*OPEN, TermijnStatus.VERWACHT, TermijnStatus.OPGESCHORT)


class Waarom(StrEnum):
    """Why clocks stand still, so that the same clocks run again when it turns out to be a mistake."""

    OVERLIJDEN = OVERLIJDEN
    INTREKKING = "intrekking"


def feiten_van(dossier: Dossier) -> Feiten:
    """Read what counts in a dossier: what was withdrawn does not."""
    gesprekken = dossier.gesprekken.geldig().values_list("datum", "is_eerste_gesprek")
    bevestigd = dossier.verificaties.geldig().filter(antwoord=VerificatieAntwoord.BEVESTIGD)
    return Feiten(
        aanmelding=dossier.datum_aanmelding,
        contacten=tuple(dossier.contacten.geldig().bereikt().values_list("datum", flat=True)),
        gesprekken=tuple(dag for dag, _ in gesprekken),
        bevestigingen=tuple(dag for dag in bevestigd.values_list("datum_antwoord", flat=True) if dag),
        eerste_gesprek=next((dag for dag, is_eerste in gesprekken if is_eerste), None),
        hervat=hervat_op(dossier),
    )


def volg_feiten(dossier: Dossier, *, by: User | None, on: date, reden: str = "") -> list[Verschuiving]:
    """Give a locked dossier the first contact and the clocks that its facts ask for; tells each clock before and after.

    A clock whose start is gone is dropped; one that was met on a day that does not count runs again.
    """
    feiten = feiten_van(dossier)
    if dossier.datum_eerste_contact != feiten.eerste_contact:
        dossier.datum_eerste_contact = feiten.eerste_contact
        bewaar(dossier, by=by, velden=["datum_eerste_contact", "updated_at"], reden=reden)
    verschuivingen = []
    for verschuiving, termijn in _stel_op(dossier, feiten, on):
        verschuivingen.append(verschuiving)
        termijn.save()
    return verschuivingen


def voorspel(dossier: Dossier, on: date) -> list[Verschuiving]:
    """Tell what `volg_feiten` would do to the clocks, without doing it."""
    return [verschuiving for verschuiving, _ in _stel_op(dossier, feiten_van(dossier), on)]


def _stel_op(dossier: Dossier, feiten: Feiten, on: date) -> list[tuple[Verschuiving, Termijn]]:
    """Work the clocks out on the rows that are there; the caller saves them."""
    standen = {stand.regel: stand for stand in list_klokstanden(feiten)}
    rijen = {t.regel: t for t in Termijn.objects.filter(dossier=dossier, aanleiding=_aanleiding(dossier))}
    uit = []
    for regel in KLOKKEN:
        termijn = rijen.get(regel)
        was = beeld_van(termijn)
        termijn = _volg(dossier, regel, standen.get(regel), termijn, on)
        if termijn is not None:
            uit.append((Verschuiving(zoek_regel(regel).kort, was, beeld_van(termijn)), termijn))
    return uit


def _volg(dossier: Dossier, regel: str, stand: Klokstand | None, termijn: Termijn | None, on: date) -> Termijn | None:
    """Fill one clock. A dossier that took another road keeps what it has, and gets no new clocks."""
    if stand is None:
        return _zonder_stand(termijn)
    if termijn is None and Status(dossier.status) not in OPEN_STATUS:
        return None
    termijnregel = zoek_regel(regel)
    berekening = einddatum(termijnregel, stand.start, kalender_nu(), beleid=regels_van(dossier))
    if berekening.einddatum is None:
        return None
    termijn = termijn or Termijn(
        gemeente_id=dossier.gemeente_id, dossier=dossier, regel=regel, aanleiding=_aanleiding(dossier)
    )
    vul(termijn, berekening, aard=termijnregel.aard.value, keer=1)
    termijn.datum_gehaald = stand.gehaald
    if stand.gehaald is not None:
        termijn.status = gehaald_status(termijn, stand.gehaald)
    elif _loopt_hier(dossier, regel):
        termijn.status = open_status(termijn, on)
    else:
        termijn.status = TermijnStatus.VERVALLEN
    return termijn


def _zonder_stand(termijn: Termijn | None) -> Termijn | None:
    if termijn is not None:
        termijn.datum_gehaald, termijn.status = None, TermijnStatus.VERVALLEN
    return termijn


def _loopt_hier(dossier: Dossier, regel: str) -> bool:
    if dossier.persoon.datum_overlijden and zoek_regel(regel).stopt_bij_overlijden:
        return False
    return Status(dossier.status) in HIER_LOPEN_ZE


def _aanleiding(dossier: Dossier) -> str:
    return f"dossier:{dossier.pk}"


def beeld_van(termijn: Termijn | None) -> Beeld:
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        return GEEN_KLOK
    return Beeld(termijn.start, termijn.uiterste_datum, TermijnStatus(termijn.status).label.lower())


def te_stoppen(dossier: Dossier, waarom: Waarom) -> list[Termijn]:
    """Give the clocks that stop: at a death those that ask something of the person, at a withdrawal all."""
    loopt = Termijn.objects.filter(dossier=dossier, status__in=LOOPT)
    if waarom is Waarom.OVERLIJDEN:
        loopt = loopt.filter(regel__in=[regel.code for regel in alle_regels() if regel.stopt_bij_overlijden])
    return list(loopt)


def stop_klokken(dossier: Dossier, waarom: Waarom) -> list[Termijn]:
    """Drop the clocks of a locked dossier that stop, each with what it was, so that it can run again."""
    termijnen = te_stoppen(dossier, waarom)
    for termijn in termijnen:
        termijn.invoer = {**termijn.invoer, STIL: waarom.value, WAS: termijn.status}
        termijn.status = TermijnStatus.VERVALLEN
        termijn.save(update_fields=["invoer", "status", "updated_at"])
    return termijnen


def start_klokken(dossier: Dossier, waarom: Waarom, on: date) -> list[Termijn]:
    """Let the clocks run again that stopped for this reason, late when their last day passed in the meantime."""
    termijnen = list(Termijn.objects.filter(_stil_om(waarom), dossier=dossier))
    for termijn in termijnen:
        was = termijn.invoer[WAS]
        termijn.invoer = {veld: waarde for veld, waarde in termijn.invoer.items() if veld not in (STIL, WAS)}
        termijn.status = open_status(termijn, on) if was in OPEN else was
        termijn.save(update_fields=["invoer", "status", "updated_at"])
    return termijnen


def _stil_om(waarom: Waarom) -> Q:
    return Q(status=TermijnStatus.VERVALLEN, **{f"invoer__{STIL}": waarom.value})


def namen(termijnen: Iterable[Termijn]) -> list[str]:
    """Name clocks as a list for a person, each once."""
    return list(dict.fromkeys(zoek_regel(termijn.regel).kort for termijn in termijnen))

"""Let the clocks follow the facts after something was put right, and stop them and let them run again."""

from collections.abc import Iterable
from copy import copy
from datetime import date
from enum import StrEnum

from django.db.models import Q

from accounts.models import User
from cases.actions.basis import bewaar
from cases.actions.hulpdagen import hervat_op
from cases.actions.ingebrekeklok import REGEL as INGEBREKE
from cases.actions.ingebrekeklok import beoordeel, stop_ingebrekestellingen
from cases.actions.termijnen import (
    GEEN_START,
    OVERLIJDEN,
    STIL,
    UIT,
    WAS,
    gehaald_status,
    invoer_van,
    laat_lopen,
    open_status,
    reken,
    zet_stil,
)
from cases.beleid_bron import regels_van
from cases.keuzes import VerificatieAntwoord
from cases.klokstand import KLOKKEN, TOT_GESPREK, VANAF_GESPREK, Feiten, Klokstand, list_klokstanden
from cases.models import Dossier, Gesprek, Termijn
from cases.register import alle_regels
from cases.register import regel as zoek_regel
from cases.status import OPEN as OPEN_STATUS
from cases.status import VOOR_EERSTE_GESPREK, Status
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from cases.verificatiestand import status_voor_gesprek
from cases.verschuiving import Klokverschuiving, loopt_niet

# In these a clock that runs from the eerste gesprek may begin.
NA_HET_GESPREK = frozenset({Status.PLAN_VAN_AANPAK, Status.UITVOERING})


class Waarom(StrEnum):
    """Why clocks stand still, so that the same clocks run again when it turns out to be a mistake."""

    OVERLIJDEN = OVERLIJDEN
    INTREKKING = "intrekking"
    GEEN_HULP = "geen_hulp"


def volg_feiten(dossier: Dossier, *, by: User | None, on: date, reden: str = "") -> list[Klokverschuiving]:
    """Give a locked dossier the first contact and the clocks that its facts ask for; tells each clock before and after.

    A clock whose start is gone is dropped; one that was met on a day that does not count runs again. The two weeks of
    an ingebrekestelling about such a clock follow.
    """
    eerste = _eerste(dossier)
    feiten = feiten_van(dossier, eerste)
    _zet_eerste_contact(dossier, feiten, by=by, reden=reden)
    verschuivingen = _stel_op(dossier, eerste, feiten, on)
    for verschuiving in verschuivingen:
        if verschuiving.voor is None or _velden(verschuiving.voor) != _velden(verschuiving.na):
            verschuiving.na.save()
    return verschuivingen


def volg_eerste_contact(dossier: Dossier, *, by: User | None, reden: str = "") -> None:
    """Give a locked dossier that runs no more its first contact, which is a fact, and leave its clocks as they are."""
    _zet_eerste_contact(dossier, feiten_van(dossier, _eerste(dossier)), by=by, reden=reden)


def _zet_eerste_contact(dossier: Dossier, feiten: Feiten, *, by: User | None, reden: str) -> None:
    if dossier.datum_eerste_contact != feiten.eerste_contact:
        dossier.datum_eerste_contact = feiten.eerste_contact
        bewaar(dossier, by=by, velden=["datum_eerste_contact", "updated_at"], reden=reden)


def voorspel(dossier: Dossier, on: date, gesprek: Gesprek | None = None) -> list[Klokverschuiving]:
    """Tell what `volg_feiten` would do to the clocks, without doing it; `gesprek` is the eerste gesprek to come."""
    eerste = gesprek or _eerste(dossier)
    return _stel_op(dossier, eerste, feiten_van(dossier, eerste), on)


def voorspel_zonder(dossier: Dossier, on: date, gesprek: Gesprek) -> list[Klokverschuiving]:
    """Tell what `volg_feiten` would do to the clocks once `gesprek`, the eerste gesprek, was withdrawn."""
    straks = copy(dossier)
    straks.status = status_voor_gesprek(dossier)
    return _stel_op(straks, None, feiten_van(straks, None, zonder=gesprek), on)


def _stel_op(dossier: Dossier, eerste: Gesprek | None, feiten: Feiten, on: date) -> list[Klokverschuiving]:
    """Work the clocks out on copies of the rows that are there; the caller saves them."""
    standen = {stand.regel: stand for stand in list_klokstanden(feiten)}
    termijnen = list(Termijn.objects.filter(dossier=dossier))
    rijen = {rij.regel: rij for rij in _lopende_laatst(termijnen, eerste) if rij.regel in KLOKKEN}
    uit = []
    for regel in KLOKKEN:
        voor, stand = rijen.get(regel), standen.get(regel)
        na = _volg(dossier, stand, voor, on) if stand else _zonder_start(voor)
        if na is not None:
            if eerste is not None and regel in VANAF_GESPREK:
                na.aanleiding = f"gesprek:{eerste.pk}"
            uit.append(Klokverschuiving(voor=voor, na=na))
    overige = [rij for rij in termijnen if rij.regel not in KLOKKEN]
    return [*uit, *beoordeel(dossier, [*(verschuiving.na for verschuiving in uit), *overige], on)]


def _lopende_laatst(termijnen: list[Termijn], eerste: Gesprek | None) -> list[Termijn]:
    """Put last the clocks of the eerste gesprek: beside them may lie those of one that was withdrawn before a merge."""
    van_eerste = f"gesprek:{eerste.pk}" if eerste else ""
    return sorted(termijnen, key=lambda rij: (rij.aanleiding == van_eerste, rij.status != TermijnStatus.VERVALLEN))


def _eerste(dossier: Dossier) -> Gesprek | None:
    return dossier.gesprekken.filter(is_eerste_gesprek=True).first()


def feiten_van(dossier: Dossier, eerste: Gesprek | None, *, zonder: Gesprek | None = None) -> Feiten:
    """Read what counts in a dossier with `eerste` as its eerste gesprek: what was withdrawn, or is to be, does not."""
    gesprekken = dict(dossier.gesprekken.geldig().values_list("pk", "datum"))
    if zonder is not None:
        gesprekken.pop(zonder.pk, None)
    if eerste is not None:
        gesprekken[eerste.pk] = eerste.datum
    bevestigd = dossier.verificaties.geldig().filter(antwoord=VerificatieAntwoord.BEVESTIGD)
    return Feiten(
        aanmelding=dossier.datum_aanmelding,
        contacten=tuple(dossier.contacten.geldig().bereikt().values_list("datum", flat=True)),
        gesprekken=tuple(gesprekken.values()),
        bevestigingen=tuple(dag for dag in bevestigd.values_list("datum_antwoord", flat=True) if dag),
        eerste_gesprek=eerste.datum if eerste else None,
        venster=regels_van(dossier).venster_start(eerste.datum) if eerste else None,
        hervat=hervat_op(dossier),
    )


def _volg(dossier: Dossier, stand: Klokstand, voor: Termijn | None, on: date) -> Termijn | None:
    """Give one clock as the facts ask for. A dossier that took another road keeps what it has, and gets no new ones."""
    tot_gesprek, status = stand.regel in TOT_GESPREK, Status(dossier.status)
    if voor is None and status not in (OPEN_STATUS if tot_gesprek else NA_HET_GESPREK):
        return None
    na = copy(voor) or Termijn(
        gemeente_id=dossier.gemeente_id, dossier=dossier, regel=stand.regel, aanleiding=f"dossier:{dossier.pk}"
    )
    if not reken(na, dossier, invoer_van(na, stand.start, vanaf=stand.vanaf)):
        return _uitgezet(voor)
    if tot_gesprek:
        na.datum_gehaald, loopt = stand.gehaald, status in VOOR_EERSTE_GESPREK
    else:
        loopt = voor is None or not loopt_niet(voor) or STIL in voor.invoer
    if na.datum_gehaald is not None:
        na.status = gehaald_status(na, na.datum_gehaald)
    elif loopt:
        laat_lopen(na, dossier, open_status(na, on))
    else:
        na.status = TermijnStatus.VERVALLEN
    return na


def _zonder_start(voor: Termijn | None) -> Termijn | None:
    """Drop a clock that has nothing to run from, such as a venster of a gesprek before the law of 1-1-2025."""
    na = copy(voor)
    if na is not None:
        na.datum_gehaald = None
        if not loopt_niet(na):
            zet_stil(na, GEEN_START)
    return na


def _uitgezet(voor: Termijn | None) -> Termijn | None:
    """Drop a clock that the beleid has off; one that was met stays to be seen."""
    na = copy(voor)
    if na is not None and na.datum_gehaald is None and not loopt_niet(na):
        zet_stil(na, UIT)
    return na


def _velden(termijn: Termijn) -> list[object]:
    return [getattr(termijn, veld.attname) for veld in Termijn._meta.concrete_fields]


def te_stoppen(dossier: Dossier, waarom: Waarom) -> list[Termijn]:
    """Give the clocks that stop: at a death those that ask something of the person, else all."""
    loopt = Termijn.objects.filter(dossier=dossier, status__in=NIET_KLAAR)
    if waarom is Waarom.OVERLIJDEN:
        loopt = loopt.filter(regel__in=[regel.code for regel in alle_regels() if regel.stopt_bij_overlijden])
    return list(loopt)


def stop_klokken(dossier: Dossier, waarom: Waarom, op: date) -> list[Termijn]:
    """Drop the clocks of a locked dossier that stop, each with what it was, so that it can run again.

    For whoever wants no help a clock that a death stopped has that for its reason too: an undone death starts it not.
    What is owed because of an ingebrekestelling stops on the day `op`; after a death the besluit is still owed.
    """
    if waarom is Waarom.GEEN_HULP:
        for termijn in Termijn.objects.filter(_stil_om(Waarom.OVERLIJDEN), dossier=dossier):
            termijn.invoer = {**termijn.invoer, STIL: waarom.value}
            termijn.save(update_fields=["invoer", "updated_at"])
    termijnen = te_stoppen(dossier, waarom)
    for termijn in termijnen:
        zet_stil(termijn, waarom.value)
        termijn.save(update_fields=["invoer", "status", "updated_at"])
    stop_ingebrekestellingen(dossier, op)
    return termijnen


def laat_vervallen(*, dossier: Dossier, behalve: tuple[str, ...], op: date) -> None:
    """Drop the open and expected clocks that mean nothing any more from a day on, but for the rules named.

    What stood still is dropped for good as well. The two weeks of an ingebrekestelling go on or stop with the besluit
    that they are about, and the dwangsom with them.
    """
    for termijn in Termijn.objects.filter(dossier=dossier, invoer__has_key=STIL).exclude(regel__in=behalve):
        termijn.invoer = {veld: waarde for veld, waarde in termijn.invoer.items() if veld not in (STIL, WAS)}
        termijn.save(update_fields=["invoer", "updated_at"])
    termijnen = Termijn.objects.filter(dossier=dossier, status__in=NIET_KLAAR)
    termijnen.exclude(regel__in=(*behalve, INGEBREKE)).update(status=TermijnStatus.VERVALLEN)
    stop_ingebrekestellingen(dossier, op)


def start_klokken(dossier: Dossier, waarom: Waarom, on: date) -> list[Termijn]:
    """Let the clocks run again that stopped for this reason, late when their last day passed in the meantime.

    After a death one that asks something of the person still stands still. `volg_feiten` is to follow: that lets the
    two weeks of an ingebrekestelling run again as well.
    """
    termijnen = list(Termijn.objects.filter(_stil_om(waarom), dossier=dossier))
    for termijn in termijnen:
        was = termijn.invoer[WAS]
        termijn.invoer = {veld: waarde for veld, waarde in termijn.invoer.items() if veld not in (STIL, WAS)}
        laat_lopen(termijn, dossier, TermijnStatus(was) if was == TermijnStatus.VERWACHT else open_status(termijn, on))
        termijn.save(update_fields=["invoer", "status", "updated_at"])
    return termijnen


def _stil_om(waarom: Waarom) -> Q:
    return Q(status=TermijnStatus.VERVALLEN, **{f"invoer__{STIL}": waarom.value})


def namen(termijnen: Iterable[Termijn]) -> list[str]:
    """Name clocks as a list for a person, each once."""
    return list(dict.fromkeys(zoek_regel(termijn.regel).kort for termijn in termijnen))

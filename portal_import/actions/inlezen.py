"""Take a list in: a preview that changes nothing and its confirmation, or both at once on the command line."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout
from cases.adres import regels_in_nederland
from cases.beleid_bron import GeenBeleid, beleid_op
from cases.bsn import maskeer_bsns
from config.weergave import brp_datum, datum
from portal_import.actions.bekend import lees_bekend, lees_gekozen, lees_gelijkenden
from portal_import.actions.toepassen import pas_toe
from portal_import.controles import ADRES
from portal_import.dubbel import zonder_vergeven
from portal_import.meldingen import BestandGeweigerd
from portal_import.models import BEWAARDAGEN, ImportRun
from portal_import.soorten import Soort
from portal_import.vergelijken import ADRESLABELS, Gevolg, Verandering, Verschil
from portal_import.voorbeeld import Voorbeeld, geweigerd, lees_bestand, maak_voorbeeld

Stand = ImportRun.Stand


def bekijk(
    *,
    gemeente: Gemeente,
    soort: Soort,
    naam: str,
    inhoud: bytes,
    on: date,
    gekozen: Mapping[int, str] = MappingProxyType({}),
) -> Voorbeeld:
    """Say what a file would do for a gemeente; a file that can't be read gives a refusal with its reason.

    `gekozen` names per row the dossier, until now without BSN, that it is about; one that no longer fits is left out.
    Raises ActieFout for a gemeente without beleid: its dossiers could not start.
    """
    try:
        beleid_op(gemeente.pk, on)
    except GeenBeleid as fout:
        raise ActieFout(str(fout)) from fout
    naam = _toonbaar(naam)
    try:
        gelezen = lees_bestand(inhoud, naam, soort, on)
    except BestandGeweigerd as fout:
        return geweigerd(inhoud, naam, soort, fout.melding)
    bekend = lees_bekend(gemeente, [rij.bsn for rij in gelezen.rijen])
    gelijkenden = lees_gelijkenden(gemeente, gelezen.rijen, bekend)
    geldig = lees_gekozen(gemeente, gekozen, gelijkenden)
    return maak_voorbeeld(
        gelezen,
        bekend,
        woonplaatsen=gemeente.kernen(),
        on=on,
        gelijkenden=zonder_vergeven(gelijkenden, {rij: oud.nummer for rij, oud in geldig.items()}),
        gekozen=geldig,
    )


@transaction.atomic
def voorbeeld_maken(
    *, gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes, by: User | None, at: datetime, on: date
) -> ImportRun:
    """Record a file with what it would do. A refused file, or one with nothing new, is done at once."""
    voorbeeld = bekijk(gemeente=gemeente, soort=soort, naam=naam, inhoud=inhoud, on=on)
    run = ImportRun(gemeente=gemeente, geupload_op=at, geupload_door=by)
    _leg_voorbeeld_vast(run, voorbeeld, inhoud, by=by, at=at, on=on)
    return run


@transaction.atomic
def bevestigen(*, run: ImportRun, by: User | None, at: datetime, on: date) -> ImportRun:
    """Apply a preview, when the file still does what the user saw: else the new preview is kept, to look at again.

    An unforeseen fault undoes all; a row that an action refuses is left out alone. The file itself is thrown away.
    Raises ActieFout when the run was already applied or set aside.
    """
    run = _vergrendel(run)
    _vergrendel_gemeente(run.gemeente)
    inhoud = bytes(run.inhoud or b"")
    voorbeeld = _bekijk_weer(run, inhoud, _gekozen(run), on)
    if _getoonde_veranderingen(voorbeeld) == run.veranderingen:
        _voer_uit(run, voorbeeld, by=by, at=at, on=on)
    else:
        _leg_voorbeeld_vast(run, voorbeeld, inhoud, by=by, at=at, on=on)
    return run


@transaction.atomic
def kiezen(*, run: ImportRun, rijnummer: int, nummer: str, by: User, at: datetime, on: date) -> ImportRun:
    """Say that a row of a preview is about a dossier that has no BSN yet: it becomes a change of that dossier.

    Without a number the row is somebody new again. Nothing is changed in the dossier before the list is confirmed.
    Raises ActieFout for a dossier that does not look the same, or that another row is about.
    """
    run = _vergrendel(run)
    gekozen = _gekozen(run)
    gekozen.pop(rijnummer, None)
    if nummer in gekozen.values():
        raise ActieFout(f"Een andere rij van deze lijst is al gekozen voor dossier {nummer}. Kijk dat eerst na.")
    if nummer:
        gekozen[rijnummer] = nummer
    inhoud = bytes(run.inhoud or b"")
    voorbeeld = _bekijk_weer(run, inhoud, gekozen, on)
    if nummer and rijnummer not in {v.rij.rijnummer for v in voorbeeld.veranderingen if v.is_gekozen}:
        raise ActieFout(f"Dossier {nummer} lijkt niet meer op de persoon van deze rij. Bekijk de lijst opnieuw.")
    _leg_voorbeeld_vast(run, voorbeeld, inhoud, by=by, at=at, on=on)
    return run


@transaction.atomic
def inlezen(
    *, gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes, by: User | None, at: datetime, on: date
) -> tuple[ImportRun, Voorbeeld]:
    """Record and apply a file in one go, for the command line; gives the run with what came of each row."""
    _vergrendel_gemeente(gemeente)
    voorbeeld = bekijk(gemeente=gemeente, soort=soort, naam=naam, inhoud=inhoud, on=on)
    run = ImportRun(gemeente=gemeente, geupload_op=at, geupload_door=by)
    _leg_voorbeeld_vast(run, voorbeeld, inhoud, by=by, at=at, on=on)
    if run.stand == Stand.VOORBEELD:
        voorbeeld = _voer_uit(run, voorbeeld, by=by, at=at, on=on)
    return run, voorbeeld


@transaction.atomic
def verwerpen(*, run: ImportRun, by: User | None, at: datetime) -> ImportRun:
    """Set a preview aside: nothing is read, and the file and all that was shown of it is thrown away.

    Raises ActieFout when the run was already applied or set aside.
    """
    run = _vergrendel(run)
    run.veranderingen, run.waarschuwingen, run.fouten = [], [], []
    _rond_af(run, Stand.WEGGELEGD, by=by, at=at)
    run.save()
    return run


def opruimen(*, at: datetime) -> int:
    """Set aside the previews that nobody confirmed in time, so that no file with BSN's lies about; gives how many."""
    oud = ImportRun.objects.filter(stand=Stand.VOORBEELD, geupload_op__lt=at - timedelta(days=BEWAARDAGEN))
    opgeruimd = 0
    for run in oud.defer("inhoud"):
        try:
            verwerpen(run=run, by=None, at=at)
        except ActieFout:
            continue  # somebody dealt with it just now
        opgeruimd += 1
    return opgeruimd


def _bekijk_weer(run: ImportRun, inhoud: bytes, gekozen: Mapping[int, str], on: date) -> Voorbeeld:
    return bekijk(
        gemeente=run.gemeente, soort=Soort(run.soort), naam=run.bestandsnaam, inhoud=inhoud, on=on, gekozen=gekozen
    )


def _gekozen(run: ImportRun) -> dict[int, str]:
    """Give per row of a preview the dossier that somebody chose for it."""
    return {v["rij"]: v["dossier"] for v in run.veranderingen if v.get("is_gekozen")}


def _vergrendel(run: ImportRun) -> ImportRun:
    """Lock a preview; a second click waits here, and then finds it done."""
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=run.pk)
    if run.stand != Stand.VOORBEELD:
        raise ActieFout(f"Deze lijst is al afgehandeld: {run.get_stand_display().lower()}.")
    return run


def _vergrendel_gemeente(gemeente: Gemeente) -> None:
    """Let one import at a time change a gemeente; other work goes on, as its key stays free."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)


def _leg_voorbeeld_vast(
    run: ImportRun, voorbeeld: Voorbeeld, inhoud: bytes, *, by: User | None, at: datetime, on: date
) -> None:
    """Keep what a file would do, and the file only when there is something to confirm."""
    run.soort, run.bestandsnaam, run.reden = voorbeeld.soort, voorbeeld.bestand, voorbeeld.reden
    run.sha256 = voorbeeld.sha256
    run.veranderingen = _getoonde_veranderingen(voorbeeld)
    _neem_over(run, voorbeeld)
    if voorbeeld.geweigerd:
        _rond_af(run, Stand.GEWEIGERD, by=by, at=at)
    elif not run.heeft_iets_te_doen:
        _rond_af(run, Stand.NIETS_NIEUWS, by=by, at=at)
    else:
        run.stand, run.inhoud = Stand.VOORBEELD, inhoud
    run.save()
    if run.stand == Stand.NIETS_NIEUWS:
        pas_toe(run=run, voorbeeld=voorbeeld, by=by, at=at, on=on)


def _voer_uit(run: ImportRun, voorbeeld: Voorbeeld, *, by: User | None, at: datetime, on: date) -> Voorbeeld:
    """Apply; of what changed only the kind of data is kept here, as each dossier has the history of its values."""
    voorbeeld = pas_toe(run=run, voorbeeld=voorbeeld, by=by, at=at, on=on)
    _neem_over(run, voorbeeld)
    gewijzigd = [v for v in voorbeeld.veranderingen if v.soort == Gevolg.GEWIJZIGD]
    run.veranderingen = [{"rij": v.rij.rijnummer, "velden": [d.label for d in v.verschillen]} for v in gewijzigd]
    _rond_af(run, Stand.INGELEZEN, by=by, at=at)
    run.save()
    return voorbeeld


def _rond_af(run: ImportRun, stand: ImportRun.Stand, *, by: User | None, at: datetime) -> None:
    run.stand, run.inhoud = stand, None
    run.afgerond_op, run.afgerond_door = at, by


def _neem_over(run: ImportRun, voorbeeld: Voorbeeld) -> None:
    run.rijen, run.nieuw = voorbeeld.rijen, voorbeeld.nieuw
    run.gewijzigd, run.ongewijzigd = voorbeeld.gewijzigd, voorbeeld.ongewijzigd
    run.fouten = [asdict(fout) for fout in voorbeeld.fouten]
    run.waarschuwingen = [asdict(w) | {"melding": maskeer_bsns(w.melding)} for w in voorbeeld.waarschuwingen]


def _getoonde_veranderingen(voorbeeld: Voorbeeld) -> list[dict[str, Any]]:
    return [_getoond(v) for v in voorbeeld.veranderingen if v.soort != Gevolg.ONGEWIJZIGD]


def _getoond(verandering: Verandering) -> dict[str, Any]:
    """Give what the preview shows of a row: never a BSN, also not when it stands in a wrong column."""
    rij = verandering.rij
    naam = " ".join(deel for deel in (rij.voorletters, rij.voorvoegsel, rij.achternaam) if deel)
    return {
        "rij": rij.rijnummer,
        "gevolg": verandering.soort.value,
        "naam": maskeer_bsns(naam),
        "doelgroep": rij.doelgroep,
        "uht_status": rij.uht_status,
        "dossier": verandering.bekend.nummer if verandering.bekend else "",
        "verschillen": [_getoond_verschil(verandering, verschil) for verschil in verandering.verschillen],
        **(_getoond_gelijk(verandering) if verandering.gelijkenden else {}),
    }


def _getoond_gelijk(verandering: Verandering) -> dict[str, Any]:
    """Give what is shown beside the dossiers that may be of the same person; no address when one of those is geheim."""
    rij, geheim = verandering.rij, any(gelijk.geheim_adres for gelijk in verandering.gelijkenden)
    adres = {veld: getattr(rij, veld) for veld in ADRES}
    return {
        "gelijkenden": [[gelijk.nummer, " en ".join(gelijk.overeen)] for gelijk in verandering.gelijkenden],
        "is_gekozen": verandering.is_gekozen,
        "geboren": rij.geboortedatum.isoformat() if rij.geboortedatum else "",
        "adres": ["geheim adres"] if geheim else [maskeer_bsns(regel) for regel in regels_in_nederland(**adres)],
    }


def _getoond_verschil(verandering: Verandering, verschil: Verschil) -> list[str]:
    """Give a field with its old and new value; of a geheim adres only that it changes."""
    if verschil.label in ADRESLABELS and verandering.bekend and verandering.bekend.geheim_adres:
        return [verschil.label, "(geheim)", "(geheim)"]
    return [verschil.label, _tekst(verschil.oud), _tekst(verschil.nieuw)]


def _tekst(waarde: Any) -> str:
    if waarde is None or waarde == "":
        return "(leeg)"
    if isinstance(waarde, str):
        return maskeer_bsns(waarde)
    return datum(waarde) if isinstance(waarde, date) else brp_datum(waarde.isoformat())


def _toonbaar(naam: str) -> str:
    """Give a file name that can be stored and shown: no BSN, no invisible signs."""
    return maskeer_bsns("".join(teken for teken in naam if teken.isprintable()))[:200] or "lijst"

"""The two steps of an import: the preview that changes nothing, and the application after confirmation."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout
from config.weergave import brp_datum, datum
from portal_import.actions.bekend import lees_bekend
from portal_import.actions.toepassen import pas_toe
from portal_import.meldingen import BestandGeweigerd
from portal_import.models import ImportRun
from portal_import.soorten import Soort
from portal_import.vergelijken import Gevolg, Verandering
from portal_import.voorbeeld import Voorbeeld, geweigerd, lees_bestand, maak_voorbeeld


def bekijk(*, gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes, on: date) -> Voorbeeld:
    """Say what a file would do for a gemeente; a file that can't be read gives a refusal with its reason."""
    try:
        gelezen = lees_bestand(inhoud, naam, soort, on)
    except BestandGeweigerd as fout:
        return geweigerd(inhoud, naam, soort, fout.melding)
    bekend = lees_bekend(gemeente, [rij.bsn for rij in gelezen.rijen])
    return maak_voorbeeld(gelezen, bekend, woonplaatsen=gemeente.kernen(), on=on)


@transaction.atomic
def voorbeeld_maken(
    *, gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes, by: User | None, at: datetime, on: date
) -> ImportRun:
    """Record an uploaded file with what it would do. A refused file is recorded too, without its content."""
    voorbeeld = bekijk(gemeente=gemeente, soort=soort, naam=naam, inhoud=inhoud, on=on)
    stand = ImportRun.Stand.GEWEIGERD if voorbeeld.geweigerd else ImportRun.Stand.VOORBEELD
    run = ImportRun(
        gemeente=gemeente,
        soort=soort,
        stand=stand,
        bestandsnaam=naam[:200],
        inhoud=None if voorbeeld.geweigerd else inhoud,
        reden=voorbeeld.reden,
        geupload_op=at,
        geupload_door=by,
    )
    _vul(run, voorbeeld)
    run.save()
    return run


@transaction.atomic
def bevestigen(*, run: ImportRun, by: User | None, at: datetime, on: date) -> ImportRun:
    """Apply a previewed file, compared anew with what is known now; all rows or, when something breaks, none.

    Raises ActieFout when the run was already applied or set aside. The file itself is thrown away afterwards.
    """
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=run.pk)
    if run.stand != ImportRun.Stand.VOORBEELD or run.inhoud is None:
        raise ActieFout(f"Dit bestand is al afgehandeld: {run.get_stand_display().lower()}.")
    Gemeente.objects.select_for_update().get(pk=run.gemeente_id)
    soort = Soort(run.soort)
    voorbeeld = bekijk(gemeente=run.gemeente, soort=soort, naam=run.bestandsnaam, inhoud=bytes(run.inhoud), on=on)
    if voorbeeld.geweigerd:
        raise ActieFout(voorbeeld.reden)
    _vul(run, voorbeeld)
    run.stand, run.inhoud = ImportRun.Stand.TOEGEPAST, None
    run.afgerond_op, run.afgerond_door = at, by
    run.save()
    pas_toe(run=run, voorbeeld=voorbeeld, by=by, at=at, on=on)
    return run


@transaction.atomic
def verwerpen(*, run: ImportRun, by: User, at: datetime) -> ImportRun:
    """Set a previewed file aside: nothing of it is read, and the file is thrown away."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.stand != ImportRun.Stand.VOORBEELD:
        raise ActieFout(f"Dit bestand is al afgehandeld: {run.get_stand_display().lower()}.")
    run.stand, run.inhoud = ImportRun.Stand.VERWORPEN, None
    run.afgerond_op, run.afgerond_door = at, by
    run.save(update_fields=["stand", "inhoud", "afgerond_op", "afgerond_door"])
    return run


def _vul(run: ImportRun, voorbeeld: Voorbeeld) -> None:
    run.sha256 = voorbeeld.sha256
    run.rijen, run.nieuw = voorbeeld.rijen, voorbeeld.nieuw
    run.gewijzigd, run.ongewijzigd = voorbeeld.gewijzigd, voorbeeld.ongewijzigd
    run.fouten = [asdict(fout) for fout in voorbeeld.fouten]
    run.waarschuwingen = [asdict(waarschuwing) for waarschuwing in voorbeeld.waarschuwingen]
    run.veranderingen = [_getoond(v) for v in voorbeeld.veranderingen if v.soort != Gevolg.ONGEWIJZIGD]


def _getoond(verandering: Verandering) -> dict[str, Any]:
    """Give what the preview shows of a row: never its BSN."""
    rij = verandering.rij
    return {
        "rij": rij.rijnummer,
        "gevolg": verandering.soort.value,
        "naam": " ".join(deel for deel in (rij.voorletters, rij.voorvoegsel, rij.achternaam) if deel),
        "doelgroep": rij.doelgroep,
        "uht_status": rij.uht_status,
        "dossier": verandering.bekend.nummer if verandering.bekend else "",
        "verschillen": [[v.label, _tekst(v.oud), _tekst(v.nieuw)] for v in verandering.verschillen],
        "waarschuwingen": [waarschuwing.melding for waarschuwing in verandering.waarschuwingen],
    }


def _tekst(waarde: Any) -> str:
    if waarde is None or waarde == "":
        return "(leeg)"
    if isinstance(waarde, str):
        return waarde
    return datum(waarde) if isinstance(waarde, date) else brp_datum(waarde.isoformat())

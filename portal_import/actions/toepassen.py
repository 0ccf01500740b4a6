"""Do what a levering says, row by row, through the actions of the apps that its rows concern."""

from datetime import date, datetime

from accounts.models import User
from cases.actions.aanmelden import (
    aanmelden,
    controlepunt_maken,
    doelgroep_wijzigen,
    persoon_wijzigen,
    uht_status_vastleggen,
)
from cases.keuzes import Aanmeldroute, Doelgroep, UhtStatus
from cases.models import Controlepunt, Dossier
from cases.status import OPEN, Status
from nazorg.actions.beeindigen import acclimatisatie_starten
from portal_import.actions.bekend import PERSOONSVELDEN
from portal_import.levering import LeveringRij
from portal_import.models import ImportRegel, ImportRun
from portal_import.vergelijken import Gevolg, Verandering
from portal_import.voorbeeld import Voorbeeld

# Warnings that ask somebody to look at the dossier itself, not only at the list.
CONTROLES = {"woonplaats": Controlepunt.Soort.WOONPLAATS}


def pas_toe(*, run: ImportRun, voorbeeld: Voorbeeld, by: User | None, at: datetime, on: date) -> None:
    """Apply all rows of a confirmed file; must run in the transaction of `bevestigen`."""
    regels = []
    for verandering in voorbeeld.veranderingen:
        dossier_id = _pas_rij_toe(run, verandering, by=by, at=at, on=on)
        regels.append(
            ImportRegel(
                run=run,
                dossier_id=dossier_id,
                rijnummer=verandering.rij.rijnummer,
                gevolg=verandering.soort.value,
                datum_levering=verandering.rij.datum_levering,
            )
        )
    ImportRegel.objects.bulk_create(regels, batch_size=1000)


def _pas_rij_toe(run: ImportRun, verandering: Verandering, *, by: User | None, at: datetime, on: date) -> int:
    if verandering.soort == Gevolg.ONGEWIJZIGD:
        assert verandering.bekend is not None
        return verandering.bekend.dossier_id
    bron = f"levering {run.bestandsnaam}, rij {verandering.rij.rijnummer}"
    if verandering.soort == Gevolg.NIEUW:
        dossier = _meld_aan(run, verandering.rij, bron, by=by, at=at, on=on)
    else:
        dossier = _wijzig(verandering, bron, by=by, at=at, on=on)
    for waarschuwing in verandering.waarschuwingen:
        if soort := CONTROLES.get(waarschuwing.code, Controlepunt.Soort.PORTAAL if verandering.bekend else None):
            controlepunt_maken(dossier=dossier, soort=soort, tekst=waarschuwing.melding[:300])
    return dossier.pk


def _meld_aan(run: ImportRun, rij: LeveringRij, bron: str, *, by: User | None, at: datetime, on: date) -> Dossier:
    persoonsgegevens = {veld: getattr(rij, veld) for veld in PERSOONSVELDEN}
    persoonsgegevens["bsn"] = rij.bsn
    persoonsgegevens["geboortedatum"] = rij.geboortedatum.isoformat() if rij.geboortedatum else ""
    return aanmelden(
        gemeente=run.gemeente,
        persoonsgegevens=persoonsgegevens,
        doelgroep=Doelgroep(rij.doelgroep),
        route=Aanmeldroute.PORTAAL,
        datum=rij.datum_levering,
        uht_status=UhtStatus(rij.uht_status),
        datum_status=rij.statusdatum,
        bron=bron,
        by=by,
        at=at,
        on=on,
    )


def _wijzig(verandering: Verandering, bron: str, *, by: User | None, at: datetime, on: date) -> Dossier:
    assert verandering.bekend is not None
    rij = verandering.rij
    dossier = Dossier.objects.select_related("gemeente", "persoon", "beleid").get(pk=verandering.bekend.dossier_id)
    nieuw = {verschil.veld: verschil.nieuw for verschil in verandering.verschillen}
    persoon = {veld: str(nieuw[veld]) for veld in PERSOONSVELDEN if veld in nieuw}
    if "geboortedatum" in nieuw and rij.geboortedatum is not None:
        persoon["geboortedatum"] = rij.geboortedatum.isoformat()
    if persoon:
        persoon_wijzigen(dossier=dossier, wijzigingen=persoon, reden=bron, by=by, at=at)
    if "doelgroep" in nieuw:
        doelgroep_wijzigen(dossier=dossier, doelgroep=Doelgroep(rij.doelgroep), reden=bron, by=by, at=at)
    if "uht_status" in nieuw or "statusdatum" in nieuw:
        dossier = _wijzig_status(dossier, rij, bron, by=by, at=at, on=on)
    return dossier


def _wijzig_status(
    dossier: Dossier, rij: LeveringRij, bron: str, *, by: User | None, at: datetime, on: date
) -> Dossier:
    """Record the status; a niet-erkend one starts the acclimatisation from any open state (Wht art. 2.21 lid 6)."""
    dossier = uht_status_vastleggen(
        dossier=dossier,
        status=UhtStatus(rij.uht_status),
        datum_feit=rij.statusdatum,
        datum_gemeld=rij.datum_levering,
        bron=bron,
        by=by,
        at=at,
        on=on,
    )
    open_en_niet_erkend = rij.uht_status == UhtStatus.NIET_ERKEND and Status(dossier.status) in OPEN
    if open_en_niet_erkend and dossier.status != Status.ACCLIMATISATIE:
        acclimatisatie_starten(dossier=dossier, datum_gemeld=rij.datum_levering, by=by, at=at, on=on)
    return dossier

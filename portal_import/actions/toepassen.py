"""Do what a levering says, row by row, through the actions of the apps that its rows concern."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from accounts.models import User
from cases.actions.aanmelden import (
    aanmelden,
    controlepunt_maken,
    doelgroep_wijzigen,
    persoon_wijzigen,
    uht_status_vastleggen,
)
from cases.actions.basis import ActieFout
from cases.actions.bsn import atomic_with_bsn
from cases.actions.persoon import eis_bsn_vrij
from cases.beleid_bron import lees_eenmaal
from cases.berekening import RekenFout
from cases.kalender import KalenderFout
from cases.keuzes import Aanmeldroute, Doelgroep, UhtStatus
from cases.models import Controlepunt, Dossier, Persoon
from cases.status import OPEN, Status
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from portal_import.actions.bekend import PERSOONSVELDEN, lees_onder_slot
from portal_import.dubbel import DUBBEL
from portal_import.levering import LeveringRij
from portal_import.meldingen import RijFout
from portal_import.models import ImportRegel, ImportRun
from portal_import.samenvoegen import BESLISSING, Bekend
from portal_import.vergelijken import OPNIEUW, Gevolg, Verandering
from portal_import.voorbeeld import Voorbeeld

# Each other warning becomes a controlepunt. These the dossier says by itself, or the action that records the status;
# that a list names somebody again stays with the list (decision 1272).
GEEN_PUNT = frozenset({"adres", "geen_recht", "wordt_niet_erkend", BESLISSING, OPNIEUW})

# What an action, or the clocks that it starts, can refuse; the text of each is meant for the user.
GEWEIGERD = (ActieFout, RekenFout, KalenderFout)

_LENGTE_BESTAND = 80


def pas_toe(*, run: ImportRun, voorbeeld: Voorbeeld, by: User | None, at: datetime, on: date) -> Voorbeeld:
    """Apply all rows in the transaction of the caller, and give what came of them.

    A row that an action refuses changes nothing and becomes a fault; the other rows are applied. So does a row about a
    dossier that a colleague changed since the list was compared with it.
    """
    gelukt: list[Verandering] = []
    regels, fouten = [], list(voorbeeld.fouten)
    te_wijzigen = [v.bekend.dossier_id for v in voorbeeld.veranderingen if v.bekend and v.soort == Gevolg.GEWIJZIGD]
    nu = lees_onder_slot(run.gemeente, te_wijzigen)
    with lees_eenmaal():
        for verandering in voorbeeld.veranderingen:
            try:
                _eis_ongewijzigd(verandering, nu)
                dossier_id = _pas_rij_toe(run, verandering, by=by, at=at, on=on)
            except GEWEIGERD as fout:
                fouten.append(RijFout(verandering.rij.rijnummer, "", "", str(fout)))
                continue
            gelukt.append(verandering)
            if verandering.soort != Gevolg.ONGEWIJZIGD or _is_latere_lijst(verandering):
                regels.append(_regel(run, verandering, dossier_id))
    ImportRegel.objects.bulk_create(regels, batch_size=1000)
    aantal = Counter(verandering.soort for verandering in gelukt)
    return replace(
        voorbeeld,
        nieuw=aantal[Gevolg.NIEUW],
        gewijzigd=aantal[Gevolg.GEWIJZIGD],
        fouten=tuple(fouten),
        veranderingen=tuple(gelukt),
    )


def _eis_ongewijzigd(verandering: Verandering, nu: Mapping[int, Bekend]) -> None:
    bekend = verandering.bekend
    if bekend is not None and verandering.soort == Gevolg.GEWIJZIGD and nu.get(bekend.dossier_id) != bekend:
        raise ActieFout("Dit dossier is intussen gewijzigd. Lees de lijst opnieuw in.")


def _is_latere_lijst(verandering: Verandering) -> bool:
    """Say whether a row that changes nothing still tells something: that a later list knows this person too."""
    bekend = verandering.bekend
    assert bekend is not None
    return bekend.datum_levering is None or verandering.rij.datum_levering > bekend.datum_levering


def _regel(run: ImportRun, verandering: Verandering, dossier_id: int) -> ImportRegel:
    return ImportRegel(
        run=run,
        dossier_id=dossier_id,
        rijnummer=verandering.rij.rijnummer,
        gevolg=verandering.soort.value,
        datum_levering=verandering.rij.datum_levering,
    )


def _pas_rij_toe(run: ImportRun, verandering: Verandering, *, by: User | None, at: datetime, on: date) -> int:
    if verandering.soort == Gevolg.ONGEWIJZIGD:
        assert verandering.bekend is not None
        return verandering.bekend.dossier_id
    bron = f"levering {run.bestandsnaam[:_LENGTE_BESTAND]}, rij {verandering.rij.rijnummer}"
    if verandering.soort == Gevolg.NIEUW:
        dossier = _meld_aan(run, verandering, bron, by=by, at=at, on=on)
    else:
        dossier = _wijzig(verandering, bron, by=by, at=at, on=on)
    _maak_controlepunten(dossier, verandering)
    return dossier.pk


def _meld_aan(
    run: ImportRun, verandering: Verandering, bron: str, *, by: User | None, at: datetime, on: date
) -> Dossier:
    """Register somebody new. Who may be the one that lives at a geheim adres has a geheim adres until that is clear."""
    rij = verandering.rij
    persoonsgegevens: dict[str, Any] = {veld: getattr(rij, veld) for veld in PERSOONSVELDEN}
    persoonsgegevens["geheim_adres"] = any(gelijk.geheim_adres for gelijk in verandering.gelijkenden)
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


@atomic_with_bsn
def _wijzig(verandering: Verandering, bron: str, *, by: User | None, at: datetime, on: date) -> Dossier:
    """Change all that a row changes, or nothing of it."""
    assert verandering.bekend is not None
    rij = verandering.rij
    dossier = Dossier.objects.select_related("gemeente", "persoon", "beleid").get(pk=verandering.bekend.dossier_id)
    nieuw = {verschil.veld: verschil.nieuw for verschil in verandering.verschillen}
    persoon = {veld: str(nieuw[veld]) for veld in PERSOONSVELDEN if veld in nieuw}
    if "geboortedatum" in nieuw and rij.geboortedatum is not None:
        persoon["geboortedatum"] = rij.geboortedatum.isoformat()
    if verandering.is_gekozen:
        persoon["bsn"] = _eis_zonder_bsn(dossier, rij.bsn)
    if persoon:
        persoon_wijzigen(dossier=dossier, wijzigingen=persoon, reden=bron, by=by, at=at)
    if "doelgroep" in nieuw:
        doelgroep_wijzigen(dossier=dossier, doelgroep=Doelgroep(rij.doelgroep), reden=bron, by=by, at=at)
    if "uht_status" in nieuw or "statusdatum" in nieuw:
        dossier = _wijzig_status(dossier, rij, bron, by=by, at=at, on=on)
    return dossier


def _eis_zonder_bsn(dossier: Dossier, bsn: str) -> str:
    """Give the BSN that a dossier gets; it must still be without one, and nobody else may have it."""
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    if persoon.bsn:
        raise ActieFout(f"Dossier {dossier.nummer} heeft intussen een BSN. Kies het bestand opnieuw en kijk dit na.")
    persoon.bsn = bsn
    eis_bsn_vrij(persoon)
    return bsn


def _wijzig_status(
    dossier: Dossier, rij: LeveringRij, bron: str, *, by: User | None, at: datetime, on: date
) -> Dossier:
    """Record the status; a niet-erkend one starts the acclimatisatie from any open state (Wht art. 2.21 lid 6).

    The gemeente heard of it with the list, and not before it was so.
    """
    datum_gemeld = max(rij.datum_levering, rij.statusdatum)
    dossier = uht_status_vastleggen(
        dossier=dossier,
        status=UhtStatus(rij.uht_status),
        datum_feit=rij.statusdatum,
        datum_gemeld=datum_gemeld,
        bron=bron,
        by=by,
        at=at,
        on=on,
    )
    if rij.uht_status == UhtStatus.NIET_ERKEND and Status(dossier.status) in OPEN - {Status.ACCLIMATISATIE}:
        acclimatisatie_starten(dossier=dossier, datum_gemeld=datum_gemeld, by=by, at=at, on=on)
    return dossier


def _maak_controlepunten(dossier: Dossier, verandering: Verandering) -> None:
    """Ask for a look at what the row leaves in doubt; a dossier has one open point of each kind."""
    for waarschuwing in verandering.waarschuwingen:
        if waarschuwing.code == "woonplaats":
            _maak_punt(dossier, Controlepunt.Soort.WOONPLAATS, [waarschuwing.melding])
    if dubbel := [w.melding for w in verandering.waarschuwingen if w.code == DUBBEL]:
        _maak_punt(dossier, Controlepunt.Soort.DUBBEL, dubbel)
    eigen_punt = {"woonplaats", DUBBEL}
    andere = [w.melding for w in verandering.waarschuwingen if w.code not in GEEN_PUNT | eigen_punt]
    if andere:
        _maak_punt(dossier, Controlepunt.Soort.PORTAAL, andere)


def _maak_punt(dossier: Dossier, soort: Controlepunt.Soort, teksten: Iterable[str]) -> None:
    controlepunt_maken(dossier=dossier, soort=soort, tekst="\n".join(teksten))

"""Put a status of UHT right that was recorded wrongly; the dossier follows what stands (decision 1111)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.aanmelden import sluit_wachtende, stel_statusvraag, zet_uht_status
from cases.actions.basis import ActieFout, bewaar, log, zet_status
from cases.actions.klokken import laat_vervallen, volg_eerste_contact
from cases.actions.uht import keur_status
from cases.actions.verbeteren import labels, open_rij, trek_in, vul
from cases.beleid_bron import beleid_op
from cases.keuzes import ZONDER_RECHT, UhtStatus
from cases.models import Dossier, UhtStatusWijziging
from cases.registratie import statusvolgers
from cases.status import VOOR_EERSTE_GESPREK, Status
from cases.uhtstand import geldende, huidige, is_anders

ENIGE = (
    "Dit is de enige status die van deze inwoner bekend is. Leg eerst de goede status vast en trek deze daarna in, of"
    " verbeter hem."
)


@transaction.atomic
def uht_status_wijzigen(
    *, wijziging: UhtStatusWijziging, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> UhtStatusWijziging:
    """Correct a status of UHT: what it is, its days and its bron. The status of the dossier and its clocks follow.

    Niet erkend is not made of another status: that starts the acclimatisatie, which has a page of its own.
    """
    dossier, wijziging = open_rij(wijziging, "Een status van UHT verbeteren")
    eerder, was = huidige(dossier.uht_wijzigingen.all()), wijziging.status
    if not vul(wijziging, wijzigingen):
        return wijziging
    if wijziging.status == UhtStatus.NIET_ERKEND != was:
        raise ActieFout("Trek deze status in, en leg daarna 'niet erkend' vast. Dan begint ook de acclimatisatie.")
    keur_status(dossier, wijziging.status, wijziging.datum_feit, wijziging.datum_gemeld, on)
    bewaar(wijziging, by=by, velden=list(wijzigingen), reden=reden)
    gevolg = _volg(dossier, eerder, wijziging, was, by=by, at=at, on=on, reden=reden)
    wat = f"UHT-status verbeterd: {labels(wijziging, wijzigingen)}.{gevolg}"
    log(dossier, "uht_status_verbeterd", wat, by=by, at=at, reden=reden, wijziging=wijziging.pk)
    return wijziging


@transaction.atomic
def uht_status_intrekken(
    *, wijziging: UhtStatusWijziging, reden: str, by: User, at: datetime, on: date
) -> UhtStatusWijziging:
    """Withdraw a status that UHT never gave; the one before it counts again, and what it brought about is undone."""
    dossier, wijziging = open_rij(wijziging, "Een status van UHT intrekken")
    if len(geldende(dossier.uht_wijzigingen.all())) == 1:
        raise ActieFout(ENIGE)
    eerder = huidige(dossier.uht_wijzigingen.all())
    trek_in(wijziging, reden, by=by, at=at)
    gevolg = _volg(dossier, eerder, wijziging, wijziging.status, by=by, at=at, on=on, reden=reden)
    wat = f"UHT-status ingetrokken: {wijziging.get_status_display().lower()} {wijziging.sinds}."
    tekst = f"{wat}{gevolg}"
    log(dossier, "uht_status_ingetrokken", tekst, by=by, at=at, reden=reden, wijziging=wijziging.pk)
    return wijziging


def _volg(
    dossier: Dossier,
    eerder: UhtStatusWijziging | None,
    rij: UhtStatusWijziging,
    was: str,
    *,
    by: User,
    at: datetime,
    on: date,
    reden: str,
) -> str:
    """Give a locked dossier what its statuses say now; tells what became of it, after another sentence.

    What counted before, `eerder`, and still does changes nothing: after a merge niet erkend may wait for a person.
    """
    rijen = geldende(dossier.uht_wijzigingen.all())
    nu = rijen[0]
    zinnen = []
    vroeger, anders = dossier.uht_status, is_anders(dossier.uht_status, eerder, rijen)
    if anders:
        zet_uht_status(dossier, UhtStatus(nu.status), nu.datum_gemeld, by=by, on=on, reden=reden)
        zinnen.append(f"De status bij UHT is nu: {nu.get_status_display().lower()}.")
    if _had_nooit_recht(dossier, rijen):
        _sluit_zonder_recht(dossier, rijen, by=by, on=on, reden=reden)
        zinnen.append("Er is geen recht op ondersteuning. De termijnen zijn vervallen.")
    zinnen += [
        zin
        for volger in statusvolgers()
        if (zin := volger.volg(dossier, rij, was, nu, anders=anders, by=by, at=at, on=on, reden=reden))
    ]
    if anders:  # what a dossier asks hangs on where it stands, so after it followed
        stel_statusvraag(dossier, by=by, at=at, gaf_niet_erkend=vroeger == UhtStatus.NIET_ERKEND)
        sluit_wachtende(dossier, by=by, at=at)
    return "".join(f" {zin}" for zin in zinnen)


def _had_nooit_recht(dossier: Dossier, rijen: list[UhtStatusWijziging]) -> bool:
    """Say whether only a status entered by mistake opened this dossier (Wht art. 2.21 lid 6)."""
    return Status(dossier.status) in VOOR_EERSTE_GESPREK and all(rij.status in ZONDER_RECHT for rij in rijen)


def _sluit_zonder_recht(dossier: Dossier, rijen: list[UhtStatusWijziging], *, by: User, on: date, reden: str) -> None:
    zet_status(dossier, Status.GEEN_RECHT)
    dag = min(rijen, key=lambda rij: rij.pk).datum_gemeld
    dossier.datum_aanmelding, dossier.beleid = dag, beleid_op(dossier.gemeente_id, dag)
    bewaar(dossier, by=by, velden=["status", "datum_aanmelding", "beleid", "updated_at"], reden=reden)
    volg_eerste_contact(dossier, by=by, reden=reden)
    laat_vervallen(dossier=dossier, behalve=(), op=on)

"""Lay down the beleid of a gemeente. What dossiers follow is never changed: other beleid is a new row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.afwijkingen import OngeldigBeleid, lees
from cases.beleid import PROFIELEN
from cases.doelgroepen import EERSTE_DAG_UHT
from cases.models import Beleid, Dossier
from config.weergave import datum as datumtekst

VAST = "Dit beleid geldt al of dossiers volgen het. Het verandert niet meer: maak nieuw beleid."
ENIGE = "Dit is het enige beleid van de gemeente. Maak eerst nieuw beleid, en haal dit dan weg."


@transaction.atomic
def beleid_maken(
    *,
    gemeente: Gemeente,
    profiel: str,
    geldig_vanaf: date,
    bron: str,
    afwijkingen: Mapping[str, Any],
    by: User,
    on: date,
) -> Beleid:
    """Let a gemeente follow other beleid from a day on; running dossiers keep what they have.

    Raises ActieFout for a day before the first that may be, a day that has beleid already, no source, or a change that
    can't be.
    """
    _vergrendel(gemeente)
    beleid = Beleid(gemeente=gemeente, profiel=profiel)
    return _bewaar(beleid, geldig_vanaf=geldig_vanaf, bron=bron, afwijkingen=afwijkingen, by=by, on=on)


@transaction.atomic
def beleid_wijzigen(
    *, beleid: Beleid, geldig_vanaf: date, bron: str, afwijkingen: Mapping[str, Any], by: User, on: date
) -> Beleid:
    """Change beleid that is not fixed yet; raises ActieFout for beleid that is."""
    beleid = _eis_los(beleid, on)
    return _bewaar(beleid, geldig_vanaf=geldig_vanaf, bron=bron, afwijkingen=afwijkingen, by=by, on=on)


@transaction.atomic
def beleid_weghalen(*, beleid: Beleid, by: User, on: date) -> None:
    """Take away beleid that is not fixed yet; its history stays. Raises ActieFout for what is, or the only one."""
    verwijder(_eis_los(beleid, on, weg=True), by=by, reden="weggehaald voordat een dossier het volgde")


def waarom_vast(beleid: Beleid, on: date, *, weg: bool = False) -> str:
    """Say why beleid can't be changed, or taken away; empty when it can.

    It can until it holds or a dossier follows it. While a gemeente has no dossier at all, also beleid that holds can:
    nobody has rights from it yet, and the first that was laid down may be wrong.
    """
    vrij = not heeft_dossiers(beleid.gemeente)
    if not vrij and (beleid.geldig_vanaf <= on or Dossier.objects.filter(beleid=beleid).exists()):
        return VAST
    if weg and not Beleid.objects.filter(gemeente=beleid.gemeente_id).exclude(pk=beleid.pk).exists():
        return ENIGE
    return ""


def heeft_dossiers(gemeente: Gemeente) -> bool:
    return Dossier.objects.filter(gemeente=gemeente).exists()


def _vergrendel(gemeente: Gemeente) -> None:
    """Keep out a second beheerder, and who registers the first dossier, until the transaction ends."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)


def _eis_los(beleid: Beleid, on: date, *, weg: bool = False) -> Beleid:
    _vergrendel(beleid.gemeente)
    nu: Beleid | None = Beleid.objects.filter(pk=beleid.pk).first()
    if nu is None:
        raise ActieFout("Dit beleid is intussen weggehaald.")
    if waarom := waarom_vast(nu, on, weg=weg):
        raise ActieFout(waarom)
    return nu


def _bewaar(
    beleid: Beleid, *, geldig_vanaf: date, bron: str, afwijkingen: Mapping[str, Any], by: User, on: date
) -> Beleid:
    if geldig_vanaf < EERSTE_DAG_UHT:
        raise ActieFout(f"Beleid kan niet eerder ingaan dan {datumtekst(EERSTE_DAG_UHT)}.")
    if geldig_vanaf < on and heeft_dossiers(beleid.gemeente):
        raise ActieFout(
            "Beleid kan niet eerder ingaan dan vandaag: lopende dossiers houden het beleid van hun begin."
            " Moet een dossier het nieuwe beleid volgen? Dan kiest een coördinator dat in het dossier, met reden."
        )
    op_die_dag = Beleid.objects.filter(gemeente=beleid.gemeente, geldig_vanaf=geldig_vanaf).exclude(pk=beleid.pk)
    if op_die_dag.exists():
        raise ActieFout(f"Vanaf {datumtekst(geldig_vanaf)} geldt al ander beleid. Kies een andere dag.")
    if not 0 < len(bron.strip()) <= 200:
        raise ActieFout("Noem in hoogstens 200 tekens het besluit waarin het beleid staat.")
    try:
        if afwijkingen:
            lees(PROFIELEN[beleid.profiel], afwijkingen, geldig_vanaf)
    except OngeldigBeleid as fout:
        raise ActieFout(str(fout)) from None
    beleid.geldig_vanaf, beleid.bron, beleid.afwijkingen = geldig_vanaf, bron.strip(), dict(afwijkingen)
    return bewaar(beleid, by=by)

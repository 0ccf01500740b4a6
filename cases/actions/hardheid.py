"""Decide to grant something although its term is over, and take that back while it was not used."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel
from cases.keuzes import Hardheidsgrond
from cases.models import Dossier, Hardheidsbesluit
from cases.poorten_bron import poorten_van
from cases.register import regel as zoek_regel
from cases.status import Status
from config.weergave import datum as datumtekst

# In these a besluit can grant something.
TE_BESLISSEN = frozenset({Status.PLAN_VAN_AANPAK, Status.UITVOERING, Status.ACCLIMATISATIE})
WAT = "De hardheidsclausule toepassen"


@transaction.atomic
def hardheid_vastleggen(
    *,
    dossier: Dossier,
    regel: str,
    grond: Hardheidsgrond,
    waarvoor: str,
    motivering: str,
    by: User,
    at: datetime,
    on: date,
) -> Hardheidsbesluit:
    """Open a closed gate for the next besluit (Wht art. 9.1 lid 2 onder d: an onbillijkheid van overwegende aard).

    Raises ActieFout without mandate, motivering or a closed gate, and when one for the same gate waits to be used.
    Who is also the casusregisseur decides on an own request: a coördinator may, and the event says so.
    """
    dossier = vergrendel(dossier)
    eis_mandaat(dossier, by)
    eis_status(dossier, TE_BESLISSEN, WAT)
    eis_in_leven(dossier, WAT)
    waarvoor, motivering = waarvoor.strip(), motivering.strip()
    if not waarvoor:
        raise ActieFout("Schrijf op waarvoor u de hardheidsclausule toepast.")
    if not motivering:
        raise ActieFout("Schrijf op waarom het niet redelijk is om vast te houden aan de termijn.")
    _eis_dicht(dossier, regel, on)
    rij = bewaar(
        Hardheidsbesluit(
            dossier=dossier,
            regel=regel,
            grond=grond,
            waarvoor=waarvoor,
            motivering=motivering,
            besloten_op=on,
            besloten_door=by,
        ),
        by=by,
    )
    zelf = dossier.casusregisseur_id == by.pk
    slot = " Wie besloot, is ook de casusregisseur." if zelf else ""
    tekst = f"Hardheidsclausule toegepast voor het volgende besluit: {zoek_regel(regel).kort.lower()}.{slot}"
    log(dossier, "hardheid", tekst, by=by, at=at, reden=motivering, hardheid=rij.pk, zelf=zelf)
    return rij


def eis_mandaat(dossier: Dossier, by: User) -> None:
    """Refuse who does not decide for the college on the hardheidsclausule: that is the coördinator."""
    if not by.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id):
        raise ActieFout(
            "Alleen een coördinator beslist over de hardheidsclausule. Vraag een coördinator om dit besluit."
        )


def _eis_dicht(dossier: Dossier, regel: str, on: date) -> None:
    poort = poorten_van(dossier, on).get(regel)
    if poort is None:
        raise ActieFout("Deze termijn loopt niet in dit dossier. Kies een termijn die voorbij is.")
    if poort.is_open:
        raise ActieFout(f"Deze termijn loopt nog tot en met {datumtekst(poort.tot)}. U kunt gewoon toekennen.")
    if not poort.blokkeert:
        raise ActieFout("Deze termijn houdt een besluit in dit dossier niet tegen. U kunt gewoon toekennen.")
    if poort.hardheid is not None:
        raise ActieFout(
            f"De hardheidsclausule is al toegepast op {datumtekst(poort.hardheid)} en nog niet gebruikt. Neem eerst dat"
            " besluit, of trek de toepassing in."
        )


@transaction.atomic
def hardheid_intrekken(*, hardheid: Hardheidsbesluit, reden: str, by: User, at: datetime) -> Hardheidsbesluit:
    """Take back a hardheidsbesluit that no besluit used: the gate is closed again."""
    dossier = vergrendel(hardheid.dossier)
    eis_mandaat(dossier, by)
    rij = Hardheidsbesluit.objects.select_for_update().get(pk=hardheid.pk)
    if rij.is_ingetrokken:
        raise ActieFout(f"Deze toepassing is al ingetrokken: {rij.ingetrokken_reden}")
    if rij.besluit:
        raise ActieFout(f"Besluit {rij.besluit} steunt op deze toepassing. U kunt haar niet meer intrekken.")
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom u deze toepassing intrekt.")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden
    bewaar(rij, by=by, velden=["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"], reden=reden)
    tekst = f"Toepassing van de hardheidsclausule ingetrokken: {zoek_regel(rij.regel).kort.lower()}."
    log(dossier, "hardheid_ingetrokken", tekst, by=by, at=at, reden=reden, hardheid=rij.pk)
    return rij

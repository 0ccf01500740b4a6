"""The doelen of a plan and the steps to them: added, changed while the plan is open, and closed with a trail."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel, verwijder
from cases.keuzes import Leefgebied
from cases.models import Dossier, Gezinslid
from planvanaanpak.actions.planpoort import TE_VERDIEPEN, eis_eerder_besluit, eis_met_plan, eis_plan_open
from planvanaanpak.actions.voorzieningverband import eis_gezinslid
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel, Doelstap, PlanVanAanpak
from planvanaanpak.planbron import is_open, was_vastgesteld
from planvanaanpak.plantekst import netjes


@dataclass(frozen=True, kw_only=True)
class Stapgegevens:
    """What a step says: what, who, by when, and how it stands."""

    wat: str
    wie: str
    datum_uiterlijk: date | None = None
    status: DoelStatus = DoelStatus.OPEN
    datum_behaald: date | None = None
    reden_vervallen: str = ""


STAPVELDEN = ("wat", "wie", "datum_uiterlijk", "status", "datum_behaald", "reden_vervallen")


@transaction.atomic
def doel_toevoegen(
    *,
    plan: PlanVanAanpak,
    leefgebied: Leefgebied,
    tekst: str,
    gezinslid: Gezinslid | None = None,
    reden: str = "",
    by: User,
    at: datetime,
) -> Doel:
    """Add a doel to a leefgebied, for the inwoner or a gezinslid. After the vaststelling with the reason why."""
    dossier = vergrendel(plan.dossier)
    eis_met_plan(dossier, "Een doel toevoegen", TE_VERDIEPEN)
    eis_eerder_besluit(dossier)
    _eis_tekst(tekst)
    eis_gezinslid(dossier, gezinslid)
    na_vaststelling = not is_open(dossier)
    if na_vaststelling and not reden.strip():
        raise ActieFout("Het plan is al vastgesteld. Schrijf op waarom dit doel erbij komt.")
    if plan.leefgebieden.get(leefgebied=leefgebied).weggelaten:
        gebied = Leefgebied(leefgebied).label.lower()
        raise ActieFout(f"Het leefgebied {gebied} is weggelaten. Haal eerst de reden daarvan weg.")
    doel = Doel(plan=plan, leefgebied=leefgebied, tekst=netjes(tekst), gezinslid=gezinslid)
    if na_vaststelling:
        doel.toegevoegd_op, doel.toegevoegd_door, doel.reden_toegevoegd = at, by, reden.strip()
    bewaar(doel, by=by, reden=reden.strip())
    tekst = f"Doel toegevoegd bij {Leefgebied(leefgebied).label.lower()}: {doel.tekst}"
    log(dossier, "doel_toegevoegd", tekst, by=by, at=at, reden=reden.strip())
    return doel


@transaction.atomic
def doel_wijzigen(*, doel: Doel, tekst: str, gezinslid: Gezinslid | None, by: User, at: datetime) -> Doel:
    """Change an open doel while the plan is open; after that it is closed with a reason and another one added."""
    dossier = vergrendel(doel.plan.dossier)
    eis_plan_open(dossier, "Een doel wijzigen")
    doel = _neem(doel)
    _eis_niet_af(doel)
    _eis_tekst(tekst)
    eis_gezinslid(dossier, gezinslid, nu=doel.gezinslid_id)
    if (doel.tekst, doel.gezinslid_id) == (netjes(tekst), gezinslid.pk if gezinslid else None):
        return doel
    doel.tekst, doel.gezinslid = netjes(tekst), gezinslid
    bewaar(doel, by=by, velden=["tekst", "gezinslid"])
    log(dossier, "doel_gewijzigd", f"Doel gewijzigd: {doel.tekst}", by=by, at=at)
    return doel


@transaction.atomic
def doel_weghalen(*, doel: Doel, reden: str = "", by: User, at: datetime) -> None:
    """Take a doel and its steps out of a plan that is still open; their history stays.

    Out of a plan that was vastgesteld before it goes with a reason: the inwoner has that doel in a besluit.
    """
    dossier = vergrendel(doel.plan.dossier)
    eis_plan_open(dossier, "Een doel weghalen")
    doel = _neem(doel)
    if was_vastgesteld(doel.plan) and not reden.strip():
        raise ActieFout("Dit doel stond in een besluit. Schrijf op waarom u het weghaalt.")
    for stap in doel.stappen.all():
        verwijder(stap, by=by)
    tekst = doel.tekst
    verwijder(doel, by=by)
    log(dossier, "doel_weggehaald", f"Doel weggehaald: {tekst}", by=by, at=at, reden=reden.strip())


@transaction.atomic
def stap_bewaren(
    *, doel: Doel, gegevens: Stapgegevens, stap: Doelstap | None = None, by: User, at: datetime, on: date
) -> Doelstap:
    """Add a step to a doel or change one: what, who, by when, and whether it is done or lapsed with the reason."""
    dossier = vergrendel(doel.plan.dossier)
    eis_met_plan(dossier, "Een stap vastleggen")
    doel = _neem(doel)
    _eis_niet_af(doel)
    _eis_stap(dossier, gegevens, on)
    rij = Doelstap(doel=doel) if stap is None else _neem_stap(stap)
    if stap is not None and all(getattr(rij, veld) == getattr(gegevens, veld) for veld in STAPVELDEN):
        return rij
    for veld in STAPVELDEN:
        setattr(rij, veld, getattr(gegevens, veld))
    bewaar(rij, by=by)
    woord = "toegevoegd" if stap is None else "bijgewerkt"
    tekst = f"Stap {woord}: {rij.wat} ({rij.get_status_display().lower()})."
    log(dossier, f"stap_{woord}", tekst, by=by, at=at, reden=gegevens.reden_vervallen)
    return rij


@transaction.atomic
def stap_weghalen(*, stap: Doelstap, by: User, at: datetime) -> None:
    """Take a step out of a plan that is still open; after that it lapses with a reason."""
    dossier = vergrendel(stap.doel.plan.dossier)
    eis_plan_open(dossier, "Een stap weghalen")
    stap = _neem_stap(stap)
    wat = stap.wat
    verwijder(stap, by=by)
    log(dossier, "stap_weggehaald", f"Stap weggehaald: {wat}.", by=by, at=at)


def _eis_niet_af(doel: Doel) -> None:
    if not doel.is_open:
        raise ActieFout(f"Dit doel is {doel.get_status_display().lower()}. Open het doel eerst weer.")


def _eis_tekst(tekst: str) -> None:
    if not tekst.strip():
        raise ActieFout("Schrijf op wat het doel is.")


def _eis_stap(dossier: Dossier, stap: Stapgegevens, on: date) -> None:
    if not stap.wat.strip() or not stap.wie.strip():
        raise ActieFout("Schrijf op wat er gebeurt en wie dat doet.")
    if (stap.status == DoelStatus.BEHAALD) != (stap.datum_behaald is not None):
        raise ActieFout("Vul de dag waarop de stap klaar was in, en alleen bij een stap die klaar is.")
    if stap.datum_behaald and not dossier.datum_aanmelding <= stap.datum_behaald <= on:
        raise ActieFout("Een stap is klaar op een dag tussen de aanmelding en vandaag.")
    if (stap.status == DoelStatus.VERVALLEN) != bool(stap.reden_vervallen.strip()):
        raise ActieFout("Schrijf op waarom de stap vervalt, en alleen bij een stap die vervalt.")


def _neem(doel: Doel) -> Doel:
    """Lock a doel and give it as it is now: a colleague may have taken it away."""
    huidig = Doel.objects.select_for_update(of=("self",)).select_related("plan").filter(pk=doel.pk).first()
    if huidig is None:
        raise ActieFout("Dit doel is intussen weggehaald.")
    return huidig


def _neem_stap(stap: Doelstap) -> Doelstap:
    huidig = Doelstap.objects.select_for_update(of=("self",)).select_related("doel__plan").filter(pk=stap.pk).first()
    if huidig is None:
        raise ActieFout("Deze stap is intussen weggehaald.")
    return huidig

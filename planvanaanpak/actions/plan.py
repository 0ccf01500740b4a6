"""Make and change the plan van aanpak, its voorzieningen and doelen, and record the akkoord."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.keuzes import Leefgebied
from cases.models import Document, Dossier
from cases.status import Status
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus, VoorzieningStatus
from planvanaanpak.models import (
    Akkoord,
    Doel,
    Planleefgebied,
    PlanVanAanpak,
    Voorziening,
)

MET_PLAN = frozenset({Status.PLAN_VAN_AANPAK, Status.UITVOERING})
PLAN_OPEN = frozenset({Status.PLAN_VAN_AANPAK})


@transaction.atomic
def plan_openen(*, dossier: Dossier, by: User, at: datetime) -> PlanVanAanpak:
    """Give the plan of a dossier; the first time it is made, with the hulpvragen of the eerste gesprek filled in."""
    dossier = vergrendel(dossier)
    plan = PlanVanAanpak.objects.filter(dossier=dossier).first()
    if plan is not None:
        return plan
    eis_status(dossier, PLAN_OPEN, "Een plan van aanpak maken")
    plan = bewaar(PlanVanAanpak(dossier=dossier), by=by)
    hulpvragen = dict(dossier.hulpvragen.order_by("id").values_list("leefgebied", "tekst"))
    for leefgebied in Leefgebied:
        bewaar(
            Planleefgebied(
                plan=plan,
                leefgebied=leefgebied,
                hulpvraag=hulpvragen.get(leefgebied, ""),
            ),
            by=by,
        )
    log(dossier, "plan_gemaakt", "Plan van aanpak begonnen.", by=by, at=at)
    return plan


@transaction.atomic
def leefgebied_bewaren(
    *,
    plan: PlanVanAanpak,
    leefgebied: Leefgebied,
    velden: Mapping[str, str],
    doel: str,
    by: User,
    at: datetime,
) -> Planleefgebied:
    """Save what the plan says of one leefgebied, with its doel. Refused once the plan is vastgesteld.

    `velden` holds situatie, voldoet and hulpvraag. An empty doel takes the open doel away.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, PLAN_OPEN, "Het plan wijzigen")
    deel = Planleefgebied.objects.select_for_update().get(plan=plan, leefgebied=leefgebied)
    for veld in ("situatie", "voldoet", "hulpvraag"):
        setattr(deel, veld, velden[veld].strip())
    bewaar(deel, by=by, velden=["situatie", "voldoet", "hulpvraag"])
    _doel_bewaren(plan, leefgebied, doel.strip(), by)
    log(
        dossier,
        "plan_bewaard",
        f"Plan bijgewerkt: {deel.get_leefgebied_display().lower()}.",
        by=by,
        at=at,
    )
    return deel


def _doel_bewaren(plan: PlanVanAanpak, leefgebied: Leefgebied, tekst: str, by: User) -> None:
    doel = Doel.objects.filter(plan=plan, leefgebied=leefgebied).first()
    if not tekst:
        if doel is not None:
            doel._history_user = by
            doel.delete()
        return
    doel = doel or Doel(plan=plan, leefgebied=leefgebied)
    if doel.tekst != tekst:
        doel.tekst = tekst
        bewaar(doel, by=by)


@transaction.atomic
def voorziening_bewaren(
    *,
    plan: PlanVanAanpak,
    gegevens: Mapping[str, Any],
    by: User,
    at: datetime,
    voorziening: Voorziening | None = None,
) -> Voorziening:
    """Add or change a voorziening that is still a voorstel: for the plan, or after its vaststelling for an addendum."""
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, MET_PLAN, "Een voorziening voorstellen")
    nieuw = voorziening is None
    voorziening = voorziening or Voorziening(plan=plan)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. Stel een nieuwe voor en neem een aanvullend besluit.")
    for veld, waarde in gegevens.items():
        setattr(voorziening, veld, waarde)
    bewaar(voorziening, by=by)
    werkwoord = "voorgesteld" if nieuw else "gewijzigd"
    log(
        dossier,
        f"voorziening_{werkwoord}",
        f"Voorziening {werkwoord}: {voorziening.omschrijving}.",
        by=by,
        at=at,
    )
    return voorziening


@transaction.atomic
def voorziening_weghalen(*, voorziening: Voorziening, by: User, at: datetime) -> None:
    """Take away a voorziening that is still a voorstel; its history stays."""
    dossier = vergrendel(voorziening.plan.dossier)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. U kunt hem niet meer weghalen.")
    log(
        dossier,
        "voorziening_weggehaald",
        f"Voorstel weggehaald: {voorziening.omschrijving}.",
        by=by,
        at=at,
    )
    voorziening._history_user = by
    voorziening.delete()


@transaction.atomic
def akkoord_vastleggen(
    *,
    plan: PlanVanAanpak,
    datum: date,
    kanaal: AkkoordKanaal,
    bewijs: Document | None,
    toelichting: str,
    by: User,
    at: datetime,
    on: date,
) -> Akkoord:
    """Record that the rechthebbende agrees with the plan, with the proof (component B hangs on it)."""
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, MET_PLAN, "Akkoord vastleggen")
    if datum > on:
        raise ActieFout("Het akkoord kan niet in de toekomst liggen.")
    if dossier.datum_eerste_gesprek and datum < dossier.datum_eerste_gesprek:
        raise ActieFout("Het akkoord kan niet vóór het eerste gesprek liggen.")
    if bewijs is not None and bewijs.dossier_id != dossier.pk:
        raise ActieFout("Dit bewijs hoort bij een ander dossier.")
    akkoord = Akkoord.objects.filter(plan=plan).first() or Akkoord(plan=plan)
    akkoord.datum, akkoord.kanaal, akkoord.bewijs, akkoord.toelichting = (
        datum,
        kanaal,
        bewijs,
        toelichting,
    )
    akkoord.vastgelegd_op, akkoord.vastgelegd_door = at, by
    bewaar(akkoord, by=by)
    log(
        dossier,
        "akkoord",
        f"Akkoord met het plan op {datum:%d-%m-%Y}: {akkoord.get_kanaal_display()}.",
        by=by,
        at=at,
    )
    return akkoord


@transaction.atomic
def doel_afsluiten(
    *,
    doel: Doel,
    status: DoelStatus,
    datum: date,
    reden: str,
    by: User,
    at: datetime,
    on: date,
) -> Doel:
    """Mark a doel of a plan in uitvoering as behaald on a day, or as vervallen with a reason."""
    dossier = vergrendel(doel.plan.dossier)
    eis_status(dossier, frozenset({Status.UITVOERING}), "Een doel afsluiten")
    if status == DoelStatus.VERVALLEN and not reden.strip():
        raise ActieFout("Schrijf op waarom dit doel vervalt.")
    if datum > on:
        raise ActieFout("Een doel kan niet in de toekomst behaald zijn.")
    doel.status = status
    doel.datum_behaald = datum if status == DoelStatus.BEHAALD else None
    doel.reden_vervallen = reden.strip() if status == DoelStatus.VERVALLEN else ""
    bewaar(doel, by=by, velden=["status", "datum_behaald", "reden_vervallen"], reden=reden)
    log(
        dossier,
        "doel",
        f"Doel {doel.get_status_display().lower()}: {doel.tekst}",
        by=by,
        at=at,
        reden=reden,
    )
    return doel

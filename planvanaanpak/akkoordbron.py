"""Read the akkoord of a plan, or why there is none, for the checklist and for the letter."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from cases.gesproken import laatst_gesproken
from cases.models import Dossier
from planvanaanpak.akkoordkeuzes import AkkoordOmvang, AkkoordVan, ZonderAkkoordGrond
from planvanaanpak.akkoordregels import Contactpoging, keur_zonder_akkoord, vergeefs
from planvanaanpak.models import PlanVanAanpak, ZonderAkkoord
from planvanaanpak.planbron import gewijzigd_na_akkoord

# Why the plan is set down without akkoord, as the inwoner reads it.
IN_BRIEF = {
    ZonderAkkoordGrond.WEIGERT: "U gaat niet akkoord met het plan. Toch nemen wij nu een besluit.",
    ZonderAkkoordGrond.GEEN_ANTWOORD: "Wij vroegen u of u het eens bent met het plan, maar kregen geen antwoord.",
    ZonderAkkoordGrond.ACUUT: "Omdat er haast bij is, wachtten wij niet op uw akkoord met het plan.",
}


def akkoordgegevens(plan: PlanVanAanpak | None) -> dict[str, Any]:
    """Give what the checklist looks at."""
    akkoord, zonder = getattr(plan, "akkoord", None), getattr(plan, "zonder_akkoord", None)
    geldt = plan is not None and akkoord is None and zonder is not None and geldt_nog(plan, zonder)
    return {
        "akkoord": akkoord is not None,
        "akkoord_bewijs": bool(akkoord and akkoord.heeft_bewijs),
        "akkoord_ouder": plan is not None and gewijzigd_na_akkoord(plan.dossier, plan),
        "zonder_akkoord": zonder.get_grond_display() if zonder and geldt else "",
    }


def geldt_nog(plan: PlanVanAanpak, zonder: ZonderAkkoord) -> bool:
    """Say whether the reason still holds: who was reached since can answer, and what was acute may be over."""
    dossier = plan.dossier
    pogingen = vergeefse_pogingen(dossier, plan) if zonder.grond == ZonderAkkoordGrond.GEEN_ANTWOORD else 0
    return not keur_zonder_akkoord(zonder.grond, zonder.reden, aantal_vergeefs=pogingen, is_acuut=bool(dossier.acuut))


def akkoord_in_brief(plan: PlanVanAanpak | None) -> dict[str, Any]:
    """Give what the letter says of it: the akkoord, else why the college decides without."""
    akkoord, zonder = getattr(plan, "akkoord", None), getattr(plan, "zonder_akkoord", None)
    if akkoord is not None:
        namens = akkoord.vertegenwoordiger if akkoord.van == AkkoordVan.VERTEGENWOORDIGER else None
        return {
            "akkoord_datum": akkoord.datum,
            "akkoord_hoe": akkoord.get_kanaal_display(),
            "akkoord_van": namens.naam if namens else "",
            "niet_akkoord": akkoord.niet_akkoord if akkoord.omvang == AkkoordOmvang.DEELS else "",
        }
    return {"zonder_akkoord": IN_BRIEF[ZonderAkkoordGrond(zonder.grond)]} if zonder else {}


def vergeefse_pogingen(dossier: Dossier, plan: PlanVanAanpak) -> int:
    """Count the attempts in the contact log without an answer since the plan was begun, and since the last gesprek.

    The plan is made with the rechthebbende (Wht art. 2.21 lid 4), so a talk with somebody else is no attempt to ask for
    the akkoord; and no answer either.
    """
    rijen = [contact for contact in dossier.contacten.geldig() if not contact.is_met_ander]
    pogingen = [Contactpoging(contact.datum, contact.is_bereikt) for contact in rijen]
    if gesproken := laatst_gesproken(dossier):
        pogingen.append(Contactpoging(gesproken, is_bereikt=True))
    return vergeefs(pogingen, plan_begonnen(plan))


def plan_begonnen(plan: PlanVanAanpak) -> date:
    """Give the day on which the plan was begun, from its event: rows can be made on another day than they tell of."""
    begin = plan.dossier.events.filter(soort="plan_gemaakt").order_by("at").values_list("at", flat=True).first()
    return localdate(begin or plan.created_at)

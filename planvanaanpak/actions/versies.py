"""Keep the plan as it is now as a version that never changes."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from planvanaanpak.actions.planpoort import eis_met_plan
from planvanaanpak.bevroren import naar_json
from planvanaanpak.keuzes import BesluitSoort, Plansoort, Versiesoort
from planvanaanpak.models import Besluit, PlanVanAanpak, Planversie
from planvanaanpak.nodig import SITUATIE, Plangegevens, nodig
from planvanaanpak.opbouw import plangegevens
from planvanaanpak.planbron import is_open
from planvanaanpak.planopname import inhoud_van

VASTGESTELD = {
    Plansoort.VOLLEDIG: Versiesoort.VASTSTELLING,
    Plansoort.HOOFDLIJNEN: Versiesoort.HOOFDLIJNEN,
    Plansoort.ACUUT: Versiesoort.ACUUT,
}
BIJ_BESLUIT = {
    BesluitSoort.ADDENDUM: Versiesoort.ADDENDUM,
    BesluitSoort.HERZIENING: Versiesoort.HERZIENING,
    BesluitSoort.INTREKKING: Versiesoort.HERZIENING,
    BesluitSoort.BESLUIT_OP_BEZWAAR: Versiesoort.HERZIENING,
}


def versie_bij_besluit(plan: PlanVanAanpak, besluit: Besluit, *, by: User, at: datetime) -> Planversie:
    """Keep the plan as the besluit set it down or added to it; a part of the action that takes the besluit."""
    versiesoort = BIJ_BESLUIT.get(BesluitSoort(besluit.soort), VASTGESTELD[Plansoort(plan.soort)])
    return _leg_vast(plan, versiesoort, besluit=besluit, by=by, at=at)


def versie_na_herroeping(
    plan: PlanVanAanpak, besluit: Besluit | None, reden: str, *, by: User, at: datetime
) -> Planversie:
    """Keep the plan that holds again: with the besluit op bezwaar, or after a court without one."""
    if besluit is not None:
        return versie_bij_besluit(plan, besluit, by=by, at=at)
    return _leg_vast(plan, Versiesoort.HERZIENING, reden=reden, by=by, at=at)


@transaction.atomic
def versie_bewaren(*, plan: PlanVanAanpak, reden: str, nu_volledig: bool = False, by: User, at: datetime) -> Planversie:
    """Keep a version between two besluiten, with the reason: to talk it over, or because the plan was worked out.

    `nu_volledig` says that a plan op hoofdlijnen is complete. Raises ActieFout when it is not, when nothing changed
    since the last version, or without a reason.
    """
    dossier = vergrendel(plan.dossier)
    eis_met_plan(dossier, "Een versie van het plan bewaren")
    plan = PlanVanAanpak.objects.select_for_update().get(pk=plan.pk)
    plan.dossier = dossier
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u deze versie bewaart.")
    if nu_volledig:
        _maak_volledig(plan, plangegevens(dossier), by)
    laatste = plan.versies.last()
    if laatste is not None and laatste.inhoud == naar_json(inhoud_van(dossier, plan)):
        raise ActieFout(f"Er is niets veranderd sinds versie {laatste.nummer}. Een nieuwe versie is niet nodig.")
    versiesoort = Versiesoort.TUSSENTIJDS if is_open(dossier) else Versiesoort.HERZIENING
    versie = _leg_vast(plan, versiesoort, reden=reden.strip(), by=by, at=at)
    if versiesoort == Versiesoort.TUSSENTIJDS:
        plan.versie = versie.nummer + 1
        bewaar(plan, by=by, velden=["versie"])
    tekst = f"Versie {versie.nummer} van het plan bewaard."
    log(dossier, "plan_versie", tekst, by=by, at=at, reden=reden.strip())
    return versie


def _maak_volledig(plan: PlanVanAanpak, gegevens: Plangegevens, by: User) -> None:
    """A plan op hoofdlijnen or an acute one becomes complete when every leefgebied is (VNG handreiking 2025 §4.3)."""
    if plan.soort == Plansoort.VOLLEDIG:
        return
    als_volledig = Plangegevens(**{**vars(gegevens), "soort": Plansoort.VOLLEDIG})
    codes = {gebied.code for gebied in als_volledig.leefgebieden}
    van_het_plan = [punt for punt in nodig(als_volledig) if punt.leefgebied in codes or punt.doel == SITUATIE]
    open_punten = [punt.tekst for punt in van_het_plan if not punt.klaar]
    if open_punten:
        raise ActieFout(f"Het plan is nog niet volledig. Nog nodig: {'; '.join(open_punten)}.")
    plan.soort = Plansoort.VOLLEDIG
    bewaar(plan, by=by, velden=["soort"])


def _leg_vast(
    plan: PlanVanAanpak,
    versiesoort: Versiesoort,
    *,
    by: User,
    at: datetime,
    reden: str = "",
    besluit: Besluit | None = None,
) -> Planversie:
    """Give the plan as it stands in the database its number and keep it."""
    nu = PlanVanAanpak.objects.select_related("dossier__persoon", "dossier__gezin").get(pk=plan.pk)
    laatste = nu.versies.last()
    nummer = nu.versie if laatste is None else max(nu.versie, laatste.nummer + 1)
    if nummer != nu.versie:
        plan.versie = nummer
        bewaar(plan, by=by, velden=["versie"])
    return Planversie.objects.create(
        plan=plan,
        nummer=nummer,
        versiesoort=versiesoort,
        soort=nu.soort,
        reden=reden,
        inhoud=naar_json(inhoud_van(nu.dossier, nu)),
        besluit=besluit,
        vastgelegd_op=at,
        vastgelegd_door=by,
    )

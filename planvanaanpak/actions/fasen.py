"""The fasen of a plan: plan the evaluation of one, and record what came of it."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.models import Dossier
from config.weergave import datum as datumtekst
from planvanaanpak.actions.planpoort import eis_met_plan
from planvanaanpak.actions.verdiepen import IN_UITVOERING
from planvanaanpak.keuzes import Evaluatie
from planvanaanpak.models import Planfase


@transaction.atomic
def fase_plannen(*, fase: Planfase, datum: date, by: User, at: datetime, on: date) -> Planfase:
    """Agree on which day a fase is evaluated; the beleid gives no date itself."""
    dossier = vergrendel(fase.plan.dossier)
    eis_met_plan(dossier, "Een evaluatie plannen")
    fase = _neem(fase)
    if fase.geevalueerd_op is not None:
        raise ActieFout("Deze fase is al geëvalueerd. Pas de evaluatie aan als er iets niet klopt.")
    if datum < on:
        raise ActieFout("Plan de evaluatie op vandaag of later. Is hij al geweest? Leg dan de uitkomst vast.")
    if fase.datum_evaluatie == datum:
        return fase
    fase.datum_evaluatie = datum
    _bewaar(fase, ["datum_evaluatie"], by)
    log(dossier, "fase_gepland", f"Evaluatie van fase {fase.nummer} gepland op {datumtekst(datum)}.", by=by, at=at)
    return fase


@transaction.atomic
def fase_evalueren(
    *, fase: Planfase, datum: date, uitkomst: Evaluatie, toelichting: str, by: User, at: datetime, on: date
) -> Planfase:
    """Record the evaluation of a fase and whether the plan is to be changed (Tiel 2025 art. 7 lid 1).

    Recording it again corrects it; the history keeps what it was.
    """
    dossier = vergrendel(fase.plan.dossier)
    eis_status(dossier, IN_UITVOERING, "Een fase evalueren")
    fase = _neem(fase)
    if not toelichting.strip():
        raise ActieFout("Schrijf op wat u met de inwoner hebt besproken.")
    _eis_dag(dossier, datum, on)
    fase.datum_geevalueerd, fase.uitkomst, fase.toelichting = datum, uitkomst, toelichting.strip()
    fase.geevalueerd_op, fase.geevalueerd_door = at, by
    velden = ["datum_geevalueerd", "uitkomst", "toelichting", "geevalueerd_op", "geevalueerd_door"]
    _bewaar(fase, velden, by)
    tekst = f"Fase {fase.nummer} geëvalueerd op {datumtekst(datum)}: {fase.get_uitkomst_display().lower()}."
    log(dossier, "fase_geevalueerd", tekst, by=by, at=at)
    return fase


def _neem(fase: Planfase) -> Planfase:
    """Lock a fase; one that the beleid got after the plan was opened has no row yet (planbron.fasen_van)."""
    rijen = Planfase.objects.select_for_update(of=("self",)).filter(plan=fase.plan_id, nummer=fase.nummer)
    return rijen.first() or Planfase(plan=fase.plan, nummer=fase.nummer, naam=fase.naam)


def _bewaar(fase: Planfase, velden: list[str], by: User) -> None:
    bewaar(fase, by=by, velden=velden if fase.pk else None)


def _eis_dag(dossier: Dossier, datum: date, on: date) -> None:
    if datum > on:
        raise ActieFout("Een evaluatie kan niet in de toekomst liggen. Plan hem, en leg de uitkomst daarna vast.")
    if dossier.datum_eerste_gesprek and datum < dossier.datum_eerste_gesprek:
        raise ActieFout("Een evaluatie kan niet vóór het eerste gesprek liggen.")

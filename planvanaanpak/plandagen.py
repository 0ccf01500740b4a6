"""What of a plan falls on a day of the calendar: a step that was promised, and the evaluation of a fase."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from cases.agenda import Agendapunt
from cases.agendawerk import stand_op
from cases.models import Dossier
from cases.registratie import Feedregel, registreer_agendabron
from cases.status import Status
from planvanaanpak.keuzes import NIET_AF
from planvanaanpak.models import Doelstap, Planfase

# A plan of which the support ended asks nothing any more.
LOOPT = (Status.AANMELDING, Status.EERSTE_GESPREK, Status.PLAN_VAN_AANPAK, Status.UITVOERING)


@registreer_agendabron
class Stapdagen:
    """The day by which a step to an open doel is done."""

    model, code, dag, dossier = Doelstap, "doelstap", "datum_uiterlijk", "doel__plan__dossier"

    def rijen(self, user: User) -> QuerySet[Any]:
        stappen = Doelstap.objects.visible_to(user).filter(status__in=NIET_AF, doel__status__in=NIET_AF)
        return stappen.filter(doel__plan__dossier__status__in=LOOPT)

    def punt(self, rij: Doelstap, on: date) -> Agendapunt:
        dossier = rij.doel.plan.dossier
        url = f"{_plan(dossier)}#leefgebied-{rij.doel.leefgebied}"
        assert rij.datum_uiterlijk is not None
        return _punt(dossier, rij.datum_uiterlijk, on, soort="Stap in het plan", wat=f"{rij.wat} ({rij.wie})", url=url)

    def regel(self, rij: Doelstap) -> Feedregel:
        plan, dag = rij.doel.plan, rij.datum_uiterlijk
        assert dag is not None
        wat = f"Stap in het plan, {plan.dossier.nummer}"
        return Feedregel(uid=f"doelstap-{rij.pk}", dag=dag, wat=wat, pad=_plan(plan.dossier), gewijzigd=plan.created_at)


@registreer_agendabron
class Evaluatiedagen:
    """The day on which a fase is evaluated (Tiel 2025 art. 7 lid 1)."""

    model, code, dag, dossier = Planfase, "planfase", "datum_evaluatie", "plan__dossier"

    def rijen(self, user: User) -> QuerySet[Any]:
        fasen = Planfase.objects.visible_to(user).filter(geevalueerd_op__isnull=True, datum_evaluatie__isnull=False)
        return fasen.filter(plan__dossier__status__in=LOOPT)

    def punt(self, rij: Planfase, on: date) -> Agendapunt:
        dossier = rij.plan.dossier
        url = reverse("fase_evalueren", args=[dossier.nummer, rij.nummer])
        assert rij.datum_evaluatie is not None
        return _punt(dossier, rij.datum_evaluatie, on, soort="Evaluatie", wat=str(rij), url=url)

    def regel(self, rij: Planfase) -> Feedregel:
        plan, dag = rij.plan, rij.datum_evaluatie
        assert dag is not None
        wat = f"Evaluatie van fase {rij.nummer}, {plan.dossier.nummer}"
        return Feedregel(uid=f"planfase-{rij.pk}", dag=dag, wat=wat, pad=_plan(plan.dossier), gewijzigd=plan.created_at)


def _plan(dossier: Dossier) -> str:
    return reverse("plan", args=[dossier.nummer])


def _punt(dossier: Dossier, dag: date, on: date, *, soort: str, wat: str, url: str) -> Agendapunt:
    return Agendapunt(
        dag=dag,
        soort=soort,
        wat=wat,
        wie=dossier.persoon.naam,
        url=url,
        stand=stand_op(dag, on),
        voor=dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen",
    )

"""Work out plans for tests: a doel with steps, a fase with its evaluation, a doelstelling that changed."""

from datetime import date

from accounts.models import User
from cases.keuzes import Leefgebied
from cases.models import Dossier
from planvanaanpak.actions import doelen, fasen, verdiepen, versies
from planvanaanpak.actions.doelen import Stapgegevens
from planvanaanpak.keuzes import DoelStatus, Evaluatie
from tests.factories import moment

OP = date(2026, 5, 18)
STAP = Stapgegevens(wat="Drie winkels vergelijken", wie="De inwoner", datum_uiterlijk=date(2026, 6, 12))
KLAAR = Stapgegevens(
    wat="Gesprek met de budgetcoach", wie="De budgetcoach", status=DoelStatus.BEHAALD, datum_behaald=date(2026, 5, 12)
)


def werk_plannen_uit(in_plan: Dossier, in_uitvoering: Dossier, by: User) -> None:
    """Give an open plan a doel with a step, and a vastgesteld one all that comes after."""
    hoe = {"by": by, "at": moment(OP)}
    doelen.stap_bewaren(doel=in_plan.plan.doelen.first(), gegevens=STAP, **hoe, on=OP)
    plan = in_uitvoering.plan
    for gegevens in (STAP, KLAAR):
        doelen.stap_bewaren(doel=plan.doelen.first(), gegevens=gegevens, **hoe, on=OP)
    doelen.doel_toevoegen(
        plan=plan, leefgebied=Leefgebied.GEZIN, tekst="De kinderen slapen goed.", reden="De school belde.", **hoe
    )
    verdiepen.doelstelling_wijzigen(
        deel=plan.leefgebieden.get(leefgebied="werk"),
        tekst="Een startkwalificatie",
        feiten="De inwoner is begonnen aan een opleiding.",
        **hoe,
    )
    eerste, tweede, _ = plan.fasen.all()
    fasen.fase_evalueren(
        fase=eerste, datum=OP, uitkomst=Evaluatie.KLAAR, toelichting="De spullen zijn er.", **hoe, on=OP
    )
    fasen.fase_plannen(fase=tweede, datum=date(2026, 9, 1), **hoe, on=OP)
    versies.versie_bewaren(plan=plan, reden="De eerste fase is klaar.", **hoe)

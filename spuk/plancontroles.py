"""The checks on contacts, plans and gesprekken that count."""

from collections import Counter
from collections.abc import Iterator

from spuk.componenten import Component
from spuk.controle import Controle, Ernst, Onderzoek, list_bronnen
from spuk.normtelling import select_versies
from spuk.telregels import Telregel


def check_plannen(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report persons for whom D counts more than once: D is per plan, B per person (art. 6 lid 4 onder b and c)."""
    versies = select_versies(onderzoek.feiten.plannen)
    persoon_van = {plan.plan: plan.persoon for plan, andere_versie in versies if not andere_versie}
    nazorg = _list_norm(Component.D, onderzoek)
    per_persoon = Counter(persoon_van[telregel.sleutel] for telregel in nazorg)
    dit_jaar = {persoon_van[telregel.sleutel] for telregel in nazorg if telregel.jaar == onderzoek.jaar}
    meer = {persoon for persoon in dit_jaar if per_persoon[persoon] > 1}
    if meer:
        melding = "Deze personen hebben meer dan één plan. Nazorg telt per plan. Zijn het echt verschillende plannen?"
        regels = tuple(telregel for telregel in nazorg if persoon_van[telregel.sleutel] in meer)
        yield Controle("meer_plannen_per_persoon", Ernst.LET_OP, melding, len(meer), regels=regels)


def check_contacten(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report gezinnen of persons who count for B in the year, without a first contact that counted."""
    met_contact = {telregel.sleutel for telregel in _list_norm(Component.A, onderzoek)}
    plannen = [telregel for telregel in _list_norm(Component.B, onderzoek) if telregel.jaar == onderzoek.jaar]
    gezinnen: dict[str, set[str]] = {}
    for plan in onderzoek.feiten.plannen:
        if plan.gezin and plan.gezin not in met_contact:
            gezinnen.setdefault(plan.persoon, set()).add(plan.gezin)
    regels = tuple(telregel for telregel in plannen if telregel.sleutel in gezinnen)
    zonder = {gezin for telregel in regels for gezin in gezinnen[telregel.sleutel]}
    if zonder:
        melding = "Deze gezinnen hebben een plan, maar geen eerste contact. A telt voor hen niet mee."
        yield Controle("plan_zonder_contact", Ernst.LET_OP, melding, len(zonder), regels=regels)


def check_driegesprekken(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report gesprekken with one person on one day: all may be claimed (art. 6 lid 2), unless one was entered twice."""
    gesprekken = [telregel for telregel in _list_norm(Component.F, onderzoek) if telregel.jaar == onderzoek.jaar]
    aantallen = Counter((telregel.sleutel, telregel.datum) for telregel in gesprekken)
    dubbel = tuple(telregel for telregel in gesprekken if aantallen[telregel.sleutel, telregel.datum] > 1)
    if dubbel:
        melding = "Deze driegesprekken zijn met dezelfde persoon op dezelfde dag. Staat er een dubbel in?"
        bronnen = list_bronnen(telregel.bron for telregel in dubbel)
        yield Controle("driegesprek_dubbel", Ernst.LET_OP, melding, len(dubbel), bronnen, regels=dubbel)


def _list_norm(component: Component, onderzoek: Onderzoek) -> list[Telregel]:
    """List the rows that earned a normbedrag up to and including the year, without cost lines of the component."""
    return [
        telregel
        for telregel in onderzoek.telregels
        if telregel.component is component
        and telregel.geteld
        and telregel.jaar is not None
        and telregel.jaar <= onderzoek.jaar
        and onderzoek.regels.is_norm(component, telregel.jaar)
    ]

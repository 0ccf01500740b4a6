"""The checks on the cost lines of the year that count."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from spuk.componenten import Component
from spuk.controle import Controle, Ernst, Onderzoek, list_bronnen
from spuk.feiten import Kosten
from spuk.normtelling import judge_plan
from spuk.tellen import judge_kosten
from spuk.telregels import Reden


def check_kosten(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Check single cost lines; a row that stands for many lines is checked where it was summed."""
    kosten = [
        regel
        for regel in onderzoek.feiten.kosten
        if regel.aantal == 1
        and regel.datum.year == onderzoek.jaar
        and judge_kosten(regel, onderzoek.regels).reden is Reden.GETELD
    ]
    yield from _check_dubbel(kosten)
    yield from _check_plan_van_c([regel for regel in kosten if regel.component is Component.C], onderzoek)


def _check_dubbel(kosten: list[Kosten]) -> Iterator[Controle]:
    aantallen = Counter(map(_get_gelijkenis, kosten))
    dubbel = [regel for regel in kosten if aantallen[_get_gelijkenis(regel)] > 1]
    melding = "Deze kosten lijken dubbel: zelfde onderdeel, datum, bedrag en plan. Staat er een factuur twee keer in?"
    yield from _report("kosten_dubbel", Ernst.LET_OP, melding, dubbel)


def _check_plan_van_c(kosten: list[Kosten], onderzoek: Onderzoek) -> Iterator[Controle]:
    """Check that C hangs on an agreed plan (VNG-handreiking SPUK 2024, C); a collective service may have none."""
    bekend = {plan.plan for plan in onderzoek.feiten.plannen}
    compleet = {
        plan.plan for plan in onderzoek.feiten.plannen if not isinstance(judge_plan(plan, onderzoek.regels), Reden)
    }
    onvolledig = bekend - compleet
    zonder = [regel for regel in kosten if regel.plan is None]
    onbekend = [regel for regel in kosten if regel.plan is not None and regel.plan not in bekend]
    open_plan = [regel for regel in kosten if regel.plan in onvolledig]
    melding = "Deze kosten bij C hangen niet aan een plan. Dat kan alleen bij een dienst voor meer mensen samen."
    yield from _report("kosten_zonder_plan", Ernst.LET_OP, melding, zonder)
    melding = "Deze kosten bij C noemen een plan dat niet bekend is. Verbeter het nummer van het plan."
    yield from _report("kosten_plan_onbekend", Ernst.BLOKKEERT, melding, onbekend)
    melding = "Deze kosten bij C horen bij een plan dat niet meetelt. Kijk vaststelling, akkoord en bewijs na."
    yield from _report("kosten_plan_telt_niet", Ernst.BLOKKEERT, melding, open_plan)


def _report(code: str, ernst: Ernst, melding: str, kosten: list[Kosten]) -> Iterator[Controle]:
    if kosten:
        yield Controle(code, ernst, melding, len(kosten), list_bronnen(regel.bron for regel in kosten))


def _get_gelijkenis(kosten: Kosten) -> tuple[Component, date, Decimal, str | None, str | None]:
    return kosten.component, kosten.datum, kosten.netto, kosten.persoon, kosten.plan

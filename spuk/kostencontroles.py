"""The checks on the cost lines of the year that count."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from config.weergave import euro
from spuk.componenten import Component
from spuk.controle import Controle, Ernst, Onderzoek, list_bronnen
from spuk.feiten import Kosten
from spuk.geld import NUL
from spuk.normtelling import judge_plan
from spuk.tellen import judge_kosten
from spuk.telregels import Feit, Reden

BOVEN_TOEKENNING = "kosten_boven_toekenning"


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
    yield from _check_toekenning(onderzoek)
    yield from _check_na_sisa(kosten, onderzoek)


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


def _check_toekenning(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Find voorzieningen with costs of this year, for which more was booked up to now than was granted, with btw."""
    per_voorziening: dict[str, list[Kosten]] = {}
    for regel in onderzoek.feiten.kosten:
        if regel.voorziening is not None and regel.datum.year <= onderzoek.jaar:
            per_voorziening.setdefault(regel.voorziening, []).append(regel)
    boven = {
        voorziening: meer
        for voorziening, rijen in per_voorziening.items()
        if any(regel.datum.year == onderzoek.jaar for regel in rijen) and (meer := _get_meer(rijen)) > 0
    }
    if boven:
        melding = (
            f"Bij deze voorzieningen is meer geboekt dan toegekend, samen {euro(sum(boven.values(), NUL))} met btw. De"
            " kosten tellen wel mee. Kijk de facturen na, en of er een besluit over het hogere bedrag is."
        )
        bronnen = list_bronnen(regel.bron for voorziening in boven for regel in per_voorziening[voorziening])
        yield Controle(BOVEN_TOEKENNING, Ernst.LET_OP, melding, len(boven), bronnen, Feit.KOSTEN)


def _get_meer(rijen: list[Kosten]) -> Decimal:
    """Give how much more was booked on one voorziening than was granted; what was given back counts."""
    return sum((regel.bruto for regel in rijen), NUL) - (rijen[0].toegekend or NUL)


def _check_na_sisa(kosten: list[Kosten], onderzoek: Onderzoek) -> Iterator[Controle]:
    """Find what was booked after the SiSa-bijlage of its year went in, or was due: no declaration has it."""
    sisa = onderzoek.regels.sisa
    if sisa is None:
        return
    later = [regel for regel in kosten if regel.geboekt is not None and sisa.is_voorbij(regel.geboekt)]
    bedrag = sum((regel.netto for regel in later), NUL)
    melding = (
        f"{sisa.woorden} Deze kosten zijn daarna geboekt: {euro(bedrag)} zonder btw. Overleg met uw accountant hoe u ze"
        " nog verantwoordt."
    )
    yield from _report("kosten_na_sisa", Ernst.LET_OP, melding, later)


def _report(code: str, ernst: Ernst, melding: str, kosten: list[Kosten]) -> Iterator[Controle]:
    if kosten:
        yield Controle(code, ernst, melding, len(kosten), list_bronnen(regel.bron for regel in kosten), Feit.KOSTEN)


def _get_gelijkenis(kosten: Kosten) -> tuple[Component, date, Decimal, str | None, str | None]:
    return kosten.component, kosten.datum, kosten.netto, kosten.persoon, kosten.plan

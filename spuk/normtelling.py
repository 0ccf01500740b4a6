"""Which contacts, plans and driegesprekken earn a normbedrag, and when (Regeling SPUK 2021, art. 6 lid 2 and 4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from spuk.componenten import Component
from spuk.feiten import Bron, Contact, Driegesprek, Plan
from spuk.regels import SpukRegels
from spuk.telregels import Reden, Telregel, check_looptijd


@dataclass(frozen=True, slots=True)
class _Kandidaat:
    """A fact that may earn a normbedrag; `sleutel` is what can be counted once."""

    sleutel: str
    jaar: int
    datum: date
    bron: Bron

    @property
    def volgorde(self) -> tuple[int, date, str, str]:
        return self.jaar, self.datum, self.sleutel, str(self.bron)

    def to_telregel(self, component: Component, reden: Reden, regels: SpukRegels) -> Telregel:
        tarief = regels.get_tarief(component, self.jaar)
        return Telregel(component, self.sleutel, self.jaar, self.datum, tarief, reden, self.bron)


def count_contacten(contacten: Iterable[Contact], regels: SpukRegels) -> Iterator[Telregel]:
    """Count A: per gezin, once over the whole looptijd, in the year of the first contact (art. 6 lid 2 and 4a).

    A contact before 2020 is no activity under the regeling, so the first one from 2020 on is the one that counts. One
    with who was niet-gedupeerd does not count (art. 1 and 3 lid 7).
    """
    kandidaten = []
    for contact in contacten:
        kandidaat = _Kandidaat(contact.gezin, contact.datum.year, contact.datum, contact.bron)
        reden = check_looptijd(contact.datum, contact.datum, regels)
        if reden is None and contact.niet_gedupeerd:
            reden = Reden.NIET_GEDUPEERD
        if reden is None:
            kandidaten.append(kandidaat)
        else:
            yield kandidaat.to_telregel(Component.A, reden, regels)
    yield from _count_once(Component.A, kandidaten, regels)


def count_plannen(plannen: Iterable[Plan], regels: SpukRegels) -> Iterator[Telregel]:
    """Count B and D from the plans that are vastgesteld and agreed with proof.

    B: per person, once, in the year in which vaststelling and akkoord are both there (art. 6 lid 2 and 4b; proof:
    VNG-handreiking SPUK 2024, component B). D: per plan, once (art. 6 lid 4c), see `_get_nazorgjaar`.
    """
    personen, nazorg = [], []
    for plan, andere_versie in select_versies(plannen):
        oordeel = Reden.ANDERE_VERSIE if andere_versie else judge_plan(plan, regels)
        if isinstance(oordeel, Reden):
            yield from _reject_plan(plan, oordeel, regels)
            continue
        personen.append(_Kandidaat(plan.persoon, oordeel.year, oordeel, plan.bron))
        nazorg.append(_Kandidaat(plan.plan, _get_nazorgjaar(plan, oordeel, regels), oordeel, plan.bron))
    yield from _count_once(Component.B, personen, regels)
    yield from _count_once(Component.D, nazorg, regels)


def count_driegesprekken(gesprekken: Iterable[Driegesprek], regels: SpukRegels) -> Iterator[Telregel]:
    """Count F: every driegesprek, also with the same person, if UHT or an appointed derde took part.

    Art. 1 says who takes part; art. 6 lid 2 leaves F out of the once-only rule of lid 4.
    """
    for gesprek in gesprekken:
        jaar = gesprek.datum.year
        reden = check_looptijd(gesprek.datum, gesprek.datum, regels)
        if reden is None and not gesprek.derde:
            reden = Reden.GEEN_DERDE
        if reden is None:
            reden = Reden.GETELD if regels.is_norm(Component.F, jaar) else Reden.WERKELIJKE_KOSTEN
        yield _Kandidaat(gesprek.persoon, jaar, gesprek.datum, gesprek.bron).to_telregel(Component.F, reden, regels)


def judge_plan(plan: Plan, regels: SpukRegels) -> date | Reden:
    """Give the day a plan met all conditions of B, or the condition it misses."""
    if plan.vastgesteld is None:
        return Reden.NIET_VASTGESTELD
    if plan.akkoord is None:
        return Reden.GEEN_AKKOORD
    if not plan.akkoordbewijs:
        return Reden.GEEN_BEWIJS
    op = max(plan.vastgesteld, plan.akkoord)
    return check_looptijd(op, op, regels) or op


def _get_nazorgjaar(plan: Plan, op: date, regels: SpukRegels) -> int:
    """Give the year D is claimed in.

    From 2023 D follows the declared plan without proof of nazorg, also for plans declared before ("voor alle
    plannen van aanpak", VNG-handreiking SPUK 2024 H3). Before 2023 nazorg had to have started.
    """
    koppeling = regels.nazorg_gekoppeld_vanaf
    if plan.nazorg_start and (gestart := max(plan.nazorg_start.year, op.year)) < koppeling:
        return gestart
    return max(op.year, koppeling)


def select_versies(plannen: Iterable[Plan]) -> Iterator[tuple[Plan, bool]]:
    """Give one version per plan the chance to count, the others as "andere versie".

    The chosen one is the first that is agreed with proof, else the one that came furthest.
    """
    geordend = sorted(plannen, key=lambda plan: (plan.plan, *_rank_versie(plan)))
    for _, groep in groupby(geordend, key=lambda plan: plan.plan):
        beste, *andere = groep
        starts = [versie.nazorg_start for versie in (beste, *andere) if versie.nazorg_start]
        yield replace(beste, nazorg_start=min(starts, default=None)), False
        yield from ((versie, True) for versie in andere)


def _rank_versie(plan: Plan) -> tuple[bool, bool, bool, date, date, str, str]:
    """Rank agreed with proof first, then agreed, vastgesteld and the rest; ties end in names, never in their order."""
    op = plan.overeengekomen_op
    rang = (not (op and plan.akkoordbewijs), op is None, plan.vastgesteld is None)
    datum = op or plan.vastgesteld or date.max
    return *rang, datum, plan.akkoord or date.max, plan.persoon, str(plan.bron)


def _reject_plan(plan: Plan, reden: Reden, regels: SpukRegels) -> Iterator[Telregel]:
    datum = plan.overeengekomen_op or plan.vastgesteld or plan.akkoord
    jaar = datum.year if datum else None
    for component, sleutel in ((Component.B, plan.persoon), (Component.D, plan.plan)):
        yield Telregel(component, sleutel, jaar, datum, regels.get_tarief(component, jaar), reden, plan.bron)


def _count_once(component: Component, kandidaten: Iterable[_Kandidaat], regels: SpukRegels) -> Iterator[Telregel]:
    """Count the first candidate per key, in the order of year and date, so the order of the facts does not matter."""
    geteld: set[str] = set()
    for kandidaat in sorted(kandidaten, key=lambda kandidaat: kandidaat.volgorde):
        reden = _decide(component, kandidaat, geteld, regels)
        if reden is Reden.GETELD:
            geteld.add(kandidaat.sleutel)
        yield kandidaat.to_telregel(component, reden, regels)


def _decide(component: Component, kandidaat: _Kandidaat, geteld: set[str], regels: SpukRegels) -> Reden:
    if kandidaat.sleutel in geteld:
        return Reden.AL_GETELD
    if not regels.is_norm(component, kandidaat.jaar):
        return Reden.WERKELIJKE_KOSTEN
    if component is Component.D and _is_linked_before_switch(kandidaat.jaar, regels):
        return Reden.NAZORG_VOOR_OVERSTAP
    return Reden.GETELD


def _is_linked_before_switch(jaar: int, regels: SpukRegels) -> bool:
    """Say whether a later switch bars linked nazorg (VNG-handreiking SPUK 2024 H3: none in 2023, switch in 2024)."""
    switch = regels.keuze.switch_abdf
    return switch is not None and regels.nazorg_gekoppeld_vanaf <= jaar < switch

"""Read FACTS.json: the choice, the facts and, if wanted, other normbedragen."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from spuk.componenten import ABDF, Component, Wijze
from spuk.feiten import Contact, Driegesprek, Feiten, Kosten, Plan, Telling
from spuk.geld import is_whole_cents
from spuk.json_lezer import FeitenFout, Lezer, load_json
from spuk.keuze import Keuze, KeuzeFout
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR, NORMBEDRAGEN, Normbedragen, Trede
from spuk.regels import SpukRegels

Rij = TypeVar("Rij")
MAX_AANTAL = 10_000_000
JAAR = re.compile(r"[0-9]{4}")
GRENS = re.compile(r"0|[1-9][0-9]{0,7}")
BRON_BEDRAGEN = "Opgegeven in het bestand"


@dataclass(frozen=True)
class Opdracht:
    jaar: int
    regels: SpukRegels
    feiten: Feiten


def read_opdracht(tekst: str) -> Opdracht:
    """Read the text of FACTS.json; raises FeitenFout with every fault found."""
    meldingen: list[str] = []
    bestand = Lezer(load_json(tekst), "", meldingen)
    jaar = bestand.get_aantal("jaar", vanaf=EERSTE_JAAR, tot=LAATSTE_JAAR)
    keuze = _read_keuze(bestand)
    normbedragen = _read_bedragen(bestand)
    feiten = _read_feiten(bestand)
    _refuse_onbekend(bestand)
    if meldingen or keuze is None:
        raise FeitenFout(tuple(meldingen))
    return Opdracht(jaar, SpukRegels(keuze=keuze, normbedragen=normbedragen), feiten)


def _read_feiten(bestand: Lezer) -> Feiten:
    onbekend: set[str] = set()
    plannen = _read_rijen(bestand, "plannen", _read_plan, onbekend)
    _refuse_plan_van_twee(plannen, bestand)
    return Feiten(
        contacten=_read_rijen(bestand, "contacten", _read_contact, onbekend),
        plannen=plannen,
        driegesprekken=_read_rijen(bestand, "driegesprekken", _read_driegesprek, onbekend),
        kosten=_read_rijen(bestand, "kosten", _read_kosten, onbekend),
        tellingen=_read_rijen(bestand, "tellingen", _read_telling, onbekend),
        onbekende_velden=tuple(sorted(onbekend)),
    )


def _read_rijen(bestand: Lezer, lijst: str, read: Callable[[Lezer], Rij], onbekend: set[str]) -> tuple[Rij, ...]:
    rijen = []
    for nummer, inhoud in enumerate(bestand.get_lijst(lijst), start=1):
        if not isinstance(inhoud, dict):
            bestand.report(f"{lijst}, rij {nummer}", "is geen rij. Zet de velden tussen { en }.")
            continue
        lezer = Lezer(inhoud, f"{lijst}, rij {nummer}, ", bestand.meldingen)
        rij = read(lezer)
        onbekend.update(f"{lijst}.{veld}" for veld in lezer.list_onbekend())
        if lezer.goed:
            rijen.append(rij)
    return tuple(rijen)


def _read_contact(lezer: Lezer) -> Contact:
    return Contact(
        lezer.get_nummer("gezin"),
        lezer.get_datum("datum"),
        lezer.get_nummer_of_leeg("bron"),
        niet_gedupeerd=lezer.get_ja_nee("niet_gedupeerd"),
    )


def _read_plan(lezer: Lezer) -> Plan:
    return Plan(
        plan=lezer.get_nummer("plan"),
        persoon=lezer.get_nummer("persoon"),
        gezin=lezer.get_nummer_of_leeg("gezin"),
        vastgesteld=lezer.get_datum_of_leeg("vastgesteld"),
        akkoord=lezer.get_datum_of_leeg("akkoord"),
        akkoordbewijs=lezer.get_ja_nee("akkoordbewijs"),
        nazorg_start=lezer.get_datum_of_leeg("nazorg_start"),
        bron=lezer.get_nummer_of_leeg("bron"),
    )


def _read_driegesprek(lezer: Lezer) -> Driegesprek:
    return Driegesprek(
        persoon=lezer.get_nummer("persoon"),
        datum=lezer.get_datum("datum"),
        derde=lezer.get_ja_nee("derde"),
        bron=lezer.get_nummer_of_leeg("bron"),
    )


def _read_kosten(lezer: Lezer) -> Kosten:
    kosten = Kosten(
        component=_read_component(lezer),
        datum=lezer.get_datum("datum"),
        netto=lezer.get_bedrag("netto"),
        btw=lezer.get_bedrag("btw", standaard=Decimal(0)),
        persoon=lezer.get_nummer_of_leeg("persoon"),
        plan=lezer.get_nummer_of_leeg("plan"),
        verplichting=lezer.get_datum_of_leeg("verplichting"),
        bron=lezer.get_nummer_of_leeg("bron"),
    )
    _check_teken(lezer, kosten, is_creditnota=lezer.get_ja_nee("creditnota"))
    return kosten


def _read_component(lezer: Lezer) -> Component:
    waarde = lezer.get("component")
    if waarde not in list(Component):
        namen = ", ".join(Component)
        gaf = "ontbreekt." if waarde is None else f"'{waarde}' is geen onderdeel."
        lezer.report("component", f"{gaf} Kies uit {namen}.")
        return Component.C
    return Component(waarde)


def _check_teken(lezer: Lezer, kosten: Kosten, *, is_creditnota: bool) -> None:
    """Refuse a negative amount that is no creditnota, and the other way round: a wrong sign counts twice."""
    for veld, bedrag in (("netto", kosten.netto), ("btw", kosten.btw)):
        if bedrag < 0 and not is_creditnota:
            lezer.report(
                veld, f'{bedrag} is negatief. Verbeter het bedrag, of zet bij een creditnota "creditnota": true.'
            )
        if bedrag > 0 and is_creditnota:
            lezer.report(
                veld, f"{bedrag} is positief, maar bij een creditnota hoort een bedrag met een min. Verbeter het."
            )


def _read_telling(lezer: Lezer) -> Telling:
    return Telling(
        jaar=lezer.get_aantal("jaar", vanaf=EERSTE_JAAR, tot=LAATSTE_JAAR),
        aantal=lezer.get_aantal("aantal", vanaf=0, tot=MAX_AANTAL),
        peildatum=lezer.get_datum_of_leeg("peildatum"),
        herkomst=lezer.get_tekst("bron"),
    )


def _refuse_plan_van_twee(plannen: Iterable[Plan], bestand: Lezer) -> None:
    """Refuse one plan number for two persons: B counts per person, so it would be counted for the wrong one."""
    van: dict[str, str] = {}
    for plan in plannen:
        if van.setdefault(plan.plan, plan.persoon) != plan.persoon:
            bestand.report("plannen", f"plan {plan.plan} staat bij twee personen. Geef elk plan een eigen nummer.")


def _read_keuze(bestand: Lezer) -> Keuze | None:
    inhoud = bestand.get("keuze")
    if not isinstance(inhoud, dict):
        bestand.report("keuze", "ontbreekt of is geen object. Vul abdf en e in met norm of werkelijk.")
        return None
    lezer = Lezer(inhoud, "keuze, ", bestand.meldingen)
    abdf, e = _read_wijze(lezer, "abdf"), _read_wijze(lezer, "e")
    switch_abdf, switch_e = _read_switch(lezer, "switch_abdf"), _read_switch(lezer, "switch_e")
    _refuse_onbekend(lezer)
    if not lezer.goed:
        return None
    try:
        return Keuze(abdf, e, switch_abdf, switch_e)
    except KeuzeFout as fout:
        bestand.meldingen.extend(f"keuze: {melding}" for melding in fout.meldingen)
        return None


def _read_wijze(lezer: Lezer, veld: str) -> Wijze:
    waarde = lezer.get(veld)
    if waarde not in list(Wijze):
        gaf = "ontbreekt." if waarde is None else f"'{waarde}' kan niet."
        lezer.report(veld, f"{gaf} Kies norm of werkelijk.")
        return Wijze.NORM
    return Wijze(waarde)


def _read_switch(lezer: Lezer, veld: str) -> int | None:
    waarde = lezer.get(veld)
    if waarde is not None and (isinstance(waarde, bool) or not isinstance(waarde, int)):
        lezer.report(veld, f"'{waarde}' is geen jaar. Kies 2023, 2024 of null, zonder aanhalingstekens.")
        return None
    return waarde


def _read_bedragen(bestand: Lezer) -> Mapping[int, Normbedragen]:
    """Read other normbedragen per year; what is not named keeps the shipped amount."""
    inhoud = bestand.get("bedragen")
    if inhoud is not None and not isinstance(inhoud, dict):
        bestand.report("bedragen", 'is geen object. Schrijf per jaar, bijvoorbeeld {"2024": {"A": "380.00"}}.')
        return NORMBEDRAGEN
    normbedragen = dict(NORMBEDRAGEN)
    for jaar, van_jaar in (inhoud or {}).items():
        if not JAAR.fullmatch(jaar) or int(jaar) not in NORMBEDRAGEN:
            bestand.report(f"bedragen, {jaar}", f"kan niet. Noem een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
            continue
        if not isinstance(van_jaar, dict):
            bestand.report(f"bedragen, {jaar}", "is geen object. Schrijf per onderdeel een bedrag.")
            continue
        lezer = Lezer(van_jaar, f"bedragen, {jaar}, ", bestand.meldingen)
        normbedragen[int(jaar)] = _read_jaarbedragen(lezer, normbedragen[int(jaar)])
    return normbedragen


def _read_jaarbedragen(lezer: Lezer, bedragen: Normbedragen) -> Normbedragen:
    for component in ABDF:
        if component in lezer.inhoud:
            bedragen = bedragen.with_bedrag(component, _read_normbedrag(lezer, component), bron=BRON_BEDRAGEN)
    if Component.E in lezer.inhoud:
        treden = _read_staffel(lezer)
        bedragen = bedragen.with_staffel(treden, bron=BRON_BEDRAGEN) if treden else bedragen
    for veld in lezer.list_onbekend():
        lezer.report(veld, "heeft geen normbedrag. Alleen A, B, D, E en F hebben er een.")
    return bedragen


def _read_normbedrag(lezer: Lezer, veld: str) -> Decimal:
    bedrag = lezer.get_bedrag(veld)
    if bedrag < 0 or not is_whole_cents(bedrag):
        lezer.report(veld, f"{bedrag} kan niet. Een normbedrag is 0 of meer, met hoogstens twee decimalen.")
    return bedrag


def _read_staffel(lezer: Lezer) -> tuple[Trede, ...]:
    """Read E: one amount for the gemeente, or an amount per lower bound."""
    inhoud = lezer.get(Component.E)
    if not isinstance(inhoud, dict):
        return (Trede(0, _read_normbedrag(lezer, Component.E), bevestigd=True),)
    staffel = Lezer(inhoud, f"{lezer.waar}E, vanaf ", lezer.meldingen)
    if "0" not in inhoud or not all(GRENS.fullmatch(grens) for grens in inhoud):
        lezer.report(
            Component.E,
            'klopt niet. Schrijf bedragen per ondergrens, bijvoorbeeld {"0": "12000.00", "50": "48000.00"}.',
        )
        return ()
    return tuple(
        Trede(int(grens), _read_normbedrag(staffel, grens), bevestigd=True) for grens in sorted(inhoud, key=int)
    )


def _refuse_onbekend(lezer: Lezer) -> None:
    """Refuse a name nobody reads: a typing error would silently drop all its facts."""
    bekend = ", ".join(sorted(lezer.gelezen))
    for veld in lezer.list_onbekend():
        lezer.report(veld, f"ken ik niet. Kies uit: {bekend}.")

"""The checks on amounts: the telling behind E, the normbedragen, and the indicators."""

from collections.abc import Iterator
from itertools import pairwise

from spuk.componenten import ABDF, Component, Wijze
from spuk.controle import Controle, Ernst, Onderzoek, list_bronnen
from spuk.feiten import Telling
from spuk.staffeltelling import judge_tellingen
from spuk.telregels import Reden


def check_telling(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report a missing, incomplete or zero telling (art. 6 lid 7: the number UHT knew for the year)."""
    if (
        onderzoek.totaal[Component.E].wijze is not Wijze.NORM
        or onderzoek.jaar > onderzoek.regels.verplichtingen_tot.year
    ):
        return
    gekozen = [telling for telling in _list_gekozen(onderzoek) if telling.jaar == onderzoek.jaar]
    if not gekozen:
        yield from _check_ontbreekt(onderzoek)
    for telling in gekozen:
        bronnen = list_bronnen([telling.bron])
        if telling.peildatum is None or not telling.herkomst:
            melding = "Vul bij de telling van het aantal gedupeerden de peildatum en de bron in."
            yield Controle("telling_onvolledig", Ernst.LET_OP, melding, 1, bronnen)
        if telling.aantal == 0:
            melding = "Het aantal gedupeerden is 0. Klopt dat? Er is gerekend met de laagste staffel."
            yield Controle("telling_nul", Ernst.LET_OP, melding, 1, bronnen)


def check_staffel(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report more than one step up: the handreiking speaks of one, the regeling follows the number of each year."""
    treden = [_get_trede(telling, onderzoek) for telling in _list_gekozen(onderzoek) if telling.jaar <= onderzoek.jaar]
    stappen = sum(later > eerder for eerder, later in pairwise(treden))
    if stappen > 1:
        melding = "De staffel van E ging vaker dan één keer omhoog. Bespreek dit met de accountant."
        yield Controle("staffel_vaker_omhoog", Ernst.LET_OP, melding, stappen)


def check_normbedragen(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report amounts in use that still have to be confirmed, as the yearly raise was not found (art. 6 lid 5)."""
    normbedragen = onderzoek.regels.get_normbedragen(onderzoek.jaar)
    bevestigd = {component: normbedragen.tarieven[component].bevestigd for component in ABDF}
    bevestigd[Component.E] = all(
        normbedragen.staffel.get_trede(telling.aantal).bevestigd
        for telling in _list_gekozen(onderzoek)
        if telling.jaar == onderzoek.jaar
    )
    in_gebruik = [
        onderdeel.component for onderdeel in onderzoek.totaal.onderdelen if onderdeel.tarief and onderdeel.aantal
    ]
    aantal = sum(not bevestigd[component] for component in in_gebruik)
    if aantal:
        melding = f"De normbedragen van {onderzoek.jaar} zijn nog niet bevestigd. Controleer ze en vul de bron in."
        yield Controle("normbedrag_niet_bevestigd", Ernst.LET_OP, melding, aantal)


def check_indicatoren(onderzoek: Onderzoek) -> Iterator[Controle]:
    aantal = sum(not indicator.bevestigd for indicator in onderzoek.indicatoren)
    if aantal:
        melding = "De codes van deze indicatoren zijn nog niet bevestigd. Daarom staan ze er niet bij."
        yield Controle("indicator_niet_bevestigd", Ernst.LET_OP, melding, aantal)


def check_bedragen(onderzoek: Onderzoek) -> Iterator[Controle]:
    aantal = sum(onderdeel.bedrag < 0 for onderdeel in onderzoek.totaal.onderdelen)
    if aantal:
        melding = "Een onderdeel is negatief: er is meer teruggekregen dan uitgegeven. Kijk de creditnota's na."
        yield Controle("onderdeel_negatief", Ernst.LET_OP, melding, aantal)


def _check_ontbreekt(onderzoek: Onderzoek) -> Iterator[Controle]:
    if onderzoek.jaar >= onderzoek.regels.staffel_jaarlijks_vanaf:
        melding = f"De telling van het aantal gedupeerden voor {onderzoek.jaar} ontbreekt. Zonder telling is E € 0."
        yield Controle("telling_ontbreekt", Ernst.BLOKKEERT, melding, 1)
    elif not onderzoek.totaal[Component.E].cumulatief:
        melding = "Voor E is nog geen telling ingevuld. De staffel is tot en met 2023 één keer te verantwoorden."
        yield Controle("telling_ontbreekt", Ernst.LET_OP, melding, 1)


def _list_gekozen(onderzoek: Onderzoek) -> list[Telling]:
    oordelen = judge_tellingen(onderzoek.feiten.tellingen, onderzoek.regels)
    return [telling for telling, reden in oordelen if reden is Reden.GETELD]


def _get_trede(telling: Telling, onderzoek: Onderzoek) -> int:
    return onderzoek.regels.get_normbedragen(telling.jaar).staffel.get_trede(telling.aantal).vanaf

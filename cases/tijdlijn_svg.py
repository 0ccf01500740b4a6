"""Write the timeline and the mini clock as inline SVG: classes only, no style attributes, x in percent, y in pixels.

Nothing typed by a user gets into the SVG: only numbers, class names of this module and dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from config.weergave import MAANDEN_KORT, datum_krap

if TYPE_CHECKING:
    from cases.tijdlijn import Schaal, Tijdlijnklok

VLAG_BREED = 98
# Room that a label needs, in percent: on a wide track, and on the track of a phone.
RUIMTE_JAAR, RUIMTE_MAAND, RUIMTE_VER = (13.5, 22.0), (6.5, 10.5), (8.0, 13.0)


def procent(waarde: float) -> str:
    """Give a percentage with at most two decimals, never in scientific notation and never minus zero."""
    tekst = f"{waarde:.2f}".rstrip("0").rstrip(".")
    return f"{'0' if tekst in ('', '-0') else tekst}%"


def _lijn(klas: str, x: float, boven: int, onder: int) -> str:
    return f'<line class="{klas}" x1="{procent(x)}" x2="{procent(x)}" y1="{boven}" y2="{onder}"/>'


def _balk(klas: str, x1: float, x2: float, y: int = 11, hoogte: int = 14) -> str:
    breed = procent(max(x2 - x1, 0.3))
    return f'<rect class="{klas}" x="{procent(min(x1, 99.7))}" y="{y}" width="{breed}" height="{hoogte}"/>'


def _svg(klas: str, hoogte: int, delen: list[str]) -> SafeString:
    binnen = "".join(delen)
    return mark_safe(  # noqa: S308
        f'<svg class="{klas}" width="100%" height="{hoogte}" aria-hidden="true" focusable="false">{binnen}</svg>'
    )


def teken_defs(schaal: "Schaal", *, vandaag: date, gesprek: date | None) -> SafeString:
    """Draw the hidden grid and today line that every row uses; once per timeline."""
    delen = []
    if schaal.vouw:
        breed = procent(100 - schaal.deel)
        delen.append(f'<rect class="bo-tl-ver" x="{procent(schaal.deel)}" y="-60" width="{breed}" height="200"/>')
    delen += [_lijn("bo-tl-raster", schaal.x(maand), -60, 140) for maand in schaal.lijnen()]
    if gesprek:
        delen.append(_lijn("bo-tl-gesprek", schaal.x(gesprek), -60, 140))
    return mark_safe(  # noqa: S308
        '<svg class="bo-defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
        f'<g id="tl-raster">{"".join(delen)}</g>'
        f'<g id="tl-nu">{_lijn("bo-tl-nu", schaal.x(vandaag), -60, 140)}</g></defs></svg>'
    )


@dataclass(frozen=True)
class Opschrift:
    """A month or year on the axis; a fine one is hidden where the track is narrow."""

    x: float
    tekst: str
    fijn: bool


def teken_as(schaal: "Schaal", *, vandaag: date, gesprek: date | None) -> SafeString:
    """Draw the axis in three lanes: the eerste gesprek, the flag of today, months and years."""
    delen = []
    if schaal.vouw:
        breed = procent(100 - schaal.deel)
        delen.append(f'<rect class="bo-tl-ver" x="{procent(schaal.deel)}" y="44" width="{breed}" height="20"/>')
    delen += [_lijn("bo-tl-raster", schaal.x(maand), 48, 64) for maand in schaal.lijnen()]
    if gesprek:
        delen += _gesprek(schaal.x(gesprek), gesprek)
    delen += _vlag(schaal.x(vandaag), vandaag)
    for opschrift in list_opschriften(schaal, vandaag=vandaag, gesprek=gesprek):
        klas = "bo-tl-tekst bo-tl-tekst--fijn" if opschrift.fijn else "bo-tl-tekst"
        delen.append(f'<text class="{klas}" x="{procent(opschrift.x)}" dx="4" y="60">{opschrift.tekst}</text>')
    return _svg("bo-spoor bo-spoor--as", 64, delen)


def _gesprek(x: float, gesprek: date) -> list[str]:
    """Put the words right of the line, left of it near the right edge, and above it in the middle."""
    plaats, dx, boven = ("start", 6, 4) if x <= 40 else ("end", -6, 4) if x >= 60 else ("midden", 0, 20)
    tekst = f"eerste gesprek {datum_krap(gesprek)}"
    return [
        _lijn("bo-tl-gesprek", x, boven, 64),
        f'<text class="bo-tl-tekst bo-tl-start bo-tl-start--{plaats}" x="{procent(x)}" dx="{dx}" y="15">{tekst}</text>',
    ]


def _vlag(x: float, vandaag: date) -> list[str]:
    dx = 0 if x <= 20 else -VLAG_BREED if x >= 80 else -VLAG_BREED // 2
    maat = f'width="{VLAG_BREED}" height="20"'
    tekst = f"vandaag {vandaag.day} {MAANDEN_KORT[vandaag.month - 1]}"
    return [
        _lijn("bo-tl-nu", x, 40, 64),
        f'<rect class="bo-tl-vlag" x="{procent(x)}" y="21" {maat} rx="3" transform="translate({dx} 0)"/>',
        f'<text class="bo-tl-vlagtekst" x="{procent(x)}" dx="{dx + VLAG_BREED // 2}" y="35">{tekst}</text>',
    ]


def list_opschriften(schaal: "Schaal", *, vandaag: date, gesprek: date | None) -> list[Opschrift]:
    """List the labels that fit: not cut by today or the gesprek, not into the one before, not over the edge."""
    lijnen = [schaal.x(vandaag), *([schaal.x(gesprek)] if gesprek else [])]
    breed_tot = smal_tot = -1.0
    opschriften = []
    for maand, tekst, (breed, smal) in _kandidaten(schaal):
        x = schaal.x(maand)
        if x < breed_tot or x + breed > 102 or _is_gesneden(x, breed, lijnen):
            continue
        grof = maand.month in (1, 7) or schaal.is_ver(maand)
        fijn = not grof or x < smal_tot or x + smal > 102 or _is_gesneden(x, smal, lijnen)
        breed_tot = x + breed
        smal_tot = smal_tot if fijn else x + smal
        opschriften.append(Opschrift(x, tekst, fijn))
    return opschriften


def _kandidaten(schaal: "Schaal") -> Iterator[tuple[date, str, tuple[float, float]]]:
    for maand in schaal.lijnen():
        if schaal.is_ver(maand):
            yield maand, str(maand.year), RUIMTE_VER
        elif maand.month == 1:
            yield maand, f"jan {maand.year}", RUIMTE_JAAR
        elif schaal.stap > 1 or maand.month % 2:
            yield maand, MAANDEN_KORT[maand.month - 1], RUIMTE_MAAND


def _is_gesneden(x: float, ruimte: float, lijnen: list[float]) -> bool:
    return any(x - 0.5 < lijn < x + ruimte for lijn in lijnen)


def teken_spoor(schaal: "Schaal", klok: "Tijdlijnklok", *, vandaag: date) -> SafeString:
    """Draw one clock: its bar, its end tick, the today line and its marks."""
    delen = ['<use href="#tl-raster"/>', *_balken(schaal, klok, vandaag)]
    if klok.stand not in ("voorbij", "verwacht"):
        delen.append(_lijn(f"bo-tl-eind bo-tl-eind--{klok.balk or klok.stand}", schaal.x(klok.eind), 5, 31))
    delen.append('<use href="#tl-nu"/>')
    if klok.klaar and klok.stand in ("gehaald", "laatgehaald"):
        delen.append(_merk(schaal.x(klok.klaar), klok.stand))
    if klok.stand == "laat":
        delen.append(_merk(schaal.x(vandaag), "laat"))
    delen += [_merk(schaal.x(dag), merk) for dag, merk in klok.punten]
    return _svg("bo-spoor", 36, delen)


def _balken(schaal: "Schaal", klok: "Tijdlijnklok", vandaag: date) -> list[str]:
    """Give the bars of a clock; the hatched part is the time after the last day."""
    start, eind, nu = schaal.x(klok.start), schaal.x(klok.eind), schaal.x(vandaag)
    klaar = schaal.x(klok.klaar) if klok.klaar else eind
    stand = klok.balk or klok.stand
    if stand in ("laat", "laatgehaald"):
        over = nu if stand == "laat" else klaar
        return [_balk("bo-tl-vol bo-tl-vol--voorbij", start, eind), _balk("bo-tl-over", eind, max(over, eind))]
    if stand == "voorbij":
        return [_balk("bo-tl-vol bo-tl-vol--voorbij", start, eind)]
    rest = _balk(f"bo-tl-rest bo-tl-rest--{stand}", start, eind)
    tot = min(klaar if stand == "gehaald" else nu, eind)
    if stand == "verwacht" or tot <= start:
        return [rest]
    return [rest, _balk(f"bo-tl-vol bo-tl-vol--{stand}", start, tot)]


def _merk(x: float, naam: str) -> str:
    return f'<use href="#m-{naam}" x="{procent(x)}" y="8" width="20" height="20" transform="translate(-10 0)"/>'


def mini_klok(duur: int, verstreken: int, stand: str) -> SafeString:
    """Draw how much of a term is used up, with its overrun hatched; `duur` and `verstreken` are days."""
    duur, verstreken = max(duur, 1), max(verstreken, 0)
    schaal = 100 / max(duur, verstreken)
    klas = "voorbij" if stand == "laat" else stand
    delen = [_balk(f"bo-tl-rest bo-tl-rest--{klas}", 0, duur * schaal, 3, 8)]
    if verstreken:
        delen.append(_balk(f"bo-tl-vol bo-tl-vol--{klas}", 0, min(duur, verstreken) * schaal, 3, 8))
    if verstreken > duur:
        delen.append(_balk("bo-tl-over", duur * schaal, verstreken * schaal, 3, 8))
    delen.append(_lijn(f"bo-tl-eind bo-tl-eind--{stand}", min(duur * schaal, 99.2), 0, 14))
    return _svg("bo-mini", 14, delen)

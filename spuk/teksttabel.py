"""The declaration as plain text, for a terminal."""

from collections import Counter
from collections.abc import Iterator

from config.weergave import bedrag
from spuk.componenten import NAMEN, Wijze
from spuk.doorrekening import Doorrekening
from spuk.formules import Waarde
from spuk.telregels import UITLEG
from spuk.totalen import Totaal

_REGEL = "{:<7}{:<30}{:<13}{:>8}{:>16}{:>18}{:>18}"
_WIJZEN = {Wijze.NORM: "normbedrag", Wijze.WERKELIJK: "werkelijk"}


def make_tabel(doorrekening: Doorrekening) -> str:
    """Write the amounts, what does not count and why, the checks and the indicators."""
    totaal = doorrekening.totaal
    secties = (
        (f"Verantwoording {totaal.jaar}, bedragen in euro zonder btw", _write_totaal(totaal)),
        (f"Telt niet mee in {totaal.jaar}", _write_niet_geteld(doorrekening)),
        ("Controles", _write_controles(doorrekening)),
        ("Indicatoren SiSa", _write_indicatoren(doorrekening)),
    )
    teksten = ((titel, "\n".join(regels)) for titel, regels in secties)
    return "\n\n".join(f"{titel}\n{tekst}" for titel, tekst in teksten if tekst)


def _write_totaal(totaal: Totaal) -> Iterator[str]:
    kop = ("", "Onderdeel", "Wijze", "Aantal", "Normbedrag", "Bedrag", f"T/m {totaal.jaar}")
    yield _REGEL.format(*kop)
    for onderdeel in totaal.onderdelen:
        yield _REGEL.format(
            onderdeel.component,
            NAMEN[onderdeel.component],
            _WIJZEN[onderdeel.wijze],
            onderdeel.aantal,
            bedrag(onderdeel.tarief),
            bedrag(onderdeel.bedrag),
            bedrag(onderdeel.cumulatief),
        )
    yield _REGEL.format("", "Totaal", "", "", "", bedrag(totaal.bedrag), bedrag(totaal.cumulatief))


def _write_niet_geteld(doorrekening: Doorrekening) -> Iterator[str]:
    aantallen: Counter[tuple[str, str]] = Counter()
    for telregel in doorrekening.list_niet_geteld():
        aantallen[telregel.component, UITLEG[telregel.reden]] += telregel.aantal
    for (component, uitleg), aantal in sorted(aantallen.items()):
        yield f"{component:<7}{aantal:>5} keer: {uitleg}"


def _write_controles(doorrekening: Doorrekening) -> Iterator[str]:
    for controle in doorrekening.controles:
        yield f"{controle.ernst.replace('_', ' '):<11}{controle.aantal:>5}  {controle.melding}"


def _write_indicatoren(doorrekening: Doorrekening) -> Iterator[str]:
    for indicator in doorrekening.indicatoren:
        yield f"{indicator.code or '':<7}{indicator.label:<85}{_write_waarde(indicator.waarde):>18}"


def _write_waarde(waarde: Waarde) -> str:
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return str(waarde) if isinstance(waarde, int) else bedrag(waarde)

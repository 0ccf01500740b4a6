"""The declaration as one JSON object, for `sisa` and `spuk_doorrekenen` alike."""

from decimal import Decimal
from typing import Any

from spuk.componenten import Component
from spuk.doorrekening import Doorrekening
from spuk.formules import Waarde
from spuk.geld import as_json
from spuk.totalen import Onderdeel


def make_rapport(doorrekening: Doorrekening, *, gemeente: str | None = None) -> dict[str, Any]:
    """Write out a doorrekening: money as text with two decimals, `tarief` empty on actual costs."""
    totaal = doorrekening.totaal
    return {
        "gemeente": gemeente,
        "jaar": totaal.jaar,
        "wijze": {"abdf": str(totaal.wijze_abdf), "e": str(totaal.wijze_e)},
        "componenten": {str(component): _write_onderdeel(totaal[component]) for component in Component},
        "totaal": as_json(totaal.bedrag),
        "indicatoren": [
            {
                "code": indicator.code,
                "label": indicator.label,
                "waarde": _write_waarde(indicator.waarde),
                "bevestigd": indicator.bevestigd,
            }
            for indicator in doorrekening.indicatoren
        ],
        "controles": [
            {
                "code": controle.code,
                "ernst": str(controle.ernst),
                "melding": controle.melding,
                "aantal": controle.aantal,
            }
            for controle in doorrekening.controles
        ],
    }


def _write_onderdeel(onderdeel: Onderdeel) -> dict[str, Any]:
    return {
        "aantal": onderdeel.aantal,
        "tarief": None if onderdeel.tarief is None else as_json(onderdeel.tarief),
        "bedrag": as_json(onderdeel.bedrag),
        "cumulatief": as_json(onderdeel.cumulatief),
    }


def _write_waarde(waarde: Waarde) -> int | str | None:
    """Write ja or nee as the form has it, an amount as text, a number as it is."""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return as_json(waarde) if isinstance(waarde, Decimal) else waarde

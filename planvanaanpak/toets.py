"""What the motivering of a voorziening to grant must hold: the obstacle, and the three tests.

VNG handreiking 2025 §4.3: is it fit to reach the doel (geschikt), can it not be done otherwise (noodzakelijk), and is
it in proportion (evenredig)? Awb art. 3:46: a besluit rests on a sound motivering; art. 3:47: the letter says it.
"""

from collections.abc import Mapping
from typing import Any

TOETSEN: Mapping[str, str] = {
    "obstakel": "welk obstakel dit wegneemt",
    "geschiktheid": "of dit helpt om het doel te bereiken",
    "noodzakelijkheid": "of het ook op een andere manier kan",
    "evenredigheid": "of dit in verhouding staat tot het doel",
}


def ontbrekende_toetsen(voorziening: Mapping[str, Any]) -> tuple[str, ...]:
    """Name what the motivering of a voorstel to grant still lacks, in words, in the order of the form."""
    return tuple(woorden for veld, woorden in TOETSEN.items() if not (voorziening.get(veld) or "").strip())

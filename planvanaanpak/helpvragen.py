"""The questions that help to fill in a plan, at the field where each one helps, in plain words.

The eight of VNG handreiking 2025 §4.3 and the five of Beleidsregels Tiel 2025, toelichting artikel 6 lid 1 sub b.
"""

from collections.abc import Mapping
from dataclasses import dataclass

VNG = "VNG-handreiking 2025, paragraaf 4.3"
TIEL = "Beleidsregels Tiel 2025, toelichting artikel 6"


@dataclass(frozen=True)
class Helpvraag:
    vraag: str
    bron: str


HELPVRAGEN: Mapping[str, tuple[Helpvraag, ...]] = {
    "situatie": (
        Helpvraag("Wat is de huidige situatie?", VNG),
        Helpvraag("Is er nu acute hulp nodig, om te voorkomen dat de situatie snel slechter wordt?", TIEL),
    ),
    "hulpvraag": (
        Helpvraag("Wat is de hulpvraag die helpt om de doelstellingen te halen?", VNG),
        Helpvraag("Welke hulp heeft de inwoner nodig om de doelstellingen te halen?", TIEL),
    ),
    "doel": (
        Helpvraag("Wordt de doelstelling met de ondersteuning bereikt?", VNG),
        Helpvraag("Wat moet de inwoner kunnen en weten om de doelstellingen van het plan te halen?", TIEL),
    ),
    "voorziening": (
        Helpvraag("Welke ondersteuning past?", VNG),
        Helpvraag("Wat is noodzakelijk, en waarom?", VNG),
        Helpvraag("Hoe draagt de hulp bij aan het halen van de doelstelling?", VNG),
        Helpvraag("Welk obstakel lost de ondersteuning op?", VNG),
        Helpvraag("Is het een noodzaak of een wens?", VNG),
        Helpvraag("Worden de doelen ook bereikt zonder deze voorziening?", TIEL),
        Helpvraag("Draagt de voorziening op een duurzame manier bij aan de doelen?", TIEL),
    ),
}


def helpvragen_bij(veld: str) -> tuple[Helpvraag, ...]:
    """Give the questions that help at a field; a field without any gives none."""
    return HELPVRAGEN.get(veld, ())

"""On which grounds each beslistermijn can be held up, in the words of the screen and of the letter."""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.keuzes import Opschortgrond

PLAN, BEZWAAR, EERSTE_GESPREK = "plan_van_aanpak", "besluit_op_bezwaar", "eerste_gesprek"
# What the letter calls it.
WAAROVER: Mapping[str, str] = {PLAN: "uw plan van aanpak", BEZWAAR: "uw bezwaar"}


@dataclass(frozen=True)
class Grond:
    """A ground: its words on the screen, its sentence in the letter, and its article."""

    label: str
    zin: str
    artikel: str

    @property
    def keuze(self) -> str:
        return f"{self.label} ({self.artikel})"


_INSTEMMING = "U vindt het goed dat wij later beslissen. Dat heeft u ons geschreven."

# Awb art. 4:15 for a beschikking; hoofdstuk 4 does not hold for a besluit op bezwaar, which has its own art. 7:10.
GRONDEN: Mapping[str, Mapping[Opschortgrond, Grond]] = {
    PLAN: {
        Opschortgrond.AANVULLEN: Grond(
            "De inwoner moet de aanvraag aanvullen",
            "Wij hebben nog gegevens van u nodig. Wij hebben u gevraagd om die te sturen.",
            "Awb artikel 4:15 lid 1 onder a",
        ),
        Opschortgrond.BUITENLAND: Grond(
            "Informatie uit het buitenland is nodig",
            "Wij hebben informatie nodig van een instantie in het buitenland. Wij hebben die gevraagd.",
            "Awb artikel 4:15 lid 1 onder b",
        ),
        Opschortgrond.INSTEMMING: Grond(
            "De inwoner stemt schriftelijk in met uitstel", _INSTEMMING, "Awb artikel 4:15 lid 2 onder a"
        ),
        Opschortgrond.VERTRAGING: Grond(
            "De vertraging ligt aan de inwoner",
            "Wij kunnen nu niet verder, omdat wij op u wachten.",
            "Awb artikel 4:15 lid 2 onder b",
        ),
        Opschortgrond.OVERMACHT: Grond(
            "Overmacht bij de gemeente",
            "Er is bij ons iets gebeurd waardoor wij nu niet kunnen beslissen.",
            "Awb artikel 4:15 lid 2 onder c",
        ),
    },
    BEZWAAR: {
        Opschortgrond.AANVULLEN: Grond(
            "De indiener moet het bezwaar aanvullen",
            "Uw bezwaar is nog niet compleet. Wij hebben u gevraagd om het aan te vullen.",
            "Awb artikel 7:10 lid 2",
        ),
        Opschortgrond.INSTEMMING: Grond("De indiener stemt in met uitstel", _INSTEMMING, "Awb artikel 7:10 lid 4"),
    },
}
# Awb art. 4:15 lid 1 onder b: "gerekend vanaf de dag na die" of the letter that says so, which is this one.
VANAF_DE_BRIEF = frozenset({Opschortgrond.BUITENLAND})
VERDAGING = Grond(
    "Verdaging met zes weken", "Wij mogen één keer zes weken langer over uw bezwaar doen.", "Awb artikel 7:10 lid 3"
)


def keuzes_van(regel: str, *, voorbij: bool = False) -> tuple[tuple[str, str], ...]:
    """Give the grounds somebody chooses from.

    A plan that waits for papers has a page of its own: the letter that asks for them also sets the hersteltermijn (Awb
    art. 4:5), without which nothing is suspended. A termijn that is `voorbij` can't be held up from a letter of today.
    """
    return tuple(
        (grond.value, wat.keuze)
        for grond, wat in GRONDEN[regel].items()
        if (regel, grond) != (PLAN, Opschortgrond.AANVULLEN) and not (voorbij and grond in VANAF_DE_BRIEF)
    )


def grond_van(regel: str, grond: str) -> Grond:
    if grond == Opschortgrond.VERDAGING:
        return VERDAGING
    return GRONDEN[regel][Opschortgrond(grond)]

"""What the letters say that a beslistermijn is opgeschort or verdaagd, or runs again. No besluit: no bezwaar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.brief import Berichtbrief, Ontvanger


class Uitstelbriefsoort(StrEnum):
    OPSCHORTING = "opschorting"
    EINDE = "einde"
    VERDAGING = "verdaging"


TITELS = {
    Uitstelbriefsoort.OPSCHORTING: "Wij wachten met {}",
    Uitstelbriefsoort.EINDE: "Wij gaan verder met {}",
    Uitstelbriefsoort.VERDAGING: "Wij hebben meer tijd nodig voor {}",
}

TEKSTSOORT = {
    Uitstelbriefsoort.OPSCHORTING: "opschorting",
    Uitstelbriefsoort.EINDE: "opschorting_einde",
    Uitstelbriefsoort.VERDAGING: "verdaging",
}


@dataclass(frozen=True, kw_only=True)
class Uitstelbrief(Berichtbrief):
    """The whole context of templates/brief/uitstel.html (Awb art. 4:15 lid 3 and 4, art. 7:10 lid 5).

    `waarover` is what is decided on ("uw plan van aanpak"), `reden` the ground in a sentence, `was` and `wordt` the
    last day before and after.
    """

    soort: Uitstelbriefsoort
    waarover: str
    kenmerk: str
    datum: date
    ontvanger: Ontvanger
    reden: str
    artikel: str
    toelichting: str
    van: date
    tot: date
    was: date
    wordt: date
    contactpersoon: str
    teksten: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.toelichting.strip():
            raise ValueError("The letter says why.")

    @property
    def tekstsoort(self) -> str:
        return TEKSTSOORT[self.soort]

    @property
    def titel(self) -> str:
        return TITELS[self.soort].format(self.waarover)

    @property
    def is_opschorting(self) -> bool:
        return self.soort is Uitstelbriefsoort.OPSCHORTING

    @property
    def is_einde(self) -> bool:
        return self.soort is Uitstelbriefsoort.EINDE

"""A ground on which the beleid refuses support: its words, its article, and when it does not hold."""

from dataclasses import dataclass
from enum import StrEnum


class Gronduitzondering(StrEnum):
    """When a ground does not hold; what the words ask of a voorziening is in planvanaanpak.weigering."""

    GEEN = ""
    # VNG handreiking 2025 §3.1: achterstanden may be paid in acute nood.
    ACUTE_NOOD = "acute_nood"
    # Tiel 2025 art. 8 lid 1d: and only together with what keeps it from happening again.
    TEGEN_HERHALING = "tegen_herhaling"
    # Tiel 2025 art. 8 lid 1e: costs of before the aanvraag, when there was a bedreigende situatie.
    VAN_TOEN = "van_toen"


# Short, as they stand in half the width of the form; above it stands that a situatie is a bedreigende situatie.
UITZONDERINGEN: dict[str, str] = {
    Gronduitzondering.GEEN: "Geen uitzondering",
    Gronduitzondering.ACUTE_NOOD: "Situatie van nu",
    Gronduitzondering.TEGEN_HERHALING: "Van nu, met hulp tegen herhaling",
    Gronduitzondering.VAN_TOEN: "Situatie van nu of van toen",
}


@dataclass(frozen=True, kw_only=True)
class Weigeringsgrond:
    tekst: str
    artikel: str = ""
    uitzondering: Gronduitzondering = Gronduitzondering.GEEN

    def __str__(self) -> str:
        return f"{self.tekst} ({self.artikel})" if self.artikel else self.tekst

    @property
    def als_json(self) -> dict[str, str]:
        return {"tekst": self.tekst, "artikel": self.artikel, "uitzondering": self.uitzondering.value}

"""The components of the SPUK and the two ways to account for them (Regeling SPUK 2021, art. 3 lid 1 and art. 6)."""

from enum import StrEnum


class Component(StrEnum):
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    E_KIND = "E_kind"
    F = "F"


class Wijze(StrEnum):
    NORM = "norm"
    WERKELIJK = "werkelijk"


NAMEN: dict[Component, str] = {
    Component.A: "Eerste contact en hulpvragen",
    Component.B: "Plan van aanpak",
    Component.C: "Voorzieningen",
    Component.D: "Nazorg",
    Component.E: "Inrichting en coördinatie",
    Component.E_KIND: "Organisatie kindregeling",
    Component.F: "Driegesprek",
}

# One choice covers these four (art. 6 lid 2); E has its own choice (art. 6 lid 7).
ABDF = (Component.A, Component.B, Component.D, Component.F)
# Always actual costs (art. 6 lid 6 and lid 8).
ALTIJD_WERKELIJK = (Component.C, Component.E_KIND)

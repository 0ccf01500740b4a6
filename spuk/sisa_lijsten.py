"""The SiSa lists as far as they are known: which indicator a year asks for.

The official list is no part of the regeling. The rows come from SiSa-bijlagen that gemeenten published;
`gecontroleerd` says that the number itself was seen printed beside its label, not counted by position.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Indicator:
    """One row of a list. `formule` is a key of `formules.FORMULES`, empty when the program cannot know the value."""

    code: str
    label: str
    formule: str
    gecontroleerd: bool


@dataclass(frozen=True)
class Lijst:
    """The list of one year. Years from `vanaf` on without a list of their own follow its layout, without codes."""

    jaar: int
    vanaf: int
    bron: str
    indicatoren: tuple[Indicator, ...]


_B1_2020 = Lijst(
    jaar=2020,
    vanaf=2020,
    bron="SiSa-bijlage 2020 van Lingewaard (regeling B1)",
    indicatoren=(
        Indicator("B1/01", "Aantal gedupeerden (met bevestigingsbrief)", "", True),
        Indicator("B1/02", "Besteding (jaar T) onderdelen a, b en d", "abd_jaar", True),
        Indicator("B1/03", "Cumulatieve besteding (t/m jaar T) onderdelen a, b en d", "abd_cumulatief", True),
        Indicator("B1/04", "Besteding (jaar T) onderdeel c", "c_jaar", True),
        Indicator("B1/05", "Cumulatieve besteding (t/m jaar T) onderdeel c", "c_cumulatief", True),
        Indicator("B1/06", "Eindverantwoording (Ja/Nee)", "eindverantwoording", True),
    ),
)

_PLANNEN = "aantal uitgewerkte plannen van aanpak"
_REEKS_1 = "werkelijke kosten onderdeel a, b, d en f"

_B2_2024 = Lijst(
    jaar=2024,
    vanaf=2021,
    bron="SiSa-bijlage 2024 van Dalfsen (regeling B2); de nummers vanaf 08 waren niet te zien",
    indicatoren=(
        Indicator("B2/01", f"{_PLANNEN.capitalize()} (jaar T)", "plannen_jaar", True),
        Indicator("B2/02", f"Cumulatief {_PLANNEN} (t/m jaar T)", "plannen_cumulatief", True),
        Indicator("B2/03", "Normbedragen voor a, b, d en f (Ja/Nee)", "normbedragen_abdf", True),
        Indicator("B2/04", "Normbedragen voor e (Ja/Nee)", "normbedragen_e", True),
        Indicator("B2/05", "Eindverantwoording (Ja/Nee)", "eindverantwoording", True),
        Indicator("B2/06", f"Reeks 1: besteding (jaar T) {_REEKS_1}", "abdf_werkelijk_jaar", True),
        Indicator(
            "B2/07", f"Reeks 1: cumulatieve besteding (t/m jaar T) {_REEKS_1}", "abdf_werkelijk_cumulatief", True
        ),
        Indicator("B2/08", "Besteding (jaar T) werkelijke kosten onderdeel c", "c_jaar", False),
        Indicator("B2/09", "Cumulatieve besteding (t/m jaar T) onderdeel c", "c_cumulatief", False),
        Indicator("B2/10", "Besteding (jaar T) werkelijke kosten onderdeel e", "e_werkelijk_jaar", False),
        Indicator("B2/11", "Cumulatieve besteding (t/m jaar T) onderdeel e", "e_werkelijk_cumulatief", False),
        Indicator("B2/12", "Besteding (jaar T) werkelijke kosten onderdeel e, kindregeling", "e_kind_jaar", False),
        Indicator("B2/13", "Cumulatieve besteding (t/m jaar T) onderdeel e, kindregeling", "e_kind_cumulatief", False),
        # Reeks 2 was not found; these rows follow from the regeling.
        *(
            Indicator(
                "", f"Reeks 2 (verwacht): normbedrag onderdeel {letter} ({tekst})", f"{letter}_norm_{periode}", False
            )
            for letter in "abdfe"
            for tekst, periode in (("jaar T", "jaar"), ("t/m jaar T", "cumulatief"))
        ),
    ),
)

LIJSTEN: tuple[Lijst, ...] = (_B1_2020, _B2_2024)

"""Everything the counting rules need besides the facts, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from cases.beleid import VNG_2025
from spuk.componenten import Component, Wijze
from spuk.geld import NUL
from spuk.keuze import Keuze
from spuk.normbedragen import NORMBEDRAGEN, Normbedragen
from spuk.sisadag import Sisadag


class NormbedragOntbreekt(LookupError):
    """There are no normbedragen for a year inside the looptijd."""


@dataclass(frozen=True)
class SpukRegels:
    """The choice, the amounts and the dates that may still change; built at the edge from settings or from a file."""

    keuze: Keuze
    normbedragen: Mapping[int, Normbedragen] = field(default_factory=lambda: NORMBEDRAGEN)
    # Art. 3 lid 2: activities from 1 January 2020.
    activiteiten_vanaf: date = date(2020, 1, 1)
    # Art. 4 lid 2: the last day of new obligations, of the beleid of the gemeente.
    verplichtingen_tot: date = VNG_2025.verplichtingen_tot
    # VNG-handreiking SPUK 2024 H3: nazorg hangs on the plan, without proof of its start, from this verantwoordingsjaar.
    nazorg_gekoppeld_vanaf: int = 2023
    # VNG-handreiking SPUK 2024 H4: the staffel is paid once up to 2023 and yearly from this verantwoordingsjaar.
    staffel_jaarlijks_vanaf: int = 2024
    eindverantwoording: bool = False
    # Of the year that is counted; only known of what is read from the database.
    sisa: Sisadag | None = None

    def is_norm(self, component: Component, jaar: int) -> bool:
        return self.keuze.get_wijze(component, jaar) is Wijze.NORM

    def get_normbedragen(self, jaar: int) -> Normbedragen:
        if jaar not in self.normbedragen:
            raise NormbedragOntbreekt(f"Er zijn geen normbedragen voor {jaar}. Vul ze in met hun bron.")
        return self.normbedragen[jaar]

    def get_tarief(self, component: Component, jaar: int | None) -> Decimal:
        return self.get_normbedragen(jaar).tarieven[component].bedrag if self.is_looptijd(jaar) else NUL

    def get_staffelbedrag(self, jaar: int, aantal: int) -> Decimal:
        return self.get_normbedragen(jaar).staffel.get_trede(aantal).bedrag if self.is_looptijd(jaar) else NUL

    def is_looptijd(self, jaar: int | None) -> TypeGuard[int]:
        return jaar is not None and self.activiteiten_vanaf.year <= jaar <= self.verplichtingen_tot.year

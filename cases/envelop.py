"""What has to be known beside a letter to send it, kept with it: an address that changes later changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cases.brief import Ontvanger


@dataclass(frozen=True, kw_only=True)
class Envelop:
    """Whether who sends the letter writes its address on it, and who gets a copy of it, where.

    `hoedanigheid` is that of whoever gets the letter itself instead of the inwoner; `ander` says that it is a letter to
    another belanghebbende, which goes out whatever became of the inwoner.
    """

    adres_geheim: bool = False
    hoedanigheid: str = ""
    afschrift_aan: str = ""
    afschrift_adres: tuple[str, ...] = ()
    ander: bool = False

    @property
    def naar_inwoner_alleen(self) -> bool:
        return not self.ander and not self.hoedanigheid and not self.afschrift_aan


def als_envelop(naar: Ontvanger) -> dict[str, Any]:
    """Give what is kept of the addressee of a letter: no name and address of the inwoner, those are in the letter."""
    return {
        "adres_geheim": naar.adres_geheim,
        "hoedanigheid": naar.hoedanigheid,
        "afschrift_aan": naar.afschrift_aan,
        "afschrift_adres": list(naar.afschrift_adres),
        "ander": naar.ander,
    }


def lees_envelop(data: Mapping[str, Any]) -> Envelop:
    """Read what was kept, or the addressee in the snapshot of a besluit: an older one may lack a part."""
    return Envelop(
        adres_geheim=bool(data.get("adres_geheim")),
        hoedanigheid=data.get("hoedanigheid", ""),
        afschrift_aan=data.get("afschrift_aan", ""),
        afschrift_adres=tuple(data.get("afschrift_adres", ())),
        ander=bool(data.get("ander")),
    )

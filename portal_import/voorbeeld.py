"""What a file would do, before anything is done: what the preview shows and portaal_inlezen prints."""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from types import MappingProxyType

from portal_import.dubbel import Gelijk
from portal_import.kolommen import KOLOMMEN, deel_in
from portal_import.levering import LeveringRij, lees_levering
from portal_import.lezen import eis_rijen, lees
from portal_import.meldingen import RijFout, Waarschuwing
from portal_import.samenvoegen import Bekend
from portal_import.soorten import Soort
from portal_import.vergelijken import Gevolg, Verandering, vergelijk


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A file that is read and checked row by row, but not yet compared."""

    bestand: str
    sha256: str
    soort: Soort
    rijen: tuple[LeveringRij, ...]
    fouten: tuple[RijFout, ...]
    waarschuwingen: tuple[Waarschuwing, ...]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """The outcome of one file. Refuses to exist when its rows do not add up."""

    bestand: str
    sha256: str
    soort: Soort
    rijen: int = 0
    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    fouten: tuple[RijFout, ...] = ()
    veranderingen: tuple[Verandering, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    reden: str = ""

    def __post_init__(self) -> None:
        met_fout = len({fout.rij for fout in self.fouten})
        if self.rijen != self.nieuw + self.gewijzigd + self.ongewijzigd + met_fout:
            raise ValueError("rijen is not nieuw + gewijzigd + ongewijzigd + rows with a fault")
        if self.geweigerd and self.rijen:
            raise ValueError("a refused file has no rows")

    @property
    def geweigerd(self) -> bool:
        return bool(self.reden)

    def als_json(self, run: int | None) -> dict[str, object]:
        """Give the answer of portaal_inlezen --json; run is the number of the recorded run, nothing for a --proef."""
        return {
            "bestand": self.bestand,
            "soort": str(self.soort),
            "run": run,
            "rijen": self.rijen,
            "nieuw": self.nieuw,
            "gewijzigd": self.gewijzigd,
            "ongewijzigd": self.ongewijzigd,
            "geweigerd": self.geweigerd,
            "reden": self.reden or None,
            "fouten": [asdict(fout) for fout in self.fouten],
        }


def lees_bestand(inhoud: bytes, naam: str, soort: Soort, on: date) -> Gelezen:
    """Read a file and check each row by itself; raise BestandGeweigerd when it is not the list it should be."""
    tabel = lees(inhoud, naam)
    indeling = deel_in(tabel.kolommen, tabel.koprij, KOLOMMEN[soort])
    eis_rijen(tabel)
    waarschuwingen = indeling.waarschuwingen
    if tabel.overgeslagen:
        melding = f"Alleen het blad '{tabel.blad}' is gelezen. Niet gelezen: {tabel.overgeslagen}."
        waarschuwingen += (Waarschuwing(tabel.koprij, "", melding, "blad"),)
    rijen: list[LeveringRij] = []
    fouten: list[RijFout] = []
    for uitkomst in lees_levering(tabel, indeling, on):
        if isinstance(uitkomst, LeveringRij):
            rijen.append(uitkomst)
        else:
            fouten.extend(uitkomst)
    return Gelezen(naam, sha256(inhoud), soort, tuple(rijen), tuple(fouten), waarschuwingen)


def maak_voorbeeld(
    gelezen: Gelezen,
    bekend: Mapping[str, Bekend],
    *,
    woonplaatsen: Collection[str],
    on: date,
    gelijkenden: Mapping[int, tuple[Gelijk, ...]] = MappingProxyType({}),
    gekozen: Mapping[int, Bekend] = MappingProxyType({}),
) -> Voorbeeld:
    """Compare what was read with what is known, per BSN of the rows read, and per row with who looks the same."""
    veranderingen = vergelijk(
        gelezen.rijen, bekend, woonplaatsen=woonplaatsen, on=on, gelijkenden=gelijkenden, gekozen=gekozen
    )
    aantal = Counter(verandering.soort for verandering in veranderingen)
    return Voorbeeld(
        bestand=gelezen.bestand,
        sha256=gelezen.sha256,
        soort=gelezen.soort,
        rijen=len(gelezen.rijen) + len({fout.rij for fout in gelezen.fouten}),
        nieuw=aantal[Gevolg.NIEUW],
        gewijzigd=aantal[Gevolg.GEWIJZIGD],
        ongewijzigd=aantal[Gevolg.ONGEWIJZIGD],
        fouten=gelezen.fouten,
        veranderingen=tuple(veranderingen),
        waarschuwingen=gelezen.waarschuwingen + tuple(w for v in veranderingen for w in v.waarschuwingen),
    )


def geweigerd(inhoud: bytes, naam: str, soort: Soort, reden: str) -> Voorbeeld:
    """Give the outcome of a file that was refused."""
    return Voorbeeld(bestand=naam, sha256=sha256(inhoud), soort=soort, reden=reden)


def sha256(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()

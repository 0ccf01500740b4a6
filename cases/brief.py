"""Who sends a letter and who gets it: frozen values that every letter of the product holds."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cases.adres import MINSTENS_REGELS


@dataclass(frozen=True, kw_only=True)
class Afzender:
    """Who sends a letter, and who signs it under which mandate.

    `beslisser_` says who took a besluit in mandaat, by the mandaatregister; `college_beslist` that the college took it
    itself and is only signed for (Awb art. 10:10 and 10:11). Copies of before have neither.
    """

    gemeente: str
    college_naam: str
    afdeling: str = ""
    adresregels: tuple[str, ...] = ()
    telefoon: str = ""
    email: str = ""
    logo: bytes | None = None
    bezwaar_adres: tuple[str, ...] = ()
    rechtbank: tuple[str, ...] = ()
    ondertekenaar_naam: str = ""
    ondertekenaar_functie: str = ""
    mandaat: str = ""
    beslisser_naam: str = ""
    beslisser_functie: str = ""
    beslisser_mandaat: str = ""
    college_beslist: bool = False

    @property
    def naam(self) -> str:
        return self.gemeente if self.gemeente.lower().startswith("gemeente ") else f"Gemeente {self.gemeente}"

    @property
    def college(self) -> str:
        """Give the organ as running text has it: with its article."""
        naam = self.college_naam.strip()
        return (
            f"het {naam[0].lower()}{naam[1:]}"
            if naam.lower().startswith("college")
            else f"{naam[:1].lower()}{naam[1:]}"
        )

    @property
    def tekent_voor_beslisser(self) -> bool:
        """Say whether another signs than decided, so that the letter has to name both."""
        return bool(self.beslisser_naam) and self.beslisser_naam != self.ondertekenaar_naam

    @property
    def bezwaar_regels(self) -> tuple[str, ...]:
        """Give organ and address for bezwaar (Awb 3:45 lid 2); the organ once, also when the address names it."""
        if any(self.college_naam.lower() in regel.lower() for regel in self.bezwaar_adres):
            return self.bezwaar_adres
        return (self.college, *self.bezwaar_adres)


@dataclass(frozen=True, kw_only=True)
class Berichtbrief:
    """What every letter has that is no besluit: who sends it, and whom to call about it."""

    afzender: Afzender
    telefoon: str = ""

    @property
    def titel(self) -> str:
        raise NotImplementedError

    @property
    def documenttitel(self) -> str:
        return f"{self.titel}, {self.afzender.naam}"

    @property
    def bel_nummer(self) -> str:
        """Give the number to call: of the contactpersoon, else of the gemeente."""
        return self.telefoon or self.afzender.telefoon


def zelfde_persoon(toen: Afzender, nu: Afzender) -> str:
    """Name who stands in both letters, as who decided or who signed; empty when nobody does.

    Letters hold names and no accounts. Two who both decided are compared by their account, so the name that they share
    is left out here.
    """
    eerder = {_kaal(naam) for naam in (toen.beslisser_naam, toen.ondertekenaar_naam)} - {""}
    if toen.beslisser_naam and _kaal(toen.beslisser_naam) == _kaal(nu.beslisser_naam):
        eerder -= {_kaal(nu.beslisser_naam)}
    return next((naam for naam in (nu.beslisser_naam, nu.ondertekenaar_naam) if _kaal(naam) in eerder), "")


def _kaal(naam: str) -> str:
    return " ".join(naam.split()).casefold()


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    """Who gets a letter. `voor` is the inwoner when somebody else gets it for them, as their `hoedanigheid`.

    A geheim adres is not in the letter: who sends it writes it on the envelope. `ander` says that it is no letter to
    the inwoner at all, but to somebody with an interest of their own (Awb art. 1:2).
    """

    aanhef: str
    naam: str
    adresregels: tuple[str, ...]
    tav: str = ""
    voor: str = ""
    hoedanigheid: str = ""
    adres_geheim: bool = False
    afschrift_aan: str = ""
    afschrift_adres: tuple[str, ...] = ()
    ander: bool = False

    @property
    def is_inwoner(self) -> bool:
        """Say whether the address is that of the inwoner."""
        return not (self.ander or self.hoedanigheid or self.tav)

    @property
    def is_adresseerbaar(self) -> bool:
        """Say whether the letter can reach somebody, and its copy too (Awb 3:41)."""
        afschrift_volledig = not self.afschrift_aan or len(self.afschrift_adres) >= MINSTENS_REGELS
        return (self.adres_geheim or len(self.adresregels) >= MINSTENS_REGELS) and afschrift_volledig


def teksten_van(waarde: Any) -> Iterator[str]:
    """Give every text in a letter, or in a part of it."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from teksten_van(deel)
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from teksten_van(getattr(waarde, veld.name))

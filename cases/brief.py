"""Who sends a letter and who gets it: frozen values that every letter of the product holds."""

from dataclasses import dataclass

from cases.adres import MINSTENS_REGELS


@dataclass(frozen=True, kw_only=True)
class Afzender:
    gemeente: str
    college_naam: str
    afdeling: str = ""
    adresregels: tuple[str, ...] = ()
    telefoon: str = ""
    email: str = ""
    logo: bytes | None = None
    bezwaar_adres: tuple[str, ...] = ()
    ondertekenaar_naam: str = ""
    ondertekenaar_functie: str = ""
    mandaat: str = ""

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
    def bezwaar_regels(self) -> tuple[str, ...]:
        """Give organ and address for bezwaar (Awb 3:45 lid 2); the organ once, also when the address names it."""
        if any(self.college_naam.lower() in regel.lower() for regel in self.bezwaar_adres):
            return self.bezwaar_adres
        return (self.college, *self.bezwaar_adres)


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    """Who gets a letter. `voor` is the inwoner when somebody else gets it for them, as their `hoedanigheid`.

    A geheim adres is not in the letter: who sends it writes it on the envelope.
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

    @property
    def is_adresseerbaar(self) -> bool:
        """Say whether the letter can reach somebody, and its copy too (Awb 3:41)."""
        afschrift_volledig = not self.afschrift_aan or len(self.afschrift_adres) >= MINSTENS_REGELS
        return (self.adres_geheim or len(self.adresregels) >= MINSTENS_REGELS) and afschrift_volledig

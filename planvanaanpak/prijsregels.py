"""Read the lines of a price list that a beheerder pastes: artikel; bladzijde; prijs. Pure; nothing is guessed."""

import re
from dataclasses import dataclass
from decimal import Decimal

MEESTE_REGELS, LANGSTE_ARTIKEL, HOOGSTE_BLADZIJDE = 2000, 120, 9999
KOP = ("artikel", "omschrijving")
_PRIJS = re.compile(r"(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?|\d+\.\d{1,2}")


@dataclass(frozen=True, kw_only=True)
class Prijsregel:
    artikel: str
    bladzijde: int
    prijs: Decimal


class OnleesbareRegel(ValueError):
    """A line that can't be read; its text is plain Dutch."""


def lees_prijsregels(tekst: str) -> tuple[tuple[Prijsregel, ...], tuple[str, ...]]:
    """Give the rows and the complaints, each with the number of its line; columns are split by a tab or a semicolon."""
    regels: dict[str, Prijsregel] = {}
    fouten: list[str] = []
    lijnen = tekst.splitlines()
    if len(lijnen) > MEESTE_REGELS:
        return (), (f"Plak hoogstens {MEESTE_REGELS} regels tegelijk.",)
    for nummer, lijn in enumerate(lijnen, start=1):
        if not lijn.strip() or (nummer == 1 and lijn.strip().casefold().startswith(KOP)):
            continue
        try:
            regel = _lees(lijn)
        except OnleesbareRegel as fout:
            fouten.append(f"Regel {nummer}: {fout}")
            continue
        if regel.artikel.casefold() in regels:
            fouten.append(f"Regel {nummer}: {regel.artikel} staat er twee keer in.")
        regels[regel.artikel.casefold()] = regel
    return tuple(regels.values()), tuple(fouten)


def _lees(lijn: str) -> Prijsregel:
    delen = [" ".join(deel.split()).strip('"') for deel in re.split(r"[;\t]", lijn.strip())]
    if len(delen) != 3:
        raise OnleesbareRegel("schrijf artikel; bladzijde; prijs, zoals: Koelkast; 112; 466,00.")
    artikel, bladzijde, prijs = delen
    if not 0 < len(artikel) <= LANGSTE_ARTIKEL:
        raise OnleesbareRegel(f"het artikel heeft 1 tot {LANGSTE_ARTIKEL} tekens.")
    if not bladzijde.isascii() or not bladzijde.isdigit() or not 0 < int(bladzijde) <= HOOGSTE_BLADZIJDE:
        raise OnleesbareRegel(f"‘{bladzijde}’ is geen bladzijde.")
    return Prijsregel(artikel=artikel, bladzijde=int(bladzijde), prijs=_prijs(prijs))


def _prijs(tekst: str) -> Decimal:
    kaal = re.sub(r"[€\s]", "", tekst)
    if not _PRIJS.fullmatch(kaal) or len(kaal) > 11:
        raise OnleesbareRegel(f"‘{tekst}’ is geen prijs.")
    punt = re.fullmatch(r"\d+\.\d{1,2}", kaal)
    prijs = Decimal(kaal if punt else kaal.replace(".", "").replace(",", "."))
    if prijs <= 0:
        raise OnleesbareRegel("een prijs is meer dan 0.")
    return prijs.quantize(Decimal("0.01"))

"""Invented people: names, addresses and BSN's that fit the 11-proef and belong to nobody (they start with 9999)."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

ACHTERNAMEN = (
    ("", "Berkhout"), ("", "Wilgenhof"), ("", "Morgenster"), ("van der", "Weide"), ("", "Zonneveld"), ("", "Lindeman"),
    ("", "Veenstra"), ("", "Goudvink"), ("", "Duinker"), ("", "Braamkamp"), ("", "Rietdijk"), ("de", "Vries"),
    ("", "Öztürk"), ("", "El Amrani"), ("", "Yıldırım"), ("van", "Loenen"), ("", "Kowalski"), ("", "Santos"),
    ("", "Bouzid"), ("", "Pinas"), ("", "Wijngaarde"), ("van 't", "Hof"), ("", "Nguyen"), ("", "Martina"),
    ("", "Hassan"), ("", "Roosendaal"), ("", "Tuinman"), ("den", "Hartog"), ("", "Çelik"), ("", "Karimi"),
)  # fmt: skip
# Put together they give as many names as a whole country needs.
NAAM_BEGIN = (
    "Berk", "Linde", "Water", "Molen", "Rozen", "Zand", "Hei", "Eiken", "Kerk", "Veen", "Meer", "Bos", "Duin", "Klaver",
    "Wilgen", "Hoog", "Nieuw", "Oude", "Groen", "Steen",
)  # fmt: skip
NAAM_EIND = (
    "kamp", "veld", "horst", "laar", "hof", "man", "stra", "huis", "beek", "brink", "dam", "donk", "haar", "schot",
    "woude", "zicht", "poort", "berg", "sma", "wijk",
)  # fmt: skip
VOORLETTERS = ("N.", "S.", "R.", "F.", "M.A.", "J.", "D.", "C.", "K.L.", "Y.", "I.", "A.", "H.J.", "L.", "Z.", "T.M.")
STRATEN = (
    "Lindepad", "Waalkade", "Kerkstraat", "Molenweg", "Dijkgraafplein", "Rozenhof", "Wilgenlaan", "Stationsweg",
    "Veerstraat", "Hoogeind", "Bongerd", "Kersenlaan",
)  # fmt: skip


@dataclass(frozen=True)
class Plaats:
    """Where invented people of a gemeente live."""

    woonplaatsen: tuple[str, ...]
    postcode: int


def maak_persoon(rng: Random, plaats: Plaats, volgnummer: int, on: date) -> dict[str, str]:
    """Invent one person; the same seed and number give the same person."""
    voorvoegsel, achternaam = rng.choice(ACHTERNAMEN)
    geboren = on - timedelta(days=rng.randint(24 * 365, 58 * 365))
    cijfers = "".join(rng.choice("ABCDEGHJKLNPRTVWXZ") for _ in range(2))
    return {
        "bsn": maak_bsn(volgnummer),
        "voorletters": rng.choice(VOORLETTERS),
        "voorvoegsel": voorvoegsel,
        "achternaam": achternaam,
        "geboortedatum": geboren.isoformat(),
        "straat": rng.choice(STRATEN),
        "huisnummer": str(rng.randint(1, 180)),
        "huisletter": "",
        "toevoeging": "",
        "postcode": f"{plaats.postcode + rng.randint(0, 40)}{cijfers}",
        "woonplaats": rng.choice(plaats.woonplaatsen),
        "telefoon": f"06 5555 {rng.randint(100, 9999):04d}",
        "email": f"bewoner{volgnummer}@voorbeeld.example" if rng.random() < 0.6 else "",
    }


def maak_bsn(volgnummer: int) -> str:
    """Give the n-th number from 999900000 on that passes the 11-proef."""
    gevonden = -1
    kandidaat = 999_899_999
    while gevonden < volgnummer:
        kandidaat += 1
        cijfers = f"{kandidaat:09d}"
        som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
        gevonden += som % 11 == 0
    return f"{kandidaat:09d}"

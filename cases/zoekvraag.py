"""What somebody typed in the search box: a number, an address, a birth date or a name. Pure; text in, value out."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from cases.brpdatum import BrpDatum, OngeldigeDatum
from cases.bsn import OngeldigBsn, lees_bsn

MINSTENS, TELEFOONCIJFERS = 2, 9
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
GEEN_TELEFOON = "Dit is geen telefoonnummer. Typ alle cijfers, zoals 06 12345678 of +31 6 12345678."
DOSSIERNUMMER = re.compile(r"\d{4}-D-\d{4}-\d{5,}", re.IGNORECASE | re.ASCII)
_BESLUITNUMMER = re.compile(r"\d{4}-B-\d{4}-\d{5,}", re.IGNORECASE | re.ASCII)
_TELEFOON = re.compile(r"\+?[\d ().-]+", re.ASCII)
_POSTCODE = re.compile(r"([1-9]\d{3})\s?([a-z]{2})[\s,]*", re.IGNORECASE | re.ASCII)
# What stands behind a house number: its letter and its addition, together no longer than both fields can hold.
_ADRES = re.compile(
    _POSTCODE.pattern + r"(\d{1,5})(?!\d)[\s/.,-]*((?:[a-z0-9][\s/.,-]*){0,16})", re.IGNORECASE | re.ASCII
)
_MAAND = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MAANDEN)})\s+(\d{{4}})", re.IGNORECASE | re.ASCII)
_CIJFERS = re.compile(r"[\d ./-]+", re.ASCII)
_GEEN_WOORD = re.compile(r"[^a-z0-9]+")
# Letters that have no accent to take off; PostgreSQL's unaccent writes them the same.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


class Zoeksoort(StrEnum):
    NUMMER = "dossiernummer"
    BESLUITNUMMER = "besluitnummer"
    TELEFOON = "telefoonnummer"
    BSN = "BSN"
    ADRES = "adres"
    GEBOORTEDATUM = "geboortedatum"
    NAAM = "naam"
    NIETS = "niets"


@dataclass(frozen=True, kw_only=True)
class Zoekvraag:
    """What is looked for. `uitleg` says what is wrong when it is nothing that can be found.

    `toevoeging` holds what was typed behind the house number, letter and addition in one: A2 for 14A 2 and for 14 a-2.
    """

    soort: Zoeksoort
    waarde: str = ""
    huisnummer: str = ""
    toevoeging: str = ""
    woorden: tuple[str, ...] = ()
    uitleg: str = ""

    @property
    def is_nummer(self) -> bool:
        """Say whether it can be of one dossier only, also of one that was withdrawn."""
        return self.soort in (Zoeksoort.NUMMER, Zoeksoort.BESLUITNUMMER)


def lees_zoekvraag(tekst: str) -> Zoekvraag:
    """Tell what somebody looks for; the first that fits counts, a name last."""
    tekst = " ".join(tekst.split())
    if DOSSIERNUMMER.fullmatch(tekst):
        return Zoekvraag(soort=Zoeksoort.NUMMER, waarde=tekst.upper())
    if _BESLUITNUMMER.fullmatch(tekst):
        return Zoekvraag(soort=Zoeksoort.BESLUITNUMMER, waarde=tekst.upper())
    if adres := _ADRES.fullmatch(tekst):
        cijfers, letters, huisnummer, achter = adres.groups()
        toevoeging = _GEEN_WOORD.sub("", achter.lower()).upper()
        return Zoekvraag(
            soort=Zoeksoort.ADRES, waarde=f"{cijfers}{letters.upper()}", huisnummer=huisnummer, toevoeging=toevoeging
        )
    if kaal := _POSTCODE.fullmatch(tekst):
        zo = f"{kaal[1]} {kaal[2].upper()} 14"
        return Zoekvraag(soort=Zoeksoort.NIETS, uitleg=f"Dit is een postcode. Typ het huisnummer erachter, zoals {zo}.")
    if maand := _MAAND.fullmatch(tekst):
        dag, naam, jaar = maand.groups()
        tekst = f"{dag}-{MAANDEN.index(naam.lower()) + 1}-{jaar}"
    if telefoon := _lees_telefoon(tekst):
        return telefoon
    if _CIJFERS.fullmatch(tekst):
        return _lees_cijfers(tekst)
    return _lees_naam(tekst)


def _lees_telefoon(tekst: str) -> Zoekvraag | None:
    """Read a telephone number: it begins with + or (, with the 00 of a landcode, or has ten figures from 0 on.

    The last nine figures tell one from another, whether 0, +31 or 0031 stands before them.
    """
    cijfers = re.sub(r"\D", "", tekst)
    alleen_telefoon = tekst.startswith(("+", "("))
    landcode = cijfers.startswith("00") and len(cijfers) > 10
    if not _TELEFOON.fullmatch(tekst) or not (alleen_telefoon or landcode or re.fullmatch(r"0\d{9}", cijfers)):
        return None
    if len(cijfers) < 10:
        return Zoekvraag(soort=Zoeksoort.NIETS, uitleg=GEEN_TELEFOON)
    return Zoekvraag(soort=Zoeksoort.TELEFOON, waarde=cijfers[-TELEFOONCIJFERS:])


def _lees_cijfers(tekst: str) -> Zoekvraag:
    """Read a BSN or a date: eight figures are a date, nine a BSN. With a / it can only be meant as a date."""
    try:
        return Zoekvraag(soort=Zoeksoort.GEBOORTEDATUM, waarde=BrpDatum.uit_tekst(tekst).isoformat())
    except OngeldigeDatum as fout:
        if "/" in tekst or (len(re.findall(r"\d+", tekst)) == 3 and len(re.sub(r"\D", "", tekst)) <= 8):
            return Zoekvraag(soort=Zoeksoort.NIETS, uitleg=str(fout))
    try:
        return Zoekvraag(soort=Zoeksoort.BSN, waarde=lees_bsn(tekst))
    except OngeldigBsn as fout:
        return Zoekvraag(soort=Zoeksoort.NIETS, uitleg=str(fout))


def _lees_naam(tekst: str) -> Zoekvraag:
    woorden = tuple(normaliseer(tekst).split())
    if sum(map(len, woorden)) < MINSTENS:
        return Zoekvraag(soort=Zoeksoort.NIETS, uitleg=f"Typ minstens {MINSTENS} letters van de naam.")
    return Zoekvraag(soort=Zoeksoort.NAAM, waarde=tekst, woorden=woorden)


def past_op(vraag: Zoekvraag, naam: str) -> bool:
    """Say whether each word that is looked for is the start of a word of this name."""
    gezocht_in = f" {normaliseer(naam)}"
    return all(f" {woord}" in gezocht_in for woord in vraag.woorden)


def normaliseer(tekst: str) -> str:
    """Write words without capitals, accents and signs, as the database does in its function `zoektekst`."""
    kaal = "".join(t for t in unicodedata.normalize("NFKD", tekst.lower()) if not unicodedata.combining(t))
    return _GEEN_WOORD.sub(" ", kaal.translate(_LETTERS)).strip()

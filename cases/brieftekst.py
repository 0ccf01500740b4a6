"""The text of a letter as a gemeente writes it: gegevens between braces, what may fall away between brackets.

    {contactpersoon}                   what the dossier has there
    [Op {gesprek} spraken wij u.]      falls away when a gegeven in it is empty
    [Bel {telefoon}.|Bel ons.]         says the second when a gegeven in the first is empty

With an empty line between paragraphs, `## ` before a heading, `- ` before what is in a list, and `**` around bold.
So a text never leaves with an empty gegeven: outside brackets only what is always filled may stand.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

GEGEVEN = re.compile(r"\{([a-z_]+)\}")
KEUZE = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
VET = re.compile(r"\*\*(.+?)\*\*")


class LeegGegeven(ValueError):
    """The text asks for something that is empty or does not exist in this dossier; `code` names it."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"In de tekst staat {{{code}}}, maar dat is hier leeg.")


@dataclass(frozen=True, kw_only=True)
class Gegeven:
    """What a text can ask of a dossier. `kan_leeg` is what not every dossier has."""

    code: str
    uitleg: str
    kan_leeg: bool = False


@dataclass(frozen=True, kw_only=True)
class Deel:
    """A piece of a text: `vast` always stands there, else `anders` takes its place when it has an empty gegeven."""

    tekst: str
    vast: bool = True
    anders: str = ""


def lees(tekst: str) -> Iterator[Deel]:
    """Read a text as pieces, in order."""
    begin = 0
    for keuze in KEUZE.finditer(tekst):
        yield Deel(tekst=tekst[begin : keuze.start()])
        yield Deel(tekst=keuze[1], vast=False, anders=keuze[2] or "")
        begin = keuze.end()
    yield Deel(tekst=tekst[begin:])


def vul(tekst: str, waarden: Mapping[str, str]) -> str:
    """Fill in the gegevens. Raises LeegGegeven for one that is empty or unknown where it must stand."""
    return "".join(_vul_deel(deel, waarden) for deel in lees(tekst))


def _vul_deel(deel: Deel, waarden: Mapping[str, str]) -> str:
    if deel.vast:
        return _zet_in(deel.tekst, waarden)
    try:
        return _zet_in(deel.tekst, waarden)
    except LeegGegeven:
        return _zet_in(deel.anders, waarden)


def _zet_in(tekst: str, waarden: Mapping[str, str]) -> str:
    def waarde(gevonden: re.Match[str]) -> str:
        kaal = " ".join(waarden.get(gevonden[1], "").split())
        if not kaal:
            raise LeegGegeven(gevonden[1])
        return kaal.replace("**", "*")

    return GEGEVEN.sub(waarde, tekst)


def keur(tekst: str, gegevens: tuple[Gegeven, ...], moet: frozenset[str] = frozenset()) -> list[str]:
    """Name what is wrong with a text, in words for who wrote it; empty when it may be published."""
    bekend = {gegeven.code: gegeven for gegeven in gegevens}
    fouten = [
        f"{{{code}}} bestaat niet in deze brief. Kies uit de lijst met gegevens."
        for code in dict.fromkeys(GEGEVEN.findall(tekst))
        if code not in bekend
    ]
    if any(teken in GEGEVEN.sub("", tekst) for teken in "{}"):
        fouten.append("Er staat een losse { of }. Schrijf een gegeven als {contactpersoon}.")
    if any(teken in KEUZE.sub("", tekst) for teken in "[]"):
        fouten.append("Er staat een losse [ of ]. Zet beide om de zin die mag wegvallen, en geen [ binnen een [.")
    altijd: set[str] = set()
    for deel in lees(tekst):
        zeker = GEGEVEN.findall(deel.tekst if deel.vast else deel.anders)
        altijd.update(zeker if deel.vast else set(zeker) & set(GEGEVEN.findall(deel.tekst)))
        fouten += [
            f"{{{code}}} kan leeg zijn. Zet de zin eromheen tussen [ en ]: dan valt hij weg als het leeg is."
            for code in zeker
            if code in bekend and bekend[code].kan_leeg
        ]
    fouten += [f"Gebruik {{{code}}}: dat moet in deze brief staan." for code in sorted(moet - altijd)]
    return list(dict.fromkeys(fouten))


def opmaak(tekst: str) -> str:
    """Give the HTML of a text that is filled in: paragraphs, headings of the second level, lists and bold."""
    return "\n".join(_blok(blok.strip()) for blok in re.split(r"\n\s*\n", tekst.replace("\r\n", "\n")) if blok.strip())


def _blok(blok: str) -> str:
    html: list[str] = []
    punten: list[str] = []
    regels: list[str] = []
    for regel in [*blok.splitlines(), ""]:
        soort, inhoud = _regel(regel.strip())
        if regels and soort != "p":
            html.append(f"<p>{_vet(' '.join(regels))}</p>")
            regels = []
        if punten and soort != "li":
            html.append(f"<ul>\n{''.join(f'<li>{_vet(punt)}</li>' + chr(10) for punt in punten)}</ul>")
            punten = []
        if soort == "h2":
            html.append(f"<h2>{escape(inhoud)}</h2>")
        elif soort == "li":
            punten.append(inhoud)
        elif soort == "p":
            regels.append(inhoud)
    return "\n".join(html)


def _regel(regel: str) -> tuple[str, str]:
    """Say what a line is: a heading, a point of a list, text, or the end."""
    if regel.startswith("## "):
        return "h2", regel[3:]
    if regel.startswith("- "):
        return "li", regel[2:]
    return ("p", regel) if regel and regel not in ("-", "##") else ("", "")


def _vet(tekst: str) -> str:
    return VET.sub(r"<strong>\1</strong>", escape(tekst, quote=False))

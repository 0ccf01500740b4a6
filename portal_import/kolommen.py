"""Which column of a file holds which field.

There is no public specification of the portal's lists, so the headers are a mapping and not a fixed layout: order,
capitals, spaces and punctuation do not matter, and a field can have more than one name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cases.bsn import maskeer_bsns
from portal_import.meldingen import BestandGeweigerd, Waarschuwing, som_op
from portal_import.soorten import MET_DE_HAND, Bestandsoort, Soort

_GEEN_WOORDTEKEN = re.compile(r"[\W_]+")


def sleutel(woorden: str) -> str:
    """Reduce a header or a code word to what counts: 'E-mail ' and 'email' are the same."""
    return _GEEN_WOORDTEKEN.sub("", woorden).casefold()


@dataclass(frozen=True, slots=True)
class Kolom:
    """A field, the name of its column, other names that are accepted, and whether a file can do without."""

    veld: str
    naam: str
    ook: tuple[str, ...] = ()
    verplicht: bool = False

    @property
    def sleutels(self) -> set[str]:
        return {sleutel(naam) for naam in (self.naam, *self.ook)}


KOLOMMEN: dict[Soort, tuple[Kolom, ...]] = {
    Soort.LEVERING: (
        Kolom("bsn", "BSN", ("Burgerservicenummer",), verplicht=True),
        Kolom("doelgroep", "Soort", ("Doelgroep",), verplicht=True),
        Kolom("voorletters", "Voorletters", ("Initialen",)),
        Kolom("voorvoegsel", "Voorvoegsel", ("Voorvoegsels", "Tussenvoegsel")),
        Kolom("achternaam", "Achternaam", ("Geslachtsnaam",), verplicht=True),
        Kolom("geboortedatum", "Geboortedatum", ("Datum geboorte",), verplicht=True),
        Kolom("straat", "Straat", ("Straatnaam",)),
        Kolom("huisnummer", "Huisnummer", ("Huisnr",)),
        Kolom("huisletter", "Huisletter"),
        Kolom("toevoeging", "Toevoeging", ("Huisnummertoevoeging",)),
        Kolom("postcode", "Postcode"),
        Kolom("woonplaats", "Woonplaats", ("Plaats",)),
        Kolom("telefoon", "Telefoon", ("Telefoonnummer",)),
        Kolom("email", "E-mail", ("E-mailadres",)),
        Kolom("uht_status", "Status", ("Status UHT", "UHT-status"), verplicht=True),
        Kolom("statusdatum", "Statusdatum", ("Datum status",), verplicht=True),
        Kolom("datum_levering", "Datum levering", ("Leverdatum", "Leveringsdatum"), verplicht=True),
    ),
}

# One of these is enough: a list with debts in it is never read, whatever else it holds.
SCHULDKOLOMMEN = (
    "Schuldeiser", "Vorderingnummer", "Vorderingsnummer", "Openstaand bedrag", "Datum opeisbaar", "Pauzeknop",
    "Schuldbedrag",
)  # fmt: skip
_SCHULDSLEUTELS = {sleutel(naam) for naam in SCHULDKOLOMMEN}

# The start of a column that gives away another list of the portal.
_ANDERE_LIJSTEN = {
    "rechtopkindregeling": ("een antwoordbestand over kinderen", Bestandsoort.ANTWOORD),
    "statusper3112": ("een jaarlijst", Bestandsoort.JAARLIJST),
}


@dataclass(frozen=True, slots=True)
class Kolomindeling:
    """For each field its place in a row (None when the file lacks it) and the header as the file writes it."""

    plaatsen: dict[str, int | None]
    koppen: dict[str, str]
    waarschuwingen: tuple[Waarschuwing, ...]


def deel_in(kop: Sequence[str], koprij: int, kolommen: Sequence[Kolom]) -> Kolomindeling:
    """Find the place of each field in a header; raise BestandGeweigerd when this is not the list it should be."""
    _weiger_schuldenlijst(kop)
    plekken, onbekend = _zoek(kop, kolommen)
    if dubbel := [kop[nummer] for nummers in plekken.values() if len(nummers) > 1 for nummer in nummers]:
        raise BestandGeweigerd(
            f"Een gegeven staat in meer dan één kolom: {som_op(dubbel)}. Haal één van de kolommen weg."
        )
    ontbreekt = [kolom for kolom in kolommen if not plekken[kolom.veld]]
    if missend := [kolom.naam for kolom in ontbreekt if kolom.verplicht]:
        raise BestandGeweigerd(_andere_kolommen(kop, missend, onbekend))
    return Kolomindeling(
        plaatsen={veld: nummers[0] if nummers else None for veld, nummers in plekken.items()},
        koppen={kolom.veld: kop[plekken[kolom.veld][0]] if plekken[kolom.veld] else kolom.naam for kolom in kolommen},
        waarschuwingen=tuple(
            [_waarschuw_onbekend(koprij, naam) for naam in onbekend]
            + [_waarschuw_ontbreekt(koprij, kolom.naam) for kolom in ontbreekt]
        ),
    )


def _zoek(kop: Sequence[str], kolommen: Sequence[Kolom]) -> tuple[dict[str, list[int]], list[str]]:
    """Give the places of each field, and the names of the columns that belong to none."""
    veld_van = {s: kolom.veld for kolom in kolommen for s in kolom.sleutels}
    plekken: dict[str, list[int]] = {kolom.veld: [] for kolom in kolommen}
    onbekend = []
    for nummer, naam in enumerate(kop):
        veld = veld_van.get(sleutel(naam))
        if veld:
            plekken[veld].append(nummer)
        else:
            onbekend.append(maskeer_bsns(naam)[:40] or f"zonder naam, nummer {nummer + 1}")
    return plekken, onbekend


def _weiger_schuldenlijst(kop: Sequence[str]) -> None:
    """Refuse a debt list: it may not be used for brede ondersteuning (VNG handreiking 2025 §2.3; AVG art. 5 lid 1b)."""
    if schulden := [naam for naam in kop if sleutel(naam) in _SCHULDSLEUTELS]:
        raise BestandGeweigerd(
            f"Dit is een schuldenlijst: er staat informatie over schulden in ({som_op(schulden)}). Zo'n lijst mag u "
            "niet gebruiken voor brede ondersteuning (doelbinding; VNG-handreiking brede ondersteuning 2025, paragraaf "
            "2.3). Er is niets gelezen of bewaard. Kies de lijst voor brede ondersteuning."
        )


def _andere_kolommen(kop: Sequence[str], missend: list[str], onbekend: list[str]) -> str:
    """Say what is missing. When no header is known at all the first row may be a person's, so it is not repeated."""
    if len(onbekend) == len(kop):
        return (
            "Dit is geen levering uit het gegevensportaal: er is geen enkele kolom herkend. Staan de namen van de "
            "kolommen boven de lijst, en staat de lijst op het eerste blad?"
        )
    ander = [
        f"Het lijkt {lijst}. Zo'n lijst leest dit programma niet in. {MET_DE_HAND[soort]}"
        for begin, (lijst, soort) in _ANDERE_LIJSTEN.items()
        if _heeft_kolom(kop, begin)
    ]
    zinnen = ["Dit is geen levering uit het gegevensportaal.", *ander, f"Deze kolommen ontbreken: {som_op(missend)}."]
    if onbekend:
        zinnen.append(f"Wel gevonden, maar niet herkend: {som_op(onbekend[:10])}.")
    if not ander:
        zinnen.append("Controleer of u de goede lijst koos, of geef de kolommen de goede naam.")
    return " ".join(zinnen)


def _heeft_kolom(kop: Sequence[str], begin: str) -> bool:
    return any(sleutel(naam).startswith(begin) for naam in kop)


def _waarschuw_onbekend(koprij: int, naam: str) -> Waarschuwing:
    return Waarschuwing(koprij, naam, f"De kolom '{naam}' wordt niet gelezen.", "kolom_onbekend")


def _waarschuw_ontbreekt(koprij: int, naam: str) -> Waarschuwing:
    melding = f"De kolom '{naam}' staat niet in het bestand. Wat al bekend is, blijft staan."
    return Waarschuwing(koprij, naam, melding, "kolom_ontbreekt")

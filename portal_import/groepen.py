"""Warnings by kind: a list of hundreds says more as '110 adressen zijn niet volledig'."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# One, and more than one; in the order in which they are shown.
TITELS: Mapping[str, tuple[str, str]] = {
    "dubbel": ("nieuwe persoon heeft misschien al een dossier", "nieuwe personen hebben misschien al een dossier"),
    "beslissing": ("nieuwe status vraagt een beslissing", "nieuwe statussen vragen een beslissing"),
    "opnieuw": ("persoon zonder open dossier staat er weer op", "personen zonder open dossier staan er weer op"),
    "wordt_niet_erkend": ("persoon wordt niet erkend", "personen worden niet erkend"),
    "geen_recht": ("nieuwe persoon is niet erkend", "nieuwe personen zijn niet erkend"),
    "geboortedatum": ("geboortedatum is anders dan bekend", "geboortedatums zijn anders dan bekend"),
    "doelgroep": ("persoon krijgt een andere soort", "personen krijgen een andere soort"),
    "kind": ("persoon is bij u bekend als kind", "personen zijn bij u bekend als kind"),
    "minderjarig": ("persoon is minderjarig", "personen zijn minderjarig"),
    "woonplaats": ("woonplaats ligt buiten de gemeente", "woonplaatsen liggen buiten de gemeente"),
    "adres": ("adres is niet volledig", "adressen zijn niet volledig"),
    "geheim_adres": ("geheim adres vraagt aandacht", "geheime adressen vragen aandacht"),
    "ander_adres": ("adres is anders dan dat voor brieven", "adressen zijn anders dan die voor brieven"),
    "verminkt": ("tekst mist misschien een letter", "teksten missen misschien een letter"),
    "formule": ("cel lijkt een formule", "cellen lijken een formule"),
    "email": ("e-mailadres klopt niet", "e-mailadressen kloppen niet"),
    "behouden": ("gegeven blijft zoals het was", "gegevens blijven zoals ze waren"),
    "oudere_levering": ("rij is ouder dan wat bekend is", "rijen zijn ouder dan wat bekend is"),
    "status_ouder": ("status is ouder dan de bekende", "statussen zijn ouder dan de bekende"),
    "kolom_onbekend": ("kolom wordt niet gelezen", "kolommen worden niet gelezen"),
    "kolom_ontbreekt": ("kolom ontbreekt", "kolommen ontbreken"),
    "blad": ("ander blad is niet gelezen", "andere bladen zijn niet gelezen"),
}
_OVERIG = ("andere waarschuwing", "andere waarschuwingen")


@dataclass(frozen=True, slots=True)
class Groep:
    """The warnings of one kind, as they are stored with a run."""

    code: str
    titel: str
    waarschuwingen: list[dict[str, Any]]


def groepeer(waarschuwingen: Iterable[dict[str, Any]]) -> list[Groep]:
    """Put warnings together by kind, with how many there are in the title."""
    per_code: dict[str, list[dict[str, Any]]] = {}
    for waarschuwing in waarschuwingen:
        per_code.setdefault(waarschuwing["code"], []).append(waarschuwing)
    volgorde = list(TITELS)
    codes = sorted(per_code, key=lambda code: volgorde.index(code) if code in TITELS else len(volgorde))
    return [Groep(code, _titel(code, len(per_code[code])), per_code[code]) for code in codes]


def _titel(code: str, aantal: int) -> str:
    enkelvoud, meervoud = TITELS.get(code, _OVERIG)
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"

"""What a person should look at before or after a row is taken in. None of it stops the row.

A warning stays with the dossier and with the list, so it quotes nothing of an address, which may be or become geheim.
"""

import re
from collections.abc import Mapping
from datetime import date

from cases.keuzes import UhtStatus
from portal_import.kolommen import KOLOMMEN
from portal_import.levering import LeveringRij
from portal_import.meldingen import Waarschuwing
from portal_import.soorten import Soort

LABEL = {kolom.veld: kolom.naam for kolom in KOLOMMEN[Soort.LEVERING]}
ADRES = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats")
VOLWASSEN = 18

# Letters that get lost on the way between systems arrive as one of these, or as a sign that no name has: é saved in
# the code page of MS-DOS is ‚, and ö in two bytes of UTF-8 is Ã¶.
VRAAGTEKENS = frozenset("?\ufffd")
VERLOREN_TEKENS = VRAAGTEKENS | frozenset("€‚„…†‡ˆ‰‹›“”•˜™¢£¤¥¦§¨©«¬\u00ad®¯°±¶¸»¼½¾¿÷×")

_NODIG_VOOR_BRIEF = ("straat", "huisnummer", "postcode", "woonplaats")
_LEESBARE_TEKST = ("voorletters", "voorvoegsel", "achternaam", "straat", "woonplaats")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def waarschuw(rijnummer: int, veld: str, melding: str, code: str) -> Waarschuwing:
    return Waarschuwing(rijnummer, LABEL[veld], melding, code)


def controleer_nieuw(rij: LeveringRij, woonplaatsen: frozenset[str], on: date) -> list[Waarschuwing]:
    """Check the row of somebody who has no dossier yet."""
    waarden = {veld: getattr(rij, veld) for veld in (*_LEESBARE_TEKST, "telefoon", "email")}
    return [
        *_controleer_recht(rij),
        *_controleer_leeftijd(rij, on),
        *controleer_tekst(rij.rijnummer, waarden),
        *controleer_adres(rij.rijnummer, {veld: getattr(rij, veld) for veld in ADRES}, woonplaatsen),
    ]


def controleer_tekst(rijnummer: int, waarden: Mapping[str, str]) -> list[Waarschuwing]:
    """Point at text that is likely damaged: a formula, a lost letter, an e-mail address that cannot be one."""
    return [
        waarschuw(rijnummer, veld, *gevonden)
        for veld, waarde in waarden.items()
        if waarde and (gevonden := _controleer_waarde(veld, waarde))
    ]


def controleer_adres(rijnummer: int, adres: Mapping[str, str], woonplaatsen: frozenset[str]) -> list[Waarschuwing]:
    """Say which part of an address is missing, and whether the woonplaats lies outside the gemeente.

    The woonplaatsen are in small letters; without any none is called strange.
    """
    waarschuwingen = []
    if ontbreekt := [LABEL[veld].lower() for veld in _NODIG_VOOR_BRIEF if not adres[veld]]:
        melding = f"Het adres is niet volledig. Dit ontbreekt: {', '.join(ontbreekt)}. Zo kan er geen brief heen."
        veld = next(veld for veld in _NODIG_VOOR_BRIEF if not adres[veld])
        waarschuwingen.append(waarschuw(rijnummer, veld, melding, "adres"))
    woonplaats = adres["woonplaats"]
    if woonplaats and woonplaatsen and woonplaats.casefold() not in woonplaatsen:
        melding = "De woonplaats ligt niet in deze gemeente. Controleer of deze persoon hier woont."
        waarschuwingen.append(waarschuw(rijnummer, "woonplaats", melding, "woonplaats"))
    return waarschuwingen


def is_formule(waarde: str) -> bool:
    return waarde.startswith("=")


def _controleer_waarde(veld: str, waarde: str) -> tuple[str, str] | None:
    """Give what to say of one text, with its code."""
    welke = f"het veld {LABEL[veld]}" if veld in ADRES else f"'{kort(waarde)}'"
    if is_formule(waarde):
        return f"De inhoud van {welke} begint met een = en lijkt een formule. Controleer wat hier hoort.", "formule"
    if veld in _LEESBARE_TEKST and (verloren := VERLOREN_TEKENS.intersection(waarde)):
        teken = "vraagteken" if verloren & VRAAGTEKENS else "vreemd teken"
        melding = f"In {welke} staat een {teken}. Misschien is er een letter verloren gegaan. Controleer dit."
        return melding, "verminkt"
    if veld == "email" and not _EMAIL.fullmatch(waarde):
        return f"'{kort(waarde)}' is geen e-mailadres. Controleer het adres voordat u mailt.", "email"
    return None


def _controleer_recht(rij: LeveringRij) -> list[Waarschuwing]:
    """Support ends for who is niet erkend (Wht art. 2.21 lid 6), so for somebody new it does not begin."""
    if rij.uht_status != UhtStatus.NIET_ERKEND:
        return []
    melding = "Deze persoon is nieuw en al niet erkend: geen recht op ondersteuning. Het dossier krijgt geen termijnen."
    return [waarschuw(rij.rijnummer, "uht_status", melding, "geen_recht")]


def _controleer_leeftijd(rij: LeveringRij, on: date) -> list[Waarschuwing]:
    if rij.geboortedatum is None or (leeftijd := rij.geboortedatum.leeftijd_op(on)) >= VOLWASSEN:
        return []
    melding = f"Deze persoon is {leeftijd} jaar. Ga na wie de ouder of wettelijk vertegenwoordiger is."
    return [waarschuw(rij.rijnummer, "geboortedatum", melding, "minderjarig")]


def kort(waarde: str) -> str:
    return waarde if len(waarde) <= 60 else f"{waarde[:59]}…"

"""The words of the daily mail: dossier numbers and links only, never a name or a BSN."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.weergave import datum_lang, telwoord


@dataclass(frozen=True, kw_only=True)
class Bericht:
    nummer: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What one person should know today. `niet_toegewezen` and `team_te_laat` are for the coördinator."""

    naam: str
    on: date
    nieuw: Sequence[Bericht]
    te_laat: int
    deze_week: int
    niet_toegewezen: int = 0
    team_te_laat: int = 0

    @property
    def is_leeg(self) -> bool:
        return not (self.nieuw or self.te_laat or self.niet_toegewezen or self.team_te_laat)


def onderwerp(digest: Digest) -> str:
    laat = digest.te_laat or digest.team_te_laat
    if laat:
        return f"Brede ondersteuning: {telwoord(laat, 'stap', 'stappen')} te laat"
    return f"Brede ondersteuning: {telwoord(len(digest.nieuw), 'nieuw bericht', 'nieuwe berichten')}"


def tekst(digest: Digest, basis_url: str) -> str:
    """Write the mail as plain text."""
    regels = [f"Beste {digest.naam},", "", f"Dit is uw overzicht van {datum_lang(digest.on)}.", ""]
    regels += _tellingen(digest)
    if digest.nieuw:
        regels += ["", "Nieuw:"]
        regels += [f"- {b.nummer}: {b.tekst}\n  {basis_url}/dossiers/{b.nummer}/" for b in digest.nieuw]
    regels += [
        "",
        f"Alles staat op {basis_url}/vandaag/",
        "",
        "Deze mail bevat geen namen. U hoeft niet te antwoorden.",
    ]
    return "\n".join(regels)


def _tellingen(digest: Digest) -> list[str]:
    regels = []
    if digest.te_laat:
        regels.append(f"Te laat: {telwoord(digest.te_laat, 'stap', 'stappen')} in uw dossiers.")
    if digest.deze_week:
        regels.append(f"De komende zeven dagen: {telwoord(digest.deze_week, 'stap', 'stappen')}.")
    if digest.niet_toegewezen:
        regels.append(f"Nog niet toegewezen: {telwoord(digest.niet_toegewezen, 'dossier', 'dossiers')}.")
    if digest.team_te_laat:
        regels.append(f"Te laat in het hele team: {telwoord(digest.team_te_laat, 'stap', 'stappen')}.")
    return regels or ["Er is niets te laat."]

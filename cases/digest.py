"""The words of the daily mail: dossier numbers and links only, never a name or a BSN of a rechthebbende."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.weergave import datum_lang, telwoord

# After a long outage a mail could grow to hundreds of lines; the rest stands on the pages.
HOOGSTENS = 40


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """One event; `nummer` is the dossier's, empty when it is about the gemeente as a whole."""

    nummer: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What one person should know today. `niet_toegewezen` and `team_te_laat` are for the coördinator."""

    naam: str
    gemeente: str
    on: date
    nieuw: Sequence[Bericht]
    te_laat: int
    deze_week: int
    niet_toegewezen: int = 0
    team_te_laat: int = 0
    taken_laat: int = 0
    taken_vandaag: int = 0
    # Who stands in for this person and gets the same mail.
    vervanger: str = ""

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing calls for a mail; steps that are merely coming do not."""
        taken = self.taken_laat or self.taken_vandaag
        return not (self.nieuw or self.te_laat or self.niet_toegewezen or self.team_te_laat or taken)


def onderwerp(digest: Digest) -> str:
    """Name the gravest thing in the mail."""
    if digest.te_laat:
        wat = f"{telwoord(digest.te_laat, 'stap', 'stappen')} te laat"
    elif digest.team_te_laat:
        wat = f"{telwoord(digest.team_te_laat, 'stap', 'stappen')} te laat in het team"
    elif digest.nieuw:
        wat = telwoord(len(digest.nieuw), "nieuw bericht", "nieuwe berichten")
    elif digest.niet_toegewezen:
        wat = f"{telwoord(digest.niet_toegewezen, 'dossier', 'dossiers')} niet toegewezen"
    elif digest.taken_laat:
        wat = f"{telwoord(digest.taken_laat, 'taak', 'taken')} te laat"
    else:
        wat = f"{telwoord(digest.taken_vandaag, 'taak', 'taken')} voor vandaag"
    return f"Brede ondersteuning: {wat}"


def tekst(digest: Digest, basis_url: str) -> str:
    """Write the mail as plain text."""
    dag = f"Dit is uw overzicht van {datum_lang(digest.on)} voor {digest.gemeente}."
    regels = [f"Beste {digest.naam},", "", dag, "", *_tellingen(digest)]
    if digest.vervanger:
        regels += ["", f"{digest.naam} is afwezig. {digest.vervanger} vervangt en krijgt deze mail ook."]
    if digest.nieuw:
        regels += ["", "Nieuw:", *(_regel(bericht, basis_url) for bericht in digest.nieuw[:HOOGSTENS])]
    if len(digest.nieuw) > HOOGSTENS:
        regels.append(f"En nog {telwoord(len(digest.nieuw) - HOOGSTENS, 'ander bericht', 'andere berichten')}.")
    slot = "In deze mail staan geen namen van inwoners. U hoeft niet te antwoorden."
    return "\n".join([*regels, "", f"Alles staat op {basis_url}/vandaag/", "", slot, ""])


def _regel(bericht: Bericht, basis_url: str) -> str:
    if not bericht.nummer:
        return f"- {bericht.tekst}"
    return f"- {bericht.nummer}: {bericht.tekst}\n  {basis_url}/dossiers/{bericht.nummer}/"


def _tellingen(digest: Digest) -> list[str]:
    regels = []
    if digest.te_laat:
        regels.append(f"Te laat: {telwoord(digest.te_laat, 'stap', 'stappen')} in uw dossiers.")
    if digest.deze_week:
        regels.append(f"De komende zeven dagen: {telwoord(digest.deze_week, 'stap', 'stappen')}.")
    if digest.taken_laat or digest.taken_vandaag:
        laat = f"{telwoord(digest.taken_laat, 'taak', 'taken')} te laat"
        vandaag = f"{telwoord(digest.taken_vandaag, 'taak', 'taken')} voor vandaag"
        delen = [deel for deel, aantal in ((laat, digest.taken_laat), (vandaag, digest.taken_vandaag)) if aantal]
        regels.append(f"Uw taken en afspraken: {' en '.join(delen)}.")
    if digest.niet_toegewezen:
        regels.append(f"Nog niet toegewezen: {telwoord(digest.niet_toegewezen, 'dossier', 'dossiers')}.")
    if digest.team_te_laat:
        regels.append(f"Te laat in het hele team: {telwoord(digest.team_te_laat, 'stap', 'stappen')}.")
    return regels or ["Er is niets te laat."]

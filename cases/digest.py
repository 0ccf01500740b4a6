"""The words of the daily mail: dossier numbers and links only, never a name or a BSN of a rechthebbende."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.weergave import datum_lang, telwoord

# After a long outage a mail could grow to hundreds of lines; the rest stands on the pages.
HOOGSTENS = 40


@dataclass(frozen=True, kw_only=True)
class Digestregel:
    """One line; `nummer` is the dossier's, empty when it is about the gemeente as a whole. `pad` leads to another page.

    Never the words of a person: a mail is read on more screens than the one it was sent to.
    """

    nummer: str
    tekst: str
    is_laat: bool = False
    pad: str = ""


@dataclass(frozen=True, kw_only=True)
class Lijst:
    """The first lines of something, and how many there are in all; `ander` names one more, and several."""

    kop: str
    regels: Sequence[Digestregel] = ()
    aantal: int = 0
    ander: tuple[str, str] = ("andere stap", "andere stappen")


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What one person should know today. `niet_toegewezen` and `team_te_laat` are for the coördinator."""

    naam: str
    gemeente: str
    on: date
    nieuw: Sequence[Digestregel]
    te_laat: int
    deze_week: int
    niet_toegewezen: int = 0
    team_te_laat: int = 0
    taken_laat: int = 0
    taken_vandaag: int = 0
    # What is late for the gemeente as a whole, and this user's to do.
    gemeente_laat: int = 0
    # What is late or waits, but for what is new today.
    lijsten: Sequence[Lijst] = ()
    # Who stands in for this person and gets the same mail.
    vervanger: str = ""
    # Where this person works from.
    pagina: str = "/vandaag/"

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing calls for a mail; steps that are merely coming do not."""
        taken = self.taken_laat or self.taken_vandaag
        wacht = self.niet_toegewezen or self.gemeente_laat
        return not (self.nieuw or self.te_laat or wacht or self.team_te_laat or taken)


def onderwerp(digest: Digest) -> str:
    """Name the gravest thing in the mail."""
    if digest.te_laat:
        wat = f"{telwoord(digest.te_laat, 'stap', 'stappen')} te laat"
    elif digest.team_te_laat:
        wat = f"{telwoord(digest.team_te_laat, 'stap', 'stappen')} te laat in het team"
    elif digest.gemeente_laat:
        wat = f"{telwoord(digest.gemeente_laat, 'stap', 'stappen')} van de gemeente te laat"
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
    regels = [f"Beste {digest.naam},", "", dag]
    if tellingen := _tellingen(digest):
        regels += ["", *tellingen]
    if digest.vervanger:
        regels += ["", f"{digest.naam} is afwezig. {digest.vervanger} vervangt en krijgt deze mail ook."]
    ander = ("ander bericht", "andere berichten")
    nieuw = Lijst(kop="Nieuw", regels=digest.nieuw, aantal=len(digest.nieuw), ander=ander)
    for lijst in (nieuw, *digest.lijsten):
        regels += _lijst(lijst, basis_url)
    slot = "In deze mail staan geen namen van inwoners. U hoeft niet te antwoorden."
    return "\n".join([*regels, "", f"Alles staat op {basis_url}{digest.pagina}", "", slot, ""])


def _lijst(lijst: Lijst, basis_url: str) -> list[str]:
    if not lijst.regels:
        return []
    regels = ["", f"{lijst.kop}:", *(_regel(bericht, basis_url) for bericht in lijst.regels[:HOOGSTENS])]
    if lijst.aantal > HOOGSTENS:
        regels.append(f"En nog {telwoord(lijst.aantal - HOOGSTENS, *lijst.ander)}.")
    return regels


def _regel(bericht: Digestregel, basis_url: str) -> str:
    wat = f"{bericht.nummer}: {bericht.tekst}" if bericht.nummer else bericht.tekst
    pad = bericht.pad or (f"/dossiers/{bericht.nummer}/" if bericht.nummer else "")
    return f"- {wat}\n  {basis_url}{pad}" if pad else f"- {wat}"


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
    if digest.gemeente_laat:
        regels.append(f"Te laat voor de gemeente als geheel: {telwoord(digest.gemeente_laat, 'stap', 'stappen')}.")
    if regels or any(bericht.is_laat for bericht in digest.nieuw):
        return regels
    return ["Er is niets te laat."]

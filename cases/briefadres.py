"""Give sender and addressee of a letter from the gemeente and the persoon, at the edge of database and letter."""

from accounts.models import Gemeente
from cases.brief import Afzender, Ontvanger
from cases.models import Persoon


def afzender(gemeente: Gemeente) -> Afzender:
    return Afzender(
        gemeente=gemeente.naam,
        college_naam=gemeente.college_naam,
        afdeling=gemeente.afdeling,
        adresregels=_regels(gemeente.briefhoofd),
        telefoon=gemeente.telefoon,
        email=gemeente.email,
        logo=bytes(gemeente.logo) if gemeente.logo else None,
        bezwaar_adres=_regels(gemeente.bezwaar_adres),
        ondertekenaar_naam=gemeente.ondertekenaar_naam,
        ondertekenaar_functie=gemeente.ondertekenaar_functie,
        mandaat=gemeente.mandaat,
    )


def ontvanger(persoon: Persoon) -> Ontvanger:
    """Address the letter; the sex of a person is not recorded, so the greeting is by name."""
    return Ontvanger(aanhef=f"Beste {persoon.naam}", naam=persoon.naam, adresregels=persoon.adresregels)


def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())

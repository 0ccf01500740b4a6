"""The invented gemeenten of the demo, with their people, their beleid and their SPUK settings."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from accounts.models import Gemeente, Lidmaatschap, User
from accounts.rollen import Rol
from cases.models import Beleid
from portal_import.demo.beleid import maak_straks
from portal_import.demo.namen import Plaats
from spuk.models import SpukKeuze, Telling

WACHTWOORD = "samen-verder-2026"
BEGIN = date(2021, 1, 1)
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" rx="6" fill="#0c4548"/>'
    b'<path d="M8 38c7-6 15-6 22 0s15 6 22 0M8 26c7-6 15-6 22 0s15 6 22 0"'
    b' fill="none" stroke="#fff" stroke-width="5"/></svg>'
)


@dataclass(frozen=True)
class Opzet:
    """What makes a demo gemeente: its name, beleid and people (name per role)."""

    code: str
    naam: str
    profiel: str
    bron: str
    plaats: Plaats
    mensen: tuple[tuple[Rol, str, str], ...]
    telling: int


OPZETTEN = (
    Opzet(
        "9901",
        "Rivierendam",
        "tiel_2025",
        "Beleidsregels brede ondersteuning gemeente Rivierendam 2025",
        Plaats(("Rivierendam", "Oeverdorp"), 4001),
        (
            (Rol.CONSULENT, "Jolanda Prins", "consulent"),
            (Rol.CONSULENT, "Bram Terpstra", "bram.terpstra"),
            (Rol.CONSULENT, "Samira Haddad", "samira.haddad"),
            (Rol.COORDINATOR, "Karima Zeeman", "coordinator"),
            (Rol.COMMISSIELID, "Thea Willems", "commissielid"),
            (Rol.COMMISSIELID, "Omar Idrissi", "omar.idrissi"),
            (Rol.FINANCIEEL, "Wim Ketelaar", "financieel"),
            (Rol.BEHEERDER, "Els Dijkgraaf", "beheerder"),
            (Rol.AUDITOR, "Anton Roos", "auditor"),
        ),
        340,
    ),
    Opzet(
        "9902",
        "Duinveen",
        "vng_2025",
        "VNG-handreiking brede ondersteuning en plan van aanpak, juni 2025",
        Plaats(("Duinveen",), 1901),
        (
            (Rol.CONSULENT, "Ruben Schouten", "consulent"),
            (Rol.CONSULENT, "Fatima Bakker", "fatima.bakker"),
            (Rol.COORDINATOR, "Iris Vreeling", "coordinator"),
            (Rol.FINANCIEEL, "Joost Penning", "financieel"),
            (Rol.BEHEERDER, "Mia Strand", "beheerder"),
        ),
        84,
    ),
)


def opzet(nummer: int) -> Opzet:
    """Give the n-th demo gemeente; past the two that have a name, invented ones alike follow."""
    if nummer < len(OPZETTEN):
        return OPZETTEN[nummer]
    basis = OPZETTEN[1]
    code = f"{(9901 if nummer < 99 else 9401) + nummer}"  # four digits: up to 9999, then from 9500 on
    return Opzet(
        code, f"Voorbeeldgemeente {code}", basis.profiel, basis.bron, basis.plaats, basis.mensen, basis.telling
    )


def maak_gemeente(opzet: Opzet, on: date) -> Gemeente:
    """Make a gemeente that can send lawful letters, with its users and settings."""
    gemeente = Gemeente.objects.create(
        code=opzet.code,
        naam=opzet.naam,
        woonplaatsen="\n".join(opzet.plaats.woonplaatsen),
        college_naam=f"het college van burgemeester en wethouders van {opzet.naam}",
        afdeling="Team Brede ondersteuning",
        briefhoofd=f"Postbus 100\n{opzet.plaats.postcode - 1} AA {opzet.naam}",
        telefoon="0555 12 34 56",
        email=f"brede-ondersteuning@{domein(opzet)}",
        logo=LOGO,
        logo_soort="image/svg+xml",
        rechtbank=f"Rechtbank Rivierenland\nPostbus 200\n{opzet.plaats.postcode - 1} AB {opzet.naam}",
        bezwaar_ondertekenaar_naam="S. Akkermans",
        bezwaar_ondertekenaar_functie="afdelingshoofd Juridische zaken",
        bezwaar_mandaat=f"mandaatbesluit gemeente {opzet.naam} 2025, onderdeel 2.1",
        bezwaar_adres=f"Postbus 100\n{opzet.plaats.postcode - 1} AA {opzet.naam}",
        ondertekenaar_naam="H. Vuurdoorn",
        ondertekenaar_functie="teammanager Brede ondersteuning",
        mandaat=f"mandaatbesluit gemeente {opzet.naam} 2025, onderdeel 7.3",
    )
    Beleid.objects.create(gemeente=gemeente, profiel=opzet.profiel, geldig_vanaf=BEGIN, bron=opzet.bron)
    maak_straks(gemeente, opzet.profiel, on)
    SpukKeuze.objects.create(gemeente=gemeente, abdf="norm", e="norm", bron="SiSa-verantwoording 2021")
    for jaar in range(2023, on.year + 1):
        aantal = opzet.telling + 12 * (jaar - 2023)
        bron = f"Lijst van UHT over {jaar} (verzonnen)"
        peildatum = min(date(jaar, 12, 31), on)
        Telling.objects.create(gemeente=gemeente, jaar=jaar, aantal=aantal, peildatum=peildatum, bron=bron)
    for rol, naam, account in opzet.mensen:
        _maak_user(gemeente, rol, naam, f"{account}@{domein(opzet)}")
    return gemeente


def maak_consulenten(gemeente: Gemeente, aantal: int) -> None:
    """Give a gemeente more consulenten, for the many dossiers of the bulk path; all with the password of the demo."""
    namen = [(f"Consulent {nummer}", f"consulent{nummer}@{gemeente.code}.example") for nummer in range(1, aantal + 1)]
    users = User.objects.bulk_create(User(naam=naam, email=email, password=_wachtwoord()) for naam, email in namen)
    Lidmaatschap.objects.bulk_create(Lidmaatschap(user=u, gemeente=gemeente, rol=Rol.CONSULENT) for u in users)


@cache
def _wachtwoord() -> str:
    """Make the password of the demo unreadable once: doing that for each user takes longer than all the rest."""
    return make_password(WACHTWOORD)


def domein(opzet: Opzet) -> str:
    return f"{opzet.naam.lower().replace(' ', '-')}.example"


def _maak_user(gemeente: Gemeente, rol: Rol, naam: str, email: str) -> User:
    user: User = User.objects.create(email=email, password=_wachtwoord(), naam=naam, telefoon="0555 12 34 71")
    Lidmaatschap.objects.create(user=user, gemeente=gemeente, rol=rol)
    return user


def logins(aantal: int = 2) -> list[tuple[str, str, str]]:
    """Give gemeente, role and e-mail address of the people to log in as: the first of each of four roles."""
    uit = []
    for nummer in range(aantal):
        een = opzet(nummer)
        for rol in (Rol.CONSULENT, Rol.COORDINATOR, Rol.FINANCIEEL, Rol.BEHEERDER):
            account = next(account for r, _, account in een.mensen if r == rol)
            uit.append((een.naam, str(rol.label), f"{account}@{domein(een)}"))
    return uit

"""One factory per model, without surprises: what a test does not name is the same every time."""

import copy
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from accounts.models import Gemeente, Lidmaatschap, User
from accounts.rollen import Rol
from cases.actions.aanmelden import aanmelden
from cases.actions.aanmelding import DirecteAanmelding, direct_aanmelden
from cases.keuzes import Aanmeldroute, Doelgroep, Grondslag, UhtStatus, WilOndersteuning
from cases.models import Beleid, Bewaking, Dossier, Feestdag, Persoon
from spuk.models import Normbedrag, SpukKeuze, Telling

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def moment(dag: date, uur: int = 10) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, tzinfo=AMSTERDAM)


class GemeenteFactory(DjangoModelFactory):
    class Meta:
        model = Gemeente
        django_get_or_create = ("code",)

    code = "9901"
    naam = "Rivierendam"
    woonplaatsen = "Rivierendam\nOeverdorp"
    college_naam = "het college van burgemeester en wethouders van Rivierendam"
    afdeling = "Team Brede ondersteuning"
    briefhoofd = "Postbus 100\n4000 AA Rivierendam"
    telefoon = "0555 12 34 56"
    bezwaar_adres = "Postbus 100\n4000 AA Rivierendam"
    rechtbank = "Rechtbank Gelderland\nPostbus 9030\n6800 EM Arnhem"
    ondertekenaar_naam = "H. Vuurdoorn"
    ondertekenaar_functie = "teammanager Brede ondersteuning"
    mandaat = "mandaatbesluit gemeente Rivierendam 2025, onderdeel 7.3"
    bezwaar_ondertekenaar_naam = "S. Akkermans"
    bezwaar_ondertekenaar_functie = "afdelingshoofd Juridische zaken"
    bezwaar_mandaat = "mandaatbesluit gemeente Rivierendam 2025, onderdeel 2.1"


class BeleidFactory(DjangoModelFactory):
    class Meta:
        model = Beleid
        django_get_or_create = ("gemeente", "geldig_vanaf")

    gemeente = factory.SubFactory(GemeenteFactory)
    profiel = Beleid.Profiel.TIEL_2025
    geldig_vanaf = date(2020, 1, 1)
    bron = "Beleidsregels brede ondersteuning gemeente Rivierendam 2025"
    # Most tests are about something else than the commissie; those that are ask for it with `afwijkingen={}`.
    afwijkingen = factory.LazyAttribute(
        lambda rij: {"beoordelingscommissie": False} if rij.profiel == Beleid.Profiel.TIEL_2025 else {}
    )


class FeestdagFactory(DjangoModelFactory):
    class Meta:
        model = Feestdag

    datum = date(2026, 5, 7)
    naam = "Dag gelijkgesteld met een feestdag"
    bron = "Besluit gelijkstelling, Stcrt. 2026, 1"


class BewakingFactory(DjangoModelFactory):
    """A night that went well."""

    class Meta:
        model = Bewaking

    gemeente = factory.SubFactory(GemeenteFactory)
    on = date(2026, 5, 8)
    begonnen_op = factory.LazyAttribute(lambda rij: moment(rij.on, uur=2))
    klaar_op = factory.LazyAttribute(lambda rij: moment(rij.on, uur=2))
    digests = 0


class SpukKeuzeFactory(DjangoModelFactory):
    class Meta:
        model = SpukKeuze

    gemeente = factory.SubFactory(GemeenteFactory)
    abdf = "norm"
    e = "norm"
    bron = "Collegebesluit van 12 maart 2021"


class TellingFactory(DjangoModelFactory):
    class Meta:
        model = Telling

    gemeente = factory.SubFactory(GemeenteFactory)
    jaar = 2026
    aantal = 120
    peildatum = date(2025, 12, 31)
    bron = "Jaarlijst van UHT"


class NormbedragFactory(DjangoModelFactory):
    class Meta:
        model = Normbedrag

    gemeente = factory.SubFactory(GemeenteFactory)
    jaar = 2026
    component = "A"
    bedrag = Decimal("395.00")
    bron = "Brief van het ministerie"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"medewerker{n}@voorbeeld.example")
    naam = "Jolanda Prins"
    telefoon = "0555 12 34 71"
    is_active = True


class LidmaatschapFactory(DjangoModelFactory):
    class Meta:
        model = Lidmaatschap

    user = factory.SubFactory(UserFactory)
    gemeente = factory.SubFactory(GemeenteFactory)
    rol = Rol.CONSULENT


def maak_user(rol: Rol, gemeente: Gemeente, **velden: str) -> User:
    user = UserFactory(**velden)
    LidmaatschapFactory(user=user, gemeente=gemeente, rol=rol)
    return user


PERSOON = {
    "bsn": "999990639",
    "voorletters": "N.",
    "achternaam": "Berkhout",
    "geboortedatum": "1985-03-12",
    "straat": "Lindepad",
    "huisnummer": "14",
    "postcode": "4001ZZ",
    "woonplaats": "Rivierendam",
    "telefoon": "06 5555 0142",
}


def maak_dossier(gemeente: Gemeente, *, datum: date = date(2026, 3, 2), **anders: str) -> Dossier:
    """Register somebody through the action; `anders` changes fields of the persoon or the UHT status."""
    uht_status = UhtStatus(anders.pop("uht_status", UhtStatus.ERKEND))
    return aanmelden(
        gemeente=gemeente,
        persoonsgegevens={**PERSOON, **anders},
        doelgroep=Doelgroep.AANVRAGER,
        route=Aanmeldroute.PORTAAL,
        datum=datum,
        uht_status=uht_status,
        datum_status=datum,
        bron="levering in een test",
        by=None,
        at=moment(datum),
        on=datum,
    )


def maak_nog(dossier: Dossier, namen: list[str]) -> list[Dossier]:
    """Give dossiers like this one, of others with these names: two rows each, where only their number counts."""
    personen = [copy.copy(dossier.persoon) for _ in namen]
    for persoon, naam in zip(personen, namen, strict=True):
        persoon.pk, persoon.bsn, persoon.achternaam = None, "", naam
    Persoon.objects.bulk_create(personen)
    dossiers = [copy.copy(dossier) for _ in namen]
    for nummer, (ander, persoon) in enumerate(zip(dossiers, personen, strict=True), start=10_000):
        ander.pk, ander.nummer, ander.persoon = None, f"{dossier.nummer[:-5]}{nummer}", persoon
    return Dossier.objects.bulk_create(dossiers)


def directe_aanmelding(gemeente: Gemeente, *, datum: date = date(2026, 3, 2), **anders: Any) -> DirecteAanmelding:
    """Give an aanvrager who telephones and wants help; `anders` changes the persoon, the Aanmelding or the rest."""
    velden = {veld: anders.pop(veld) for veld in list(anders) if veld in DirecteAanmelding.__dataclass_fields__}
    aanmelding = {veld: anders.pop(veld) for veld in list(anders) if veld not in PERSOON}
    standaard = {
        "doelgroep": Doelgroep.AANVRAGER,
        "route": Aanmeldroute.TELEFOON,
        "uht_status": UhtStatus.ERKEND,
        "datum_status": date(2022, 5, 9),
        "wil": WilOndersteuning.JA,
        "gesproken": True,
    }
    return DirecteAanmelding(
        gemeente=gemeente,
        persoonsgegevens={**PERSOON, **anders},
        datum=datum,
        aanmelding={"grondslag": Grondslag.WHT_2_21, **aanmelding},
        **{**standaard, **velden},
    )


def meld_aan(
    gemeente: Gemeente, by: User, *, datum: date = date(2026, 3, 2), gezien: tuple[int, ...] = (), **anders: Any
) -> Dossier:
    """Register somebody who comes directly, through the action."""
    invoer = directe_aanmelding(gemeente, datum=datum, **anders)
    return direct_aanmelden(invoer=invoer, gezien=gezien, by=by, at=moment(datum), on=datum)

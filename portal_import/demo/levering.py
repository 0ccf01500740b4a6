"""Make a levering as the gegevensportaal gives it, and read it in: the demo's people arrive as real ones do."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from accounts.models import Gemeente, User
from portal_import.actions.inlezen import bevestigen, voorbeeld_maken
from portal_import.models import ImportRun
from portal_import.soorten import Soort

KOLOMMEN = (
    "BSN", "Soort", "Voorletters", "Voorvoegsel", "Achternaam", "Geboortedatum", "Straat", "Huisnummer", "Huisletter",
    "Toevoeging", "Postcode", "Woonplaats", "Telefoon", "E-mail", "Status", "Statusdatum", "Datum levering",
)  # fmt: skip
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Aangemeld:
    """One person on a levering."""

    persoon: dict[str, str]
    doelgroep: str
    status: str
    statusdatum: date


def moment(dag: date, uur: int = 10, minuut: int = 0) -> datetime:
    return datetime.combine(dag, time(uur, minuut), tzinfo=AMSTERDAM)


def maak_levering(mensen: Iterable[Aangemeld], datum: date) -> bytes:
    """Write a levering as xlsx, with the columns of the portal."""
    werkmap = Workbook(write_only=True)
    blad = werkmap.create_sheet("Levering")
    blad.append(KOLOMMEN)
    for mens in mensen:
        blad.append(_rij(mens, datum))
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def _rij(mens: Aangemeld, datum: date) -> list[str]:
    persoon = mens.persoon
    geboren = "-".join(reversed(persoon["geboortedatum"].split("-")))
    velden = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "telefoon", "email")
    naam = [persoon["voorletters"], persoon["voorvoegsel"], persoon["achternaam"]]
    staart = [mens.status, f"{mens.statusdatum:%d-%m-%Y}", f"{datum:%d-%m-%Y}"]
    return [persoon["bsn"], mens.doelgroep, *naam, geboren, *(persoon[veld] for veld in velden), *staart]


def lever(
    gemeente: Gemeente, mensen: Iterable[Aangemeld], datum: date, by: User, *, bevestig: bool = True
) -> ImportRun:
    """Upload a levering on its day and, unless told not to, confirm it."""
    run = voorbeeld_maken(
        gemeente=gemeente,
        soort=Soort.LEVERING,
        naam=f"levering-bo-{datum:%Y%m%d}.xlsx",
        inhoud=maak_levering(mensen, datum),
        by=by,
        at=moment(datum, 9),
        on=datum,
    )
    return bevestigen(run=run, by=by, at=moment(datum, 9, 5), on=datum) if bevestig else run

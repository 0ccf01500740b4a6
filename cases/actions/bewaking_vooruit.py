"""Look ahead at the nightly run: what it would do by a day, changing nothing."""

import time
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import connection, transaction

from accounts.models import Gemeente
from cases.actions import bewaking_sql as sql
from cases.actions.bewaking import Telling, te_doen, vooruit, waarden
from cases.actions.gemeentemelding import nieuwe_signalen
from cases.actions.herberekenen import herbereken, verouderd
from cases.beleid_bron import kalender_nu, lees_eenmaal
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import nachtblik
from config.weergave import datum_kort

HOOGSTENS = 20
TE_LAAT, VOORBIJ, VERSCHUIFT, BIJNA = "te_laat", "voorbij", "verschuift", "bijna"
PAUZE, KLAAR = "pauze", "klaargezet"
# The kinds and their words, in the order in which they are shown.
SOORTEN = {
    TE_LAAT: "Wordt te laat",
    VOORBIJ: "Wordt voorbij",
    VERSCHUIFT: "Verschuift",
    BIJNA: "Krijgt een bericht vooraf",
    PAUZE: "Staat stil of loopt weer door een opschorting",
    KLAAR: "Krijgt een besluit dat klaarstaat",
}


@dataclass(frozen=True, kw_only=True)
class Straks:
    """One termijn that would change; `nummer` is the dossier's, empty when it is about the gemeente as a whole."""

    nummer: str
    regel: str
    uiterste_datum: date
    # The new last day of a termijn that moves.
    wordt: date | None = None

    def __str__(self) -> str:
        waar = f"{self.nummer} " if self.nummer else ""
        naar = f" wordt {datum_kort(self.wordt)}" if self.wordt else ""
        return f"{waar}{self.naam}: {datum_kort(self.uiterste_datum)}{naar}"

    @property
    def naam(self) -> str:
        return zoek_regel(self.regel).doen


@dataclass(frozen=True, kw_only=True)
class Nachtsoort:
    """What would happen of one kind: how often, how many signals that makes, and the first of them."""

    soort: str
    aantal: int = 0
    signalen: int = 0
    eerste: tuple[Straks, ...] = ()

    @property
    def naam(self) -> str:
        return SOORTEN[self.soort]

    @property
    def meer(self) -> int:
        return self.aantal - len(self.eerste)


@dataclass(frozen=True, kw_only=True)
class Vooruitblik:
    """What the run of one gemeente would do: its counts, and per kind the termijnen."""

    gemeente: Gemeente
    telling: Telling
    soorten: tuple[Nachtsoort, ...]


@lees_eenmaal()
def kijk_vooruit(*, gemeente: Gemeente, on: date, at: datetime) -> Vooruitblik:
    """Give what the run for `on` would do, with the missed days before it, and change nothing.

    What passes or warns is only read, by the WHERE of the run itself, and nobody waits for it. Termijnen that another
    calendar or rule moves are first derived again and then put back with the transaction.
    """
    begin = time.monotonic()
    dagen = te_doen(gemeente, on)
    with transaction.atomic():
        verschoven = _verschuift(gemeente, dagen[0], at)
        soorten = {soort.soort: soort for soort in (*_straks(gemeente, dagen), verschoven, _klaar(gemeente, dagen[-1]))}
        transaction.set_rollback(True)
    overgangen = sum(soorten[naam].aantal for naam in (TE_LAAT, VOORBIJ, PAUZE) if naam in soorten)
    _tel_gemeente_mee(soorten, gemeente, dagen)
    telling = Telling(
        on=on,
        dossiers=Dossier.objects.filter(gemeente=gemeente).open().count(),
        gewijzigd=verschoven.aantal,
        signalen=sum(soort.signalen for soort in soorten.values()),
        overgangen=overgangen,
        ingehaald=dagen[:-1],
        duur_s=round(time.monotonic() - begin, 3),
    )
    op_volgorde = tuple(soorten.get(naam, Nachtsoort(soort=naam)) for naam in SOORTEN)
    return Vooruitblik(gemeente=gemeente, telling=telling, soorten=op_volgorde)


def in_regels(blik: Vooruitblik) -> list[str]:
    """Write a look ahead as text: dossier numbers, never a name."""
    regels = [f"{blik.gemeente.naam} ({blik.gemeente.code}). Signalen: {blik.telling.signalen}."]
    for soort in blik.soorten:
        if soort.aantal:
            regels.append(f"  {soort.naam}: {soort.aantal}")
            regels += [f"    {straks}" for straks in soort.eerste]
        if soort.meer:
            regels.append(f"    en nog {soort.meer}")
    return regels


def _straks(gemeente: Gemeente, dagen: list[date]) -> list[Nachtsoort]:
    """Read what would pass before the last of these days, and the warnings due on any of them."""
    invoer = {**waarden(gemeente, dagen[-1]), **vooruit(gemeente, dagen), "hoogstens": HOOGSTENS}
    with connection.cursor() as cursor:
        cursor.execute(sql.VOORUITBLIK, invoer)
        rijen = cursor.fetchall()
    soorten: dict[str, Nachtsoort] = {}
    for soort, aantal, signalen, nummer, regel, uiterste_datum in rijen:
        eerder = soorten[soort].eerste if soort in soorten else ()
        straks = Straks(nummer=nummer, regel=regel, uiterste_datum=uiterste_datum)
        soorten[soort] = Nachtsoort(soort=soort, aantal=aantal, signalen=signalen, eerste=(*eerder, straks))
    return list(soorten.values())


def _klaar(gemeente: Gemeente, on: date) -> Nachtsoort:
    """Ask the apps above what they would put ready by a day; each gives one signal."""
    rijen = [Straks(nummer=n, regel=code, uiterste_datum=dag) for n, code, dag in nachtblik(gemeente, on)]
    return Nachtsoort(soort=KLAAR, aantal=len(rijen), signalen=len(rijen), eerste=tuple(rijen[:HOOGSTENS]))


def _tel_gemeente_mee(soorten: dict[str, Nachtsoort], gemeente: Gemeente, dagen: list[date]) -> None:
    """Add what the run would tell of the clocks of the gemeente itself: they are counted, so no row of theirs moves."""
    for _, melding in nieuwe_signalen(gemeente, dagen):
        soort = soorten.get(melding.soort, Nachtsoort(soort=melding.soort))
        straks = Straks(nummer="", regel=melding.klok.regel.code, uiterste_datum=melding.klok.uiterste_datum)
        bekend = straks in soort.eerste
        soorten[melding.soort] = replace(
            soort,
            aantal=soort.aantal + (not bekend),
            signalen=soort.signalen + 1,
            eerste=soort.eerste if bekend or len(soort.eerste) >= HOOGSTENS else (*soort.eerste, straks),
        )


def _verschuift(gemeente: Gemeente, on: date, at: datetime) -> Nachtsoort:
    """Derive again what another calendar or rule moves; the caller undoes it."""
    kalender = kalender_nu()
    waren = dict(Termijn.objects.filter(verouderd(gemeente, kalender)).values_list("pk", "uiterste_datum"))
    if not waren:
        return Nachtsoort(soort=VERSCHUIFT)
    aantal = herbereken(gemeente=gemeente, kalender=kalender, on=on, at=at)
    velden = ("pk", "dossier__nummer", "regel", "uiterste_datum")
    anders = (
        Straks(nummer=nummer or "", regel=regel, uiterste_datum=waren[pk], wordt=wordt)
        for pk, nummer, regel, wordt in Termijn.objects.filter(pk__in=waren).values_list(*velden)
        if wordt != waren[pk]
    )
    eerste = sorted(anders, key=lambda straks: (straks.uiterste_datum, straks.nummer))[:HOOGSTENS]
    return Nachtsoort(soort=VERSCHUIFT, aantal=aantal, eerste=tuple(eerste))

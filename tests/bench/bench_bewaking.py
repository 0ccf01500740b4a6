"""What the nightly run costs: beside one bare SQL statement, at 200,000 dossiers beside 2,000, and with two workers.

On copies of the databases that gegevens keeps, dropped afterwards. Prints ratios taken in turn in one run:
python -m tests.bench.bench_bewaking [--nachten N] [--ronden N] [--van NAAM] [--json]
"""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from multiprocessing.connection import Connection
from typing import Any
from zoneinfo import ZoneInfo

from config.omgeving import BASE_DIR
from tests.bench.gegevens import MATEN, ON, database_url, verbind, zorg_voor

DOELEN = {
    "verhouding": "hoogstens 3",
    "groei": "hoogstens 1.2",
    "geheugen": "vlak",
    "tweede_keer_rijen": "0",
    "winst_verhouding": "minstens 0.9",
}
KLEIN, GROOT = MATEN


@contextmanager
def kopie(sjabloon: str, naam: str) -> Iterator[str]:
    """Copy a database, bring it up to date, and drop it at the end."""
    with verbind(os.environ["DATABASE_URL"]) as verbinding:
        verbinding.execute(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')
        verbinding.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{sjabloon}"')
        url = database_url(naam)
        try:
            omgeving = {**os.environ, "DATABASE_URL": url}
            subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=BASE_DIR, env=omgeving, check=True)
            with verbind(url) as daar:
                daar.execute("VACUUM ANALYZE")
            yield url
        finally:
            verbinding.execute(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')


def begin(url: str) -> None:
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings", "DEBUG": "0", "DEMO": "1"}
    import django

    django.setup()


def moment(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 2, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))


def ons(dag: date) -> tuple[float, Any]:
    """Do a night of all gemeenten in this process, without the mails; gives how long it took and what was done."""
    from accounts.models import Gemeente
    from cases.actions.bewaking import Telling, bewaak
    from cases.beleid_bron import lees_eenmaal

    totaal, start = Telling(on=dag), time.perf_counter()
    with lees_eenmaal():
        for gemeente in Gemeente.objects.order_by("code"):
            totaal.tel_op(bewaak(gemeente=gemeente, on=dag, at=moment(dag)))
    return time.perf_counter() - start, (totaal.overgangen, totaal.signalen, totaal.dossiers)


def invoer(dag: date, gemeente: int | None = None) -> dict[str, Any]:
    from accounts.models import Gemeente
    from cases.actions.bewaking import vooruit, waarden
    from cases.beleid_bron import kalender_nu
    from nazorg.actions.klaarzetten import waarden_klaar

    een = Gemeente.objects.order_by("pk").first() if gemeente is None else Gemeente(pk=gemeente)
    vast = {**waarden(een, dag), **waarden_klaar(een, dag), **vooruit(een, [dag])}
    return {**vast, "at": moment(dag), "kalender": kalender_nu().versie}


def kern(statement: str) -> tuple[str, str]:
    """Split a statement `WITH ... SELECT sum` into its parts and its sum."""
    deel, _, som = statement.strip().rpartition("\nSELECT")
    return deel.removeprefix("WITH ").rstrip(), som


def landelijk() -> str:
    """Give one statement that does a night of the whole country.

    It classifies what the run classifies (derived with another rule or calendar, held up by an opschorting, passed, to
    warn of, to prepare a besluit of, and how many dossiers are open), and writes the same moves, events, signals and
    ledger rows.
    """
    from cases.actions import bewaking_sql as sql
    from nazorg.actions.klaarzetten import ZET_KLAAR

    overgangen, som = kern(sql.OVERGANGEN)
    bijna, _ = kern(sql.WAARSCHUWINGEN)
    klaar, _ = kern(ZET_KLAAR)
    delen = (
        f"wisselt AS ({sql.OPSCHORTINGEN.strip()} RETURNING 1)",
        overgangen,
        bijna.replace("signalen AS", "bijna AS"),
        klaar.replace("signalen", "klaargezet").replace("events AS", "klaarevents AS"),
        f"""oud AS (SELECT t.gemeente_id FROM cases_termijn AS t WHERE {sql.OPEN_TERMIJN}
            AND (t.kalender_versie <> %(kalender)s OR %(versies)s::jsonb -> t.regel <> to_jsonb(t.regel_versie)))""",
        """boek AS (INSERT INTO cases_bewaking (gemeente_id, "on", begonnen_op, klaar_op, dossiers, nieuw, gewijzigd,
            signalen, overgangen, duur_s, fout)
            SELECT g.id, %(dag)s, %(at)s, %(at)s, coalesce(d.aantal, 0), 0, 0, 0, 0, 0, '' FROM accounts_gemeente AS g
            LEFT JOIN (SELECT gemeente_id, count(*) AS aantal FROM cases_dossier WHERE status = ANY(%(open)s)
                GROUP BY gemeente_id) AS d ON d.gemeente_id = g.id RETURNING dossiers)""",
    )
    tellen = ", ".join(f"(SELECT count(*) FROM {naam})" for naam in ("bijna", "klaargezet", "wisselt", "oud"))
    tekst = f"WITH {', '.join(delen)} SELECT {tellen}, (SELECT sum(dossiers) FROM boek),{som}"
    plat = "LEFT JOIN cases_dossier AS d ON d.id = t.dossier_id LEFT JOIN cases_persoon AS p ON p.id = d.persoon_id"
    for wat, wordt in (
        (sql.DOSSIER, plat),
        ("(d.datum_overlijden", "(p.datum_overlijden"),
        ("t.gemeente_id = %(gemeente)s AND ", ""),
    ):
        assert wat in tekst, wat
        tekst = tekst.replace(wat, wordt)
    return tekst


def kaal(dag: date) -> tuple[float, Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        waarden, tekst = invoer(dag), landelijk()
        start = time.perf_counter()
        cursor.execute(tekst, waarden)
        bijna, klaar, wisselt, oud, dossiers, overgangen, signalen = cursor.fetchone()
        duur = time.perf_counter() - start
    assert oud == 0, oud
    return duur, (overgangen + wisselt, signalen + bijna + klaar, dossiers)


def geschreven() -> int:
    """Count the rows that were written in this database since it was made."""
    from django.db import connection

    connection.close()
    time.sleep(1.5)  # a session that ends hands in its counts
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables")
        return int(cursor.fetchone()[0])


def tweede_keer(dag: date) -> tuple[float, Any]:
    """Do a night again; gives how long it took and how many rows it wrote."""
    voor = geschreven()
    duur, _ = ons(dag)
    return duur, geschreven() - voor


SOORTEN = {"ons": ons, "kaal": kaal, "tweede_keer": tweede_keer}


def _werker(url: str, lijn: Connection) -> None:
    begin(url)
    while opdracht := lijn.recv():
        soort, dag = opdracht
        lijn.send((*SOORTEN[soort](dag), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def _deelt(url: str, soort: str, rij: Any, lijn: Connection) -> None:
    """Take gemeenten from the queue, do the night of each and undo it, until the queue gives None."""
    begin(url)
    from django.db import connection, transaction

    from accounts.models import Gemeente
    from cases.actions import bewaking_sql as sql
    from cases.actions.bewaking import bewaak
    from cases.registratie import nachtwerk
    from nazorg.actions.klaarzetten import ZET_KLAAR

    peil = sql.peil(werk.nodig for werk in nachtwerk())
    gemeenten = {gemeente.pk: gemeente for gemeente in Gemeente.objects.all()}
    while dag := lijn.recv():
        while pk := rij.get():
            with transaction.atomic():
                if soort == "ons":
                    bewaak(gemeente=gemeenten[pk], on=dag, at=moment(dag))
                else:
                    with connection.cursor() as cursor:
                        waarden = {**invoer(dag, pk), "slot": 0}
                        cursor.execute(peil, waarden)
                        cursor.execute(sql.OPSCHORTINGEN, waarden)
                        cursor.execute(sql.OVERGANGEN, waarden)
                        cursor.execute(sql.WAARSCHUWINGEN, waarden)
                        cursor.execute(ZET_KLAAR, waarden)
                transaction.set_rollback(True)
        lijn.send("klaar")


class Groep:
    """Two processes that share the gemeenten of a night."""

    def __init__(self, url: str, soort: str) -> None:
        with verbind(url) as verbinding:
            self.gemeenten = [pk for (pk,) in verbinding.execute("SELECT id FROM accounts_gemeente ORDER BY id")]
        context = multiprocessing.get_context("spawn")
        self.rij, self.lijnen = context.Queue(), []
        for _ in range(2):
            hier, daar = context.Pipe()
            context.Process(target=_deelt, args=(url, soort, self.rij, daar), daemon=True).start()
            self.lijnen.append(hier)

    def duur(self, dag: date, processen: int) -> float:
        start = time.perf_counter()
        for pk in [*self.gemeenten, *[None] * processen]:
            self.rij.put(pk)
        for lijn in self.lijnen[:processen]:
            lijn.send(dag)
        for lijn in self.lijnen[:processen]:
            lijn.recv()
        return time.perf_counter() - start

    def winst(self, dag: date) -> float:
        return self.duur(dag, 1) / self.duur(dag, 2)


def winst(url: str, dag: date, ronden: int) -> dict[str, float]:
    """Say what a second process gains, for the run and for the bare statements per gemeente, in turn."""
    groepen = {soort: Groep(url, soort) for soort in ("ons", "kaal")}
    for groep in groepen.values():
        groep.duur(dag, 2)
    paren = [tuple(groep.winst(dag) for groep in groepen.values()) for _ in range(ronden)]
    for groep in groepen.values():
        for lijn in groep.lijnen:
            lijn.send(None)
    return {
        "winst_ons": statistics.median(ons for ons, _ in paren),
        "winst_kaal": statistics.median(kaal for _, kaal in paren),
        "winst_verhouding": statistics.median(ons / kaal for ons, kaal in paren),
    }


def meet(nachten: int, ronden: int, sjablonen: dict[int, str]) -> dict[str, Any]:
    """Do a row of nights, each in turn on the large copy, with the bare statement on another, and on the small one."""
    with (
        kopie(sjablonen[GROOT], "bench_nacht_ons") as groot,
        kopie(sjablonen[GROOT], "bench_nacht_kaal") as bloot,
        kopie(sjablonen[KLEIN], "bench_nacht_klein") as klein,
    ):
        context = multiprocessing.get_context("spawn")
        lijnen = {}
        for naam, url in {"ons": groot, "kaal": bloot, "klein": klein}.items():
            lijnen[naam], daar = context.Pipe()
            context.Process(target=_werker, args=(url, daar), daemon=True).start()

        def vraag(naam: str, soort: str, dag: date) -> tuple[float, Any, float]:
            lijnen[naam].send((soort, dag))
            antwoord: tuple[float, Any, float] = lijnen[naam].recv()
            return antwoord

        tijden: dict[str, list[float]] = {naam: [] for naam in lijnen}
        gedaan = {naam: [0, 0] for naam in lijnen}
        for nacht in range(nachten + 1):  # the first warms up
            dag = ON + timedelta(days=nacht + 1)
            antwoorden = {naam: vraag(naam, "kaal" if naam == "kaal" else "ons", dag) for naam in lijnen}
            # The clocks of a gemeente as a whole are counted, not stored: only the run tells of those.
            (bewogen, gemeld, open_), (bewogen_kaal, gemeld_kaal, open_kaal) = (
                antwoorden[n][1] for n in ("ons", "kaal")
            )
            assert (bewogen, open_) == (bewogen_kaal, open_kaal), (dag, antwoorden)
            assert gemeld >= gemeld_kaal, (dag, antwoorden)
            if nacht:
                for naam, (duur, wat, _) in antwoorden.items():
                    tijden[naam].append(duur)
                    gedaan[naam] = [som + erbij for som, erbij in zip(gedaan[naam], wat[:2], strict=True)]
        geheugen = {naam: antwoorden[naam][2] for naam in ("ons", "klein")}
        dossiers = {naam: antwoorden[naam][1][2] for naam in ("ons", "klein")}
        opnieuw, geschreven_rijen, _ = vraag("ons", "tweede_keer", dag)
        for lijn in lijnen.values():
            lijn.send(None)
        per_dossier = {naam: sum(tijden[naam]) / dossiers[naam] for naam in dossiers}
        return {
            "ons_s": sum(tijden["ons"]) / nachten,
            "kaal_s": sum(tijden["kaal"]) / nachten,
            "overgangen": gedaan["ons"][0],
            "signalen": gedaan["ons"][1],
            "verhouding": sum(tijden["ons"]) / sum(tijden["kaal"]),
            "verhouding_mediaan": statistics.median(o / k for o, k in zip(tijden["ons"], tijden["kaal"], strict=True)),
            "groei": per_dossier["ons"] / per_dossier["klein"],
            "tweede_keer_s": opnieuw,
            "tweede_keer_rijen": geschreven_rijen,
            "geheugen_mb": geheugen["ons"],
            "geheugen_klein_mb": geheugen["klein"],
            "geheugen": geheugen["ons"] / geheugen["klein"],
            **winst(groot, dag + timedelta(days=1), ronden),
        }


def main() -> None:
    opties = argparse.ArgumentParser(description="Meet de nachtelijke bewaking.")
    opties.add_argument("--nachten", type=int, default=10)
    opties.add_argument("--ronden", type=int, default=5)
    opties.add_argument("--van", metavar="NAAM", help="meet op kopieën van NAAM_2000 en NAAM_200000")
    opties.add_argument("--json", action="store_true")
    keuze = opties.parse_args()
    if keuze.van:
        sjablonen = {maat: f"{keuze.van}_{maat}" for maat in MATEN}
    else:
        sjablonen = {maat: zorg_voor(maat).rpartition("/")[2] for maat in MATEN}
    cijfers = meet(keuze.nachten, keuze.ronden, sjablonen)
    if keuze.json:
        print(json.dumps(cijfers))
        return
    for naam, waarde in cijfers.items():
        doel = f"  (doel: {DOELEN[naam]})" if naam in DOELEN else ""
        print(f"{naam:<20}{waarde:>10.2f}{doel}")


if __name__ == "__main__":
    main()

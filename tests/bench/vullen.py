"""Fill an empty database for measuring: python -m tests.bench.vullen GEMEENTEN DOSSIERS."""

import os
import sys

import django
from django.db import connection, transaction

from tests.bench.gegevens import ON

# The demo makes four termijnen per dossier; a real one gathers more, most of them a bezwaartermijn per addendum. Two
# for each besluit, spread over the weeks since, make it five: a million for 200,000 dossiers.
ADDENDA = """
INSERT INTO cases_termijn (gemeente_id, dossier_id, regel, aanleiding, aard, start, uiterste_datum, status, som, invoer,
    regel_versie, kalender_versie, beleid, updated_at)
SELECT t.gemeente_id, t.dossier_id, t.regel, t.aanleiding || ':' || n, t.aard,
    t.start + later, t.uiterste_datum + later,
    CASE WHEN t.uiterste_datum + later < %(on)s THEN 'voorbij' ELSE 'lopend' END, t.som,
    jsonb_set(t.invoer, '{start}', to_jsonb(t.start + later)), t.regel_versie, t.kalender_versie, t.beleid, t.updated_at
FROM cases_termijn AS t CROSS JOIN generate_series(1, 2) AS n
    CROSS JOIN LATERAL (
        SELECT (7 * (1 + t.id * n * 7919 %% greatest(1, (%(on)s::date - t.start) / 7)))::int AS later
    ) AS d
WHERE t.regel = 'bezwaar'
"""

# The demo books one or two kostenregels per dossier; in years of support it becomes ten. Seven for each, of a month
# later each time, make 2 million for 200,000 dossiers.
KOSTEN = """
INSERT INTO spuk_kostenregel (component, datum, omschrijving, leverancier, factuurnummer, netto, btw, bruto, factuur,
    factuur_type, factuur_extensie, factuur_sha256, geboekt_op, dossier_id, geboekt_door_id, gemeente_id,
    voorziening_id)
SELECT k.component, least(k.datum + 30 * n, %(on)s), k.omschrijving, k.leverancier,
    left(k.factuurnummer, 37) || '.' || n, k.netto, k.btw, k.bruto, k.factuur, k.factuur_type, k.factuur_extensie,
    k.factuur_sha256, k.geboekt_op, k.dossier_id, k.geboekt_door_id, k.gemeente_id, k.voorziening_id
FROM spuk_kostenregel AS k CROSS JOIN generate_series(1, 7) AS n
"""

# The demo links few dossiers. With children and former partners a gezin has several: of six dossiers two are of one.
GEZINNEN = """
UPDATE cases_dossier AS d SET gezin_id = rij.eerder
FROM (
    SELECT id, lag(gezin_id) OVER gemeente AS eerder, row_number() OVER gemeente AS plaats
    FROM cases_dossier WINDOW gemeente AS (PARTITION BY gemeente_id ORDER BY id)
) AS rij
WHERE rij.id = d.id AND rij.plaats % 6 = 0
"""


def meld(klaar: int, totaal: int, naam: str) -> None:
    print(f"  {klaar} van {totaal} dossiers", flush=True)


def main(gemeenten: int, dossiers: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from portal_import.demo.bouw import bouw_veel

    with transaction.atomic():
        bouw_veel(gemeenten=gemeenten, dossiers=dossiers, seed=1, on=ON, meld=meld)
        with connection.cursor() as cursor:
            cursor.execute(ADDENDA, {"on": ON})
            cursor.execute(KOSTEN, {"on": ON})
            cursor.execute(GEZINNEN)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

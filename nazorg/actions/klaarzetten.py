"""Prepare the besluit that ends the support after niet erkend: a person takes it, the nightly run never does."""

from datetime import date, datetime
from typing import Any

from django.db import connection

from accounts.models import Gemeente
from cases.keuzes import ZONDER_RECHT
from cases.status import Status
from nazorg.bron import KLAARGEZET
from nazorg.gronden import NIET_ERKEND
from nazorg.termijnen import ACCLIMATISATIE

TEKST = "Beëindigingsbesluit staat klaar: 30 dagen na niet erkend. Controleer het en stel het vast."

# Whom UHT erkent after all gets no besluit to end: it waits for who takes up the support (decision 1111).
ZONDER = ", ".join(f"'{status.value}'" for status in sorted(ZONDER_RECHT))
SLEUTEL = "'klaargezet:' || t.id || ':' || t.uiterste_datum"
# Dossier, persoon and signal are looked up row by row, as in cases.actions.bewaking_sql: of a whole country these are
# few. The unique key of the signal makes it once, and its event with it.
WORDT_KLAAR = f"""cases_termijn AS t CROSS JOIN LATERAL (
        SELECT d.nummer FROM cases_dossier AS d JOIN cases_persoon AS p ON p.id = d.persoon_id
        WHERE d.id = t.dossier_id AND t.regel = '{ACCLIMATISATIE.code}' AND d.status = '{Status.ACCLIMATISATIE}'
            AND d.uht_status IN ({ZONDER})
            AND p.datum_overlijden IS NULL
            AND (SELECT s.id FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL}) IS NULL
        LIMIT 1
    ) AS d
    WHERE t.gemeente_id = %(gemeente)s AND t.status IN ('lopend', 'te_laat') AND t.uiterste_datum <= %(dag)s"""  # noqa: S608
IS_KLAAR = f"EXISTS (SELECT 1 FROM {WORDT_KLAAR})"  # noqa: S608  # names of columns only
ZET_KLAAR = f"""
WITH klaar AS (
    SELECT t.id, t.gemeente_id, t.dossier_id, {SLEUTEL} AS sleutel FROM {WORDT_KLAAR}
), signalen AS (
    INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)
    SELECT gemeente_id, dossier_id, id, sleutel, 'klaargezet', %(tekst)s, %(dag)s, NULL, NULL, %(at)s
    FROM klaar ORDER BY id
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING dossier_id, termijn_id
), events AS (
    INSERT INTO cases_dossierevent (dossier_id, soort, at, by_id, tekst, reden, gegevens)
    SELECT dossier_id, %(soort)s, %(at)s, NULL, %(tekst)s, '',
        jsonb_build_object('grond', %(grond)s::text, 'termijn', termijn_id)
    FROM signalen
)
SELECT count(*) FROM signalen
"""  # noqa: S608  # names of columns only

STRAKS_KLAAR = f"SELECT d.nummer, t.regel, t.uiterste_datum FROM {WORDT_KLAAR}"  # noqa: S608  # names of columns only


def zet_klaar(*, gemeente: Gemeente, dag: date, at: datetime) -> int:
    """Prepare the besluit of each acclimatisatie that reached its last day, once; gives how many (Wht art. 2.21 lid 6).

    The event keeps what the form is filled in with. The signal has no receiver of its own: it goes to who coördineert,
    as the casusregisseur has that of the clock already. Nothing ends.
    """
    with connection.cursor() as cursor:
        cursor.execute(ZET_KLAAR, {**waarden_klaar(gemeente, dag), "at": at})
        (aantal,) = cursor.fetchone()
    return int(aantal)


def list_straks_klaar(gemeente: Gemeente, on: date) -> list[tuple[str, str, date]]:
    """Give what would be prepared by a day, changing nothing: number of the dossier, rule and last day."""
    with connection.cursor() as cursor:
        cursor.execute(STRAKS_KLAAR, waarden_klaar(gemeente, on))
        return list(cursor.fetchall())


def waarden_klaar(gemeente: Gemeente, dag: date) -> dict[str, Any]:
    """Give what the statement needs."""
    return {
        "gemeente": gemeente.pk,
        "dag": dag,
        "soort": KLAARGEZET,
        "tekst": TEKST,
        "grond": NIET_ERKEND,
    }

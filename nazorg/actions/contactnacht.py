"""Let the next contact of the nazorg run when the one before it passed without being held."""

from datetime import date, datetime

from django.db import connection

from accounts.models import Gemeente
from nazorg.termijnen import NAZORG_CONTACT

_VERWACHT = f"v.dossier_id = p.dossier_id AND v.regel = '{NAZORG_CONTACT.code}' AND v.status = 'verwacht'"
# The contacts that passed yesterday, by the index of the open termijnen, where a later one is still expected. On
# mondays all that passed before are looked at, so that one whose date moved afterwards is not forgotten.
_VOORBIJ = f"""cases_termijn AS p
    WHERE p.gemeente_id = %(gemeente)s AND p.status IN ('lopend', 'te_laat') AND p.regel = '{NAZORG_CONTACT.code}'
        AND p.uiterste_datum < %(dag)s::date
        AND (p.uiterste_datum >= %(dag)s::date - 1 OR extract(isodow FROM %(dag)s::date) = 1)
        AND EXISTS (SELECT 1 FROM cases_termijn AS v WHERE {_VERWACHT})"""  # noqa: S608  # names of columns only
CONTACT_GING_VOORBIJ = f"EXISTS (SELECT 1 FROM {_VOORBIJ})"  # noqa: S608  # names of columns only
# To the first that is still expected; while an earlier one runs, that one comes first.
GAAT_IN = f"""
UPDATE cases_termijn AS t SET status = 'lopend', updated_at = %(at)s
FROM (SELECT DISTINCT p.dossier_id FROM {_VOORBIJ}) AS p
WHERE t.id = (SELECT v.id FROM cases_termijn AS v WHERE {_VERWACHT} ORDER BY v.uiterste_datum, v.id LIMIT 1)
    AND NOT EXISTS (
        SELECT 1 FROM cases_termijn AS l
        WHERE l.dossier_id = p.dossier_id AND l.regel = '{NAZORG_CONTACT.code}' AND l.status = 'lopend'
    )
"""  # noqa: S608  # names of columns only


def laat_contacten_ingaan(*, gemeente: Gemeente, dag: date, at: datetime) -> int:
    """Let each next contact run whose earlier one had its last day yesterday; gives the signals made: none."""
    with connection.cursor() as cursor:
        cursor.execute(GAAT_IN, {"gemeente": gemeente.pk, "dag": dag, "at": at})
    return 0

"""The text of a question that Django writes: to put within a larger one, or to ask again without writing it anew."""

from typing import Any

from django.db.models import QuerySet

# With %s for each value, and the values.
Tekst = tuple[str, tuple[Any, ...]]


def tekst_van(rijen: QuerySet[Any, Any]) -> Tekst:
    sql, waarden = rijen.query.sql_with_params()
    return sql, tuple(waarden)

"""The text of a question that Django writes: to put within a larger one, or to ask again without writing it anew."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

# With %s for each value, and the values.
Tekst = tuple[str, tuple[Any, ...]]


def tekst_van(rijen: QuerySet[Any, Any]) -> Tekst:
    sql, waarden = rijen.query.sql_with_params()
    return sql, tuple(waarden)


def schrijf_uit(rijen: QuerySet[Any, Any], naam: str) -> RawSQL:
    """Give an annotation of `rijen` as the text that Django writes for it: for a question of the same table."""
    annotatie = rijen.query.annotations[naam]
    sql, waarden = rijen.query.get_compiler(rijen.db).compile(annotatie)
    return RawSQL(sql, tuple(waarden), output_field=annotatie.output_field)  # noqa: S611  Django's own text

"""The rows of a road that was walked, to put them back for the next file without walking again."""

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection, models
from psycopg.sql import SQL, Composable, Identifier

T = TypeVar("T")


@dataclass(frozen=True)
class Opname(Generic[T]):
    """What a road gave, with the rows that it left in each table."""

    gaf: T
    rijen: dict[type[models.Model], list[str]]

    def zet_terug(self) -> T:
        """Insert the rows as they were, in any order: no trigger fires, and no key is looked after."""
        inserts = SQL("; ").join(_zet(model, rijen) for model, rijen in self.rijen.items())
        vorm = SQL("SET LOCAL session_replication_role = replica; {}; SET LOCAL session_replication_role = DEFAULT")
        with connection.cursor() as cursor:
            cursor.execute(vorm.format(inserts))
        return self.gaf


_OPNAMES: dict[Hashable, Opname[Any]] = {}


def eens(wat: Hashable, loop: Callable[[], T]) -> T:
    """Walk the first time in this process; put back what that left each time after.

    What the road gave is the same object each time: copy what may change.
    """
    if wat in _OPNAMES:
        return _OPNAMES[wat].zet_terug()
    _OPNAMES[wat] = opname = neem_op(loop)
    return opname.gaf


def neem_op(loop: Callable[[], T]) -> Opname[T]:
    """Walk, and keep what is there after and was not before."""
    voor = _alles()
    gaf = loop()
    na = _alles()
    if any(voor[model] - na[model] for model in voor):
        raise RuntimeError("This road changes rows that were there before, which can't be put back.")
    return Opname(gaf, {model: list((na[model] - voor[model]).elements()) for model in na if na[model] != voor[model]})


def _alles() -> dict[type[models.Model], Counter[str]]:
    """Give the rows of every table as text, the tables between two models too."""
    modellen = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    with connection.cursor() as cursor:
        gevonden = {}
        for model in modellen:
            cursor.execute(SQL("SELECT t::text FROM {} AS t").format(Identifier(model._meta.db_table)))
            gevonden[model] = Counter(rij for (rij,) in cursor.fetchall())
    return gevonden


def _zet(model: type[models.Model], rijen: list[str]) -> Composable:
    tabel = Identifier(model._meta.db_table)
    namen = [Identifier(str(veld.column)) for veld in model._meta.concrete_fields if not veld.generated]
    vorm = SQL("INSERT INTO {0} ({1}) SELECT {1} FROM unnest({2}::text[]::{0}[])")
    return vorm.format(tabel, SQL(", ").join(namen), rijen)

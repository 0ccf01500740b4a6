"""Every row of every table, to compare before and after: what is refused changes nothing."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakSet

import pytest
from django.apps import apps
from django.db import connection, transaction

from cases.actions.basis import ActieFout

_VOORBEREID: WeakSet[object] = WeakSet()


def alles() -> dict[str, list[str]]:
    """Give by model its rows as text, in one question; but for the sessions, which every request may write.

    It is prepared once for each connection: to plan a question about all tables takes longer than to answer it.
    """
    rijen: dict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        if connection.connection not in _VOORBEREID:
            cursor.execute(f"PREPARE alles AS {_vraag()}")
            _VOORBEREID.add(connection.connection)
        cursor.execute("EXECUTE alles")
        for label, rij in cursor.fetchall():
            rijen[label].append(rij)
    return dict(rijen)


def _vraag() -> str:
    modellen = [model._meta for model in apps.get_models() if model._meta.app_label != "sessions"]
    vraag = " UNION ALL ".join(
        f"SELECT '{meta.label}', t::text FROM {meta.db_table} AS t" for meta in modellen
    )  # names of tables only
    return f"{vraag} ORDER BY 1, 2"


@contextmanager
def teruggedraaid(noot: str) -> Iterator[None]:
    """Undo what is done within, for a cell of a matrix; what fails in it has `noot` beside it."""
    punt = transaction.savepoint()
    try:
        yield
    except BaseException as fout:  # pytest has no Exception for a refusal that did not come
        fout.add_note(noot)
        raise
    transaction.savepoint_rollback(punt)


@contextmanager
def geweigerd(melding: str) -> Iterator[None]:
    """Expect that an action is refused with these words, and itself leaves every table as it was."""
    voor = alles()
    with pytest.raises(ActieFout, match=melding):
        yield
    assert alles() == voor

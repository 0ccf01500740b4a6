"""Haltes: fixtures that walk on along the road, once for all tests of a file that begin there."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import pytest

Loop = Callable[..., Any]
_LOOP: dict[object, Loop] = {}


def halte(loop: Loop) -> Any:
    """Make a fixture that is walked once: each test gets a copy of what it made, and undoes what it did after.

    It may ask for where the road of its conftest begins, and for other haltes; the road of tests/conftest.py runs on
    2 March 2026. One that a test asks for while it runs is walked there.
    """
    naam = loop.__name__

    @pytest.fixture(name=naam)
    def geef(request: pytest.FixtureRequest, _haltes: Mapping[str, Any]) -> Any:
        if naam in _haltes:
            return _haltes[naam]
        return loop(**{wat: request.getfixturevalue(wat) for wat in vraagt(loop)})

    _LOOP[geef] = loop
    return geef


def vraagt(loop: Loop) -> list[str]:
    return list(inspect.signature(loop).parameters)


def haltes_van(metafunc: pytest.Metafunc, conftest: Mapping[str, object]) -> tuple[Loop, ...]:
    """Give the haltes where a test passes, each after those that it asks for."""
    gevonden: list[Loop] = []

    def voeg_toe(namen: list[str]) -> None:
        for naam in namen:
            loop = _LOOP.get(getattr(metafunc.module, naam, conftest.get(naam)))
            if loop and loop not in gevonden:
                voeg_toe(vraagt(loop))
                gevonden.append(loop)

    voeg_toe(sorted(metafunc.fixturenames))
    return tuple(gevonden)


def loop_langs(haltes: tuple[Loop, ...], begin: Mapping[str, Any]) -> dict[str, Any]:
    """Walk from the begin along the haltes; give by name what is there."""
    er_is = dict(begin)
    for loop in haltes:
        er_is[loop.__name__] = loop(**{naam: er_is[naam] for naam in vraagt(loop)})
    return er_is

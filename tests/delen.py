"""What the tests of a file begin with, made once for all that do."""

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import pytest

# By the name of a file's module, in the order in which they stand there: what one takes was made before it.
MAKERS: dict[str, dict[str, Callable[..., Any]]] = defaultdict(dict)


def deel(maak: Callable[..., Any]) -> Any:
    """Make a fixture of a function whose work all tests of its file share; each gets a copy, and undoes what it did.

    It takes a gemeente, the consulent, coordinator, dossier or snelle_pdf, or what was shared above it, and runs on
    2 March 2026.
    """
    naam, delen = maak.__name__, tuple(inspect.signature(maak).parameters)
    MAKERS[maak.__module__][naam] = maak

    @pytest.fixture(name=naam)
    def gedeeld(request: pytest.FixtureRequest, _eigen: dict[str, Any], _met_gemeente: None) -> Any:
        gegeven = {deel: request.getfixturevalue(deel) for deel in delen}
        return _eigen[naam] if naam in _eigen else maak(**gegeven)

    return gedeeld


def nodig(module: str, namen: Iterable[str]) -> set[str]:
    """Give the names of what is shared for these fixtures, with all that it is made from."""
    makers = MAKERS.get(module, {})
    gevonden = {naam for naam in namen if naam in makers}
    for naam in reversed(makers):
        if naam in gevonden:
            gevonden |= set(inspect.signature(makers[naam]).parameters)
    return gevonden

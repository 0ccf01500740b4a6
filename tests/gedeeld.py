"""The world of a process: made at the first file that looks at it, undone before the first that does not."""

import copy
from contextlib import ExitStack

from pytest_django.plugin import DjangoDbBlocker

from tests.wegen import walked_once
from tests.wereld import Wereld, maak_wereld


class GedeeldeWereld:
    def __init__(self) -> None:
        self._open = ExitStack()
        self._wereld: Wereld | None = None

    def geef(self, blocker: DjangoDbBlocker) -> Wereld:
        """Give each file objects of its own, which it may change, for the rows that it shares."""
        if self._wereld is None:
            self._wereld = self._open.enter_context(walked_once(blocker, maak_wereld))
        return copy.deepcopy(self._wereld)

    def ruim_op(self) -> None:
        self._wereld = None
        self._open.close()

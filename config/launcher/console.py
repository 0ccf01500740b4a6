"""What the launcher says: short lines in plain Dutch, and one way to end with a clear message."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LauncherError(Exception):
    """Something the user can mend; its text says what and how."""


def say(text: str) -> None:
    print(text, flush=True)


def say_progress(text: str, *, done: int, total: int) -> None:
    """Show a counter: on one line in a terminal, now and then a line elsewhere."""
    line = f"      {done} van {total}: {text}" if total else f"      {done}: {text}"
    if sys.stdout.isatty():
        print(f"\r\x1b[2K{line[:78]}", end="\n" if done == total else "", flush=True)
    elif done == total or done % 25 == 0:
        say(line)


class Progress:
    """Number the steps of one command and say how long each took."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.number = 0

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        self.number += 1
        say(f"[{self.number}/{self.total}] {text}")
        begin = time.monotonic()
        yield
        seconds = time.monotonic() - begin
        if seconds >= 1:
            say(f"      klaar in {seconds:.0f} s")


def last_lines(log: Path, count: int = 12) -> str:
    """Give the end of a log, indented, to show under a message."""
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join(f"    {line}" for line in lines[-count:])

"""The base of the commands: faulty input ends in one plain Dutch message on standard error and exit status 1."""

import re
import sys
from datetime import date
from functools import partial
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

# The messages of argparse that a user can meet, in plain Dutch.
_DUTCH = {
    "the following arguments are required:": "dit ontbreekt:",
    "unrecognized arguments:": "dit hoort er niet bij:",
    "expected one argument": "hier hoort een waarde achter",
    "expected at least one argument": "hier hoort een waarde achter",
    "invalid choice:": "dit kan niet:",
    "choose from": "kies uit",
    "argument ": "",
}

_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Fout(CommandError):
    """Django prints the class name before the message, so this reads 'Fout: ...'."""


class Commando(BaseCommand):
    """A command whose command line is refused in Dutch too, where argparse would print English and exit with 2."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        if getattr(self, "_called_from_command_line", False):
            parser.error = partial(self._weiger, parser)  # type: ignore[method-assign]
        return parser

    def _weiger(self, parser: CommandParser, melding: str) -> NoReturn:
        for engels, nederlands in _DUTCH.items():
            melding = melding.replace(engels, nederlands)
        gebruik = parser.format_usage().removeprefix("usage:").strip()
        self.stderr.write(f"Fout: deze opdracht is niet goed ingevuld: {melding}.\nSchrijf: {gebruik}")
        sys.exit(1)


def lees_dag(tekst: str | None) -> date:
    """Read the day that a command is about; today when none is named."""
    return timezone.localdate() if tekst is None else lees_datum(tekst)


def lees_datum(tekst: str) -> date:
    """Read a date as JJJJ-MM-DD and in no other form: a week or a row of digits is more often a slip than a day."""
    if not _DATUM.fullmatch(tekst):
        raise Fout(f"'{tekst}' is geen datum. Schrijf een datum als JJJJ-MM-DD, bijvoorbeeld 2025-03-12.")
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Fout(f"De datum {tekst} bestaat niet. Kijk de dag en de maand na.") from fout

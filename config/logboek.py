"""Keep secrets that stand in an address out of every log."""

import logging
import re
from typing import Any

# The feed of a calendar: its address is its password.
_AGENDA = re.compile(r"(/agenda/)[^/\s?#]+(\.ics)")
# Whoever has this address chooses the password.
_WACHTWOORD = re.compile(r"(/wachtwoord/kiezen/)[^/\s?#]+/[^/\s?#]+")


def zonder_geheim(tekst: str) -> str:
    """Give an address, or a line with one, without the secret of a calendar feed or of a link for a password."""
    return _WACHTWOORD.sub(r"\1***/***", _AGENDA.sub(r"\1***\2", tekst))


class ZonderGeheim(logging.Filter):
    """Mask the secrets in what Django logs about a request, such as a page that is not there."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _masker(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_masker(arg) for arg in record.args)
        return True


def _masker(waarde: Any) -> Any:
    return zonder_geheim(waarde) if isinstance(waarde, str) else waarde

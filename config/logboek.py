"""Keep out of every log the secrets that stand in an address, and what the database says of a row it refused."""

import logging
import re
from typing import Any

from psycopg import Error

# The feed of a calendar: its address is its password.
_AGENDA = re.compile(r"(/agenda/)[^/\s?#]+(\.ics)")
# Whoever has this address chooses the password.
_WACHTWOORD = re.compile(r"(/wachtwoord/kiezen/)[^/\s?#]+/[^/\s?#]+")


def zonder_geheim(tekst: str) -> str:
    """Give an address, or a line with one, without the secret of a calendar feed or of a link for a password."""
    return _WACHTWOORD.sub(r"\1***/***", _AGENDA.sub(r"\1***\2", tekst))


class ZonderGeheim(logging.Filter):
    """Mask the secrets in what Django logs about a request, such as a page that is not there or that failed."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _masker(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_masker(arg) for arg in record.args)
        if record.exc_info and record.exc_info[1]:
            tekst = logging.Formatter().formatException(record.exc_info)
            record.exc_text = _zonder_rij(tekst, record.exc_info[1])  # a formatter takes what stands there
        return True


def _zonder_rij(tekst: str, fout: BaseException) -> str:
    """Mask what PostgreSQL tells of the row: with a BSN that is known already that is the BSN, else the whole row."""
    bezien: set[int] = set()
    nog: list[BaseException | None] = [fout]
    while nog:
        een = nog.pop()
        if een is None or id(een) in bezien:
            continue
        bezien.add(id(een))
        nog += [een.__cause__, een.__context__]
        if isinstance(een, Error) and een.diag.message_detail:
            tekst = tekst.replace(een.diag.message_detail, "***")
    return tekst


def _masker(waarde: Any) -> Any:
    return zonder_geheim(waarde) if isinstance(waarde, str) else waarde

"""A clock of the gemeente as a page shows it, with its state, its explanation and what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Gemeente
from cases.gemeenteklok import Gemeenteklok
from cases.gemeenteklokken import klokbron
from cases.klokken import wie_doet
from cases.models import Afronding
from cases.stand import Stand


@dataclass(frozen=True, kw_only=True)
class Klokregel:
    """One clock on a page; `knop` and `knop_url` record that it was done, `terug_url` takes that back.

    With `post_url` it is recorded at once, as done today; `let_op` says what to do when it is too late.
    """

    klok: Gemeenteklok
    gemeente: str
    stand: Stand
    waarom_url: str
    knop: str = ""
    knop_url: str = ""
    post_url: str = ""
    terug_url: str = ""
    klaar: str = ""
    let_op: str = ""


def maak_klokregel(klok: Gemeenteklok, gemeente: Gemeente, on: date, **anders: str) -> Klokregel:
    return Klokregel(
        klok=klok,
        gemeente=gemeente.naam,
        stand=klok.stand(on),
        waarom_url=klokbron(klok.regel).waarom_url(gemeente.code, klok),
        **anders,
    )


def waarom_context(klok: Gemeenteklok, gemeente: Gemeente, on: date, *, terug_url: str, terug: str) -> dict[str, Any]:
    """Give what the page *waarom deze datum?* shows of a clock: its sum, and who recorded or took back what."""
    historie = Afronding.history.filter(gemeente=gemeente, regel=klok.regel.code, sleutel=klok.begin.sleutel)
    op_volgorde = historie.select_related("history_user").order_by("-history_date", "-history_id")
    return {
        "klok": klok,
        "gemeente": gemeente,
        "wie_doet": wie_doet(klok.regel),
        "stand": klok.stand(on),
        "vastgelegd": list(_vastgelegd(op_volgorde)),
        "terug_url": terug_url,
        "terug": terug,
    }


def _vastgelegd(historie: Iterable[Any]) -> Iterable[tuple[Any, str]]:
    woorden = {"+": "Vastgelegd", "-": "Teruggenomen"}
    return ((rij, woorden.get(rij.history_type, "Gewijzigd")) for rij in historie)

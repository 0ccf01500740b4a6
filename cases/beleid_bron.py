"""Build the frozen values that rules work with from the settings in the database, at the edge."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, TypeVar

from cases.beleid import Aanvraagmoment, Regels
from cases.kalender import Kalender, kalender
from cases.models import Beleid, Dossier, Feestdag

T = TypeVar("T")
_gelezen: ContextVar[dict[Hashable, Any] | None] = ContextVar("gelezen", default=None)


class GeenBeleid(LookupError):
    """A gemeente without beleid on a day; its text is plain Dutch."""


@contextmanager
def lees_eenmaal() -> Iterator[None]:
    """Read beleid and calendar once, for an action that goes through many dossiers or gemeenten; may be nested."""
    eerder = _gelezen.get()
    teken = _gelezen.set({} if eerder is None else eerder)
    try:
        yield
    finally:
        _gelezen.reset(teken)


def _eenmaal(sleutel: Hashable, lees: Callable[[], T]) -> T:
    gelezen = _gelezen.get()
    if gelezen is None:
        return lees()
    if sleutel not in gelezen:
        gelezen[sleutel] = lees()
    waarde: T = gelezen[sleutel]
    return waarde


def beleid_op(gemeente_id: int, on: date) -> Beleid:
    """Give the beleid that a gemeente follows on a day."""
    return _eenmaal(("beleid", gemeente_id, on), lambda: _lees_beleid(gemeente_id, on))


def _lees_beleid(gemeente_id: int, on: date) -> Beleid:
    beleid = Beleid.objects.filter(gemeente=gemeente_id, geldig_vanaf__lte=on).order_by("-geldig_vanaf").first()
    beleid = beleid or Beleid.objects.filter(gemeente=gemeente_id).order_by("geldig_vanaf").first()
    if beleid is None:
        raise GeenBeleid("Deze gemeente heeft nog geen beleid. Leg het vast met: manage.py gemeente_maken.")
    return beleid


def regels_voor(gemeente_code: str, on: date) -> Regels:
    """Give the rules of a gemeente on a day, by its code; raises GeenBeleid when the gemeente is not known."""
    beleid = Beleid.objects.filter(gemeente__code=gemeente_code).first()
    if beleid is None:
        raise GeenBeleid(f"Gemeente {gemeente_code} is niet bekend of heeft geen beleid.")
    return beleid_op(beleid.gemeente_id, on).regels


def regels_van(dossier: Dossier) -> Regels:
    """Give the rules of a dossier: those of the beleid it started under."""
    return dossier.beleid.regels


def aanvraagdag(dossier: Dossier) -> date:
    """Give the day of the aanvraag: by the beleid that of the aanmelding, or of the eerste gesprek."""
    if regels_van(dossier).aanvraagmoment is Aanvraagmoment.EERSTE_GESPREK and dossier.datum_eerste_gesprek:
        return dossier.datum_eerste_gesprek
    return dossier.datum_aanmelding


def regels_van_vandaag(dossier: Dossier, on: date) -> Regels:
    """Give the rules that the gemeente of a dossier follows on a day; read once for this dossier object."""
    gelezen: dict[date, Regels] = vars(dossier).setdefault("_regels_van_vandaag", {})
    if on not in gelezen:
        gelezen[on] = regels_op(dossier.gemeente_id, on)
    return gelezen[on]


def regels_op(gemeente_id: int, on: date) -> Regels:
    """Give the rules that a gemeente follows on a day; raises GeenBeleid."""
    return beleid_op(gemeente_id, on).regels


def regels_per_gemeente(gemeenten: Iterable[int], on: date) -> dict[int, Regels]:
    """Give the rules that each of these gemeenten follows on a day, with one question; one without beleid not."""
    gekozen: dict[int, Beleid] = {}
    for beleid in Beleid.objects.filter(gemeente__in=list(gemeenten)).order_by("geldig_vanaf"):
        if beleid.geldig_vanaf <= on or beleid.gemeente_id not in gekozen:
            gekozen[beleid.gemeente_id] = beleid
    return {gemeente_id: beleid.regels for gemeente_id, beleid in gekozen.items()}


def beleid_van(gemeente_id: int) -> Callable[[date], Regels | None]:
    """Read the beleid of a gemeente once, to tell its rules on any day; None for a gemeente without."""
    alle = _eenmaal(
        ("alle beleid", gemeente_id),
        lambda: list(Beleid.objects.filter(gemeente=gemeente_id).order_by("geldig_vanaf")),
    )

    def op(dag: date) -> Regels | None:
        geldig = [beleid for beleid in alle if beleid.geldig_vanaf <= dag] or alle[:1]
        return geldig[-1].regels if geldig else None

    return op


def onthoud_beleid(gemeente_id: int, rijen: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
    """Keep for `beleid_van` what a larger question read: profiel, geldig_vanaf and afwijkingen, in order of day."""
    if (gelezen := _gelezen.get()) is not None:
        gelezen["alle beleid", gemeente_id] = [
            Beleid(profiel=profiel, geldig_vanaf=date.fromisoformat(vanaf), afwijkingen=afwijkingen)
            for profiel, vanaf, afwijkingen in rijen
        ]


def kalender_nu() -> Kalender:
    """Give the calendar with the days that royal decrees added."""
    return _eenmaal("kalender", lambda: kalender(Feestdag.objects.values_list("datum", "naam", "bron")))

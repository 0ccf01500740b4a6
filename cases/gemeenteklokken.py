"""Which clocks a gemeente has as a whole: the apps register them, and here they meet beleid, calendar and facts."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Protocol

from accounts.models import User
from accounts.permissions import Permission
from cases.beleid import Regels
from cases.beleid_bron import kalender_nu, regels_per_gemeente
from cases.gemeenteklok import Begin, Gedaan, Gemeenteklok, maak_klok
from cases.models import Afronding
from cases.termijnregels import Termijnregel

Sleutel = tuple[int, str, str]


class Klokbron(Protocol):
    """Where the clocks of a rule come from. `zien` is who sees them, `doen` who does what they ask.

    What comes `uit_rijen` of the database has a part of its own in the nightly run; the others run from the calendar.
    """

    zien: Permission
    doen: Permission
    uit_rijen: bool

    def begin(self, gemeenten: Collection[int], van: date, tot: date) -> Iterable[tuple[int, Begin]]:
        """Give what runs on these days, or will, per gemeente."""

    def gedaan(self, gemeenten: Collection[int]) -> Mapping[Sleutel, Gedaan]:
        """Give what was done, beside what stands in Afronding."""

    def url(self, code: str, klok: Gemeenteklok, on: date) -> str:
        """Give the page of a gemeente where it is done and recorded."""

    def waarom_url(self, code: str, klok: Gemeenteklok) -> str:
        """Give the page that says why the clock has its date."""


_bronnen: dict[str, Klokbron] = {}


def registreer_klokbron(*regels: Termijnregel, bron: Klokbron) -> None:
    _bronnen.update({regel.code: bron for regel in regels})


def klokbron(regel: Termijnregel) -> Klokbron:
    return _bronnen[regel.code]


def list_kalenderbronnen() -> list[Klokbron]:
    """Give the sources that need no row of the database to say what runs."""
    return [bron for bron in set(_bronnen.values()) if not bron.uit_rijen]


def list_begin(
    gemeenten: Collection[int], van: date, tot: date, bronnen: Iterable[Klokbron] = ()
) -> list[tuple[int, Begin]]:
    """Give what the clocks of these gemeenten run from on these days, of all sources or of some."""
    return [begin for bron in bronnen or set(_bronnen.values()) for begin in bron.begin(gemeenten, van, tot)]


def tel_uit(
    begin: Iterable[tuple[int, Begin]], beleid: Mapping[int, Regels], *, met_feiten: bool = True
) -> list[Gemeenteklok]:
    """Count the clocks, with what was recorded of them; the first to end on top.

    A gemeente without beleid has no clocks.
    """
    rijen = [(gemeente, een) for gemeente, een in begin if gemeente in beleid]
    if not rijen:
        return []
    codes, kalender = {een.regel.code for _, een in rijen}, kalender_nu()
    gedaan = _gedaan({gemeente for gemeente, _ in rijen}, codes) if met_feiten else {}
    klokken = [
        maak_klok(
            gemeente, een, kalender, beleid=beleid[gemeente], gedaan=gedaan.get((gemeente, een.regel.code, een.sleutel))
        )
        for gemeente, een in rijen
    ]
    gevonden = [klok for klok in klokken if klok is not None]
    return sorted(gevonden, key=lambda klok: (klok.uiterste_datum, klok.regel.code, klok.begin.sleutel))


def _gedaan(gemeenten: Collection[int], regels: Collection[str]) -> dict[Sleutel, Gedaan]:
    rijen = Afronding.objects.filter(gemeente__in=gemeenten, regel__in=regels).select_related("afgerond_door")
    gedaan = {
        (rij.gemeente_id, rij.regel, rij.sleutel): Gedaan(datum=rij.datum, door=rij.afgerond_door.naam) for rij in rijen
    }
    for bron in {_bronnen[regel] for regel in regels}:
        gedaan |= bron.gedaan(gemeenten)
    return gedaan


def list_gemeenteklokken(
    user: User, on: date, *, gemeenten: Collection[int] | None = None, doen: bool = False
) -> list[Gemeenteklok]:
    """Give the clocks of the gemeenten of a user that this user sees, or with `doen` only what is theirs to do."""
    begin: list[tuple[int, Begin]] = []
    for bron in set(_bronnen.values()):
        van = set(user.gemeenten_met(bron.doen if doen else bron.zien))
        begin += bron.begin(van if gemeenten is None else van & set(gemeenten), on, on)
    return tel_uit(begin, regels_per_gemeente({gemeente for gemeente, _ in begin}, on)) if begin else []

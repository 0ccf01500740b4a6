"""The clocks of the money of each gemeente: jaarlijst and SiSa-bijlage per year, and the ends of the regeling."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accounts.permissions import Permission
from cases.gemeenteklok import Begin, Gedaan, Gemeenteklok
from cases.gemeenteklokken import Sleutel, registreer_klokbron
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR
from spuk.termijnen import JAARLIJST, SISA_INDIENEN, VERANTWOORDEN_TOT, VERPLICHTINGEN_TOT

PER_JAAR = (JAARLIJST, SISA_INDIENEN)
VAN_REGELING = (VERPLICHTINGEN_TOT, VERANTWOORDEN_TOT)
REGELING = "regeling"
# Activities count from this day on (SPUK-regeling art. 3 lid 2).
BEGIN_REGELING = date(2020, 1, 1)


@dataclass(frozen=True)
class Woorden:
    """What the page says where a clock is stopped: the button, the question of the form, and that it was done."""

    knop: str
    vraag: str
    klaar: str


# The last day for new verplichtingen passes by itself: there is nothing to record.
TE_DOEN: Mapping[str, Woorden] = {
    JAARLIJST.code: Woorden("De jaarlijst is ontvangen", "Wanneer kwam de jaarlijst binnen?", "Ontvangen"),
    SISA_INDIENEN.code: Woorden("De bijlage is ingediend", "Wanneer is de SiSa-bijlage ingediend?", "Ingediend"),
    VERANTWOORDEN_TOT.code: Woorden(
        "Alle kosten zijn verantwoord", "Wanneer is de laatste verantwoording ingediend?", "Alles verantwoord"
    ),
}


def list_begin_van(jaar: int) -> list[Begin]:
    """Give what the clocks of a verantwoordingsjaar run from, and those of the regeling as a whole."""
    per_jaar = [
        Begin(regel=regel, sleutel=str(jaar), start=date(jaar, 12, 31), over=f" over {jaar}") for regel in PER_JAAR
    ]
    return [*per_jaar, *(Begin(regel=regel, sleutel=REGELING, start=BEGIN_REGELING) for regel in VAN_REGELING)]


class Spukbron:
    zien, doen = Permission.SPUK_ZIEN, Permission.SPUK_BEWERKEN
    uit_rijen = False

    def begin(self, gemeenten: Collection[int], van: date, tot: date) -> Iterable[tuple[int, Begin]]:
        """Give the year that is to be accounted for, and the running one, whose clocks begin on its last day."""
        jaren = range(max(van.year - 1, EERSTE_JAAR), min(tot.year, LAATSTE_JAAR) + 1)
        begin = {(een.regel.code, een.sleutel): een for jaar in jaren for een in list_begin_van(jaar)}
        return [(gemeente, een) for gemeente in gemeenten for een in begin.values()]

    def gedaan(self, gemeenten: Collection[int]) -> Mapping[Sleutel, Gedaan]:
        return {}

    def url(self, code: str, klok: Gemeenteklok, on: date) -> str:
        return reverse("spuk_jaar", args=[code, _jaar(klok, on)])

    def waarom_url(self, code: str, klok: Gemeenteklok) -> str:
        return reverse("spuk_waarom", args=[code, klok.regel.code, klok.begin.sleutel])


def _jaar(klok: Gemeenteklok, on: date) -> int:
    """Choose the page of the year of a clock; those of the regeling stand on each."""
    jaar = on.year if klok.begin.sleutel == REGELING else int(klok.begin.sleutel)
    return min(max(jaar, EERSTE_JAAR), LAATSTE_JAAR)


registreer_klokbron(*PER_JAAR, *VAN_REGELING, bron=Spukbron())

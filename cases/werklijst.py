"""The work-list of a person: what must be done, in groups by how near the last day is. Pure: rows in, groups out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from cases.eenheden import opsomming
from cases.kalender import Kalender, is_weekend
from config.weergave import dag_en_maand, datum_lang, telwoord

LAAT, VANDAAG, WEEK, LATER = "laat", "vandaag", "week", "later"
GROEPEN: Mapping[str, str] = {LAAT: "Te laat", VANDAAG: "Vandaag", WEEK: "Deze week", LATER: "Later"}


@dataclass(frozen=True, kw_only=True)
class Werkregel:
    """One row of the work-list, ready to be shown."""

    uiterste_datum: date
    stand: str
    over: str
    dag: str
    wie: str
    url: str
    doelgroep: str
    stap: str
    mini: SafeString
    duur: str
    knop: str
    knop_url: str
    som: tuple[tuple[str, str], ...]
    waarom_url: str = ""
    door: str = ""
    rang: int = 0
    # The button does something at once, instead of opening a page.
    meteen: bool = False
    # The colleague whose work this is, for who stands in.
    voor: str = ""

    @property
    def over_wie(self) -> str:
        """Say whom and what a row is about, for who does not see the rest of the row."""
        return f"{self.wie}: {self.stap}"


@dataclass(frozen=True)
class Groep:
    """A heading with its rows. `aantal` counts all rows of the group, also those that are not on this page."""

    id: str
    naam: str
    aantal: int
    uitleg: str
    regels: tuple[Werkregel, ...]

    @property
    def is_laat(self) -> bool:
        return self.id == LAAT


@dataclass(frozen=True)
class Week:
    """The days that still belong to this week: up to Sunday, and over a feestdag after it to the next werkdag.

    In the weekend the week is the one that comes.
    """

    on: date
    kalender: Kalender

    @property
    def is_komende(self) -> bool:
        return is_weekend(self.on)

    @property
    def naam(self) -> str:
        return "Komende week" if self.is_komende else GROEPEN[WEEK]

    @property
    def zondag(self) -> date:
        return self.on + timedelta(days=6 - self.on.weekday() + (7 if self.is_komende else 0))

    @property
    def laatste_dag(self) -> date:
        maandag = self.zondag + timedelta(days=1)
        return self.zondag if self.kalender.is_werkdag(maandag) else self.kalender.eerste_werkdag(maandag)

    @property
    def uitleg(self) -> str:
        """Say until when this week goes, and why when that is past its Sunday."""
        waarom = self._namen(self.zondag + timedelta(days=1), self.laatste_dag - timedelta(days=1))
        return f"Tot en met {dag_en_maand(self.laatste_dag)}{f', want {waarom}' if waarom else ''}."

    @property
    def feestdagen(self) -> str:
        """Name the feestdagen of today and the seven days after it: maandag 25 mei is tweede pinksterdag."""
        return self._namen(self.on, self.on + timedelta(days=7))

    def _namen(self, van: date, tot: date) -> str:
        dagen = (van + timedelta(days=n) for n in range((tot - van).days + 1))
        return opsomming([f"{dag_en_maand(dag)} is {naam}" for dag in dagen if (naam := self.kalender.naam(dag))])


def groep_van(uiterste_datum: date, week: Week) -> str:
    """Say to which group a last day belongs."""
    if uiterste_datum < week.on:
        return LAAT
    if uiterste_datum == week.on:
        return VANDAAG
    return WEEK if uiterste_datum <= week.laatste_dag else LATER


def list_groepen(regels: Sequence[Werkregel], aantallen: Mapping[str, int], week: Week) -> list[Groep]:
    """Divide the rows of a page over the groups; a group without rows on this page is left out."""
    uitleg = {
        LAAT: "Begin hier. Bericht de inwoner dat het later wordt.",
        VANDAAG: "De uiterste datum is vandaag.",
        WEEK: week.uitleg,
        LATER: f"Na {datum_lang(week.laatste_dag)}.",
    }
    groepen = []
    for id_, naam in GROEPEN.items():
        binnen = tuple(regel for regel in regels if groep_van(regel.uiterste_datum, week) == id_)
        if binnen:
            groepen.append(Groep(id_, week.naam if id_ == WEEK else naam, aantallen[id_], uitleg[id_], binnen))
    return groepen


@dataclass(frozen=True)
class Samenvatting:
    """The sentence at the top of Vandaag, in parts so that the numbers can stand out."""

    laat: str
    vandaag: str
    rest: str


def samenvatting(aantallen: Mapping[str, int], week: Week) -> Samenvatting:
    """Say how much work waits, and which feestdag comes."""
    rest = []
    if aantallen[WEEK]:
        werkwoord = "volgt" if aantallen[WEEK] == 1 else "volgen"
        rest.append(f"{week.naam} {werkwoord} er nog {aantallen[WEEK]}.")
    if zin := week.feestdagen:
        rest.append(f"{zin[0].upper()}{zin[1:]}.")
    return Samenvatting(
        laat=f"{telwoord(aantallen[LAAT], 'stap', 'stappen')} te laat",
        vandaag=f"{telwoord(aantallen[VANDAAG], 'stap', 'stappen')} voor vandaag",
        rest=" ".join(rest),
    )

"""What the facts of a dossier say of its first clocks: from when they run, and on which day they were met."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from config.weergave import datum

EERSTE_CONTACT, NA_CONTACT, EERSTE_GESPREK = "eerste_contact", "eerste_gesprek_na_contact", "eerste_gesprek"
KLOKKEN = (EERSTE_CONTACT, NA_CONTACT, EERSTE_GESPREK)


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """The days that count: when the rechthebbende was reached or spoken, and when UHT confirmed. Nothing withdrawn.

    `hervat` is the day on which somebody who wanted no help asked for it after all.
    """

    aanmelding: date
    contacten: tuple[date, ...] = ()
    gesprekken: tuple[date, ...] = ()
    bevestigingen: tuple[date, ...] = ()
    eerste_gesprek: date | None = None
    hervat: date | None = None

    @property
    def eerste_contact(self) -> date | None:
        """Give the first day of contact; a gesprek is contact too."""
        return min((*self.contacten, *self.gesprekken), default=None)


@dataclass(frozen=True)
class Klokstand:
    """A clock that these facts ask for."""

    regel: str
    start: date
    gehaald: date | None = None


def list_klokstanden(feiten: Feiten) -> tuple[Klokstand, ...]:
    """Give the clocks in the order of the road; without a contact before it there is no clock from contact to gesprek.

    The 8 weken to the eerste gesprek run "na aanmelding en verificatie" (VNG handreiking 2025 §4.1). Who asked for help
    after all counts from that day; a contact before it stays the first contact.
    """
    contact, gesprek = feiten.eerste_contact, feiten.eerste_gesprek
    gevraagd = feiten.hervat or feiten.aanmelding
    vanaf = max((gevraagd, *feiten.bevestigingen))
    standen = [Klokstand(EERSTE_CONTACT, feiten.aanmelding if contact and contact < gevraagd else gevraagd, contact)]
    if contact and (gesprek is None or contact < gesprek or contact in feiten.contacten):
        standen.append(Klokstand(NA_CONTACT, max(contact, gevraagd), gesprek))
    return (*standen, Klokstand(EERSTE_GESPREK, vanaf, gesprek))


@dataclass(frozen=True)
class Beeld:
    """What a clock says at a moment: from, last day and state in words. None in both dates: there is no such clock."""

    start: date | None
    uiterste_datum: date | None
    stand: str


GEEN_KLOK = Beeld(None, None, "loopt niet")


@dataclass(frozen=True)
class Verschuiving:
    """One clock before and after something was put right."""

    naam: str
    was: Beeld
    wordt: Beeld

    @property
    def is_anders(self) -> bool:
        return self.was != self.wordt

    @property
    def zin(self) -> str:
        """Eerste contact: tot en met 9 maart 2026 (loopt) wordt tot en met 12 maart 2026 (gehaald)"""
        return f"{self.naam}: {_woorden(self.was)} wordt {_woorden(self.wordt)}"


def _woorden(beeld: Beeld) -> str:
    if beeld.uiterste_datum is None:
        return beeld.stand
    return f"tot en met {datum(beeld.uiterste_datum)} ({beeld.stand})"


def in_een_zin(verschuivingen: Iterable[Verschuiving]) -> str:
    """Tell what moved, as the end of an event; nothing when nothing did."""
    zinnen = [verschuiving.zin for verschuiving in verschuivingen if verschuiving.is_anders]
    return f" {'; '.join(zinnen)}." if zinnen else ""

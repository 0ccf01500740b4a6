"""What the facts of a dossier say of its first clocks: from when they run, and on which day they were met."""

from dataclasses import dataclass
from datetime import date

EERSTE_CONTACT, NA_CONTACT, EERSTE_GESPREK = "eerste_contact", "eerste_gesprek_na_contact", "eerste_gesprek"
PLAN, VENSTERS = "plan_van_aanpak", ("materiele_verstrekking", "besluiten")
# The eerste gesprek meets the clocks that run to it, and starts the others.
TOT_GESPREK, VANAF_GESPREK = (EERSTE_CONTACT, NA_CONTACT, EERSTE_GESPREK), (PLAN, *VENSTERS)
KLOKKEN = (*TOT_GESPREK, *VANAF_GESPREK)
# What happened on a start day, where it is not the event of the rule.
ALSNOG = "vraag om toch hulp te krijgen"
INGANG = "ingang van deze termijn in de wet"


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """The days that count: when the rechthebbende was reached or spoken, and when UHT confirmed. Nothing withdrawn.

    `hervat` is the day on which somebody who wanted no help asked for it after all; `venster` the day from which the
    beleid lets the vensters run (Regels.venster_start).
    """

    aanmelding: date
    contacten: tuple[date, ...] = ()
    gesprekken: tuple[date, ...] = ()
    bevestigingen: tuple[date, ...] = ()
    eerste_gesprek: date | None = None
    venster: date | None = None
    hervat: date | None = None

    @property
    def eerste_contact(self) -> date | None:
        """Give the first day of contact since the aanmelding; a gesprek is contact too.

        Before it there was no recht, and so nothing that a contact begins (Wht art. 2.21 lid 6).
        """
        return min((dag for dag in (*self.contacten, *self.gesprekken) if dag >= self.aanmelding), default=None)


@dataclass(frozen=True)
class Klokstand:
    """A clock that these facts ask for."""

    regel: str
    start: date
    gehaald: date | None = None
    # What happened on the start day, when it is not the event that the rule names.
    vanaf: str = ""


def list_klokstanden(feiten: Feiten) -> tuple[Klokstand, ...]:
    """Give the clocks in the order of the road; without a contact before it there is no clock from contact to gesprek.

    The 8 weken to the eerste gesprek run "na aanmelding en verificatie" (VNG handreiking 2025 §4.1): from the first
    confirmation, as a second one takes nothing away from who waits. Who asked for help after all counts from that day;
    a contact before it stays the first contact. A confirmation after the gesprek starts nothing.
    """
    contact, gesprek = feiten.eerste_contact, feiten.eerste_gesprek
    hervat = feiten.hervat if feiten.hervat and feiten.hervat >= feiten.aanmelding else None
    gevraagd, alsnog = hervat or feiten.aanmelding, ALSNOG if hervat else ""
    bevestigd = [dag for dag in feiten.bevestigingen if dag >= gevraagd and (gesprek is None or dag <= gesprek)]
    al_gesproken = contact is not None and contact < gevraagd
    eerste = (feiten.aanmelding, contact, "") if al_gesproken else (gevraagd, contact, alsnog)
    standen = [Klokstand(EERSTE_CONTACT, *eerste)]
    if contact and (gesprek is None or contact < gesprek or contact in feiten.contacten):
        standen.append(Klokstand(NA_CONTACT, max(contact, gevraagd), gesprek, alsnog if al_gesproken else ""))
    tot_gesprek = (min(bevestigd), gesprek) if bevestigd else (gevraagd, gesprek, alsnog)
    return (*standen, Klokstand(EERSTE_GESPREK, *tot_gesprek), *vanaf_gesprek(gesprek, feiten.venster))


def vanaf_gesprek(gesprek: date | None, venster: date | None) -> tuple[Klokstand, ...]:
    """Give the clocks that an eerste gesprek starts (VNG handreiking 2025 §4.2-4.4); a besluit meets them."""
    if gesprek is None:
        return ()
    vanaf = INGANG if venster != gesprek else ""
    vensters = [Klokstand(regel, venster, vanaf=vanaf) for regel in VENSTERS] if venster else []
    return (Klokstand(PLAN, gesprek), *vensters)

"""Who may decide what, up to which amount: the mandaatregister of a gemeente (Awb art. 10:3 and 10:10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

EXTERN = "externe_hulpverlener"
# Wht art. 2.21 lid 5: others may carry out the support, but not set down rights and duties or judge what that needs.
NOOIT_EXTERN = (
    "Een externe hulpverlener kan geen besluit nemen, goedkeuren of beoordelen (Wht artikel 2.21 lid 5). Laat een"
    " medewerker van de gemeente dit doen."
)


@dataclass(frozen=True, kw_only=True)
class Mandaatregel:
    """One row of the register. Without a `soort` it is for every kind, without `tot_bedrag` for every amount.

    It is given to a role or to one person. `tot` is its last day. With `college_beslist` the college takes the besluit
    itself: who sets it down here only signs for it (Awb art. 10:11).
    """

    soort: str = ""
    rol: str = ""
    gebruiker: int | None = None
    tot_bedrag: Decimal | None = None
    vier_ogen: bool = False
    vanaf: date
    tot: date | None = None
    bron: str
    college_beslist: bool = False

    def geldt(self, on: date) -> bool:
        return self.vanaf <= on and (self.tot is None or on <= self.tot)

    def is_voor(self, wie: "Beslisser") -> bool:
        return self.gebruiker == wie.pk if self.gebruiker is not None else self.rol in wie.rollen

    def dekt(self, bedrag: Decimal) -> bool:
        return self.tot_bedrag is None or bedrag <= self.tot_bedrag


@dataclass(frozen=True, kw_only=True)
class Beslisser:
    """Who wants to decide, with the roles in this gemeente; `mag` says that one of those may decide at all."""

    pk: int
    rollen: frozenset[str]
    mag: bool = True


@dataclass(frozen=True, kw_only=True)
class Oordeel:
    """Whether somebody may decide. `bron` is the mandate for the letter, `hoogstens` the most this person may grant.

    `rol` is the role that the mandate was given to, empty for one of a person.
    """

    mag: bool
    vier_ogen: bool = False
    bron: str = ""
    reden: str = ""
    hoogstens: Decimal | None = None
    rol: str = ""
    college_beslist: bool = False


def beoordeel(register: Sequence[Mandaatregel], *, soort: str, bedrag: Decimal, wie: Beslisser, on: date) -> Oordeel:
    """Say whether somebody may take a besluit of this kind that grants this amount, on the day that it is taken.

    As long as no row of the register has begun, the permission of the role decides. A mandate without a second pair
    of eyes comes before one with, and one's own before signing for the college.
    """
    if EXTERN in wie.rollen:
        return Oordeel(mag=False, reden=NOOIT_EXTERN)
    if not wie.mag:
        return Oordeel(mag=False, reden="Uw rol mag geen besluiten vaststellen. Vraag een consulent of coördinator.")
    if not any(regel.vanaf <= on for regel in register):
        return Oordeel(mag=True)
    van_soort = [regel for regel in register if regel.geldt(on) and regel.soort in ("", soort) and regel.is_voor(wie)]
    if not van_soort:
        return Oordeel(mag=False, reden="U heeft geen mandaat voor dit soort besluit.")
    passend = [regel for regel in van_soort if regel.dekt(bedrag)]
    if not passend:
        hoogstens = max(regel.tot_bedrag or Decimal(0) for regel in van_soort)
        return Oordeel(mag=False, reden="Dit bedrag is hoger dan uw mandaat.", hoogstens=hoogstens)
    beste = min(
        passend, key=lambda regel: (regel.college_beslist, regel.vier_ogen, regel.gebruiker is None, regel.soort == "")
    )
    return Oordeel(
        mag=True,
        vier_ogen=beste.vier_ogen,
        bron=beste.bron,
        hoogstens=beste.tot_bedrag,
        rol=beste.rol,
        college_beslist=beste.college_beslist,
    )


def wie_wel(register: Sequence[Mandaatregel], *, soort: str, bedrag: Decimal, on: date) -> list[Mandaatregel]:
    """Give the rows that would do for this besluit, to name whom to ask."""
    return [r for r in register if r.geldt(on) and r.soort in ("", soort) and r.dekt(bedrag)]

"""The gesprekken and driegesprekken of a dossier in full, and what is planned, as their page shows them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from accounts.models import User
from cases.keuzes import AfspraakSoort, AfspraakStatus
from cases.kop import mag_bewerken
from cases.models import Afspraak, Dossier, Driegesprek, Gesprek, Hulpvraag
from cases.status import VOOR_EERSTE_GESPREK
from config.weergave import datum_lang

TELT = "Telt mee voor de SPUK, onderdeel F"
TELT_NIET = "Telt niet mee voor de SPUK: er was geen derde partij bij"


@dataclass(frozen=True, kw_only=True)
class Verslag:
    """One gesprek with all that was recorded of it. `links` are what the reader may do with it."""

    anker: str
    titel: str
    dag: date
    is_eerste: bool
    feiten: tuple[tuple[str, str], ...]
    verslag: str
    hulpvragen: tuple[Hulpvraag, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    ingetrokken_op: datetime | None = None
    ingetrokken_door: str = ""
    ingetrokken_reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A planned afspraak, with the page that records its gesprek."""

    afspraak: Afspraak
    knop: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Gesprekslijst:
    gepland: tuple[Plan, ...]
    gehouden: tuple[Verslag, ...]
    ingetrokken: tuple[Verslag, ...]


def maak_gesprekslijst(dossier: Dossier, user: User) -> Gesprekslijst:
    """Read everything that was said and is planned, the latest on top; what was withdrawn stands apart."""
    bewerken = mag_bewerken(dossier, user)
    gesprekken = dossier.gesprekken.select_related("door", "ingetrokken_door").prefetch_related("hulpvragen")
    driegesprekken = dossier.driegesprekken.select_related("door", "ingetrokken_door")
    alles = [_gesprek(dossier, gesprek, bewerken) for gesprek in gesprekken]
    alles += [_driegesprek(dossier, gesprek, bewerken) for gesprek in driegesprekken]
    alles.sort(key=lambda verslag: verslag.dag, reverse=True)
    gepland = dossier.afspraken.filter(status=AfspraakStatus.GEPLAND).select_related("door")
    return Gesprekslijst(
        gepland=tuple(_plan(dossier, afspraak, bewerken and dossier.is_open) for afspraak in gepland),
        gehouden=tuple(verslag for verslag in alles if verslag.ingetrokken_op is None),
        ingetrokken=tuple(verslag for verslag in alles if verslag.ingetrokken_op is not None),
    )


def _gesprek(dossier: Dossier, gesprek: Gesprek, bewerken: bool) -> Verslag:
    return Verslag(
        anker=f"gesprek-{gesprek.pk}",
        titel=f"{'Eerste gesprek' if gesprek.is_eerste_gesprek else 'Gesprek'} op {datum_lang(gesprek.datum)}",
        dag=gesprek.datum,
        is_eerste=gesprek.is_eerste_gesprek,
        feiten=_gevuld(
            ("Waar", gesprek.get_kanaal_display()), ("Ook aanwezig", gesprek.aanwezig), ("Door", gesprek.door.naam)
        ),
        verslag=gesprek.verslag,
        hulpvragen=tuple(gesprek.hulpvragen.all()),
        links=_links(dossier, gesprek) if bewerken and not gesprek.is_ingetrokken else (),
        **_ingetrokken(gesprek),
    )


def _links(dossier: Dossier, gesprek: Gesprek) -> tuple[tuple[str, str], ...]:
    args = [dossier.nummer, gesprek.pk]
    wijzigen = ("Wijzigen", reverse("gesprek_wijzigen", args=args))
    eerste_url = reverse("eerste_gesprek_wijzigen", args=args[:1])
    intrek_url = reverse("gesprek_intrekken", args=args)
    if gesprek.is_eerste_gesprek:
        return (wijzigen, ("Eerste gesprek wijzigen", eerste_url), ("Eerste gesprek intrekken", intrek_url))
    intrekken = ("Intrekken", intrek_url)
    if dossier.datum_eerste_gesprek is None:
        return (wijzigen, intrekken)
    return (wijzigen, ("Maak dit het eerste gesprek", f"{eerste_url}?gesprek={gesprek.pk}"), intrekken)


def _driegesprek(dossier: Dossier, gesprek: Driegesprek, bewerken: bool) -> Verslag:
    url = reverse("driegesprek_wijzigen", args=[dossier.nummer, gesprek.pk])
    knop = "Wijzigen" if gesprek.verslag else "Verslag toevoegen"
    return Verslag(
        anker=f"driegesprek-{gesprek.pk}",
        titel=f"Driegesprek op {datum_lang(gesprek.datum)}",
        dag=gesprek.datum,
        is_eerste=False,
        feiten=_gevuld(
            ("Gevraagd door", gesprek.aanvrager),
            ("Plaats", gesprek.plaats),
            ("Derde partij", gesprek.get_derde_display()),
            ("Deelnemers", gesprek.deelnemers),
            ("Onderwerpen", gesprek.onderwerpen),
            ("SPUK", TELT_NIET if gesprek.derde == Driegesprek.Derde.GEEN else TELT),
            ("Door", gesprek.door.naam),
        ),
        verslag=gesprek.verslag,
        links=((knop, url),) if bewerken and not gesprek.is_ingetrokken else (),
        **_ingetrokken(gesprek),
    )


def _ingetrokken(rij: Gesprek | Driegesprek) -> dict[str, Any]:
    return {
        "ingetrokken_op": rij.ingetrokken_op,
        "ingetrokken_door": rij.ingetrokken_door.naam if rij.ingetrokken_door else "",
        "ingetrokken_reden": rij.ingetrokken_reden,
    }


def _gevuld(*feiten: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, waarde) for label, waarde in feiten if waarde)


def _plan(dossier: Dossier, afspraak: Afspraak, bewerken: bool) -> Plan:
    if not bewerken:
        return Plan(afspraak=afspraak)
    if afspraak.soort == AfspraakSoort.DRIEGESPREK:
        knop, urlnaam = "Driegesprek vastleggen", "driegesprek_nieuw"
    elif dossier.status in VOOR_EERSTE_GESPREK and afspraak.soort == AfspraakSoort.EERSTE_GESPREK:
        knop, urlnaam = "Eerste gesprek vastleggen", "eerste_gesprek"
    else:
        knop, urlnaam = "Gesprek vastleggen", "gesprek_nieuw"
    url = f"{reverse(urlnaam, args=[dossier.nummer])}?afspraak={afspraak.pk}"
    return Plan(afspraak=afspraak, knop=knop, url=url)

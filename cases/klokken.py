"""The clocks of a dossier as a person reads them: Termijn rows become values for the timeline (cases.tijdlijn)."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse

from accounts.rollen import Rol
from cases.berekening import met_versies
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import klokwoorden
from cases.stand import Stand, Teken, stand
from cases.termijnregels import Aard, Termijnregel
from cases.termijnstatus import TermijnStatus
from cases.tijdlijn import Tijdlijn, Tijdlijnklok, maak_tijdlijn
from config.weergave import datum, datum_kort, telwoord


def stand_van(termijn: Termijn, on: date) -> Stand:
    """Give the state of a row on a day, as sign and words."""
    return stand(
        status=termijn.status,
        aard=termijn.aard,
        uiterste=termijn.uiterste_datum,
        on=on,
        lengte_eenheid=zoek_regel(termijn.regel).eenheid,
        gehaald_op=termijn.datum_gehaald,
    )


def lengte_van(termijn: Termijn) -> str:
    """Give the length as it was counted, such as 8 weken: the stored calculation says it, not the beleid of today."""
    waarde = next((waarde for label, waarde in termijn.som if label == "Termijn"), "")
    return waarde.partition(":")[0] or zoek_regel(termijn.regel).duur


def som_van(termijn: Termijn) -> tuple[tuple[str, str], ...]:
    """Give why a row has its date: its steps, and the beleid and calendar it was counted with.

    A clock that has stopped has no date to explain.
    """
    if termijn.status == TermijnStatus.VERVALLEN or not termijn.som:
        return ()
    som = [(label, waarde) for label, waarde in termijn.som]
    if termijn.eerste_uiterste_datum:
        som.insert(-1, ("Eerder", f"de uiterste datum was {datum(termijn.eerste_uiterste_datum)}"))
    return met_versies(som, beleid=termijn.beleid, kalender=termijn.kalender_versie)


def waarom_url(nummer: str, termijn: Termijn) -> str:
    """Give the page that says why a row has its date and what changed it."""
    return reverse("termijn_waarom", args=[nummer, termijn.pk])


def wie_doet(regel: Termijnregel) -> str:
    """Say who acts on a rule: consulent; UHT, en de consulent vraagt ernaar."""
    rol = Rol(regel.rol).label.lower()
    return f"UHT, en de {rol} vraagt ernaar" if regel.uht else rol


def list_klokken(termijnen: Iterable[Termijn], on: date, dossier: Dossier | None = None) -> list[Tijdlijnklok]:
    """Give the clocks of a dossier in the order of its road, the expected ones last; a dropped one is not shown.

    With the dossier each clock leads to the page that explains it, and says what it is about where there are more.
    The times of a repeated rule (contact in de nazorg) are one clock with a point for each.
    """
    per_regel: dict[str, list[Termijn]] = {}
    losse: list[tuple[Termijn, Tijdlijnklok]] = []
    for termijn in sorted(termijnen, key=lambda t: (t.start, t.uiterste_datum, t.pk)):
        if termijn.status == TermijnStatus.VERVALLEN:
            continue
        if zoek_regel(termijn.regel).herhaalbaar:
            per_regel.setdefault(termijn.regel, []).append(termijn)
        else:
            losse.append((termijn, _klok(termijn, on, dossier)))
    reeksen = [(reeks[0], _reeks(reeks, on, dossier)) for reeks in per_regel.values()]
    op_volgorde = sorted([*losse, *reeksen], key=lambda paar: (paar[1].stand == Teken.VERWACHT, paar[0].start))
    return [klok for _, klok in op_volgorde]


def maak_dossiertijdlijn(dossier: Dossier, on: date) -> Tijdlijn | None:
    """Draw the timeline of a dossier from the clocks its page has fetched."""
    return maak_tijdlijn(
        list_klokken(dossier.termijnen.all(), on, dossier),
        vandaag=on,
        gesprek=dossier.datum_eerste_gesprek,
        aanmelding=dossier.datum_aanmelding,
    )


def _klok(termijn: Termijn, on: date, dossier: Dossier | None) -> Tijdlijnklok:
    regel, nu = zoek_regel(termijn.regel), stand_van(termijn, on)
    return Tijdlijnklok(
        naam=regel.kort,
        over=klokwoorden(termijn, dossier) if dossier else "",
        sub=_sub(termijn, regel),
        start=termijn.start,
        eind=termijn.uiterste_datum,
        stand=nu.teken,
        tekst=nu.woorden,
        dag=_dag(termijn, nu.teken),
        lengte=lengte_van(termijn),
        basis=regel.grondslag,
        klaar=termijn.datum_gehaald,
        som=som_van(termijn),
        waarom_url=waarom_url(dossier.nummer, termijn) if dossier else "",
    )


def _sub(termijn: Termijn, regel: Termijnregel) -> str:
    """Say in small letters what the clock counts: 8 weken na eerste gesprek, and that it is an aim when it is one."""
    return f"{lengte_van(termijn)} na {termijn.invoer.get('vanaf') or regel.start}{_streven(regel)}"


def _streven(regel: Termijnregel) -> str:
    return ", streven" if regel.aard is Aard.STREVEN else ""


def _dag(termijn: Termijn, teken: Teken) -> str:
    """Say the day behind the state: when it was met, or until when it may; the first day when a bericht named another.

    The first day stays visible (Awb art. 4:14 lid 3).
    """
    eerst = f", eerst {datum_kort(termijn.eerste_uiterste_datum)}" if termijn.eerste_uiterste_datum else ""
    return f"{_wanneer(termijn, teken)}{eerst}"


def _wanneer(termijn: Termijn, teken: Teken) -> str:
    gehaald, eind = termijn.datum_gehaald, termijn.uiterste_datum
    if gehaald and gehaald < eind:
        return f"op {datum(gehaald)}, {telwoord((eind - gehaald).days, 'dag', 'dagen')} over"
    if gehaald:
        return f"op {datum(gehaald)}"
    if teken in (Teken.VERWACHT, Teken.OPGESCHORT):
        return f"uiterlijk {datum_kort(eind)}"
    return f"was {datum_kort(eind)}" if teken in (Teken.LAAT, Teken.VOORBIJ) else f"tot en met {datum_kort(eind)}"


def _reeks(reeks: Sequence[Termijn], on: date, dossier: Dossier | None) -> Tijdlijnklok:
    """Draw the times of a repeated rule as one clock: its state is that of the first time that is still to come."""
    volgende = next((t for t in reeks if t.datum_gehaald is None), reeks[-1])
    regel, nu = zoek_regel(volgende.regel), stand_van(volgende, on)
    gehouden = sum(t.datum_gehaald is not None for t in reeks)
    lengte = lengte_van(volgende).rpartition(" keer ")[2]
    elke = f"elke {lengte}, {len(reeks)} keer"
    return Tijdlijnklok(
        naam=regel.kort,
        sub=f"{elke}{_streven(regel)}",
        start=reeks[0].start,
        eind=max(t.uiterste_datum for t in reeks),
        stand=nu.teken,
        tekst=nu.woorden,
        dag=f"{gehouden} van {len(reeks)} gehouden, {_dag(volgende, nu.teken)}",
        lengte=elke,
        basis=regel.grondslag,
        eind_tekst=", ".join(datum_kort(t.uiterste_datum) for t in reeks),
        punten=tuple(
            (t.datum_gehaald or t.uiterste_datum, "contact" if t.datum_gehaald else "verwacht") for t in reeks
        ),
        som=som_van(volgende),
        waarom_url=waarom_url(dossier.nummer, volgende) if dossier else "",
        balk=Teken.LOOPT if nu.teken in (Teken.LAAT, Teken.BIJNA) else "",
    )

"""What the card and the page of an aanmelding show: facts in words, and what is still missing."""

from datetime import date

from cases.doelgroepen import NAMEN, REGELS, let_op, ontbreekt
from cases.keuzes import Doelgroep, UhtStatus
from cases.models import Aanmelding, Dossier
from cases.uhtstand import geldende
from config.weergave import brp_datum, datum

ONBEKEND = "niet bekend"
Feiten = list[tuple[str, str]]


def aanmeldfeiten(dossier: Dossier) -> Feiten:
    """Say when, how and as what somebody came, and whether they want help."""
    return [
        ("Aangemeld", f"{datum(dossier.datum_aanmelding)}, via {dossier.get_aanmeldroute_display().lower()}"),
        ("Doelgroep", dossier.get_doelgroep_display()),
        ("Wil hulp", dossier.aanmelding.get_wil_ondersteuning_display()),
        ("Woonplaats", woonfeit(dossier.aanmelding)),
    ]


def grondslagfeiten(aanmelding: Aanmelding) -> Feiten:
    """Say why the gemeente may use the data, and where somebody lives who is no ingezetene."""
    toestemming = aanmelding.toestemming_navraag
    feiten = [
        ("Grondslag", aanmelding.get_grondslag_display()),
        ("Navraag bij UHT", f"toestemming op {datum(toestemming)}" if toestemming else "geen toestemming vastgelegd"),
        ("Woonplaats", woonfeit(aanmelding)),
    ]
    if not aanmelding.ingezetene:
        dag = f" op {datum(aanmelding.overleg_datum)}" if aanmelding.overleg_datum else ""
        overleg = f"{aanmelding.overleg_met}{dag}" if aanmelding.overleg_met else "nog niet vastgelegd"
        feiten.append(("Overlegd met", overleg))
    return feiten


def doelgroepfeiten(dossier: Dossier) -> Feiten:
    """Say what was established for this doelgroep; of another doelgroep only what is known."""
    aanmelding = dossier.aanmelding
    velden = {**dict.fromkeys(REGELS[Doelgroep(dossier.doelgroep)].velden), **dict.fromkeys(NAMEN)}
    gevraagd = REGELS[Doelgroep(dossier.doelgroep)].velden
    return [
        (_label(veld), _waarde(getattr(aanmelding, veld)))
        for veld in velden
        if veld in gevraagd or getattr(aanmelding, veld)
    ]


def nog_nodig(dossier: Dossier) -> list[str]:
    """Name what this doelgroep requires and what is not known yet."""
    return [NAMEN[veld] for veld in ontbreekt(Doelgroep(dossier.doelgroep), vars(dossier.aanmelding))]


def hint(dossier: Dossier) -> str:
    """Give the hint on an aanvrager who came to UHT after its aanmeldloket closed, from the facts UHT gave."""
    status = UhtStatus(dossier.uht_status)
    feit = next((w.datum_feit for w in geldende(dossier.uht_wijzigingen.all()) if w.status == status), None)
    return let_op(Doelgroep(dossier.doelgroep), status, feit)


def woonfeit(aanmelding: Aanmelding) -> str:
    if aanmelding.ingezetene:
        return "woont in deze gemeente"
    return f"woont elders: {aanmelding.get_uitzondering_display().lower()}"


def _label(veld: str) -> str:
    naam = str(Aanmelding._meta.get_field(veld).verbose_name)  # type: ignore[union-attr]
    return f"{naam[0].upper()}{naam[1:]}"


def _waarde(waarde: str | date | None) -> str:
    if not waarde:
        return ONBEKEND
    return datum(waarde) if isinstance(waarde, date) else brp_datum(waarde)

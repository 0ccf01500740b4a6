"""What must hold before somebody is aangemeld: what the doelgroep asks, the age, and the overleg. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases.beleid import Regels
from cases.brpdatum import BrpDatum
from cases.doelgroepen import EERSTE_DAG_UHT, NAMEN, VOOR_UHT, bezwaren, ontbreekt
from cases.keuzes import Doelgroep
from cases.leeftijd import Leeftijd, leeftijd_tegen
from config.weergave import datum as datumtekst

# What has happened on its day, so that the day can't be still to come.
GEWEEST = ("datum_status", "datum_beschikking", "overleden_op", "overleg_datum", "toestemming_navraag")
# What UHT decided, or what holds with it.
VAN_UHT = ("datum_status", "datum_beschikking")
IN_DE_TOEKOMST = "Deze dag ligt in de toekomst. Controleer de datum."


def list_bezwaren(
    *, doelgroep: Doelgroep, gegevens: Mapping[str, Any], geboortedatum: str, regels: Regels, on: date, vandaag: date
) -> dict[str, str]:
    """Say per field why this aanmelding, of the day `on`, can't be made, with the way out; empty when it can.

    `gegevens` holds the fields of the Aanmelding, with `datum_status` of what UHT said, and `leeftijd_nagekeken` where
    the birth date leaves doubt.
    """
    return {
        **{veld: f"Vul {NAMEN[veld]} in." for veld in ontbreekt(doelgroep, gegevens)},
        **bezwaren(doelgroep, gegevens),
        **dagbezwaren(gegevens, vandaag),
        **overlegbezwaren(gegevens, regels),
        **_leeftijd(gegevens, geboortedatum, regels.leeftijd_zelfstandig, on),
    }


def dagbezwaren(gegevens: Mapping[str, Any], vandaag: date) -> dict[str, str]:
    """Refuse a day that is still to come, one of UHT before there was UHT, and a deceased who died before the birth.

    Of a birth date parts may lack.
    """
    uit = {veld: IN_DE_TOEKOMST for veld in GEWEEST if (dag := gegevens.get(veld)) and dag > vandaag}
    uit |= {veld: VOOR_UHT for veld in VAN_UHT if (dag := gegevens.get(veld)) and dag < EERSTE_DAG_UHT}
    geboren = gegevens.get("overleden_geboortedatum")
    if not geboren:
        return uit
    geboortedatum, overleden_op = BrpDatum.uit_iso(geboren), gegevens.get("overleden_op")
    if geboortedatum.vroegst() > vandaag:
        uit["overleden_geboortedatum"] = IN_DE_TOEKOMST
    elif overleden_op and geboortedatum.vroegst() > overleden_op:
        uit["overleden_geboortedatum"] = (
            f"De overledene kan niet geboren zijn na de dag van overlijden, {datumtekst(overleden_op)}. Controleer de"
            " twee datums."
        )
    return uit


def overlegbezwaren(gegevens: Mapping[str, Any], regels: Regels) -> dict[str, str]:
    """Ask for the overleg with the other gemeente where the beleid makes it a duty (Tiel 2025 art. 2 lid 4-5)."""
    if not gegevens.get("uitzondering"):
        return {}
    uit = {}
    if regels.overleg_verplicht and not gegevens.get("overleg_met"):
        uit["overleg_met"] = "Vul in met welke gemeente u overlegde. Overleg is verplicht bij een uitzondering."
    if bool(gegevens.get("overleg_met")) and not gegevens.get("overleg_datum"):
        uit["overleg_datum"] = "Vul in op welke dag u overlegde."
    return uit


def _leeftijd(gegevens: Mapping[str, Any], geboortedatum: str, grens: int, on: date) -> dict[str, str]:
    if not geboortedatum:
        return {}
    stand = leeftijd_tegen(BrpDatum.uit_iso(geboortedatum), on, grens)
    if stand is Leeftijd.TE_JONG:
        return {
            "geboortedatum": f"Jonger dan {grens} jaar: de hulp loopt dan via het dossier van de ouder of verzorger."
            " Zoek dat dossier en schrijf het kind daar bij het gezin. Is er nog geen dossier? Meld dan de ouder aan."
        }
    if stand is Leeftijd.ONZEKER and not gegevens.get("leeftijd_nagekeken"):
        return {
            "leeftijd_nagekeken": f"De geboortedatum is niet helemaal bekend. Kijk na of de inwoner {grens} jaar of"
            " ouder is, en vink dit aan. Is de inwoner jonger? Dan loopt de hulp via het dossier van de ouder."
        }
    return {}

"""What each doelgroep asks at the aanmelding (VNG handreiking 2025 §2.2, §4.6; Wht art. 1.1, 2.21 and 6.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.keuzes import Doelgroep, Grondslag, UhtStatus

# The aanmeldloket of UHT took an aanvrager until this day (Wht art. 6.1: before 1 January 2024).
LAATSTE_DAG_LOKET = date(2023, 12, 31)
# UHT works at the herstel since 2020 (VNG, Handreiking nazorg 2024, inleiding): before it no status of UHT can be.
EERSTE_DAG_UHT = date(2020, 1, 1)
VOOR_UHT = "UHT is er sinds 2020. Vul een dag in vanaf 1 januari 2020."
# An overleden aanvrager of Wht art. 1.1 died on this day or before.
LAATSTE_DAG_OVERLEDEN = date(2023, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Doelgroepregel:
    """What somebody of a doelgroep is, what UHT can have said of them, and which fields belong to them."""

    doelgroep: Doelgroep
    wie: str
    hint: str
    bron: str
    uht_statussen: tuple[UhtStatus, ...]
    velden: tuple[str, ...] = ()
    verplicht: tuple[str, ...] = ()

    @property
    def kiest_status(self) -> bool:
        return len(self.uht_statussen) > 1


OVERLEDENE = ("overleden_naam", "overleden_geboortedatum", "overleden_op", "overleden_relatie")

REGELS: Mapping[Doelgroep, Doelgroepregel] = {
    regel.doelgroep: regel
    for regel in (
        Doelgroepregel(
            doelgroep=Doelgroep.AANVRAGER,
            wie="Een ouder die zich bij UHT heeft gemeld, erkend of nog niet beoordeeld.",
            hint="Het aanmeldloket van UHT is gesloten sinds 2 januari 2024. Vraag of de inwoner zich vóór 1 januari"
            " 2024 bij UHT meldde. Zo niet, dan kan de inwoner geen aanvrager meer worden.",
            bron="Wht artikel 2.21 lid 1a en 6.1",
            uht_statussen=(UhtStatus.AANGEMELD, UhtStatus.EERSTE_TOETS, UhtStatus.ERKEND),
        ),
        Doelgroepregel(
            doelgroep=Doelgroep.EX_TOESLAGPARTNER,
            wie="Een ex-toeslagpartner aan wie UHT compensatie heeft toegekend.",
            hint="Een ex-toeslagpartner hoort pas bij de doelgroep na een beschikking van UHT. Is die er nog niet? Maak"
            " dan geen dossier en verwijs naar het Serviceteam van UHT.",
            bron="Wht artikel 2.21 lid 1c",
            uht_statussen=(UhtStatus.ERKEND,),
            velden=("datum_beschikking",),
            verplicht=("datum_beschikking",),
        ),
        Doelgroepregel(
            doelgroep=Doelgroep.KIND,
            wie="Een kind of pleegkind van een gedupeerde ouder, met recht op de kindregeling.",
            hint="Een kind meldt zichzelf aan; benader kinderen niet vanuit een lijst. Vraag het recht op de"
            " kindregeling na bij UHT: telefonisch bij spoed, anders met het vraagbestand.",
            bron="Wht artikel 2.21 lid 1b; VNG handreiking SPUK 2024, 5.3",
            uht_statussen=(UhtStatus.AANGEMELD, UhtStatus.RECHT_KINDREGELING),
        ),
        Doelgroepregel(
            doelgroep=Doelgroep.NABESTAANDE,
            wie="Een nabestaande van een aanvrager die vóór 1 januari 2024 overleed, aangemerkt door UHT.",
            hint="Overleed de aanvrager op of na 1 januari 2024? Dan blijft het recht van het gezin op de aanvraag"
            " rusten: werk verder in het dossier van de aanvrager.",
            bron="Wht artikel 1.1; VNG handreiking 2025, 4.6",
            uht_statussen=(UhtStatus.ERKEND,),
            velden=("datum_beschikking", *OVERLEDENE),
            verplicht=OVERLEDENE,
        ),
    )
}

NAMEN: Mapping[str, str] = {
    "datum_beschikking": "de datum van de beschikking van UHT",
    "overleden_naam": "de naam van de overledene",
    "overleden_geboortedatum": "de geboortedatum van de overledene",
    "overleden_op": "de datum van overlijden",
    "overleden_relatie": "de relatie met de overledene",
}


def ontbreekt(doelgroep: Doelgroep, gegevens: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the fields that this doelgroep requires and that are empty."""
    return tuple(veld for veld in REGELS[doelgroep].verplicht if not gegevens.get(veld))


def bezwaren(doelgroep: Doelgroep, gegevens: Mapping[str, Any]) -> dict[str, str]:
    """Say per field what makes that somebody does not belong to the doelgroep, with what to do instead."""
    uit = {}
    overleden_op = gegevens.get("overleden_op")
    if doelgroep == Doelgroep.NABESTAANDE and overleden_op and overleden_op > LAATSTE_DAG_OVERLEDEN:
        uit["overleden_op"] = (
            "De aanvrager overleed na 2023. Dan is er geen aparte aanmelding als nabestaande (Wht artikel 1.1): het"
            " gezin houdt recht door de aanvraag. Werk verder in het dossier van de aanvrager."
        )
    if doelgroep == Doelgroep.KIND and gegevens.get("grondslag") == Grondslag.WHT_6_12:
        uit["grondslag"] = (
            "Een kind meldt zichzelf aan. Kies 'Vraagt zelf om hulp'. Heeft het kind niet zelf om hulp gevraagd? Maak"
            " dan geen dossier."
        )
    return uit


def let_op(doelgroep: Doelgroep, uht_status: UhtStatus, datum_feit: date | None) -> str:
    """Give the hint for an aanvrager who says to have come to UHT after its aanmeldloket closed; empty without."""
    te_laat = datum_feit is not None and datum_feit > LAATSTE_DAG_LOKET
    if doelgroep == Doelgroep.AANVRAGER and uht_status == UhtStatus.AANGEMELD and te_laat:
        return (
            "Het aanmeldloket van UHT sloot op 2 januari 2024 (Wht artikel 6.1). Controleer bij UHT of deze inwoner"
            " zich vóór 2024 meldde."
        )
    return ""

"""Three invented people of a gemeente who come directly: a kind, a nabestaande, and somebody who wants no help now."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from accounts.models import Gemeente, User
from cases.actions.aanmelding import DirecteAanmelding, direct_aanmelden
from cases.keuzes import Aanmeldroute, Doelgroep, Grondslag, UhtStatus, WilOndersteuning
from portal_import.demo.levering import moment
from portal_import.demo.namen import Plaats, maak_persoon

# Each with the days before the demo's day that they came.
DIRECT: tuple[tuple[int, dict[str, Any]], ...] = (
    (
        4,
        {
            "doelgroep": Doelgroep.KIND,
            "route": Aanmeldroute.TELEFOON,
            "uht_status": UhtStatus.AANGEMELD,
            "aanmelding": {"toelichting": "Belt zelf. Het recht op de kindregeling moet nog worden nagevraagd."},
            "neem_zelf": True,
        },
    ),
    (
        12,
        {
            "doelgroep": Doelgroep.NABESTAANDE,
            "route": Aanmeldroute.BALIE,
            "uht_status": UhtStatus.ERKEND,
            "aanmelding": {
                "datum_beschikking": date(2025, 3, 6),
                "overleden_naam": "J. Morgenster",
                "overleden_geboortedatum": "1958-00-00",
                "overleden_op": date(2022, 11, 3),
                "overleden_relatie": "kind",
                "ingezetene": False,
                "uitzondering": "verhuizing",
                "overleg_met": "Eilandhuizen",
                "overleg_datum": date(2026, 1, 6),
            },
        },
    ),
    (
        40,
        {
            "doelgroep": Doelgroep.AANVRAGER,
            "route": Aanmeldroute.TELEFOON,
            "uht_status": UhtStatus.AANGEMELD,
            "aanmelding": {"toelichting": "Mag over een half jaar nog eens gebeld worden."},
            "wil": WilOndersteuning.LATER,
        },
    ),
)


def hoeveel_direct(aantal: int) -> int:
    """Give how many of the dossiers of a gemeente come directly; a small demo shows the road of the portal."""
    return len(DIRECT) if aantal > 10 else 0


def meld_direct_aan(
    gemeente: Gemeente, plaats: Plaats, rng: Random, on: date, by: User, *, begin: int
) -> Iterator[None]:
    """Register them on their day, each with the number that follows from `begin`."""
    for volgnummer, (dagen, wie) in enumerate(DIRECT):
        dag = on - timedelta(days=dagen)
        invoer = DirecteAanmelding(
            gemeente=gemeente,
            persoonsgegevens=maak_persoon(rng, plaats, begin + volgnummer, on),
            datum=dag,
            datum_status=date(2023, 6, 5),
            gesproken=True,
            **{
                "wil": WilOndersteuning.JA,
                **wie,
                "aanmelding": {
                    "grondslag": Grondslag.WHT_2_21,
                    "toestemming_navraag": dag,
                    **wie["aanmelding"],
                },
            },
        )
        direct_aanmelden(invoer=invoer, gezien=(), by=by, at=moment(dag, 11), on=dag)
        yield

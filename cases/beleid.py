"""The beleid of a gemeente as one frozen value, and the profiles that ship with the product."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from cases.termijnregels import Termijnregel
from cases.weigeringsgrond import Gronduitzondering, Weigeringsgrond

T = TypeVar("T")


class Aanvraagmoment(StrEnum):
    """Which day is the aanvraag of the Awb."""

    AANMELDING = "aanmelding"
    EERSTE_GESPREK = "eerste_gesprek"


class VensterVanaf(StrEnum):
    """From when the 6 maanden and 2 jaar run for a dossier whose eerste gesprek was before the law of 1-1-2025."""

    EERSTE_GESPREK = "eerste_gesprek"
    INGANG_WET = "2025-01-01"
    GEEN = "geen"


# The Wet aanpassing termijnen. Its overgangsrecht is not known: see Regels.venster_start.
INGANG_TERMIJNENWET = date(2025, 1, 1)


def _vast(waarden: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(waarden))


@dataclass(frozen=True, kw_only=True)
class Regels:
    """What may differ per gemeente, at one moment. `lengtes` holds a length per rule code, None for off.

    `waarschuwingen` holds per rule code the days ahead of a warning, where they differ from those of the rule.
    """

    profiel: str
    naam: str
    bron: str
    lengtes: Mapping[str, int | None]
    waarschuwingen: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    versie: int = 1
    aanvraagmoment: Aanvraagmoment
    nazorg_min_maanden: int
    nazorg_toestemming: bool
    nazorg_na: tuple[str, ...]
    beeindigingsgronden: Mapping[str, str]
    leeftijd_zelfstandig: int
    overleg_verplicht: bool = False
    beoordelingscommissie: bool
    prijzen_vergelijken: int | None = None
    fasen: tuple[str, ...] = ()
    goed_eenmalig: bool = False
    weigeringsgronden: Mapping[str, Weigeringsgrond] = field(default_factory=dict)
    venster_vanaf: VensterVanaf = VensterVanaf.EERSTE_GESPREK
    venster_bevestigd: bool = False
    # SPUK-regeling art. 4 lid 2 and art. 6 lid 1 say "tot 1 januari 2027" and "tot 1 januari 2030": the day before.
    verplichtingen_tot: date = date(2026, 12, 31)
    verantwoorden_tot: date = date(2029, 12, 31)

    def __post_init__(self) -> None:
        for code, lengte in self.lengtes.items():
            if lengte is not None and lengte < 1:
                raise ValueError(
                    f"De lengte van {code} moet minstens 1 zijn. Laat het veld leeg als de termijn niet geldt."
                )
        for naam in ("lengtes", "waarschuwingen", "beeindigingsgronden", "weigeringsgronden"):
            object.__setattr__(self, naam, _vast(getattr(self, naam)))

    def lengte(self, regel: Termijnregel) -> int | None:
        """Give the length of a rule here: that of the beleid, else the shipped one; None when the rule is off."""
        return self.lengtes.get(regel.code, regel.lengte)

    def waarschuwt(self, regel: Termijnregel) -> tuple[int, ...]:
        """Give the numbers of days ahead on which a rule warns here."""
        return self.waarschuwingen.get(regel.code, regel.waarschuwingen)

    def vaste_dag(self, regel: Termijnregel) -> date | None:
        """Give the day of a rule that ends on one day for everybody: that of the beleid, else the shipped one."""
        dagen = {"verplichtingen_tot": self.verplichtingen_tot, "verantwoorden_tot": self.verantwoorden_tot}
        return dagen.get(regel.code, regel.vaste_dag)

    @property
    def nazorg_max_maanden(self) -> int | None:
        return self.lengtes["nazorg_einde"]

    @property
    def nazorg_interval_maanden(self) -> int | None:
        return self.lengtes["nazorg_contact"]

    @property
    def beeindiging_dagen(self) -> int | None:
        """Give the days to end the support after a ground arose (Tiel 2025 art. 9 lid 2); None for no term."""
        return self.lengtes["beeindiging"]

    @property
    def nazorg_contacten(self) -> int:
        """Count the contactmomenten that fit in the nazorg: 24 maanden, every 6 maanden, makes 4."""
        if self.nazorg_max_maanden is None or self.nazorg_interval_maanden is None:
            return 0
        return self.nazorg_max_maanden // self.nazorg_interval_maanden

    def venster_start(self, eerste_gesprek: date) -> date | None:
        """Say from which day the 6 maanden and 2 jaar run; None when they do not bind this dossier.

        Whether they bind a dossier whose eerste gesprek was before 1-1-2025 was not found in any source, so it is a
        setting, to be confirmed.
        """
        if eerste_gesprek >= INGANG_TERMIJNENWET or self.venster_vanaf is VensterVanaf.EERSTE_GESPREK:
            return eerste_gesprek
        return INGANG_TERMIJNENWET if self.venster_vanaf is VensterVanaf.INGANG_WET else None


_LENGTES: Mapping[str, int | None] = _vast(
    {
        "eerste_contact": None,
        "eerste_gesprek_na_contact": None,
        "eerste_gesprek": 8,
        "plan_van_aanpak": 8,
        "materiele_verstrekking": 6,
        "besluiten": 2,
        "hersteltermijn": 2,
        "buiten_behandeling": 4,
        "acclimatisatie": 30,
        "beeindiging": None,
        "nazorg_stop": None,
        "nieuwe_kosten": 30,
        "bezwaar": 6,
        "besluit_op_bezwaar": 6,
        "beroep": 6,
        "niet_tijdig_uitspraak": 2,
        "besluit_na_uitspraak": 8,
        "ingebrekestelling": 2,
        "nazorg_contact": 6,
        "nazorg_einde": 24,
        "uht_antwoord": 6,
        "portaalbestand": 30,
        "saneringskrediet": 12,
        "sisa_indienen": 1,
        "verplichtingen_tot": 1,
        "verantwoorden_tot": 1,
        "spoed_verificatie": 1,
        "verificatiecode": 6,
        "jaarlijst": 1,
    }
)


def _lid_1(onderdeel: str, tekst: str, uitzondering: Gronduitzondering = Gronduitzondering.GEEN) -> Weigeringsgrond:
    """Give a ground of the beleidsregels of Tiel."""
    artikel = f"artikel 8 lid 1 onder {onderdeel} van de beleidsregels"
    return Weigeringsgrond(tekst=tekst, artikel=artikel, uitzondering=uitzondering)


def _par_3_1(tekst: str, uitzondering: Gronduitzondering = Gronduitzondering.GEEN) -> Weigeringsgrond:
    """Give a ground of the handreiking of the VNG, §3.1: brede ondersteuning stays out of the other regelingen."""
    return Weigeringsgrond(tekst=tekst, artikel="paragraaf 3.1 van de handreiking", uitzondering=uitzondering)


VNG_2025 = Regels(
    profiel="vng_2025",
    naam="VNG-handreiking 2025",
    bron="VNG, Handreiking brede ondersteuning en plan van aanpak, juni 2025; Handreiking nazorg, juni 2024",
    lengtes=_LENGTES,
    aanvraagmoment=Aanvraagmoment.AANMELDING,
    nazorg_min_maanden=12,
    nazorg_toestemming=False,
    nazorg_na=("doelen_behaald",),
    beeindigingsgronden={
        "niet_erkend": "Niet erkend als gedupeerde",
        "doelen_behaald": "Doelen behaald",
        "twee_jaar": "Twee jaar na het eerste gesprek",
        "eigen_verzoek": "Op eigen verzoek",
        "verhuizing": "Verhuizing naar een andere gemeente",
    },
    leeftijd_zelfstandig=18,
    beoordelingscommissie=False,
    weigeringsgronden={
        "schade": _par_3_1("Vergoeding van schade uit het verleden"),
        "schulden": _par_3_1("Betaling van schulden, buiten acute nood", Gronduitzondering.ACUTE_NOOD),
        "advocaat": _par_3_1("Kosten voor een advocaat in het financieel herstel"),
        "inkomen": _par_3_1("Aanvulling van het inkomen"),
    },
)

TIEL_2025 = Regels(
    profiel="tiel_2025",
    naam="Tiel 2025",
    bron="Beleidsregels brede ondersteuning Wet hersteloperatie toeslagen gemeente Tiel, 9 december 2025",
    lengtes={**_LENGTES, "eerste_contact": 5, "eerste_gesprek_na_contact": 3, "beeindiging": 30, "nazorg_stop": 30},
    aanvraagmoment=Aanvraagmoment.EERSTE_GESPREK,
    nazorg_min_maanden=12,
    nazorg_toestemming=True,
    nazorg_na=("doelen_behaald", "eigen_verzoek"),
    beeindigingsgronden={
        "niet_erkend": "Niet erkend als gedupeerde",
        "doelen_behaald": "Doelen (deels) behaald",
        "twee_jaar": "Twee jaar na het eerste gesprek",
        "eigen_verzoek": "Op eigen verzoek",
        "verhuizing": "Verhuizing naar een andere gemeente",
        "geen_gebruik": "Geen gebruik gemaakt en geen reactie op een oproep",
    },
    leeftijd_zelfstandig=16,
    overleg_verplicht=True,
    beoordelingscommissie=True,
    prijzen_vergelijken=3,
    fasen=(
        "Urgente (materiële) zaken",
        "Gezinsinterventie, leefstijl, psychologische en lichamelijke ondersteuning",
        "Psychosociale, medische en leefstijlondersteuning",
    ),
    goed_eenmalig=True,
    weigeringsgronden={
        "inkomen": _lid_1("a", "Vorm van algemene inkomensaanvulling of inkomensondersteuning"),
        "leefgebied": _lid_1("b", "Ondersteuning op een ander leefgebied"),
        "schade": _lid_1("c", "Vergoeding van schade"),
        "schulden": _lid_1(
            "d", "Vergoeding van schulden, buiten een bedreigende situatie", Gronduitzondering.TEGEN_HERHALING
        ),
        "voor_aanvraag": _lid_1(
            "e", "Kosten van vóór de aanvraag, buiten een bedreigende situatie", Gronduitzondering.VAN_TOEN
        ),
        "advocaat": _lid_1("f", "Kosten voor een advocaat"),
        "plan": _lid_1("g", "De voorziening past niet in het plan van aanpak"),
        "medewerking": _lid_1("h", "Onvoldoende medewerking"),
    },
)

PROFIELEN: Mapping[str, Regels] = _vast({regels.profiel: regels for regels in (VNG_2025, TIEL_2025)})

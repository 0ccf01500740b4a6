"""Termijnregels of beëindiging after niet erkend and of nazorg, and which clocks go on after the end."""

from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel
from planvanaanpak.termijnen import BLIJFT_LOPEN

# In the nazorg these go on, as they say what can still be granted after a terugval (VNG handreiking 2025 §4.4(3)).
VENSTERS = ("materiele_verstrekking", "besluiten", "saneringskrediet")
# Of an end that is taken back these run again by law, also when it was not kept which clocks ran.
ALTIJD_WEER = (*VENSTERS, "acclimatisatie", "nieuwe_kosten")
# What a niet-erkend message starts: by law with the Atw, by the SPUK-regeling without.
NA_NIET_ERKEND = ("acclimatisatie", "nieuwe_kosten")


def blijft_lopen(met_nazorg: bool) -> tuple[str, ...]:
    """Name the rules whose clocks go on after the end of the support."""
    return BLIJFT_LOPEN + (VENSTERS if met_nazorg else ())


def klokken_na_niet_erkend(in_nazorg: bool) -> tuple[str, ...]:
    """Name the rules that a niet-erkend message starts; that of the nazorg only where the beleid has it on."""
    return (*NA_NIET_ERKEND, "nazorg_stop") if in_nazorg else NA_NIET_ERKEND


_HANDREIKING_NAZORG = "VNG, Handreiking nazorg, versie 3, juni 2024, paragraaf 1.1"

ACCLIMATISATIE = registreer_regel(
    Termijnregel(
        code="acclimatisatie",
        label="Ondersteuning beëindigen na niet erkend",
        kort="Ondersteuning afronden",
        doen="Ondersteuning afronden: niet erkend",
        aard=Aard.PLICHT,
        start="bericht van Dienst Toeslagen aan de gemeente",
        lengte=30,
        eenheid=Eenheid.DAGEN,
        grond=Atw.WET,
        grondslag="Wht artikel 2.21 lid 6",
        bron="Wht artikel 2.21 lid 6; VNG, Handreiking brede ondersteuning, juni 2025, paragraaf 4.4",
        gevolg="De gemeente beëindigt de brede ondersteuning. Toegekende voorzieningen lopen door.",
        rol="consulent",
        waarschuwingen=(14, 3),
    )
)

BEEINDIGING = registreer_regel(
    Termijnregel(
        code="beeindiging",
        label="Ondersteuning beëindigen na een grond uit het beleid",
        kort="Ondersteuning beëindigen",
        doen="Ondersteuning beëindigen",
        aard=Aard.PLICHT,
        start="dag waarop de grond ontstaat",
        lengte=30,
        eenheid=Eenheid.DAGEN,
        grond=Atw.BELEID,
        grondslag="Beleidsregels, artikel 9 lid 2",
        bron="Beleidsregels gemeente Tiel 2025, artikel 9 lid 2",
        gevolg="De gemeente houdt zich niet aan haar eigen beleid. Houd het eindgesprek en beëindig alsnog.",
        rol="consulent",
        waarschuwingen=(14, 3),
        stopt_bij_overlijden=True,
    )
)

NAZORG_CONTACT = registreer_regel(
    Termijnregel(
        code="nazorg_contact",
        label="Contact in de nazorg",
        kort="Contact in de nazorg",
        doen="Contact opnemen in de nazorg",
        aard=Aard.STREVEN,
        start="begin van de nazorg",
        lengte=6,
        eenheid=Eenheid.MAANDEN,
        grond=Atw.BELEID,
        grondslag="Handreiking nazorg VNG 2024, paragraaf 1.1 (streven)",
        bron=f"{_HANDREIKING_NAZORG}; beleidsregels gemeente Tiel 2025, artikel 9 lid 3",
        gevolg="Geen gevolg in de wet. De inwoner hoort langer niets dan is afgesproken.",
        rol="consulent",
        waarschuwingen=(14, 3),
        begint_vanzelf=True,
        herhaalbaar=True,
        stopt_bij_overlijden=True,
    )
)

NAZORG_EINDE = registreer_regel(
    Termijnregel(
        code="nazorg_einde",
        label="Einde van de nazorg",
        kort="Nazorg",
        doen="Nazorg afsluiten",
        aard=Aard.VENSTER,
        start="begin van de nazorg",
        lengte=24,
        eenheid=Eenheid.MAANDEN,
        grond=Atw.BELEID,
        grondslag="Handreiking nazorg VNG 2024, paragraaf 1.1",
        bron=f"{_HANDREIKING_NAZORG}; beleidsregels gemeente Tiel 2025, artikel 9 lid 3",
        gevolg="De nazorg stopt. De inwoner kan altijd opnieuw contact opnemen.",
        rol="consulent",
        waarschuwingen=(30,),
    )
)

NAZORG_STOP = registreer_regel(
    Termijnregel(
        code="nazorg_stop",
        label="Nazorg stoppen na niet gedupeerd",
        kort="Nazorg stoppen",
        doen="Nazorg stoppen: niet gedupeerd",
        aard=Aard.PLICHT,
        start="bericht dat de inwoner niet gedupeerd is",
        lengte=30,
        eenheid=Eenheid.DAGEN,
        grond=Atw.BELEID,
        grondslag="Beleidsregels, artikel 9 lid 3",
        bron="Beleidsregels gemeente Tiel 2025, artikel 9 lid 3 onder a en b",
        gevolg="De gemeente beëindigt de nazorg en draagt warm over waar dat nodig is.",
        rol="consulent",
        waarschuwingen=(14, 3),
    )
)

NAZORGKLOKKEN = (NAZORG_CONTACT.code, NAZORG_EINDE.code, NAZORG_STOP.code)

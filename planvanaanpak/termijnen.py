"""Termijnregels that hang on the eerste gesprek, and those of bezwaar."""

from cases.register import registreer_regel
from cases.termijnen import INGEBREKESTELLING
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel

# The clocks that a besluit to end the support meets; nazorg declares them. They follow the day its letter really left.
EINDKLOKKEN = ("acclimatisatie", "beeindiging", "nazorg_stop")

_HANDREIKING = "VNG, Handreiking brede ondersteuning en plan van aanpak, juni 2025"

PLAN_VAN_AANPAK = registreer_regel(
    Termijnregel(
        code="plan_van_aanpak",
        label="Plan van aanpak na het eerste gesprek",
        kort="Plan van aanpak",
        doen="Plan van aanpak vaststellen",
        aard=Aard.PLICHT,
        start="eerste gesprek",
        lengte=8,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikel 4:13; handreiking VNG 2025, paragraaf 4.3",
        bron=f"{_HANDREIKING}, paragraaf 4.3; Awb artikelen 4:13 tot en met 4:15",
        gevolg="De inwoner kan de gemeente in gebreke stellen. Wordt het later? Stuur dan op tijd bericht.",
        rol="consulent",
        waarschuwingen=(14, 3),
        opschortbaar=True,
        verzetbaar=True,
        stopt_bij_overlijden=True,
        versie=2,
    )
)

# Awb art. 4:5 gives no length: "binnen een door het bestuursorgaan gestelde termijn". Two weeks is what is offered.
HERSTELTERMIJN = registreer_regel(
    Termijnregel(
        code="hersteltermijn",
        label="Aanvraag aanvullen",
        kort="Aanvulling",
        doen="Wachten op de aanvulling",
        aard=Aard.VENSTER,
        start="verzoek om aanvulling",
        lengte=2,
        eenheid=Eenheid.WEKEN,
        grond=Atw.BRIEF,
        grondslag="Awb artikelen 4:5 en 4:15 lid 1 onder a",
        bron="Awb artikelen 4:5 en 4:15; beleidsregels gemeente Tiel 2025, artikel 4 lid 1 onder h",
        gevolg="Daarna kan de gemeente de aanvraag buiten behandeling laten. De beslistermijn loopt weer.",
        rol="consulent",
        waarschuwingen=(3,),
        per_zaak=True,
        stopt_bij_overlijden=True,
    )
)

# A venster: after it the college can no longer leave the aanvraag aside, and decides on it.
BUITEN_BEHANDELING = registreer_regel(
    Termijnregel(
        code="buiten_behandeling",
        label="Aanvraag buiten behandeling laten",
        kort="Buiten behandeling",
        doen="Kiezen of u de aanvraag verder behandelt",
        aard=Aard.VENSTER,
        start="einde van de termijn om aan te vullen, of de aanvulling",
        lengte=4,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikel 4:5 lid 4",
        bron="Awb artikel 4:5 lid 4",
        gevolg="Daarna kan de gemeente de aanvraag niet meer buiten behandeling laten. Zij beslist op de aanvraag.",
        rol="consulent",
        waarschuwingen=(28, 7, 3),
        begint_vanzelf=True,
        stopt_bij_overlijden=True,
    )
)

MATERIELE_VERSTREKKING = registreer_regel(
    Termijnregel(
        code="materiele_verstrekking",
        label="Materiële verstrekkingen toekennen",
        kort="Spullen toekennen",
        doen="Besluiten over spullen",
        aard=Aard.VENSTER,
        start="eerste gesprek",
        lengte=6,
        eenheid=Eenheid.MAANDEN,
        grond=Atw.WET,
        grondslag="Wht artikel 2.21 (tekst sinds 1 januari 2025); handreiking VNG 2025, paragraaf 4.3",
        bron=f"{_HANDREIKING}, paragrafen 3.5 en 4.3 en noot 9",
        gevolg="Daarna kan de gemeente geen nieuwe spullen toekennen. Wat al is toegekend, blijft toegekend.",
        rol="consulent",
        waarschuwingen=(60, 30, 7),
    )
)

BESLUITEN = registreer_regel(
    Termijnregel(
        code="besluiten",
        label="Besluiten over voorzieningen nemen",
        kort="Besluiten nemen",
        doen="Laatste besluiten nemen",
        aard=Aard.VENSTER,
        start="eerste gesprek",
        lengte=2,
        eenheid=Eenheid.JAREN,
        grond=Atw.WET,
        grondslag="Wht artikel 2.21 (tekst sinds 1 januari 2025); handreiking VNG 2025, paragraaf 4.4",
        bron=f"{_HANDREIKING}, paragrafen 3.5, 4.3 en 4.4",
        gevolg="Daarna kan de gemeente geen voorziening meer toekennen. Wat al is toegekend, loopt door.",
        rol="consulent",
        waarschuwingen=(90, 30),
    )
)

BEZWAAR = registreer_regel(
    Termijnregel(
        code="bezwaar",
        label="Bezwaar maken tegen een besluit",
        kort="Bezwaar",
        doen="Wachten op bezwaar",
        aard=Aard.VENSTER,
        start="verzending van het besluit",
        lengte=6,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikelen 6:7 en 6:8",
        bron="Awb artikelen 6:7 tot en met 6:11",
        gevolg="Daarna is bezwaar te laat, tenzij de inwoner daar niets aan kon doen (Awb artikel 6:11).",
        rol="consulent",
    )
)

BESLUIT_OP_BEZWAAR = registreer_regel(
    Termijnregel(
        code="besluit_op_bezwaar",
        label="Besluit op bezwaar na de bezwaartermijn",
        kort="Besluit op bezwaar",
        doen="Beslissen op bezwaar",
        aard=Aard.PLICHT,
        start="einde van de bezwaartermijn, of uitspraak van het gerecht",
        lengte=6,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikel 7:10",
        bron="Awb artikelen 7:10 en 8:72 lid 4",
        gevolg="De inwoner kan de gemeente in gebreke stellen. Daarna kan een dwangsom volgen.",
        rol="coordinator",
        waarschuwingen=(21, 7),
        ook_na_einde=True,
        opschortbaar=True,
        lengte_commissie=12,
        door_gerecht=True,
        lengte_verdaging=6,
        versie=2,
    )
)

BEROEP = registreer_regel(
    Termijnregel(
        code="beroep",
        label="Beroep instellen tegen een besluit op bezwaar",
        kort="Beroep",
        doen="Wachten op beroep",
        aard=Aard.VENSTER,
        start="verzending van het besluit op bezwaar",
        lengte=6,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikelen 6:7 en 6:8",
        bron="Awb artikelen 6:7 tot en met 6:11 en 7:1 lid 2",
        gevolg="Daarna is beroep te laat, tenzij de inwoner daar niets aan kon doen (Awb artikel 6:11).",
        rol="consulent",
    )
)

# Awb art. 8:55d lid 1: two weeks "na de dag waarop de uitspraak wordt verzonden"; lid 3: the court may set another.
NIET_TIJDIG_UITSPRAAK = registreer_regel(
    Termijnregel(
        code="niet_tijdig_uitspraak",
        label="Alsnog beslissen na beroep wegens niet tijdig beslissen",
        kort="Alsnog beslissen",
        doen="Alsnog beslissen na de uitspraak",
        aard=Aard.PLICHT,
        start="verzending van de uitspraak",
        lengte=2,
        eenheid=Eenheid.WEKEN,
        grond=Atw.UITSPRAAK,
        grondslag="Awb artikel 8:55d",
        bron="Awb artikel 8:55d",
        gevolg="Voor elke dag daarna is de gemeente de dwangsom uit de uitspraak verschuldigd.",
        rol="coordinator",
        waarschuwingen=(10, 5, 2),
        ook_na_einde=True,
        door_gerecht=True,
    )
)

BESLUIT_NA_UITSPRAAK = registreer_regel(
    Termijnregel(
        code="besluit_na_uitspraak",
        label="Nieuw besluit na rechtstreeks beroep",
        kort="Besluit na uitspraak",
        doen="Opnieuw beslissen na de uitspraak",
        aard=Aard.PLICHT,
        start="verzending van de uitspraak",
        lengte=8,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikelen 8:72 lid 4 en 4:13",
        bron="Awb artikelen 8:72 lid 4 en 4:13",
        gevolg="De inwoner kan de gemeente in gebreke stellen, of naar het gerecht gaan.",
        rol="coordinator",
        waarschuwingen=(21, 7),
        ook_na_einde=True,
        door_gerecht=True,
    )
)

# What still runs after the support ended: the right to bezwaar and beroep, what a court asked of the gemeente, and the
# two weeks of an ingebrekestelling about any of it (cases.actions.ingebrekeklok: those about the plan stop with it).
BLIJFT_LOPEN = (
    BEZWAAR.code,
    BESLUIT_OP_BEZWAAR.code,
    BEROEP.code,
    NIET_TIJDIG_UITSPRAAK.code,
    BESLUIT_NA_UITSPRAAK.code,
    INGEBREKESTELLING.code,
)

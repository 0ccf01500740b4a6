"""Termijnregels that hang on the eerste gesprek, and those of bezwaar."""

from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel

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
        start="einde van de bezwaartermijn",
        lengte=6,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikel 7:10",
        bron="Awb artikel 7:10",
        gevolg="De inwoner kan de gemeente in gebreke stellen. Daarna kan een dwangsom volgen.",
        rol="coordinator",
        waarschuwingen=(21, 7),
        opschortbaar=True,
        lengte_commissie=12,
        lengte_verdaging=6,
    )
)

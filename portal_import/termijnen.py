"""Termijnregels of the exchange with UHT."""

from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel

PORTAALBESTAND = registreer_regel(
    Termijnregel(
        code="portaalbestand",
        label="Bestand uit het gegevensportaal halen",
        kort="Portaalbestand",
        doen="Portaalbestand bewaren voordat het verloopt",
        aard=Aard.VENSTER,
        start="plaatsing van het bestand",
        lengte=30,
        eenheid=Eenheid.DAGEN,
        grond=Atw.AFSPRAAK,
        grondslag="Handreiking VNG 2025, paragraaf 2.3",
        bron="VNG, Handreiking brede ondersteuning en plan van aanpak, juni 2025, paragraaf 2.3",
        gevolg="Het bestand krijgt de status verlopen. Vraag het dan opnieuw op bij de Belastingdienst.",
        rol="coordinator",
        waarschuwingen=(7, 2),
    )
)

# No source names a day for the jaarlijst. It is there to check the SiSa-bijlage with, so of use until that is due.
JAARLIJST = registreer_regel(
    Termijnregel(
        code="jaarlijst",
        label="Jaarlijst opvragen en naast de verantwoording leggen",
        kort="Jaarlijst",
        doen="Jaarlijst opvragen en vergelijken",
        aard=Aard.STREVEN,
        start="laatste dag van het verantwoordingsjaar",
        lengte=1,
        eenheid=Eenheid.KALENDERDATUM,
        vaste_datum=(7, 15),
        grond=Atw.AFSPRAAK,
        grondslag="Handreiking VNG SPUK 2024, paragrafen 5.2 en 5.3; SPUK-regeling artikel 6 lid 11",
        bron="VNG, Handreiking specifieke uitkering en financiële verantwoording, 2024, paragrafen 5.2 en 5.3",
        gevolg="De gemeente kan haar aantallen niet meer nakijken voordat zij de SiSa-bijlage indient.",
        rol="coordinator",
        waarschuwingen=(120, 60, 30),
    )
)

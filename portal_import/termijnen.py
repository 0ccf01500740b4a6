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

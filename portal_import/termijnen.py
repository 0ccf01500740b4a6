"""Termijnregels of the exchange with UHT."""

from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel

UHT_ANTWOORD = registreer_regel(
    Termijnregel(
        code="uht_antwoord",
        label="Antwoord van UHT op een vraagbestand",
        kort="Antwoord UHT",
        doen="UHT om het antwoord vragen",
        aard=Aard.PLICHT,
        start="vraag aan UHT",
        lengte=6,
        eenheid=Eenheid.WERKDAGEN,
        grond=Atw.AFSPRAAK,
        grondslag="Handreiking VNG SPUK 2024, paragraaf 5.3",
        bron="VNG, Handreiking specifieke uitkering en financiële verantwoording, 2024, paragraaf 5.3",
        gevolg="UHT is te laat met het antwoord. Vraag het na bij het serviceteam gemeenten.",
        rol="coordinator",
        uht=True,
    )
)

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

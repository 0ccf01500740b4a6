"""Termijnregels from aanmelding to eerste gesprek."""

from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel

_BELEID_TIEL = "Beleidsregels brede ondersteuning gemeente Tiel, 9 december 2025"
_HANDREIKING = "VNG, Handreiking brede ondersteuning en plan van aanpak, juni 2025"

EERSTE_CONTACT = registreer_regel(
    Termijnregel(
        code="eerste_contact",
        label="Eerste contact na de levering of aanmelding",
        kort="Eerste contact",
        doen="Eerste keer bellen",
        aard=Aard.STREVEN,
        start="levering of aanmelding",
        lengte=5,
        eenheid=Eenheid.WERKDAGEN,
        grond=Atw.BELEID,
        grondslag="Beleidsregels, artikel 5 lid 1 onder a (streven)",
        bron=f"{_BELEID_TIEL}, artikel 5 lid 1 onder a",
        gevolg="Geen gevolg in de wet. De inwoner wacht langer dan de gemeente wil.",
        rol="consulent",
        waarschuwingen=(1,),
        stopt_bij_overlijden=True,
    )
)

EERSTE_GESPREK_NA_CONTACT = registreer_regel(
    Termijnregel(
        code="eerste_gesprek_na_contact",
        label="Eerste gesprek na het eerste contact",
        kort="Eerste gesprek (streven)",
        doen="Eerste gesprek houden",
        aard=Aard.STREVEN,
        start="eerste contact",
        lengte=3,
        eenheid=Eenheid.WEKEN,
        grond=Atw.BELEID,
        grondslag="Beleidsregels, artikel 5 lid 1 onder d (streven)",
        bron=f"{_BELEID_TIEL}, artikel 5 lid 1 onder d",
        gevolg="Geen gevolg in de wet. De inwoner wacht langer dan de gemeente wil.",
        rol="consulent",
        waarschuwingen=(7, 1),
        stopt_bij_overlijden=True,
    )
)

EERSTE_GESPREK = registreer_regel(
    Termijnregel(
        code="eerste_gesprek",
        label="Eerste gesprek na de aanmelding",
        kort="Eerste gesprek",
        doen="Eerste gesprek houden",
        aard=Aard.PLICHT,
        start="aanmelding of latere verificatie",
        lengte=8,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikel 4:13 (redelijke termijn); handreiking VNG 2025, paragraaf 4.1",
        bron=f"{_HANDREIKING}, paragraaf 4.1 en noot 8; Awb artikel 4:13",
        gevolg="Stuur de inwoner bericht wanneer het eerste gesprek is.",
        rol="consulent",
        waarschuwingen=(14, 3),
        stopt_bij_overlijden=True,
    )
)

UHT_ANTWOORD = registreer_regel(
    Termijnregel(
        code="uht_antwoord",
        label="Antwoord van UHT op een verificatie",
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
        rol="consulent",
        uht=True,
    )
)

INGEBREKESTELLING = registreer_regel(
    Termijnregel(
        code="ingebrekestelling",
        label="Beslissen na een ingebrekestelling",
        kort="Ingebrekestelling",
        doen="Beslissen na de ingebrekestelling",
        aard=Aard.PLICHT,
        start="ontvangst van de ingebrekestelling",
        lengte=2,
        eenheid=Eenheid.WEKEN,
        grond=Atw.WET,
        grondslag="Awb artikel 4:17 lid 3",
        bron="Awb artikel 4:17",
        gevolg="Daarna betaalt de gemeente een dwangsom voor elke dag dat er geen besluit is (Awb artikel 4:17).",
        rol="coordinator",
        waarschuwingen=(7, 3),
        ook_na_einde=True,
    )
)

SPOED_VERIFICATIE = registreer_regel(
    Termijnregel(
        code="spoed_verificatie",
        label="Verificatie met spoed, voor de kindregeling",
        kort="Spoedverificatie",
        doen="Serviceteam van UHT bellen",
        aard=Aard.PLICHT,
        start="dag van bellen",
        lengte=1,
        eenheid=Eenheid.ZELFDE_DAG,
        grond=Atw.AFSPRAAK,
        grondslag="Handreiking VNG SPUK 2024, paragraaf 5.3",
        bron="VNG, Handreiking specifieke uitkering en financiële verantwoording, 2024, paragraaf 5.3",
        gevolg="UHT is te laat met het antwoord. Bel opnieuw, of zet de vraag in het vraagbestand.",
        rol="consulent",
        uht=True,
    )
)

VERIFICATIECODE = registreer_regel(
    Termijnregel(
        code="verificatiecode",
        label="Nieuwe verificatiecode ophalen uit het gegevensportaal",
        kort="Verificatiecode",
        doen="Nieuwe verificatiecode ophalen",
        aard=Aard.PLICHT,
        start="ingang van de vorige code",
        lengte=6,
        eenheid=Eenheid.MAANDEN,
        grond=Atw.AFSPRAAK,
        grondslag="Handreiking VNG 2025, paragraaf 6",
        bron=f"{_HANDREIKING}, paragraaf 6; VNG, nieuwsbrief van 23 mei 2024",
        gevolg="De oude code werkt nog ongeveer twee weken. Daarna geeft UHT aan de telefoon geen antwoord.",
        rol="coordinator",
        waarschuwingen=(14,),
    )
)

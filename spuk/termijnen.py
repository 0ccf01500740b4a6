"""Termijnregels of the money: new costs after niet erkend, saneringskrediet, and handing in the SiSa-bijlage."""

from cases.beleid import VNG_2025
from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Overgang, Termijnregel
from planvanaanpak.sanering import SPR_2024

_SPUK = "Regeling specifieke uitkering gemeentelijke hulp aan gedupeerden kinderopvangtoeslagproblematiek 2021"

NIEUWE_KOSTEN = registreer_regel(
    Termijnregel(
        code="nieuwe_kosten",
        label="Nieuwe kosten na niet erkend",
        kort="Nieuwe kosten",
        doen="Geen nieuwe kosten meer maken",
        aard=Aard.VENSTER,
        start="mededeling aan de gemeente dat er geen erkenning is",
        lengte=30,
        eenheid=Eenheid.DAGEN,
        grond=Atw.MINISTERIELE_REGELING,
        grondslag="SPUK-regeling artikel 3 lid 7",
        bron=f"{_SPUK}, artikel 3 leden 6 en 7",
        gevolg="Nieuwe kosten na deze datum betaalt het Rijk niet. Kosten van een lopende verplichting wel.",
        rol="consulent",
        waarschuwingen=(7,),
    )
)

SANERINGSKREDIET = registreer_regel(
    Termijnregel(
        code="saneringskrediet",
        label="Sanering van schulden vragen (kindregeling)",
        kort="Saneringskrediet",
        doen="Verzoek om sanering laten doen",
        aard=Aard.VENSTER,
        start="dagtekening van de beschikking over de tegemoetkoming",
        lengte=12,
        eenheid=Eenheid.MAANDEN,
        grond=Atw.MINISTERIELE_REGELING,
        grondslag="SPUK-regeling artikel 3 lid 4",
        bron=f"{_SPUK}, artikel 3 leden 3 tot en met 5",
        gevolg="Daarna betaalt het Rijk de sanering van schulden niet meer.",
        rol="consulent",
        waarschuwingen=(60, 14),
        stopt_bij_overlijden=True,
        overgang=Overgang(
            voor=SPR_2024.wijziging, tot=SPR_2024.oud_tot, grondslag="SPUK-regeling artikel 3 lid 4, laatste zinsdeel"
        ),
    )
)

SISA_INDIENEN = registreer_regel(
    Termijnregel(
        code="sisa_indienen",
        label="SiSa-bijlage indienen",
        kort="SiSa indienen",
        doen="SiSa-bijlage indienen bij het CBS",
        aard=Aard.PLICHT,
        start="laatste dag van het verantwoordingsjaar",
        lengte=1,
        eenheid=Eenheid.KALENDERDATUM,
        vaste_datum=(7, 15),
        grond=Atw.MINISTERIELE_REGELING,
        grondslag="Regeling informatieverstrekking sisa, artikel 2",
        bron="Regeling informatieverstrekking sisa, artikel 2; Financiële-verhoudingswet artikel 17a",
        gevolg="Het Rijk kan de betaling uitstellen of het geld terugvragen.",
        rol="financieel",
        waarschuwingen=(60, 14),
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
        rol="financieel",
        waarschuwingen=(120, 60, 30),
    )
)

# The last days stand in the beleid (cases.beleid.Regels), as a change of the regeling moves them.
VERPLICHTINGEN_TOT = registreer_regel(
    Termijnregel(
        code="verplichtingen_tot",
        label="Nieuwe verplichtingen aangaan",
        kort="Nieuwe verplichtingen",
        doen="Laatste verplichtingen aangaan",
        aard=Aard.VENSTER,
        start="een dag waarop de SPUK-regeling geldt",
        lengte=1,
        eenheid=Eenheid.KALENDERDATUM,
        vaste_dag=VNG_2025.verplichtingen_tot,
        grond=Atw.MINISTERIELE_REGELING,
        grondslag="SPUK-regeling artikel 4 lid 2",
        bron=f"{_SPUK}, artikel 4 lid 2 (tekst van 1 november 2024)",
        gevolg="Kosten van een verplichting die na deze dag is aangegaan, betaalt het Rijk niet.",
        rol="financieel",
        waarschuwingen=(180, 60, 14),
    )
)

VERANTWOORDEN_TOT = registreer_regel(
    Termijnregel(
        code="verantwoorden_tot",
        label="Kosten verantwoorden",
        kort="Verantwoorden",
        doen="Laatste kosten verantwoorden",
        aard=Aard.VENSTER,
        start="een dag waarop de SPUK-regeling geldt",
        lengte=1,
        eenheid=Eenheid.KALENDERDATUM,
        vaste_dag=VNG_2025.verantwoorden_tot,
        grond=Atw.MINISTERIELE_REGELING,
        grondslag="SPUK-regeling artikel 6 lid 1",
        bron=f"{_SPUK}, artikel 6 lid 1 (tekst van 1 november 2024)",
        gevolg="Kosten die dan niet zijn verantwoord, betaalt het Rijk niet.",
        rol="financieel",
        waarschuwingen=(180, 60, 14),
    )
)

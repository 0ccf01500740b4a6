"""Termijnregels of the money: new costs after niet erkend, saneringskrediet, and handing in the SiSa-bijlage."""

from cases.register import registreer_regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel

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
        rol="financieel",
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
        start="beschikking tegemoetkoming",
        lengte=12,
        eenheid=Eenheid.MAANDEN,
        grond=Atw.MINISTERIELE_REGELING,
        grondslag="SPUK-regeling artikel 3 lid 4",
        bron=f"{_SPUK}, artikel 3 leden 3 tot en met 5",
        gevolg="Daarna betaalt het Rijk de sanering van schulden niet meer.",
        rol="consulent",
        waarschuwingen=(60, 14),
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

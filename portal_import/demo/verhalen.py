"""What invented people ask help with, and what they are granted: per leefgebied a few stories."""

from dataclasses import dataclass
from decimal import Decimal

from cases.keuzes import Leefgebied


@dataclass(frozen=True)
class Hulp:
    """A voorziening of a story; `maanden` is its looptijd, 0 for something bought once."""

    omschrijving: str
    soort: str
    motivering: str
    bedrag: Decimal
    maanden: int = 0
    uitvoerder: str = ""


@dataclass(frozen=True)
class Verhaal:
    leefgebied: Leefgebied
    hulpvraag: str
    situatie: str
    doel: str
    hulp: tuple[Hulp, ...]


VERHALEN: tuple[Verhaal, ...] = (
    Verhaal(
        Leefgebied.WONEN,
        "Ik wil dat mijn kinderen een eigen bed hebben.",
        "U huurt een woning met drie slaapkamers. Uw jongste kind slaapt op een matras op de grond.",
        "Alle kinderen slapen in een eigen bed.",
        (
            Hulp(
                "Bed, matras en beddengoed",
                "materieel",
                "Uw jongste kind slaapt op een matras op de grond. Een eigen bed is nodig om goed te slapen.",
                Decimal("724.00"),
                uitvoerder="De Beddenhoek",
            ),
        ),
    ),
    Verhaal(
        Leefgebied.WONEN,
        "Mijn koelkast en wasmachine zijn kapot.",
        "De koelkast werkt sinds de winter niet meer. U wast bij uw zus en koopt elke dag eten.",
        "U kunt thuis eten bewaren en wassen.",
        (
            Hulp(
                "Koelkast",
                "materieel",
                "Uw koelkast is kapot. U koopt nu elke dag eten en bent daardoor duurder uit.",
                Decimal("466.33"),
                uitvoerder="Witgoedhuis",
            ),
            Hulp(
                "Wasmachine",
                "materieel",
                "U heeft drie kinderen en kunt thuis niet wassen. Zelf een wasmachine kopen lukt nu niet.",
                Decimal("549.00"),
                uitvoerder="Witgoedhuis",
            ),
        ),
    ),
    Verhaal(
        Leefgebied.FINANCIEN,
        "Ik wil weer zelf mijn geld regelen.",
        "U heeft geen overzicht over uw post en rekeningen. Brieven maakt u liever niet open.",
        "U betaalt zes maanden achter elkaar alles op tijd.",
        (
            Hulp(
                "Budgetcoach, 12 gesprekken",
                "immaterieel",
                "U wilt weer zelf uw geld regelen. Een budgetcoach leert u dat in twaalf gesprekken.",
                Decimal("1800.00"),
                12,
                "Rustig Rekenen",
            ),
        ),
    ),
    Verhaal(
        Leefgebied.FINANCIEN,
        "Ik wil weten welke schulden er nog zijn.",
        "Een deel van uw schulden is kwijtgescholden. U weet niet wat er nog open staat.",
        "Er ligt een lijst met alles wat nog open staat, en een plan om dat af te lossen.",
        (
            Hulp(
                "Ordenen van de administratie",
                "immaterieel",
                "Zonder overzicht kunt u niet beginnen met afbetalen. Een vrijwilliger is niet beschikbaar.",
                Decimal("640.00"),
                4,
                "Papierhulp",
            ),
        ),
    ),
    Verhaal(
        Leefgebied.GEZIN,
        "Mijn zoon slaapt slecht en mist school.",
        "Uw zoon is stil en gaat twee dagen per week niet naar school.",
        "Uw zoon gaat elke dag naar school en sport bij een club.",
        (
            Hulp(
                "Sportclub en kleding, één jaar",
                "immaterieel",
                "Sporten bij een club helpt uw zoon om andere kinderen te leren kennen. Het jeugdteam raadt het aan.",
                Decimal("651.00"),
                12,
                "SV Oeverdorp",
            ),
        ),
    ),
    Verhaal(
        Leefgebied.WERK,
        "Ik wil mijn opleiding afmaken.",
        "U werkt twaalf uur per week. Daarvan kunt u niet leven. Uw opleiding stopte door de toeslagenzaak.",
        "U heeft een diploma en werk voor ten minste 28 uur per week.",
        (
            Hulp(
                "Opleiding doktersassistent, laatste jaar",
                "immaterieel",
                "Met dit diploma kunt u meteen meer uren werken. De opleiding past bij uw doel: vast werk.",
                Decimal("3450.00"),
                14,
                "ROC Rivierenland",
            ),
            Hulp(
                "Laptop voor de opleiding",
                "materieel",
                "Voor de opleiding moet u thuis kunnen werken. U heeft geen computer.",
                Decimal("699.00"),
                uitvoerder="De Computerwinkel",
            ),
        ),
    ),
    Verhaal(
        Leefgebied.ZORG,
        "Ik wil weer goed slapen en energie hebben.",
        "U slaapt slecht en heeft vaak hoofdpijn. De wachttijd bij de psycholoog is een half jaar.",
        "U slaapt weer door en voelt zich sterk genoeg om te werken.",
        (
            Hulp(
                "Begeleiding bij stress, 10 keer",
                "immaterieel",
                "De gewone zorg heeft een wachttijd van een half jaar. Dat is te lang om uw andere doelen te halen.",
                Decimal("1150.00"),
                8,
                "Praktijk De Oever",
            ),
        ),
    ),
)
WENS = Hulp(
    "Vaatwasser",
    "materieel",
    "Een vaatwasser is fijn, maar u heeft hem niet nodig om uw doelen te halen. Afwassen kan ook met de hand.",
    Decimal("612.00"),
)
EXTRA = Hulp(
    "Rijlessen, 20 uur",
    "immaterieel",
    "U kreeg een baan aangeboden die alleen met de auto te bereiken is. Zonder rijbewijs vervalt dat aanbod.",
    Decimal("1240.00"),
    9,
    "Rijschool Links Rechts",
)
BIJ_AANMELDING = "Toen u zich aanmeldde, had u schulden en veel zorgen. U wist niet waar u moest beginnen."
GEEN_HULPVRAAG = "Dit gaat goed. U heeft hier geen hulpvraag."

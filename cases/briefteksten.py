"""The letters of cases itself, with the ready-made text that holds until a gemeente writes its own."""

from collections.abc import Mapping
from datetime import date

from cases.aanvulbrief import Aanvulbrief
from cases.brief import Afzender, Ontvanger
from cases.briefsoorten import GROET, HOOFD, Blok, Briefsoort, Vast, registreer_brief
from cases.brieftekst import Gegeven
from cases.termijnbrief import Onderwerp, Termijnbrief
from cases.uitstelbrief import Uitstelbrief, Uitstelbriefsoort
from cases.vrijebrief import GEEN_GEHOOR, ONTVANGST, UITNODIGING, Vrijebrief
from config.weergave import datum_lang

TERMIJN, ANDERE = "Berichten over de termijn", "Uitnodigingen en andere brieven"
VRIJ = "brief/vrij.html"
CONTACT = (
    Gegeven(code="contactpersoon", uitleg="wie de inwoner kan bellen"),
    Gegeven(code="telefoon", uitleg="het nummer van de contactpersoon of van de gemeente", kan_leeg=True),
    Gegeven(code="gemeente", uitleg="de naam van de gemeente, zoals: Gemeente Rivierendam"),
    Gegeven(code="kenmerk", uitleg="het kenmerk van de brief"),
)
BEL = "[Bel {contactpersoon}, telefoon {telefoon}.|Vraag naar {contactpersoon}.]"
SPOED = (
    "Is er iets dat niet kan wachten? Bijvoorbeeld omdat u uw huis uit moet, of omdat gas, stroom of water wordt"
    " afgesloten? [Bel ons dan meteen: {telefoon}.|Neem dan meteen contact met ons op.]"
)
VRAAG = f"## Heeft u een vraag?\n\n{BEL}"
SLOT = Blok(code="slot", naam="Extra tekst van de gemeente, onderaan")
BERICHT = Vast(naam="Wat u zelf aan deze inwoner schrijft", uitleg="U vult dit in als u de brief maakt.")

AFZENDER = Afzender(
    gemeente="Rivierendam",
    college_naam="college van burgemeester en wethouders van Rivierendam",
    afdeling="Team Brede ondersteuning",
    adresregels=("Postbus 100", "4000 AA Rivierendam"),
    telefoon="0555 12 34 56",
    bezwaar_adres=("Postbus 100", "4000 AA Rivierendam"),
    rechtbank=("Rechtbank Gelderland", "Postbus 9030", "6800 EM Arnhem"),
    ondertekenaar_naam="H. Vuurdoorn",
    ondertekenaar_functie="teammanager",
    mandaat="mandaatbesluit 2025, onderdeel 7.3",
)
ONTVANGER = Ontvanger(
    aanhef="Beste mevrouw Morgenster", naam="mevrouw R. Morgenster", adresregels=("Lindepad 14", "4001 ZZ Rivierendam")
)
IN_ELK_VOORBEELD = {
    "kenmerk": "voorbeeld",
    "datum": date(2026, 6, 1),
    "afzender": AFZENDER,
    "ontvanger": ONTVANGER,
    "contactpersoon": "Jolanda Prins",
}


def contactwaarden(brief: Termijnbrief | Uitstelbrief | Aanvulbrief | Vrijebrief) -> dict[str, str]:
    return {
        "contactpersoon": brief.contactpersoon,
        "telefoon": brief.bel_nummer,
        "gemeente": brief.afzender.naam,
        "kenmerk": brief.kenmerk,
    }


def vrije_waarden(brief: Vrijebrief) -> Mapping[str, str]:
    return {**contactwaarden(brief), **dict(brief.gegevens)}


def _termijn(brief: Termijnbrief) -> Mapping[str, str]:
    gelukt = "Dat is niet gelukt." if brief.is_al_te_laat else "Dat lukt niet."
    dagen = {"uiterste_datum": datum_lang(brief.uiterste_datum), "verwacht_op": datum_lang(brief.verwacht_op)}
    return {**contactwaarden(brief), **dagen, "niet_gelukt": gelukt}


def _uitstel(brief: Uitstelbrief) -> Mapping[str, str]:
    dagen = {naam: datum_lang(getattr(brief, naam)) for naam in ("van", "tot", "was", "wordt")}
    return {**contactwaarden(brief), **dagen, "waarover": brief.waarover, "artikel": brief.artikel}


def _aanvulling(brief: Aanvulbrief) -> Mapping[str, str]:
    return {**contactwaarden(brief), "uiterlijk": datum_lang(brief.uiterlijk)}


TERMIJN_GEGEVENS = (
    *CONTACT,
    Gegeven(code="uiterste_datum", uitleg="de dag waarop het klaar moest zijn"),
    Gegeven(code="verwacht_op", uitleg="de dag die u nu noemt"),
    Gegeven(code="niet_gelukt", uitleg="Dat lukt niet. Na de uiterste datum: Dat is niet gelukt."),
)


def _termijnvoorbeeld(onderwerp: Onderwerp) -> Termijnbrief:
    return Termijnbrief(
        onderwerp=onderwerp,
        uiterste_datum=date(2026, 6, 5),
        verwacht_op=date(2026, 6, 19),
        verzet=onderwerp is Onderwerp.PLAN,
        reden="Er zijn op dit moment te weinig medewerkers.",
        **IN_ELK_VOORBEELD,  # type: ignore[arg-type]
    )


registreer_brief(
    Briefsoort(
        code="termijnbericht_gesprek",
        naam="Termijnbericht: het eerste gesprek is later",
        groep=TERMIJN,
        sjabloon="brief/termijnbericht.html",
        delen=(
            HOOFD,
            Blok(
                code="inleiding",
                naam="Begin van de brief",
                standaard="U heeft zich bij ons aangemeld voor brede ondersteuning. Wij willen met u praten over wat u"
                " nodig heeft. Dat is het eerste gesprek. Wij wilden dat gesprek uiterlijk op {uiterste_datum} met u"
                " houden. {niet_gelukt} Onze excuses daarvoor.",
                moet=frozenset({"uiterste_datum"}),
            ),
            Vast(naam="Wanneer het gesprek is, en waarom het later wordt", uitleg="De dag en de reden die u invult."),
            Blok(
                code="slot",
                naam="Wat de inwoner kan doen",
                standaard="## Wat u moet doen\n\nU hoeft nu niets te doen. Uw aanmelding blijft gewoon staan.\n\n"
                f"{SPOED}\n\nHeeft u een vraag over deze brief? {BEL}",
                moet=frozenset({"contactpersoon"}),
            ),
            GROET,
        ),
        gegevens=TERMIJN_GEGEVENS,
        waarden=_termijn,
        voorbeeld=lambda: _termijnvoorbeeld(Onderwerp.EERSTE_GESPREK),
    )
)
registreer_brief(
    Briefsoort(
        code="termijnbericht_plan",
        naam="Termijnbericht: het plan van aanpak is later",
        groep=TERMIJN,
        sjabloon="brief/termijnbericht.html",
        delen=(
            HOOFD,
            Blok(
                code="inleiding",
                naam="Begin van de brief",
                standaard="U heeft met ons gesproken over wat u nodig heeft. Daarna maken wij een plan van aanpak met"
                " u en nemen wij een besluit. Wij wilden dat uiterlijk op {uiterste_datum} klaar hebben. {niet_gelukt}"
                " Onze excuses daarvoor.",
                moet=frozenset({"uiterste_datum"}),
            ),
            Vast(
                naam="Wanneer het plan klaar is, en waarom het later wordt",
                uitleg="De dag en de reden die u invult. De dag wordt de nieuwe uiterste datum.",
                grond="Awb artikel 4:14 lid 3",
            ),
            Vast(
                naam="Wat de inwoner kan doen als wij te laat zijn",
                uitleg="Dat de inwoner ons in gebreke kan stellen, en daarna recht kan hebben op een dwangsom.",
                grond="Awb artikel 4:17",
            ),
            Blok(
                code="slot",
                naam="Spoed en vragen",
                standaard=f"{SPOED}\n\nHeeft u een vraag over deze brief? {BEL}",
                moet=frozenset({"contactpersoon"}),
            ),
            GROET,
        ),
        gegevens=TERMIJN_GEGEVENS,
        waarden=_termijn,
        voorbeeld=lambda: _termijnvoorbeeld(Onderwerp.PLAN),
    )
)


def _uitstelvoorbeeld(soort: Uitstelbriefsoort) -> Uitstelbrief:
    return Uitstelbrief(
        soort=soort,
        waarover="uw plan van aanpak",
        reden="Wij wachten op een antwoord van de Belastingdienst.",
        artikel="Algemene wet bestuursrecht, artikel 4:15",
        toelichting="Wij hebben de gegevens op 28 mei opgevraagd.",
        van=date(2026, 6, 2),
        tot=date(2026, 6, 19),
        was=date(2026, 6, 26),
        wordt=date(2026, 7, 14),
        **IN_ELK_VOORBEELD,  # type: ignore[arg-type]
    )


def _registreer_uitstel(soort: Uitstelbriefsoort, naam: str, begin: Blok, grond: str) -> None:
    registreer_brief(
        Briefsoort(
            code=_uitstelvoorbeeld(soort).tekstsoort,
            naam=naam,
            groep=TERMIJN,
            sjabloon="brief/uitstel.html",
            delen=(
                HOOFD,
                begin,
                Vast(
                    naam="Hoe lang, waarom en wanneer het besluit komt",
                    uitleg="De dagen die niet meetellen, de reden en de nieuwe uiterste datum.",
                    grond=grond,
                ),
                Blok(
                    code="slot",
                    naam="Vragen",
                    standaard=f"{VRAAG} Is er iets dat niet kan wachten? Zeg dat er dan bij.",
                    moet=frozenset({"contactpersoon"}),
                ),
                GROET,
            ),
            gegevens=(
                *CONTACT,
                Gegeven(code="waarover", uitleg="waarover wij beslissen, zoals: uw plan van aanpak"),
                Gegeven(code="artikel", uitleg="het artikel in de wet"),
                Gegeven(code="van", uitleg="de eerste dag die niet meetelt"),
                Gegeven(code="tot", uitleg="de laatste dag die niet meetelt"),
                Gegeven(code="was", uitleg="de uiterste datum zoals die was"),
                Gegeven(code="wordt", uitleg="de nieuwe uiterste datum"),
            ),
            waarden=_uitstel,
            voorbeeld=lambda: _uitstelvoorbeeld(soort),
        )
    )


def _begin(standaard: str, *moet: str) -> Blok:
    return Blok(code="inleiding", naam="Begin van de brief", standaard=standaard, moet=frozenset(moet))


_registreer_uitstel(
    Uitstelbriefsoort.OPSCHORTING,
    "Opschorting van de beslistermijn",
    _begin(
        "Wij moeten een besluit nemen over {waarover}. Daarvoor geldt een termijn. Die termijn staat nu even stil. Dat"
        " heet opschorten.",
        "waarover",
    ),
    "Awb artikel 4:15",
)
_registreer_uitstel(
    Uitstelbriefsoort.EINDE,
    "Einde van een opschorting",
    _begin(
        "Wij schreven u dat wij wachten met {waarover}. Vanaf nu gaan wij verder. De laatste dag waarop wij wachtten,"
        " is {tot}.",
        "waarover",
        "tot",
    ),
    "Awb artikel 4:15 lid 4",
)
_registreer_uitstel(
    Uitstelbriefsoort.VERDAGING,
    "Verdaging van het besluit op bezwaar",
    _begin(
        "Wij moeten een besluit nemen over {waarover}. Wij hebben daar meer tijd voor nodig. Dat heet verdagen"
        " ({artikel}).",
        "waarover",
        "artikel",
    ),
    "Awb artikel 7:10",
)
registreer_brief(
    Briefsoort(
        code="aanvulling",
        naam="Vraag om de aanvraag aan te vullen",
        groep=TERMIJN,
        sjabloon="brief/aanvulling.html",
        delen=(
            HOOFD,
            _begin(
                "U heeft ons om brede ondersteuning gevraagd. Wij maken met u een plan van aanpak. Wij kunnen daar nog"
                " niet over beslissen, omdat wij niet alles weten."
            ),
            Vast(
                naam="Wat wij nodig hebben en wanneer",
                uitleg="Wat u vraagt, de laatste dag, wat dat doet met onze termijn, en wat er gebeurt als er niets"
                " komt.",
                grond="Awb artikelen 4:5 en 4:15",
            ),
            SLOT,
            GROET,
        ),
        gegevens=(*CONTACT, Gegeven(code="uiterlijk", uitleg="de laatste dag om aan te vullen")),
        waarden=_aanvulling,
        voorbeeld=lambda: Aanvulbrief(
            wat="Een kopie van uw huurcontract.",
            uiterlijk=date(2026, 6, 19),
            was=date(2026, 6, 26),
            wordt=date(2026, 7, 14),
            **IN_ELK_VOORBEELD,  # type: ignore[arg-type]
        ),
    )
)


def vrij_voorbeeld(soort: str, **gegevens: str) -> Vrijebrief:
    return Vrijebrief(soort=soort, gegevens=tuple(gegevens.items()), **IN_ELK_VOORBEELD)  # type: ignore[arg-type]


def registreer_vrij(soort: str, naam: str, tekst: Blok, eigen: tuple[Gegeven, ...], **voorbeeld: str) -> Briefsoort:
    """Register a letter that is its text, with what the consulent adds."""
    return registreer_brief(
        Briefsoort(
            code=soort,
            naam=naam,
            groep=ANDERE,
            sjabloon=VRIJ,
            delen=(
                HOOFD,
                tekst,
                BERICHT,
                Blok(code="slot", naam="Vragen", standaard=VRAAG, moet=frozenset({"contactpersoon"})),
                GROET,
            ),
            gegevens=(*CONTACT, *eigen),
            waarden=vrije_waarden,
            voorbeeld=lambda: vrij_voorbeeld(soort, **voorbeeld),
        )
    )


def vrije_tekst(standaard: str, *moet: str) -> Blok:
    return Blok(code="tekst", naam="Tekst van de brief", standaard=standaard, moet=frozenset(moet))


registreer_vrij(
    UITNODIGING,
    "Uitnodiging voor een gesprek",
    vrije_tekst(
        "Wij willen graag met u praten over wat u nodig heeft voor een nieuwe start.\n\n## Waar en wanneer\n\n"
        "**{datum_gesprek}[ om {tijd} uur]**. {hoe}[ Het adres is: {plaats}.][ U spreekt met {met}.]\n\n"
        "## Wat u kunt doen\n\nU mag iemand meenemen die u vertrouwt. Dat kost niets. U hoeft niets voor te bereiden."
        " Kunt u niet op deze dag? Laat het ons weten. Dan kiezen wij samen een andere dag.",
        "datum_gesprek",
        "hoe",
    ),
    (
        Gegeven(code="datum_gesprek", uitleg="de dag van het gesprek"),
        Gegeven(code="hoe", uitleg="hoe wij praten, in een zin, zoals: Wij komen bij u thuis."),
        Gegeven(code="tijd", uitleg="hoe laat", kan_leeg=True),
        Gegeven(code="plaats", uitleg="waar, zoals in de afspraak staat", kan_leeg=True),
        Gegeven(code="met", uitleg="wie er komen", kan_leeg=True),
    ),
    datum_gesprek="Dinsdag 9 juni 2026",
    tijd="10.30",
    plaats="stadhuis, kamer 2.12",
    hoe="Het gesprek is bij ons op kantoor.",
    met="Jolanda Prins",
)
registreer_vrij(
    ONTVANGST,
    "Ontvangstbevestiging van de aanmelding",
    vrije_tekst(
        "Op {aanmelding} kregen wij uw aanmelding voor brede ondersteuning. In deze brief leest u hoe het verder gaat."
        "\n\n## Hoe het verder gaat\n\nWij nodigen u uit voor een gesprek. Daarin vertelt u wat u nodig heeft voor een"
        " nieuwe start.[ Dat gesprek is uiterlijk op {gesprek_tot}.] Daarna maken wij samen met u een plan van aanpak."
        f"\n\n{SPOED}",
        "aanmelding",
    ),
    (
        Gegeven(code="aanmelding", uitleg="de dag van de aanmelding"),
        Gegeven(code="gesprek_tot", uitleg="de laatste dag voor het eerste gesprek", kan_leeg=True),
    ),
    aanmelding="maandag 18 mei 2026",
    gesprek_tot="maandag 13 juli 2026",
)
registreer_vrij(
    GEEN_GEHOOR,
    "Wij bereiken u niet",
    vrije_tekst(
        "Wij willen met u praten over uw brede ondersteuning. Het lukt ons niet om u te bereiken.[ Wij probeerden het"
        " voor het laatst op {laatste_poging}.]\n\n## Wat u kunt doen\n\nLaat ons weten hoe en wanneer wij u het beste"
        " kunnen bereiken. Onderaan deze brief staat wie u kunt bellen. U mag ook iemand anders vragen om te bellen."
        "\n\n## Wat er gebeurt als u niets doet\n\nWij stoppen niet. Wij proberen u nog een keer te bereiken."
        " Misschien komen wij bij u langs. Wilt u op dit moment geen hulp? Dat mag. Laat het ons dan weten.\n\n"
        f"{SPOED}",
    ),
    (Gegeven(code="laatste_poging", uitleg="de dag van de laatste poging zonder gehoor", kan_leeg=True),),
    laatste_poging="donderdag 28 mei 2026",
)

"""Letters to test and measure with: the invented gemeente Rivierendam writes to the invented mevrouw Morgenster."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from planvanaanpak.bezwaarbrief import Berichtsoort, Bezwaarbericht, Zitting
from planvanaanpak.brief import Afzender, BesluitBrief, Bijsluiter, Ontvanger
from planvanaanpak.briefregels import AanvulRegel, BezwaarRegel, LeefgebiedRegel, VoorzieningRegel

LOGO = (
    b'<svg viewBox="0 0 40 40" xmlns="http://www.w3.org/2000/svg"><rect width="40" height="40" rx="4" fill="#0c4548"/>'
    b'<path d="M5 15q5-4 10 0t10 0 10 0M5 22q5-4 10 0t10 0 10 0" fill="none" stroke="#f8dc9c" stroke-width="2.5"/>'
    b'<path d="M5 30h30" stroke="#ffffff" stroke-width="4"/></svg>'
)
AFZENDER = Afzender(
    gemeente="Rivierendam",
    college_naam="college van burgemeester en wethouders van Rivierendam",
    afdeling="Team Brede ondersteuning",
    adresregels=("Postbus 100", "4000 AA Rivierendam"),
    telefoon="0555 12 34 56",
    email="bredeondersteuning@rivierendam.example",
    logo=LOGO,
    bezwaar_adres=("Postbus 100", "4000 AA Rivierendam"),
    rechtbank=("Rechtbank Gelderland", "team bestuursrecht", "Postbus 9030", "6800 EM Arnhem"),
    ondertekenaar_naam="H. Vuurdoorn",
    ondertekenaar_functie="teammanager Brede ondersteuning",
    mandaat="mandaatbesluit gemeente Rivierendam 2025, onderdeel 7.3",
)
ONTVANGER = Ontvanger(
    aanhef="Beste mevrouw Morgenster", naam="mevrouw R. Morgenster", adresregels=("Lindepad 14", "4001 ZZ Rivierendam")
)
BED = VoorzieningRegel(
    nummer=1,
    omschrijving="Bed, matras en beddengoed",
    besluit="toegekend",
    soort="materieel",
    wanneer="eenmalig, voor 1 juli 2026",
    bedrag=Decimal("724.00"),
    motivering="Uw jongste kind slaapt op een matras op de grond. Een eigen bed is nodig om goed te slapen en te "
    "groeien.\nHet bedrag komt uit de prijzengids van het Nibud.",
)
COACH = VoorzieningRegel(
    nummer=2,
    omschrijving="Budgetcoach, 12 gesprekken",
    besluit="toegekend",
    soort="immaterieel",
    wanneer="1 juni 2026 tot en met 31 mei 2027",
    bedrag=Decimal("1800.00"),
    motivering="U wilt weer zelf uw geld regelen. Een budgetcoach leert u dat in twaalf gesprekken. De gewone hulp bij "
    "geldzaken van de gemeente heeft een wachttijd van vijf maanden. Dat is te lang.",
)
OPLEIDING = VoorzieningRegel(
    nummer=3,
    omschrijving="Opleiding taxichauffeur",
    besluit="toegekend",
    soort="immaterieel",
    wanneer="september 2026 tot en met februari 2027",
    bedrag=Decimal("2820.00"),
    motivering="U werkt nu twaalf uur per week. Daarvan kunt u niet leven. Met een diploma voor taxichauffeur kunt u "
    "bij twee bedrijven in de regio meteen meer uren werken.",
)
VAATWASSER = VoorzieningRegel(
    nummer=4,
    omschrijving="Vaatwasser",
    besluit="afgewezen",
    soort="materieel",
    motivering="Wij begrijpen dat een vaatwasser fijn is. U heeft hem niet nodig om uw doelen te halen. Afwassen kan "
    "ook met de hand. Wij hebben dit op 12 mei 2026 met u besproken.",
    grond="wens en geen noodzaak (beleidsregels, artikel 8 lid 1 onder g)",
)
LEEFGEBIEDEN = (
    LeefgebiedRegel(
        leefgebied="Wonen",
        doelstelling="Passende woning",
        situatie="U huurt een woning met drie slaapkamers. Uw jongste slaapt op een matras op de grond.",
        voldoet="nee",
        hulpvraag="‘Ik wil dat mijn kinderen een eigen bed hebben.’",
        doel="In juli 2026 slapen alle kinderen in een eigen bed.",
        voorzieningen=(1,),
        afgewezen=(4,),
    ),
    LeefgebiedRegel(
        leefgebied="Financiën",
        doelstelling="Financieel vaardig en in balans",
        situatie="U heeft geen overzicht over uw post en rekeningen.",
        voldoet="nee",
        hulpvraag="‘Ik wil weer zelf mijn geld regelen.’",
        doel="In maart 2027 betaalt u zes maanden achter elkaar alles op tijd.",
        voorzieningen=(2,),
    ),
    LeefgebiedRegel(
        leefgebied="Gezin",
        doelstelling="Veilige leefomgeving",
        situatie="Uw zoon van 9 jaar is stil op school. Het jeugdteam helpt al.",
        voldoet="deels",
        hulpvraag="‘Ik wil dat mijn zoon weer vrienden heeft.’",
        doel="In december 2026 sport hij elke week bij een club.",
    ),
    LeefgebiedRegel(
        leefgebied="Werk",
        doelstelling="Werkzekerheid",
        situatie="U werkt twaalf uur per week in de schoonmaak. Dat is te weinig om van te leven.",
        voldoet="nee",
        hulpvraag="‘Ik wil graag taxichauffeur worden.’",
        doel="In april 2027 heeft u een diploma en werk voor ten minste 28 uur per week.",
        voorzieningen=(3,),
    ),
    LeefgebiedRegel(
        leefgebied="Zorg",
        doelstelling="Positieve gezondheid",
        situatie="U voelt zich gezond en heeft een vaste huisarts. U heeft hier geen hulpvraag.",
        voldoet="ja",
    ),
)
TOEKENNING = BesluitBrief(
    soort="toekenning",
    kenmerk="9901-B-2026-00187",
    datum=date(2026, 5, 21),
    onderwerp="Besluit over uw plan van aanpak",
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
    bezwaar_tot=date(2026, 7, 2),
    contactpersoon="Jolanda Prins",
    contacttelefoon="0555 12 34 71",
    eerste_gesprek=date(2026, 3, 30),
    akkoord_datum=date(2026, 5, 14),
    akkoord_hoe="per e-mail",
    voorzieningen=(BED, COACH, OPLEIDING, VAATWASSER),
    leefgebieden=LEEFGEBIEDEN,
    gronden=(
        "Wet hersteloperatie toeslagen, artikel 2.21: het recht op brede ondersteuning",
        "Beleidsregels brede ondersteuning gemeente Rivierendam 2025",
    ),
    materieel_tot=date(2026, 9, 30),
    besluiten_tot=date(2028, 3, 30),
    gezin=("u", "uw dochter (12 jaar)", "uw zoon (9 jaar)", "uw zoon (5 jaar)"),
    nazorg_tekst="Daarna begint de nazorg. U hoort dan elk half jaar van ons, twee jaar lang.",
)
RIJLESSEN = replace(
    OPLEIDING,
    nummer=5,
    omschrijving="Rijlessen voor de opleiding",
    bedrag=Decimal("1800.00"),
    motivering="Zonder rijbewijs kunt u de opleiding niet afmaken.",
)
ADDENDUM = replace(
    TOEKENNING,
    soort="addendum",
    kenmerk="9901-B-2026-00240",
    datum=date(2026, 8, 20),
    bezwaar_tot=date(2026, 10, 1),
    onderwerp="Aanvulling op uw plan van aanpak",
    vult_aan="9901-B-2026-00187",
    voorzieningen=(RIJLESSEN,),
    plan_versie=2,
)
AFWIJZING = replace(
    TOEKENNING,
    soort="afwijzing",
    kenmerk="9901-B-2026-00201",
    onderwerp="Besluit over uw vraag om een vaatwasser",
    voorzieningen=(VAATWASSER,),
    leefgebieden=(),
    akkoord_datum=None,
)
BEEINDIGING = replace(
    TOEKENNING,
    soort="beeindiging",
    kenmerk="9901-B-2027-00077",
    datum=date(2027, 5, 3),
    bezwaar_tot=date(2027, 6, 14),
    onderwerp="Einde van de brede ondersteuning",
    einde=date(2027, 5, 3),
    voorzieningen=(),
    leefgebieden=(),
    toelichting="Op 20 april 2027 spraken wij met u over uw doelen. U heeft ze behaald: er zijn bedden, u betaalt uw "
    "rekeningen op tijd en u werkt 32 uur per week.\nDaarom is brede ondersteuning niet meer nodig.",
    nazorg_tekst="Wij bellen u elk half jaar om te vragen hoe het gaat, tot en met 3 mei 2029. Gaat het eerder minder "
    "goed? Bel dan zelf. Dan kijken wij samen wat nodig is.",
)
HERZIENING = replace(
    ADDENDUM,
    soort="herziening",
    kenmerk="9901-B-2026-00260",
    onderwerp="Uw plan van aanpak verandert",
    leefgebieden=(),
    over_datum=date(2026, 5, 21),
    ingang=date(2026, 7, 1),
    zienswijze="U bent het eens met de hulp van een coach. U wilt het bed graag houden.",
    voorzieningen=(
        replace(
            COACH, nummer=1, bedrag=Decimal("3000.00"), was="u krijgt dit, € 1.800,00, eenmalig", wijziging="anders"
        ),
        replace(BED, nummer=2, besluit="afgewezen", was="u krijgt dit, € 724,00, eenmalig", wijziging="vervalt"),
        replace(VAATWASSER, nummer=3, besluit="toegekend", was="u krijgt dit niet", wijziging="alsnog", grond=""),
    ),
)
INTREKKING = replace(
    BEEINDIGING,
    soort="intrekking",
    kenmerk="9901-B-2026-00261",
    vult_aan="9901-B-2026-00187",
    onderwerp="Intrekking van een besluit",
    over_datum=date(2026, 5, 21),
    einde=None,
    ingang=date(2027, 6, 1),
    zienswijze="U vroeg hier zelf om.",
    toelichting="U vroeg ons om dit besluit in te trekken, omdat u naar een andere gemeente verhuist.",
)
BUITEN_BEHANDELING = replace(
    INTREKKING,
    soort="buiten_behandeling",
    kenmerk="9901-B-2026-00262",
    vult_aan="",
    onderwerp="Uw aanvraag om brede ondersteuning",
    over_datum=None,
    ingang=None,
    zienswijze="",
    aanvulling=AanvulRegel(
        gevraagd_op=date(2027, 4, 3), uiterlijk=date(2027, 4, 19), wat="Een bewijs van inschrijving."
    ),
    toelichting="Zonder dat bewijs weten wij niet of u in onze gemeente woont.",
)
GEGROND = replace(
    BEEINDIGING,
    soort="besluit_op_bezwaar",
    kenmerk="9901-B-2026-00290",
    datum=date(2026, 9, 10),
    bezwaar_tot=date(2026, 10, 22),
    einde=None,
    vult_aan="9901-B-2026-00201",
    onderwerp="Besluit op uw bezwaar",
    gronden=(
        "Wet hersteloperatie toeslagen, artikel 2.21: het recht op brede ondersteuning",
        "Beleidsregels brede ondersteuning gemeente Rivierendam 2025",
        "Algemene wet bestuursrecht, artikelen 7:11 en 7:12: de beslissing op een bezwaar",
    ),
    toelichting="Op de hoorzitting legde u uit dat u door uw rug niet lang kunt staan. Dat wisten wij niet toen wij "
    "ons besluit namen.\nEen vaatwasser is voor u nodig voor een nieuwe start.",
    nazorg_tekst="",
    bezwaar=BezwaarRegel(
        besluit_datum=date(2026, 5, 21),
        ontvangen_op=date(2026, 6, 29),
        dictum="gegrond",
        gronden="U kunt door uw rug niet lang staan om af te wassen.",
        bezwaar_tot=date(2026, 7, 2),
        gehoord_op=date(2026, 8, 3),
        gehoord_door="de bezwaarcommissie van de gemeente Rivierendam",
        advies_datum=date(2026, 8, 17),
        advies="De commissie vindt dat de gemeente uw situatie goed heeft onderzocht. Zij adviseert om uw bezwaar "
        "ongegrond te verklaren.",
        advies_strekking="ongegrond",
        afwijking="Na het advies kregen wij een brief van uw huisarts. De commissie kende die brief niet.",
        gevolg="U krijgt een vergoeding voor een vaatwasser.",
        nieuw_besluit=True,
    ),
)
TE_LAAT = replace(
    GEGROND,
    kenmerk="9901-B-2026-00291",
    toelichting="Omdat uw bezwaar te laat kwam, kijken wij niet opnieuw naar ons besluit.",
    bezwaar=BezwaarRegel(
        besluit_datum=date(2026, 5, 21),
        ontvangen_op=date(2026, 7, 30),
        dictum="niet_ontvankelijk",
        namens="mr. P. Jansen",
        gronden="U wilt een vaatwasser.",
        op_tijd=False,
        bezwaar_tot=date(2026, 7, 2),
        verschoonbaar="U was op vakantie. Iemand anders had voor u kunnen schrijven.",
        afzien="Het was meteen duidelijk dat wij uw bezwaar niet kunnen behandelen. Het kwam vier weken te laat",
    ),
)
BESLUITEN = (
    TOEKENNING, ADDENDUM, AFWIJZING, BEEINDIGING, HERZIENING, INTREKKING, BUITEN_BEHANDELING, GEGROND, TE_LAAT,
)  # fmt: skip
ONTVANGST = Bezwaarbericht(
    soort=Berichtsoort.ONTVANGST,
    kenmerk="9901-D-2026-00112",
    datum=date(2026, 6, 30),
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
    besluit="9901-B-2026-00201",
    besluit_datum=date(2026, 5, 21),
    ontvangen_op=date(2026, 6, 29),
    op_tijd=True,
    bezwaar_tot=date(2026, 7, 2),
    commissie=True,
    beslissen_tot=date(2026, 9, 24),
    contactpersoon="Jolanda Prins",
    telefoon="0555 12 34 71",
)
PRO_FORMA = replace(
    ONTVANGST,
    ontvanger=replace(
        ONTVANGER, afschrift_aan="mr. P. Jansen van Recht BV, advocaat", afschrift_adres=("Postbus 9", "1000 AA Oord")
    ),
    ontvangen_op=date(2026, 7, 30),
    op_tijd=False,
    commissie=False,
    namens="mr. P. Jansen",
    aanvullen_tot=date(2026, 8, 13),
)
UITNODIGING = replace(
    ONTVANGST,
    soort=Berichtsoort.UITNODIGING,
    zitting=Zitting(
        datum=date(2026, 8, 3),
        tijd="10.30",
        plaats="stadhuis, kamer 2.12",
        door_wie="de bezwaarcommissie van de gemeente Rivierendam",
        stukken_tot=date(2026, 7, 24),
        inzage_vanaf=date(2026, 7, 27),
    ),
)
BIJSLUITER = Bijsluiter(
    kenmerk="9901-B-2026-00187",
    datum=date(2026, 5, 26),
    oorspronkelijke_datum=date(2026, 5, 21),
    bezwaar_tot=date(2026, 7, 7),
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
)
NAGESTUURD = replace(BIJSLUITER, datum=date(2026, 6, 12), dag=date(2026, 5, 26))
VERBETERD = replace(
    BIJSLUITER, datum=date(2026, 6, 2), dag=date(2026, 5, 22), eerder=date(2026, 5, 26), bezwaar_tot=date(2026, 7, 3)
)
OPNIEUW = replace(BIJSLUITER, datum=date(2026, 6, 2), dag=date(2026, 6, 2), opnieuw=True, bezwaar_tot=date(2026, 7, 14))
LOOPT_DOOR = replace(OPNIEUW, dag=date(2026, 5, 21), bezwaar_tot=date(2026, 7, 2), loopt_door=True)
OPNIEUW_NA = replace(LOOPT_DOOR, datum=date(2026, 6, 12), opnieuw_op=date(2026, 6, 2))
BIJSLUITERS = {
    "first": BIJSLUITER,
    "after": NAGESTUURD,
    "corrected": VERBETERD,
    "again": OPNIEUW,
    "again-same-term": LOOPT_DOOR,
    "again-after": OPNIEUW_NA,
}
LANGE_NAAM = "Żywiałowska-" + "van der Vųlkovāsoøse-" * 8 + "Ğüneş-Łępicka-Þór"


def _lang(nummer):
    """Give a voorziening with a long name, or one whose motivering is longer than a page."""
    omschrijving = f"Voorziening {nummer}{' met een lange omschrijving' * (nummer % 3)}"
    return replace(
        BED, nummer=nummer, omschrijving=omschrijving, motivering=BED.motivering * (30 if nummer == 7 else 1)
    )


LANG = replace(
    TOEKENNING,
    afzender=replace(AFZENDER, gemeente="Nieuw-Waterlandsche Polders aan de Oude Rivierendam", logo=None),
    ontvanger=Ontvanger(
        aanhef=f"Beste mevrouw {LANGE_NAAM}", naam=f"mevrouw A.B.C. {LANGE_NAAM}", adresregels=ONTVANGER.adresregels
    ),
    voorzieningen=tuple(_lang(nummer) for nummer in range(1, 41)),
)
LEEG = replace(
    TOEKENNING,
    voorzieningen=(),
    eerste_gesprek=None,
    akkoord_datum=None,
    materieel_tot=None,
    besluiten_tot=None,
    gezin=(),
)

"""The letters of besluiten and bezwaren, with the ready-made text that holds until a gemeente writes its own.

What the law asks of a besluit is no text of the gemeente: to whom it goes (Awb 3:41), what is decided and why (3:46,
3:47), where and until when bezwaar or beroep can be made (3:45, 6:23), and on whose behalf it is signed (10:10).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from accounts.models import User
from cases.briefadres import afzender_bezwaar
from cases.briefsoorten import GROET, HOOFD, Blok, Briefsoort, Vast, registreer_brief
from cases.brieftekst import Gegeven
from cases.briefteksten import IN_ELK_VOORBEELD, SLOT, VRAAG
from cases.models import Dossier
from cases.templatetags.brieftekst import kleine_letter, zin
from config.weergave import datum as datumtekst
from config.weergave import datum_lang
from planvanaanpak.bezwaarbrief import Berichtsoort, Bezwaarbericht, Zitting
from planvanaanpak.brief import (
    BUITEN_BEHANDELING,
    OP_BEZWAAR,
    TITELS,
    VERWIJST,
    BesluitBrief,
)
from planvanaanpak.briefregels import AanvulRegel, BezwaarRegel, VoorzieningRegel
from planvanaanpak.models import Bezwaar
from planvanaanpak.opbouw import Inhoud, plan_inhoud, stel_brief_samen
from planvanaanpak.planbron import besluit_over_plan, plan_van, voorstellen_van

BESLUITEN, BEZWAAR = "Besluiten", "Bezwaar"
AKKOORD = "[ {akkoord}]"
NIEUW_PLAN = "[ Het nieuwe plan van aanpak hoort bij dit besluit. U vindt het {bijlage}.]"
NIET_ERKEND = "UHT heeft ons laten weten dat u niet bent erkend als gedupeerde. Daarom stopt de ondersteuning."
EERDER = "U kreeg van ons eerder een besluit over uw plan van aanpak, met kenmerk **{eerder_besluit}**."
INLEIDING: Mapping[str, str] = {
    "toekenning": "[Op {gesprek} spraken wij met u over wat u nodig heeft voor een nieuwe start. Daarna hebben wij"
    f" samen|Wij hebben samen met u] een plan van aanpak gemaakt.{AKKOORD} In deze brief leest u wat wij hebben"
    " besloten.[ Het plan van aanpak hoort bij dit besluit. U vindt het {bijlage}.]",
    "addendum": f"{EERDER} Dit besluit is een aanvulling daarop. Wat wij eerder hebben besloten, blijft gelden."
    f"{AKKOORD}{NIEUW_PLAN}",
    "herziening": f"{EERDER} Dat besluit veranderen wij[ vanaf {{ingang}}]. Wat in deze brief niet anders staat, blijft"
    f" gelden.{AKKOORD}{NIEUW_PLAN}",
    "afwijzing": "U vroeg ons om hulp voor een nieuwe start. In deze brief leest u wat wij hebben besloten en waarom."
    f"[ Wij spraken hierover met u op {{gesprek}}.]{AKKOORD}[ Het plan van aanpak hoort bij dit besluit. U vindt het"
    " {bijlage}.]",
    "buiten_behandeling": "U vroeg ons om hulp voor een nieuwe start. In deze brief leest u waarom wij uw aanvraag"
    " niet verder behandelen.",
    "beeindiging": "U krijgt van ons brede ondersteuning.[ Wij begonnen daarmee na het gesprek op {gesprek}.] In deze"
    " brief leest u dat de brede ondersteuning stopt, en waarom.",
    "intrekking": "U kreeg van ons eerder een besluit met kenmerk **{eerder_besluit}**. In deze brief leest u waarom"
    " wij dat besluit intrekken.",
    OP_BEZWAAR: "Op {ontvangen_op} ontvingen wij {welk_bezwaar}. Het gaat over ons besluit van {besluit_datum}, met"
    " kenmerk **{eerder_besluit}**. In deze brief leest u wat wij hebben besloten en waarom.",
}
NAMEN: Mapping[str, str] = {
    "toekenning": "Toekenning, met het plan van aanpak",
    "addendum": "Addendum: aanvulling op het plan",
    "herziening": "Herziening van een besluit",
    "afwijzing": "Afwijzing",
    "buiten_behandeling": "Aanvraag buiten behandeling",
    "beeindiging": "Beëindiging",
    "intrekking": "Intrekking van een besluit",
    OP_BEZWAAR: "Besluit op bezwaar",
}
VRAGEN = (
    "- Heeft u vragen over deze brief? Bel {wie_bellen}.\n"
    "- [Verandert er iets? Laat het ons weten. Wij kunnen het plan aanvullen. {vensters}]"
)
OPNIEUW = "\n- Heeft u de gegevens alsnog? Neem contact met ons op. Wij helpen u om opnieuw een aanvraag te doen."
GEGEVENS = (
    Gegeven(code="wie_bellen", uitleg="de contactpersoon met het telefoonnummer"),
    Gegeven(code="gemeente", uitleg="de naam van de gemeente, zoals: Gemeente Rivierendam"),
    Gegeven(code="kenmerk", uitleg="het nummer van het besluit"),
    Gegeven(code="gesprek", uitleg="de dag van het eerste gesprek", kan_leeg=True),
    Gegeven(code="akkoord", uitleg="in zinnen: wie akkoord gaf, wanneer en hoe, of waarom niet", kan_leeg=True),
    Gegeven(code="bijlage", uitleg="achter deze brief, als het plan erbij zit", kan_leeg=True),
    Gegeven(code="vensters", uitleg="tot wanneer wij nog iets kunnen toekennen, in zinnen", kan_leeg=True),
)
EERDER_BESLUIT = Gegeven(code="eerder_besluit", uitleg="het kenmerk van het eerdere besluit")
INGANG = Gegeven(code="ingang", uitleg="de dag waarop de herziening ingaat", kan_leeg=True)
VAN_BEZWAAR = (
    Gegeven(code="ontvangen_op", uitleg="de dag waarop het bezwaar kwam"),
    Gegeven(code="welk_bezwaar", uitleg="uw bezwaar, of: het bezwaar dat iemand namens u maakte"),
    Gegeven(code="besluit_datum", uitleg="de datum van het besluit waar het bezwaar over gaat"),
)
BESLUIT = Vast(
    naam="Wat wij hebben besloten en waarom",
    uitleg="Het besluit, de bedragen en de motivering, zoals u ze in het plan of het besluit invult.",
    grond="Awb artikelen 3:46 en 3:47",
)
REGELS = Vast(
    naam="Op welke regels wij dit besluit baseren", uitleg="De wet en het beleid.", grond="Awb artikel 3:47 lid 2"
)
ONDERTEKENING = Vast(
    naam="Ondertekening namens het college",
    uitleg="Het bestuursorgaan, de ondertekenaar, de functie en het mandaat. En wie besloot, als dat een ander is.",
    grond="Awb artikel 10:10",
)


def _rechtsmiddel(soort: str) -> Vast:
    if soort == OP_BEZWAAR:
        return Vast(
            naam="Bent u het niet eens met dit besluit? (beroep)",
            uitleg="Bij welke rechtbank, tot en met welke dag, en wat erin moet staan.",
            grond="Awb artikelen 3:45 en 6:23",
        )
    return Vast(
        naam="Bent u het niet eens met dit besluit? (bezwaar)",
        uitleg="Bij welk bestuursorgaan, tot en met welke dag, en wat erin moet staan.",
        grond="Awb artikel 3:45",
    )


def akkoordzinnen(brief: BesluitBrief) -> str:
    """Say who agreed with the plan, when, how and with what not; or why it is set down without akkoord."""
    if brief.akkoord_datum is None:
        return brief.zonder_akkoord
    deel = "een deel van " if brief.niet_akkoord else ""
    wie, hoorde = f"U bent het met {deel}het plan eens", "Dat liet u ons weten"
    if brief.akkoord_van:
        wie, hoorde = f"{brief.akkoord_van} is het namens u met {deel}het plan eens", "Dat hoorden wij"
    hoe = f" ({kleine_letter(brief.akkoord_hoe)})" if brief.akkoord_hoe else ""
    zinnen = f"{wie}. {hoorde} op {datumtekst(brief.akkoord_datum)}{hoe}."
    return f"{zinnen} Niet eens bent u het met: {zin(brief.niet_akkoord)}" if deel else zinnen


def vensterzinnen(brief: BesluitBrief) -> str:
    """Say until when more can be granted, and after niet erkend why that is so short (Wht art. 2.21 lid 6)."""
    nog = "alleen nog toekennen" if brief.niet_erkend else "toekennen"
    zinnen = [f"{wat} kunnen wij {nog} tot en met {datumtekst(tot)}." for wat, tot in brief.vensters]
    return " ".join([*([NIET_ERKEND] if zinnen and brief.niet_erkend else []), *zinnen])


def besluitwaarden(brief: BesluitBrief) -> Mapping[str, str]:
    bezwaar = brief.bezwaar
    return {
        "wie_bellen": brief.wie_bellen,
        "gemeente": brief.afzender.naam,
        "kenmerk": brief.kenmerk,
        "gesprek": datumtekst(brief.eerste_gesprek),
        "akkoord": akkoordzinnen(brief),
        "bijlage": "achter deze brief" if brief.leefgebieden else "",
        # what the inwoner can still get is nothing for another belanghebbende
        "vensters": "" if bezwaar and bezwaar.belanghebbende else vensterzinnen(brief),
        "eerder_besluit": brief.vult_aan,
        "ingang": datumtekst(brief.ingang),
        "ontvangen_op": datumtekst(bezwaar.ontvangen_op) if bezwaar else "",
        "welk_bezwaar": _welk(bezwaar.namens) if bezwaar else "",
        "besluit_datum": datumtekst(bezwaar.besluit_datum) if bezwaar else "",
    }


def _welk(namens: str) -> str:
    return f"het bezwaar dat {namens} namens u maakte" if namens else "uw bezwaar"


def _moet(soort: str) -> frozenset[str]:
    return frozenset({"eerder_besluit"}) if soort in VERWIJST else frozenset()


VOORBEELDBEZWAAR = BezwaarRegel(
    besluit_datum=date(2026, 4, 20),
    ontvangen_op=date(2026, 5, 18),
    dictum="gegrond",
    gronden="U heeft ook een bed nodig.",
    gehoord_op=date(2026, 5, 26),
    gehoord_door="mevrouw A. de Wit",
    gevolg="U krijgt een vergoeding voor een bed.",
)
REDEN = "Hier staat waarom wij dit besluiten. U schrijft dat als u het besluit neemt."
NIET_COMPLEET = AanvulRegel(
    gevraagd_op=date(2026, 4, 20), wat="Een bewijs van het huurcontract.", uiterlijk=date(2026, 5, 11)
)
BED = VoorzieningRegel(
    nummer=1,
    omschrijving="Bed met matras",
    besluit="toegekend",
    soort="materieel",
    wanneer="eenmalig",
    bedrag=Decimal("640.00"),
    motivering="Een eigen bed is nodig om goed te slapen.",
)
GEEN = VoorzieningRegel(
    nummer=1,
    omschrijving="Vaatwasser",
    besluit="afgewezen",
    soort="materieel",
    motivering="Afwassen kan ook met de hand.",
    grond="wens en geen noodzaak",
)


def _inhoud(soort: str) -> Inhoud:
    """Give invented content, for what the example cannot know."""
    if soort in ("toekenning", "addendum", "herziening"):
        return Inhoud(soort=soort, voorzieningen=(BED,), vult_aan="eerder besluit" if soort in VERWIJST else "")
    if soort == "afwijzing":
        return Inhoud(soort=soort, voorzieningen=(GEEN,))
    return Inhoud(
        soort=soort,
        toelichting=REDEN,
        vult_aan="eerder besluit" if soort in VERWIJST else "",
        bezwaar=VOORBEELDBEZWAAR if soort == OP_BEZWAAR else None,
        aanvulling=NIET_COMPLEET if soort == BUITEN_BEHANDELING else None,
    )


def _voorbeeld(soort: str) -> BesluitBrief:
    inhoud = _inhoud(soort)
    return BesluitBrief(
        soort=soort,
        onderwerp=TITELS[soort],
        bezwaar_tot=date(2026, 7, 13),
        contacttelefoon="0555 12 34 71",
        eerste_gesprek=date(2026, 4, 20),
        gronden=("Wet hersteloperatie toeslagen, artikel 2.21: het recht op brede ondersteuning.",),
        voorzieningen=inhoud.voorzieningen,
        vult_aan=inhoud.vult_aan,
        toelichting=inhoud.toelichting,
        bezwaar=inhoud.bezwaar,
        aanvulling=inhoud.aanvulling,
        einde=date(2026, 6, 1) if soort == "beeindiging" else None,
        **IN_ELK_VOORBEELD,  # type: ignore[arg-type]
    )


def _van_dossier(soort: str) -> Callable[[Dossier, User, date], BesluitBrief]:
    def maak(dossier: Dossier, by: User, on: date) -> BesluitBrief:
        """Write the besluit as it would be on this dossier: with its plan where the letter has one."""
        inhoud = _inhoud(soort)
        plan = plan_van(dossier, "leefgebieden", "doelen", "voorzieningen") if soort == "toekenning" else None
        if plan is not None and (voorstellen := voorstellen_van(plan)):
            inhoud = replace(plan_inhoud(plan, voorstellen), soort=soort)
        eerder = besluit_over_plan(dossier) if soort in VERWIJST else None
        inhoud = replace(inhoud, vult_aan=eerder.nummer) if eerder else inhoud
        if soort == OP_BEZWAAR:
            inhoud = _op_bezwaar(inhoud, dossier)
        return stel_brief_samen(dossier=dossier, inhoud=inhoud, kenmerk="voorbeeld", datum=on, by=by)

    return maak


def _op_bezwaar(inhoud: Inhoud, dossier: Dossier) -> Inhoud:
    """Let it be signed as it will be, and be about the last bezwaar where there is one."""
    inhoud = replace(inhoud, afzender=afzender_bezwaar(dossier.gemeente))
    rij = Bezwaar.objects.geldig().filter(dossier=dossier).select_related("besluit").order_by("-pk").first()
    if rij is None:
        return inhoud
    over = replace(
        VOORBEELDBEZWAAR,
        besluit_datum=rij.besluit.datum,
        ontvangen_op=rij.ontvangen_op,
        gronden=rij.gronden or VOORBEELDBEZWAAR.gronden,
    )
    return replace(inhoud, vult_aan=rij.besluit.nummer, bezwaar=over)


def _registreer(soort: str) -> None:
    registreer_brief(
        Briefsoort(
            code=soort,
            naam=NAMEN[soort],
            groep=BESLUITEN,
            sjabloon="planvanaanpak/pdf/besluit.html",
            delen=(
                HOOFD,
                Blok(code="inleiding", naam="Begin van de brief", standaard=INLEIDING[soort], moet=_moet(soort)),
                BESLUIT,
                REGELS,
                Blok(
                    code="vragen",
                    naam="Wat u nu kunt doen",
                    standaard=VRAGEN + OPNIEUW if soort == BUITEN_BEHANDELING else VRAGEN,
                    moet=frozenset({"wie_bellen"}),
                ),
                SLOT,
                _rechtsmiddel(soort),
                ONDERTEKENING,
            ),
            gegevens=(
                *GEGEVENS,
                *((EERDER_BESLUIT,) if soort in VERWIJST else ()),
                *((INGANG,) if soort == "herziening" else ()),
                *(VAN_BEZWAAR if soort == OP_BEZWAAR else ()),
            ),
            waarden=besluitwaarden,
            voorbeeld=lambda: _voorbeeld(soort),
            van_dossier=_van_dossier(soort),
            op_bezwaar=soort == OP_BEZWAAR,
        )
    )


for _soort in TITELS:
    _registreer(_soort)


def _bezwaarwaarden(brief: Bezwaarbericht) -> Mapping[str, str]:
    return {
        "contactpersoon": brief.contactpersoon,
        "telefoon": brief.bel_nummer,
        "gemeente": brief.afzender.naam,
        "kenmerk": brief.kenmerk,
        "besluit": brief.besluit,
        "besluit_datum": datumtekst(brief.besluit_datum),
        "ontvangen_op": datum_lang(brief.ontvangen_op),
        "welk_bezwaar": _welk(brief.namens),
        "wie_maakte_bezwaar": f"{brief.namens} maakte namens u bezwaar" if brief.namens else "U maakte bezwaar",
    }


BERICHT_GEGEVENS = (
    Gegeven(code="contactpersoon", uitleg="wie de inwoner kan bellen"),
    Gegeven(code="telefoon", uitleg="het nummer van de contactpersoon of van de gemeente", kan_leeg=True),
    Gegeven(code="gemeente", uitleg="de naam van de gemeente"),
    Gegeven(code="kenmerk", uitleg="het kenmerk van de brief"),
    Gegeven(code="besluit", uitleg="het kenmerk van het besluit"),
    Gegeven(code="wie_maakte_bezwaar", uitleg="U maakte bezwaar, of: iemand maakte namens u bezwaar"),
    *VAN_BEZWAAR,
)
TER_ZITTING = Zitting(
    datum=date(2026, 6, 23),
    tijd="10.30",
    plaats="stadhuis, kamer 2.12",
    door_wie="mevrouw A. de Wit",
    stukken_tot=date(2026, 6, 13),
    inzage_vanaf=date(2026, 6, 16),
)


def _berichtvoorbeeld(soort: Berichtsoort) -> Bezwaarbericht:
    return Bezwaarbericht(
        soort=soort,
        besluit="9901-B-2026-00001",
        besluit_datum=date(2026, 4, 20),
        ontvangen_op=date(2026, 5, 29),
        op_tijd=True,
        commissie=False,
        beslissen_tot=date(2026, 7, 13),
        zitting=TER_ZITTING if soort is Berichtsoort.UITNODIGING else None,
        **IN_ELK_VOORBEELD,  # type: ignore[arg-type]
    )


def _registreer_bericht(soort: Berichtsoort, code: str, naam: str, begin: str, vast: Vast, slot: str) -> None:
    moet = frozenset({"besluit", "besluit_datum"})
    registreer_brief(
        Briefsoort(
            code=code,
            naam=naam,
            groep=BEZWAAR,
            sjabloon="planvanaanpak/pdf/bezwaarbericht.html",
            delen=(
                HOOFD,
                Blok(code="inleiding", naam="Begin van de brief", standaard=begin, moet=moet),
                vast,
                Blok(code="slot", naam="Vragen", standaard=slot, moet=frozenset({"contactpersoon"})),
                GROET,
            ),
            gegevens=BERICHT_GEGEVENS,
            waarden=_bezwaarwaarden,
            voorbeeld=lambda: _berichtvoorbeeld(soort),
        )
    )


_registreer_bericht(
    Berichtsoort.ONTVANGST,
    "ontvangst_bezwaar",
    "Ontvangstbevestiging van een bezwaar",
    "Op {ontvangen_op} ontvingen wij {welk_bezwaar}. Het gaat over ons besluit van {besluit_datum}, met kenmerk"
    " {besluit}.",
    Vast(
        naam="Hoe het verder gaat",
        uitleg="Of het bezwaar op tijd is, wat wij nog nodig hebben, wie adviseert, en wanneer wij beslissen.",
        grond="Awb artikelen 6:14, 6:6 en 7:13",
    ),
    f"{VRAAG} Wilt u uw bezwaar intrekken? Schrijf ons dat dan.",
)
_registreer_bericht(
    Berichtsoort.UITNODIGING,
    "uitnodiging_hoorzitting",
    "Uitnodiging voor een hoorzitting",
    "{wie_maakte_bezwaar} tegen ons besluit van {besluit_datum}, met kenmerk {besluit}. Voordat wij daarover"
    " beslissen, willen wij u horen. Op de hoorzitting kunt u uitleggen waarom u het niet eens bent.",
    Vast(
        naam="Waar, wanneer en de stukken",
        uitleg="Dag, tijd en plaats, dat u iemand mag meenemen, en tot wanneer u stukken kunt sturen.",
        grond="Awb artikelen 7:2 en 7:4",
    ),
    VRAAG,
)

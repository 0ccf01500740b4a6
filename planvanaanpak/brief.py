"""What a letter says: frozen values that are the whole context of its template.

A letter reads nothing else (no model, clock or setting), so the copy kept with a besluit makes the same letter again.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cases.adres import MINSTENS_REGELS
from cases.brief import Afzender, Ontvanger
from planvanaanpak.bevroren import naar_json, van_json
from planvanaanpak.briefregels import (
    TOETSVRAGEN,
    AanvulRegel,
    BezwaarRegel,
    FaseRegel,
    HardheidRegel,
    LeefgebiedRegel,
    VoorzieningRegel,
)

TITELS = {
    "toekenning": "Besluit: dit krijgt u voor uw nieuwe start",
    "addendum": "Besluit: dit komt erbij voor uw nieuwe start",
    "herziening": "Besluit: dit verandert in uw plan van aanpak",
    "afwijzing": "Besluit: dit krijgt u niet",
    "buiten_behandeling": "Besluit: wij behandelen uw aanvraag niet",
    "beeindiging": "Besluit: de brede ondersteuning stopt",
    "intrekking": "Besluit: wij trekken een eerder besluit in",
    "besluit_op_bezwaar": "Besluit op uw bezwaar",
}
OP_BEZWAAR = "besluit_op_bezwaar"
AFWIJZING, HERZIENING, INTREKKING, BUITEN_BEHANDELING = "afwijzing", "herziening", "intrekking", "buiten_behandeling"
# Kinds that change what was decided, and so say from when.
MET_INGANG = {HERZIENING, INTREKKING}
# Kinds that change or follow an earlier besluit and so must name it.
VERWIJST = {"addendum", "herziening", "intrekking", OP_BEZWAAR}
# Kinds that decide on the whole: without a voorziening their reason stands in the toelichting.
ZONDER_VOORZIENING = {"afwijzing", "buiten_behandeling", "beeindiging", "intrekking", OP_BEZWAAR}
BEZWAARTERMIJN = timedelta(weeks=6)


@dataclass(frozen=True, kw_only=True)
class BesluitBrief:
    """The beschikking that makes a besluit known, with the plan van aanpak in it (Awb 3:41, 3:45-3:47)."""

    soort: str
    kenmerk: str
    datum: date
    onderwerp: str
    afzender: Afzender
    ontvanger: Ontvanger
    bezwaar_tot: date
    contactpersoon: str = ""
    contacttelefoon: str = ""
    eerste_gesprek: date | None = None
    akkoord_datum: date | None = None
    akkoord_hoe: str = ""
    voorzieningen: tuple[VoorzieningRegel, ...] = ()
    leefgebieden: tuple[LeefgebiedRegel, ...] = ()
    fasen: tuple[FaseRegel, ...] = ()
    vult_aan: str = ""
    gronden: tuple[str, ...] = ()
    materieel_tot: date | None = None
    besluiten_tot: date | None = None
    # UHT said niet erkend: the two days are within the 30 dagen, and the letter says why.
    niet_erkend: bool = False
    gezin: tuple[str, ...] = ()
    plan_versie: int = 1
    plan_soort: str = ""
    situatie: str = ""
    toelichting: str = ""
    nazorg_tekst: str = ""
    hardheid: tuple[HardheidRegel, ...] = ()
    bezwaar: BezwaarRegel | None = None
    # Who agreed when that was not the inwoner, with what not, and why the plan is set down without akkoord.
    akkoord_van: str = ""
    niet_akkoord: str = ""
    zonder_akkoord: str = ""
    over_datum: date | None = None
    ingang: date | None = None
    # The day on which the support ends; copies of before say only that it does.
    einde: date | None = None
    zienswijze: str = ""
    aanvulling: AanvulRegel | None = None
    teksten: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.soort not in TITELS:
            raise ValueError(f"Voor een besluit van soort {self.soort!r} is er geen brief.")
        if (self.soort == OP_BEZWAAR) != (self.bezwaar is not None):
            raise ValueError("A besluit op bezwaar says of which bezwaar, and no other besluit does.")
        if (self.soort == BUITEN_BEHANDELING) != (self.aanvulling is not None):
            raise ValueError("Only buiten behandeling says what was asked, and it always does.")

    @property
    def tekstsoort(self) -> str:
        return self.soort

    @property
    def titel(self) -> str:
        if self.soort in ("toekenning", "addendum") and not self.toegekend:
            return "Besluit over uw plan van aanpak"
        if self.wijst_alles_af:
            return "Besluit: wij wijzen uw aanvraag af"
        return TITELS[self.soort]

    @property
    def documenttitel(self) -> str:
        return f"{self.onderwerp}, kenmerk {self.kenmerk}"

    @property
    def wie_bellen(self) -> str:
        """Say whom to ring; without a contactpersoon that is the team."""
        naam, telefoon = self.contactpersoon, self.contacttelefoon
        if not naam:
            naam, telefoon = "ons", self.afzender.telefoon
        return f"{naam}, telefoon {telefoon}" if telefoon else naam

    @property
    def toetsvragen(self) -> str:
        return " ".join(TOETSVRAGEN)

    @property
    def heeft_toetsen(self) -> bool:
        """Tell whether the letter answers the questions that it announces, of at least one voorziening."""
        return any(regel.toetsen for regel in self.voorzieningen)

    @property
    def toegekend(self) -> tuple[VoorzieningRegel, ...]:
        """Give what the inwoner gets; what is vrij toegankelijk the plan only names."""
        return tuple(regel for regel in self.voorzieningen if regel.is_toegekend and not regel.is_vrij)

    @property
    def kent_ondersteuning_toe(self) -> bool:
        """Tell whether the support is granted before it is clear which voorzieningen it takes (decision 1061)."""
        return self.soort == "toekenning" and not self.voorzieningen

    @property
    def wijst_alles_af(self) -> bool:
        """Tell whether the aanvraag itself is refused, without a plan."""
        return self.soort == AFWIJZING and not self.voorzieningen

    @property
    def met_terugwerkende_kracht(self) -> bool:
        """Tell whether an intrekking takes the besluit back from its first day."""
        return bool(self.ingang and self.over_datum and self.ingang <= self.over_datum)

    @property
    def totaal(self) -> Decimal:
        return sum((regel.bedrag for regel in self.toegekend), Decimal("0.00"))

    @property
    def vensters(self) -> tuple[tuple[str, date], ...]:
        """Name the windows in which more can still be granted; a closed window is left out."""
        if self.soort in ("beeindiging", BUITEN_BEHANDELING, INTREKKING, OP_BEZWAAR) or self.wijst_alles_af:
            return ()
        spullen = self.materieel_tot if self.materieel_tot and self.materieel_tot >= self.datum else None
        hulp = self.besluiten_tot if self.besluiten_tot and self.besluiten_tot >= self.datum else None
        if spullen and spullen == hulp:
            return (("Spullen en andere hulp", hulp),)
        vensters = (("Spullen", spullen), ("Andere hulp" if spullen else "Hulp", hulp))
        return tuple((wat, tot) for wat, tot in vensters if tot)


@dataclass(frozen=True, kw_only=True)
class Bijsluiter:
    """The sheet that goes with a besluit that left on another day than its date says: the term follows the real day.

    `dag` is that day; it is `datum` unless the sheet is made later. `eerder` is a day that was told before and is not
    right. When the letter came back it goes out again; `loopt_door` says that the term still runs from the first day.
    `opnieuw_op` is the day on which it went out again, when the sheet is made later.
    """

    kenmerk: str
    datum: date
    oorspronkelijke_datum: date
    bezwaar_tot: date
    afzender: Afzender
    ontvanger: Ontvanger
    is_beroep: bool = False
    dag: date | None = None
    eerder: date | None = None
    opnieuw: bool = False
    loopt_door: bool = False
    opnieuw_op: date | None = None

    @property
    def verzonden_op(self) -> date:
        """Give the day on which the term begins."""
        return self.dag or self.datum

    @property
    def komt_na(self) -> bool:
        """Tell whether the besluit left before its sheet was made, so that it does not lie with it."""
        return not self.opnieuw and self.datum > self.verzonden_op

    @property
    def titel(self) -> str:
        if self.opnieuw:
            return "Wij sturen u ons besluit opnieuw"
        if self.eerder:
            return "Wij schreven u een verkeerde datum"
        return "Wij hebben ons besluit op een andere dag verstuurd"

    @property
    def documenttitel(self) -> str:
        wat = "Nieuwe verzending" if self.opnieuw else "Andere verzenddatum"
        return f"{wat} van het besluit met kenmerk {self.kenmerk}"


Document = BesluitBrief | Bijsluiter


def als_json(document: Document) -> dict[str, Any]:
    return {"type": type(document).__name__, **naar_json(document)}


def uit_json(data: dict[str, Any]) -> Document:
    soorten: dict[str, type[Document]] = {"BesluitBrief": BesluitBrief, "Bijsluiter": Bijsluiter}
    inhoud = dict(data)
    return van_json(soorten[inhoud.pop("type")], inhoud)


def ontbrekende_gegevens(document: Document) -> tuple[str, ...]:
    """Name what a lawful letter still lacks, in words for the screen; empty when it may go out.

    Awb 3:41 (to whom), 3:45 (bezwaar: term and organ), 3:46-3:47 (motivering, wettelijk voorschrift), 10:10 (mandaat).
    """
    afzender, naar_rechtbank = document.afzender, _naar_rechtbank(document)
    zes_weken = _verzonden(document) + BEZWAARTERMIJN
    eisen = [
        (document.kenmerk, "het kenmerk"),
        (document.ontvanger.naam, "de naam van de ontvanger"),
        (document.ontvanger.is_adresseerbaar, "het volledige adres van de ontvanger"),
        (afzender.college_naam, "de naam van het college"),
        (afzender.adresregels, "het adres van de gemeente"),
        (afzender.bezwaar_adres or naar_rechtbank, "het adres voor bezwaar"),
        (len(afzender.rechtbank) >= MINSTENS_REGELS or not naar_rechtbank, "de rechtbank voor beroep"),
        (afzender.ondertekenaar_naam, "de naam van de ondertekenaar"),
        (afzender.ondertekenaar_functie, "de functie van de ondertekenaar"),
        (afzender.mandaat, "het mandaat van de ondertekenaar"),
        (document.bezwaar_tot >= zes_weken, "een bezwaartermijn van zes weken na verzending"),
    ]
    if isinstance(document, BesluitBrief):
        eisen += _eisen_besluit(document)
    return tuple(wat for voldaan, wat in eisen if not voldaan)


def _verzonden(document: Document) -> date:
    """Give the day on which the term begins."""
    return document.verzonden_op if isinstance(document, Bijsluiter) else document.datum


def _naar_rechtbank(document: Document) -> bool:
    """Say whether beroep is open instead of bezwaar (Awb art. 7:1 lid 2)."""
    return document.is_beroep if isinstance(document, Bijsluiter) else document.bezwaar is not None


def _eisen_besluit(brief: BesluitBrief) -> list[tuple[Any, str]]:
    zonder_voorziening = brief.soort in ZONDER_VOORZIENING and not brief.voorzieningen
    return [
        (brief.onderwerp, "het onderwerp"),
        (brief.contacttelefoon or brief.afzender.telefoon, "een telefoonnummer om te bellen"),
        (brief.gronden, "de wettelijke grondslag"),
        (brief.vult_aan or brief.soort not in VERWIJST, "het besluit waar dit besluit bij hoort"),
        (brief.toelichting.strip() or not zonder_voorziening, "de toelichting op het besluit"),
        (brief.ingang or brief.soort not in MET_INGANG, "vanaf welke dag dit besluit geldt"),
        *((regel.motivering.strip(), f"de motivering van voorziening {regel.nummer}") for regel in brief.voorzieningen),
        *(
            (
                regel.is_toegekend or regel.wijziging or regel.grond.strip(),
                f"de grond voor het afwijzen van voorziening {regel.nummer}",
            )
            for regel in brief.voorzieningen
        ),
        *((regel.motivering.strip(), "de motivering van de hardheidsclausule") for regel in brief.hardheid),
        *(
            (regel.afwijking.strip() or not regel.wijkt_af, f"waarom voorziening {regel.nummer} afwijkt van het advies")
            for regel in brief.voorzieningen
        ),
        *(_eisen_bezwaar(brief.bezwaar) if brief.bezwaar else ()),
    ]


def _eisen_bezwaar(bezwaar: BezwaarRegel) -> list[tuple[Any, str]]:
    """Name what a besluit op bezwaar needs beside its motivering (Awb art. 7:12 lid 1 and 7:13 lid 7)."""
    wijkt_af = bezwaar.heeft_advies and bezwaar.advies_strekking != bezwaar.dictum
    return [
        (bezwaar.gehoord_op or bezwaar.afzien, "wanneer de inwoner is gehoord, of waarom niet"),
        (bezwaar.afwijking.strip() or not wijkt_af, "waarom wordt afgeweken van het advies"),
    ]

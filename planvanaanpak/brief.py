"""What a letter says: frozen values that are the whole context of its template.

A letter reads nothing else (no model, clock or setting), so the copy kept with a besluit makes the same letter again.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cases.brief import Afzender, Ontvanger
from planvanaanpak.bevroren import naar_json, van_json

TOEGEKEND = "toegekend"
AFGEWEZEN = "afgewezen"

TITELS = {
    "toekenning": "Besluit: dit krijgt u voor uw nieuwe start",
    "addendum": "Besluit: dit komt erbij voor uw nieuwe start",
    "herziening": "Besluit: dit verandert in uw plan van aanpak",
    "afwijzing": "Besluit: dit krijgt u niet",
    "buiten_behandeling": "Besluit: wij behandelen uw aanvraag niet",
    "beeindiging": "Besluit: de brede ondersteuning stopt",
    "intrekking": "Besluit: wij trekken een eerder besluit in",
}
# Kinds that change or follow an earlier besluit and so must name it.
VERWIJST = {"addendum", "herziening", "intrekking"}
# Kinds that decide on the whole: without a voorziening their reason stands in the toelichting.
ZONDER_VOORZIENING = {"afwijzing", "buiten_behandeling", "beeindiging", "intrekking"}
BEZWAARTERMIJN = timedelta(weeks=6)


@dataclass(frozen=True, kw_only=True)
class VoorzieningRegel:
    """One voorziening in the letter; `bedrag` is with btw, as the resident sees it."""

    nummer: int
    omschrijving: str
    besluit: str
    soort: str
    wanneer: str = ""
    bedrag: Decimal = Decimal("0.00")
    motivering: str = ""
    grond: str = ""

    def __post_init__(self) -> None:
        if self.besluit not in (TOEGEKEND, AFGEWEZEN):
            raise ValueError(f"Onbekend besluit over een voorziening: {self.besluit!r}")

    @property
    def is_toegekend(self) -> bool:
        return self.besluit == TOEGEKEND


@dataclass(frozen=True, kw_only=True)
class LeefgebiedRegel:
    leefgebied: str
    doelstelling: str
    situatie: str = ""
    voldoet: str = ""
    hulpvraag: str = ""
    doel: str = ""
    voorzieningen: tuple[int, ...] = ()

    @property
    def kop(self) -> str:
        leefgebied = self.leefgebied[:1].upper() + self.leefgebied[1:]
        return (
            f"{leefgebied}: {self.doelstelling[:1].lower()}{self.doelstelling[1:]}" if self.doelstelling else leefgebied
        )

    @property
    def is_leeg(self) -> bool:
        return not (
            self.situatie.strip() or self.voldoet or self.hulpvraag.strip() or self.doel.strip() or self.voorzieningen
        )


@dataclass(frozen=True, kw_only=True)
class HardheidRegel:
    """Why something is granted although its term is over (Wht art. 9.1 lid 2 onder d), as the resident reads it."""

    termijn: str
    tot: date
    grond: str
    waarvoor: str
    motivering: str


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
    vult_aan: str = ""
    gronden: tuple[str, ...] = ()
    materieel_tot: date | None = None
    besluiten_tot: date | None = None
    gezin: tuple[str, ...] = ()
    plan_versie: int = 1
    toelichting: str = ""
    nazorg_tekst: str = ""
    hardheid: tuple[HardheidRegel, ...] = ()

    def __post_init__(self) -> None:
        if self.soort not in TITELS:
            raise ValueError(f"Voor een besluit van soort {self.soort!r} is er geen brief.")

    @property
    def titel(self) -> str:
        if self.soort in ("toekenning", "addendum") and not self.toegekend:
            return "Besluit over uw plan van aanpak"
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
    def toegekend(self) -> tuple[VoorzieningRegel, ...]:
        return tuple(regel for regel in self.voorzieningen if regel.is_toegekend)

    @property
    def totaal(self) -> Decimal:
        return sum((regel.bedrag for regel in self.toegekend), Decimal("0.00"))

    @property
    def vensters(self) -> tuple[tuple[str, date], ...]:
        """Name the windows in which more can still be granted; a closed window is left out."""
        if self.soort in ("beeindiging", "buiten_behandeling", "intrekking"):
            return ()
        spullen = self.materieel_tot if self.materieel_tot and self.materieel_tot >= self.datum else None
        hulp = self.besluiten_tot if self.besluiten_tot and self.besluiten_tot >= self.datum else None
        vensters = (("Spullen", spullen), ("Andere hulp" if spullen else "Hulp", hulp))
        return tuple((wat, tot) for wat, tot in vensters if tot)


@dataclass(frozen=True, kw_only=True)
class Bijsluiter:
    """The sheet that goes with a besluit that left on another day than its date says: the term follows the real day."""

    kenmerk: str
    datum: date
    oorspronkelijke_datum: date
    bezwaar_tot: date
    afzender: Afzender
    ontvanger: Ontvanger

    @property
    def titel(self) -> str:
        return "Wij hebben ons besluit op een andere dag verstuurd"

    @property
    def documenttitel(self) -> str:
        return f"Andere verzenddatum van het besluit met kenmerk {self.kenmerk}"


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
    afzender = document.afzender
    eisen = [
        (document.kenmerk, "het kenmerk"),
        (document.ontvanger.naam, "de naam van de ontvanger"),
        (document.ontvanger.is_adresseerbaar, "het volledige adres van de ontvanger"),
        (afzender.college_naam, "de naam van het college"),
        (afzender.adresregels, "het adres van de gemeente"),
        (afzender.bezwaar_adres, "het adres voor bezwaar"),
        (afzender.ondertekenaar_naam, "de naam van de ondertekenaar"),
        (afzender.ondertekenaar_functie, "de functie van de ondertekenaar"),
        (afzender.mandaat, "het mandaat van de ondertekenaar"),
        (document.bezwaar_tot >= document.datum + BEZWAARTERMIJN, "een bezwaartermijn van zes weken na verzending"),
    ]
    if isinstance(document, BesluitBrief):
        eisen += _eisen_besluit(document)
    return tuple(wat for voldaan, wat in eisen if not voldaan)


def _eisen_besluit(brief: BesluitBrief) -> list[tuple[Any, str]]:
    zonder_voorziening = brief.soort in ZONDER_VOORZIENING and not brief.voorzieningen
    return [
        (brief.onderwerp, "het onderwerp"),
        (brief.gronden, "de wettelijke grondslag"),
        (brief.vult_aan or brief.soort not in VERWIJST, "het besluit waar dit besluit bij hoort"),
        (brief.toelichting.strip() or not zonder_voorziening, "de toelichting op het besluit"),
        *((regel.motivering.strip(), f"de motivering van voorziening {regel.nummer}") for regel in brief.voorzieningen),
        *(
            (regel.is_toegekend or regel.grond.strip(), f"de grond voor het afwijzen van voorziening {regel.nummer}")
            for regel in brief.voorzieningen
        ),
        *((regel.motivering.strip(), "de motivering van de hardheidsclausule") for regel in brief.hardheid),
    ]

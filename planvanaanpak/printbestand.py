"""One file to print: a list in front, and each stored letter as it is. The letters themselves stay what is kept."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

import pikepdf

from cases.brief import Afzender, Ontvanger
from cases.models import Document
from cases.pdf import render_pdf
from planvanaanpak.drukbrief import Printbrief
from planvanaanpak.models import BesluitPdf, Bijsluiter
from planvanaanpak.stukken import StukBeschadigd, lees_stuk

SJABLOON = "planvanaanpak/pdf/voorblad.html"
ADRESBLADEN = "planvanaanpak/pdf/adresbladen.html"
A4 = (595.28, 841.89)


@dataclass(frozen=True, kw_only=True)
class Voorbladregel:
    """One envelope: a letter with what goes along, or the copy of it."""

    volgorde: int
    soort: str
    nummer: str
    bladen: int
    envelop: str


@dataclass(frozen=True, kw_only=True)
class Voorblad:
    """The whole context of planvanaanpak/pdf/voorblad.html: numbers only, no name of anybody who gets a letter."""

    kenmerk: str
    datum: date
    afzender: Afzender
    ontvanger: Ontvanger
    gemaakt_door: str
    regels: tuple[Voorbladregel, ...] = ()
    vervallen: tuple[Printbrief, ...] = ()

    @property
    def titel(self) -> str:
        return "Brieven om af te drukken"

    @property
    def documenttitel(self) -> str:
        return f"{self.titel}, {self.kenmerk}"

    @property
    def bladen(self) -> int:
        return sum(regel.bladen for regel in self.regels)


@dataclass(frozen=True, kw_only=True)
class Adresbladen:
    """The whole context of planvanaanpak/pdf/adresbladen.html: a sheet with the address of each copy, a page each."""

    kenmerk: str
    datum: date
    afzender: Afzender
    ontvanger: Ontvanger
    brieven: tuple[Printbrief, ...]

    @property
    def titel(self) -> str:
        return "Adresbladen bij afschriften"

    @property
    def documenttitel(self) -> str:
        return f"{self.titel}, {self.kenmerk}"


def lees_stukken(brief: Printbrief) -> Iterator[bytes]:
    """Give the stored bytes of what goes in one envelope. Raises StukBeschadigd when they are not what was made."""
    for stuk in brief.stukken:
        if isinstance(stuk, Document):
            yield _lees_document(stuk)
        else:
            yield lees_stuk(stuk if isinstance(stuk, Bijsluiter) else BesluitPdf.objects.get(besluit=stuk))


def _lees_document(document: Document) -> bytes:
    try:
        with document.bestand.open("rb") as bestand:
            inhoud: bytes = bestand.read()
    except FileNotFoundError:
        raise StukBeschadigd(f"Het bestand van document {document.pk} ontbreekt.") from None
    if sha256(inhoud).hexdigest() != document.sha256:
        raise StukBeschadigd(f"Het bestand van document {document.pk} is niet gelijk aan zijn SHA-256.")
    return inhoud


def maak_printbestand(voorblad: Voorblad, brieven: Sequence[Printbrief]) -> bytes:
    """Put the list and the letters behind each other, each on a sheet of its own and each copy behind its letter."""
    te_doen = [brief for brief in brieven if not brief.vervallen]
    with pikepdf.new() as uit, _adresbladen(voorblad, te_doen) as adresbladen:
        regels: list[Voorbladregel] = []
        for brief in te_doen:
            bladen = _voeg_brief_toe(uit, brief)
            regels.append(_regel(len(regels), brief, brief.soort, bladen, brief.envelop))
            if brief.met_afschrift:
                uit.pages.append(next(adresbladen))
                uit.add_blank_page(page_size=A4)
                bladen = _voeg_brief_toe(uit, brief) + 1
                soort = f"Afschrift van brief {len(regels)}"
                regels.append(_regel(len(regels), brief, soort, bladen, brief.envelop_afschrift))
        vervallen = tuple(brief for brief in brieven if brief.vervallen)
        _zet_voorop(uit, replace(voorblad, regels=tuple(regels), vervallen=vervallen))
        bestand = io.BytesIO()
        uit.save(bestand, deterministic_id=True)
    return bestand.getvalue()


def _regel(al: int, brief: Printbrief, soort: str, bladen: int, envelop: str) -> Voorbladregel:
    return Voorbladregel(volgorde=al + 1, soort=soort, nummer=brief.nummer, bladen=bladen, envelop=envelop)


def _voeg_brief_toe(uit: pikepdf.Pdf, brief: Printbrief) -> int:
    """Add a letter with what goes along, each on its own sheet; gives how many pages they have."""
    totaal = 0
    for inhoud in lees_stukken(brief):
        with _open(inhoud, brief) as pdf:
            totaal += len(pdf.pages)
            maak_even(pdf)
            uit.pages.extend(pdf.pages)
    return totaal


def maak_even(pdf: pikepdf.Pdf) -> None:
    """Add an empty page after an odd number.

    Printed on both sides, the next letter would otherwise begin on the back of this one, and go to the wrong inwoner.
    """
    if len(pdf.pages) % 2:
        links, onder, rechts, boven = (float(maat) for maat in pdf.pages[-1].mediabox)
        pdf.add_blank_page(page_size=(rechts - links, boven - onder))


@contextmanager
def _adresbladen(voorblad: Voorblad, brieven: Sequence[Printbrief]) -> Iterator[Iterator[pikepdf.Page]]:
    """Make the address sheets of all copies in one go, as each document that is made costs time."""
    met = tuple(brief for brief in brieven if brief.met_afschrift)
    if not met:
        yield iter(())
        return
    bladen = Adresbladen(
        kenmerk=voorblad.kenmerk,
        datum=voorblad.datum,
        afzender=voorblad.afzender,
        ontvanger=voorblad.ontvanger,
        brieven=met,
    )
    with pikepdf.open(io.BytesIO(render_pdf(ADRESBLADEN, bladen))) as pdf:
        if len(pdf.pages) != len(met):
            raise StukBeschadigd("Een adres past niet op zijn blad.")
        yield iter(pdf.pages)


def _zet_voorop(uit: pikepdf.Pdf, voorblad: Voorblad) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(SJABLOON, voorblad))) as pdf:
        maak_even(pdf)
        for plaats, blad in enumerate(pdf.pages):
            uit.pages.insert(plaats, blad)
    with uit.open_metadata() as xmp:
        xmp["dc:title"] = voorblad.documenttitel


def _open(inhoud: bytes, brief: Printbrief) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(inhoud))
    except pikepdf.PdfError:
        raise StukBeschadigd(f"De brief {brief.nummer} is geen leesbare PDF.") from None

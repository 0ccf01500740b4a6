"""WeasyPrint at work: HTML in, one file out that is both PDF/A-3a and PDF/UA-1, with the same bytes for the same HTML.

Imported by `pdf.render_pdf` only, at the first letter: WeasyPrint and its libraries are heavy. Fonts and stylesheet are
read once per process; Pango may not work in two threads at once, so one letter is made at a time. Do not make a letter
in a process that forks workers afterwards: fonts and font threads do not survive the fork.
"""

import threading
from functools import lru_cache
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.css import ColorProfile
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from accounts.logo import lees_logo

STATIC = Path(settings.BASE_DIR / "static").resolve()
STIJLBLAD = STATIC / "brief" / "besluit.css"
LOGO_URL = "brief:logo"
LETTERTYPEN = {"Brief", "Brief Ext"}
VARIANT = "pdf/a-3a"
MEDIATYPEN = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png"}

KLEURRUIMTE = "brief-srgb"
INSTELLINGEN = {"pdf_variant": VARIANT, "output_intent": KLEURRUIMTE}

_een_tegelijk = threading.Lock()

# PDF/A only allows properties in its metadata that are described in it: hence the extension schema beside pdfuaid:part.
PDFUA_XMP = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


class VreemdLettertype(Exception):
    """The letter would hold a font that is not ours, as a logo with text in it asks for."""


class Bron(URLFetcher):
    """Serve what a letter may hold, our own static files and its logo, and refuse every other address."""

    def __init__(self, logo: bytes | None = None) -> None:
        # Not calling the parent: it would set up http, ftp, file and data handlers, which a letter never needs.
        self._logo = logo
        self._fail_on_errors = False

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url == LOGO_URL and self._logo:
            soort, inhoud = lees_logo(self._logo)
            return URLFetcherResponse(url, inhoud, {"Content-Type": soort})
        pad = static_pad(url)
        return URLFetcherResponse(url, pad.read_bytes(), {"Content-Type": MEDIATYPEN[pad.suffix]})


def static_pad(url: str) -> Path:
    """Give the static file an address names; raises PermissionError for any other address."""
    delen = urlsplit(url)
    pad = Path(unquote(delen.path)).resolve()
    if delen.scheme != "file" or delen.netloc or not pad.is_relative_to(STATIC) or pad.suffix not in MEDIATYPEN:
        raise PermissionError(f"Een brief mag dit adres niet lezen: {url}")
    return pad


@lru_cache(maxsize=1)
def _huisstijl() -> tuple[FontConfiguration, CSS]:
    lettertypen = FontConfiguration()
    return lettertypen, CSS(filename=STIJLBLAD, url_fetcher=Bron(), font_config=lettertypen)


class Kleurprofiel(ColorProfile):
    """Give the profile as its file has it: what Pillow writes of it differs from one time to the next."""

    def __init__(self, bestand: Path) -> None:
        self._inhoud = bestand.read_bytes()
        super().__init__(BytesIO(self._inhoud), bestand.name, "relative-colorimetric", (["r"], ["g"], ["b"]))

    @property
    def content(self) -> bytes:
        return self._inhoud


@lru_cache(maxsize=1)
def _kleuren() -> Kleurprofiel:
    """Read the sRGB profile of WeasyPrint once; its own way leaves the file open after every letter."""
    with as_file(files("weasyprint.pdf") / "sRGB2014.icc") as bestand:
        return Kleurprofiel(bestand)


def druk(html: str, *, logo: bytes | None, identifier: bytes) -> bytes:
    """Print HTML as PDF. Raises VreemdLettertype, as the file may hold our own fonts only."""
    with _een_tegelijk:
        lettertypen, stijl = _huisstijl()
        bron = HTML(string=html, base_url=STATIC.as_uri() + "/", url_fetcher=Bron(logo))
        kleuren = {KLEURRUIMTE: _kleuren()}
        document = bron.render(font_config=lettertypen, stylesheets=[stijl], color_profiles=kleuren, **INSTELLINGEN)
        _ook_pdfua(document)
        pdf = document.write_pdf(pdf_identifier=identifier, **INSTELLINGEN)
        vreemd = {lettertype.family for lettertype in document.fonts.values()} - LETTERTYPEN
    if vreemd:
        raise VreemdLettertype(f"De brief zou een vreemd lettertype bevatten: {', '.join(sorted(vreemd))}.")
    return pdf


def _ook_pdfua(document: Document) -> None:
    """Let the metadata claim PDF/UA-1 beside PDF/A-3a: WeasyPrint writes one variant per file."""
    oorspronkelijk = document.metadata.generate_rdf_metadata

    def met_pdfua(*args: Any) -> bytes:
        rdf: bytes = oorspronkelijk(*args)
        voor, slot, rest = rdf.rpartition(b"</rdf:RDF>")
        return voor + PDFUA_XMP + slot + rest

    document.metadata.generate_rdf_metadata = met_pdfua

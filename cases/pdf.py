"""Any letter as PDF: the one road from a frozen document and its template to a file."""

import logging
from hashlib import sha256
from typing import Protocol

from django.template.loader import render_to_string

from accounts.logo import LogoFout, lees_logo
from accounts.registratie import registreer_proefdruk
from cases.brief import Afzender, Ontvanger
from cases.tekens import drukbaar
from config.weergave import houd_nummers_heel

# Both report every step of every letter as INFO; what goes wrong they still tell.
for _naam in ("weasyprint.progress", "fontTools"):
    logging.getLogger(_naam).setLevel(logging.WARNING)


TEKST_IN_LOGO = "In het beeldmerk staat tekst. Zet die tekst om in vormen en kies het bestand opnieuw."
ONDRUKBAAR = "Dit beeldmerk kan niet worden afgedrukt. Sla het beeldmerk op als png, of als eenvoudige svg."
PROEFBLAD = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title></head><body><header class="hoofd">'
    '<div class="hoofd__merk"><img src="brief:logo" alt="Beeldmerk"></div></header></body></html>'
)


class Brief(Protocol):
    """What every letter has: the frozen value that is the whole context of its template."""

    @property
    def kenmerk(self) -> str: ...

    @property
    def afzender(self) -> Afzender: ...

    @property
    def ontvanger(self) -> Ontvanger: ...


class BriefFout(Exception):
    """The letter cannot be made; the message says what to do, in words for the screen."""


def render_html(
    template: str, document: Brief, *, stijl_url: str = "", logo_url: str = "brief:logo", voorbeeld: bool = False
) -> str:
    """Give the HTML of a letter. With `stijl_url` and `logo_url` a browser can show it as a preview."""
    context = {"brief": document, "stijl_url": stijl_url, "logo_url": logo_url, "voorbeeld": voorbeeld}
    return drukbaar(render_to_string(template, context))


def render_pdf(template: str, document: Brief, *, voorbeeld: bool = False) -> bytes:
    """Make the PDF of a letter: PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same document.

    A `voorbeeld` of a text says on each page that it is no real letter; it is never kept.

    Raises BriefFout when the logo cannot be printed.
    """
    from cases.drukwerk import VreemdLettertype, druk

    kop, body, tekst = render_html(template, document, voorbeeld=voorbeeld).partition("<body")
    html = f"{kop}{body}{houd_nummers_heel(tekst, 'heel')}"
    logo = document.afzender.logo
    identifier = sha256(f"{document.kenmerk}\n{html}".encode() + (logo or b"")).hexdigest()[:32].encode()
    try:
        if logo:
            lees_logo(logo)
        return druk(html, logo=logo, identifier=identifier)
    except LogoFout as fout:
        raise BriefFout(str(fout)) from fout
    except VreemdLettertype as fout:
        raise BriefFout(TEKST_IN_LOGO) from fout


class Fouten(logging.Handler):
    """Count what the press could not do."""

    geteld = 0

    def __init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        self.geteld += 1


@registreer_proefdruk
def druk_logo_op_proef(logo: bytes) -> None:
    """Print a beeldmerk alone, when it is chosen.

    Raises LogoFout for one that would keep every letter back, or that the press leaves out with a line in the log.
    """
    from cases.drukwerk import VreemdLettertype, druk

    fouten, pers = Fouten(), logging.getLogger("weasyprint")
    pers.addHandler(fouten)
    try:
        druk(PROEFBLAD, logo=logo, identifier=sha256(logo).hexdigest()[:32].encode())
    except VreemdLettertype as fout:
        raise LogoFout(TEKST_IN_LOGO) from fout
    finally:
        pers.removeHandler(fouten)
    if fouten.geteld:
        raise LogoFout(ONDRUKBAAR)

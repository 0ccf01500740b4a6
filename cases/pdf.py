"""Any letter as PDF: the one road from a frozen document and its template to a file."""

import logging
from hashlib import sha256
from typing import Protocol

from django.template.loader import render_to_string

from accounts.logo import LogoFout, lees_logo
from cases.brief import Afzender, Ontvanger
from cases.tekens import drukbaar

# Both report every step of every letter as INFO; what goes wrong they still tell.
for _naam in ("weasyprint.progress", "fontTools"):
    logging.getLogger(_naam).setLevel(logging.WARNING)


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


def render_html(template: str, document: Brief, *, stijl_url: str = "", logo_url: str = "brief:logo") -> str:
    """Give the HTML of a letter. With `stijl_url` and `logo_url` a browser can show it as a preview."""
    context = {"brief": document, "stijl_url": stijl_url, "logo_url": logo_url}
    return drukbaar(render_to_string(template, context))


def render_pdf(template: str, document: Brief) -> bytes:
    """Make the PDF of a letter: PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same document.

    Raises BriefFout when the logo cannot be printed.
    """
    from cases.drukwerk import VreemdLettertype, druk

    html = render_html(template, document)
    logo = document.afzender.logo
    identifier = sha256(f"{document.kenmerk}\n{html}".encode() + (logo or b"")).hexdigest()[:32].encode()
    try:
        if logo:
            lees_logo(logo)
        return druk(html, logo=logo, identifier=identifier)
    except LogoFout as fout:
        raise BriefFout(str(fout)) from fout
    except VreemdLettertype as fout:
        raise BriefFout(
            "In het beeldmerk staat tekst. Zet die tekst om in vormen en kies het bestand opnieuw."
        ) from fout

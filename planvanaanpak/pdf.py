"""Letters as PDF: `besluit_pdf` and `bijsluiter_pdf`, both by way of `render_pdf`."""

import logging
from hashlib import sha256

from django.template.loader import render_to_string

from accounts.logo import LogoFout, lees_logo
from planvanaanpak.brief import BesluitBrief, Bijsluiter, Document, ontbrekende_gegevens
from planvanaanpak.tekens import drukbaar, ontbrekende_tekens

__all__ = [
    "BriefFout",
    "besluit_html",
    "besluit_pdf",
    "bijsluiter_html",
    "bijsluiter_pdf",
    "ontbrekende_tekens",
    "render_pdf",
]

BESLUIT = "planvanaanpak/pdf/besluit.html"
BIJSLUITER = "planvanaanpak/pdf/bijsluiter.html"

# Both report every step of every letter as INFO; what goes wrong they still tell.
for _naam in ("weasyprint.progress", "fontTools"):
    logging.getLogger(_naam).setLevel(logging.WARNING)


class BriefFout(Exception):
    """The letter cannot be made; the message says what to do, in words for the screen."""


def render_html(template: str, document: Document, *, stijl_url: str = "", logo_url: str = "brief:logo") -> str:
    """Give the HTML of a letter. With `stijl_url` and `logo_url` a browser can show it as a preview."""
    context = {"brief": document, "stijl_url": stijl_url, "logo_url": logo_url}
    return drukbaar(render_to_string(template, context))


def render_pdf(template: str, document: Document) -> bytes:
    """Make the PDF of a letter: PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same document.

    Raises BriefFout when the logo cannot be printed.
    """
    from planvanaanpak.drukwerk import VreemdLettertype, druk

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


def besluit_html(brief: BesluitBrief, *, stijl_url: str = "", logo_url: str = "brief:logo") -> str:
    return render_html(BESLUIT, brief, stijl_url=stijl_url, logo_url=logo_url)


def bijsluiter_html(bijsluiter: Bijsluiter, *, stijl_url: str = "", logo_url: str = "brief:logo") -> str:
    return render_html(BIJSLUITER, bijsluiter, stijl_url=stijl_url, logo_url=logo_url)


def besluit_pdf(brief: BesluitBrief) -> bytes:
    """Make the beschikking of a besluit. Raises BriefFout when something is lacking that the law asks for."""
    _eis_volledig(brief)
    return render_pdf(BESLUIT, brief)


def bijsluiter_pdf(bijsluiter: Bijsluiter) -> bytes:
    """Make the sheet with the real verzenddatum. Raises BriefFout when something is lacking."""
    _eis_volledig(bijsluiter)
    return render_pdf(BIJSLUITER, bijsluiter)


def _eis_volledig(document: Document) -> None:
    if ontbreekt := ontbrekende_gegevens(document):
        raise BriefFout(f"De brief is niet volledig. Vul eerst aan: {', '.join(ontbreekt)}.")

"""Letters as PDF: `besluit_pdf` and `bijsluiter_pdf`, both by way of `render_pdf`."""

from cases.pdf import BriefFout, render_html, render_pdf
from cases.tekens import ontbrekende_tekens
from planvanaanpak.brief import BesluitBrief, Bijsluiter, Document, ontbrekende_gegevens
from planvanaanpak.planafschrift import Planafschrift

__all__ = [
    "BriefFout",
    "afschrift_pdf",
    "besluit_html",
    "besluit_pdf",
    "bijsluiter_html",
    "bijsluiter_pdf",
    "ontbrekende_tekens",
    "render_pdf",
]

BESLUIT = "planvanaanpak/pdf/besluit.html"
BIJSLUITER = "planvanaanpak/pdf/bijsluiter.html"
AFSCHRIFT = "planvanaanpak/pdf/afschrift.html"


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


def afschrift_pdf(afschrift: Planafschrift) -> bytes:
    """Make the inwoner's own copy of the plan. It is handed over or sent along: it needs no complete address."""
    return render_pdf(AFSCHRIFT, afschrift)


def _eis_volledig(document: Document) -> None:
    if ontbreekt := ontbrekende_gegevens(document):
        raise BriefFout(f"De brief is niet volledig. Vul eerst aan: {', '.join(ontbreekt)}.")

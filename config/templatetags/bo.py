"""The template language of the screens: money, dates, icons and states. A builtin library, so no template loads it."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.templatetags.static import static
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from config import formulierweergave, weergave

register = template.Library()


@register.filter
def euro(waarde: Decimal | int | None) -> str:
    return weergave.euro(waarde)


@register.filter
def bedrag(waarde: Decimal | int | None) -> str:
    return weergave.bedrag(waarde)


@register.filter
def hoeveelheid(waarde: Decimal | int) -> str:
    return weergave.hoeveelheid(waarde)


@register.filter
def datum(waarde: date | datetime | str | None) -> str:
    """Give 26 mei 2026; a text is read as a date of the BRP, of which parts may be unknown."""
    return weergave.brp_datum(waarde) if isinstance(waarde, str) else weergave.datum(waarde)


@register.filter
def houd_datums_heel(tekst: str) -> str:
    return weergave.houd_datums_heel(tekst)


@register.filter
def houd_nummers_heel(tekst: str) -> SafeString:
    return mark_safe(weergave.houd_nummers_heel(escape(tekst), "bo-cijfer"))  # noqa: S308  # escaped here


@register.filter
def datum_lang(waarde: date | datetime | None) -> str:
    return weergave.datum_lang(waarde or None)


@register.filter
def datum_kort(waarde: date | datetime | None) -> str:
    return weergave.datum_kort(waarde or None)


@register.filter
def datum_krap(waarde: date | datetime | None) -> str:
    return weergave.datum_krap(waarde or None)


@register.filter
def dag_en_maand(waarde: date | datetime | None) -> str:
    return weergave.dag_en_maand(waarde or None)


@register.filter
def moment(at: datetime | None) -> str:
    return weergave.moment(at or None)


@register.filter
def tijdstip(at: datetime | None) -> str:
    return weergave.tijdstip(at or None)


@register.filter
def bsn_masker(bsn: str | None) -> str:
    return weergave.bsn_masker(bsn)


@register.filter
def dagen_tot(uiterste_datum: date, on: date) -> str:
    return weergave.dagen_tot(uiterste_datum, on)


@register.filter
def telwoord(aantal: int, woorden: str) -> str:
    """Give `{{ 2|telwoord:"dossier,dossiers" }}` as 2 dossiers."""
    enkelvoud, meervoud = woorden.split(",")
    return weergave.telwoord(aantal, enkelvoud, meervoud)


@register.filter
def in_woorden(aantal: int) -> str:
    return weergave.in_woorden(aantal)


@register.simple_tag
@lru_cache(maxsize=500)
def icoon(naam: str, klas: str = "bo-pict") -> SafeString:
    """Draw an icon of beeld/iconen.svg; it is decoration, the text beside it says the same."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        klas,
        static("beeld/iconen.svg"),
        naam,
    )


@register.simple_tag
def merkteken(stand: str, klas: str = "bo-stand__beeld") -> SafeString:
    """Draw the mark of a state; each state has its own shape (partials/_sprite.html)."""
    return format_html(
        '<svg class="{}" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">'
        '<use href="#m-{}" x="-10" y="-10" width="20" height="20"/></svg>',
        klas,
        stand,
    )


@register.simple_tag
def stand(stand: str, tekst: str) -> SafeString:
    """Draw a state as shape, words and colour."""
    return format_html('<span class="bo-stand bo-stand--{}">{}{}</span>', stand, merkteken(stand), tekst)


@register.simple_tag
def som(regels: list[tuple[str, str]]) -> SafeString:
    """Draw a calculation line by line; the line of the outcome stands out."""
    lijst = format_html_join(
        "",
        '<div class="bo-som__regel{}"><dt>{}</dt><dd>{}</dd></div>',
        ((" bo-som__regel--uitkomst" if label == "Uiterste datum" else "", label, tekst) for label, tekst in regels),
    )
    return format_html('<dl class="bo-som">{}</dl>', lijst)


@register.simple_tag
def fouten(*bronnen: Any) -> list[formulierweergave.Fout]:
    """List the errors of forms and of lists of them, in their order on the page; anything else is passed over."""
    return formulierweergave.list_fouten(*bronnen)


@register.simple_tag
def invoer(field: BoundField) -> SafeString:
    """Draw the control of a field with the classes of NL Design System."""
    return formulierweergave.render_invoer(field)


@register.simple_tag
def optie(keuze: Any) -> SafeString:
    """Draw one radio button or checkbox of a field with choices."""
    return formulierweergave.render_optie(keuze)


@register.filter
def vorm(field: BoundField) -> str:
    """Say how a field is laid out: vink, keuze, bestand, euro or gewoon."""
    return formulierweergave.vorm(field)


@register.filter
def niet_verplicht(field: BoundField) -> bool:
    return formulierweergave.is_niet_verplicht(field)


@register.filter
def opties_klas(field: BoundField) -> str:
    return formulierweergave.opties_klas(field)


@register.simple_tag
def paginanummers(page: Page) -> list[int | str]:
    """Give the page numbers round the current one, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))

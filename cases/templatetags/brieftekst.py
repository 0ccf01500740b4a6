"""How typed text becomes letter text: lines as paragraphs, lists in words, a full stop at the end."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from cases.briefsoorten import briefsoort
from cases.brieftekst import opmaak, vul

register = template.Library()


@register.filter
def alineas(tekst: str) -> list[str]:
    """Split typed text into its lines; each line that says something is a paragraph."""
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]


@register.filter
def opsomming(delen: Sequence[object]) -> str:
    """Give 1, 2 en 3."""
    *voor, laatste = [str(deel) for deel in delen] or [""]
    return f"{', '.join(voor)} en {laatste}" if voor else laatste


@register.filter
def zin(tekst: str) -> str:
    """Close a phrase with a full stop, unless it has its own end mark."""
    kaal = tekst.strip()
    return kaal if not kaal or kaal[-1] in ".!?" else f"{kaal}."


@register.filter
def kleine_letter(tekst: str) -> str:
    """Let a label stand in a sentence: E-mail becomes e-mail, an abbreviation as SMS stays."""
    return tekst if tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]


@register.filter
def blok(brief: Any, code: str) -> SafeString:
    """Give a block of a letter: the text of the gemeente that is frozen in it, else the ready-made one."""
    tekst = dict(brief.teksten).get(code)
    if tekst is None:
        soort = briefsoort(brief.tekstsoort)
        tekst = vul(soort.blok(code).standaard, soort.waarden(brief))
    return mark_safe(opmaak(tekst))  # noqa: S308  # opmaak escapes all that was typed

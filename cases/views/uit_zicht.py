"""Name the hulpvragen that give way to another one, where nobody chose that by answering anew."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator

from cases.actions.hulpvragen import HOOGSTENS_TEKENS
from cases.models import Dossier, Hulpvraag
from config.weergave import datum


@contextmanager
def meld_uit_zicht(request: HttpRequest, *dossiers: Dossier) -> Iterator[None]:
    """Name what stood in the overview before, and gives way to the hulpvraag of a later gesprek after."""
    stonden = [hulpvraag.pk for hulpvraag in _geldend(dossiers)]
    yield
    meld_verdrongen(request, dossiers, Hulpvraag.objects.filter(pk__in=stonden).geldig())


def meld_verdrongen(request: HttpRequest, dossiers: Iterable[Dossier], hulpvragen: QuerySet[Hulpvraag]) -> None:
    """Name each of these hulpvragen in whose place that of a later gesprek stands."""
    nu = {hulpvraag.leefgebied: hulpvraag for hulpvraag in _geldend(dossiers)}
    for hulpvraag in hulpvragen.select_related("gesprek"):
        ander = nu.get(hulpvraag.leefgebied)
        if ander is not None and ander.pk != hulpvraag.pk:
            messages.warning(request, _melding(hulpvraag, ander))


def _geldend(dossiers: Iterable[Dossier]) -> Iterable[Hulpvraag]:
    return Hulpvraag.objects.filter(dossier__in=dossiers).geldend().select_related("gesprek")


def _melding(hulpvraag: Hulpvraag, ander: Hulpvraag) -> str:
    return (
        f"De hulpvraag bij {hulpvraag.get_leefgebied_display().lower()} uit het gesprek van"
        f" {datum(hulpvraag.gesprek.datum)}, '{Truncator(hulpvraag.tekst).chars(HOOGSTENS_TEKENS)}'"
        f" ({hulpvraag.get_urgentie_display().lower()}), staat niet in het overzicht: die uit het gesprek van"
        f" {datum(ander.gesprek.datum)} gaat voor. Gelden ze allebei? Zet ze dan samen in één tekst, met 'Wijzigen' bij"
        " de hulpvraag in het dossier."
    )

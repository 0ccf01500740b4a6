"""The planned afspraak of which a page records the gesprek: what its form starts with, and whether it is closed."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from cases.forms.afspraak import AfspraakKeuze
from cases.keuzes import AfspraakSoort, AfspraakStatus
from cases.models import Afspraak, Dossier, Gesprek
from config.weergave import datum as datumtekst


@dataclass(frozen=True)
class Gepland:
    """An afspraak, or none. `is_zeker` when the gesprek can be no other: the address names it, or there is but one."""

    afspraak: Afspraak | None
    is_zeker: bool

    def aangebroken(self, on: date) -> Afspraak | None:
        """Give the afspraak whose day has come: a gesprek before that day was not the one that was prepared."""
        return self.afspraak if self.afspraak and self.afspraak.datum <= on else None

    def bij(self, dag: date) -> Afspraak | None:
        """Give the afspraak that a gesprek on this day closes. One before the planned day may be another gesprek."""
        return self.afspraak if self.afspraak and (self.is_zeker or self.afspraak.datum <= dag) else None


def get_gepland(request: HttpRequest, dossier: Dossier, on: date, *soorten: AfspraakSoort) -> Gepland:
    """Give the afspraak that the address names, of these kinds; without one the only one of the first kind.

    Of the eerste gesprek one is planned at most, and once it was held none is to come: so that is the one on every day.
    Of another kind it is the only one that is planned up to today.
    """
    if "afspraak" in request.GET:
        return Gepland(AfspraakKeuze(request.GET, dossier=dossier, soorten=soorten).gekozen, is_zeker=True)
    is_eerste = soorten[0] == AfspraakSoort.EERSTE_GESPREK
    afspraken = dossier.afspraken.filter(soort=soorten[0], status=AfspraakStatus.GEPLAND)
    gevonden = list((afspraken if is_eerste else afspraken.filter(datum__lte=on))[:2])
    return Gepland(gevonden[0] if len(gevonden) == 1 else None, is_zeker=is_eerste)


def afspraak_van(gesprek: Gesprek) -> Afspraak | None:
    """Give the afspraak that a gesprek closed, also when it was sent twice."""
    return Afspraak.objects.filter(gesprek=gesprek).first()


def meld_afgesloten(afspraak: Afspraak | None, on: date) -> str:
    """Say that the afspraak was closed with its gesprek, and what to do when it is yet to come."""
    if afspraak is None or afspraak.status != AfspraakStatus.GEHOUDEN:
        return ""
    komt_nog = " Gaat dat gesprek ook door? Plan het dan opnieuw." if afspraak.datum > on else ""
    return f" De afspraak van {datumtekst(afspraak.datum)} is afgesloten.{komt_nog}"


def meld_terug(afspraak: Afspraak | None) -> str:
    """Say what became of the afspraak of a gesprek that was just withdrawn."""
    if afspraak is None:
        return ""
    afspraak.refresh_from_db()
    wat = "staat weer gepland" if afspraak.status == AfspraakStatus.GEPLAND else "is afgezegd"
    return f" De afspraak van {datumtekst(afspraak.datum)} {wat}."

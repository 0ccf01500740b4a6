"""The clock of each file in the gegevensportaal: there for at most 30 days (VNG handreiking 2025 §2.3)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from django.urls import reverse

from accounts.models import Gemeente
from accounts.permissions import Permission
from cases.actions.gemeentemelding import meld_gemeenteklokken
from cases.beleid_bron import regels_per_gemeente
from cases.gemeentekaart import Klokregel, maak_klokregel
from cases.gemeenteklok import Begin, Gedaan, Gemeenteklok
from cases.gemeenteklokken import Sleutel, registreer_klokbron, tel_uit
from cases.registratie import registreer_nachtwerk
from config.weergave import datum
from portal_import.models import Portaalbestand
from portal_import.querysets import NOG_TE_ZIEN
from portal_import.termijnen import PORTAALBESTAND

VERLOPEN = "Het bestand is verlopen in het portaal. Vraag het opnieuw: gegevensuitwisseling@belastingdienst.nl."


def bestand_begin(bestand: Portaalbestand) -> Begin:
    over = f" ({bestand.get_soort_display().lower()} van {datum(bestand.geplaatst_op)})"
    return Begin(regel=PORTAALBESTAND, sleutel=str(bestand.pk), start=bestand.geplaatst_op, over=over)


class Bestandbron:
    zien = doen = Permission.IMPORT
    uit_rijen = True

    def begin(self, gemeenten: Collection[int], van: date, tot: date) -> Iterable[tuple[int, Begin]]:
        rijen = Portaalbestand.objects.filter(gemeente__in=gemeenten).nog_te_zien(van, tot)
        return [(rij.gemeente_id, bestand_begin(rij)) for rij in rijen]

    def gedaan(self, gemeenten: Collection[int]) -> Mapping[Sleutel, Gedaan]:
        return {}

    def url(self, code: str, klok: Gemeenteklok, on: date) -> str:
        return reverse("imports")

    def waarom_url(self, code: str, klok: Gemeenteklok) -> str:
        return reverse("portaalbestand_waarom", args=[klok.begin.sleutel])


def klok_van(bestand: Portaalbestand, on: date) -> Gemeenteklok | None:
    """Count the clock of one file; None when its gemeente has no beleid."""
    begin = [(bestand.gemeente_id, bestand_begin(bestand))]
    return next(iter(tel_uit(begin, regels_per_gemeente([bestand.gemeente_id], on))), None)


def list_bestandregels(gemeenten: Collection[Gemeente], on: date) -> list[Klokregel]:
    """Give the files that nobody fetched yet, the first to expire on top; each with the button that records it."""
    per_gemeente = {gemeente.pk: gemeente for gemeente in gemeenten}
    begin = list(Bestandbron().begin(per_gemeente, on, on))
    klokken = tel_uit(begin, regels_per_gemeente(per_gemeente, on)) if begin else []
    return [_regel(klok, per_gemeente[klok.gemeente_id], on) for klok in klokken if klok.gedaan is None]


def _regel(klok: Gemeenteklok, gemeente: Gemeente, on: date) -> Klokregel:
    if klok.uiterste_datum < on:
        return maak_klokregel(klok, gemeente, on, let_op=VERLOPEN)
    return maak_klokregel(klok, gemeente, on, post_url=reverse("portaalbestand_opgehaald", args=[klok.begin.sleutel]))


BRON = Bestandbron()
registreer_klokbron(PORTAALBESTAND, bron=BRON)


@registreer_nachtwerk
class Bestandmeldingen:
    """Warn of the files that are about to expire, and tell which did."""

    nodig = NOG_TE_ZIEN

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        return meld_gemeenteklokken(gemeente=gemeente, dag=dag, at=at, bronnen=[BRON])

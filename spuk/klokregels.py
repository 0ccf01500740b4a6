"""The clocks of the money on the page of a verantwoordingsjaar, with their buttons for who may use them."""

from datetime import date

from django.urls import reverse

from accounts.models import Gemeente
from cases.beleid_bron import regels_per_gemeente
from cases.gemeentekaart import Klokregel, maak_klokregel
from cases.gemeenteklok import Gemeenteklok
from cases.gemeenteklokken import tel_uit
from spuk.klokken import REGELING, TE_DOEN, list_begin_van
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR


def list_klokken_van(gemeente: Gemeente, jaar: int, on: date) -> list[Gemeenteklok]:
    """Give the clocks of a verantwoordingsjaar of a gemeente, and those of the regeling as a whole."""
    begin = [(gemeente.pk, een) for een in list_begin_van(jaar)]
    return tel_uit(begin, regels_per_gemeente([gemeente.pk], on))


def list_klokregels(gemeente: Gemeente, jaar: int, on: date, *, mag_doen: bool) -> list[Klokregel]:
    return [_regel(gemeente, klok, on, mag_doen) for klok in list_klokken_van(gemeente, jaar, on)]


def _regel(gemeente: Gemeente, klok: Gemeenteklok, on: date, mag_doen: bool) -> Klokregel:
    woorden = TE_DOEN.get(klok.regel.code)
    if woorden is None or not mag_doen or klok.begin.start > on:
        return maak_klokregel(klok, gemeente, on, klaar=woorden.klaar if woorden else "")
    naam = "knop_url" if klok.gedaan is None else "terug_url"
    url = reverse("spuk_gedaan" if klok.gedaan is None else "spuk_terugnemen", args=adres(gemeente, klok))
    return maak_klokregel(klok, gemeente, on, knop=woorden.knop, klaar=woorden.klaar, **{naam: url})


def adres(gemeente: Gemeente, klok: Gemeenteklok) -> list[str]:
    return [gemeente.code, klok.regel.code, klok.begin.sleutel]


def vind_klok(gemeente: Gemeente, regel: str, sleutel: str, on: date) -> Gemeenteklok | None:
    """Find a clock by its address; None when there is no such clock."""
    jaar = on.year if sleutel == REGELING else int(sleutel) if sleutel.isdecimal() else 0
    if sleutel != REGELING and not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        return None
    klokken = list_klokken_van(gemeente, jaar, on)
    return next((klok for klok in klokken if (klok.regel.code, klok.begin.sleutel) == (regel, sleutel)), None)

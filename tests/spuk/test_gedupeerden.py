"""Component A is for who was (potentieel) gedupeerd on the day of the contact (decision 1282)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.uhtherstel import uht_status_intrekken
from cases.actions.verbeteren import contact_intrekken
from cases.keuzes import UhtStatus
from cases.models import Contact as ContactRij
from cases.models import Dossier, UhtStatusWijziging
from spuk.feiten import Contact, Feiten
from spuk.feiten_bron import lees_feiten
from spuk.gedupeerden import Uitspraak, eerste_contact, is_betaald
from spuk.telregels import Reden
from tests.cases.test_toch_recht import ON, bel, erken
from tests.factories import maak_dossier, moment
from tests.spuk.bouwen import NORM, aantallen, contact, dag, redenen

NIET, ZELF = UhtStatus.NIET_ERKEND, UhtStatus.ZELF_AFGEMELD
ERKEND, AANGEMELD = UhtStatus.ERKEND, UhtStatus.AANGEMELD
pytestmark = pytest.mark.django_db


def zei(status, feit, gemeld=None):
    return Uitspraak(status, dag(feit), dag(gemeld or feit))


BEGIN = zei(AANGEMELD, "2023-01-10")
NIET_ERKEND = zei(NIET, "2024-03-01", "2024-03-11")
AFGEMELD = zei(ZELF, "2024-03-01", "2024-03-11")


@pytest.mark.parametrize(
    ("op", "uitspraken", "betaald"),
    [
        pytest.param("2024-02-29", [], True, id="van_uht_niets_bekend"),
        pytest.param("2022-12-31", [BEGIN], True, id="voor_de_eerste_status"),
        pytest.param("2023-01-10", [BEGIN], True, id="aangemeld"),
        pytest.param("2024-02-29", [BEGIN, NIET_ERKEND], True, id="dag_voor_niet_erkend"),
        pytest.param("2024-03-01", [BEGIN, NIET_ERKEND], True, id="niet_erkend_nog_niet_gemeld"),
        pytest.param("2024-03-11", [BEGIN, NIET_ERKEND], True, id="dag_van_de_mededeling"),
        pytest.param("2024-04-10", [BEGIN, NIET_ERKEND], True, id="dertigste_dag"),
        pytest.param("2024-04-11", [BEGIN, NIET_ERKEND], False, id="voorbeeld_a4_dag_na_de_dertigste"),
        pytest.param("2023-06-01", [NIET_ERKEND], True, id="nooit_anders_bekend_maar_ervoor"),
        pytest.param("2024-04-11", [NIET_ERKEND], False, id="nooit_anders_bekend"),
        pytest.param("2024-02-29", [BEGIN, AFGEMELD], True, id="dag_voor_zelf_afgemeld"),
        pytest.param("2024-03-01", [BEGIN, AFGEMELD], False, id="voorbeeld_a5_dag_van_zelf_afgemeld"),
        pytest.param("2024-03-11", [BEGIN, AFGEMELD], False, id="zelf_afgemeld_geen_dertig_dagen"),
        pytest.param("2026-05-01", [NIET_ERKEND, zei(ERKEND, "2026-05-01")], True, id="toch_erkend"),
        pytest.param("2026-04-30", [NIET_ERKEND, zei(ERKEND, "2026-05-01")], False, id="dag_voor_toch_erkend"),
        pytest.param("2024-04-10", [AFGEMELD, zei(NIET, "2024-04-01")], False, id="niet_erkend_na_zelf_afgemeld"),
        pytest.param("2024-04-10", [NIET_ERKEND, zei(ZELF, "2024-04-01")], True, id="zelf_afgemeld_na_niet_erkend"),
        pytest.param("2024-03-01", [NIET_ERKEND, zei(ERKEND, "2024-03-01")], True, id="op_een_dag_telt_de_laatste"),
        pytest.param("2024-05-01", [NIET_ERKEND, zei(NIET, "2024-04-20")], False, id="niet_erkend_staat_er_nog_eens"),
        pytest.param(
            "2024-04-11",
            [zei(NIET, "2024-02-01", "2024-03-31"), zei(NIET, "2024-03-01", "2024-03-11")],
            False,
            id="eerste_mededeling_telt",
        ),
        pytest.param("2024-03-30", [zei(NIET, "2024-02-29")], True, id="schrikkeldag_dertigste"),
        pytest.param("2024-03-31", [zei(NIET, "2024-02-29")], False, id="schrikkeldag_dag_erna"),
        pytest.param("2024-12-25", [zei(NIET, "2024-11-25")], True, id="eerste_kerstdag_is_de_dertigste"),
        pytest.param("2024-12-27", [zei(NIET, "2024-11-25")], False, id="feestdagen_geven_geen_dag_erbij"),
    ],
)
def test_contact_is_paid_while_somebody_is_gedupeerd(op, uitspraken, betaald):
    assert is_betaald(dag(op), uitspraken) is betaald


@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        pytest.param([], None, id="geen_contact"),
        pytest.param(["2024-05-01"], (date(2024, 5, 1), False), id="alleen_zonder_recht"),
        pytest.param(["2024-05-01", "2024-06-01"], (date(2024, 5, 1), False), id="het_eerste_van_wat_niet_telt"),
        pytest.param(["2026-05-04", "2024-05-01"], (date(2026, 5, 4), True), id="het_eerste_sinds_het_recht"),
        pytest.param(
            ["2026-05-04", "2024-03-20"], (date(2024, 3, 20), True), id="voorbeeld_a6_terecht_geteld_blijft_geteld"
        ),
    ],
)
def test_first_contact_that_is_paid_is_the_one_for_a(dagen, verwacht):
    uitspraken = [BEGIN, NIET_ERKEND, zei(ERKEND, "2026-05-01")]

    assert eerste_contact([dag(een) for een in dagen], uitspraken) == verwacht


@pytest.mark.parametrize(
    ("contacten", "verwacht"),
    [
        pytest.param([Contact("g1", date(2024, 4, 11), niet_gedupeerd=True)], {}, id="contact_na_de_dertig_dagen"),
        pytest.param(
            [Contact("g1", date(2024, 4, 11), niet_gedupeerd=True), contact("g1", "2025-02-03")],
            {2025: 1},
            id="ander_van_het_gezin_is_gedupeerd",
        ),
    ],
)
def test_contact_with_who_is_niet_gedupeerd_does_not_count(contacten, verwacht):
    assert aantallen(Feiten(contacten=tuple(contacten)), NORM, "A") == verwacht


def test_contact_that_does_not_count_says_why():
    feiten = Feiten(contacten=(Contact("g1", date(2024, 4, 11), niet_gedupeerd=True),))

    assert redenen(feiten, NORM, "A") == [Reden.NIET_GEDUPEERD]


# --- what the dossiers say

TOEN = date(2024, 5, 6)


def geteld(gemeente):
    return {(contact.datum, contact.niet_gedupeerd) for contact in lees_feiten(gemeente).contacten}


@pytest.mark.parametrize(
    ("status", "op", "verwacht"),
    [
        pytest.param(NIET, date(2024, 6, 5), {(date(2024, 6, 5), False)}, id="niet_erkend_dertigste_dag"),
        pytest.param(NIET, date(2024, 6, 6), {(date(2024, 6, 6), True)}, id="niet_erkend_dag_erna"),
        pytest.param(ZELF, date(2024, 5, 13), {(date(2024, 5, 13), True)}, id="zelf_afgemeld"),
        pytest.param(ERKEND, date(2024, 6, 6), {(date(2024, 6, 6), False)}, id="erkend"),
    ],
)
def test_contact_in_a_dossier_counts_by_what_uht_said(gemeente, consulent, status, op, verwacht):
    bel(maak_dossier(gemeente, datum=TOEN, uht_status=status), consulent, op)

    assert geteld(gemeente) == verwacht


def test_status_without_a_day_counts_since_the_gemeente_was_told(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=TOEN, uht_status=ZELF)
    bel(dossier, consulent, date(2024, 5, 13))
    dossier.uht_wijzigingen.update(datum_feit=None)

    assert geteld(gemeente) == {(date(2024, 5, 13), True)}


@pytest.mark.parametrize(
    ("op", "eerst", "later"),
    [
        pytest.param(date(2024, 5, 13), date(2024, 5, 13), date(2024, 5, 13), id="terecht_geteld_in_2024"),
        pytest.param(date(2024, 8, 1), None, date(2026, 3, 3), id="in_2024_niet_gedupeerd"),
    ],
)
def test_dossier_that_opens_keeps_an_a_that_was_counted_rightly(gemeente, consulent, op, eerst, later):
    """Niet erkend since 6 May 2024, erkend on 2 March 2026; the first contact since then was a day later."""
    dossier = maak_dossier(gemeente, datum=TOEN, uht_status=NIET)
    bel(dossier, consulent, op)
    assert geteld(gemeente) == {(op, eerst is None)}

    erken(dossier, consulent)
    bel(dossier, consulent, date(2026, 3, 3))

    assert Dossier.objects.get().datum_eerste_contact == date(2026, 3, 3)
    assert geteld(gemeente) == {(later, False)}


def test_first_contact_of_a_dossier_that_ran_stays_when_uht_says_niet_erkend(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=TOEN)
    bel(dossier, consulent, date(2024, 5, 13))
    bel(dossier, consulent, date(2025, 1, 6))
    niet = {"status": NIET, "datum_feit": date(2024, 9, 2), "datum_gemeld": date(2024, 9, 9), "bron": "Levering"}
    rij = UhtStatusWijziging.objects.create(dossier=dossier, **niet)
    assert geteld(gemeente) == {(date(2024, 5, 13), False)}

    nooit = {"reden": "Was een ander", "by": consulent, "at": moment(ON), "on": ON}
    contact_intrekken(contact=ContactRij.objects.get(datum=date(2024, 5, 13)), **nooit)
    assert geteld(gemeente) == {(date(2025, 1, 6), True)}

    uht_status_intrekken(wijziging=rij, reden="Verkeerd dossier", by=consulent, at=moment(ON), on=ON)
    assert geteld(gemeente) == {(date(2025, 1, 6), False)}


def test_attempt_and_another_person_are_no_contact(gemeente, consulent):
    bel(maak_dossier(gemeente, datum=TOEN, uht_status=NIET), consulent, date(2024, 5, 7), "geen gehoor")

    assert geteld(gemeente) == set()


@pytest.mark.parametrize("aantal", [1, 3])
def test_contacten_are_read_in_the_same_queries(gemeente, consulent, aantal):
    for nummer in range(aantal):
        for status in (NIET, ERKEND):
            bel(maak_dossier(gemeente, datum=TOEN, bsn="", uht_status=status), consulent, date(2024, 5, 7 + nummer))

    with CaptureQueriesContext(connection) as vragen:
        contacten = lees_feiten(gemeente).contacten

    assert len(contacten) == 2 * aantal
    assert len(vragen) == 8

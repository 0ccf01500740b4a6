"""The example table once more, through stored rows: what is kept, derived again, and moved by the nightly run."""

from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

import pytest
from django.db import transaction
from django.db.models import Q

from cases import register
from cases.actions.bewaking import bewaak
from cases.actions.herberekenen import leid_af
from cases.actions.termijnen import open_status, reken, start_termijn
from cases.beleid_bron import kalender_nu
from cases.invoer import Invoer
from cases.models import Feestdag, Termijn
from cases.opschorting import Opschortingsperiode
from cases.register import regel as zoek_regel
from cases.termijnregels import Aard
from tests.cases.termijn_voorbeelden import ATW_ARTIKEL_2, VOORBEELDEN, drie_dagen
from tests.factories import moment
from tests.haltes import halte

ALLE = sorted((*VOORBEELDEN, *ATW_ARTIKEL_2), key=attrgetter("regel"))
PER_REGEL = {code: tuple(rijen) for code, rijen in groupby(ALLE, attrgetter("regel"))}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _korte_regel(monkeypatch):
    """Let the product know the test-only rule of Atw art. 2, which has rows in the table as well."""
    monkeypatch.setitem(register._regels, "drie_dagen", drie_dagen())


def bewaar(dossier, voorbeeld):
    """Store the termijn of an example, as it is on its first day."""
    for dag in voorbeeld.extra:
        Feestdag.objects.create(datum=dag, naam="Gelijkgestelde dag", bron="Koninklijk besluit")
    termijn = start_termijn(
        dossier=dossier,
        regel=voorbeeld.regel,
        aanleiding="voorbeeld:1",
        start=voorbeeld.start,
        on=voorbeeld.start,
        keer=voorbeeld.keer,
    )
    invoer = Invoer(
        start=voorbeeld.start,
        keer=voorbeeld.keer,
        opschortingen=tuple(Opschortingsperiode(van, tot) for van, tot in voorbeeld.opschorting),
        commissie=voorbeeld.commissie,
        verdaging=voorbeeld.verdaging,
    )
    assert reken(termijn, dossier, invoer)
    termijn.status = open_status(termijn, voorbeeld.start)
    termijn.save()


def status_op(gemeente, dag):
    """Run the night of a day and give what became of the termijn."""
    bewaak(gemeente=gemeente, on=dag, at=moment(dag, uur=3))
    return Termijn.objects.get().status


@halte
def leeg_dossier(dossier):
    Termijn.objects.all().delete()
    return dossier


def leid_opnieuw_af(voorbeeld):
    """Derive the termijn again from what is stored alone, whatever date stood there; gives the row before and after."""
    voor = Termijn.objects.values("uiterste_datum", "som", "invoer", "beleid", "kalender_versie").get()
    Termijn.objects.update(uiterste_datum=date(2099, 1, 1), som=[], kalender_versie="oud")
    leid_af(Q(), kalender=kalender_nu(), on=voorbeeld.start, at=moment(voorbeeld.start), reden="voorbeeld")
    return voor, Termijn.objects.values(*voor).get()


@pytest.mark.parametrize("code", PER_REGEL)
def test_stored_row_has_the_date_of_the_example_is_derived_again_to_it_and_passes_the_day_after(
    gemeente, leeg_dossier, code
):
    voorbij = "voorbij" if zoek_regel(code).aard is Aard.VENSTER else "te_laat"
    for voorbeeld in PER_REGEL[code]:
        punt = transaction.savepoint()
        bewaar(leeg_dossier, voorbeeld)

        assert Termijn.objects.get().uiterste_datum == voorbeeld.eind, voorbeeld
        voor, na = leid_opnieuw_af(voorbeeld)
        assert voor == na, voorbeeld
        assert status_op(gemeente, voorbeeld.eind) == "lopend", voorbeeld
        assert status_op(gemeente, voorbeeld.eind + timedelta(days=1)) == voorbij, voorbeeld
        transaction.savepoint_rollback(punt)

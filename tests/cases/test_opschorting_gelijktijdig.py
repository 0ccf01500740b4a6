"""Two people hold up the same plan at the same moment: the database keeps one, whatever the actions saw."""

from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, OperationalError, transaction

from accounts.rollen import Rol
from cases.actions.aanvulling import aanvulling_vragen
from cases.actions.basis import ActieFout
from cases.actions.uitstel import opschorten
from cases.models import Aanvulling, Opschorting
from tests.cases.test_bewaking_concurrent import tegelijk
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.wegen import voer_eerste_gesprek

GESPREK, ON = date(2026, 3, 4), date(2026, 4, 8)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def in_plan(snelle_pdf):
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    consulent = maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example")
    dossier = maak_dossier(gemeente)
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier, consulent


def poging(functie, *fouten):
    """Give what came of it, as a word."""

    def roep():
        try:
            functie()
        except fouten:
            return "geweigerd"
        return "gelukt"

    return roep


def test_two_connections_can_not_both_store_overlapping_periods(in_plan):
    """Both rows are written before either commits, without the lock of an action: the second waits, and is refused.

    Written in the same moment they wait for each other: then PostgreSQL refuses one as a deadlock.
    """
    dossier, by = in_plan
    termijn = dossier.termijnen.get(regel="plan_van_aanpak")
    beide = Barrier(2)

    def bewaar(van, tot):
        def doe():
            with transaction.atomic():
                Opschorting.objects.filter(termijn=termijn).count()
                beide.wait(timeout=10)
                Opschorting.objects.create(
                    dossier=dossier, termijn=termijn, soort="opschorting", grond="vertraging", van=van, tot=tot,
                    toelichting="x", door=by,
                )  # fmt: skip

        return poging(doe, IntegrityError, OperationalError)

    eerste = bewaar(date(2026, 4, 6), date(2026, 4, 12))
    tweede = bewaar(date(2026, 4, 12), date(2026, 4, 19))

    assert sorted(tegelijk(eerste, tweede)) == ["gelukt", "geweigerd"]
    assert Opschorting.objects.count() == 1


def test_two_connections_may_store_periods_that_only_touch(in_plan):
    dossier, by = in_plan

    def schort_op(van, tot):
        wat = {"van": van, "tot": tot, "grond": "vertraging", "toelichting": "x"}
        return poging(
            lambda: opschorten(dossier=dossier, regel="plan_van_aanpak", **wat, by=by, at=moment(ON), on=ON), ActieFout
        )

    eerste = schort_op(date(2026, 4, 6), date(2026, 4, 11))
    tweede = schort_op(date(2026, 4, 12), date(2026, 4, 19))

    assert tegelijk(eerste, tweede) == ["gelukt", "gelukt"]
    # Fourteen days after 29 April.
    assert dossier.termijnen.get(regel="plan_van_aanpak").uiterste_datum == date(2026, 5, 13)


def test_two_letters_at_once_make_one(in_plan):
    dossier, by = in_plan

    def vraag(wat):
        uiterlijk = date(2026, 4, 22)
        return poging(
            lambda: aanvulling_vragen(dossier=dossier, wat=wat, uiterlijk=uiterlijk, by=by, at=moment(ON), on=ON),
            ActieFout,
        )

    assert sorted(tegelijk(vraag("De jaaropgave."), vraag("Het huurcontract."))) == ["gelukt", "geweigerd"]
    assert (Aanvulling.objects.count(), Opschorting.objects.count()) == (1, 1)

"""Withdraw a dossier that was made by mistake, and put it back as it was."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.actions.dossier import contact_vastleggen
from cases.actions.intrekken import IN_TE_TREKKEN, dossier_herstellen, dossier_intrekken
from cases.actions.persoon import persoon_verbeteren
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Dossier, DossierEvent, DossierIntrekking, Persoon, Taak, Termijn
from cases.registratie import bindingen
from cases.status import Status
from planvanaanpak.actions.plan import plan_openen
from spuk.feiten_bron import lees_feiten
from tests.factories import PERSOON, maak_dossier, moment
from tests.wegen import maak_volledig_plan, stel_vast, voer_eerste_gesprek

ON = date(2026, 3, 20)
GESPREK = date(2026, 3, 12)


def trek_in(dossier, by, reden="Verkeerde persoon"):
    return dossier_intrekken(dossier=dossier, reden=reden, by=by, at=moment(ON))


def zet_terug(dossier, by, on=ON):
    return dossier_herstellen(dossier=dossier, reden="Toch goed", by=by, at=moment(on), on=on)


def standen(dossier):
    return {t.regel: t.status for t in Termijn.objects.filter(dossier=dossier)}


def test_these_statuses_can_be_withdrawn():
    assert {
        Status.AANMELDING,
        Status.EERSTE_GESPREK,
        Status.PLAN_VAN_AANPAK,
        Status.GEEN_RECHT,
        Status.GEEN_HULP,
    } == IN_TE_TREKKEN


def test_withdrawn_dossier_stops_and_counts_nowhere(dossier, coordinator):
    contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 4),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=coordinator,
        at=moment(ON),
        on=ON,
    )
    taak = Taak.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, voor=coordinator, wat="Bellen", datum=ON, door=coordinator
    )

    trek_in(dossier, coordinator)

    dossier.refresh_from_db()
    taak.refresh_from_db()
    intrekking = dossier.intrekking
    assert dossier.status == "ingetrokken"
    assert (intrekking.status_voor, intrekking.reden, intrekking.samengevoegd_met) == (
        "aanmelding",
        "Verkeerde persoon",
        None,
    )
    assert standen(dossier) == {
        "eerste_contact": "gehaald",
        "eerste_gesprek": "vervallen",
        "eerste_gesprek_na_contact": "vervallen",
    }
    assert taak.is_vervallen
    assert dossier.persoon.bsn == ""
    assert lees_feiten(dossier.gemeente).contacten == ()
    assert not Dossier.objects.zonder_ingetrokken().exists()
    assert not Dossier.objects.open().exists()


def test_right_dossier_can_be_made_with_the_same_bsn(dossier, coordinator):
    trek_in(dossier, coordinator)

    nieuw = maak_dossier(dossier.gemeente)

    assert nieuw.persoon.bsn == PERSOON["bsn"]
    with pytest.raises(ActieFout, match=f"staat al in dossier {nieuw.nummer}"):
        zet_terug(dossier, coordinator)
    dossier.refresh_from_db()
    assert dossier.status == "ingetrokken"
    gezocht = DossierEvent.objects.get(soort="bsn_gezocht")
    assert (gezocht.dossier, gezocht.by) == (nieuw, coordinator)


@pytest.mark.parametrize("gesprek", [False, True])
def test_put_back_everything_is_as_before(dossier, coordinator, gesprek):
    if gesprek:
        voer_eerste_gesprek(dossier, coordinator, GESPREK)
    dossier.refresh_from_db()
    taak = Taak.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, voor=coordinator, wat="Bellen", datum=ON, door=coordinator
    )
    voor, status = standen(dossier), dossier.status
    if not gesprek:
        voor["eerste_contact"] = "te_laat"  # on the day itself, before a night told so
    trek_in(dossier, coordinator)

    zet_terug(dossier, coordinator)

    dossier.refresh_from_db()
    taak.refresh_from_db()
    assert (dossier.status, standen(dossier), dossier.persoon.bsn) == (status, voor, PERSOON["bsn"])
    assert not taak.is_vervallen
    assert not DossierIntrekking.objects.exists()
    assert DossierIntrekking.history.filter(dossier=dossier.pk).count() == 2
    assert dossier.events.first().tekst == f"Dossier teruggezet. Het staat weer op '{Status(status).label}'."


def test_wrong_bsn_that_was_taken_away_before_does_not_come_back(dossier, coordinator):
    persoon_verbeteren(dossier=dossier, wijzigingen={"bsn": ""}, reden="x", by=coordinator, at=moment(ON))
    trek_in(dossier, coordinator)

    zet_terug(dossier, coordinator)

    assert Persoon.objects.get(pk=dossier.persoon_id).bsn == ""


def test_withdrawn_twice_it_comes_back_twice(dossier, coordinator):
    for _ in range(2):
        trek_in(dossier, coordinator)
        zet_terug(dossier, coordinator)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.persoon.bsn) == ("aanmelding", PERSOON["bsn"])


def test_reason_is_needed_both_ways(dossier, coordinator):
    with pytest.raises(ActieFout, match="waarom u het dossier intrekt"):
        trek_in(dossier, coordinator, reden=" ")
    trek_in(dossier, coordinator)
    with pytest.raises(ActieFout, match="waarom u het dossier terugzet"):
        dossier_herstellen(dossier=dossier, reden=" ", by=coordinator, at=moment(ON), on=ON)


def test_plan_without_besluit_can_be_withdrawn(dossier, coordinator):
    voer_eerste_gesprek(dossier, coordinator, GESPREK)
    plan_openen(dossier=dossier, by=coordinator, at=moment(ON))

    trek_in(dossier, coordinator)

    assert [binding.wat for binding in bindingen(dossier)] == ["een plan van aanpak"]
    assert lees_feiten(dossier.gemeente).plannen == ()


def test_besluit_keeps_a_dossier_whatever_its_status(dossier, coordinator, snelle_pdf):
    stel_vast(dossier, coordinator, gesprek=GESPREK, besluit=ON)
    Dossier.objects.update(status=Status.PLAN_VAN_AANPAK)

    with pytest.raises(ActieFout, match="Het dossier intrekken kan niet: er is al een besluit"):
        trek_in(dossier, coordinator)

    assert Dossier.objects.get().status == "plan_van_aanpak"


def test_plan_that_waits_for_its_besluit_runs_again(dossier, coordinator):
    voer_eerste_gesprek(dossier, coordinator, GESPREK)
    maak_volledig_plan(dossier, coordinator, GESPREK)
    trek_in(dossier, coordinator)

    zet_terug(dossier, coordinator, on=date(2026, 5, 20))

    assert standen(dossier)["plan_van_aanpak"] == "te_laat"

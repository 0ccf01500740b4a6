"""The look ahead says what the run would do, to the row, and changes nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.bewaking import Telling, bewaak
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.models import Feestdag, Termijn
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.tabellen import alles
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 5, 5)
TELLERS = ("on", "dossiers", "nieuw", "gewijzigd", "signalen", "overgangen", "ingehaald")

pytestmark = pytest.mark.django_db


@halte
def met_klokken(gemeente, dossier, consulent):
    """Clocks from 12 March 2026: plan to 7 May, spullen to 12 September; the run was last done on 5 May."""
    dossier.casusregisseur = consulent
    dossier.save(update_fields=["casusregisseur"])
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    gesloten = maak_dossier(gemeente, bsn="", achternaam="Verweij")
    bewaak(gemeente=gemeente, on=ON, at=moment(ON))
    voer_eerste_gesprek(gesloten, consulent, date(2026, 3, 13))
    gesloten.status = "afgesloten"
    gesloten.save(update_fields=["status"])
    return dossier


def soorten(blik):
    return {s.soort: (s.aantal, s.signalen, [str(straks) for straks in s.eerste]) for s in blik.soorten if s.aantal}


def test_look_ahead_names_the_termijnen_by_dossier_number(gemeente, met_klokken):
    blik = kijk_vooruit(gemeente=gemeente, on=date(2026, 9, 13), at=moment(ON))

    assert soorten(blik)["te_laat"] == (
        5,
        4,  # the other dossier is closed
        [
            "9901-D-2026-00001 Plan van aanpak vaststellen: do 7 mei 2026",
            "9901-D-2026-00002 Plan van aanpak vaststellen: vr 8 mei 2026",
            "Nieuwe verificatiecode ophalen: ma 1 jun 2026",
            "Jaarlijst opvragen en vergelijken: wo 15 jul 2026",
            "SiSa-bijlage indienen bij het CBS: wo 15 jul 2026",
        ],
    )
    assert soorten(blik)["voorbij"][0] == 1


def test_look_ahead_counts_what_the_runs_then_do(gemeente, met_klokken):
    """Days off end the same as a run for each of them (test_actions_bewaking), so one road of 680 nights serves all."""
    dagen = {ON + timedelta(days=dagen) for dagen in (0, 1, 2, 3, 4, 10, 130, 131, 140, 366, 680)}
    voor = alles()

    blikken = [kijk_vooruit(gemeente=gemeente, on=on, at=moment(on)) for on in sorted(dagen)]

    assert alles() == voor
    totaal = Telling(on=ON)
    for blik in blikken:
        on = blik.telling.on
        telling = bewaak(gemeente=gemeente, on=on, at=moment(on))
        totaal.dossiers = 0
        totaal.tel_op(telling)
        totaal.on = on
        assert {naam: getattr(blik.telling, naam) for naam in TELLERS} == {
            naam: getattr(totaal, naam) for naam in TELLERS
        }
        totaal.ingehaald = sorted({*totaal.ingehaald, on} - {ON})


def test_look_ahead_shows_what_a_new_feestdag_moves(gemeente, met_klokken):
    Feestdag.objects.create(datum=date(2026, 5, 7), naam="Gelijkgestelde dag", bron="Besluit van 1 mei 2026")
    on = ON + timedelta(days=4)
    voor = alles()

    blik = kijk_vooruit(gemeente=gemeente, on=on, at=moment(on))

    assert soorten(blik)["verschuift"] == (
        1,
        0,
        ["9901-D-2026-00001 Plan van aanpak vaststellen: do 7 mei 2026 wordt vr 8 mei 2026"],
    )
    assert alles() == voor
    telling = bewaak(gemeente=gemeente, on=on, at=moment(on))
    assert (blik.telling.gewijzigd, blik.telling.overgangen) == (telling.gewijzigd, telling.overgangen)


def test_look_ahead_sees_a_late_termijn_run_again_and_pass_again(gemeente, met_klokken):
    """Two new feestdagen take the plan of 7 May to Monday 11 May, which is looked at from the night of the 9th on."""
    bewaak(gemeente=gemeente, on=date(2026, 5, 8), at=moment(ON))
    for dag in (7, 8):
        Feestdag.objects.create(datum=date(2026, 5, dag), naam="Gelijkgestelde dag", bron="Besluit van 1 mei 2026")
    on = date(2026, 5, 12)

    blik = kijk_vooruit(gemeente=gemeente, on=on, at=moment(on))

    telling = bewaak(gemeente=gemeente, on=on, at=moment(on))
    assert (blik.telling.overgangen, blik.telling.signalen) == (telling.overgangen, telling.signalen)
    assert telling.overgangen == 2


def test_first_twenty_are_named_and_the_rest_counted(capsys, gemeente, met_klokken):
    eerste = Termijn.objects.get(dossier=met_klokken, regel="plan_van_aanpak")
    for nummer in range(30):
        eerste.pk, eerste.aanleiding = None, f"gesprek:{9000 + nummer}"
        eerste.save(force_insert=True)

    with time_machine.travel(datetime(2026, 5, 5, 6, tzinfo=UTC), tick=False):
        call_command("termijnen_bewaken", "--proef", "--on", "2026-05-08")

    regels = capsys.readouterr().out.splitlines()
    begin = regels.index("  Wordt te laat: 31")
    assert regels[begin - 1].startswith("Rivierendam (9901). Signalen: ")
    assert regels[begin + 1 : begin + 21] == ["    9901-D-2026-00001 Plan van aanpak vaststellen: do 7 mei 2026"] * 20
    assert regels[begin + 21] == "    en nog 11"


@pytest.fixture
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 5, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.mark.usefixtures("_vandaag")
def test_page_shows_the_day_that_was_chosen_and_changes_nothing(client, met_klokken, coordinator):
    client.force_login(coordinator)
    client.get(reverse("bewaking"))
    voor = alles()

    response = client.get(reverse("bewaking_vooruit"), {"dag": "2026-05-08"})

    assert soorten(response.context["blik"])["te_laat"][0] == 1
    assert f'<a class="nl-link" href="/dossiers/{met_klokken.nummer}/">' in response.content.decode()
    assert alles() == voor


@pytest.mark.usefixtures("_vandaag")
def test_beheerder_sees_numbers_without_a_link(client, met_klokken, beheerder):
    client.force_login(beheerder)

    inhoud = client.get(reverse("bewaking_vooruit"), {"dag": "2026-05-08"}).content.decode()

    assert met_klokken.nummer in inhoud
    assert f"/dossiers/{met_klokken.nummer}/" not in inhoud
    assert met_klokken.persoon.achternaam not in inhoud


@pytest.mark.usefixtures("_vandaag")
@pytest.mark.parametrize(
    ("dag", "melding"),
    [("2026-05-04", "Kies vandaag of een latere dag."), ("2027-05-07", "Kies een dag binnen een jaar.")],
    ids=["past", "too-far"],
)
def test_page_refuses_a_day_it_can_not_show(client, met_klokken, coordinator, dag, melding):
    client.force_login(coordinator)

    response = client.get(reverse("bewaking_vooruit"), {"dag": dag})

    assert response.context["form"].errors["dag"] == [melding]
    assert response.context["blik"] is None


@pytest.mark.usefixtures("_vandaag")
def test_page_of_another_gemeente_shows_nothing_of_this_one(client, met_klokken, vreemde):
    client.force_login(vreemde)

    response = client.get(reverse("bewaking_vooruit"), {"dag": "2026-05-08", "gemeente": "9901"})

    assert response.context["blik"].gemeente.code == "9902"
    assert soorten(response.context["blik"]) == {}


@pytest.mark.usefixtures("_vandaag")
@pytest.mark.parametrize(("aantal", "dag", "laat"), [(1, "2026-05-08", 1), (3, "2026-05-08", 3), (1, "2026-05-14", 2)])
def test_same_queries_for_one_termijn_and_for_three_and_for_more_days(
    client, met_klokken, coordinator, aantal, dag, laat
):
    eerste = Termijn.objects.get(dossier=met_klokken, regel="plan_van_aanpak")
    for nummer in range(1, aantal):
        eerste.pk, eerste.aanleiding = None, f"gesprek:{9000 + nummer}"
        eerste.save(force_insert=True)
    client.force_login(coordinator)

    with CaptureQueriesContext(connection) as vragen:
        response = client.get(reverse("bewaking_vooruit"), {"dag": dag})

    assert soorten(response.context["blik"])["te_laat"][0] == laat
    assert len(vragen) == 13

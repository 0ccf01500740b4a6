"""The page Bewaking: red when the last run failed or is older than yesterday."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rollen import Rol
from cases.management.commando import Fout
from cases.models import Bewaking, Dossier
from tests.factories import BewakingFactory, GemeenteFactory, LidmaatschapFactory, moment

ON = date(2026, 5, 8)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 8, 9, 30, tzinfo=UTC), tick=False):
        yield


def mislukt(gemeente, on):
    return BewakingFactory(gemeente=gemeente, on=on, klaar_op=None, fout="OperationalError: geen verbinding")


def standen(client):
    response = client.get(reverse("bewaking"))
    return [(str(stand.gemeente), stand.soort, stand.tekst) for stand in response.context["standen"]]


def test_green_when_last_night_was_done(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "goed", "De bewaking loopt.")]


@pytest.mark.parametrize(("uur", "minuut", "soort"), [(1, 59, "goed"), (2, 0, "fout")], ids=["03:59", "04:00"])
def test_last_night_is_missed_from_four(client, gemeente, coordinator, uur, minuut, soort):
    BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=1), digests=0)
    client.force_login(coordinator)

    with time_machine.travel(datetime(2026, 5, 8, uur, minuut, tzinfo=UTC), tick=False):
        response = client.get(reverse("bewaking"))

    assert [stand.soort for stand in response.context["standen"]] == [soort]
    assert response.context["nacht_stand"][0] == soort


def test_red_when_last_night_is_missing(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=1))
    client.force_login(coordinator)

    assert standen(client) == [
        (
            "Rivierendam",
            "fout",
            "De bewaking liep het laatst op 7 mei 2026. Controleer of de worker en beat draaien.",
        )
    ]


def test_red_when_the_last_run_failed(client, gemeente, beheerder):
    BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=1))
    mislukt(gemeente, ON)
    client.force_login(beheerder)

    response = client.get(reverse("bewaking"))

    assert [(stand.soort, stand.tekst) for stand in response.context["standen"]] == [
        ("fout", "De laatste bewaking is mislukt. De volgende nacht wordt deze dag ingehaald.")
    ]
    inhoud = response.content.decode()
    assert response.context["nacht_stand"] == ("fout", "1 gemeente mislukt")
    assert "geen verbinding" not in inhoud


def test_green_again_after_the_next_night(client, gemeente, coordinator):
    rij = mislukt(gemeente, ON - timedelta(days=1))
    rij.klaar_op, rij.fout = moment(ON), ""
    rij.save()
    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "goed", "De bewaking loopt.")]


def test_tells_that_it_never_ran(client, gemeente, coordinator):
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "let-op", "De bewaking heeft nog niet gelopen.")]


def test_red_when_it_never_ran_and_there_is_a_dossier_from_before(client, gemeente, coordinator, dossier):
    Dossier.objects.update(created_at=moment(ON - timedelta(days=1), uur=12))
    client.force_login(coordinator)

    assert standen(client) == [
        (
            "Rivierendam",
            "fout",
            "De bewaking heeft nog niet gelopen. Controleer of de worker en beat draaien.",
        )
    ]


def test_red_when_the_mails_of_the_last_night_never_went(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON, digests=None)
    client.force_login(coordinator)

    assert standen(client) == [
        ("Rivierendam", "fout", "De laatste bewaking is niet klaar. Controleer of de worker draait.")
    ]


# Vandaag is where a coördinator begins, Gebruikers where a beheerder does.
@pytest.mark.parametrize(("wie", "pagina"), [("coordinator", "vandaag"), ("beheerder", "gebruikers")])
@pytest.mark.parametrize(
    ("hoe", "rood"),
    [
        ("goed", ""),
        ("mislukt", "Rivierendam: De laatste bewaking is mislukt. De volgende nacht wordt deze dag ingehaald."),
        (
            "gemist",
            "Rivierendam: De bewaking liep het laatst op 7 mei 2026. Controleer of de worker en beat draaien.",
        ),
    ],
)
def test_page_where_one_begins_is_red_after_a_bad_night(
    client, request, gemeente, andere_gemeente, wie, pagina, hoe, rood
):
    BewakingFactory(gemeente=gemeente, on=ON if hoe == "goed" else ON - timedelta(days=1))
    if hoe == "mislukt":
        mislukt(gemeente, ON)
    mislukt(andere_gemeente, ON)
    client.force_login(request.getfixturevalue(wie))

    inhoud = client.get(reverse(pagina)).text

    assert inhoud.count("utrecht-alert--error") == (1 if rood else 0)
    assert rood in inhoud
    assert (f'href="{reverse("bewaking")}">Naar de bewaking' in inhoud) is bool(rood)


def test_consulent_is_not_told_of_a_bad_night(client, gemeente, consulent):
    mislukt(gemeente, ON)
    client.force_login(consulent)

    assert "utrecht-alert--error" not in client.get(reverse("vandaag")).text


def test_command_exits_with_1_after_a_bad_night_only(capsys, gemeente, andere_gemeente):
    BewakingFactory(gemeente=gemeente, on=ON)
    BewakingFactory(gemeente=andere_gemeente, on=ON)
    call_command("bewaking_nakijken")
    assert capsys.readouterr().out == "De laatste bewaking is in alle gemeenten gelukt.\n"
    Bewaking.objects.filter(gemeente=andere_gemeente).update(klaar_op=None, fout="RuntimeError: geen verbinding")

    with pytest.raises(Fout) as fout:
        call_command("bewaking_nakijken")

    assert str(fout.value) == ("Duinveen: De laatste bewaking is mislukt. De volgende nacht wordt deze dag ingehaald.")
    assert fout.value.returncode == 1


def test_shows_what_a_night_did(client, gemeente, coordinator):
    BewakingFactory(
        gemeente=gemeente, on=ON, dossiers=31, overgangen=7, signalen=12, gewijzigd=5, duur_s=0.456, digests=3
    )
    client.force_login(coordinator)

    inhoud = client.get(reverse("bewaking")).content.decode()

    rij = inhoud[inhoud.rindex("vr 8 mei 2026") :]
    cellen = [deel.split(">")[-1] for deel in rij.split("</td>")[1:7]]
    assert cellen == ["31", "7", "12", "5", "3", "0,46 s"]


def test_other_gemeente_is_not_shown(client, gemeente, vreemde, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(vreemde)

    response = client.get(reverse("bewaking"))

    assert [str(stand.gemeente) for stand in response.context["standen"]] == ["Duinveen"]
    assert list(response.context["rijen"]) == []


@pytest.mark.parametrize("aantal", [1, 3])
def test_same_queries_for_one_gemeente_and_for_three(client, gemeente, coordinator, aantal):
    BewakingFactory(gemeente=gemeente, on=ON)
    for nummer in range(1, aantal):
        ander = GemeenteFactory(code=f"99{nummer}0", naam=f"Gemeente {nummer}")
        LidmaatschapFactory(user=coordinator, gemeente=ander, rol=Rol.COORDINATOR)
        BewakingFactory(gemeente=ander, on=ON)
    client.force_login(coordinator)

    with CaptureQueriesContext(connection) as vragen:
        assert len(standen(client)) == aantal

    assert len(vragen) == 6


def test_state_of_every_gemeente_is_found_behind_a_long_ledger(client, gemeente, coordinator):
    ander = GemeenteFactory(code="9910", naam="Zandvoorde")
    LidmaatschapFactory(user=coordinator, gemeente=ander, rol=Rol.COORDINATOR)
    BewakingFactory(gemeente=ander, on=ON - timedelta(days=90))
    for dagen in range(70):
        BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=dagen))
    client.force_login(coordinator)

    assert [(naam, soort) for naam, soort, _tekst in standen(client)] == [
        ("Rivierendam", "goed"),
        ("Zandvoorde", "fout"),
    ]


def nacht(client):
    response = client.get(reverse("bewaking"))
    return response.context["nacht"], response.context["nacht_stand"]


def twee_gemeenten(coordinator, gemeente):
    ander = GemeenteFactory(code="9910", naam="Zandvoorde")
    LidmaatschapFactory(user=coordinator, gemeente=ander, rol=Rol.COORDINATOR)
    return gemeente, ander


def test_whole_night_is_summed_up_over_the_gemeenten(client, gemeente, coordinator):
    for nummer, een in enumerate(twee_gemeenten(coordinator, gemeente)):
        klaar_op = moment(ON) + timedelta(seconds=nummer * 10)
        BewakingFactory(gemeente=een, on=ON, overgangen=2, signalen=3, digests=4, klaar_op=klaar_op, duur_s=1.5)
    client.force_login(coordinator)

    som, stand = nacht(client)

    assert (som.on, som.gemeenten, som.gedaan, som.mislukt, som.bezig) == (ON, 2, 2, 0, 0)
    assert (som.overgangen, som.signalen, som.digests, som.duur_s) == (4, 6, 8, 11.5)
    assert stand == ("goed", "klaar")


def test_night_is_red_when_a_worker_died(client, gemeente, coordinator):
    """Then a gemeente has no row, or one of which the mails were never sent."""
    eerste, _ = twee_gemeenten(coordinator, gemeente)
    BewakingFactory(gemeente=eerste, on=ON, digests=None)
    client.force_login(coordinator)

    som, stand = nacht(client)

    assert (som.gedaan, som.mislukt, som.bezig) == (0, 0, 2)
    assert stand == ("fout", "2 gemeenten niet klaar")


def test_night_that_has_begun_is_busy(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON, digests=None)
    client.force_login(coordinator)

    with time_machine.travel(datetime(2026, 5, 8, 0, 20, tzinfo=UTC), tick=False):
        assert nacht(client)[1] == ("info", "bezig")

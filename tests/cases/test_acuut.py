"""The card on Vandaag with who is in a bedreigende situatie: whose it is, in which order, and that there are more."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from accounts.models import Lidmaatschap
from accounts.rollen import Rol
from cases.actions.rang import acuut_melden
from cases.actions.toewijzen import toewijzen
from cases.acuut import HOOGSTENS, Rij
from cases.keuzes import BedreigendeSituatie
from cases.models import Dossier
from tests.factories import LidmaatschapFactory, maak_dossier, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
MEER = "Alle dossiers die acuut zijn"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def maak(gemeente, wie, coordinator, *, at=NU, achternaam="Berkhout", **persoon):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 11), bsn="", achternaam=achternaam, **persoon)
    if wie:
        dossier = toewijzen(dossier=dossier, casusregisseur=wie, by=coordinator, at=moment(date(2026, 5, 11)))
    return acuut_melden(dossier=dossier, situatie=BedreigendeSituatie.AFSLUITING, toelichting="", by=coordinator, at=at)


def kaart(client, user):
    client.force_login(user)
    response = client.get(reverse("vandaag"))
    kaarten = dict(response.context["kaarten"])
    return kaarten.get("cases/_acuut.html"), response.text


def namen(client, user):
    gevonden, _ = kaart(client, user)
    return [rij.inwoner for rij in gevonden["rijen"]] if gevonden else []


def test_row_says_who_where_whose_and_since_when(client, gemeente, coordinator):
    dossier = maak(
        gemeente, None, coordinator, voorletters="", voorvoegsel="van der", achternaam="Berg Smit",
        at=datetime(2026, 5, 18, 22, 30, 5, 120, tzinfo=UTC),
    )  # fmt: skip

    gevonden, pagina = kaart(client, coordinator)

    assert gevonden == {
        "rijen": [
            Rij(
                inwoner="van der Berg Smit",
                url=f"/dossiers/{dossier.nummer}/",
                status="Aanmelding",
                van="nog niet toegewezen",
                situatie="Afsluiting van gas, elektra, stadsverwarming of water",
                sinds=dossier.acuut_op,
            )
        ],
        "zijn_er_meer": False,
    }
    assert "Sinds 19 mei 2026, 0.30\N{NO-BREAK SPACE}uur" in pagina
    assert MEER not in pagina


def test_address_that_is_geheim_is_not_on_the_card(client, gemeente, consulent, coordinator):
    dossier = maak(gemeente, consulent, coordinator, straat="Geheimepad")
    dossier.persoon.geheim_adres = True
    dossier.persoon.save()

    gevonden, pagina = kaart(client, consulent)

    assert [rij.inwoner for rij in gevonden["rijen"]] == ["N. Berkhout"]
    assert "Geheimepad" not in pagina


def test_nobody_acute_is_no_card(client, gemeente, consulent):
    assert kaart(client, consulent)[0] is None


def test_longest_waiting_stand_first_own_and_team_together(client, gemeente, consulent, coordinator):
    """More than fit of the own and of the team: the first of both, and a link to the others."""
    LidmaatschapFactory(gemeente=gemeente, rol=Rol.CONSULENT, user=coordinator)
    for nummer in range(HOOGSTENS + 2):
        wie = coordinator if nummer % 3 else consulent
        maak(gemeente, wie, coordinator, at=NU - timedelta(hours=nummer), achternaam=f"N{nummer:02}")

    gevonden, pagina = kaart(client, coordinator)

    verwacht = [f"N. N{nummer:02}" for nummer in range(HOOGSTENS + 1, 1, -1)]
    assert [rij.inwoner for rij in gevonden["rijen"]] == verwacht
    assert (gevonden["zijn_er_meer"], MEER in pagina) == (True, True)
    assert namen(client, consulent) == ["N. N09", "N. N06", "N. N03", "N. N00"]


def test_what_a_role_showed_is_gone_with_it(client, gemeente, andere_gemeente, consulent, collega, coordinator):
    """Also when the text of the question was kept: for the coördinator, in another gemeente, and for an externe."""
    maak(gemeente, consulent, coordinator, achternaam="Hier")
    elders = LidmaatschapFactory(gemeente=andere_gemeente, rol=Rol.COORDINATOR, user=coordinator)
    maak(andere_gemeente, None, coordinator, achternaam="Elders")
    assert namen(client, coordinator) == ["N. Hier", "N. Elders"]

    LidmaatschapFactory(gemeente=andere_gemeente, rol=Rol.EXTERNE_HULPVERLENER, user=coordinator)
    assert namen(client, coordinator) == ["N. Hier"]
    elders.delete()
    LidmaatschapFactory(gemeente=gemeente, rol=Rol.CONSULENT, user=coordinator)
    assert namen(client, coordinator) == ["N. Hier"]
    Lidmaatschap.objects.filter(user=coordinator, rol=Rol.COORDINATOR).delete()
    assert namen(client, coordinator) == []
    assert (namen(client, consulent), namen(client, collega)) == (["N. Hier"], [])


def test_casusregisseur_whose_gemeente_was_taken_away_sees_none(
    client, gemeente, andere_gemeente, consulent, coordinator
):
    maak(gemeente, consulent, coordinator)
    Lidmaatschap.objects.filter(user=consulent).delete()
    LidmaatschapFactory(gemeente=andere_gemeente, rol=Rol.CONSULENT, user=consulent)

    assert namen(client, consulent) == []
    assert Dossier.objects.get().casusregisseur == consulent

"""The question of a list is written once for who looks with which roles, and for a choice: for nothing less."""

from datetime import UTC, date, datetime
from itertools import combinations

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from accounts.models import Lidmaatschap
from accounts.permissions import ROLLEN, Permission
from accounts.rollen import Rol
from cases import lijstvraag
from cases.forms.lijst import Dossierfilter, gekozen
from cases.models import Dossier
from tests.factories import LidmaatschapFactory, maak_dossier

ON = date(2026, 5, 19)
LEEG = tuple((naam, "") for naam in Dossierfilter.base_fields if naam != "kolom")

pytestmark = pytest.mark.django_db


def namen(client, *, dag=ON, **keuze):
    with time_machine.travel(datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=UTC), tick=False):
        response = client.get(reverse("dossiers"), keuze)
    return [rij.dossier.persoon.achternaam for rij in response.context["rijen"]]


def maak(gemeente, achternaam):
    return maak_dossier(gemeente, datum=date(2026, 5, 11), bsn="", achternaam=achternaam)


@pytest.mark.parametrize("elders", ["", "externe_hulpverlener"])
@pytest.mark.parametrize(
    "rollen",
    [
        rollen
        for aantal in (1, 2)
        for rollen in combinations([rol.value for rol in Rol], aantal)
        if set(rollen) & ROLLEN[Permission.DOSSIER_ZIEN]
    ],
    ids="+".join,
)
def test_text_follows_from_roles_and_choice_alone(rollen, elders, gemeente, andere_gemeente, django_assert_num_queries):
    """Written while the database says nothing and the clock says another year, it is the same, and can be asked."""
    per_gemeente = {(gemeente.pk, frozenset(rollen)), *([(andere_gemeente.pk, frozenset({elders}))] if elders else [])}
    for volgorde in ("", "oudste", "naam", "uiterste_datum"):
        keuze = dict(LEEG) | {
            "volgorde": volgorde,
            "termijn": "deze_week",
            "casusregisseur": "geen",
            "status": "open",
            "rang": "eerst",
        }
        sleutel = ((7, True, frozenset(per_gemeente)), tuple(keuze.items()), (ON, ON))

        with django_assert_num_queries(0), time_machine.travel(ON):
            tekst = lijstvraag.schrijf_voor.__wrapped__(*sleutel)
        with time_machine.travel(date(2027, 8, 2)):
            assert repr(lijstvraag.schrijf_voor.__wrapped__(*sleutel)) == repr(tekst)
        with connection.cursor() as cursor:
            for sql, waarden in (tekst.voor, tekst.rest, tekst.telbaar):
                cursor.execute(sql, waarden)
                assert cursor.fetchall() == []


def test_what_a_role_opened_is_gone_with_it(client, consulent, gemeente, andere_gemeente):
    maak(gemeente, "Hier")
    maak(andere_gemeente, "Elders")
    client.force_login(consulent)
    assert namen(client) == ["Hier"]

    hun_werk = LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.AUDITOR)
    assert namen(client, volgorde="naam") == ["Elders", "Hier"]
    hun_werk.delete()

    assert namen(client, volgorde="naam") == ["Hier"]


def test_who_lost_every_role_or_was_switched_off_sees_no_list(client, consulent, collega, gemeente):
    maak(gemeente, "Hier")
    for user in (consulent, collega):
        client.force_login(user)
        assert namen(client) == ["Hier"]

    collega.is_active = False
    collega.save(update_fields=["is_active"])
    assert client.get(reverse("dossiers")).status_code == 302
    client.force_login(consulent)
    Lidmaatschap.objects.filter(user=consulent).delete()
    assert client.get(reverse("dossiers")).status_code == 403


def test_day_counts_for_who_asks_what_is_late_and_not_for_others(client, consulent, gemeente):
    dossier = maak(gemeente, "Hier")
    dag = dossier.termijnen.te_doen().order_by("uiterste_datum").first().uiterste_datum
    client.force_login(consulent)

    assert namen(client, dag=dag, termijn="te_laat") == []
    assert namen(client, dag=dag.replace(day=dag.day + 1), termijn="te_laat") == ["Hier"]
    assert lijstvraag.schrijf_voor.cache_info().misses == 2
    assert (namen(client, dag=dag), namen(client)) == (["Hier"], ["Hier"])
    assert lijstvraag.schrijf_voor.cache_info().misses == 3


@pytest.mark.parametrize("naam", [naam for naam, _ in LEEG if naam != "gezin_van"])
def test_every_choice_gives_the_same_as_without_a_kept_text(client, coordinator, consulent, gemeente, naam):
    """Twice: written for the page, and kept; and beside it as the export asks it, for the user as they are."""
    maak(gemeente, "Hier")
    Dossier.objects.update(casusregisseur=consulent)
    maak(gemeente, "Zonder")
    client.force_login(coordinator)
    veld = Dossierfilter({}, user=coordinator).fields[naam]

    for waarde, _ in veld.choices:
        keuze = gekozen(Dossierfilter({naam: waarde}, user=coordinator))
        eigen = Dossier.objects.visible_to(coordinator)
        los = lijstvraag.filter_dossiers(eigen, keuze, coordinator, lijstvraag.dagen_van(keuze, ON))
        verwacht = set(los.values_list("persoon__achternaam", flat=True))

        assert set(namen(client, **{naam: waarde})) == set(namen(client, **{naam: waarde})) == verwacht


def test_nonsense_in_the_address_is_as_good_as_empty(client, coordinator, gemeente):
    maak(gemeente, "Hier 100%")
    client.force_login(coordinator)
    velden = ("casusregisseur", "status", "rang", "termijn", "volgorde", "gezin", "gezin_van", "weergave")
    keuzes = [(naam, onzin) for naam in velden for onzin in ("%s", "999999")]
    keuzes += [("page", page) for page in ("0", "-1", "99", "abc", "%s", "9" * 4000)]

    assert {keuze: namen(client, **dict([keuze])) for keuze in keuzes} == {keuze: ["Hier 100%"] for keuze in keuzes}

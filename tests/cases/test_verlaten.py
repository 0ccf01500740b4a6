"""Work in a dossier that is not open, whose casusregisseur is gone, waits for the coördinator."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.digest import maak_digest
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier, Taak, Termijn
from cases.nawerk import is_verlaten, nog_toe_te_wijzen
from cases.status import OPEN, Status
from cases.termijnstatus import TermijnStatus
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user, moment
from tests.planvanaanpak.bezwaarstappen import VERSTUURD, maak_bezwaar, verstuur
from tests.wegen import stel_vast

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
S = Status
VANDAAG_HOOGSTENS = 12

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def maak(gemeente, wie, status=S.AFGESLOTEN, *, klok=True, naam="Berkhout"):
    """Give a dossier in a status, with or without a clock that runs on after the end."""
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 4), bsn="", achternaam=naam)
    if wie:
        toewijzen(dossier=dossier, casusregisseur=wie, by=wie, at=moment(ON))
    klokken = Termijn.objects.filter(dossier=dossier)
    klokken.update(status=TermijnStatus.VERVALLEN)
    if klok:
        klokken.filter(regel="eerste_gesprek").update(regel="besluit_op_bezwaar", status=TermijnStatus.LOPEND)
    Dossier.objects.filter(pk=dossier.pk).update(status=status)
    return dossier


def zet_uit(user):
    user.is_active = False
    user.save()


def neem_rol(user):
    user.lidmaatschappen.update(rol=Rol.AUDITOR)


def neem_lidmaatschap(user):
    user.lidmaatschappen.all().delete()


def word_extern(user):
    LidmaatschapFactory(user=user, gemeente=user.lidmaatschappen.get().gemeente, rol=Rol.EXTERNE_HULPVERLENER)


def blijf(user):
    return None


GAAN = [(zet_uit, True), (neem_rol, True), (neem_lidmaatschap, True), (word_extern, True), (blijf, False)]


def verlaten(*gemeenten):
    return list(Dossier.objects.filter(is_verlaten([een.pk for een in gemeenten])).order_by("pk"))


@pytest.mark.parametrize(("ga", "weg"), GAAN)
def test_closed_dossier_with_work_waits_when_its_casusregisseur_is_gone(gemeente, consulent, ga, weg):
    dossier = maak(gemeente, consulent)
    ga(consulent)

    assert verlaten(gemeente) == ([dossier] if weg else [])
    assert list(Dossier.objects.filter(nog_toe_te_wijzen([gemeente.pk]))) == ([dossier] if weg else [])


@pytest.mark.parametrize(("ga", "weg"), GAAN)
def test_who_is_gone_is_who_can_not_be_chosen(gemeente, consulent, ga, weg):
    ga(consulent)

    assert User.objects.casusregisseurs(gemeente.pk).filter(pk=consulent.pk).exists() is not weg


def test_consulent_of_another_gemeente_only_is_gone_here(gemeente, andere_gemeente, consulent):
    dossier = maak(gemeente, consulent)
    consulent.lidmaatschappen.update(gemeente=andere_gemeente)

    assert (verlaten(gemeente), verlaten(andere_gemeente)) == ([dossier], [])


@pytest.mark.parametrize("status", S)
def test_each_status_waits_once_and_what_was_withdrawn_never(gemeente, consulent, status):
    dossier = maak(gemeente, consulent, status)
    zonder = maak(gemeente, None, status, naam="Zonder")
    zet_uit(consulent)

    over = {S.AFGESLOTEN: [dossier, zonder], S.GEEN_HULP: [dossier], S.GEEN_RECHT: [dossier]}.get(status, [])
    assert verlaten(gemeente) == over
    wacht = Dossier.objects.filter(nog_toe_te_wijzen([gemeente.pk])).order_by("pk")
    assert list(wacht) == ([zonder] if status in OPEN else over)


@pytest.mark.parametrize(("van", "wacht"), [("weg", True), ("collega", False)])
def test_taak_counts_for_who_is_gone_and_not_for_a_colleague(gemeente, consulent, collega, van, wacht):
    dossier = maak(gemeente, consulent, S.GEEN_HULP, klok=False)
    wie = consulent if van == "weg" else collega
    Taak.objects.create(gemeente=gemeente, dossier=dossier, voor=wie, wat="Bellen", datum=ON, door=wie)
    zet_uit(consulent)

    assert verlaten(gemeente) == ([dossier] if wacht else [])


def test_closed_dossier_without_work_waits_for_nobody(gemeente, consulent):
    maak(gemeente, consulent, klok=False)
    zet_uit(consulent)

    assert verlaten(gemeente) == []


def test_bezwaar_after_the_end_waits_until_it_is_assigned(dossier, consulent, collega, coordinator, snelle_pdf):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=VERSTUURD)
    verstuur(besluit, consulent)
    Termijn.objects.update(status=TermijnStatus.VERVALLEN, datum_gehaald=None)
    Dossier.objects.update(status=S.AFGESLOTEN)
    zet_uit(consulent)
    voor = verlaten(dossier.gemeente)

    maak_bezwaar(besluit, collega)
    met_bezwaar = verlaten(dossier.gemeente)
    toewijzen(dossier=dossier, casusregisseur=collega, by=coordinator, at=moment(ON))

    assert (voor, met_bezwaar, verlaten(dossier.gemeente)) == ([], [dossier], [])


@pytest.fixture
def lijst(client, coordinator):
    client.force_login(coordinator)
    return client


def test_coordinator_sees_it_on_vandaag_and_in_the_list_and_assigns_it(lijst, gemeente, consulent, collega):
    dossier = maak(gemeente, consulent)
    maak(gemeente, None, S.AANMELDING, klok=False, naam="Nieuw")
    maak(gemeente, collega, klok=True, naam="Van een ander")
    zet_uit(consulent)

    vandaag = lijst.get(reverse("vandaag"))
    rijen = lijst.get(reverse("dossiers"), {"casusregisseur": "geen"}).context["page_obj"]

    team = vandaag.context["team"]
    assert (team.niet_toegewezen, team.verlaten) == (2, 1)
    assert "1 dossier is niet open, maar er moet nog iets gebeuren en de casusregisseur is weg." in vandaag.text
    assert sorted(rij.persoon.achternaam for rij in rijen) == ["Berkhout", "Nieuw"]
    lijst.post(reverse("toewijzen", args=[dossier.nummer]), {"casusregisseur": collega.pk, "reden": ""})
    team = lijst.get(reverse("vandaag")).context["team"]
    assert (team.niet_toegewezen, team.verlaten) == (1, 0)


def test_of_another_gemeente_nothing_is_counted(lijst, andere_gemeente):
    maak(andere_gemeente, None)

    team = lijst.get(reverse("vandaag")).context["team"]
    assert (team.niet_toegewezen, team.verlaten) == (0, 0)


def test_mail_of_the_coordinator_counts_it_too(gemeente, consulent, coordinator):
    dossier = maak(gemeente, consulent)
    zet_uit(consulent)

    digest = maak_digest(coordinator, gemeente, ON, [])

    assert digest.niet_toegewezen == 1
    [los] = [een for een in digest.lijsten if een.kop == "Nog niet toegewezen"]
    assert [bericht.nummer for bericht in los.regels] == [dossier.nummer]


def test_vandaag_asks_as_much_of_one_as_of_fifty(lijst, gemeente):
    gevraagd = []
    for aantal in (1, 49):
        for nummer in range(aantal):
            weg = maak_user(Rol.CONSULENT, gemeente, email=f"weg{aantal}-{nummer}@voorbeeld.example", naam="Weg")
            maak(gemeente, weg, naam=f"Weg{aantal}{nummer}")
            zet_uit(weg)
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            team = lijst.get(reverse("vandaag")).context["team"]
        gevraagd.append((team.verlaten, len(vragen)))

    assert [verlaten for verlaten, _ in gevraagd] == [1, 50]
    assert gevraagd[0][1] == gevraagd[1][1] <= VANDAAG_HOOGSTENS

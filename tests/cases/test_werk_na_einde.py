"""All that still asks work of somebody who leaves can go to a colleague, whatever the status of its dossier."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.aanmelden import uht_status_vastleggen
from cases.actions.afspraak import afspraak_plannen
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten, hulp_vergissing
from cases.actions.intrekken import dossier_herstellen, dossier_intrekken
from cases.actions.toewijzen import toewijzen
from cases.keuzes import AfspraakSoort, Kanaal, TaakSoort, UhtStatus, WilOndersteuning
from cases.models import Dossier, Taak, Termijn
from cases.status import OPEN, Status
from cases.termijnstatus import TermijnStatus
from cases.verdeelbron import Openstaand, list_openstaand_werk
from tests.factories import maak_dossier, moment
from tests.haltes import halte

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
NA = {"at": moment(ON), "on": ON}
S = Status

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def lijst(client, coordinator):
    client.force_login(coordinator)
    return client


def maak(gemeente, wie, status, naam="Berkhout"):
    """Give a dossier of somebody in a status, without any clock that runs."""
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 4), bsn="", achternaam=naam)
    toewijzen(dossier=dossier, casusregisseur=wie, by=wie, at=moment(ON))
    Termijn.objects.filter(dossier=dossier).update(status=TermijnStatus.VERVALLEN)
    Dossier.objects.filter(pk=dossier.pk).update(status=status)
    return Dossier.objects.get(pk=dossier.pk)


@halte
def rustig(gemeente, consulent):
    return maak(gemeente, consulent, S.AANMELDING)


def taak(dossier, voor):
    return Taak.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, voor=voor, wat="Later nog eens bellen", datum=ON, door=voor
    )


def klok(dossier):
    """Let a clock run that goes on after the end, as after a bezwaar."""
    Termijn.objects.filter(dossier=dossier, regel="eerste_gesprek").update(
        regel="besluit_op_bezwaar", status=TermijnStatus.LOPEND
    )


def overnemen(client, van, naar):
    """Take everything over as the page offers it; gives the dossiers that were moved."""
    url = f"{reverse('werk_overnemen', args=['9901', van.pk])}?collega={naar.pk}"
    form = client.get(url).context["form"]
    dossiers = {dossier.nummer: naar.pk for dossier, _ in form.rijen}
    response = client.post(url, {**dossiers, "taken_naar": naar.pk, "reden": "Weg"})
    assert response.status_code == 302, response.context["form"].errors
    return [str(melding) for melding in get_messages(response.wsgi_request)], list(dossiers)


ALTIJD = {*OPEN, S.GEEN_HULP, S.GEEN_RECHT}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(
    ("werk", "mee"),
    [("niets", ALTIJD), ("taak", ALTIJD | {S.AFGESLOTEN}), ("klok", ALTIJD | {S.AFGESLOTEN})],
)
def test_take_over_moves_what_asks_work_and_leaves_nothing(
    lijst, gemeente, rustig, consulent, collega, coordinator, status, werk, mee
):
    Dossier.objects.filter(pk=rustig.pk).update(status=status)
    dossier = Dossier.objects.get(pk=rustig.pk)
    if werk == "taak":
        taak(dossier, consulent)
    if werk == "klok":
        klok(dossier)
    los = werk == "taak" and status is S.INGETROKKEN

    rij = Openstaand(consulent, gemeente, int(status in OPEN), int(status in mee - OPEN), int(werk == "taak"))
    assert list_openstaand_werk(coordinator, ON) == ([rij] if status in mee or los else [])
    if status not in mee and not los:
        return
    assert overnemen(lijst, consulent, collega)[1] == ([dossier.nummer] if status in mee else [])

    dossier.refresh_from_db()
    assert dossier.casusregisseur == (collega if status in mee else consulent)
    assert set(Taak.objects.values_list("voor", flat=True)) == ({collega.pk} if werk == "taak" else set())
    assert [een.wie for een in list_openstaand_werk(coordinator, ON)] == ([collega] if status in mee or los else [])


def test_dropped_clock_of_a_closed_dossier_asks_nothing(gemeente, consulent, collega, coordinator):
    dicht = maak(gemeente, consulent, S.AFGESLOTEN)
    klok(dicht)
    Termijn.objects.filter(dossier=dicht).update(status=TermijnStatus.GEHAALD, datum_gehaald=ON)

    assert list_openstaand_werk(coordinator, ON) == []


def test_taak_of_a_colleague_in_a_closed_dossier_does_not_take_it_along(gemeente, consulent, collega, coordinator):
    dicht = maak(gemeente, consulent, S.AFGESLOTEN)
    taak(dicht, collega)

    assert list_openstaand_werk(coordinator, ON) == [Openstaand(collega, gemeente, 0, 0, 1)]


def test_pages_count_the_other_dossiers_apart(lijst, gemeente, consulent, collega, beheerder, client):
    maak(gemeente, consulent, S.UITVOERING, "Open")
    taak(maak(gemeente, consulent, S.GEEN_HULP, "Rust"), consulent)
    url = reverse("werk_overnemen", args=["9901", consulent.pk])

    kies = lijst.get(url).text
    assert "1 open dossier, 1 ander dossier en 1 open taak in Rivierendam." in kies
    assert "Andere dossiers" in lijst.get(reverse("werk_verdelen")).text
    verdeling = lijst.get(f"{url}?collega={collega.pk}").context["dossiers"]
    assert [dossier.persoon.achternaam for dossier in verdeling] == ["Open", "Rust"]

    client.force_login(beheerder)
    [melding] = client.get(reverse("gebruiker", args=["9901", consulent.pk])).context["meldingen"]
    assert melding.tekst == (
        "Jolanda Prins heeft nog 1 open dossier, 1 ander dossier en 1 open taak."
        " Vraag een coördinator om dit werk te laten overnemen."
    )


def test_work_of_who_is_no_longer_of_the_gemeente_can_be_taken_over(lijst, gemeente, consulent, collega):
    Taak.objects.create(gemeente=gemeente, voor=consulent, wat="Presentatie", datum=ON, door=consulent)
    consulent.lidmaatschappen.all().delete()

    assert overnemen(lijst, consulent, collega) == (["1 losse taak overgenomen van Jolanda Prins."], [])
    assert Taak.objects.get().voor == collega


@pytest.mark.parametrize("status", [S.GEEN_HULP, S.GEEN_RECHT, S.AFGESLOTEN])
def test_menu_leads_to_assigning_a_dossier_that_is_not_open(lijst, gemeente, consulent, collega, status):
    dossier = maak(gemeente, consulent, status)
    url = reverse("toewijzen", args=[dossier.nummer])

    assert url in lijst.get(dossier.get_absolute_url()).text
    assert lijst.post(url, {"casusregisseur": collega.pk, "reden": ""}).status_code == 302
    dossier.refresh_from_db()
    assert dossier.casusregisseur == collega


IN_VANDAAG = "aanspreekpunt van de inwoner en ziet dit dossier in Vandaag."
ALLEEN_WERK = "Dit dossier is niet open: in Vandaag staat daarvan alleen wat nog gedaan moet worden."
NIET_OPEN = "Van een dossier dat niet open is, ziet die alleen wat nog gedaan moet worden."


@pytest.mark.parametrize(
    ("status", "open_", "dicht"), [(S.UITVOERING, True, False), (S.GEEN_HULP, False, True), (S.AFGESLOTEN, False, True)]
)
def test_pages_promise_of_a_closed_dossier_only_what_is_still_to_be_done(
    lijst, gemeente, consulent, status, open_, dicht
):
    dossier = maak(gemeente, consulent, status)

    een = lijst.get(reverse("toewijzen", args=[dossier.nummer])).text
    samen = lijst.post(reverse("samen_toewijzen"), {"dossier": [dossier.nummer]}).text

    assert (IN_VANDAAG in een, ALLEEN_WERK in een, NIET_OPEN in samen) == (open_, dicht, dicht)


def test_withdrawn_dossier_is_not_assigned(lijst, gemeente, consulent, collega):
    dossier = maak(gemeente, consulent, S.AANMELDING)
    trek_in(dossier, consulent)
    url = reverse("toewijzen", args=[dossier.nummer])

    assert url not in lijst.get(dossier.get_absolute_url()).text
    assert [str(een) for een in lijst.get(url, follow=True).context["messages"]] == [
        "Toewijzen kan niet: dit dossier staat op 'Ingetrokken'."
    ]


def zeg_nee(dossier, by):
    hulp_afwijzen(dossier=dossier, wil=WilOndersteuning.LATER, datum=ON, toelichting="", by=by, **NA)


def hervat(dossier, by):
    hulp_hervatten(dossier=dossier, datum=ON, toelichting="", by=by, **NA)


def vergis(dossier, by):
    hulp_vergissing(dossier=dossier, reden="Verkeerde knop", by=by, **NA)


def trek_in(dossier, by):
    dossier_intrekken(dossier=dossier, reden="Dubbel", by=by, at=moment(ON))


def zet_terug(dossier, by):
    dossier_herstellen(dossier=dossier, reden="Toch niet", by=by, **NA)


def zonder_recht(dossier, by):
    Dossier.objects.filter(pk=dossier.pk).update(status=S.GEEN_RECHT, uht_status=UhtStatus.NIET_ERKEND)


def toch_recht(dossier, by):
    uht_status_vastleggen(
        dossier=dossier, status=UhtStatus.ERKEND, datum_feit=ON, datum_gemeld=ON, bron="x", by=by, **NA
    )


WEER_OPEN = [(zeg_nee, hervat), (zeg_nee, vergis), (trek_in, zet_terug), (zonder_recht, toch_recht)]


@pytest.mark.parametrize(("dicht", "weer_open"), WEER_OPEN, ids=["asks", "mistake", "withdrawn", "uht"])
@pytest.mark.parametrize("weg", ["account", "rol", "niet"])
def test_dossier_that_opens_again_is_not_left_with_who_left(
    gemeente, dossier, consulent, collega, dicht, weer_open, weg
):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(ON))
    dicht(dossier, consulent)
    if weg == "account":
        consulent.is_active = False
        consulent.save()
    if weg == "rol":
        consulent.lidmaatschappen.all().delete()

    weer_open(dossier, collega)

    dossier.refresh_from_db()
    assert dossier.is_open
    assert dossier.casusregisseur == (consulent if weg == "niet" else None)
    assert list(Dossier.objects.niet_toegewezen()) == ([] if weg == "niet" else [dossier])
    laatste, vorige = Dossier.history.filter(id=dossier.pk)[:2]
    assert (laatste.status, laatste.casusregisseur, laatste.history_user) == (
        dossier.status,
        dossier.casusregisseur,
        collega,
    )
    assert vorige.casusregisseur_id == consulent.pk


@pytest.mark.parametrize("weg", ["account", "rol", "lid"])
def test_taken_of_who_left_follow_the_next_casusregisseur(gemeente, dossier, consulent, collega, coordinator, weg):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(ON))
    van_wie_weg_is, van_coordinator = taak(dossier, consulent), taak(dossier, coordinator)
    zeg_nee(dossier, consulent)
    if weg == "account":
        consulent.is_active = False
        consulent.save()
    elif weg == "rol":
        consulent.lidmaatschappen.update(rol=Rol.AUDITOR)
    else:
        consulent.lidmaatschappen.all().delete()
    hervat(dossier, collega)

    toewijzen(dossier=dossier, casusregisseur=collega, by=coordinator, at=moment(ON))

    wie = dict(Taak.objects.values_list("pk", "voor"))
    assert wie == {van_wie_weg_is.pk: collega.pk, van_coordinator.pk: coordinator.pk}


def test_what_was_planned_comes_back_with_who_has_the_dossier_by_then(gemeente, dossier, consulent, collega):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(ON))
    gegevens = {"datum": date(2026, 5, 28), "tijd": None, "kanaal": Kanaal.KANTOOR, "herinneren_op": None}
    soort = AfspraakSoort.EERSTE_GESPREK
    afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=consulent, **NA)
    zeg_nee(dossier, consulent)
    toewijzen(dossier=dossier, casusregisseur=collega, by=collega, at=moment(ON))

    hervat(dossier, collega)

    assert list(Taak.objects.open().values_list("soort", "voor")) == [(TaakSoort.AFSPRAAK, collega.pk)]

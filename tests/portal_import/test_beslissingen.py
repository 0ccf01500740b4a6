"""What a list must not pass over: a status that calls for a decision, and who has no open dossier on a later list."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.samenvoegen import samenvoegen as voeg_samen
from cases.models import Controlepunt, Dossier, Persoon
from cases.status import OPEN, Status
from cases.statusvraag import TOCH_ERKEND, TOCH_RECHT, ZELF_AFGEMELD
from portal_import.actions.bekend import lees_bekend
from portal_import.meldingen import Waarschuwing
from portal_import.models import ImportRun
from portal_import.vergelijken import Gevolg, vergelijk
from tests.factories import maak_dossier, moment
from tests.portal_import.bestanden import BSN, bekend_als, leveringrij, xlsx
from tests.portal_import.runs import BSNS, LATER, bekijk_lijst, getallen, lees_in, rij

TOEN, VORIGE, NU = date(2024, 6, 3), date(2025, 1, 6), date(2025, 3, 10)
LATERE = {"Datum_levering": "28-04-2026"}
AFGEMELD = {"Status": "zelf afgemeld", "Statusdatum": "20-04-2026", **LATERE}
NUMMER = "9901-D-2025-00001"


def waarschuwingen(oud, **anders):
    rij_ = leveringrij(datum_levering=NU, **anders)
    (verandering,) = vergelijk([rij_], {BSN: oud}, woonplaatsen=(), on=NU)
    return verandering.waarschuwingen


def stand(dossierstatus, **anders):
    return bekend_als(leveringrij(datum_levering=VORIGE), dossierstatus=dossierstatus, **anders)


def codes(*args, **anders):
    return [waarschuwing.code for waarschuwing in waarschuwingen(*args, **anders)]


@pytest.fixture
def bekend(gemeente, coordinator):
    """A dossier that came with the list of 6 January 2025."""
    lees_in(gemeente, rij(), by=coordinator)
    return Dossier.objects.get()


@pytest.fixture
def pagina(client, coordinator):
    client.force_login(coordinator)
    with time_machine.travel(datetime(2026, 5, 4, 9, 30, tzinfo=UTC), tick=False):
        yield client


# --- a status that calls for a decision


@pytest.mark.parametrize("dossierstatus", Status)
def test_status_that_calls_for_a_decision_is_warned_of(dossierstatus):
    toch = stand(dossierstatus, uht_status="niet erkend", niet_erkend=True)
    zelf = stand(dossierstatus)

    gestopt = dossierstatus in (Status.ACCLIMATISATIE, Status.AFGESLOTEN)
    vraag = Waarschuwing(2, "Status", TOCH_ERKEND, "beslissing")
    assert [w for w in waarschuwingen(toch) if w.code == "beslissing"] == ([vraag] if gestopt else [])
    vraag = Waarschuwing(2, "Status", ZELF_AFGEMELD, "beslissing")
    assert waarschuwingen(zelf, uht_status="zelf afgemeld") == ((vraag,) if dossierstatus in OPEN else ())


def test_kind_that_uht_comes_back_on_is_warned_of():
    toch = stand(Status.AFGESLOTEN, uht_status="niet erkend", niet_erkend=True, doelgroep="kind")

    gewaarschuwd = waarschuwingen(toch, doelgroep="kind", uht_status="recht op kindregeling")

    assert gewaarschuwd == (Waarschuwing(2, "Status", TOCH_RECHT, "beslissing"),)


def test_closed_dossier_that_never_was_niet_erkend_is_on_a_later_list():
    assert codes(stand(Status.AFGESLOTEN, uht_status="aangemeld"), statusdatum=NU) == ["opnieuw"]


def test_status_that_is_known_or_older_asks_nothing():
    zelf = stand(Status.UITVOERING, uht_status="zelf afgemeld")
    assert codes(zelf, uht_status="zelf afgemeld", statusdatum=NU) == []
    assert codes(stand(Status.UITVOERING), uht_status="zelf afgemeld", statusdatum=TOEN.replace(year=2023)) == [
        "status_ouder"
    ]


@pytest.mark.django_db
def test_preview_and_the_list_that_was_read_say_that_a_decision_is_needed(pagina, gemeente, bekend, coordinator):
    run = bekijk_lijst(gemeente, rij(**AFGEMELD), by=coordinator, on=LATER)

    voor = pagina.get(run.get_absolute_url())
    assert voor.context["beslissingen"] == 1
    assert "<strong>Bij 1 persoon vraagt de nieuwe status een beslissing.</strong>" in voor.text
    na = pagina.post(reverse("import_bevestigen", args=[run.pk]), follow=True)

    assert "<strong>Bij 1 persoon vraagt de nieuwe status een beslissing.</strong>" in na.text
    waar = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen&soort=beslissing")
    assert [(r["melding"], r["url"]) for r in waar.context["regels"]] == [(ZELF_AFGEMELD, bekend.get_absolute_url())]
    punt = Controlepunt.objects.get()
    assert (punt.soort, punt.tekst) == ("uht", ZELF_AFGEMELD)
    assert f'href="{reverse("controlepunt", args=[NUMMER, punt.pk])}"' in pagina.get(reverse("vandaag")).text


@pytest.mark.django_db
def test_closed_dossier_that_uht_erkent_after_all_is_told_on_vandaag(pagina, gemeente, bekend, coordinator):
    lees_in(gemeente, rij(Status="niet erkend", Statusdatum="20-03-2026", Datum_levering="20-03-2026"), on=LATER)
    Dossier.objects.update(status=Status.AFGESLOTEN)

    run = lees_in(gemeente, rij(Statusdatum="20-04-2026", **LATERE), by=coordinator, on=LATER)

    assert [w["code"] for w in run.waarschuwingen] == ["beslissing"]
    tekst = pagina.get(reverse("vandaag")).text
    assert f"Beslis over dossier {NUMMER} van M. du Burck" in tekst
    assert TOCH_ERKEND in tekst


@pytest.mark.django_db
def test_closed_dossier_that_never_was_niet_erkend_is_not_told_toch_erkend(gemeente, bekend, coordinator):
    lees_in(gemeente, rij(Status="eerste toets", Statusdatum="20-03-2026", Datum_levering="20-03-2026"), on=LATER)
    Dossier.objects.update(status=Status.AFGESLOTEN)

    run = lees_in(gemeente, rij(Statusdatum="20-04-2026", **LATERE), by=coordinator, on=LATER)

    assert [w["code"] for w in run.waarschuwingen] == ["opnieuw"]
    assert Controlepunt.objects.count() == 0


# --- somebody without an open dossier on a later list


@pytest.mark.parametrize("dossierstatus", Status)
def test_who_has_no_open_dossier_and_stands_on_a_later_list_is_warned_of(dossierstatus):
    in_rust = dossierstatus in (Status.GEEN_HULP, Status.AFGESLOTEN)

    assert codes(stand(dossierstatus)) == (["opnieuw"] if in_rust else [])


@pytest.mark.parametrize(
    ("anders", "rij_", "gemeld"),
    [
        pytest.param({}, {}, ["opnieuw"], id="later list"),
        pytest.param({"datum_levering": NU}, {}, [], id="the same list"),
        pytest.param({"datum_levering": date(2025, 4, 1)}, {}, [], id="older list"),
        pytest.param({"datum_levering": None, "datum_aanmelding": TOEN}, {}, ["opnieuw"], id="first list"),
        pytest.param({"datum_levering": None, "datum_aanmelding": NU}, {}, [], id="list of before the aanmelding"),
        pytest.param({"overleden": True}, {}, [], id="died"),
        pytest.param({"uht_status": "niet erkend"}, {"uht_status": "niet erkend"}, [], id="niet erkend"),
        pytest.param({}, {"telefoon": "06-1"}, ["opnieuw"], id="other data"),
        pytest.param(
            {"uht_status": "niet erkend", "niet_erkend": True}, {}, ["beslissing"], id="toch erkend is one question"
        ),
        pytest.param(
            {"uht_status": "niet erkend", "uht_statusdatum": NU}, {}, ["status_ouder"], id="niet erkend came later"
        ),
    ],
)
def test_only_a_later_list_about_somebody_with_recht_asks(anders, rij_, gemeld):
    assert codes(stand(Status.AFGESLOTEN, **anders), **rij_) == gemeld


def test_warning_names_the_dossier_its_status_and_the_list():
    oud = stand(Status.GEEN_HULP, nummer=NUMMER)

    assert waarschuwingen(oud) == (
        Waarschuwing(
            2,
            "Datum levering",
            f"Dossier {NUMMER} staat op 'Wil nu geen hulp'. Deze persoon staat nu op een latere lijst, van"
            " 10 maart 2025. Vraag na of deze persoon hulp wil.",
            "opnieuw",
        ),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("dossierstatus", [Status.GEEN_HULP, Status.AFGESLOTEN])
@pytest.mark.parametrize(("anders", "gevolg"), [({}, "ongewijzigd"), ({"Telefoon": "06-12345678"}, "gewijzigd")])
def test_list_says_it_once_and_opens_nothing(pagina, gemeente, bekend, coordinator, dossierstatus, anders, gevolg):
    Dossier.objects.update(status=dossierstatus)

    run = lees_lijst(gemeente, coordinator, **anders)

    assert [w["code"] for w in run.waarschuwingen] == ["opnieuw"]
    assert list(run.regels.values_list("gevolg", flat=True)) == [gevolg]
    assert (Dossier.objects.get().status, Controlepunt.objects.count()) == (dossierstatus, 0)
    tekst = pagina.get(run.get_absolute_url()).text
    assert "1 persoon staat op deze latere lijst, maar heeft geen open dossier." in tekst
    waar = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen&soort=opnieuw").text
    assert f"Dossier {NUMMER} bekijken" in waar

    weer = lees_lijst(gemeente, coordinator, **anders)
    assert (weer.stand, weer.waarschuwingen) == (ImportRun.Stand.NIETS_NIEUWS, [])


def lees_lijst(gemeente, by, **anders):
    run = bekijk_lijst(gemeente, rij(**LATERE, **anders), by=by, on=LATER)
    return lees_in(gemeente, rij(**LATERE, **anders), by=by, on=LATER) if run.wacht else run


@pytest.mark.django_db
def test_preview_leads_to_the_dossier_before_the_list_is_read(pagina, gemeente, bekend, coordinator):
    Dossier.objects.update(status=Status.AFGESLOTEN)
    run = bekijk_lijst(
        gemeente, rij(**LATERE), rij(BSN=BSNS[1], Achternaam="Nieuw", **LATERE), by=coordinator, on=LATER
    )

    assert getallen(run) == (2, 1, 0, 1, 0)
    assert (
        "1 persoon staat op deze latere lijst, maar heeft geen open dossier." in pagina.get(run.get_absolute_url()).text
    )
    waar = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen&soort=opnieuw").text
    assert f'href="{bekend.get_absolute_url()}"' in waar


@pytest.mark.django_db
def test_command_line_names_the_row(gemeente, bekend, tmp_path):
    Dossier.objects.update(status=Status.AFGESLOTEN)
    lijst = tmp_path / "levering.xlsx"
    lijst.write_bytes(xlsx(rij(**LATERE)))
    uit = StringIO()

    with time_machine.travel(datetime(2026, 5, 4, 9, 30, tzinfo=UTC), tick=False):
        call_command("portaal_inlezen", str(lijst), gemeente="9901", soort="levering", proef=True, stdout=uit)

    waarschuwing = (
        f"- let op: rij 2. Dossier {NUMMER} staat op 'Afgesloten'. Deze persoon staat nu op een latere lijst, van"
        " 28 april 2026. Vraag na of deze persoon hulp wil."
    )
    assert uit.getvalue().splitlines()[1:] == ["- let op: 1 persoon zonder open dossier staat er weer op", waarschuwing]


@pytest.mark.django_db
def test_looking_asks_the_same_of_the_database_for_one_and_three(gemeente, coordinator):
    gevraagd = []
    for aantal in (1, 3):
        lees_in(gemeente, *(rij(BSN=bsn) for bsn in BSNS[:aantal]), by=coordinator)
        Dossier.objects.update(status=Status.AFGESLOTEN)
        with CaptureQueriesContext(connection) as vragen:
            run = bekijk_lijst(
                gemeente, *(rij(BSN=bsn, Telefoon="06-1", **LATERE) for bsn in BSNS[:aantal]), by=coordinator, on=LATER
            )
        assert len(run.waarschuwingen) == aantal
        gevraagd.append(len(vragen))

    assert gevraagd[0] == gevraagd[1]


@pytest.mark.django_db
def test_death_that_is_known_keeps_the_list_silent(gemeente, bekend, coordinator):
    Dossier.objects.update(status=Status.AFGESLOTEN)
    Persoon.objects.update(datum_overlijden=VORIGE)

    assert bekijk_lijst(gemeente, rij(**LATERE), by=coordinator, on=LATER).waarschuwingen == []


def test_row_that_only_warns_changes_nothing():
    (verandering,) = vergelijk(
        [leveringrij(datum_levering=NU)], {BSN: stand(Status.AFGESLOTEN)}, woonplaatsen=(), on=NU
    )

    assert (verandering.soort, verandering.verschillen) == (Gevolg.ONGEWIJZIGD, ())


# --- who was merged


def samengevoegd(in_, dossier, by):
    """Let a dossier go on in another one, which takes its BSN when it has none."""
    nieuw = ["bsn"] if not in_.persoon.bsn else []
    wat = {"van_ander": nieuw, "reden": "Zelfde persoon", "gezien": ["naam", "geboortedatum"]}
    voeg_samen(dossier=in_, ander=dossier, **wat, by=by, at=moment(LATER), on=LATER)
    return Dossier.objects.get(pk=in_.pk)


@pytest.mark.django_db
def test_lists_of_a_dossier_that_was_merged_are_lists_of_the_one_that_goes_on(gemeente, bekend, coordinator):
    """A row of the list of 6 January 2025; the two that it goes on in were made by hand."""
    tweede, derde = (maak_dossier(gemeente, datum=TOEN, bsn="") for _ in range(2))
    samengevoegd(tweede, bekend, coordinator)
    derde = samengevoegd(derde, Dossier.objects.get(pk=tweede.pk), coordinator)
    Dossier.objects.filter(pk=derde.pk).update(status=Status.AFGESLOTEN)

    kennis = lees_bekend(gemeente, [BSN])[BSN]
    assert (kennis.dossier_id, kennis.datum_levering) == (derde.pk, date(2025, 1, 6))
    for dag, opnieuw in ((VORIGE, False), (NU, True)):
        (verandering,) = vergelijk([leveringrij(datum_levering=dag)], {BSN: kennis}, woonplaatsen=(), on=NU)
        assert ("opnieuw" in [w.code for w in verandering.waarschuwingen]) is opnieuw


@pytest.mark.django_db
def test_own_later_list_counts_after_a_merge(gemeente, bekend, coordinator):
    ander = maak_dossier(gemeente, datum=TOEN, bsn="")
    samengevoegd(ander, bekend, coordinator)
    lees_in(gemeente, rij(**LATERE), on=LATER)

    assert lees_bekend(gemeente, [BSN])[BSN].datum_levering == date(2026, 4, 28)


@pytest.mark.django_db
@pytest.mark.parametrize("aantal", [1, 3])
def test_what_is_known_is_read_in_the_same_queries(gemeente, coordinator, aantal):
    lees_in(gemeente, *(rij(BSN=bsn) for bsn in BSNS[:aantal]), by=coordinator)
    for dossier in list(Dossier.objects.all()):
        samengevoegd(maak_dossier(gemeente, datum=TOEN, bsn=""), dossier, coordinator)

    with CaptureQueriesContext(connection) as vragen:
        kennis = lees_bekend(gemeente, BSNS[:aantal])

    assert {een.datum_levering for een in kennis.values()} == {date(2025, 1, 6)}
    assert (len(kennis), len(vragen)) == (aantal, 3)

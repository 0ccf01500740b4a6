"""Somebody new on a list who has a dossier without BSN: warned, chosen in the preview, or looked at afterwards."""

import io
from datetime import date

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.basis import ActieFout
from cases.actions.intrekken import dossier_intrekken
from cases.actions.samenvoegen import samenvoegen
from cases.models import Controlepunt, Dossier, DossierEvent, Persoon
from cases.status import Status
from portal_import.actions.inlezen import bevestigen, kiezen
from portal_import.models import ImportRegel, ImportRun
from tests.factories import maak_dossier, moment
from tests.portal_import.bestanden import BSN, BSN_2, BSN_3, csv
from tests.portal_import.runs import BSNS, ON, bekijk_lijst, getallen, lees_in, rij

pytestmark = pytest.mark.django_db

BURCK = {
    "bsn": "", "voorletters": "M.", "voorvoegsel": "du", "achternaam": "Burck", "geboortedatum": "1962-09-25",
    "straat": "Zeeruststraat", "huisnummer": "132", "postcode": "4001ZZ", "woonplaats": "Rivierendam",
    "telefoon": "", "email": "", "uht_status": "aangemeld",
}  # fmt: skip
NU = {"at": moment(ON), "on": ON}
BEIDE = "zelfde naam en adres"


def beller(gemeente, **anders):
    """Register somebody who called and did not have the BSN at hand."""
    return maak_dossier(gemeente, datum=date(2024, 11, 4), **BURCK | anders)


def dubbel(run):
    return [w["melding"] for w in run.waarschuwingen if w["code"] == "dubbel"]


@pytest.fixture
def bekend(gemeente):
    return beller(gemeente)


@pytest.fixture
def run(gemeente, bekend, coordinator):
    ander = rij(BSN=BSN_2, Achternaam="Ander", Huisnummer="7")
    return bekijk_lijst(gemeente, rij(Statusdatum="01-12-2024"), ander, by=coordinator)


@pytest.fixture
def pagina(client, coordinator):
    client.force_login(coordinator)
    with time_machine.travel(moment(ON), tick=False):
        yield client


@pytest.mark.parametrize(
    ("bekend_als", "overeen"),
    [
        ({}, BEIDE),
        ({"postcode": "4001AA"}, "zelfde naam"),
        ({"achternaam": "Jansen"}, "zelfde adres"),
        ({"achternaam": "BÜRCK", "voorvoegsel": "", "voorletters": ""}, BEIDE),
        ({"geboortedatum": "1962-09-00"}, BEIDE),
        ({"geboortedatum": "1962-00-00"}, BEIDE),
        ({"geboortedatum": "1962-09-26"}, ""),
        ({"geboortedatum": ""}, ""),
        ({"achternaam": "Jansen", "postcode": "4001AA"}, ""),
        ({"bsn": BSN_3}, ""),
    ],
)
def test_preview_warns_of_who_looks_the_same(gemeente, bekend_als, overeen):
    dossier = beller(gemeente, **bekend_als)

    run = bekijk_lijst(gemeente, rij())

    verwacht = [f"Lijkt op dossier {dossier.nummer} ({overeen}). Is dit dezelfde persoon?"] if overeen else []
    assert dubbel(run) == verwacht
    assert getallen(run) == (1, 1, 0, 0, 0)


@pytest.mark.parametrize("op_lijst", ["00-09-1962", "00-00-1962"])
def test_vague_birth_date_on_the_list_fits_every_day(gemeente, bekend, op_lijst):
    run = bekijk_lijst(gemeente, rij(Geboortedatum=op_lijst))

    assert dubbel(run) == [f"Lijkt op dossier {bekend.nummer} ({BEIDE}). Is dit dezelfde persoon?"]


def test_another_gemeente_or_a_withdrawn_dossier_is_no_double(gemeente, andere_gemeente, coordinator):
    beller(andere_gemeente)
    dossier_intrekken(dossier=beller(gemeente), reden="Vergissing", by=coordinator, at=moment(ON))

    assert dubbel(bekijk_lijst(gemeente, rij())) == []


def test_nobody_is_compared_by_a_geheim_adres(gemeente, coordinator):
    for anders in ({}, {"achternaam": "Jansen"}):
        dossier = beller(gemeente, **anders)
        persoon_wijzigen(dossier=dossier, wijzigingen={"geheim_adres": True}, reden="x", by=coordinator, at=moment(ON))
    eerste = Dossier.objects.order_by("pk").first()

    run = bekijk_lijst(gemeente, rij(Straat="Zilverschoonlaan", Woonplaats="Ede"), by=coordinator)

    vraag = "Is dit dezelfde persoon? Het adres is voor de zekerheid geheim."
    assert dubbel(run) == [f"Lijkt op dossier {eerste.nummer} (zelfde naam). {vraag}"]
    assert run.veranderingen[0]["adres"] == ["geheim adres"]
    assert not {deel for deel in ("Zilverschoon", "4001", "Ede") if deel in str(run.veranderingen + run.waarschuwingen)}
    bevestigen(run=run, by=coordinator, **NU)
    nieuw = Persoon.objects.get(bsn=BSN)
    assert (nieuw.straat, nieuw.geheim_adres) == ("Zilverschoonlaan", True)


@pytest.mark.parametrize("aantal", [1, 3])
def test_whole_list_is_looked_up_in_one_query(gemeente, bekend, aantal):
    with CaptureQueriesContext(connection) as vragen:
        bekijk_lijst(gemeente, *[rij(BSN=bsn) for bsn in BSNS[:aantal]])

    zonder_bsn = [v["sql"] for v in vragen if '"cases_persoon"."bsn" = \'\'' in v["sql"]]
    assert len(zonder_bsn) == 1


def test_known_people_are_not_looked_up(gemeente):
    lees_in(gemeente, rij())

    with CaptureQueriesContext(connection) as vragen:
        bekijk_lijst(gemeente, rij(Telefoon="0555 12 34 99"))

    assert not [v for v in vragen if '"cases_persoon"."bsn" = \'\'' in v["sql"]]


# --- afterwards: a controlepunt with the way to merge


def test_new_dossier_gets_a_controlepunt_that_names_the_other(gemeente, bekend, coordinator, client):
    lees_in(gemeente, rij(Woonplaats="Ede"), by=coordinator)

    nieuw = Dossier.objects.exclude(pk=bekend.pk).get()
    punten = dict(nieuw.controlepunten.values_list("soort", "tekst"))
    assert punten == {
        "dubbel": f"Lijkt op dossier {bekend.nummer} ({BEIDE}). Is dit dezelfde persoon?",
        "woonplaats": "De woonplaats ligt niet in deze gemeente. Controleer of deze persoon hier woont.",
    }
    naar = reverse("samenvoegen_met", args=[nieuw.nummer, bekend.nummer])
    client.force_login(coordinator)
    assert f'href="{naar}"' in client.get(nieuw.get_absolute_url()).text
    punt = nieuw.controlepunten.get(soort="dubbel")
    assert f'href="{naar}"' in client.get(reverse("controlepunt", args=[nieuw.nummer, punt.pk])).text
    assert client.get(naar).status_code == 200


def test_consulent_is_told_to_ask_a_coordinator(gemeente, bekend, consulent, client):
    lees_in(gemeente, rij())
    punt = Controlepunt.objects.get(soort="dubbel")
    client.force_login(consulent)

    dossierpagina = client.get(punt.dossier.get_absolute_url()).text
    puntpagina = client.get(reverse("controlepunt", args=[punt.dossier.nummer, punt.pk])).text

    assert "samenvoegen/" not in dossierpagina + puntpagina
    assert "Vraag dan een coördinator om de dossiers samen te voegen." in puntpagina


@pytest.mark.parametrize("naar_nieuw", [True, False])
def test_merging_answers_the_point(gemeente, bekend, coordinator, naar_nieuw):
    lees_in(gemeente, rij(), by=coordinator)
    nieuw = Dossier.objects.exclude(pk=bekend.pk).get()
    een, ander = (nieuw, bekend) if naar_nieuw else (bekend, nieuw)

    samenvoegen(dossier=een, ander=ander, van_ander=[], reden="Zelfde", by=coordinator, **NU)

    punt = Controlepunt.objects.get(soort="dubbel")
    assert (punt.dossier_id, punt.afgehandeld_door, punt.toelichting) == (
        een.pk,
        coordinator,
        "De dossiers zijn samengevoegd.",
    )


def test_merging_with_another_keeps_the_point_open(gemeente, bekend, coordinator):
    lees_in(gemeente, rij(), by=coordinator)
    nieuw = Dossier.objects.exclude(pk=bekend.pk).get()
    derde = maak_dossier(gemeente, bsn="", achternaam="Iemand")

    wat = {"van_ander": [], "reden": "Zelfde", "gezien": ["naam", "geboortedatum"]}
    samenvoegen(dossier=nieuw, ander=derde, **wat, by=coordinator, **NU)

    assert nieuw.controlepunten.get(soort="dubbel").afgehandeld_op is None


# --- in the preview: this is that dossier


def test_chosen_row_becomes_a_change_of_the_dossier_with_its_bsn(run, bekend, coordinator):
    kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)

    run.refresh_from_db()
    assert getallen(run) == (2, 1, 1, 0, 0)
    assert dubbel(run) == []
    gewijzigd = next(v for v in run.veranderingen if v["rij"] == 2)
    assert (gewijzigd["dossier"], gewijzigd["is_gekozen"]) == (bekend.nummer, True)
    assert ["BSN", "(leeg)", "*****0639"] in gewijzigd["verschillen"]
    assert BSN not in str(run.veranderingen)
    assert Persoon.objects.get().bsn == ""

    bevestigen(run=run, by=coordinator, **NU)

    bekend.refresh_from_db()
    assert Dossier.objects.count() == 2
    assert (bekend.persoon.bsn, bekend.persoon.telefoon, bekend.uht_status) == (BSN, "076 - 9187041", "erkend")
    assert (bekend.datum_aanmelding, bekend.aanmeldroute) == (date(2024, 11, 4), "portaal")
    event = DossierEvent.objects.get(dossier=bekend, soort="persoon_gewijzigd")
    assert (event.by, event.reden) == (coordinator, "levering levering.xlsx, rij 2")
    assert "burgerservicenummer" in event.tekst
    assert BSN not in event.tekst
    regel = ImportRegel.objects.get(dossier=bekend)
    assert (regel.rijnummer, regel.gevolg) == (2, "gewijzigd")
    assert not Controlepunt.objects.filter(soort="dubbel").exists()
    assert bekend.termijnen.filter(regel="eerste_gesprek").count() == 1


def test_row_that_says_nothing_else_still_gives_the_bsn(gemeente, coordinator):
    bekend = beller(gemeente, telefoon="076 - 9187041", email="burck@voorbeeld.example", uht_status="erkend")
    bekend.uht_wijzigingen.update(datum_feit=date(2024, 1, 14))
    run = bekijk_lijst(gemeente, rij(), by=coordinator)

    kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)
    run.refresh_from_db()
    bevestigen(run=run, by=coordinator, **NU)

    assert Persoon.objects.get().bsn == BSN
    assert bekijk_lijst(gemeente, rij()).stand == ImportRun.Stand.NIETS_NIEUWS


def test_choice_can_be_taken_back(run, bekend, coordinator):
    kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)
    kiezen(run=run, rijnummer=2, nummer="", by=coordinator, **NU)

    run.refresh_from_db()
    assert getallen(run) == (2, 2, 0, 0, 0)
    assert len(dubbel(run)) == 1
    assert bevestigen(run=run, by=coordinator, **NU).nieuw == 2
    assert Persoon.objects.filter(bsn=BSN).count() == 1


def test_two_rows_are_not_one_dossier(gemeente, bekend, coordinator):
    run = bekijk_lijst(gemeente, rij(), rij(BSN=BSN_2), by=coordinator)
    kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)

    run.refresh_from_db()
    assert dubbel(run) == []
    assert [v["rij"] for v in run.veranderingen if v.get("gelijkenden")] == [2]
    with pytest.raises(ActieFout, match="Een andere rij van deze lijst is al gekozen"):
        kiezen(run=run, rijnummer=3, nummer=bekend.nummer, by=coordinator, **NU)


@pytest.mark.parametrize("rijnummer", [2, 3, 99])
def test_dossier_that_does_not_look_the_same_is_refused(gemeente, run, coordinator, rijnummer):
    ander = maak_dossier(gemeente, bsn="", achternaam="Iemand")

    with pytest.raises(ActieFout, match="lijkt niet meer op de persoon van deze rij"):
        kiezen(run=run, rijnummer=rijnummer, nummer=ander.nummer, by=coordinator, **NU)


def test_choice_that_no_longer_fits_is_shown_again_and_not_applied(run, bekend, coordinator):
    kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)
    persoon_wijzigen(
        dossier=bekend, wijzigingen={"geboortedatum": "1990-01-01"}, reden="x", by=coordinator, at=moment(ON)
    )

    run = bevestigen(run=run, by=coordinator, **NU)

    assert run.stand == ImportRun.Stand.VOORBEELD
    assert getallen(run) == (2, 2, 0, 0, 0)
    assert Persoon.objects.get().bsn == ""


def test_run_that_was_done_can_not_be_chosen_in(run, bekend, coordinator):
    bevestigen(run=run, by=coordinator, **NU)

    with pytest.raises(ActieFout, match="Deze lijst is al afgehandeld"):
        kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)


def test_dossier_keeps_its_geheim_adres_secret(gemeente, bekend, coordinator):
    persoon_wijzigen(dossier=bekend, wijzigingen={"geheim_adres": True}, reden="x", by=coordinator, at=moment(ON))
    run = bekijk_lijst(gemeente, rij(Straat="Zilverschoonlaan"), by=coordinator)

    kiezen(run=run, rijnummer=2, nummer=bekend.nummer, by=coordinator, **NU)

    run.refresh_from_db()
    assert ["Straat", "(geheim)", "(geheim)"] in run.veranderingen[0]["verschillen"]
    assert "Zilverschoonlaan" not in str(run.veranderingen) + str(run.waarschuwingen)


# --- the page


def test_page_shows_both_and_lets_choose(pagina, run, bekend):
    tekst = pagina.get(run.get_absolute_url()).text

    assert "1 nieuwe persoon heeft misschien al een dossier." in tekst
    assert "Misschien al bekend (1)" in tekst
    assert f'href="{bekend.get_absolute_url()}"' in tekst
    assert tekst.count("Zeeruststraat 132") == 2
    assert "Zelfde naam en adres." in tekst
    assert BSN not in tekst
    waarschuwingen = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen").text
    assert "1 nieuwe persoon heeft misschien al een dossier" in waarschuwingen
    assert f'href="{bekend.get_absolute_url()}"' in waarschuwingen


def test_choosing_goes_through_the_page_and_back(pagina, run, bekend):
    url = reverse("import_kiezen", args=[run.pk, 2])

    tekst = pagina.post(url, {"dossier": bekend.nummer}, follow=True).text

    assert f"Rij 2 wijzigt dossier {bekend.nummer} en geeft het zijn BSN, zodra u de lijst inleest." in tekst
    assert "Gekozen" in tekst
    assert "heeft misschien al een dossier." not in tekst
    assert "Rij 2 wordt een nieuw dossier, zodra u de lijst inleest." in pagina.post(url, follow=True).text


def test_faulty_or_foreign_number_is_refused(pagina, run, andere_gemeente):
    vreemd = beller(andere_gemeente)
    url = reverse("import_kiezen", args=[run.pk, 2])

    assert "Kies een dossier uit de lijst." in pagina.post(url, {"dossier": "x"}, follow=True).text
    assert pagina.post(url, {"dossier": vreemd.nummer}).status_code == 404


def test_refusal_is_said_on_the_page(pagina, gemeente, run):
    ander = maak_dossier(gemeente, bsn="", achternaam="Iemand")

    tekst = pagina.post(reverse("import_kiezen", args=[run.pk, 2]), {"dossier": ander.nummer}, follow=True).text

    assert f"Dossier {ander.nummer} lijkt niet meer op de persoon van deze rij." in tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_the_same_for_one_and_three(pagina, gemeente, coordinator, aantal):
    namen = ["Burck", "Tweede", "Derde"][:aantal]
    for naam in namen:
        beller(gemeente, achternaam=naam)
    rijen = [rij(BSN=bsn, Achternaam=naam) for bsn, naam in zip(BSNS, namen, strict=False)]
    run = bekijk_lijst(gemeente, *rijen, by=coordinator)

    with CaptureQueriesContext(connection) as vragen:
        assert pagina.get(f"{run.get_absolute_url()}?toon=dubbel").status_code == 200

    assert len(vragen) == 5


# --- the command line


def roep(pad, *opties):
    uit, fout = io.StringIO(), io.StringIO()
    opdracht = ("portaal_inlezen", str(pad), "--gemeente", "9901", "--soort", "levering", *opties)
    call_command(*opdracht, stdout=uit, stderr=fout)
    return uit.getvalue(), fout.getvalue()


@pytest.mark.parametrize("proef", [True, False])
def test_command_warns_and_names_the_dossier(bekend, tmp_path, proef):
    pad = tmp_path / "levering.csv"
    pad.write_bytes(csv(rij()))
    melding = f"- let op: rij 2. Lijkt op dossier {bekend.nummer} ({BEIDE}). Is dit dezelfde persoon?"
    opties = ["--proef"] if proef else []

    uit, _ = roep(pad, *opties)

    assert uit.splitlines()[1:] == ["- let op: 1 nieuwe persoon heeft misschien al een dossier", melding]
    assert Dossier.objects.count() == (1 if proef else 2)


def test_command_with_json_warns_beside_it(bekend, tmp_path):
    pad = tmp_path / "levering.csv"
    pad.write_bytes(csv(rij()))

    uit, fout = roep(pad, "--proef", "--json")

    assert len(uit.splitlines()) == 1
    assert f"rij 2. Lijkt op dossier {bekend.nummer}" in fout
    assert Dossier.objects.get().status == Status.AANMELDING

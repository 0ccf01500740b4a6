"""From preview to confirmation: once, whole, and only what was shown."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.actions import aanmelden as acties
from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.basis import ActieFout
from cases.berekening import RekenFout
from cases.kalender import KalenderFout
from cases.models import Dossier, Persoon
from portal_import.actions import toepassen
from portal_import.actions.inlezen import bevestigen, inlezen, opruimen, verwerpen
from portal_import.models import ImportRegel, ImportRun
from portal_import.soorten import Soort
from tests.factories import GemeenteFactory, maak_dossier, moment
from tests.portal_import.bestanden import BSN, BSN_2, BSN_3, csv, xlsx
from tests.portal_import.runs import ON, bekijk_lijst, getallen, lees_in, rij, telling

Stand = ImportRun.Stand

pytestmark = pytest.mark.django_db


def test_confirming_twice_applies_once(gemeente, coordinator):
    run = bekijk_lijst(gemeente, rij(), by=coordinator)
    bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)
    voor = telling()

    with pytest.raises(ActieFout, match=r"^Deze lijst is al afgehandeld: ingelezen\.$"):
        bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert telling() == voor
    assert Dossier.objects.count() == 1


def test_applied_run_keeps_no_data_of_persons_but_what_must_be_looked_at(gemeente, coordinator):
    lees_in(gemeente, rij(), by=coordinator)

    run = lees_in(gemeente, rij(Straat="Lindepad", Huisnummer="3", Telefoon="0555 12 34 99"), by=coordinator)

    assert run.inhoud is None
    assert run.veranderingen == [{"rij": 2, "velden": ["Straat", "Huisnummer", "Telefoon"]}]


def test_rows_lead_back_to_their_list(gemeente, coordinator):
    eerste = lees_in(gemeente, rij(), rij(BSN=BSN_2), by=coordinator)
    tweede = lees_in(gemeente, rij(Telefoon="0555 12 34 99", Datum_levering="13-01-2025"), by=coordinator)

    assert list(ImportRegel.objects.values_list("run", "rijnummer", "gevolg", "dossier__persoon__bsn")) == [
        (eerste.pk, 2, "nieuw", BSN),
        (eerste.pk, 3, "nieuw", BSN_2),
        (tweede.pk, 2, "gewijzigd", BSN),
    ]


def test_later_list_without_news_is_remembered_as_the_last(gemeente, coordinator):
    """Else an older list that comes after it would still count as news."""
    lees_in(gemeente, rij(Datum_levering="06-01-2025"), by=coordinator)

    zelfde = bekijk_lijst(gemeente, rij(Datum_levering="03-02-2025"), by=coordinator)
    ouder = bekijk_lijst(gemeente, rij(Telefoon="0555 12 34 99", Datum_levering="20-01-2025"), by=coordinator)

    assert (zelfde.stand, ouder.stand) == (Stand.NIETS_NIEUWS, Stand.NIETS_NIEUWS)
    assert [w["code"] for w in ouder.waarschuwingen] == ["oudere_levering"]
    assert list(ImportRegel.objects.order_by("id").values_list("gevolg", flat=True)) == ["nieuw", "ongewijzigd"]


def test_change_by_a_colleague_since_the_preview_is_shown_first(gemeente, coordinator, consulent):
    lees_in(gemeente, rij(), by=coordinator)
    run = bekijk_lijst(gemeente, rij(Telefoon="0555 12 34 99"), by=coordinator)
    dossier = Dossier.objects.get()
    wijziging = {"telefoon": "06 5555 0177"}
    persoon_wijzigen(dossier=dossier, wijzigingen=wijziging, reden="gebeld", by=consulent, at=moment(ON))

    run = bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert run.stand == Stand.VOORBEELD
    assert run.veranderingen[0]["verschillen"] == [["Telefoon", "06 5555 0177", "0555 12 34 99"]]
    assert Persoon.objects.get().telefoon == "06 5555 0177"

    run = bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert run.stand == Stand.INGELEZEN
    assert Persoon.objects.get().telefoon == "0555 12 34 99"


def test_list_that_was_read_by_another_run_has_nothing_left_to_do(gemeente, coordinator):
    een, twee = bekijk_lijst(gemeente, rij(), by=coordinator), bekijk_lijst(gemeente, rij(), by=coordinator)
    bevestigen(run=een, by=coordinator, at=moment(ON), on=ON)

    twee = bevestigen(run=twee, by=coordinator, at=moment(ON), on=ON)

    assert (twee.stand, twee.inhoud, getallen(twee)) == (Stand.NIETS_NIEUWS, None, (1, 0, 0, 1, 0))
    assert Dossier.objects.count() == 1


def test_row_that_an_action_refuses_is_left_out_alone(gemeente, coordinator, monkeypatch):
    run = bekijk_lijst(gemeente, rij(), rij(BSN=BSN_2, Achternaam="Weiger"), rij(BSN=BSN_3), by=coordinator)
    aanmelden = toepassen.aanmelden

    def weiger(**gegevens):
        dossier = aanmelden(**gegevens)
        if dossier.persoon.achternaam == "Weiger":
            raise ActieFout("Dat gaat nu niet.")
        return dossier

    monkeypatch.setattr(toepassen, "aanmelden", transaction.atomic(weiger))

    run = bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert getallen(run) == (3, 2, 0, 0, 1)
    assert run.fouten == [{"rij": 3, "kolom": "", "waarde": "", "melding": "Dat gaat nu niet."}]
    assert set(Persoon.objects.values_list("bsn", flat=True)) == {BSN, BSN_3}
    assert list(Dossier.objects.order_by("nummer").values_list("nummer", flat=True)) == [
        "9901-D-2025-00001",
        "9901-D-2025-00002",
    ]


@pytest.mark.parametrize("soort", [RekenFout, KalenderFout])
def test_row_whose_clocks_can_not_be_counted_is_left_out_alone(gemeente, coordinator, monkeypatch, soort):
    run = bekijk_lijst(gemeente, rij(), rij(BSN=BSN_2, Achternaam="Weiger"), by=coordinator)
    start_termijn = acties.start_termijn

    def weiger(**gegevens):
        if gegevens["dossier"].persoon.achternaam == "Weiger":
            raise soort("6 januari 1925 ligt buiten de kalender.")
        return start_termijn(**gegevens)

    monkeypatch.setattr(acties, "start_termijn", weiger)

    run = bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert (run.stand, getallen(run)) == ("ingelezen", (2, 1, 0, 0, 1))
    assert [fout["melding"] for fout in run.fouten] == ["6 januari 1925 ligt buiten de kalender."]
    assert list(Persoon.objects.values_list("bsn", flat=True)) == [BSN]


def test_changed_row_that_is_refused_halfway_changes_nothing(gemeente, coordinator, monkeypatch):
    lees_in(gemeente, rij(), by=coordinator)
    run = bekijk_lijst(gemeente, rij(Telefoon="0555 12 34 99", Soort="nabestaande"), by=coordinator)

    def weiger(**gegevens):
        raise ActieFout("Dat gaat nu niet.")

    monkeypatch.setattr(toepassen, "doelgroep_wijzigen", weiger)
    voor = telling()

    run = bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert getallen(run) == (1, 0, 0, 0, 1)
    assert Persoon.objects.get().telefoon == "076 - 9187041"
    assert telling() == voor


def test_unforeseen_error_halfway_leaves_nothing(gemeente, coordinator, monkeypatch):
    run = bekijk_lijst(gemeente, rij(), rij(BSN=BSN_2), rij(BSN=BSN_3), by=coordinator)
    voor = telling()
    aanmelden, keren = toepassen.aanmelden, []

    def breek(**gegevens):
        keren.append(gegevens)
        if len(keren) == 3:
            raise RuntimeError("de stroom valt uit")
        return aanmelden(**gegevens)

    monkeypatch.setattr(toepassen, "aanmelden", breek)

    with pytest.raises(RuntimeError, match="stroom"):
        bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert telling() == voor
    run.refresh_from_db()
    assert (run.stand, getallen(run)) == (Stand.VOORBEELD, (3, 3, 0, 0, 0))
    monkeypatch.setattr(toepassen, "aanmelden", aanmelden)
    assert bevestigen(run=run, by=coordinator, at=moment(ON), on=ON).stand == Stand.INGELEZEN


def test_setting_aside_throws_away_the_file_and_what_it_showed(gemeente, coordinator):
    run = bekijk_lijst(gemeente, rij(Woonplaats="Ede"), rij(BSN="123456789"), by=coordinator)
    voor = telling()

    run = verwerpen(run=run, by=coordinator, at=moment(ON))

    assert (run.stand, run.inhoud) == (Stand.WEGGELEGD, None)
    assert (run.veranderingen, run.waarschuwingen, run.fouten) == ([], [], [])
    assert getallen(run) == (2, 1, 0, 0, 1)
    assert telling() == voor
    with pytest.raises(ActieFout, match=r"^Deze lijst is al afgehandeld: weggelegd\.$"):
        bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)
    with pytest.raises(ActieFout, match=r"^Deze lijst is al afgehandeld: weggelegd\.$"):
        verwerpen(run=run, by=coordinator, at=moment(ON))


def test_refused_file_is_on_record_without_its_content(gemeente, coordinator):
    voor = telling()

    run = bekijk_lijst(gemeente, inhoud=b"", by=coordinator)

    assert (run.stand, run.inhoud, getallen(run)) == (Stand.GEWEIGERD, None, (0, 0, 0, 0, 0))
    assert run.reden == "Dit bestand is leeg. Haal de lijst opnieuw uit het gegevensportaal."
    assert telling() == voor


def test_previews_that_wait_too_long_are_set_aside(gemeente, coordinator):
    oud = bekijk_lijst(gemeente, rij(), by=coordinator)
    vers = bekijk_lijst(gemeente, rij(), by=coordinator, on=ON + timedelta(days=1))
    klaar = lees_in(gemeente, rij(BSN=BSN_2), by=coordinator)

    assert opruimen(at=moment(ON + timedelta(days=7), 11)) == 1

    standen = {run.pk: (run.stand, run.afgerond_door) for run in ImportRun.objects.all()}
    assert standen == {
        oud.pk: (Stand.WEGGELEGD, None),
        vers.pk: (Stand.VOORBEELD, None),
        klaar.pk: (Stand.INGELEZEN, coordinator),
    }
    assert opruimen(at=moment(ON + timedelta(days=7), 11)) == 0


def test_preview_that_is_handled_at_the_last_moment_is_left_alone(gemeente, monkeypatch):
    bekijk_lijst(gemeente, rij())

    def al_afgehandeld(**gegevens):
        raise ActieFout("Deze lijst is al afgehandeld: ingelezen.")

    monkeypatch.setattr("portal_import.actions.inlezen.verwerpen", al_afgehandeld)

    assert opruimen(at=moment(ON + timedelta(days=8))) == 0


def test_run_and_row_name_themselves(gemeente):
    run = lees_in(gemeente, rij(), naam="januari.xlsx")

    assert (str(run), str(run.regels.get())) == ("Levering januari.xlsx", "rij 2 van Levering januari.xlsx")


def test_same_list_of_another_gemeente_is_its_own(gemeente, andere_gemeente, coordinator, vreemde):
    lees_in(gemeente, rij(), by=coordinator)

    run = lees_in(andere_gemeente, rij(), by=vreemde)

    assert getallen(run) == (1, 1, 0, 0, 0)
    assert list(Dossier.objects.order_by("nummer").values_list("nummer", flat=True)) == [
        "9901-D-2025-00001",
        "9902-D-2025-00001",
    ]


def test_gemeente_without_beleid_is_told_so(coordinator):
    gemeente = GemeenteFactory(code="9903", naam="Kaalveld")

    with pytest.raises(ActieFout, match=r"^Deze gemeente heeft nog geen beleid\."):
        bekijk_lijst(gemeente, rij())

    assert ImportRun.objects.count() == 0


def test_reading_at_once_applies_and_tells_what_came_of_it(gemeente):
    inhoud = xlsx(rij(), rij(BSN="123456789"))

    run, uitkomst = inlezen(
        gemeente=gemeente, soort=Soort.LEVERING, naam="lijst.xlsx", inhoud=inhoud, by=None, at=moment(ON), on=ON
    )

    assert (run.stand, run.geupload_door, run.inhoud) == (Stand.INGELEZEN, None, None)
    assert (uitkomst.rijen, uitkomst.nieuw, len(uitkomst.fouten)) == (2, 1, 1)
    assert getallen(run) == (2, 1, 0, 0, 1)


@pytest.mark.parametrize(
    ("naam", "bewaard"),
    [
        (f"levering {BSN}.xlsx", "levering *****0639.xlsx"),
        ("lijst\x00\u202e.xlsx", "lijst.xlsx"),
        ("\udce9.xlsx", ".xlsx"),
        ("\n", "lijst"),
        ("a" * 250, "a" * 200),
    ],
    ids=["BSN", "onzichtbare tekens", "geen tekst", "leeg", "lang"],
)
def test_file_name_is_kept_without_bsn_or_invisible_signs(gemeente, naam, bewaard):
    run = lees_in(gemeente, rij(), naam=naam)

    assert run.bestandsnaam == bewaard
    assert Dossier.objects.get().uht_wijzigingen.get().bron == f"levering {bewaard[:80]}, rij 2"


def test_no_bsn_is_stored_with_the_preview_also_not_from_a_wrong_column(gemeente):
    bekend = maak_dossier(gemeente, telefoon=BSN_2)

    inhoud = csv(
        rij(Telefoon=BSN_3),
        rij(BSN=BSN_2, Achternaam=BSN_3, E_mail=f"={BSN_3}"),
        rij(BSN="123456789", Voorletters=BSN_3, Geboortedatum=BSN_3),
    )
    run = bekijk_lijst(gemeente, inhoud=inhoud)

    assert bekend.persoon.bsn == BSN
    getoond = f"{run.veranderingen}{run.waarschuwingen}{run.fouten}"
    assert [bsn for bsn in (BSN, BSN_2, BSN_3, "123456789") if bsn in getoond] == []
    assert ["Telefoon", "*****1723", "*****3793"] in run.veranderingen[0]["verschillen"]


def test_each_row_asks_the_same_of_the_database(gemeente):
    def queries(*rijen):
        run = bekijk_lijst(gemeente, *rijen)
        with CaptureQueriesContext(connection) as gesteld:
            bevestigen(run=run, by=None, at=moment(ON), on=ON)
        return len(gesteld)

    een = queries(rij(BSN=BSN))
    twee = queries(rij(BSN=BSN_2), rij(BSN=BSN_3))

    assert twee - een == 20

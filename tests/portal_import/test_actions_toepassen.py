"""What a row does to a dossier: new, changed, another status, and what a person must look at."""

from datetime import date

import pytest

from cases.keuzes import UhtStatus
from cases.models import Controlepunt, Dossier, DossierEvent, Persoon, Termijn, UhtStatusWijziging
from cases.status import OPEN, Status
from cases.statusvraag import TOCH_ERKEND, ZELF_AFGEMELD
from nazorg.models import Acclimatisatie
from tests.portal_import.bestanden import BSN_2, csv
from tests.portal_import.runs import LATER, ON, getallen, lees_in, rij

pytestmark = pytest.mark.django_db

NIET_ERKEND = {"Status": "niet erkend", "Statusdatum": "20-04-2026", "Datum_levering": "28-04-2026"}
GEBOORTEDATUM = "De geboortedatum is anders dan bekend. Controleer of dit dezelfde persoon is."
CONTROLEER = "Controleer het dossier."


def punten():
    return list(Controlepunt.objects.order_by("soort").values_list("soort", "tekst"))


def nieuwe_events(dossier):
    return list(dossier.events.exclude(soort="aangemeld").order_by("id").values_list("soort", "tekst"))


@pytest.fixture
def bekend(gemeente, coordinator):
    """A dossier that came with the list of 6 January 2025."""
    lees_in(gemeente, rij(), by=coordinator)
    return Dossier.objects.get()


def test_new_person_gets_a_dossier_with_all_that_the_row_tells(gemeente, bekend):
    assert (bekend.status, bekend.doelgroep, bekend.uht_status) == (Status.AANMELDING, "aanvrager", "erkend")
    assert (bekend.datum_aanmelding, bekend.aanmeldroute) == (date(2025, 1, 6), "portaal")
    assert bekend.persoon.naam == "M. du Burck"
    assert bekend.persoon.adresregels == ("Zeeruststraat 132", "4001 ZZ  Rivierendam")
    assert (bekend.persoon.geboortedatum, bekend.persoon.telefoon) == ("1962-09-25", "076 - 9187041")
    wijziging = bekend.uht_wijzigingen.get()
    assert (wijziging.datum_feit, wijziging.datum_gemeld) == (date(2024, 1, 14), date(2025, 1, 6))
    assert set(bekend.termijnen.values_list("regel", "start")) == {
        ("eerste_contact", date(2025, 1, 6)),
        ("eerste_gesprek", date(2025, 1, 6)),
    }
    assert punten() == []


@pytest.mark.parametrize("status", ["niet erkend", "zelf afgemeld"])
def test_new_person_without_recht_gets_a_dossier_without_clocks(gemeente, status):
    lees_in(gemeente, rij(Status=status))

    dossier = Dossier.objects.get()
    assert (dossier.status, dossier.uht_status) == (Status.GEEN_RECHT, status)
    assert Termijn.objects.count() == 0
    assert "geen recht op ondersteuning, geen termijnen" in dossier.events.get().tekst


def test_birth_date_with_unknown_day_is_kept(gemeente):
    lees_in(gemeente, rij(Geboortedatum="00-02-1995"))

    assert Persoon.objects.get().geboortedatum == "1995-02-00"


def test_changed_address_is_in_the_history_and_the_events(gemeente, bekend, coordinator):
    run = lees_in(
        gemeente, rij(Straat="Lindepad", Huisnummer="3", Postcode="4002 XX"), by=coordinator, naam="april.xlsx"
    )

    assert getallen(run) == (1, 0, 1, 0, 0)
    nieuw, oud = Persoon.history.all()
    assert (nieuw.straat, nieuw.huisnummer, nieuw.postcode) == ("Lindepad", "3", "4002XX")
    assert (oud.straat, oud.huisnummer, oud.postcode) == ("Zeeruststraat", "132", "4001ZZ")
    assert (nieuw.history_user, nieuw.history_change_reason) == (coordinator, "levering april.xlsx, rij 2")
    assert nieuwe_events(bekend) == [("persoon_gewijzigd", "Gegevens gewijzigd: straat, huisnummer, postcode.")]
    assert DossierEvent.objects.get(soort="persoon_gewijzigd").reden == "levering april.xlsx, rij 2"
    assert punten() == []


def test_birth_date_and_doelgroep_change_and_ask_for_a_look(gemeente, bekend):
    lees_in(gemeente, rij(Geboortedatum="26-09-1962", Soort="nabestaande"))

    bekend.refresh_from_db()
    assert (bekend.doelgroep, bekend.persoon.geboortedatum) == ("nabestaande", "1962-09-26")
    assert [soort for soort, _ in nieuwe_events(bekend)] == ["persoon_gewijzigd", "doelgroep_gewijzigd"]
    assert punten() == [("portaal", f"{GEBOORTEDATUM}\nDe soort verandert van aanvrager in nabestaande. {CONTROLEER}")]


def test_niet_erkend_starts_the_acclimatisatie_on_the_day_of_the_levering(gemeente, bekend, coordinator):
    lees_in(gemeente, rij(**NIET_ERKEND), by=coordinator, on=LATER)

    bekend.refresh_from_db()
    assert (bekend.status, bekend.uht_status) == (Status.ACCLIMATISATIE, UhtStatus.NIET_ERKEND)
    assert Acclimatisatie.objects.get().datum_gemeld == date(2026, 4, 28)
    klokken = set(bekend.termijnen.exclude(status="vervallen").values_list("regel", "start", "uiterste_datum"))
    assert klokken == {
        ("acclimatisatie", date(2026, 4, 28), date(2026, 5, 28)),
        ("nieuwe_kosten", date(2026, 4, 28), date(2026, 5, 28)),
    }
    assert [soort for soort, _ in nieuwe_events(bekend)] == ["uht_status", "acclimatisatie"]
    assert punten() == []


def test_gemeente_hears_of_a_status_no_sooner_than_it_is_so(gemeente, bekend):
    """Of a row whose status is of after its list one date is wrong; the other way round no form would take it."""
    lees_in(gemeente, rij(**NIET_ERKEND | {"Statusdatum": "30-04-2026"}), on=LATER)

    nieuwste = bekend.uht_wijzigingen.first()
    assert (nieuwste.datum_feit, nieuwste.datum_gemeld) == (date(2026, 4, 30), date(2026, 4, 30))
    assert Acclimatisatie.objects.get().datum_gemeld == date(2026, 4, 30)


@pytest.mark.parametrize("status", sorted(OPEN - {Status.ACCLIMATISATIE}))
def test_niet_erkend_starts_the_acclimatisatie_from_any_open_state(gemeente, bekend, status):
    Dossier.objects.update(status=status)

    lees_in(gemeente, rij(**NIET_ERKEND), on=LATER)

    assert Dossier.objects.get().status == Status.ACCLIMATISATIE


@pytest.mark.parametrize("status", [Status.ACCLIMATISATIE, Status.AFGESLOTEN])
def test_niet_erkend_on_a_dossier_that_ends_or_ended_is_only_recorded(gemeente, bekend, status):
    Dossier.objects.update(status=status)

    run = lees_in(gemeente, rij(**NIET_ERKEND), on=LATER)

    assert getallen(run) == (1, 0, 1, 0, 0)
    dossier = Dossier.objects.get()
    assert (dossier.status, dossier.uht_status) == (status, UhtStatus.NIET_ERKEND)
    assert [soort for soort, _ in nieuwe_events(dossier)] == ["uht_status"]
    assert Acclimatisatie.objects.count() == 0


def test_dossier_without_recht_opens_when_uht_says_erkend(gemeente):
    lees_in(gemeente, rij(Status="niet erkend"))

    lees_in(gemeente, rij(Status="erkend", Statusdatum="20-04-2026", Datum_levering="28-04-2026"), on=LATER)

    dossier = Dossier.objects.get()
    assert (dossier.status, dossier.datum_aanmelding) == (Status.AANMELDING, date(2026, 4, 28))
    assert set(dossier.termijnen.values_list("regel", "start")) == {
        ("eerste_contact", date(2026, 4, 28)),
        ("eerste_gesprek", date(2026, 4, 28)),
    }


def nu_is(stand, uht_status):
    """Let the dossier stand here, with what UHT said of it."""
    Dossier.objects.update(status=stand, uht_status=uht_status)
    UhtStatusWijziging.objects.update(status=uht_status)


@pytest.mark.parametrize(
    ("van", "status", "naar", "punt"),
    [
        (Status.ACCLIMATISATIE, "niet erkend", "erkend", TOCH_ERKEND),
        (Status.AFGESLOTEN, "niet erkend", "erkend", TOCH_ERKEND),
        (Status.AFGESLOTEN, "aangemeld", "erkend", ""),
        (Status.UITVOERING, "aangemeld", "erkend", ""),
        (Status.UITVOERING, "erkend", "zelf afgemeld", ZELF_AFGEMELD),
        (Status.AFGESLOTEN, "erkend", "zelf afgemeld", ""),
    ],
)
def test_status_that_calls_for_a_decision_becomes_a_controlepunt(gemeente, bekend, van, status, naar, punt):
    nu_is(van, status)

    lees_in(gemeente, rij(Status=naar, Statusdatum="20-04-2026", Datum_levering="28-04-2026"), on=LATER)

    dossier = Dossier.objects.get()
    assert (dossier.status, dossier.uht_status) == (van, naar)
    assert punten() == ([("uht", punt)] if punt else [])


def status(naar, dag):
    return {"Status": naar, "Statusdatum": f"{dag}-04-2026", "Datum_levering": "28-04-2026"}


def test_question_of_a_status_is_not_written_over_by_a_later_list(gemeente, bekend, coordinator):
    lees_in(gemeente, rij(**status("zelf afgemeld", 20)), by=coordinator, on=LATER)

    lees_in(gemeente, rij(**status("zelf afgemeld", 20) | {"Geboortedatum": "26-09-1962"}), by=coordinator, on=LATER)

    assert punten() == [("portaal", GEBOORTEDATUM), ("uht", ZELF_AFGEMELD)]


def test_question_of_a_status_is_not_cut_off_by_many_doubts(gemeente, bekend, coordinator):
    lang = "?" + "x" * 60
    vaag = {"Voorletters": lang, "Voorvoegsel": lang[:40], "Achternaam": lang, "Geboortedatum": "26-09-1962"}

    lees_in(gemeente, rij(**status("zelf afgemeld", 20) | vaag), by=coordinator, on=LATER)

    assert punten()[1] == ("uht", ZELF_AFGEMELD)
    assert len(punten()[0][1].splitlines()) == 4


def test_later_status_closes_the_question_of_the_former(gemeente, bekend, coordinator):
    lees_in(gemeente, rij(**status("zelf afgemeld", 20)), by=coordinator, on=LATER)

    lees_in(gemeente, rij(**status("erkend", 21)), by=coordinator, on=LATER)

    punt = Controlepunt.objects.get()
    assert (punt.afgehandeld_door, punt.toelichting) == (coordinator, "De status bij UHT is nu: erkend.")


def test_list_that_nobody_read_leaves_the_former_question_and_adds_its_own(gemeente, bekend):
    nu_is(Status.ACCLIMATISATIE, "niet erkend")
    lees_in(gemeente, rij(**status("erkend", 20)), on=LATER)

    lees_in(gemeente, rij(**status("zelf afgemeld", 21)), on=LATER)

    assert punten() == [("uht", f"{TOCH_ERKEND}\n{ZELF_AFGEMELD}")]


def test_new_date_of_the_same_status_is_recorded(gemeente, bekend):
    lees_in(gemeente, rij(Statusdatum="14-02-2024"))

    assert list(bekend.uht_wijzigingen.order_by("id").values_list("status", "datum_feit")) == [
        ("erkend", date(2024, 1, 14)),
        ("erkend", date(2024, 2, 14)),
    ]


def test_woonplaats_elsewhere_makes_a_controlepunt(gemeente):
    run = lees_in(gemeente, rij(Woonplaats="Ede"), rij(BSN=BSN_2, Woonplaats="rivierendam"))

    assert getallen(run) == (2, 2, 0, 0, 0)
    assert punten() == [
        ("woonplaats", "De woonplaats ligt niet in deze gemeente. Controleer of deze persoon hier woont.")
    ]


def test_incomplete_address_does_not_stop_the_dossier(gemeente):
    lees_in(gemeente, rij(Woonplaats="", Postcode=""))

    dossier = Dossier.objects.get()
    assert (dossier.status, dossier.persoon.adres_volledig) == (Status.AANMELDING, False)
    assert punten() == []


def test_doubtful_data_of_a_new_person_become_one_controlepunt(gemeente):
    lees_in(gemeente, rij(Geboortedatum="01-06-2010", Achternaam="V?lkova", E_mail="geen adres"), on=ON)

    ((soort, tekst),) = punten()
    assert soort == "portaal"
    assert tekst == "\n".join(
        [
            "Deze persoon is 15 jaar. Ga na wie de ouder of wettelijk vertegenwoordiger is.",
            "In 'V?lkova' staat een vraagteken. Misschien is er een letter verloren gegaan. Controleer dit.",
            "'geen adres' is geen e-mailadres. Controleer het adres voordat u mailt.",
        ]
    )


def test_many_doubts_fit_in_one_controlepunt(gemeente):
    formules = rij(Voorletters="=A1", Voorvoegsel="=A2", Achternaam="=A3", Straat="=A4", E_mail="=A5")
    lees_in(gemeente, inhoud=csv(formules))

    ((soort, tekst),) = punten()
    wat = ("'=A1'", "'=A2'", "'=A3'", "het veld Straat", "'=A5'")
    formule = "De inhoud van {} begint met een = en lijkt een formule. Controleer wat hier hoort."
    assert (soort, tekst) == ("portaal", "\n".join(formule.format(veld) for veld in wat))

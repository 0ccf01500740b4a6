"""An end that is taken back: after a bezwaar that was gegrond, or with an intrekking, the support goes on."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.rollen import Rol
from cases.models import DossierEvent, Termijn
from nazorg.actions.heropenen import weigering_heropenen
from nazorg.actions.traject import SLUITVELDEN, STOPVELDEN, open_traject
from nazorg.models import Beeindiging, Nazorgcontact, Nazorgtraject, Overdracht
from planvanaanpak.actions import intrekking
from planvanaanpak.actions.beroep import beroep_vastleggen
from planvanaanpak.bezwaarbron import vervolgweg
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.models import Bezwaar
from tests.factories import maak_user, moment
from tests.nazorg.eindes import (
    CONTACTDAGEN,
    EINDE,
    houd_contact,
    meld_niet_erkend,
    sluit_nazorg,
    standen,
    stop,
)
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.test_actions_verzending import weigert

BEZWAAR, BESLOTEN = date(2027, 2, 1), date(2027, 3, 15)
VENSTERS = ("materiele_verstrekking", "besluiten")
NAZORG = ("nazorg_contact", "nazorg_einde")


@pytest.fixture
def jurist(gemeente):
    return maak_user(Rol.COORDINATOR, gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")


def beslis(einde, consulent, jurist, dictum=Dictum.GEGROND, *, dag=EINDE, **anders):
    """Decide on a bezwaar against the besluit that ended the support; the besluit left on its own day."""
    besluit = bezwaarstappen.verstuur(einde.besluit, consulent, dag)
    bezwaar = bezwaarstappen.maak_bezwaar(besluit, consulent, on=BEZWAAR, gronden="Ik heb nog hulp nodig.")
    bezwaarstappen.bevestig(bezwaar, consulent, BEZWAAR)
    bezwaarstappen.zie_af(bezwaar, consulent, on=BEZWAAR)
    gevolg = "" if dictum == Dictum.ONGEGROND else "De ondersteuning gaat verder."
    anders = {"gevolg": gevolg, "vervolg": Vervolg.GEEN, **anders}
    return bezwaarstappen.beslis(bezwaar, jurist, dictum, on=BESLOTEN, **anders)


def trek_in(besluit, by, on=BESLOTEN, **anders):
    wat = {"ingang": besluit.datum, "toelichting": "Het was niet juist.", "zienswijze": "U wilt verder."} | anders
    return intrekking.intrekken(besluit=besluit, **wat, datum=on, by=by, at=moment(on), on=on)


@pytest.mark.parametrize("dictum", [Dictum.GEGROND, Dictum.DEELS_GEGROND])
def test_support_goes_on_after_an_end_that_was_herroepen(in_nazorg, consulent, jurist, dictum):
    einde = in_nazorg.beeindigingen.get()

    besluit = beslis(einde, consulent, jurist, dictum)

    in_nazorg.refresh_from_db()
    einde.refresh_from_db()
    assert (in_nazorg.status, einde.herroepen_met) == ("uitvoering", besluit)
    assert (Nazorgtraject.objects.count(), Nazorgcontact.objects.count()) == (0, 0)
    assert set(Nazorgcontact.history.filter(history_type="-").values_list("history_change_reason", flat=True)) == {
        f"Beëindiging {einde.besluit.nummer} herroepen met {besluit.nummer}"
    }
    assert {naam: stand for naam, stand in standen(in_nazorg, *VENSTERS, *NAZORG).items() if stand != "vervallen"} == {
        "besluiten": "lopend", "materiele_verstrekking": "voorbij",
    }  # fmt: skip
    event = DossierEvent.objects.get(soort="heropend")
    assert event.tekst == (
        f"Beëindiging {einde.besluit.nummer} herroepen met {besluit.nummer}. Het dossier staat op 'Uitvoering'."
        " Geplande contacten in de nazorg vervallen: 4."
    )


def test_court_that_herroept_the_end_itself_lets_the_support_go_on(in_nazorg, consulent, jurist):
    einde = in_nazorg.beeindigingen.get()
    bezwaarstappen.verstuur(beslis(einde, consulent, jurist, Dictum.ONGEGROND), jurist, BESLOTEN)
    uitspraak = date(2027, 6, 1)
    gegevens = {
        "soort": "beroep", "datum": date(2027, 4, 1), "gerecht": "rechtbank Gelderland", "uitkomst": "gegrond",
        "uitspraak_datum": uitspraak, "opdracht": "herroepen",
    }  # fmt: skip

    beroep = beroep_vastleggen(
        over=Bezwaar.objects.get(), gegevens=gegevens, by=consulent, at=moment(uitspraak), on=uitspraak
    )

    in_nazorg.refresh_from_db()
    einde.refresh_from_db()
    assert (in_nazorg.status, einde.herroepen_na, einde.herroepen_met) == ("uitvoering", beroep, None)
    assert Nazorgcontact.objects.count() == 0
    assert DossierEvent.objects.get(soort="heropend").tekst.startswith(
        f"Beëindiging {einde.besluit.nummer} herroepen met de uitspraak van rechtbank Gelderland van 1 juni 2027."
    )
    assert weigering_heropenen(einde.besluit).startswith("Deze beëindiging is al herroepen met de uitspraak van")


def test_end_stands_when_the_bezwaar_is_ongegrond(in_nazorg, consulent, jurist):
    beslis(in_nazorg.beeindigingen.get(), consulent, jurist, Dictum.ONGEGROND)

    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, Nazorgcontact.objects.count()) == ("nazorg", 4)


def test_closed_dossier_opens_again_with_the_clocks_that_ran(in_uitvoering, consulent):
    voor = standen(in_uitvoering, *VENSTERS)
    einde = stop(in_uitvoering, consulent, grond="eigen_verzoek", nazorg=False, datum=date(2026, 6, 1))
    bezwaarstappen.verstuur(einde.besluit, consulent, einde.datum)
    assert set(standen(in_uitvoering, *VENSTERS).values()) == {"vervallen"}

    nieuw = trek_in(einde.besluit, consulent, on=date(2026, 7, 1))

    in_uitvoering.refresh_from_db()
    assert (in_uitvoering.status, nieuw.soort, nieuw.gaat_over) == ("uitvoering", "intrekking", einde.besluit)
    assert standen(in_uitvoering, *VENSTERS) == voor
    weigert("al ingetrokken met", trek_in, einde.besluit, consulent, on=date(2026, 7, 1))
    opnieuw = stop(in_uitvoering, consulent, grond="eigen_verzoek", nazorg=False, datum=date(2026, 8, 3))
    assert (opnieuw.stond_op, opnieuw.herroepen_met) == ("uitvoering", None)


def test_nazorg_that_was_closed_opens_again_and_what_was_held_stays(in_nazorg, consulent, jurist):
    einde, eerste = in_nazorg.beeindigingen.get(), in_nazorg.nazorg.contacten.first()
    houd_contact(eerste, consulent, date(2027, 1, 20))
    sluit_nazorg(in_nazorg, consulent, date(2027, 1, 25))

    besluit = beslis(einde, consulent, jurist)

    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, list(Nazorgcontact.objects.values_list("volgnummer"))) == ("uitvoering", [(1,)])
    tweede = stop(in_nazorg, consulent, datum=date(2027, 4, 1))
    traject = Nazorgtraject.objects.get()
    assert (traject.start, traject.afgesloten_op) == (date(2027, 4, 1), None)
    assert list(traject.contacten.values_list("volgnummer", "gepland_op")) == [
        (1, CONTACTDAGEN[0]), (2, date(2027, 10, 1)), (3, date(2028, 4, 1)), (4, date(2028, 10, 1)),
        (5, date(2029, 4, 1)),
    ]  # fmt: skip
    houd_contact(traject.contacten.get(volgnummer=2), consulent, date(2027, 9, 1))
    klok = Termijn.objects.get(aanleiding=f"nazorg:{traject.pk}:3")
    assert (klok.uiterste_datum, klok.status) == (date(2028, 4, 1), "lopend")
    assert [e.herroepen_met for e in Beeindiging.objects.order_by("pk")] == [besluit, None]
    assert tweede.nazorg_gewenst is True


def test_end_after_niet_erkend_goes_back_to_the_wind_down(in_acclimatisatie, consulent):
    einde = stop(in_acclimatisatie, consulent, grond="niet_erkend", nazorg=False, datum=date(2026, 6, 1))
    bezwaarstappen.verstuur(einde.besluit, consulent, einde.datum)
    assert standen(in_acclimatisatie, "acclimatisatie", "nieuwe_kosten") == {
        "acclimatisatie": "gehaald", "nieuwe_kosten": "vervallen",
    }  # fmt: skip

    trek_in(einde.besluit, consulent, on=date(2026, 6, 2))

    in_acclimatisatie.refresh_from_db()
    assert in_acclimatisatie.status == "acclimatisatie"
    assert standen(in_acclimatisatie, "acclimatisatie", "nieuwe_kosten") == {
        "acclimatisatie": "lopend", "nieuwe_kosten": "lopend",
    }  # fmt: skip


def test_first_end_taken_back_after_a_second_leaves_the_second(in_nazorg, consulent, jurist):
    eerste = in_nazorg.beeindigingen.get()
    meld_niet_erkend(in_nazorg, consulent, date(2027, 1, 20))
    in_nazorg.refresh_from_db()
    tweede = stop(in_nazorg, consulent, grond="niet_erkend", nazorg=False, datum=date(2027, 1, 22))
    bezwaarstappen.verstuur(tweede.besluit, consulent, tweede.datum)
    bezwaarstappen.verstuur(eerste.besluit, consulent, date(2027, 1, 25))
    weigert(f"opnieuw beëindigd, met {tweede.besluit.nummer}", trek_in, eerste.besluit, consulent)

    trek_in(tweede.besluit, consulent, on=date(2027, 1, 27))
    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, in_nazorg.nazorg.afgesloten_op) == ("acclimatisatie", None)

    trek_in(eerste.besluit, consulent, on=date(2027, 1, 28))
    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, Nazorgtraject.objects.count()) == ("acclimatisatie", 0)
    assert standen(in_nazorg, "nazorg_stop") == {"nazorg_stop": "vervallen"}


def test_new_besluit_after_the_bezwaar_is_led_to_a_page_that_takes_it(client, in_nazorg, consulent, jurist):
    besluit = beslis(in_nazorg.beeindigingen.get(), consulent, jurist, vervolg=Vervolg.NIEUW_BESLUIT)
    bezwaarstappen.verstuur(besluit, jurist, BESLOTEN)
    bezwaar = Bezwaar.objects.get()

    weg = vervolgweg(bezwaar)

    assert weg.tekst.startswith("De ondersteuning gaat verder. Neem het nieuwe besluit: opnieuw een beëindiging,")
    client.force_login(consulent)
    pagina = client.get(reverse("bezwaar_vervolg", args=[in_nazorg.nummer, bezwaar.pk])).content.decode()
    assert f'href="{in_nazorg.get_absolute_url()}"' in pagina
    assert "De ondersteuning gaat verder." in pagina
    assert client.get(reverse("beeindigen", args=[in_nazorg.nummer])).status_code == 200


def test_intrekking_of_an_end_says_what_it_does(client, in_nazorg, consulent):
    besluit = in_nazorg.beeindigingen.get().besluit
    bezwaarstappen.verstuur(besluit, consulent, EINDE)
    client.force_login(consulent)

    pagina = client.get(reverse("besluit_intrekken", args=[besluit.nummer])).content.decode()

    assert "geplande contacten in de nazorg vervallen" in pagina
    assert "Wat is toegekend, stopt" not in pagina


def test_traject_that_was_stopped_opens_without_what_it_stopped_with(in_nazorg, consulent):
    """The database wants a traject that was stopped to be closed."""
    traject = in_nazorg.nazorg
    Nazorgtraject.objects.filter(pk=traject.pk).update(
        afgesloten_op=moment(EINDE), afgesloten_door=consulent, afsluitreden="Niet gedupeerd.", gestopt_op=EINDE,
        overdracht=Overdracht.values[0], overdracht_aan="Wijkteam", overdracht_toelichting="Gebeld.",
    )  # fmt: skip
    traject.refresh_from_db()

    open_traject(traject, by=consulent)

    traject.refresh_from_db()
    assert [getattr(traject, veld) for veld in (*SLUITVELDEN, *STOPVELDEN)] == [None, None, "", None, "", "", ""]

"""A dossier without recht opens when UHT erkent somebody after all: the beleid and the clocks are those of that day."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.aanmelddatum import aanmelddatum_wijzigen
from cases.actions.contact import contact_vastleggen
from cases.actions.uht import uht_status_melden
from cases.actions.uhtherstel import uht_status_intrekken
from cases.actions.verbeteren import contact_intrekken, contact_wijzigen
from cases.dossierwerk import vergeefse_contacten, volgende_poging
from cases.keuzes import Contactuitkomst, Kanaal, UhtStatus
from cases.models import Beleid, Contact, Dossier, Termijn
from tests.factories import BeleidFactory, maak_dossier, moment

TOEN, EERDER_CONTACT = date(2024, 5, 6), date(2024, 5, 13)
OPEN_OP, DAG_1, ON = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 20)


def bel(dossier, by, datum, uitkomst=Contactuitkomst.GESPROKEN):
    wat = {"datum": datum, "kanaal": Kanaal.TELEFOON, "uitkomst": uitkomst, "tekst": ""}
    return contact_vastleggen(dossier=dossier, **wat, by=by, at=moment(ON), on=ON)


def erken(dossier, by):
    dagen = {"datum_feit": OPEN_OP, "datum_gemeld": OPEN_OP}
    uht_status_melden(
        dossier=dossier, status=UhtStatus.ERKEND, **dagen, bron="Serviceteam", by=by, at=moment(ON), on=ON
    )
    dossier.refresh_from_db()
    return dossier


def stand(dossier):
    rijen = Termijn.objects.filter(dossier=dossier).order_by("regel")
    return {rij.regel: (rij.start, rij.uiterste_datum, rij.status, rij.datum_gehaald) for rij in rijen}


@pytest.fixture
def zonder_recht(gemeente):
    return maak_dossier(gemeente, datum=TOEN, uht_status="niet erkend")


@pytest.fixture
def toch_erkend(zonder_recht, consulent):
    """Called in 2024, when there was no recht; erkend in 2026."""
    bel(zonder_recht, consulent, EERDER_CONTACT)
    return erken(zonder_recht, consulent)


def test_beleid_is_that_of_the_day_it_opens(zonder_recht, consulent, gemeente):
    """A gemeente that gives 10 werkdagen since 2026 gives them to whoever is erkend then."""
    toen = Beleid.objects.get(gemeente=gemeente)
    nieuw = BeleidFactory(
        gemeente=gemeente, geldig_vanaf=date(2026, 1, 1), afwijkingen={"lengtes": {"eerste_contact": 10}}
    )
    assert zonder_recht.beleid == toen

    erken(zonder_recht, consulent)

    assert zonder_recht.beleid == nieuw
    assert stand(zonder_recht)["eerste_contact"] == (OPEN_OP, date(2026, 3, 16), "te_laat", None)
    assert zonder_recht.history.first().beleid == nieuw


def test_contact_from_before_the_recht_meets_no_clock(toch_erkend):
    assert (toch_erkend.status, toch_erkend.datum_aanmelding) == ("aanmelding", OPEN_OP)
    assert toch_erkend.datum_eerste_contact is None
    assert stand(toch_erkend) == {
        "eerste_contact": (OPEN_OP, date(2026, 3, 9), "te_laat", None),
        "eerste_gesprek": (OPEN_OP, date(2026, 4, 28), "lopend", None),
    }


def test_first_contact_since_the_recht_meets_its_clock(toch_erkend, consulent):
    bel(toch_erkend, consulent, DAG_1)

    toch_erkend.refresh_from_db()
    assert toch_erkend.datum_eerste_contact == DAG_1
    assert stand(toch_erkend) == {
        "eerste_contact": (OPEN_OP, date(2026, 3, 9), "gehaald", DAG_1),
        "eerste_gesprek_na_contact": (DAG_1, date(2026, 3, 24), "lopend", None),
        "eerste_gesprek": (OPEN_OP, date(2026, 4, 28), "lopend", None),
    }


def test_contact_that_was_noted_before_the_recht_was_but_came_after_it_counts(zonder_recht, consulent):
    """UHT's message of the 2nd is written down on the 20th; somebody called in between."""
    bel(zonder_recht, consulent, DAG_1)

    erken(zonder_recht, consulent)

    assert zonder_recht.datum_eerste_contact == DAG_1
    assert stand(zonder_recht)["eerste_contact"] == (OPEN_OP, date(2026, 3, 9), "gehaald", DAG_1)
    assert stand(zonder_recht)["eerste_gesprek_na_contact"][0] == DAG_1


def test_dossier_that_was_opened_with_an_older_first_contact_takes_the_next_one(toch_erkend, consulent):
    """Rows of before this rule keep the day of 2024 until somebody calls."""
    Dossier.objects.update(datum_eerste_contact=EERDER_CONTACT)

    bel(toch_erkend, consulent, DAG_1)

    toch_erkend.refresh_from_db()
    assert toch_erkend.datum_eerste_contact == DAG_1
    assert stand(toch_erkend)["eerste_contact"][2:] == ("gehaald", DAG_1)


def test_attempts_from_before_the_recht_are_no_attempts_to_reach_who_has_it(zonder_recht, consulent):
    """Nobody answered three times in 2024; since the recht of 2026 nobody tried yet."""
    for dag in (13, 14, 15):
        bel(zonder_recht, consulent, date(2024, 5, dag), Contactuitkomst.GEEN_GEHOOR)

    dossier = erken(zonder_recht, consulent)

    assert (vergeefse_contacten(dossier), volgende_poging(dossier)) == ([], None)
    bel(dossier, consulent, DAG_1, Contactuitkomst.GEEN_GEHOOR)
    assert [contact.datum for contact in vergeefse_contacten(Dossier.objects.get())] == [DAG_1]


def test_older_contact_is_corrected_and_withdrawn(toch_erkend, consulent):
    wat = {"reden": "Typefout", "by": consulent, "at": moment(ON), "on": ON}
    contact = Contact.objects.get()

    contact_wijzigen(contact=contact, wijzigingen={"tekst": "Wilde niets."}, **wat)

    contact.refresh_from_db()
    assert (contact.tekst, contact.datum) == ("Wilde niets.", EERDER_CONTACT)
    contact_intrekken(contact=contact, **wat)
    toch_erkend.refresh_from_db()
    assert toch_erkend.datum_eerste_contact is None


def test_form_takes_an_older_contact_with_its_own_day(pagina, toch_erkend):
    contact = Contact.objects.get()
    adres = reverse("contact_wijzigen", args=[toch_erkend.nummer, contact.pk])
    gegevens = {
        "datum": "13-05-2024", "kanaal": "telefoon", "uitkomst": "gesproken", "tekst": "Wilde niets.",
        "reden": "Vergeten", "versie": contact.history.get().history_id,
    }  # fmt: skip

    pagina.post(adres, gegevens)
    contact.refresh_from_db()
    assert contact.tekst == "Wilde niets."

    gegevens["versie"] = contact.history.first().history_id
    anders = pagina.post(adres, {**gegevens, "datum": "14-05-2024"})
    assert "Het contact kan niet vóór de aanmelding van 2 maart 2026 liggen." in anders.text


def test_day_of_the_aanmelding_moves_past_an_older_contact(toch_erkend, consulent):
    nieuw = date(2026, 3, 9)

    aanmelddatum_wijzigen(dossier=toch_erkend, datum=nieuw, reden="Kwam later", by=consulent, at=moment(ON), on=ON)

    toch_erkend.refresh_from_db()
    assert toch_erkend.datum_aanmelding == nieuw
    assert stand(toch_erkend)["eerste_contact"] == (nieuw, date(2026, 3, 16), "te_laat", None)


def test_dossier_that_closes_again_gets_its_beleid_and_first_contact_back(toch_erkend, consulent, gemeente):
    bel(toch_erkend, consulent, DAG_1)
    toen = Beleid.objects.get(gemeente=gemeente)
    nieuw = BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2026, 1, 1))
    Dossier.objects.update(beleid=nieuw)

    rij = toch_erkend.uht_wijzigingen.latest("pk")
    uht_status_intrekken(wijziging=rij, reden="Verkeerde persoon", by=consulent, at=moment(ON), on=ON)

    toch_erkend.refresh_from_db()
    assert (toch_erkend.status, toch_erkend.datum_aanmelding) == ("geen_recht", TOEN)
    assert (toch_erkend.beleid, toch_erkend.datum_eerste_contact) == (toen, EERDER_CONTACT)

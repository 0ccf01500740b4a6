"""A contact is noted in every dossier that was not withdrawn; where nothing runs, nothing starts by it."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.contact import contact_vastleggen
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Contact, Dossier, Taak, Termijn
from cases.status import OPEN, Status
from tests.factories import moment

ON, DAG = date(2026, 3, 20), date(2026, 3, 12)
DICHT = sorted(frozenset(Status) - OPEN - {Status.INGETROKKEN})
FORM = {"datum": "12-03-2026", "kanaal": "telefoon", "uitkomst": "gesproken", "tekst": "Belt in juni weer."}


def klokken(dossier):
    return list(Termijn.objects.filter(dossier=dossier).order_by("pk").values())


def leg_vast(dossier, by, uitkomst=Contactuitkomst.GESPROKEN, **anders):
    wat = {"datum": DAG, "kanaal": Kanaal.TELEFOON, "tekst": "", **anders}
    return contact_vastleggen(dossier=dossier, uitkomst=uitkomst, **wat, by=by, at=moment(ON), on=ON)


@pytest.mark.parametrize("status", DICHT)
@pytest.mark.parametrize("uitkomst", ["gesproken", "geen gehoor"])
def test_contact_moves_no_clock_and_no_status(dossier, consulent, status, uitkomst):
    Termijn.objects.update(status="vervallen")
    Dossier.objects.update(status=status)
    voor = klokken(dossier)

    leg_vast(dossier, consulent, uitkomst)

    dossier.refresh_from_db()
    assert (klokken(dossier), dossier.status) == (voor, status)
    assert dossier.datum_eerste_contact == (DAG if uitkomst == "gesproken" else None)
    assert dossier.events.first().tekst == f"Contact: Telefoon, {uitkomst}."


def test_contact_before_the_first_one_becomes_it(dossier, consulent):
    leg_vast(dossier, consulent, datum=date(2026, 3, 16))
    Dossier.objects.update(status=Status.GEEN_HULP)

    leg_vast(dossier, consulent, datum=date(2026, 3, 17))
    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 16)

    leg_vast(dossier, consulent)
    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == DAG


def test_three_attempts_propose_nothing_where_nothing_runs(pagina, dossier, consulent):
    Dossier.objects.update(status=Status.AFGESLOTEN)
    for dag in (10, 11, 12):
        leg_vast(dossier, consulent, Contactuitkomst.GEEN_GEHOOR, datum=date(2026, 3, dag))

    assert "Stuur een brief" not in pagina.get(dossier.get_absolute_url()).text


@pytest.mark.parametrize("status", DICHT)
def test_form_is_on_the_page_and_makes_a_taak_to_call_later(pagina, dossier, status):
    Dossier.objects.update(status=status)
    log = reverse("contacten", args=[dossier.nummer])
    bladzijde = pagina.get(log)
    assert "Er gaan geen termijnen door lopen." in bladzijde.text
    assert "acuut" not in bladzijde.context["form"].fields
    assert reverse("contact_nieuw", args=[dossier.nummer]) in pagina.get(dossier.get_absolute_url()).text

    later = {"opvolgen_op": "2099-06-01", "opvolgen_wat": "Weer bellen"}
    antwoord = pagina.post(reverse("contact_nieuw", args=[dossier.nummer]) + "?terug=contacten", {**FORM, **later})

    assert antwoord["Location"] == log
    assert Contact.objects.get().tekst == "Belt in juni weer."
    assert list(Taak.objects.values_list("soort", "wat", "datum")) == [("opvolgen", "Weer bellen", date(2099, 6, 1))]


def test_withdrawn_dossier_takes_no_contact(pagina, dossier):
    Dossier.objects.update(status=Status.INGETROKKEN)

    log = pagina.get(reverse("contacten", args=[dossier.nummer]))
    antwoord = pagina.post(reverse("contact_nieuw", args=[dossier.nummer]), FORM)

    assert log.context["form"] is None
    assert "Een contact vastleggen kan niet: dit dossier staat op &#x27;Ingetrokken&#x27;." in antwoord.text
    assert Contact.objects.count() == 0

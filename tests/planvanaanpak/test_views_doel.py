"""The page on which a doel is closed, or opened again."""

from datetime import date

import pytest

from cases.models import Dossier
from cases.status import Status
from planvanaanpak.models import Doel
from tests.planvanaanpak.paginas import berichten, fouten, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def doel(besluit):
    return besluit.dossier.plan.doelen.get(leefgebied="wonen")


@pytest.fixture
def pad(doel):
    return url("doel", doel.plan.dossier.nummer, doel.pk)


def test_open_doel_is_not_filled_in_beforehand(pagina, pad):
    form = pagina.get(pad).context["form"]

    assert form["status"].value() == ""
    assert [waarde for waarde, _ in form.fields["status"].choices] == ["bezig", "behaald", "vervallen"]


def test_doel_is_behaald_on_a_day(pagina, pad, doel):
    response = pagina.post(pad, {"status": "behaald", "datum": "01-04-2026"}, follow=True)

    doel.refresh_from_db()
    assert response.redirect_chain == [(url("plan", doel.plan.dossier.nummer), 302)]
    assert berichten(response) == ["Het doel staat nu op behaald."]
    assert (doel.status, doel.datum_behaald) == ("behaald", date(2026, 4, 1))


def test_doel_vervallen_and_open_again(pagina, pad, doel):
    pagina.post(pad, {"status": "vervallen", "reden": "Verhuisd."})
    doel.refresh_from_db()
    assert (doel.status, doel.reden_vervallen) == ("vervallen", "Verhuisd.")
    assert ("open", "Weer open") in pagina.get(pad).context["form"].fields["status"].choices

    pagina.post(pad, {"status": "open", "reden": "Toch niet."})
    doel.refresh_from_db()
    assert (doel.status, doel.reden_vervallen) == ("open", "")


@pytest.mark.parametrize(
    ("data", "verwacht"),
    [
        ({}, {"status": ["Kies een van de mogelijkheden."]}),
        ({"status": "behaald"}, {"datum": ["Vul in op welke dag het doel is behaald."]}),
        ({"status": "behaald", "datum": "21-04-2026"}, {"datum": ["De dag kan niet in de toekomst liggen."]}),
        (
            {"status": "behaald", "datum": "11-03-2026"},
            {"datum": ["De dag kan niet vóór het eerste gesprek van 12 maart 2026 liggen."]},
        ),
        ({"status": "vervallen", "reden": " "}, {"reden": ["Schrijf op waarom."]}),
        ({"status": "open", "reden": "x"}, {"status": ["Kies een van de mogelijkheden."]}),
    ],
    ids=["leeg", "zonder dag", "morgen", "voor het gesprek", "zonder reden", "is al open"],
)
def test_what_is_missing_is_told(pagina, pad, doel, data, verwacht):
    response = pagina.post(pad, data)

    assert fouten(response.context["form"]) == verwacht
    assert Doel.objects.get(pk=doel.pk).status == "open"


def test_doel_of_an_open_plan_is_closed_too(pagina, plan):
    doel = plan.doelen.get(leefgebied="wonen")

    pagina.post(url("doel", plan.dossier.nummer, doel.pk), {"status": "behaald", "datum": "01-04-2026"})

    doel.refresh_from_db()
    assert (doel.status, doel.datum_behaald) == ("behaald", date(2026, 4, 1))


def test_doel_of_a_plan_that_is_over_leads_back(pagina, pad, doel):
    Dossier.objects.filter(pk=doel.plan.dossier_id).update(status=Status.NAZORG)

    response = pagina.get(pad, follow=True)

    assert response.redirect_chain == [(url("plan", doel.plan.dossier.nummer), 302)]
    assert berichten(response) == ["Een doel bijwerken kan niet: dit dossier staat op 'Nazorg'."]


def test_refusal_of_the_action_keeps_what_was_typed(pagina, pad, doel):
    Dossier.objects.filter(pk=doel.plan.dossier_id).update(status=Status.NAZORG)

    response = pagina.post(pad, {"status": "vervallen", "reden": "Verhuisd."})

    form = response.context["form"]
    assert fouten(form) == {"": ["Een doel bijwerken kan niet: dit dossier staat op 'Nazorg'."]}
    assert form["reden"].value() == "Verhuisd."


@pytest.mark.parametrize(("rol", "status"), [("auditor", 403), ("vreemde", 404)])
def test_who_may_not_close_a_doel(client, pad, doel, nu, request, rol, status):
    client.force_login(request.getfixturevalue(rol))

    assert client.post(pad, {"status": "vervallen", "reden": "x"}).status_code == status
    assert Doel.objects.get(pk=doel.pk).status == "open"

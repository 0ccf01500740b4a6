"""Who may send the forms of a dossier; who may open them is in the table of access (tests/test_toegang.py)."""

import pytest
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.aanmelden import controlepunt_maken
from cases.models import Controlepunt, DossierEvent
from tests.factories import LidmaatschapFactory

FORMULIEREN = [
    "aanmelding_wijzigen",
    "doelgroep_wijzigen",
    "hulp_afwijzen",
    "contact_nieuw",
    "verificatie_nieuw",
    "eerste_gesprek",
    "driegesprek_nieuw",
    "toewijzen",
    "controlepunt",
    "persoon_wijzigen",
    "document_nieuw",
]
pytestmark = pytest.mark.django_db


def adres(naam, dossier):
    if naam == "controlepunt":
        punt = controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.PORTAAL, tekst="Kijk dit na.")
        return reverse(naam, args=[dossier.nummer, punt.pk])
    return reverse(naam, args=[dossier.nummer])


@pytest.mark.parametrize(("wie", "status"), [("auditor", 403), ("vreemde", 404)])
def test_sending_without_the_right_to_changes_nothing(client, request, dossier, wie, status):
    client.force_login(request.getfixturevalue(wie))
    adressen = {naam: adres(naam, dossier) for naam in [*FORMULIEREN, "bsn_tonen"]}
    events = DossierEvent.objects.count()

    gekregen = {
        naam: client.post(url, {"toelichting": "x", "tekst": "x"}).status_code for naam, url in adressen.items()
    }

    assert gekregen == dict.fromkeys(adressen, status)
    assert DossierEvent.objects.count() == events


def test_visitor_is_asked_to_log_in(client, dossier):
    adressen = [adres(naam, dossier) for naam in [*FORMULIEREN, "bsn_tonen"]]

    gekregen = {url: client.post(url) for url in adressen}

    assert {url: (response.status_code, response["Location"]) for url, response in gekregen.items()} == {
        url: (302, f"{reverse('inloggen')}?next={url}") for url in adressen
    }


def test_role_counts_in_the_gemeente_of_the_dossier(client, dossier, auditor, andere_gemeente):
    """An auditor here who is a consulent elsewhere may still only read here."""
    LidmaatschapFactory(user=auditor, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    client.force_login(auditor)

    assert client.get(adres("contact_nieuw", dossier)).status_code == 403


@pytest.mark.parametrize(
    ("naam", "wat"),
    [
        ("verificatie_nieuw", "Een verificatie vastleggen"),
        ("eerste_gesprek", "Het eerste gesprek vastleggen"),
        ("driegesprek_nieuw", "Een driegesprek vastleggen"),
    ],
)
def test_form_that_can_not_be_used_now_leads_back_with_the_reason(client, coordinator, dossier, naam, wat):
    dossier.status = "afgesloten"
    dossier.save()
    client.force_login(coordinator)

    response = client.get(adres(naam, dossier), follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert [str(bericht) for bericht in response.context["messages"]] == [
        f"{wat} kan niet: dit dossier staat op 'Afgesloten'."
    ]

"""The pages of the coördinator: assign a dossier, and close a controlepunt."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.aanmelden import controlepunt_maken
from cases.models import Controlepunt, DossierEvent
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def pagina(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def url(dossier):
    return reverse("toewijzen", args=[dossier.nummer])


def keuzes(response):
    return [label for _, label in response.context["form"].fields["casusregisseur"].choices]


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_choice_names_the_consulenten_with_their_open_dossiers_here(
    pagina, url, gemeente, andere_gemeente, consulent, collega, vreemde
):
    """Closed dossiers do not count, nor those of another gemeente in which the same person works."""
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    for n, (waar, status) in enumerate(
        [(gemeente, "uitvoering"), (gemeente, "nazorg"), (gemeente, "afgesloten"), (andere_gemeente, "uitvoering")]
    ):
        extra = maak_dossier(waar, bsn="", achternaam=f"Voorbeeld{n}")
        extra.status, extra.casusregisseur = status, consulent
        extra.save()
    maak_user(Rol.CONSULENT, gemeente, email="weg@voorbeeld.example", naam="Uit Dienst", is_active=False)

    response = pagina.get(url)

    assert keuzes(response) == [
        "Kies een consulent",
        "Bram Terpstra (0 open dossiers)",
        "Jolanda Prins (2 open dossiers)",
    ]


def test_dossier_is_assigned_with_the_reason(pagina, url, dossier, consulent):
    response = pagina.post(url, {"casusregisseur": consulent.pk, "reden": "Woont in haar wijk"}, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response) == ["Het dossier is toegewezen."]
    dossier.refresh_from_db()
    assert dossier.casusregisseur == consulent
    assert dossier.events.first().reden == "Woont in haar wijk"


def test_who_is_casusregisseur_already_is_said(pagina, url, consulent):
    pagina.post(url, {"casusregisseur": consulent.pk})

    response = pagina.post(url, {"casusregisseur": consulent.pk, "reden": "Nog eens"})

    assert response.context["form"].non_field_errors() == ["Jolanda Prins is al de casusregisseur van dit dossier."]
    assert "Nog eens" in response.text
    assert DossierEvent.objects.filter(soort="toegewezen").count() == 1


@pytest.mark.parametrize("wie", ["", "vreemde", "coordinator"])
def test_only_a_consulent_of_this_gemeente_can_be_chosen(pagina, url, dossier, request, wie):
    pk = request.getfixturevalue(wie).pk if wie else ""

    response = pagina.post(url, {"casusregisseur": pk})

    assert response.context["form"].errors == {"casusregisseur": ["Kies een van de mogelijkheden."]}
    dossier.refresh_from_db()
    assert dossier.casusregisseur is None


def test_externe_hulpverlener_can_not_be_chosen(pagina, url, gemeente, andere_gemeente, consulent):
    extern = maak_user(Rol.CONSULENT, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.EXTERNE_HULPVERLENER)
    elders = maak_user(Rol.CONSULENT, gemeente, naam="Anne de Wit")
    LidmaatschapFactory(user=elders, gemeente=andere_gemeente, rol=Rol.EXTERNE_HULPVERLENER)

    response = pagina.get(url)

    assert set(response.context["form"].fields["casusregisseur"].queryset) == {consulent, elders}


def test_gemeente_without_consulent_says_who_helps(pagina, url):
    response = pagina.get(url)

    assert "Er is nog geen consulent in deze gemeente" in response.text
    assert '<select name="casusregisseur"' not in response.text


@pytest.mark.parametrize("aantal", [1, 8])
def test_form_asks_the_same_of_the_database_for_few_and_many_consulenten(
    pagina, url, gemeente, aantal, django_assert_num_queries
):
    for n in range(aantal):
        maak_user(Rol.CONSULENT, gemeente, email=f"c{n}@voorbeeld.example", naam=f"Consulent {n}")

    with django_assert_num_queries(11):
        pagina.get(url)


@pytest.fixture
def punt(dossier):
    return controlepunt_maken(
        dossier=dossier, soort=Controlepunt.Soort.WOONPLAATS, tekst="In de levering staat woonplaats Elst."
    )


def test_controlepunt_is_closed_with_what_was_found(client, consulent, dossier, punt):
    client.force_login(consulent)
    url = reverse("controlepunt", args=[dossier.nummer, punt.pk])
    assert "In de levering staat woonplaats Elst." in client.get(url).text

    response = client.post(url, {"toelichting": "Gebeld: woont in Rivierendam."}, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response) == ["Het punt is afgehandeld."]
    punt.refresh_from_db()
    assert (punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting) == (
        NU,
        consulent,
        "Gebeld: woont in Rivierendam.",
    )


def test_controlepunt_needs_a_toelichting(client, consulent, dossier, punt):
    client.force_login(consulent)

    response = client.post(reverse("controlepunt", args=[dossier.nummer, punt.pk]), {"toelichting": " "})

    assert response.context["form"].errors == {"toelichting": ["Vul dit veld in."]}
    punt.refresh_from_db()
    assert punt.afgehandeld_op is None


def test_closed_controlepunt_leads_back(client, consulent, dossier, punt):
    client.force_login(consulent)
    url = reverse("controlepunt", args=[dossier.nummer, punt.pk])
    client.post(url, {"toelichting": "Klopt."})

    response = client.post(url, {"toelichting": "Klopt."}, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response)[-1] == "Dit punt is al afgehandeld."
    assert DossierEvent.objects.filter(soort="gecontroleerd").count() == 1


def test_controlepunt_of_another_dossier_is_not_found(client, consulent, gemeente, punt):
    ander = maak_dossier(gemeente, bsn="", achternaam="Ander")
    client.force_login(consulent)

    assert client.get(reverse("controlepunt", args=[ander.nummer, punt.pk])).status_code == 404

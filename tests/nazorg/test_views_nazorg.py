"""The page of the nazorg, of one contact, and of its end."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import DossierEvent
from tests.factories import maak_dossier
from tests.nazorg.eindes import BESLUIT, GESPREK, houd_contact, meld_niet_erkend, naar_nazorg, sluit_nazorg, standen
from tests.wegen import stel_vast

NU = datetime(2027, 7, 1, 9, 30, tzinfo=UTC)
DAG = date(2027, 7, 1)
INVOER = {"datum": "30-06-2027", "kanaal": "huisbezoek", "verslag": "Het gaat goed thuis.", "terugval": "nee"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def eerste(in_nazorg):
    return in_nazorg.nazorg.contacten.first()


def url(naam, dossier, *meer):
    return reverse(naam, args=[dossier.nummer, *meer])


def contact_url(contact):
    return url("nazorg_contact", contact.traject.dossier, contact.pk)


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def contactstanden(response):
    return [(regel.stand.teken, regel.stand.woorden) for regel in response.context["stand"].regels]


def test_page_shows_the_contacts_with_their_state(pagina, in_nazorg, eerste, consulent):
    houd_contact(eerste, consulent, DAG, verslag="Zij slaapt weer.")

    response = pagina.get(url("nazorg", in_nazorg))

    assert contactstanden(response) == [
        ("gehaald", "gehouden"),
        ("loopt", "nog 6 maanden"),
        ("verwacht", "gepland"),
        ("verwacht", "gepland"),
    ]
    for zin in (
        "1 van 4 contacten gehouden",
        "tot en met maandag 15 januari 2029",
        "Gehouden op donderdag 1 juli 2027, telefoon, door Jolanda Prins.",
        "Zij slaapt weer.",
        "Uiterlijk zaterdag 15 januari 2028.",
        "Contact 2 vastleggen",
    ):
        assert zin in response.text


def test_contact_that_was_not_held_in_time_is_late(client, in_nazorg, consulent):
    with time_machine.travel(datetime(2027, 7, 19, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        assert contactstanden(client.get(url("nazorg", in_nazorg)))[0] == ("laat", "4 dagen te laat")


def test_late_held_contact_says_how_late(pagina, in_nazorg, eerste, consulent):
    houd_contact(eerste, consulent, date(2027, 7, 20))

    assert contactstanden(pagina.get(url("nazorg", in_nazorg)))[0] == ("laatgehaald", "5 dagen te laat")


def test_page_leads_to_the_end_when_all_contacts_are_held(pagina, in_nazorg, consulent):
    for contact in in_nazorg.nazorg.contacten.all():
        houd_contact(contact, consulent, DAG)

    response = pagina.get(url("nazorg", in_nazorg))

    assert response.context["stand"].is_klaar
    assert f'<a class="nl-button nl-button--primary" href="{url("nazorg_afsluiten", in_nazorg)}">' in response.text


@pytest.mark.parametrize(("dag", "klaar"), [(date(2029, 1, 15), False), (date(2029, 1, 16), True)])
def test_nazorg_is_over_the_day_after_its_last(client, in_nazorg, consulent, dag, klaar):
    with time_machine.travel(datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        assert client.get(url("nazorg", in_nazorg)).context["stand"].is_klaar is klaar


@pytest.mark.parametrize(
    ("besluiten_tot", "slot"),
    [
        (date(2028, 3, 12), " Een nieuw besluit over hulp kan tot en met 12 maart 2028."),
        (
            date(2027, 6, 30),
            (
                " De termijn voor nieuwe besluiten liep tot en met 30 juni 2027."
                " Daarna kan het alleen met de hardheidsclausule."
            ),
        ),
        (None, ""),
    ],
)
def test_terugval_says_what_is_still_possible(pagina, in_nazorg, eerste, consulent, besluiten_tot, slot):
    """A terugval does not open the two years again (VNG handreiking 2025 §4.4)."""
    houd_contact(eerste, consulent, DAG, terugval=True)
    venster = in_nazorg.termijnen.filter(regel="besluiten")
    venster.update(uiterste_datum=besluiten_tot) if besluiten_tot else venster.delete()

    response = pagina.get(url("nazorg", in_nazorg))

    begin = "Er is terugval. Is er nieuwe hulp nodig? Pak dan het plan weer op. Toegekende hulp loopt door."
    assert response.context["stand"].terugval == f"{begin}{slot}"
    assert begin in response.text


def test_auditor_reads_the_nazorg_and_records_nothing(client, auditor, in_nazorg, eerste):
    client.force_login(auditor)

    response = client.get(url("nazorg", in_nazorg))

    assert response.status_code == 200
    assert contact_url(eerste) not in response.text
    assert url("nazorg_afsluiten", in_nazorg) not in response.text


def test_dossier_without_nazorg_says_so(pagina, in_uitvoering):
    response = pagina.get(url("nazorg", in_uitvoering))

    assert response.context["traject"] is None
    assert "Er is nog geen nazorg" in response.text


def test_closed_nazorg_shows_who_closed_it_and_why(pagina, in_nazorg, consulent):
    sluit_nazorg(in_nazorg, consulent, DAG)

    response = pagina.get(url("nazorg", in_nazorg))

    for zin in ("donderdag 1 juli 2027, door Jolanda Prins", "Mevrouw redt het zelf."):
        assert zin in response.text
    assert contactstanden(response) == [("voorbij", "vervallen")] * 4
    for zin in ("Nazorg afsluiten", "tot en met maandag 15 januari 2029"):
        assert zin not in response.text


def test_contact_is_recorded_and_the_next_is_named(pagina, in_nazorg, eerste, consulent):
    response = pagina.post(contact_url(eerste), INVOER, follow=True)

    assert response.redirect_chain == [(url("nazorg", in_nazorg), 302)]
    assert berichten(response) == ["Het contact is vastgelegd. Het volgende contact is uiterlijk 15 januari 2028."]
    eerste.refresh_from_db()
    assert (eerste.gehouden_op, eerste.kanaal, eerste.verslag, eerste.terugval, eerste.gehouden_door) == (
        date(2027, 6, 30),
        "huisbezoek",
        "Het gaat goed thuis.",
        False,
        consulent,
    )
    assert standen(in_nazorg, "nazorg_contact") == {
        "nazorg_contact 1": "gehaald",
        "nazorg_contact 2": "lopend",
        "nazorg_contact 3": "verwacht",
        "nazorg_contact 4": "verwacht",
    }


def test_terugval_is_confirmed_with_what_to_do(pagina, eerste):
    response = pagina.post(contact_url(eerste), {**INVOER, "terugval": "ja"}, follow=True)

    assert berichten(response) == [
        (
            "Het contact is vastgelegd. Het volgende contact is uiterlijk 15 januari 2028."
            " Er is terugval: pak het plan weer op als er nieuwe hulp nodig is."
        )
    ]


def test_last_contact_says_that_the_nazorg_can_be_closed(pagina, in_nazorg, consulent):
    *voor, laatste = in_nazorg.nazorg.contacten.all()
    for contact in voor:
        houd_contact(contact, consulent, DAG)

    response = pagina.post(contact_url(laatste), INVOER, follow=True)

    assert berichten(response) == [
        "Het contact is vastgelegd. Alle contacten zijn gehouden. U kunt de nazorg afsluiten."
    ]


def test_double_sent_contact_is_confirmed_twice_and_saved_once(pagina, eerste):
    pagina.post(contact_url(eerste), INVOER)

    pagina.post(contact_url(eerste), INVOER, follow=True)

    assert DossierEvent.objects.filter(soort="nazorgcontact").count() == 1


def test_second_account_of_a_contact_is_refused_and_kept_on_the_screen(pagina, eerste, consulent):
    houd_contact(eerste, consulent, date(2027, 6, 1))

    response = pagina.post(contact_url(eerste), INVOER)

    assert response.context["form"].non_field_errors() == ["Dit contact is al gehouden op 1 juni 2027."]
    assert "Het gaat goed thuis." in response.text


def test_form_of_a_held_contact_leads_to_its_correction(pagina, in_nazorg, eerste, consulent):
    houd_contact(eerste, consulent, date(2027, 6, 1))

    response = pagina.get(contact_url(eerste), follow=True)

    assert response.redirect_chain == [(url("nazorgcontact_wijzigen", in_nazorg, eerste.pk), 302)]
    assert berichten(response) == ["Dit contact is al gehouden op 1 juni 2027. Verbeter het hier."]


@pytest.mark.parametrize(
    ("anders", "fouten"),
    [
        (
            {"datum": "02-07-2027"},
            {"datum": ["Het contact kan niet in de toekomst liggen. Leg het vast als het geweest is."]},
        ),
        (
            {"datum": "14-01-2027"},
            {"datum": ["Het contact kan niet vóór het begin van de nazorg op 15 januari 2027 liggen."]},
        ),
        ({"kanaal": "duif"}, {"kanaal": ["Kies een van de mogelijkheden."]}),
        ({"verslag": " "}, {"verslag": ["Vul dit veld in."]}),
        ({"terugval": ""}, {"terugval": ["Kies een van de mogelijkheden."]}),
    ],
)
def test_error_is_shown_at_the_field_and_keeps_the_text(pagina, eerste, anders, fouten):
    response = pagina.post(contact_url(eerste), {**INVOER, **anders})

    assert response.context["form"].errors == fouten
    if "verslag" not in anders:
        assert "Het gaat goed thuis." in response.text
    eerste.refresh_from_db()
    assert eerste.gehouden_op is None


def test_form_starts_at_today_and_names_the_planned_day(pagina, eerste):
    response = pagina.get(contact_url(eerste))

    assert response.context["form"]["datum"].value() == DAG
    assert "Het was gepland uiterlijk donderdag 15 juli 2027." in response.text


def test_contact_is_not_held_outside_the_nazorg(pagina, in_nazorg, eerste, consulent):
    meld_niet_erkend(in_nazorg, consulent, DAG)

    gelezen = pagina.get(contact_url(eerste), follow=True)
    gestuurd = pagina.post(contact_url(eerste), INVOER)

    melding = "Een nazorgcontact vastleggen kan niet: dit dossier staat op 'Acclimatisatie'."
    assert berichten(gelezen) == [melding]
    assert gestuurd.context["form"].non_field_errors() == [melding]


def test_contact_of_another_dossier_is_not_found(pagina, eerste, gemeente, consulent):
    ander = maak_dossier(gemeente, bsn="")

    response = pagina.get(reverse("nazorg_contact", args=[ander.nummer, eerste.pk]))

    assert response.status_code == 404


@pytest.mark.parametrize("naam", ["nazorg_contact", "nazorg_afsluiten"])
@pytest.mark.parametrize(("wie", "code"), [("collega", 200), ("auditor", 403), ("financieel", 403), ("vreemde", 404)])
def test_nazorg_is_recorded_by_who_may_work_in_the_dossier(client, request, in_nazorg, eerste, naam, wie, code):
    client.force_login(request.getfixturevalue(wie))
    adres = contact_url(eerste) if naam == "nazorg_contact" else url(naam, in_nazorg)

    assert client.post(adres, {"verslag": "x"}).status_code == code
    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "nazorg"


def test_afsluiten_says_what_stops_and_that_it_is_early(pagina, in_nazorg):
    response = pagina.get(url("nazorg_afsluiten", in_nazorg))

    assert response.context["te_vroeg"] == (
        "De nazorg loopt nog geen 12 maanden. Dat is het minste volgens het beleid van de gemeente."
    )
    assert response.context["stoppen"] == (
        "Besluiten nemen (tot en met 12 maart 2028)",
        "Nazorg (tot en met 15 januari 2029)",
    )
    for contact in in_nazorg.nazorg.contacten.all():
        assert f"Contact {contact.volgnummer} vervalt" in response.text


@pytest.mark.parametrize(("dag", "te_vroeg"), [(14, True), (15, False)])
def test_nazorg_of_twelve_months_is_not_early(client, in_nazorg, consulent, dag, te_vroeg):
    with time_machine.travel(datetime(2028, 1, dag, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        assert bool(client.get(url("nazorg_afsluiten", in_nazorg)).context["te_vroeg"]) is te_vroeg


def test_afsluiten_closes_the_dossier(pagina, in_nazorg):
    response = pagina.post(url("nazorg_afsluiten", in_nazorg), {"reden": "Mevrouw redt het zelf."}, follow=True)

    assert response.redirect_chain == [(in_nazorg.get_absolute_url(), 302)]
    assert berichten(response) == ["De nazorg is afgesloten. Het dossier is nu gesloten."]
    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, in_nazorg.nazorg.afsluitreden) == ("afgesloten", "Mevrouw redt het zelf.")


def test_afsluiten_without_a_reason_is_refused(pagina, in_nazorg):
    response = pagina.post(url("nazorg_afsluiten", in_nazorg), {"reden": " "})

    assert response.context["form"].errors == {"reden": ["Vul dit veld in."]}
    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "nazorg"


def test_second_press_says_that_it_is_closed(pagina, in_nazorg):
    for _ in range(2):
        response = pagina.post(url("nazorg_afsluiten", in_nazorg), {"reden": "Klaar."}, follow=True)

    assert berichten(response) == ["De nazorg is al afgesloten op 1 juli 2027."]
    assert DossierEvent.objects.filter(soort="nazorg_afgesloten").count() == 1


def test_afsluiten_of_a_dossier_without_nazorg_is_refused(pagina, in_uitvoering):
    melding = "De nazorg afsluiten kan niet: dit dossier staat op 'Uitvoering'."

    gelezen = pagina.get(url("nazorg_afsluiten", in_uitvoering), follow=True)
    gestuurd = pagina.post(url("nazorg_afsluiten", in_uitvoering), {"reden": "Klaar."})

    assert berichten(gelezen) == [melding]
    assert gestuurd.context["form"].non_field_errors() == [melding]


@pytest.mark.parametrize("gehouden", [0, 3])
def test_page_asks_the_database_the_same_however_many_contacts_were_held(
    pagina, in_nazorg, consulent, django_assert_num_queries, gehouden
):
    for contact in in_nazorg.nazorg.contacten.all()[:gehouden]:
        houd_contact(contact, consulent, DAG)

    with django_assert_num_queries(9):
        pagina.get(url("nazorg", in_nazorg))


def test_nazorg_without_agreed_contacts_says_so(pagina, gemeente, consulent, snelle_pdf, monkeypatch):
    """A beleid may have no fixed contacts; then there is a nazorg with an end only."""
    monkeypatch.setattr("cases.beleid.Regels.nazorg_contacten", 0)
    dossier = maak_dossier(gemeente, bsn="")
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
    naar_nazorg(dossier, consulent)

    response = pagina.get(url("nazorg", dossier))

    assert contactstanden(response) == []
    assert "Het beleid van de gemeente kent geen vaste contacten in de nazorg." in response.text

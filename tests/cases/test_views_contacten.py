"""The contact log of a dossier, with what is planned and to be done beside it."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from cases.actions.afspraak import afspraak_plannen
from cases.actions.contact import contact_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.models import Contact, Dossier, Taak
from tests.factories import moment

ON = date(2026, 3, 20)
KEREN = 13

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def bel(dossier, by, dag=19, uitkomst="geen gehoor", **anders):
    return contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, dag),
        kanaal="telefoon",
        uitkomst=uitkomst,
        tekst=anders.pop("tekst", ""),
        by=by,
        at=moment(ON),
        on=ON,
        **anders,
    )


def open_log(client, dossier, **vraag):
    return client.get(reverse("contacten", args=[dossier.nummer]), vraag)


def stuur(client, dossier, **anders):
    gegevens = {"datum": "20-03-2026", "kanaal": "telefoon", "uitkomst": "geen gehoor"}
    url = f"{reverse('contact_nieuw', args=[dossier.nummer])}?terug=contacten"
    return client.post(url, {**gegevens, **anders}, follow=True)


def test_log_shows_the_newest_first_with_all_that_was_noted(pagina, dossier, consulent):
    bel(dossier, consulent, 18, "gesproken", tekst="Kennisgemaakt.")
    bel(dossier, consulent, 19, met="haar zus", opvolgen_op=ON, opvolgen_wat="In de avond bellen")

    response = open_log(pagina, dossier)

    assert [contact.datum.day for contact in response.context["page_obj"]] == [19, 18]
    for deel in ("met haar zus", "Kennisgemaakt.", "Opvolgen op vr 20 mrt 2026: In de avond bellen", "Jolanda Prins"):
        assert deel in response.text


def test_withdrawn_contact_is_struck_through_with_its_reason(pagina, dossier, consulent):
    contact = bel(dossier, consulent, tekst="Verkeerd dossier.")
    Contact.objects.filter(pk=contact.pk).update(
        ingetrokken_op=moment(ON), ingetrokken_door=consulent, ingetrokken_reden="Hoort elders."
    )

    response = open_log(pagina, dossier)

    assert '<del class="bo-logrij__tekst">Verkeerd dossier.</del>' in response.text
    assert "Ingetrokken op 20 maart 2026 door Jolanda Prins: Hoort elders." in response.text


def test_log_is_paged(pagina, dossier, consulent):
    for nummer in range(27):
        bel(dossier, consulent, tekst=f"Poging {nummer}")

    assert len(open_log(pagina, dossier).context["page_obj"]) == 25
    assert len(open_log(pagina, dossier, page=2).context["page_obj"]) == 2


def test_empty_log_says_so(pagina, dossier):
    assert "Er is nog geen contact vastgelegd" in open_log(pagina, dossier).text


def test_form_opens_at_today_and_the_way_the_inwoner_likes(pagina, dossier):
    dossier.persoon.voorkeurskanaal = "e-mail"
    dossier.persoon.save()

    form = open_log(pagina, dossier).context["form"]

    assert (form["datum"].value(), form["kanaal"].value()) == (ON, "e-mail")
    gevraagd = pagina.get(reverse("contact_nieuw", args=[dossier.nummer]), {"kanaal": "brief"}).context["form"]
    assert gevraagd["kanaal"].value() == "brief"


def test_noting_a_contact_leads_back_to_the_log(pagina, dossier):
    response = stuur(
        pagina,
        dossier,
        uitkomst="iemand anders bereikt",
        met="haar zus",
        opvolgen_op="23-03-2026",
        opvolgen_wat="Nog eens bellen",
    )

    assert response.redirect_chain == [(reverse("contacten", args=[dossier.nummer]), 302)]
    taak = Taak.objects.get()
    assert (taak.soort, taak.wat, taak.datum, taak.contact.met) == (
        "opvolgen",
        "Nog eens bellen",
        date(2026, 3, 23),
        "haar zus",
    )


LATER = {"opvolgen_op": "26-03-2026", "opvolgen_wat": "Terugbellen"}


@pytest.mark.parametrize(
    ("gekozen", "voor", "melding"),
    [
        ({}, "Jolanda Prins", "De poging tot contact is vastgelegd. Jolanda Prins volgt het op."),
        (
            {"opvolgen_voor": "casusregisseur"},
            "Jolanda Prins",
            "De poging tot contact is vastgelegd. Jolanda Prins volgt het op.",
        ),
        ({"opvolgen_voor": "zelf"}, "Bram Terpstra", "De poging tot contact is vastgelegd."),
    ],
)
def test_who_answers_for_the_casusregisseur_says_who_follows_it_up(
    client, dossier, consulent, collega, coordinator, gekozen, voor, melding
):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    client.force_login(collega)
    form = open_log(client, dossier).context["form"]

    response = stuur(client, dossier, **LATER, **gekozen)

    assert list(form.fields["opvolgen_voor"].choices) == [
        ("casusregisseur", "Jolanda Prins, casusregisseur"),
        ("zelf", "Uzelf"),
    ]
    assert form["opvolgen_voor"].value() == "casusregisseur"
    assert "opvolgen_voor" in form.helper.layout.fields  # a row of its own: name and absence are long
    assert form.fields["opvolgen_op"].help_text == "Dan staat het die dag bij Vandaag van wie u kiest."
    assert Taak.objects.get().voor.naam == voor
    assert [str(tekst) for tekst in response.context["messages"]] == [melding]
    assert f"Opvolgen op do 26 mrt 2026: Terugbellen, {voor}" in response.text


def test_what_a_colleague_answered_stands_on_vandaag_of_the_casusregisseur(
    client, dossier, consulent, collega, coordinator
):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    client.force_login(collega)
    stuur(client, dossier, **LATER)

    client.force_login(consulent)
    stappen = [regel.stap for groep in client.get(reverse("vandaag")).context["groepen"] for regel in groep.regels]

    assert "Terugbellen" in stappen


@pytest.mark.parametrize("van", ["niemand", "zelf", "wie weg is"])
def test_nobody_is_asked_who_follows_it_up_where_there_is_no_choice(
    pagina, dossier, consulent, collega, coordinator, van
):
    if van != "niemand":
        wie = consulent if van == "zelf" else collega
        toewijzen(dossier=dossier, casusregisseur=wie, by=coordinator, at=moment(ON))
    User.objects.filter(pk=collega.pk).update(is_active=False)

    form = open_log(pagina, dossier).context["form"]
    stuur(pagina, dossier, **LATER, opvolgen_voor="casusregisseur")

    assert "opvolgen_voor" not in form.fields
    assert form.fields["opvolgen_op"].help_text == "Dan staat het die dag bij uw Vandaag."
    assert Taak.objects.get().voor == consulent


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"opvolgen_op": "19-03-2026"}, "opvolgen_op", "Deze dag is al geweest. Kies vandaag of een dag daarna."),
        ({"opvolgen_wat": "Bellen"}, "opvolgen_op", "Kies ook de dag waarop u dit doet."),
        ({"uitkomst": ""}, "uitkomst", "Kies een van de mogelijkheden."),
    ],
)
def test_faults_are_shown_at_their_field(pagina, dossier, anders, veld, melding):
    response = stuur(pagina, dossier, **anders)

    assert response.context["form"].errors == {veld: [melding]}
    assert Contact.objects.count() == 0


def test_third_attempt_in_a_row_says_what_to_try_next(pagina, dossier):
    meldingen = [str(*stuur(pagina, dossier, tekst=str(keer)).context["messages"]) for keer in range(3)]

    assert meldingen == [
        "De poging tot contact is vastgelegd.",
        "De poging tot contact is vastgelegd.",
        "De poging tot contact is vastgelegd. U heeft de inwoner nu drie keer of vaker niet bereikt. Stuur een brief.",
    ]
    dossier.refresh_from_db()
    assert dossier.status == "aanmelding"


def test_auditor_reads_the_log_without_a_form(client, auditor, dossier, consulent):
    bel(dossier, consulent, opvolgen_op=ON)
    afspraak_plannen(
        dossier=dossier,
        soort="gesprek",
        gegevens={"datum": ON, "kanaal": "kantoor"},
        by=consulent,
        at=moment(ON),
        on=ON,
    )
    client.force_login(auditor)

    response = open_log(client, dossier)

    assert response.context["form"] is None
    for tekst in ("Bewaren", "Gedaan", "Afzeggen", "Gesprek plannen", "Taak toevoegen"):
        assert tekst not in response.text


def test_withdrawn_dossier_has_no_form(pagina, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(status="ingetrokken")

    response = open_log(pagina, dossier)

    assert response.context["form"] is None
    assert "Gesprek plannen" not in response.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_log_asks_the_same_number_of_questions_for_one_and_for_three(pagina, dossier, consulent, aantal):
    for nummer in range(aantal):
        bel(dossier, consulent, tekst=str(nummer), opvolgen_op=ON)
        gegevens = {"datum": ON, "kanaal": "kantoor", "plaats": str(nummer)}
        afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=consulent, at=moment(ON), on=ON)

    with CaptureQueriesContext(connection) as vragen:
        open_log(pagina, dossier)

    assert len(vragen) == KEREN


def test_the_same_form_has_the_same_button_on_both_pages(pagina, dossier):
    paginas = [pagina.get(reverse(naam, args=[dossier.nummer])).text for naam in ("contacten", "contact_nieuw")]

    assert [re.findall(r'type="submit"[^>]*>(Bewaren|Vastleggen)<', tekst) for tekst in paginas] == [["Bewaren"]] * 2

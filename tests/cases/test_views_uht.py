"""The page UHT: the verificatie, the status and its history, and the zaakbehandelaar."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.verificatie import verificatie_vastleggen, verificatie_vragen
from cases.models import Betrokkene, Dossier, UhtStatusWijziging, Verificatie, Verificatiecode
from cases.registratie import Werkactie, werkactie
from cases.status import Status
from tests.factories import moment

NU = datetime(2026, 4, 28, 9, 30, tzinfo=UTC)
ON, GEVRAAGD = date(2026, 4, 28), date(2026, 4, 24)
STATUS = {
    "status": "zelf afgemeld",
    "datum_feit": "2026-04-20",
    "datum_gemeld": "2026-04-28",
    "bron": "De inwoner zelf",
    "toelichting": "belde  vandaag",
}
UHT = 10

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def uht(pagina, dossier):
    return pagina.get(reverse("uht", args=[dossier.nummer]))


def stuur(pagina, dossier, naam, gegevens, *args):
    return pagina.post(reverse(naam, args=[dossier.nummer, *args]), gegevens, follow=True)


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def vraag(dossier, by):
    return verificatie_vragen(
        dossier=dossier, datum_gevraagd=GEVRAAGD, kanaal="vraagbestand", by=by, at=moment(GEVRAAGD), on=GEVRAAGD
    )


def test_question_is_recorded_and_the_page_says_until_when_uht_answers(pagina, dossier):
    gegevens = {"datum_gevraagd": "2026-04-24", "kanaal": "vraagbestand"}

    response = stuur(pagina, dossier, "verificatie_vraag", gegevens)

    assert response.redirect_chain == [(reverse("uht", args=[dossier.nummer]), 302)]
    assert berichten(response) == ["De vraag aan UHT is vastgelegd. UHT antwoordt uiterlijk 6 mei 2026."]
    assert "UHT antwoordt uiterlijk woensdag 6 mei 2026." in response.text
    assert "Vraag en antwoord vastleggen" not in response.text


def test_answer_is_recorded_with_who_gave_it(pagina, dossier, consulent):
    rij = vraag(dossier, consulent)
    gegevens = {"antwoord": "bevestigd", "datum_antwoord": "2026-04-28", "antwoord_van": "A. Vos"}

    response = stuur(pagina, dossier, "verificatie_antwoord", gegevens, rij.pk)

    assert berichten(response) == ["De verificatie is vastgelegd. Houd het eerste gesprek uiterlijk 23 juni 2026."]
    tekst = uht(pagina, dossier).text
    assert "Antwoord op dinsdag 28 april 2026, van A. Vos." in tekst
    assert "op tijd" in tekst or "gehaald" in tekst


def test_question_and_answer_at_once_need_no_clock(pagina, dossier, consulent):
    verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=ON,
        kanaal="telefoon",
        antwoord="bevestigd",
        datum_antwoord=ON,
        antwoord_van="A. Vos",
        by=consulent,
        at=moment(ON),
        on=ON,
    )

    (regel,) = uht(pagina, dossier).context["verificaties"]
    assert set(regel) == {"rij"}
    assert regel["rij"].antwoord_van == "A. Vos"


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        ("2026-04-23", "Het antwoord kan niet vóór de vraag komen."),
        ("2026-04-29", "Het antwoord kan niet in de toekomst"),
    ],
)
def test_day_of_the_answer_that_cannot_be_is_said_at_its_field(pagina, dossier, consulent, datum, melding):
    rij = vraag(dossier, consulent)

    response = stuur(
        pagina, dossier, "verificatie_antwoord", {"antwoord": "bevestigd", "datum_antwoord": datum}, rij.pk
    )

    assert response.context["form"].errors["datum_antwoord"][0].startswith(melding)
    assert Verificatie.objects.get().antwoord == ""


def test_answered_question_leads_back(pagina, dossier, consulent):
    rij = vraag(dossier, consulent)
    gegevens = {"antwoord": "bevestigd", "datum_antwoord": "2026-04-28"}
    stuur(pagina, dossier, "verificatie_antwoord", gegevens, rij.pk)

    response = pagina.get(reverse("verificatie_antwoord", args=[dossier.nummer, rij.pk]), follow=True)

    assert berichten(response) == ["Het antwoord op deze vraag is al vastgelegd."]


@pytest.mark.parametrize(
    ("naam", "wat"),
    [("verificatie_vraag", "Een verificatie vragen"), ("verificatie_antwoord", "Een antwoord van UHT vastleggen")],
)
def test_closed_dossier_leads_back_with_the_reason(pagina, dossier, consulent, naam, wat):
    args = [vraag(dossier, consulent).pk] if naam == "verificatie_antwoord" else []
    Dossier.objects.update(status=Status.AFGESLOTEN)

    response = pagina.get(reverse(naam, args=[dossier.nummer, *args]), follow=True)

    assert berichten(response) == [f"{wat} kan niet: dit dossier staat op 'Afgesloten'."]


def test_who_records_both_at_once_is_led_to_the_question_that_waits(pagina, dossier, consulent):
    rij = vraag(dossier, consulent)

    response = pagina.get(reverse("verificatie_nieuw", args=[dossier.nummer]), follow=True)

    assert response.redirect_chain == [(reverse("verificatie_antwoord", args=[dossier.nummer, rij.pk]), 302)]
    assert berichten(response) == ["De vraag aan UHT staat nog open. Leg hier het antwoord vast."]


def test_work_list_leads_to_the_page(dossier):
    assert werkactie("uht_antwoord") == Werkactie("Antwoord vastleggen", "uht")


def test_second_question_is_refused_on_the_form(pagina, dossier, consulent):
    vraag(dossier, consulent)

    response = stuur(pagina, dossier, "verificatie_vraag", {"datum_gevraagd": "2026-04-28", "kanaal": "telefoon"})

    (fout,) = response.context["form"].non_field_errors()
    assert fout.startswith("Op 24 april 2026 is het al gevraagd")


def test_status_is_recorded_and_stands_in_the_history_by_the_day_of_the_fact(pagina, dossier):
    UhtStatusWijziging.objects.create(
        dossier=dossier, status="aangemeld", datum_feit=date(2021, 5, 1), datum_gemeld=ON, bron="lijst"
    )

    response = stuur(pagina, dossier, "uht_status_nieuw", STATUS)

    assert berichten(response) == ["De status bij UHT is vastgelegd."]
    rijen = [(w.status, w.datum_feit, w.bron) for w in response.context["wijzigingen"]]
    assert rijen == [
        ("zelf afgemeld", date(2026, 4, 20), "De inwoner zelf: belde vandaag"),
        ("erkend", date(2026, 3, 2), "levering in een test"),
        ("aangemeld", date(2021, 5, 1), "lijst"),
    ]
    assert response.context["status_label"] == "Zelf afgemeld"
    assert dossier.controlepunten.count() == 1


def test_earlier_status_says_that_the_status_of_now_stays(pagina, dossier):
    response = stuur(pagina, dossier, "uht_status_nieuw", {**STATUS, "datum_feit": "2026-03-01"})

    (bericht,) = berichten(response)
    assert bericht.startswith(
        "De status is toegevoegd als eerdere status. De status bij UHT blijft: erkend, vanaf 2 maart"
    )
    assert response.context["status_label"] == "Erkend gedupeerde"


def test_toch_erkend_says_what_to_look_at(pagina, dossier):
    dossier.uht_wijzigingen.update(status="niet erkend")
    Dossier.objects.update(status=Status.AFGESLOTEN, uht_status="niet erkend")

    response = stuur(pagina, dossier, "uht_status_nieuw", {**STATUS, "status": "erkend"})

    assert berichten(response) == [
        "De status bij UHT is vastgelegd. Ga na of de ondersteuning weer moet beginnen: zie het overzicht."
    ]


def test_status_is_corrected_and_withdrawn_from_the_page(pagina, dossier):
    stuur(pagina, dossier, "uht_status_nieuw", STATUS)
    rij = dossier.uht_wijzigingen.get(status="zelf afgemeld")
    tekst = uht(pagina, dossier).text
    for naam in ("uht_status_wijzigen", "uht_status_intrekken"):
        assert f'href="{reverse(naam, args=[dossier.nummer, rij.pk])}"' in tekst
    velden = {"status": "zelf afgemeld", "datum_feit": "2026-04-21", "datum_gemeld": "2026-04-28", "bron": "De inwoner"}
    versie = rij.history.latest("history_id").history_id

    stuur(pagina, dossier, "uht_status_wijzigen", {**velden, "reden": "Typefout", "versie": versie}, rij.pk)
    rij.refresh_from_db()
    assert (rij.datum_feit, rij.bron) == (date(2026, 4, 21), "De inwoner")
    response = stuur(pagina, dossier, "uht_status_intrekken", {"reden": "Ander dossier"}, rij.pk)

    assert berichten(response)[0].startswith("Ingetrokken: status van UHT van 21 april 2026.")
    tekst = uht(pagina, dossier).text
    assert "<s>Zelf afgemeld</s>" in tekst
    assert "Ingetrokken: Ander dossier" in tekst
    dossier.refresh_from_db()
    assert dossier.uht_status == "erkend"


def test_niet_erkend_is_chosen_on_its_own_page_only(pagina, dossier):
    rij = dossier.uht_wijzigingen.get()

    def keuzes():
        form = pagina.get(reverse("uht_status_wijzigen", args=[dossier.nummer, rij.pk])).context["form"]
        return {waarde for waarde, _ in form["status"].field.choices}

    assert keuzes() == {"aangemeld", "eerste toets", "erkend", "zelf afgemeld"}
    UhtStatusWijziging.objects.update(status="niet erkend")
    assert keuzes() == {"aangemeld", "eerste toets", "erkend", "niet erkend", "zelf afgemeld"}


def test_niet_erkend_is_recorded_on_the_page_of_nazorg(pagina, dossier):
    response = stuur(pagina, dossier, "uht_status_nieuw", {**STATUS, "status": "niet erkend"})

    assert response.redirect_chain == [(reverse("acclimatisatie", args=[dossier.nummer]), 302)]
    assert berichten(response) == ["Dit bericht legt u hier vast, omdat er meer van afhangt."]
    dossier.refresh_from_db()
    assert (dossier.status, dossier.uht_status) == (Status.AANMELDING, "erkend")


@pytest.mark.parametrize(("doelgroep", "ontbreekt"), [("aanvrager", "recht op kindregeling"), ("kind", "erkend")])
def test_choice_follows_the_doelgroep(pagina, dossier, doelgroep, ontbreekt):
    Dossier.objects.update(doelgroep=doelgroep)

    keuzes = [
        w
        for w, _ in pagina.get(reverse("uht_status_nieuw", args=[dossier.nummer]))
        .context["form"]["status"]
        .field.choices
    ]

    assert ontbreekt not in keuzes
    assert len(keuzes) == 5


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"datum_gemeld": "2026-04-29"}, "datum_gemeld"),
        ({"datum_feit": "2026-04-29"}, "datum_feit"),
        ({"datum_feit": "2019-12-31"}, "datum_feit"),
        ({"bron": ""}, "bron"),
    ],
)
def test_refused_status_is_said_at_its_field(pagina, dossier, anders, veld):
    response = stuur(pagina, dossier, "uht_status_nieuw", {**STATUS, **anders})

    assert list(response.context["form"].errors) == [veld]


def test_refusal_of_the_action_is_shown(pagina, dossier):
    gegevens = {**STATUS, "status": "erkend", "datum_feit": "2026-04-27"}

    response = stuur(pagina, dossier, "uht_status_nieuw", gegevens)

    (fout,) = response.context["form"].non_field_errors()
    rij = dossier.uht_wijzigingen.get()
    assert fout.startswith("De status bij UHT is al: erkend, vanaf 2 maart 2026. Klopt die dag niet?")
    assert reverse("uht_status_wijzigen", args=[dossier.nummer, rij.pk]) in fout


def test_zaakbehandelaar_is_shown_with_phone_and_mail(pagina, dossier, consulent):
    Betrokkene.objects.create(
        dossier=dossier,
        rol="zaakbehandelaar uht",
        naam="S. de Wit",
        telefoon="06 5555 0002",
        email="s.dewit@uht.example",
        door=consulent,
    )

    tekst = uht(pagina, dossier).text

    for deel in ("S. de Wit", "Telefoon 06 5555 0002", "mailto:s.dewit@uht.example"):
        assert deel in tekst


NU_CODE, STRAKS = date(2026, 6, 1), date(2026, 12, 1)
GEEN_CODE = "Nog niemand heeft vastgelegd dat de verificatiecode die nu geldt is opgehaald."


@pytest.mark.parametrize(
    ("opgehaald", "zinnen"),
    [
        ([], [GEEN_CODE]),
        ([date(2025, 12, 1)], [GEEN_CODE]),
        ([NU_CODE], ["De code die nu geldt, vanaf 1 juni 2026, haalde Jolanda Prins op."]),
        ([STRAKS], [GEEN_CODE, "De code die geldt vanaf 1 december 2026 haalde Jolanda Prins op."]),
        (
            [NU_CODE, STRAKS],
            [
                "De code die nu geldt, vanaf 1 juni 2026, haalde Jolanda Prins op.",
                "De code die geldt vanaf 1 december 2026 haalde Jolanda Prins op.",
            ],
        ),
    ],
)
def test_page_names_who_has_the_code_of_today_and_the_next(client, dossier, consulent, opgehaald, zinnen):
    on = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
    for vanaf in opgehaald:
        wie_wanneer = {"opgehaald_op": on, "opgehaald_door": consulent}
        Verificatiecode.objects.create(gemeente=dossier.gemeente, geldig_vanaf=vanaf, **wie_wanneer)

    with time_machine.travel(on, tick=False):
        client.force_login(consulent)
        tekst = uht(client, dossier).text

    assert re.findall(f"{GEEN_CODE}|De code die (?:nu )?geldt.*? op[.]", tekst) == zinnen
    assert ("Vraag uw collega erom" in tekst) is bool({NU_CODE, STRAKS} & set(opgehaald))


def test_question_can_be_corrected_or_withdrawn_from_the_page(client, pagina, dossier, consulent, auditor):
    rij = vraag(dossier, consulent)
    links = {
        "Verbeteren": reverse("verificatie_wijzigen", args=[dossier.nummer, rij.pk]),
        "Intrekken": reverse("verificatie_intrekken", args=[dossier.nummer, rij.pk]),
    }

    tekst = uht(pagina, dossier).text
    assert [woord for woord, adres in links.items() if f'<a class="nl-link" href="{adres}">{woord}' in tekst] == [
        *links
    ]

    client.force_login(auditor)
    tekst = uht(client, dossier).text
    assert [adres for adres in links.values() if adres in tekst] == []


def test_auditor_reads_and_changes_nothing(client, dossier, auditor):
    client.force_login(auditor)

    tekst = uht(client, dossier).text

    for naam in ("verificatie_vraag", "uht_status_nieuw", "betrokkene_nieuw"):
        assert reverse(naam, args=[dossier.nummer]) not in tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_the_same_of_the_database_for_any_number(
    pagina, dossier, consulent, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        Verificatie.objects.create(
            dossier=dossier,
            datum_gevraagd=date(2026, 3, 3 + nummer),
            kanaal="telefoon",
            antwoord="bevestigd",
            datum_antwoord=ON,
            door=consulent,
        )
        UhtStatusWijziging.objects.create(
            dossier=dossier, status="aangemeld", datum_feit=date(2021, 5, 1), datum_gemeld=ON, bron="lijst"
        )

    with django_assert_num_queries(UHT):
        uht(pagina, dossier)


def test_day_that_was_not_known_is_filled_in_when_it_is(pagina, dossier):
    dossier.uht_wijzigingen.update(datum_feit=None)
    rij = dossier.uht_wijzigingen.get()
    velden = {"status": "erkend", "datum_gemeld": "2026-03-02", "bron": "Brief van UHT"}
    versie = rij.history.latest("history_id").history_id
    assert "niet bekend" in uht(pagina, dossier).text

    stuur(pagina, dossier, "uht_status_wijzigen", {**velden, "reden": "Bron", "versie": versie}, rij.pk)
    rij.refresh_from_db()
    assert (rij.datum_feit, rij.bron) == (None, "Brief van UHT")
    nu = {**velden, "datum_feit": "2021-05-03", "versie": rij.history.latest("history_id").history_id}
    stuur(pagina, dossier, "uht_status_wijzigen", {**nu, "reden": "Dag gehoord"}, rij.pk)

    rij.refresh_from_db()
    assert rij.datum_feit == date(2021, 5, 3)

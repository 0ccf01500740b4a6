"""What the end of the road shows on the dossier page and in Vandaag: cards, next steps, side menu and the timeline."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import Termijn
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.plan import doel_afsluiten
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Besluit
from tests.factories import maak_dossier, moment
from tests.nazorg.eindes import DOELEN, EINDE, houd_contact, meld_niet_erkend, sluit_nazorg, stop, volg_vng
from tests.wegen import behaal_doelen

NU = datetime(2027, 7, 1, 9, 30, tzinfo=UTC)
DAG = date(2027, 7, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture(autouse=True)
def _verstuurd(monkeypatch):
    """Leave out the step that asks whether a letter left: it is about another subject."""
    monkeypatch.setattr("planvanaanpak.stappen.Verzendstap.stap", lambda *args: None)


def bekijk(pagina, dossier):
    return pagina.get(dossier.get_absolute_url())


def stap(pagina, dossier):
    """Give title, text, and the two addresses of the next step."""
    stap = bekijk(pagina, dossier).context["stap"]
    return (stap.titel, stap.tekst, stap.url, stap.tweede_url) if stap else None


def menu(pagina, dossier):
    return {punt.label: (punt.url, punt.aantal) for punt in bekijk(pagina, dossier).context["zijnav"]}


def kaart(pagina, dossier, titel):
    context = bekijk(pagina, dossier).context
    return next((k.html for k in [*context["breed"], *context["smal"]] if f">{titel}</h2>" in k.html), "")


def vervallen(doel, by):
    doel_afsluiten(
        doel=doel,
        status=DoelStatus.VERVALLEN,
        datum=DOELEN,
        reden="Past niet meer.",
        by=by,
        at=moment(DOELEN),
        on=DOELEN,
    )


def test_open_doelen_are_worked_on_before_the_end(pagina, in_uitvoering):
    assert stap(pagina, in_uitvoering)[0] == "Werk de doelen bij: 2 doelen open"


def test_closed_doelen_lead_to_the_end(pagina, in_uitvoering, consulent):
    volg_vng(in_uitvoering)
    eerste, tweede = in_uitvoering.plan.doelen.all()
    vervallen(eerste, consulent)
    doel_afsluiten(
        doel=tweede, status=DoelStatus.BEHAALD, datum=DOELEN, reden="", by=consulent, at=moment(DOELEN), on=DOELEN
    )

    assert stap(pagina, in_uitvoering) == (
        "De doelen zijn klaar: beëindig de ondersteuning",
        "Elk doel is behaald of vervallen. Bespreek het einde met de inwoner en maak het besluit.",
        reverse("beeindigen", args=[in_uitvoering.nummer]),
        reverse("plan", args=[in_uitvoering.nummer]),
    )


def test_closed_doelen_ask_for_the_ground_where_the_beleid_counts_from_it(pagina, in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)

    assert stap(pagina, in_uitvoering) == (
        "De doelen zijn klaar: leg vast sinds wanneer",
        (
            "Vanaf die dag heeft u 30 dagen om de ondersteuning te beëindigen. Nodig de inwoner uit voor een"
            " eindgesprek en maak daarna het besluit."
        ),
        reverse("eindgrond_nieuw", args=[in_uitvoering.nummer]),
        reverse("beeindigen", args=[in_uitvoering.nummer]),
    )


def test_doelen_that_all_dropped_lead_to_the_end_on_another_grond(pagina, in_uitvoering, consulent):
    for doel in in_uitvoering.plan.doelen.all():
        vervallen(doel, consulent)

    assert stap(pagina, in_uitvoering)[:2] == (
        "Er zijn geen doelen meer: beëindig de ondersteuning",
        "Elk doel is vervallen. Bespreek met de inwoner hoe het verder gaat.",
    )


@pytest.mark.parametrize(
    ("dag", "titel"),
    [
        (date(2028, 3, 12), "Werk de doelen bij: 2 doelen open"),
        (date(2028, 3, 13), "De twee jaar zijn om: beëindig de ondersteuning"),
    ],
)
def test_two_years_lead_to_the_end_the_day_after(client, in_uitvoering, consulent, dag, titel):
    with time_machine.travel(datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        assert stap(client, in_uitvoering)[0] == titel


def test_dossier_in_uitvoering_without_a_plan_has_no_end_step(pagina, dossier):
    dossier.status = "uitvoering"
    dossier.save()

    assert stap(pagina, dossier)[0] == "Nog geen casusregisseur"


def test_who_only_reads_gets_no_step_and_no_way_to_the_end(client, auditor, in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)
    client.force_login(auditor)

    assert stap(client, in_uitvoering) is None
    assert {"Beëindigen", "Niet erkend"} & set(menu(client, in_uitvoering)) == set()


@pytest.mark.parametrize(
    ("dag", "titel"),
    [
        (date(2026, 5, 20), "Rond de ondersteuning af uiterlijk woensdag 3 juni 2026"),
        (date(2026, 6, 5), "Rond de ondersteuning af, dit is 2 dagen te laat"),
    ],
)
def test_acclimatisatie_asks_to_finish_in_time(client, in_acclimatisatie, consulent, dag, titel):
    with time_machine.travel(datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)

        assert stap(client, in_acclimatisatie) == (
            titel,
            (
                "Bereid de inwoner voor en help zo nodig naar de gewone hulp."
                " De gemeente beëindigt de brede ondersteuning. Toegekende voorzieningen lopen door."
            ),
            reverse("beeindigen", args=[in_acclimatisatie.nummer]),
            reverse("plan", args=[in_acclimatisatie.nummer]),
        )


def test_card_of_the_acclimatisatie_shows_both_ends_why_and_what_runs_on(
    client, in_acclimatisatie, budgetcoach, consulent
):
    with time_machine.travel(datetime(2026, 5, 20, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        html = kaart(client, in_acclimatisatie, "Acclimatisatie")

    for deel in (
        "bericht van 4 mei 2026, bron: Gegevensportaal",
        'Ondersteuning afronden <span class="bo-cijfer">tot en met wo 3 jun 2026</span>',
        'Nieuwe kosten <span class="bo-cijfer">tot en met wo 3 jun 2026</span>',
        "nog 14 dagen",
        "Wht artikel 2.21 lid 6",
        "SPUK-regeling artikel 3 lid 7",
        "Budgetcoach, 12 gesprekken: tot en met 30 juni 2027",
        "Koelkast: nog te leveren",
    ):
        assert deel in html


def test_card_of_the_acclimatisatie_goes_with_the_status(pagina, in_uitvoering, in_nazorg):
    assert kaart(pagina, in_nazorg, "Acclimatisatie") == ""


def test_next_contact_is_the_step_of_the_nazorg(pagina, in_nazorg, consulent):
    eerste, tweede, *_ = in_nazorg.nazorg.contacten.all()
    houd_contact(eerste, consulent, DAG)

    assert stap(pagina, in_nazorg) == (
        "Neem contact op uiterlijk zaterdag 15 januari 2028",
        "Vraag hoe het gaat. Dit is contact 2 van 4.",
        reverse("nazorg_contact", args=[in_nazorg.nummer, tweede.pk]),
        reverse("nazorg", args=[in_nazorg.nummer]),
    )


def test_held_contacts_lead_to_the_end_of_the_nazorg(pagina, in_nazorg, consulent):
    for contact in in_nazorg.nazorg.contacten.all():
        houd_contact(contact, consulent, DAG)

    assert stap(pagina, in_nazorg) == (
        "Sluit de nazorg af",
        "Alle contacten zijn gehouden. De inwoner kan altijd opnieuw contact opnemen.",
        reverse("nazorg_afsluiten", args=[in_nazorg.nummer]),
        reverse("nazorg", args=[in_nazorg.nummer]),
    )


def test_passed_nazorg_is_closed_also_with_contacts_that_were_not_held(client, in_nazorg, consulent):
    with time_machine.travel(datetime(2029, 1, 16, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)

        assert stap(client, in_nazorg)[:2] == (
            "Sluit de nazorg af",
            "De nazorg duurde tot en met 15 januari 2029. De inwoner kan altijd opnieuw contact opnemen.",
        )


def test_dossier_in_nazorg_without_its_rows_asks_nothing(pagina, dossier, consulent):
    dossier.status, dossier.casusregisseur = "nazorg", consulent
    dossier.save()

    assert stap(pagina, dossier) is None


def test_card_of_the_nazorg_shows_contacts_and_leads_to_the_next(pagina, in_nazorg, consulent):
    eerste, tweede, *_ = in_nazorg.nazorg.contacten.all()
    houd_contact(eerste, consulent, DAG, terugval=True)

    html = kaart(pagina, in_nazorg, "Nazorg")

    for deel in (
        "Sinds 15 januari 2027, tot en met 15 januari 2029. 1 van 4 contacten gehouden.",
        "Contact 1, do 1 jul 2027",
        "Terugval",
        "Contact 2, uiterlijk za 15 jan 2028",
        f'href="{reverse("nazorg_contact", args=[in_nazorg.nummer, tweede.pk])}">Contact vastleggen',
    ):
        assert deel in html


def test_card_of_a_closed_nazorg_stays_to_be_read(pagina, in_nazorg, consulent):
    sluit_nazorg(in_nazorg, consulent, DAG)

    html = kaart(pagina, in_nazorg, "Nazorg")

    assert "Afgesloten op 1 juli 2027. 0 van 4 contacten gehouden." in html
    assert "Contact vastleggen" not in html


def test_nazorg_that_a_message_stopped_has_no_end_yet(pagina, in_nazorg, consulent):
    meld_niet_erkend(in_nazorg, consulent, DAG)
    in_nazorg.refresh_from_db()

    html = kaart(pagina, in_nazorg, "Nazorg")

    assert '<p class="bo-klein">0 van 4 contacten gehouden.</p>' in html


def test_card_of_the_end_names_grond_day_besluit_and_wish(pagina, in_nazorg):
    html = kaart(pagina, in_nazorg, "Einde van de ondersteuning")

    besluit = Besluit.objects.get(soort="beeindiging")
    assert f'href="{besluit.get_absolute_url()}">Doelen (deels) behaald</a>' in html
    assert "per 15 januari 2027, besluit 9901-B-2027-00001, wil nazorg" in html


@pytest.mark.parametrize(("grond", "onder"), [("eigen_verzoek", ", wil geen nazorg"), ("verhuizing", "")])
def test_card_of_the_end_is_silent_on_nazorg_that_was_not_at_hand(pagina, in_uitvoering, consulent, grond, onder):
    stop(in_uitvoering, consulent, grond=grond, nazorg=False)
    in_uitvoering.refresh_from_db()

    html = kaart(pagina, in_uitvoering, "Einde van de ondersteuning")

    assert f"per 15 januari 2027, besluit 9901-B-2027-00001{onder}</div>" in html


@pytest.mark.parametrize(
    ("datum", "einde"), [(EINDE, "eindigde op 15 januari 2027"), (date(2027, 7, 5), "eindigt op 5 juli 2027")]
)
def test_closed_dossier_says_how_it_ended_and_that_one_may_come_back(pagina, in_uitvoering, consulent, datum, einde):
    stop(in_uitvoering, consulent, grond="verhuizing", datum=datum, on=min(datum, DAG))
    in_uitvoering.refresh_from_db()

    assert stap(pagina, in_uitvoering) == (
        "Dit dossier is afgesloten",
        (
            f"De ondersteuning {einde}: verhuizing naar een andere gemeente."
            " De inwoner kan opnieuw contact opnemen zolang de Wet hersteloperatie toeslagen loopt."
        ),
        "",
        "",
    )


def test_closed_dossier_without_a_besluit_says_only_that(pagina, dossier):
    dossier.status = "afgesloten"
    dossier.save()

    assert stap(pagina, dossier)[1] == (
        "De inwoner kan opnieuw contact opnemen zolang de Wet hersteloperatie toeslagen loopt."
    )


@pytest.mark.parametrize(
    ("status", "erbij"),
    [
        ("aanmelding", {"Beëindigen", "Niet erkend"}),
        ("plan_van_aanpak", {"Beëindigen", "Niet erkend"}),
        ("uitvoering", {"Nazorg", "Beëindigen", "Niet erkend"}),  # taken up again: what was held is still read
        ("nazorg", {"Nazorg", "Niet erkend"}),
        ("acclimatisatie", {"Nazorg", "Acclimatisatie", "Beëindigen"}),
        ("afgesloten", {"Nazorg"}),
        ("geen_recht", set()),
    ],
)
def test_side_menu_follows_the_status(pagina, in_nazorg, status, erbij):
    in_nazorg.status = status
    in_nazorg.save()

    van_nazorg = {"Nazorg", "Acclimatisatie", "Beëindigen", "Niet erkend"}

    assert van_nazorg & set(menu(pagina, in_nazorg)) == erbij


def test_side_menu_counts_the_contacts_to_hold(pagina, in_nazorg, consulent):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG)

    assert menu(pagina, in_nazorg)["Nazorg"] == (reverse("nazorg", args=[in_nazorg.nummer]), 3)


def test_timeline_draws_the_contacts_as_one_row_with_a_point_each(pagina, in_nazorg, consulent):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG)

    rijen = [rij for rij in bekijk(pagina, in_nazorg).context["tijdlijn"].rijen if rij.klok.punten]

    assert [(rij.klok.naam, rij.klok.dag) for rij in rijen] == [
        ("Contact in de nazorg", "1 van 4 gehouden, tot en met za 15 jan 2028")
    ]
    assert rijen[0].klok.punten == (
        (DAG, "contact"),
        (date(2028, 1, 15), "verwacht"),
        (date(2028, 7, 15), "verwacht"),
        (date(2029, 1, 15), "verwacht"),
    )


def test_vandaag_leads_from_each_clock_to_its_page(pagina, in_nazorg, gemeente, consulent):
    """The end of the nazorg warns ahead; a contact is due; a message must be followed by an end."""
    ander = maak_dossier(gemeente, bsn="", achternaam="Evers")
    ander.casusregisseur = consulent
    ander.save()
    meld_niet_erkend(ander, consulent, DAG)
    Termijn.objects.filter(dossier=in_nazorg, regel="nazorg_einde").update(uiterste_datum=date(2027, 7, 20))

    groepen = pagina.get(reverse("vandaag")).context["groepen"]

    regels = {regel.stap: (regel.knop, regel.knop_url) for groep in groepen for regel in groep.regels}
    assert regels["Contact opnemen in de nazorg"] == (
        "Contact vastleggen",
        reverse("nazorg", args=[in_nazorg.nummer]),
    )
    assert regels["Ondersteuning afronden: niet erkend"] == ("Afronden", reverse("beeindigen", args=[ander.nummer]))
    assert regels["Nazorg afsluiten (daarna kan het niet meer)"] == (
        "Nazorg afsluiten",
        reverse("nazorg_afsluiten", args=[in_nazorg.nummer]),
    )


def test_history_of_the_dossier_shows_the_contact_and_the_end(pagina, in_nazorg, consulent):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG)

    tekst = pagina.get(reverse("dossier_geschiedenis", args=[in_nazorg.nummer])).text

    assert "Nazorgcontact 1 gehouden op 1 juli 2027." in tekst
    assert "Ondersteuning beëindigd per 15 januari 2027: doelen (deels) behaald. De inwoner wil nazorg." in tekst


@pytest.mark.parametrize("gehouden", [0, 4])
def test_dossier_page_asks_the_same_however_many_contacts_were_held(
    pagina, in_nazorg, consulent, django_assert_num_queries, gehouden
):
    for contact in in_nazorg.nazorg.contacten.all()[:gehouden]:
        houd_contact(contact, consulent, DAG)

    with django_assert_num_queries(19):
        bekijk(pagina, in_nazorg)


def test_letter_that_left_is_what_the_step_of_the_end_waits_for(pagina, in_nazorg, consulent, monkeypatch):
    """A besluit that was not sent comes before the contact of the nazorg."""
    monkeypatch.undo()
    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda bijsluiter: b"%PDF")
    for besluit in Besluit.objects.order_by("pk"):
        assert stap(pagina, in_nazorg)[0] == f"Bevestig dat besluit {besluit.nummer} is verstuurd"
        verzenden(besluit=besluit, datum=max(besluit.datum, EINDE), by=consulent, at=moment(DAG), on=DAG)

    assert stap(pagina, in_nazorg)[0] == "Neem contact op uiterlijk donderdag 15 juli 2027"

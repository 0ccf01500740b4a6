"""What was recorded wrongly in the nazorg is put right: a held contact, and a nazorg that was closed."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.keuzes import Kanaal
from cases.models import DossierEvent, Termijn
from nazorg.actions import verbeteren
from nazorg.models import Nazorgcontact
from tests.factories import moment
from tests.haltes import halte
from tests.nazorg.eindes import (
    CONTACTDAGEN,
    EINDE,
    houd_contact,
    meld_niet_erkend,
    sluit_nazorg,
    standen,
    stop,
    stop_nazorg,
)
from tests.planvanaanpak.besluitstappen import trek_in as trek_besluit_in
from tests.planvanaanpak.besluitstappen import verstuur

DAG, LATER = date(2027, 7, 1), date(2027, 7, 10)
NA_EERSTE = date(2027, 7, 20)
GEHOUDEN = ["gehaald", "lopend", "verwacht", "verwacht"]


@halte
def eerste(in_nazorg, consulent):
    return houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG)


def klokken(dossier):
    return list(standen(dossier, "nazorg_contact").values())


def wijzig(contact, by, on=LATER, reden="Verkeerde dag.", **wijzigingen):
    return verbeteren.nazorgcontact_wijzigen(
        contact=contact, wijzigingen=wijzigingen, reden=reden, by=by, at=moment(on), on=on
    )


def trek_in(contact, by, on=LATER, reden="Verkeerd dossier."):
    return verbeteren.nazorgcontact_intrekken(contact=contact, reden=reden, by=by, at=moment(on), on=on)


def heropen(dossier, by, on=LATER, reden="Per ongeluk."):
    traject = verbeteren.nazorg_heropenen(dossier=dossier, reden=reden, by=by, at=moment(on), on=on)
    dossier.refresh_from_db()
    return traject


def laatste_event():
    event = DossierEvent.objects.latest("pk")
    return event.soort, event.tekst, event.reden


def test_corrected_day_moves_the_clock_and_nothing_else(in_nazorg, eerste, consulent, collega):
    te_laat = date(2027, 7, 16)
    contact = wijzig(eerste, collega, on=NA_EERSTE, gehouden_op=te_laat, terugval=True)

    contact.refresh_from_db()
    assert (contact.gehouden_op, contact.gehouden_door, contact.verslag, contact.terugval) == (
        te_laat,
        consulent,
        "Het gaat goed.",
        True,
    )
    klok = Termijn.objects.get(dossier=in_nazorg, aanleiding=f"nazorg:{contact.traject_id}:1")
    assert (klok.datum_gehaald, klok.status) == (te_laat, "te_laat_gehaald")
    assert klokken(in_nazorg) == ["te_laat_gehaald", *GEHOUDEN[1:]]
    versie, eerder = contact.history.all()[:2]
    assert (versie.history_user, versie.history_change_reason) == (collega, "Verkeerde dag.")
    assert (eerder.gehouden_op, eerder.terugval) == (DAG, False)
    assert laatste_event() == (
        "nazorgcontact_verbeterd",
        "Nazorgcontact 1 verbeterd: gehouden op, er is terugval.",
        "Verkeerde dag.",
    )


def test_two_contacts_of_one_day_are_corrected_apart(in_nazorg, eerste, consulent):
    tweede = houd_contact(in_nazorg.nazorg.contacten.all()[1], consulent, DAG)

    wijzig(tweede, consulent, gehouden_op=date(2027, 7, 2))

    dagen = Termijn.objects.filter(dossier=in_nazorg, regel="nazorg_contact").order_by("uiterste_datum")
    assert list(dagen.values_list("datum_gehaald", flat=True)) == [DAG, date(2027, 7, 2), None, None]


def test_correction_without_a_difference_writes_nothing(eerste, consulent):
    gelogd = DossierEvent.objects.count()

    wijzig(eerste, consulent, gehouden_op=DAG, kanaal="telefoon")

    assert DossierEvent.objects.count() == gelogd
    assert eerste.history.count() == 2  # planned, held


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"gehouden_op": date(2027, 7, 11)}, "Het contact kan niet in de toekomst liggen"),
        ({"gehouden_op": date(2027, 1, 14)}, "niet vóór het begin van de nazorg op 15 januari 2027"),
        ({"verslag": "  "}, "Schrijf op hoe het met de inwoner gaat"),
        ({"terugval": True, "reden": " "}, "Schrijf op waarom"),
    ],
)
def test_refused_correction_changes_nothing(in_nazorg, eerste, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        wijzig(eerste, consulent, **anders)

    eerste.refresh_from_db()
    assert (eerste.gehouden_op, eerste.verslag, eerste.terugval) == (DAG, "Het gaat goed.", False)
    assert klokken(in_nazorg) == GEHOUDEN


def test_contact_of_a_closed_nazorg_is_not_moved_after_its_end(in_nazorg, eerste, consulent):
    sluit_nazorg(in_nazorg, consulent, LATER)

    with pytest.raises(ActieFout, match="niet na het einde van de nazorg op 10 juli 2027"):
        wijzig(eerste, consulent, on=NA_EERSTE, gehouden_op=date(2027, 7, 11))

    assert wijzig(eerste, consulent, on=NA_EERSTE, gehouden_op=LATER).gehouden_op == LATER


def test_withdrawn_contact_is_to_be_held_again_and_the_next_waits_for_it(in_nazorg, eerste, consulent):
    trek_in(eerste, consulent)

    eerste.refresh_from_db()
    velden = (eerste.gehouden_op, eerste.gehouden_door, eerste.kanaal, eerste.verslag, eerste.terugval)
    assert velden == (None, None, "", "", False)
    assert klokken(in_nazorg) == ["lopend", "verwacht", "verwacht", "verwacht"]
    assert not Termijn.objects.filter(dossier=in_nazorg, regel="nazorg_contact", datum_gehaald__isnull=False)
    assert [(rij.gehouden_op, rij.verslag) for rij in eerste.history.all()[:2]] == [(None, ""), (DAG, "Het gaat goed.")]
    assert laatste_event() == (
        "nazorgcontact_ingetrokken",
        "Nazorgcontact 1 van 1 juli 2027 ingetrokken. Het is nog te houden, uiterlijk 15 juli 2027.",
        "Verkeerd dossier.",
    )
    assert houd_contact(eerste, consulent, LATER).gehouden_op == LATER
    assert klokken(in_nazorg) == GEHOUDEN


def test_withdrawn_contact_whose_day_passed_is_late_and_the_next_runs(in_nazorg, eerste, consulent):
    trek_in(eerste, consulent, on=NA_EERSTE)

    assert klokken(in_nazorg) == ["te_laat", "lopend", "verwacht", "verwacht"]


def test_third_contact_waits_again_when_the_second_was_not_held(in_nazorg, eerste, consulent):
    tweede = houd_contact(in_nazorg.nazorg.contacten.all()[1], consulent, LATER)
    assert klokken(in_nazorg) == ["gehaald", "gehaald", "lopend", "verwacht"]

    trek_in(tweede, consulent)

    assert klokken(in_nazorg) == GEHOUDEN


def test_night_goes_on_from_a_withdrawn_contact(in_nazorg, eerste, consulent):
    """The run lets the second run the day after the first passed, as if the first was never recorded."""
    trek_in(eerste, consulent)

    for dag in (CONTACTDAGEN[0], date(2027, 7, 16)):
        bewaak(gemeente=in_nazorg.gemeente, on=dag, at=moment(dag, uur=3))

    assert klokken(in_nazorg) == ["te_laat", "lopend", "verwacht", "verwacht"]


def test_contact_that_was_not_held_has_nothing_to_put_right(in_nazorg, consulent):
    gepland = in_nazorg.nazorg.contacten.first()

    for poging in (lambda: wijzig(gepland, consulent, terugval=True), lambda: trek_in(gepland, consulent)):
        with pytest.raises(ActieFout, match="dit contact is nog niet gehouden"):
            poging()


def test_contact_withdrawn_in_a_closed_nazorg_stays_dropped_until_it_opens(in_nazorg, eerste, consulent):
    sluit_nazorg(in_nazorg, consulent, LATER)

    trek_in(eerste, consulent)

    assert klokken(in_nazorg) == ["vervallen"] * 4
    heropen(in_nazorg, consulent)
    assert klokken(in_nazorg) == ["lopend", "verwacht", "verwacht", "verwacht"]


def test_contact_of_a_nazorg_that_lapsed_goes_and_the_next_nazorg_has_numbers_of_its_own(in_nazorg, eerste, consulent):
    houd_contact(in_nazorg.nazorg.contacten.all()[1], consulent, DAG)
    besluit = in_nazorg.beeindigingen.get().besluit
    verstuur(besluit, consulent, EINDE)
    trek_besluit_in(besluit, consulent, on=LATER, ingang=EINDE)
    in_nazorg.refresh_from_db()

    trek_in(eerste, consulent)

    assert list(Nazorgcontact.objects.values_list("volgnummer", flat=True)) == [2]
    assert [rij.verslag for rij in Nazorgcontact.history.filter(id=eerste.pk, verslag__gt="")] == ["Het gaat goed."]
    stop(in_nazorg, consulent, datum=LATER)
    assert list(Nazorgcontact.objects.values_list("volgnummer", flat=True)) == [2, 3, 4, 5, 6]
    oud = Nazorgcontact.objects.get(volgnummer=2)
    assert wijzig(oud, consulent, gehouden_op=date(2027, 6, 30)).gehouden_op == date(2027, 6, 30)
    trek_in(oud, consulent)
    assert list(Nazorgcontact.objects.values_list("volgnummer", flat=True)) == [3, 4, 5, 6]


@pytest.mark.parametrize(
    ("on", "contacten", "einde"),
    [
        (LATER, GEHOUDEN, "lopend"),
        (date(2028, 1, 16), ["gehaald", "te_laat", "lopend", "verwacht"], "lopend"),
        (date(2029, 1, 16), ["gehaald", "te_laat", "te_laat", "te_laat"], "voorbij"),
    ],
)
def test_nazorg_that_was_closed_opens_with_the_clocks_that_ran(in_nazorg, eerste, consulent, on, contacten, einde):
    bewaak(gemeente=in_nazorg.gemeente, on=LATER, at=moment(LATER, uur=3))
    voor = standen(in_nazorg, "nazorg_einde", "besluiten", "materiele_verstrekking", "saneringskrediet")
    assert voor == {"nazorg_einde": "lopend", "besluiten": "lopend", "materiele_verstrekking": "voorbij"}
    sluit_nazorg(in_nazorg, consulent, LATER)

    traject = heropen(in_nazorg, consulent, on=on)

    assert in_nazorg.status == "nazorg"
    assert (traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden) == (None, None, "")
    assert klokken(in_nazorg) == contacten
    assert standen(in_nazorg, "nazorg_einde") == {"nazorg_einde": einde}
    if on == LATER:
        assert standen(in_nazorg, *voor) == voor
    versie = traject.history.first()
    assert (versie.history_user, versie.history_change_reason) == (consulent, "Per ongeluk.")
    assert traject.history.all()[1].afsluitreden == "Mevrouw redt het zelf."
    assert laatste_event() == ("nazorg_heropend", "Nazorg weer geopend.", "Per ongeluk.")


def test_closing_from_before_it_was_kept_opens_what_a_nazorg_has(in_nazorg, consulent):
    regels = ("nazorg_einde", "besluiten", "materiele_verstrekking", "nazorg_contact")
    bewaak(gemeente=in_nazorg.gemeente, on=DAG, at=moment(DAG, uur=3))
    voor = standen(in_nazorg, *regels)
    sluit_nazorg(in_nazorg, consulent, DAG)
    DossierEvent.objects.filter(soort="nazorg_afgesloten").update(gegevens={})

    heropen(in_nazorg, consulent, on=DAG)

    assert standen(in_nazorg, *regels) == voor


def test_opening_needs_a_reason(in_nazorg, consulent):
    sluit_nazorg(in_nazorg, consulent, DAG)

    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        heropen(in_nazorg, consulent, reden=" ")

    assert klokken(in_nazorg) == ["vervallen"] * 4


def test_nazorg_that_a_besluit_ended_is_not_opened_here(in_nazorg, consulent):
    meld_niet_erkend(in_nazorg, consulent, DAG)
    stop_nazorg(in_nazorg, consulent, DAG)
    in_nazorg.refresh_from_db()
    stop(in_nazorg, consulent, grond="niet_erkend", datum=LATER)

    with pytest.raises(ActieFout, match="niet afgesloten met het einde van de nazorg"):
        heropen(in_nazorg, consulent)


def test_contact_is_corrected_and_withdrawn_while_the_support_winds_down(in_nazorg, eerste, consulent):
    meld_niet_erkend(in_nazorg, consulent, LATER)

    wijzig(eerste, consulent, terugval=True)
    trek_in(eerste, consulent)

    assert klokken(in_nazorg) == ["vervallen"] * 4
    assert standen(in_nazorg, "acclimatisatie") == {"acclimatisatie": "lopend"}


# The pages.

NU = datetime(2027, 7, 10, 9, 30, tzinfo=UTC)
REDEN = {"reden": "Een vergissing."}


@pytest.fixture
def _nu():
    with time_machine.travel(NU, tick=False):
        yield


def url(naam, contact):
    return reverse(naam, args=[contact.traject.dossier.nummer, contact.pk])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


@pytest.mark.usefixtures("_nu")
def test_page_of_a_held_contact_leads_to_its_correction(pagina, eerste):
    response = pagina.get(url("nazorg_contact", eerste), follow=True)

    assert response.redirect_chain == [(url("nazorgcontact_wijzigen", eerste), 302)]
    assert berichten(response) == ["Dit contact is al gehouden op 1 juli 2027. Verbeter het hier."]
    assert response.context["form"].initial["terugval"] == "nee"
    assert url("nazorgcontact_intrekken", eerste) in response.text


@pytest.mark.usefixtures("_nu")
def test_page_of_the_nazorg_corrects_and_withdraws_a_held_contact(pagina, eerste):
    tekst = pagina.get(reverse("nazorg", args=[eerste.traject.dossier.nummer])).text

    for naam in ("nazorgcontact_wijzigen", "nazorgcontact_intrekken"):
        assert f'href="{url(naam, eerste)}"' in tekst


@pytest.mark.usefixtures("_nu")
def test_form_corrects_only_what_differs(pagina, eerste):
    adres = url("nazorgcontact_wijzigen", eerste)
    versie = pagina.get(adres).context["form"].initial["versie"]
    invoer = {"gehouden_op": "02-07-2027", "kanaal": "huisbezoek", "verslag": "Het gaat goed.", "terugval": "nee"}

    response = pagina.post(adres, {**invoer, **REDEN, "versie": versie}, follow=True)

    assert berichten(response) == ["Het contact is verbeterd. Wat er stond, blijft in de geschiedenis."]
    eerste.refresh_from_db()
    assert (eerste.gehouden_op, eerste.kanaal) == (date(2027, 7, 2), Kanaal.HUISBEZOEK)
    assert DossierEvent.objects.latest("pk").tekst == "Nazorgcontact 1 verbeterd: gehouden op, hoe."
    assert "Gehouden op vrijdag 2 juli 2027, huisbezoek" in response.text


@pytest.mark.usefixtures("_nu")
@pytest.mark.parametrize(
    ("datum", "melding"),
    [("11-07-2027", "niet in de toekomst"), ("14-01-2027", "niet vóór het begin van de nazorg")],
)
def test_form_says_at_the_date_what_is_wrong(pagina, eerste, datum, melding):
    adres = url("nazorgcontact_wijzigen", eerste)
    invoer = {"gehouden_op": datum, "kanaal": "telefoon", "verslag": "Het gaat goed.", "terugval": "nee"}

    response = pagina.post(adres, {**invoer, **REDEN, "versie": "0"})

    assert melding in response.context["form"].errors["gehouden_op"][0]


@pytest.mark.usefixtures("_nu")
def test_contact_is_withdrawn_with_its_reason(pagina, in_nazorg, eerste):
    response = pagina.post(url("nazorgcontact_intrekken", eerste), REDEN, follow=True)

    assert berichten(response) == ["Ingetrokken: nazorgcontact 1."]
    eerste.refresh_from_db()
    assert eerste.gehouden_op is None
    assert "0 van 4 contacten gehouden" in response.text
    geschiedenis = pagina.get(reverse("dossier_geschiedenis", args=[in_nazorg.nummer])).text
    assert "Een vergissing." in geschiedenis
    terug = pagina.get(url("nazorgcontact_wijzigen", eerste), follow=True)
    assert berichten(terug) == ["Een nazorgcontact verbeteren kan niet: dit contact is nog niet gehouden."]


@pytest.mark.usefixtures("_nu")
def test_closed_nazorg_offers_to_open_and_opens(pagina, in_nazorg, eerste, consulent):
    sluit_nazorg(in_nazorg, consulent, DAG)
    adres = reverse("nazorg_heropenen", args=[in_nazorg.nummer])
    for bladzijde in ("nazorg", "herstellen"):
        assert f'href="{adres}"' in pagina.get(reverse(bladzijde, args=[in_nazorg.nummer])).text

    response = pagina.post(adres, REDEN, follow=True)

    assert berichten(response) == ["De nazorg is weer open. De termijnen lopen weer."]
    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "nazorg"
    assert adres not in response.text


@pytest.mark.usefixtures("_nu")
def test_herstellen_lists_the_held_contacts_of_the_nazorg(pagina, in_nazorg, eerste):
    response = pagina.get(reverse("herstellen", args=[in_nazorg.nummer]))

    rijen = [(rij.tekst, rij.dag, rij.door, rij.url) for rij in response.context["rijen"] if "Nazorg" in rij.tekst]
    assert rijen == [("Nazorgcontact 1, telefoon", DAG, "Jolanda Prins", url("nazorgcontact_wijzigen", eerste))]
    assert "Nazorg weer openen" not in response.text


@pytest.mark.usefixtures("_nu")
def test_auditor_reads_and_is_offered_nothing(client, auditor, in_nazorg, eerste, consulent):
    sluit_nazorg(in_nazorg, consulent, DAG)
    client.force_login(auditor)

    tekst = client.get(reverse("nazorg", args=[in_nazorg.nummer])).text

    assert url("nazorgcontact_wijzigen", eerste) not in tekst
    assert reverse("nazorg_heropenen", args=[in_nazorg.nummer]) not in tekst

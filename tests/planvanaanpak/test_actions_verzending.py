"""A letter after it left: another day, post that came back, sending it again, and electronically with consent."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.models import DossierEvent, Persoon, Taak, Termijn
from planvanaanpak.actions.verzending import retour_weghalen
from planvanaanpak.bezwaarkeuzes import Dictum
from planvanaanpak.models import Berichttoestemming, Besluit, Bijsluiter, Retourpost, Verzending
from tests.factories import moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.besluitstappen import ON, VERSTUURD
from tests.planvanaanpak.conftest import PDF
from tests.tabellen import alles

LATER = date(2026, 4, 23)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


def klok(besluit, regel="bezwaar"):
    return Termijn.objects.get(regel=regel, aanleiding=f"besluit:{besluit.pk}").uiterste_datum


def plan_gehaald(dossier):
    return Termijn.objects.get(dossier=dossier, regel="plan_van_aanpak").datum_gehaald


def trail(besluit):
    return list(besluit.verzendingen.values_list("gebeurtenis", "was", "datum", "telt", "wijze"))


def verhuis(dossier):
    Persoon.objects.filter(pk=dossier.persoon_id).update(straat="Nieuwe Dijk", huisnummer="9")


def weigert(melding, actie, *args, **kwargs):
    """Say that an action refuses with this message, and changes nothing."""
    voor = alles()
    with pytest.raises(ActieFout) as fout:
        actie(*args, **kwargs)
    assert melding in str(fout.value)
    assert alles() == voor
    return fout.value


def test_sending_writes_the_first_line_of_the_trail(verstuurd, consulent):
    rij = Verzending.objects.get()

    assert trail(verstuurd) == [("eerste", None, VERSTUURD, True, "post")]
    assert (rij.vastgelegd_door, rij.vastgelegd_op, rij.toestemming) == (consulent, moment(VERSTUURD), None)


def test_corrected_day_moves_the_clocks_and_keeps_was_and_becomes(verstuurd, consulent, brieven_gevraagd):
    rij = stappen.verbeter(verstuurd, consulent, LATER, reden="Tikfout")

    verstuurd.refresh_from_db()
    assert (verstuurd.verzonden_op, verstuurd.verzonden_door, verstuurd.datum) == (LATER, consulent, VERSTUURD)
    assert (rij.was, rij.datum, rij.reden, rij.vastgelegd_door) == (VERSTUURD, LATER, "Tikfout", consulent)
    assert klok(verstuurd) == date(2026, 6, 4)
    assert plan_gehaald(verstuurd.dossier) == LATER
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.reden) == ("verzenddatum_verbeterd", "Tikfout")
    assert event.tekst == (
        "Verzenddatum van besluit 9901-B-2026-00001 verbeterd: was 20 april 2026, is 23 april 2026. De bezwaartermijn"
        " volgt die dag. Er is een nieuwe bijsluiter."
    )


def test_correction_makes_a_new_bijsluiter_and_keeps_the_old_one(besluit, consulent, monkeypatch):
    gevraagd = []
    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda blad: gevraagd.append(blad) or PDF)
    stappen.verstuur(besluit, consulent, LATER)

    stappen.verbeter(besluit, consulent, VERSTUURD)

    assert list(Bijsluiter.objects.values_list("datum", flat=True)) == [VERSTUURD, LATER]  # the latest on top
    eerst, daarna = gevraagd
    assert (eerst.verzonden_op, eerst.eerder, eerst.bezwaar_tot) == (LATER, None, date(2026, 6, 4))
    assert (daarna.verzonden_op, daarna.eerder, daarna.datum) == (VERSTUURD, LATER, ON)
    assert daarna.bezwaar_tot == date(2026, 6, 1)
    assert klok(besluit) == date(2026, 6, 1)


def test_second_correction_goes_on_from_the_first(verstuurd, consulent):
    stappen.verbeter(verstuurd, consulent, LATER)

    stappen.verbeter(verstuurd, consulent, date(2026, 4, 21))

    assert trail(verstuurd) == [
        ("eerste", None, VERSTUURD, True, "post"),
        ("correctie", VERSTUURD, LATER, True, "post"),
        ("correctie", LATER, date(2026, 4, 21), True, "post"),
    ]
    assert Besluit.objects.get().verzonden_op == date(2026, 4, 21)


def test_correction_moves_the_clock_of_a_bezwaar_that_runs(verstuurd, consulent):
    bezwaar = bezwaarstappen.maak_bezwaar(verstuurd, consulent)

    stappen.verbeter(verstuurd, consulent, LATER)

    bezwaar.termijn.refresh_from_db()
    assert bezwaar.termijn.start == date(2026, 6, 4)


def test_corrected_besluit_op_bezwaar_moves_its_own_clocks(verstuurd, consulent, jurist):
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(verstuurd, consulent), consulent)
    nieuw = bezwaarstappen.beslis(bezwaar, jurist, Dictum.ONGEGROND)
    stappen.verstuur(nieuw, jurist, date(2026, 6, 22))

    stappen.verbeter(nieuw, jurist, date(2026, 6, 23), on=date(2026, 6, 24))

    assert klok(nieuw, "beroep") == date(2026, 8, 4)
    bezwaar.termijn.refresh_from_db()
    assert bezwaar.termijn.datum_gehaald == date(2026, 6, 23)
    assert plan_gehaald(verstuurd.dossier) == VERSTUURD


@pytest.mark.parametrize(
    ("dag", "reden", "melding"),
    [
        pytest.param(VERSTUURD, "x", "staat al op 20 april 2026", id="same-day"),
        pytest.param(LATER, " ", "Schrijf op waarom", id="without-reason"),
        pytest.param(date(2026, 5, 12), "x", "kan niet in de toekomst liggen", id="tomorrow"),
        pytest.param(date(2026, 4, 19), "x", "vóórdat het is vastgesteld", id="before-the-besluit"),
    ],
)
def test_impossible_correction_is_refused(verstuurd, consulent, dag, reden, melding):
    weigert(melding, stappen.verbeter, verstuurd, consulent, dag, reden=reden)


def test_letter_that_has_not_left_has_no_day_to_correct_and_does_not_come_back(besluit, consulent):
    weigert("nog niet verzonden", stappen.verbeter, besluit, consulent, LATER)
    weigert("nog niet verzonden", stappen.kwam_terug, besluit, consulent)


def test_letter_that_came_back_puts_a_taak_on_the_list(verstuurd, consulent):
    retour = stappen.kwam_terug(verstuurd, consulent)

    taak = Taak.objects.get()
    assert (retour.taak, taak.voor, taak.datum, taak.gedaan_op) == (taak, consulent, ON, None)
    assert taak.wat == "Brief van besluit 9901-B-2026-00001 kwam terug: controleer het adres en verstuur hem opnieuw"
    event = DossierEvent.objects.latest("pk")
    assert event.tekst == ("De brief van besluit 9901-B-2026-00001 kwam terug op 28 april 2026: het adres klopte niet.")


@pytest.mark.parametrize(
    ("dag", "reden", "melding"),
    [
        pytest.param(date(2026, 4, 19), "adres", "ging weg op 20 april 2026", id="before-it-left"),
        pytest.param(date(2026, 5, 12), "adres", "kan niet in de toekomst liggen", id="tomorrow"),
        pytest.param(ON, "niet_bezorgd", "niet elektronisch verstuurd", id="not-electronic"),
    ],
)
def test_impossible_return_is_refused(verstuurd, consulent, dag, reden, melding):
    weigert(melding, stappen.kwam_terug, verstuurd, consulent, reden, dag=dag)


def test_letter_comes_back_once_until_it_is_sent_again(verstuurd, consulent):
    stappen.kwam_terug(verstuurd, consulent)

    weigert("al als teruggekomen vastgelegd", stappen.kwam_terug, verstuurd, consulent)


def test_sent_again_after_a_wrong_address_begins_the_term_anew(verstuurd, consulent, monkeypatch):
    gevraagd = []
    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda blad: gevraagd.append(blad) or PDF)
    retour = stappen.kwam_terug(verstuurd, consulent)
    verhuis(verstuurd.dossier)

    stappen.opnieuw(retour, consulent)

    verstuurd.refresh_from_db()
    assert verstuurd.verzonden_op == ON
    assert trail(verstuurd)[-1] == ("opnieuw", VERSTUURD, ON, True, "post")
    assert klok(verstuurd) == date(2026, 6, 22)
    assert plan_gehaald(verstuurd.dossier) == ON
    (blad,) = gevraagd
    assert (blad.opnieuw, blad.loopt_door, blad.datum, blad.verzonden_op) == (True, False, ON, ON)
    assert blad.opnieuw_op is None
    assert blad.ontvanger.adresregels[0] == "Nieuwe Dijk 9"
    assert Taak.objects.get().gedaan_op == moment(ON)
    assert DossierEvent.objects.latest("pk").tekst == (
        "Besluit 9901-B-2026-00001 opnieuw verzonden op 11 mei 2026. De bezwaartermijn begint op die dag."
    )


def test_sent_again_after_it_was_not_collected_keeps_the_term(verstuurd, consulent, monkeypatch):
    gevraagd = []
    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda blad: gevraagd.append(blad) or PDF)
    retour = stappen.kwam_terug(verstuurd, consulent, "niet_opgehaald")

    stappen.opnieuw(retour, consulent)

    verstuurd.refresh_from_db()
    assert verstuurd.verzonden_op == VERSTUURD
    assert trail(verstuurd)[-1] == ("opnieuw", VERSTUURD, ON, False, "post")
    assert klok(verstuurd) == date(2026, 6, 1)
    (blad,) = gevraagd
    assert (blad.loopt_door, blad.datum, blad.verzonden_op) == (True, ON, VERSTUURD)
    weigert("opnieuw verstuurd", stappen.verbeter, verstuurd, consulent, LATER)


@pytest.mark.parametrize(
    ("reden", "verzonden_op", "tot"),
    [("adres", date(2026, 5, 4), date(2026, 6, 15)), ("niet_opgehaald", VERSTUURD, date(2026, 6, 1))],
)
def test_sheet_of_a_letter_that_left_again_before_is_of_its_own_day(
    verstuurd, consulent, monkeypatch, reden, verzonden_op, tot
):
    gevraagd = []
    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda blad: gevraagd.append(blad) or PDF)
    retour = stappen.kwam_terug(verstuurd, consulent, reden)
    verhuis(verstuurd.dossier)

    stappen.opnieuw(retour, consulent, date(2026, 5, 4))

    (blad,) = gevraagd
    assert (blad.datum, blad.opnieuw_op, blad.verzonden_op, blad.bezwaar_tot) == (
        ON, date(2026, 5, 4), verzonden_op, tot
    )  # fmt: skip


def test_letter_to_a_wrong_address_goes_nowhere_until_the_address_is_changed(verstuurd, consulent):
    retour = stappen.kwam_terug(verstuurd, consulent)

    fout = weigert("Het adres is nog hetzelfde", stappen.opnieuw, retour, consulent)
    assert fout.url == reverse("persoon_wijzigen", args=[verstuurd.dossier.nummer])
    stappen.opnieuw(retour, consulent, wijze="uitgereikt")  # given by hand it needs no address
    assert trail(verstuurd)[-1][-1] == "uitgereikt"


def test_letter_without_a_complete_address_is_not_sent_again(verstuurd, consulent):
    retour = stappen.kwam_terug(verstuurd, consulent)
    Persoon.objects.filter(pk=verstuurd.dossier.persoon_id).update(straat="", huisnummer="", postcode="", woonplaats="")

    weigert("Het adres is niet volledig", stappen.opnieuw, retour, consulent)


def test_geheim_adres_is_not_compared(besluit, consulent):
    stappen.verstuur(besluit, consulent)
    retour = stappen.kwam_terug(besluit, consulent)
    Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(geheim_adres=True)

    assert stappen.opnieuw(retour, consulent).telt is True


@pytest.mark.parametrize(
    ("dag", "melding"),
    [
        pytest.param(date(2026, 4, 27), "kwam terug op 28 april 2026", id="before-it-came-back"),
        pytest.param(date(2026, 5, 12), "kan niet in de toekomst liggen", id="tomorrow"),
    ],
)
def test_impossible_day_to_send_again_is_refused(verstuurd, consulent, dag, melding):
    retour = stappen.kwam_terug(verstuurd, consulent)
    verhuis(verstuurd.dossier)

    weigert(melding, stappen.opnieuw, retour, consulent, dag)


def test_letter_is_sent_again_once(verstuurd, consulent):
    retour = stappen.kwam_terug(verstuurd, consulent, "niet_opgehaald")
    stappen.opnieuw(retour, consulent)

    weigert("al opnieuw verstuurd op 11 mei 2026", stappen.opnieuw, retour, consulent)


def test_letter_may_come_back_a_second_time(verstuurd, consulent):
    stappen.opnieuw(stappen.kwam_terug(verstuurd, consulent, "niet_opgehaald"), consulent)

    retour = stappen.kwam_terug(verstuurd, consulent, "niet_opgehaald", dag=date(2026, 5, 18), on=date(2026, 5, 18))

    assert Retourpost.objects.wacht().get() == retour


def test_return_that_was_a_mistake_is_taken_away_with_its_taak(verstuurd, consulent):
    retour = stappen.kwam_terug(verstuurd, consulent)

    retour_weghalen(retour=retour, reden="Andere brief", by=consulent, at=moment(ON))

    retour.refresh_from_db()
    assert (retour.is_ingetrokken, retour.ingetrokken_reden) == (True, "Andere brief")
    assert Taak.objects.get().is_vervallen is True
    assert DossierEvent.objects.latest("pk").soort == "brief_terug_weg"
    weigert("al weggehaald: Andere brief", stappen.opnieuw, retour, consulent)


def test_return_is_taken_away_with_a_reason_only(verstuurd, consulent):
    retour = stappen.kwam_terug(verstuurd, consulent)

    weigert("waarom dit niet klopt", retour_weghalen, retour=retour, reden=" ", by=consulent, at=moment(ON))


def test_electronically_needs_consent_for_this_kind_of_message(besluit, consulent):
    stappen.geef_toestemming(besluit.dossier, consulent, "bezwaar")

    weigert(
        "geen toestemming voor besluiten over de ondersteuning (Awb artikel 2:8)",
        stappen.verstuur,
        besluit,
        consulent,
        wijze="elektronisch",
    )


def test_electronically_with_consent_names_it_in_the_trail(besluit, consulent):
    toestemming = stappen.geef_toestemming(besluit.dossier, consulent)

    stappen.verstuur(besluit, consulent, wijze="elektronisch")

    rij = Verzending.objects.get()
    assert (rij.wijze, rij.toestemming) == ("elektronisch", toestemming)
    assert DossierEvent.objects.latest("pk").tekst == (
        "Besluit 9901-B-2026-00001 verzonden op 20 april 2026 (elektronisch)."
    )


@pytest.mark.parametrize(
    ("gegeven", "tot", "mag"),
    [
        pytest.param(VERSTUURD, None, True, id="given-that-day"),
        pytest.param(date(2026, 4, 21), None, False, id="given-the-day-after"),
        pytest.param(date(2026, 4, 1), VERSTUURD, False, id="ended-that-day"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 21), True, id="ended-the-day-after"),
    ],
)
def test_consent_counts_on_the_day_of_sending(besluit, consulent, gegeven, tot, mag):
    rij = stappen.geef_toestemming(besluit.dossier, consulent, dag=gegeven)
    if tot:
        stappen.trek_toestemming_in(rij, besluit.dossier, consulent, tot=tot)

    assert Berichttoestemming.objects.get().geldt_op(VERSTUURD) is mag
    if mag:
        stappen.verstuur(besluit, consulent, wijze="elektronisch")
        assert Besluit.objects.get().verzonden_op == VERSTUURD
    else:
        weigert("geen toestemming", stappen.verstuur, besluit, consulent, wijze="elektronisch")


def test_electronic_message_that_was_not_delivered_goes_by_post_and_begins_the_term_anew(besluit, consulent):
    stappen.geef_toestemming(besluit.dossier, consulent)
    stappen.verstuur(besluit, consulent, wijze="elektronisch")
    weigert("Deze brief is elektronisch verstuurd", stappen.kwam_terug, besluit, consulent, "adres")

    retour = stappen.kwam_terug(besluit, consulent, "niet_bezorgd")
    weigert("Verstuur hem nu met de post", stappen.opnieuw, retour, consulent, wijze="elektronisch")
    stappen.opnieuw(retour, consulent)

    assert trail(besluit)[-1] == ("opnieuw", VERSTUURD, ON, True, "post")


def test_consent_is_recorded_with_source_and_taken_back(dossier, consulent):
    rij = stappen.geef_toestemming(dossier, consulent)
    assert (rij.bron, rij.gegeven_op, rij.vastgelegd_door, rij.tot) == ("gesprek", date(2026, 4, 1), consulent, None)
    weigert("Er is al toestemming", stappen.geef_toestemming, dossier, consulent)

    stappen.trek_toestemming_in(rij, dossier, consulent)

    rij.refresh_from_db()
    assert (rij.tot, rij.ingetrokken_reden, rij.ingetrokken_door) == (ON, "Liever papier", consulent)
    assert list(DossierEvent.objects.filter(soort="toestemming_post").values_list("tekst", flat=True)) == [
        "Toestemming voor elektronische post ingetrokken: besluiten over de ondersteuning.",
        "Toestemming voor elektronische post vastgelegd: besluiten over de ondersteuning, gegeven op 1 april 2026.",
    ]
    weigert("geldt al niet meer", stappen.trek_toestemming_in, rij, dossier, consulent)
    stappen.geef_toestemming(dossier, consulent, dag=ON)
    assert Berichttoestemming.objects.count() == 2


@pytest.mark.parametrize(
    ("tot", "reden", "melding"),
    [
        pytest.param(date(2026, 5, 12), "x", "ligt in de toekomst", id="tomorrow"),
        pytest.param(date(2026, 3, 31), "x", "is van 1 april 2026", id="before-it-was-given"),
        pytest.param(ON, " ", "Schrijf op waarom", id="without-reason"),
    ],
)
def test_impossible_end_of_consent_is_refused(dossier, consulent, tot, reden, melding):
    rij = stappen.geef_toestemming(dossier, consulent)

    weigert(melding, stappen.trek_toestemming_in, rij, dossier, consulent, tot=tot, reden=reden)


def test_consent_of_tomorrow_is_refused(dossier, consulent):
    weigert("ligt in de toekomst", stappen.geef_toestemming, dossier, consulent, dag=date(2026, 5, 12))

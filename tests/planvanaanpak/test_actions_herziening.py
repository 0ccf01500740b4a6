"""Revise and take back what was decided: what becomes of the voorzieningen, the clocks and the dossier."""

from datetime import date
from decimal import Decimal

import pytest

from cases.models import Dossier, DossierEvent, Termijn
from cases.status import Status
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen
from planvanaanpak.actions.herziening import te_herzien
from planvanaanpak.actions.herzientoets import HerzienFout
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.bezwaarbron import herzien_url
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.brief import uit_json
from planvanaanpak.models import Besluit, Bezwaar, PlanVanAanpak, Voorziening
from planvanaanpak.pdf import besluit_html
from planvanaanpak.planbron import besluit_over_plan
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.besluitstappen import ON, VERSTUURD, regel
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.wegen import KOELKAST, TOETSEN, WEIGEREN

NA_MATERIEEL, NA_TWEE_JAAR = date(2026, 9, 14), date(2028, 3, 13)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@pytest.fixture
def koelkast(verstuurd):
    return Voorziening.objects.get(omschrijving="Koelkast")


@pytest.fixture
def coach(verstuurd):
    return Voorziening.objects.get(omschrijving="Budgetcoach, 12 gesprekken")


@halte
def geweigerd(verstuurd, consulent):
    """Give a bed that was refused with an addendum, which left the same day."""
    plan = PlanVanAanpak.objects.get(dossier=verstuurd.dossier)
    bed = KOELKAST | {"omschrijving": "Bed", "weigeringsgrond": "Niet nodig", **WEIGEREN}
    voorziening_bewaren(plan=plan, gegevens=bed, by=consulent, at=moment(VERSTUURD))
    addendum = addendum_vaststellen(
        plan=plan, datum=VERSTUURD, toelichting="Een bed.", by=consulent, at=moment(VERSTUURD), on=VERSTUURD
    )
    stappen.verstuur(addendum, consulent)
    return Voorziening.objects.get(omschrijving="Bed")


def klok(dossier, code):
    return Termijn.objects.filter(dossier=dossier, regel=code).values_list("uiterste_datum", "status", "datum_gehaald")


def test_herziening_is_a_besluit_of_its_own_about_the_first(verstuurd, koelkast, coach, consulent):
    regels = [regel(koelkast, "blijft", motivering=""), regel(coach, "anders", "900.00", tot=date(2026, 12, 31))]

    nieuw = stappen.herzie(verstuurd, regels, consulent, ingang=date(2026, 5, 1))

    assert (nieuw.nummer, nieuw.soort, nieuw.gaat_over, nieuw.ingang, nieuw.datum) == (
        "9901-B-2026-00002", "herziening", verstuurd, date(2026, 5, 1), ON,
    )  # fmt: skip
    assert [(t.uiterste_datum, t.status) for t in Termijn.objects.filter(aanleiding=f"besluit:{nieuw.pk}")] == [
        (date(2026, 6, 22), "lopend")
    ]
    event = DossierEvent.objects.latest("pk")
    assert event.tekst == "Besluit 9901-B-2026-00002 vastgesteld: herziening."


def test_herziening_changes_the_voorziening_and_keeps_what_was(verstuurd, koelkast, coach, consulent):
    nieuw = stappen.herzie(verstuurd, [regel(coach, "anders", "900.00", tot=date(2026, 12, 31))], consulent)

    coach.refresh_from_db()
    assert (coach.bedrag, coach.looptijd_tot, coach.status) == (Decimal("900.00"), date(2026, 12, 31), "toegekend")
    assert (coach.besluit, coach.herzien_met) == (verstuurd, nieuw)
    laatste, vorige = coach.history.all()[:2]
    assert (vorige.bedrag, laatste.bedrag) == (Decimal("1800.00"), Decimal("900.00"))
    assert laatste.history_change_reason == "Herzien met 9901-B-2026-00002"
    koelkast.refresh_from_db()
    assert (koelkast.herzien_met, koelkast.bedrag) == (None, Decimal("466.33"))


def test_letter_says_what_was_and_only_what_changes(verstuurd, koelkast, coach, consulent):
    regels = [regel(koelkast, "vervalt", motivering="U kreeg er een."), regel(coach, "blijft", motivering="")]

    nieuw = stappen.herzie(verstuurd, regels, consulent, toelichting="U kreeg een koelkast van uw zus.")

    brief = uit_json(nieuw.snapshot)
    (rij,) = brief.voorzieningen
    assert (brief.vult_aan, brief.over_datum, brief.ingang) == ("9901-B-2026-00001", VERSTUURD, ON)
    assert (brief.toelichting, brief.zienswijze) == ("U kreeg een koelkast van uw zus.", "U vindt het goed.")
    assert (rij.omschrijving, rij.wijziging, rij.besluit, rij.was, rij.motivering) == (
        "Koelkast", "vervalt", "afgewezen", "u krijgt dit, €\xa0466,33, eenmalig", "U kreeg er een.",
    )  # fmt: skip
    koelkast.refresh_from_db()
    assert (koelkast.status, koelkast.looptijd_tot, koelkast.herzien_met) == ("toegekend", date(2026, 5, 10), nieuw)
    assert te_herzien(verstuurd) == [koelkast, coach]


def toetsen_en_som(besluit):
    """Give by voorziening the answers to the obstacle and the three tests, and the sum, as the letter has them."""
    regels = uit_json(besluit.snapshot).voorzieningen
    return {rij.omschrijving: ([antwoord for _, antwoord in rij.toetsen], rij.rekensom) for rij in regels}


def test_letter_carries_the_tests_and_the_sum_of_what_gives_more(verstuurd, koelkast, coach, consulent):
    regels = [regel(koelkast, "anders", "932.66"), regel(coach, "anders", "900.00")]

    nieuw = stappen.herzie(verstuurd, regels, consulent)

    assert toetsen_en_som(nieuw) == {
        "Koelkast": (list(TOETSEN.values()), "2 × €\xa0466,33"),
        "Budgetcoach, 12 gesprekken": ([], ""),
    }
    html = besluit_html(uit_json(nieuw.snapshot))
    assert "Wij kijken bij elke voorziening naar drie vragen." in html
    assert "Zo rekenen wij: 2 × €\xa0466,33 is €\xa0932,66." in html


def test_letter_carries_the_tests_that_the_herziening_itself_writes(geweigerd, consulent):
    Voorziening.objects.filter(pk=geweigerd.pk).update(evenredigheid="")
    regels = [regel(geweigerd, "alsnog", "466.33", evenredigheid="Het goedkoopste bed.")]

    nieuw = stappen.herzie(geweigerd.besluit, regels, consulent, zienswijze="")

    antwoorden = [TOETSEN["obstakel"], TOETSEN["geschiktheid"], TOETSEN["noodzakelijkheid"], "Het goedkoopste bed."]
    assert toetsen_en_som(nieuw) == {"Bed": (antwoorden, "")}


def test_letter_that_takes_away_or_gives_less_has_no_tests_and_announces_none(verstuurd, koelkast, coach, consulent):
    nieuw = stappen.herzie(verstuurd, [regel(koelkast, "vervalt"), regel(coach, "anders", "900.00")], consulent)

    assert toetsen_en_som(nieuw) == {"Koelkast": ([], ""), "Budgetcoach, 12 gesprekken": ([], "")}
    assert "drie vragen" not in besluit_html(uit_json(nieuw.snapshot))


def test_what_was_refused_is_granted_after_all_by_the_herziening(geweigerd, consulent):
    nieuw = stappen.herzie(geweigerd.besluit, [regel(geweigerd, "alsnog", "466.33")], consulent, zienswijze="")

    geweigerd.refresh_from_db()
    assert (geweigerd.status, geweigerd.besluit, geweigerd.bedrag) == ("toegekend", nieuw, Decimal("466.33"))
    assert uit_json(nieuw.snapshot).voorzieningen[0].was == "u krijgt dit niet"
    assert te_herzien(nieuw) == [geweigerd]


@pytest.mark.parametrize(
    ("wat", "bedrag", "on", "melding"),
    [
        pytest.param("anders", "932.66", NA_MATERIEEL, "spullen", id="more-after-six-months"),
        pytest.param("anders", "466.32", NA_MATERIEEL, "", id="less-after-six-months"),
        pytest.param("vervalt", None, NA_TWEE_JAAR, "", id="lapses-after-two-years"),
        pytest.param("anders", "932.66", date(2026, 9, 11), "", id="more-in-time"),
    ],
)
def test_giving_more_passes_the_gate_and_giving_less_needs_none(
    verstuurd, koelkast, consulent, wat, bedrag, on, melding
):
    regels = [regel(koelkast, wat, bedrag)]

    if melding:
        weigert(melding, stappen.herzie, verstuurd, regels, consulent, ingang=on, on=on)
    else:
        assert stappen.herzie(verstuurd, regels, consulent, ingang=on, on=on).soort == "herziening"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        pytest.param({"toelichting": " "}, "welke nieuwe feiten er zijn", id="without-facts"),
        pytest.param({"zienswijze": ""}, "wat de inwoner ervan vindt", id="without-zienswijze"),
        pytest.param({"ingang": date(2026, 4, 19)}, "is van 20 april 2026", id="before-the-besluit"),
        pytest.param({"datum": date(2026, 5, 10)}, "niet in het verleden", id="letter-of-yesterday"),
    ],
)
def test_incomplete_herziening_is_refused(verstuurd, koelkast, consulent, anders, melding):
    weigert(melding, stappen.herzie, verstuurd, [regel(koelkast, "vervalt")], consulent, **anders)


def test_herziening_without_a_change_is_refused(verstuurd, koelkast, consulent):
    weigert("Er verandert nog niets", stappen.herzie, verstuurd, [regel(koelkast, "blijft")], consulent)


def test_row_that_is_wrong_is_named_by_voorziening_and_field(verstuurd, koelkast, consulent):
    fout = weigert(
        "Schrijf op waarom", stappen.herzie, verstuurd, [regel(koelkast, "vervalt", motivering="")], consulent
    )

    assert isinstance(fout, HerzienFout)
    assert {pk: set(velden) for pk, velden in fout.fouten.items()} == {koelkast.pk: {"motivering"}}


def test_voorziening_of_another_besluit_is_refused(geweigerd, verstuurd, consulent):
    weigert("hoort niet bij dit besluit", stappen.herzie, verstuurd, [regel(geweigerd, "alsnog", "1.00")], consulent)


def test_besluit_that_has_not_left_is_not_revised_and_not_taken_back(besluit, consulent):
    koelkast = Voorziening.objects.get(omschrijving="Koelkast")

    weigert("nog niet verzonden", stappen.herzie, besluit, [regel(koelkast, "vervalt")], consulent)
    weigert("nog niet verzonden", stappen.trek_in, besluit, consulent)


def decide_on_bezwaar(verstuurd, consulent, jurist, dictum=Dictum.GEGROND):
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(verstuurd, consulent), consulent)
    besloten = bezwaarstappen.beslis(bezwaar, jurist, dictum, gevolg="Een bed.", vervolg=Vervolg.NIEUW_BESLUIT)
    stappen.verstuur(besloten, jurist, bezwaarstappen.BESLOTEN)
    return Bezwaar.objects.get(pk=bezwaar.pk)


def test_herziening_after_bezwaar_is_linked_and_its_taak_done(geweigerd, consulent, jurist):
    bezwaar = decide_on_bezwaar(geweigerd.besluit, consulent, jurist)
    on = date(2026, 6, 25)

    nieuw = stappen.herzie(
        geweigerd.besluit, [regel(geweigerd, "alsnog", "466.33")], consulent, bezwaar=bezwaar, ingang=on, on=on
    )

    bezwaar.refresh_from_db()
    assert (bezwaar.vervolg_besluit, bezwaar.wacht_op_besluit) == (nieuw, False)
    assert bezwaar.vervolg_taak.gedaan_op == moment(on)


@pytest.mark.parametrize("status", [Status.UITVOERING, Status.AFGESLOTEN])
def test_after_bezwaar_the_day_of_the_first_besluit_counts_for_the_gate(geweigerd, consulent, jurist, status):
    bezwaar = decide_on_bezwaar(geweigerd.besluit, consulent, jurist)
    Dossier.objects.filter(pk=geweigerd.plan.dossier_id).update(status=status)
    regels, on = [regel(geweigerd, "alsnog", "466.33")], NA_MATERIEEL

    if status == Status.UITVOERING:
        weigert("spullen", stappen.herzie, geweigerd.besluit, regels, consulent, ingang=on, on=on)
    nieuw = stappen.herzie(geweigerd.besluit, regels, consulent, bezwaar=bezwaar, ingang=on, on=on)

    assert nieuw.soort == "herziening"


def test_addendum_on_what_was_wrongly_refused_passes_the_gate_of_the_first_day(geweigerd, consulent, jurist):
    bezwaar = decide_on_bezwaar(geweigerd.besluit, consulent, jurist)
    plan, on = geweigerd.plan, NA_MATERIEEL
    assert herzien_url(bezwaar).endswith(f"/herzien/?bezwaar={bezwaar.pk}")
    for wat in ("Kast", " bed"):
        Voorziening.objects.voorgesteld().delete()
        voorziening_bewaren(plan=plan, gegevens=KOELKAST | {"omschrijving": wat}, by=consulent, at=moment(on))
        nieuw = {"plan": plan, "datum": on, "toelichting": "Na uw bezwaar.", **stappen.wie(consulent, on)}
        if wat == "Kast":
            weigert("spullen", addendum_vaststellen, **nieuw)
        else:
            assert addendum_vaststellen(**nieuw).soort == "addendum"


def test_bezwaar_that_waits_for_nothing_brings_no_herziening(geweigerd, consulent):
    bezwaar = bezwaarstappen.maak_bezwaar(geweigerd.besluit, consulent)

    weigert(
        "hoeft er geen nieuw besluit", stappen.herzie, geweigerd.besluit, [regel(geweigerd, "alsnog", "1.00")],
        consulent, bezwaar=bezwaar,
    )  # fmt: skip


def test_intrekking_of_the_plan_lets_it_be_decided_on_anew(verstuurd, consulent):
    dossier = verstuurd.dossier

    nieuw = stappen.trek_in(verstuurd, consulent, ingang=VERSTUURD)

    dossier.refresh_from_db()
    plan = PlanVanAanpak.objects.get(dossier=dossier)
    assert (nieuw.soort, nieuw.gaat_over, nieuw.ingang) == ("intrekking", verstuurd, VERSTUURD)
    assert (dossier.status, plan.vastgesteld_op, besluit_over_plan(dossier)) == (Status.PLAN_VAN_AANPAK, None, None)
    assert set(Voorziening.objects.values_list("status", "herzien_met")) == {("vervallen", nieuw.pk)}
    assert list(klok(dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "te_laat", None)]
    assert uit_json(nieuw.snapshot).met_terugwerkende_kracht is True

    voorziening_bewaren(plan=plan, gegevens=KOELKAST, by=consulent, at=moment(ON))
    stappen.akkoord_met(plan, consulent)
    tweede = vaststellen(plan=plan, datum=ON, by=consulent, at=moment(ON), on=ON)

    assert besluit_over_plan(dossier) == tweede
    assert list(klok(dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "te_laat_gehaald", ON)]


def test_second_toekenning_that_left_later_moves_the_clock_and_the_first_no_longer_does(verstuurd, consulent):
    stappen.trek_in(verstuurd, consulent, ingang=VERSTUURD)
    plan = PlanVanAanpak.objects.get()
    voorziening_bewaren(plan=plan, gegevens=KOELKAST, by=consulent, at=moment(ON))
    stappen.akkoord_met(plan, consulent)
    tweede = vaststellen(plan=plan, datum=ON, by=consulent, at=moment(ON), on=ON)

    stappen.verbeter(verstuurd, consulent, date(2026, 4, 21))
    assert klok(plan.dossier, "plan_van_aanpak").get()[2] == ON
    stappen.verstuur(tweede, consulent, date(2026, 5, 12))
    assert klok(plan.dossier, "plan_van_aanpak").get()[2] == date(2026, 5, 12)


def test_intrekking_of_an_addendum_stops_what_it_granted_on_the_day_before(verstuurd, consulent):
    plan = PlanVanAanpak.objects.get()
    loopt = KOELKAST | {"omschrijving": "Huurbed", "looptijd_vanaf": VERSTUURD, "looptijd_tot": date(2027, 4, 19)}
    straks = KOELKAST | {"omschrijving": "Bank", "looptijd_vanaf": date(2026, 7, 1)}
    nee = KOELKAST | {"omschrijving": "Kast", "weigeringsgrond": "Niet nodig", **WEIGEREN}
    for gegevens in (loopt, straks, nee):
        voorziening_bewaren(plan=plan, gegevens=gegevens, by=consulent, at=moment(VERSTUURD))
    addendum = addendum_vaststellen(
        plan=plan, datum=VERSTUURD, toelichting="Meer.", by=consulent, at=moment(VERSTUURD), on=VERSTUURD
    )
    stappen.verstuur(addendum, consulent)

    stappen.trek_in(addendum, consulent, ingang=date(2026, 6, 1))

    rijen = Voorziening.objects.exclude(besluit=verstuurd).order_by("pk")
    assert list(rijen.values_list("omschrijving", "status", "looptijd_tot")) == [
        ("Huurbed", "toegekend", date(2026, 5, 31)),
        ("Bank", "vervallen", None),
        ("Kast", "voorstel", None),
    ]
    plan.dossier.refresh_from_db()
    assert plan.dossier.status == Status.UITVOERING
    assert besluit_over_plan(plan.dossier) == verstuurd


def test_besluit_is_taken_back_once(verstuurd, consulent):
    nieuw = stappen.trek_in(verstuurd, consulent)

    weigert(f"al ingetrokken met {nieuw.nummer}", stappen.trek_in, verstuurd, consulent)
    koelkast = Voorziening.objects.first()
    Dossier.objects.update(status=Status.UITVOERING)
    weigert(f"ingetrokken met {nieuw.nummer}", stappen.herzie, verstuurd, [regel(koelkast, "vervalt")], consulent)


def test_besluit_with_an_addendum_or_a_herziening_is_not_taken_back_first(geweigerd, verstuurd, koelkast, consulent):
    weigert("addenda: 9901-B-2026-00002. Trek die eerst in", stappen.trek_in, verstuurd, consulent)

    stappen.trek_in(geweigerd.besluit, consulent)
    stappen.herzie(verstuurd, [regel(koelkast, "vervalt")], consulent)

    weigert("herzien met 9901-B-2026-00004", stappen.trek_in, verstuurd, consulent)


@pytest.mark.parametrize("soort", ["herziening", "intrekking", "besluit_op_bezwaar"])
def test_kinds_that_are_not_taken_back_say_what_to_do_instead(verstuurd, consulent, soort):
    verstuurd.soort = soort
    anders = Besluit(
        **{
            veld.attname: getattr(verstuurd, veld.attname)
            for veld in Besluit._meta.concrete_fields
            if veld.name != "id"
        }
    )
    anders.nummer = "9901-B-2026-00090"
    if soort in ("herziening", "intrekking"):
        anders.gaat_over_id, anders.ingang = verstuurd.pk, ON
    anders.save()

    weigert("trekt u niet in", stappen.trek_in, anders, consulent)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        pytest.param({"ingang": date(2026, 4, 19)}, "is van 20 april 2026", id="before-the-besluit"),
        pytest.param({"toelichting": ""}, "Schrijf op waarom u het besluit intrekt", id="without-why"),
        pytest.param({"zienswijze": " "}, "Awb artikel 4:8", id="without-zienswijze"),
    ],
)
def test_incomplete_intrekking_is_refused(verstuurd, consulent, anders, melding):
    weigert(melding, stappen.trek_in, verstuurd, consulent, **anders)


def test_more_pieces_keep_the_price_that_was_agreed(verstuurd, coach, consulent):
    Voorziening.objects.filter(pk=coach.pk).update(
        aantal=12, eenheidsprijs=Decimal("150.00"), prijsbasis="offerte", prijs_bron="Offerte", btw=Decimal("312.40")
    )

    stappen.herzie(verstuurd, [regel(coach, "anders", "3000.00")], consulent)

    coach.refresh_from_db()
    assert (coach.aantal, coach.eenheidsprijs, coach.prijsbasis) == (20, Decimal("150.00"), "offerte")
    assert (coach.bedrag, coach.btw) == (Decimal("3000.00"), Decimal("520.67"))


def test_amount_that_the_price_does_not_explain_has_no_price_any_more(verstuurd, koelkast, consulent):
    stappen.herzie(verstuurd, [regel(koelkast, "anders", "400.00")], consulent)

    koelkast.refresh_from_db()
    assert (koelkast.bedrag, koelkast.eenheidsprijs, koelkast.prijsbasis) == (Decimal("400.00"), None, "")
    assert koelkast.history.all()[1].eenheidsprijs == Decimal("466.33")

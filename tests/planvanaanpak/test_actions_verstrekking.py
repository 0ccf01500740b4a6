"""Write down what was delivered, and judge a saneringskrediet: what is kept, what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from cases.actions.basis import ActieFout
from cases.models import Dossier, DossierEvent
from nazorg.bron import list_doorlopend
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.sanering import sanering_vastleggen, sanering_weghalen
from planvanaanpak.actions.verstrekking import DUBBEL, stand_op, verstrekking_intrekken
from planvanaanpak.models import Saneringskrediet, Verstrekking, Voorziening
from planvanaanpak.voorzieningbron import open_punten
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.voorzieningstappen import KREDIET, SANERING, lever
from tests.tabellen import alles
from tests.wegen import BUDGETCOACH, KOELKAST, maak_bewijs

pytestmark = pytest.mark.django_db
MEI = date(2026, 5, 4)


@pytest.fixture
def koelkast(besluit):
    return besluit.voorzieningen.get(omschrijving="Koelkast")


@pytest.fixture
def coach(besluit):
    """Give twelve gesprekken of which a part can be used."""
    Voorziening.objects.filter(besluit=besluit, soort="immaterieel").update(
        aantal=3, eenheid="gesprekken", eenheidsprijs=600, looptijd_vanaf=VANDAAG
    )
    return besluit.voorzieningen.get(soort="immaterieel")


def test_goods_are_ordered_and_delivered_each_with_an_event(koelkast, consulent):
    lever(koelkast, consulent, date(2026, 4, 22), "besteld")
    lever(koelkast, consulent, MEI, toelichting="Bij de buren.")

    assert stand_op(koelkast, MEI).woorden == "geleverd op 4 mei 2026"
    events = DossierEvent.objects.filter(soort="verstrekking").order_by("pk").values_list("tekst", "reden")
    assert list(events) == [
        ("Koelkast: besteld op 22 april 2026.", ""),
        ("Koelkast: geleverd op 4 mei 2026.", "Bij de buren."),
    ]


def test_two_of_three_are_used_and_a_fourth_is_refused(coach, consulent):
    lever(coach, consulent, MEI, "gebruikt", aantal="2")
    assert stand_op(coach, MEI).woorden == "2 van 3 gebruikt"

    with pytest.raises(ActieFout, match="Toegekend: 3, gebruikt: 2"):
        lever(coach, consulent, MEI, "gebruikt", aantal="2", toelichting="Nog twee")
    lever(coach, consulent, MEI, "gebruikt", aantal="1", toelichting="De laatste")

    assert stand_op(coach, MEI).is_op


def doorlopend(voorziening):
    return [(rij.omschrijving, rij.nog) for rij in list_doorlopend(voorziening.plan.dossier, MEI)]


def test_stopped_hulp_says_why_and_does_not_run_on_after_the_end(coach, consulent):
    assert doorlopend(coach) == [("Koelkast", "nog te leveren"), ("Budgetcoach, 12 gesprekken", "zonder einddatum")]

    lever(coach, consulent, MEI, "gestopt", toelichting="U heeft weer overzicht.")

    stand = stand_op(coach, MEI)
    assert (stand.woorden, stand.reden) == ("gestopt op 4 mei 2026", "U heeft weer overzicht.")
    assert doorlopend(coach) == [("Koelkast", "nog te leveren")]
    with pytest.raises(ActieFout, match="is gestopt op 4 mei 2026"):
        lever(coach, consulent, MEI, "gebruikt", aantal="1")


def test_hulp_that_is_finished_does_not_run_on_either(coach, consulent):
    lever(coach, consulent, MEI)

    assert doorlopend(coach) == [("Koelkast", "nog te leveren")]


def test_withdrawn_row_stays_and_counts_no_more(koelkast, consulent):
    rij = lever(koelkast, consulent, MEI)
    wie = {"verstrekking": rij, "by": consulent, "at": moment(MEI)}

    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        verstrekking_intrekken(reden=" ", **wie)
    verstrekking_intrekken(reden="Verkeerd dossier", **wie)
    with pytest.raises(ActieFout, match="al weggehaald"):
        verstrekking_intrekken(reden="Nog eens", **wie)

    assert stand_op(Voorziening.objects.get(pk=koelkast.pk), MEI).woorden == "nog te leveren"
    assert Verstrekking.objects.get().ingetrokken_reden == "Verkeerd dossier"
    laatste = DossierEvent.objects.latest("pk")
    assert (laatste.tekst, laatste.reden) == ("Weggehaald bij Koelkast: geleverd op 4 mei 2026.", "Verkeerd dossier")


@pytest.mark.parametrize(
    ("soort", "anders", "melding"),
    [
        ("geleverd", {"datum": date(2026, 2, 27)}, "kan niet vóór de aanmelding"),
        ("gestopt", {}, "Schrijf op waarom deze voorziening stopt."),
        ("gebruikt", {}, "Vul in hoeveel er is gebruikt."),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(koelkast, consulent, soort, anders, melding):
    voor = alles()

    with pytest.raises(ActieFout, match=melding), transaction.atomic():
        lever(koelkast, consulent, **({"datum": MEI} | anders), soort=soort)

    assert alles() == voor


def test_day_in_the_future_and_the_same_twice_are_refused(koelkast, consulent):
    with pytest.raises(ActieFout, match="kan niet in de toekomst liggen"):
        lever(koelkast, consulent, MEI, "besteld", on=VANDAAG)
    lever(koelkast, consulent, MEI, "besteld")

    with pytest.raises(ActieFout) as fout:
        lever(koelkast, consulent, MEI, "besteld")

    assert str(fout.value) == DUBBEL


def test_what_was_refused_or_only_proposed_is_not_delivered(besluit, consulent):
    voorstel = voorziening_bewaren(plan=besluit.dossier.plan, gegevens=BUDGETCOACH, by=consulent, at=moment(VANDAAG))

    with pytest.raises(ActieFout, match="over Budgetcoach, 12 gesprekken is nog niet beslist"):
        lever(voorstel, consulent, MEI)


def test_database_wants_a_reason_to_stop_and_a_number_that_was_used(koelkast, consulent):
    rij = lever(koelkast, consulent, MEI)

    for velden in ({"soort": "gestopt"}, {"soort": "gebruikt"}, {"aantal": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Verstrekking.objects.filter(pk=rij.pk).update(**velden)


@halte
def krediet(plan, consulent):
    """Give a saneringskrediet of 8400 euro for a young person of 20."""
    Dossier.objects.filter(pk=plan.dossier_id).update(doelgroep="kind")
    plan.dossier.refresh_from_db()
    persoon = plan.dossier.persoon
    persoon.geboortedatum = "2005-08-31"
    persoon.save()
    return voorziening_bewaren(plan=plan, gegevens=KREDIET, by=consulent, at=moment(VANDAAG))


def saneer(voorziening, by, **anders):
    return sanering_vastleggen(
        voorziening=voorziening, gegevens=SANERING | anders, by=by, at=moment(VANDAAG), on=VANDAAG
    )


def test_saneringskrediet_that_meets_all_is_kept_with_an_event(krediet, consulent):
    rij = saneer(krediet, consulent)

    assert (rij.datum_verzoek, rij.af_te_lossen) == (date(2026, 3, 12), False)
    assert DossierEvent.objects.latest("pk").tekst == "Saneringskrediet beoordeeld: Saneringskrediet."
    assert open_punten(krediet.plan.dossier, [Voorziening.objects.get(pk=krediet.pk)]) == ()


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"af_te_lossen": True}, "kan de schulden wel aflossen binnen 36 maanden"),
        ({"datum_beschikking": date(2025, 3, 11)}, "te laat. Het kon tot en met 11 maart 2026"),
        ({"datum_beschikking": date(2025, 3, 12)}, ""),
        ({"overeenkomst": date(2022, 11, 4)}, "vóór 5 november 2022 telt niet mee"),
        ({"datum_verzoek": date(2026, 4, 21)}, "Een datum kan niet in de toekomst liggen."),
        ({"toelichting": " "}, "Schrijf op waarom aflossen binnen 36 maanden wel of niet lukt."),
    ],
)
def test_saneringskrediet_on_each_boundary(krediet, consulent, anders, melding):
    if not melding:
        assert saneer(krediet, consulent, **anders).pk
        return
    voor = alles()

    with pytest.raises(ActieFout, match=melding), transaction.atomic():
        saneer(krediet, consulent, **anders)

    assert alles() == voor


def test_young_person_of_17_at_the_verzoek_and_another_doelgroep_are_refused_together(krediet, consulent):
    persoon = krediet.plan.dossier.persoon
    persoon.geboortedatum = "2008-03-13"
    persoon.save()
    Dossier.objects.filter(pk=krediet.plan.dossier_id).update(doelgroep="aanvrager")

    with pytest.raises(ActieFout) as fout:
        saneer(krediet, consulent)

    assert str(fout.value) == (
        "Toekennen kan niet. Op 12 maart 2026 was de inwoner nog geen 18 jaar."
        " Alleen voor wie onder de kindregeling valt. Of zet het voorstel op afwijzen."
    )


def test_above_the_maximum_only_with_the_college(krediet, plan, consulent):
    gegevens = {"bedrag": Decimal("10000.01")}
    voorziening_bewaren(plan=plan, voorziening=krediet, gegevens=gegevens, by=consulent, at=moment(VANDAAG))
    besluit = {"collegebesluit": "2026-114", "collegebesluit_datum": VANDAAG}

    for te_weinig in ({}, besluit):
        with pytest.raises(ActieFout, match="Dat kan alleen met een besluit van het college"):
            saneer(krediet, consulent, **te_weinig)
    bewijs = maak_bewijs(plan.dossier, consulent, VANDAAG)
    saneer(krediet, consulent, **besluit, collegebesluit_document=bewijs)

    assert Saneringskrediet.objects.get().collegebesluit == "2026-114"


def test_amount_that_is_raised_later_comes_back_on_the_checklist(krediet, plan, consulent):
    saneer(krediet, consulent)
    gegevens = {"bedrag": Decimal("12000.00")}
    voorziening_bewaren(plan=plan, voorziening=krediet, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    assert open_punten(plan.dossier, [Voorziening.objects.get(pk=krediet.pk)]) == (
        (
            "Saneringskrediet: €\xa012.000,00 is meer dan €\xa010.000,00."
            " Dat kan alleen met een besluit van het college. Vul nog in: het kenmerk, de datum en het document."
        ),
    )


def test_second_saneringskrediet_is_refused_with_the_first_named(besluit, consulent):
    Dossier.objects.filter(pk=besluit.dossier_id).update(doelgroep="kind")
    dossier = Dossier.objects.get(pk=besluit.dossier_id)
    dossier.persoon.geboortedatum = "2005-08-31"
    dossier.persoon.save()
    eerste = besluit.voorzieningen.get(soort="immaterieel")
    Saneringskrediet.objects.create(voorziening=eerste, **SANERING)
    tweede = voorziening_bewaren(plan=dossier.plan, gegevens=KREDIET, by=consulent, at=moment(VANDAAG))

    with pytest.raises(ActieFout, match="al een saneringskrediet toegekend: besluit 9901-B-2026-00001"):
        saneer(tweede, consulent)


def test_refusal_keeps_facts_that_do_not_meet_the_criteria(krediet, plan, consulent):
    gegevens = {"voorstel": "afwijzen", "weigeringsgrond": "Niet op tijd gevraagd"}
    voorziening_bewaren(plan=plan, voorziening=krediet, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    saneer(krediet, consulent, af_te_lossen=True)

    assert Saneringskrediet.objects.get().af_te_lossen


def test_krediet_belongs_to_financien_and_can_be_taken_away(krediet, plan, consulent):
    koelkast = voorziening_bewaren(
        plan=plan, gegevens=KOELKAST | {"omschrijving": "Bed"}, by=consulent, at=moment(VANDAAG)
    )
    with pytest.raises(ActieFout, match="hoort bij het leefgebied financiën"):
        saneer(koelkast, consulent)
    wie = {"voorziening": krediet, "by": consulent, "at": moment(VANDAAG), "on": VANDAAG}
    with pytest.raises(ActieFout, match="Dit voorstel is geen saneringskrediet"):
        sanering_weghalen(**wie)
    saneer(krediet, consulent)

    sanering_weghalen(**wie)

    assert Saneringskrediet.objects.count() == 0
    assert Saneringskrediet.history.filter(history_type="-").count() == 1
    assert DossierEvent.objects.latest("pk").tekst == "Geen saneringskrediet: Saneringskrediet."

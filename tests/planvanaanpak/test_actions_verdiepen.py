"""A vastgesteld plan is worked out: a leefgebied with a reason, a doelstelling for new facts, a fase evaluated."""

from datetime import date, timedelta

import pytest

from cases.actions.basis import ActieFout
from cases.models import DossierEvent
from planvanaanpak.actions import fasen, verdiepen
from planvanaanpak.keuzes import Evaluatie
from planvanaanpak.models import Planfase, Planleefgebied
from tests.factories import moment
from tests.planvanaanpak.conftest import GESPREK, VANDAAG

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG, uur=14)
FEITEN = "De inwoner begint een opleiding."


@pytest.fixture
def deel(besluit):
    return besluit.dossier.plan.leefgebieden.get(leefgebied="werk")


@pytest.fixture
def fase(besluit):
    return besluit.dossier.plan.fasen.get(nummer=2)


def laatste(dossier):
    event = DossierEvent.objects.filter(dossier=dossier).latest("id")
    return event.soort, event.tekst, event.reden


def werk_bij(deel, by, reden="Er is werk gevonden.", **anders):
    velden = {"situatie": deel.situatie, "voldoet": deel.voldoet, "hulpvraag": "", "weggelaten": "", **anders}
    return verdiepen.leefgebied_bijwerken(deel=deel, velden=velden, reden=reden, by=by, at=AT)


def wijzig(deel, by, tekst="Een startkwalificatie", feiten=FEITEN):
    return verdiepen.doelstelling_wijzigen(deel=deel, tekst=tekst, feiten=feiten, by=by, at=AT)


def test_leefgebied_is_worked_out_with_the_reason_in_the_trail(deel, consulent):
    na = werk_bij(deel, consulent, situatie="Werkt 20 uur.\r\n")

    assert na.situatie == "Werkt 20 uur."
    assert laatste(deel.plan.dossier) == (
        "plan_bijgewerkt", "Plan bijgewerkt na vaststelling: werk.", "Er is werk gevonden.",
    )  # fmt: skip
    versie = Planleefgebied.history.filter(id=deel.pk).latest()
    assert (versie.history_user, versie.history_change_reason) == (consulent, "Er is werk gevonden.")


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"reden": " ", "situatie": "Anders."}, "Schrijf op waarom dit verandert"),
        ({}, "Er is niets veranderd"),
    ],
)
def test_leefgebied_without_reason_or_change_is_refused(deel, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        werk_bij(deel, consulent, **anders)
    assert Planleefgebied.objects.get(pk=deel.pk).situatie == "Zo is het nu met werk."


def test_leefgebied_with_an_open_doel_is_not_left_out(besluit, consulent):
    wonen = besluit.dossier.plan.leefgebieden.get(leefgebied="wonen")

    with pytest.raises(ActieFout, match="nog een doel open"):
        werk_bij(wonen, consulent, weggelaten="Niet meer nodig.")


def test_situatie_at_the_aanmelding_is_put_right_with_a_reason(besluit, consulent):
    plan = besluit.dossier.plan
    hoe = {"by": consulent, "at": AT}

    for situatie, reden, melding in (
        (" ", "Nieuw.", "hoe het ging bij de aanmelding"),
        ("U sliep in de auto.", " ", "waarom dit verandert"),
        (plan.situatie, "Nieuw.", "Er is niets veranderd"),
    ):
        with pytest.raises(ActieFout, match=melding):
            verdiepen.situatie_bijwerken(plan=plan, situatie=situatie, reden=reden, **hoe)
    verdiepen.situatie_bijwerken(plan=plan, situatie="U sliep in de auto.\r\n", reden="Dit vertelde u later.", **hoe)

    plan.refresh_from_db()
    assert plan.situatie == "U sliep in de auto."
    laatste = DossierEvent.objects.latest("pk")
    assert (laatste.soort, laatste.reden) == ("plan_bijgewerkt", "Dit vertelde u later.")
    assert plan.history.first().history_change_reason == "Dit vertelde u later."


def test_doelstelling_changes_for_new_facts_and_back(deel, consulent):
    na = wijzig(deel, consulent, tekst="  Een   startkwalificatie ")

    assert (na.doelstelling, na.doelstelling_reden) == ("Een startkwalificatie", FEITEN)
    assert (na.doelstelling_op, na.doelstelling_door) == (AT, consulent)
    assert laatste(deel.plan.dossier) == (
        "doelstelling_gewijzigd",
        "Doelstelling bij werk gewijzigd van 'Werkzekerheid' in 'Een startkwalificatie'.",
        FEITEN,
    )
    terug = wijzig(deel, consulent, tekst="Werkzekerheid", feiten="De opleiding stopte.")
    assert (terug.doelstelling, terug.doelstelling_anders) == ("Werkzekerheid", "")
    assert [h.doelstelling_anders for h in Planleefgebied.history.filter(id=deel.pk)[:2]] == [
        "", "Een startkwalificatie",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"tekst": " "}, "wat de doelstelling wordt"),
        ({"feiten": " "}, "alleen door nieuwe feiten of omstandigheden"),
        ({"tekst": "Werkzekerheid"}, "Dit is al de doelstelling"),
    ],
)
def test_doelstelling_without_new_facts_stays(deel, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        wijzig(deel, consulent, **anders)
    assert Planleefgebied.objects.get(pk=deel.pk).doelstelling == "Werkzekerheid"


def test_fase_is_planned_once_and_moved(fase, consulent):
    hoe = {"by": consulent, "at": AT, "on": VANDAAG}
    for dag in (VANDAAG, VANDAAG, date(2026, 9, 1)):
        fasen.fase_plannen(fase=fase, datum=dag, **hoe)

    fase.refresh_from_db()
    assert (str(fase), fase.datum_evaluatie) == (
        "Fase 2: Gezinsinterventie, leefstijl, psychologische en lichamelijke ondersteuning", date(2026, 9, 1),
    )  # fmt: skip
    assert list(DossierEvent.objects.filter(soort="fase_gepland").order_by("id").values_list("tekst", flat=True)) == [
        "Evaluatie van fase 2 gepland op 20 april 2026.",
        "Evaluatie van fase 2 gepland op 1 september 2026.",
    ]


def evalueer(fase, by, **anders):
    gegevens = {"datum": VANDAAG, "uitkomst": Evaluatie.AANPASSEN, "toelichting": "Er is meer hulp nodig.", **anders}
    return fasen.fase_evalueren(fase=fase, **gegevens, by=by, at=AT, on=VANDAAG)


def test_fase_is_evaluated_and_put_right(fase, consulent):
    na = evalueer(fase, consulent)
    assert (na.datum_geevalueerd, na.uitkomst, na.geevalueerd_op, na.geevalueerd_door) == (
        VANDAAG, "aanpassen", AT, consulent,
    )  # fmt: skip
    assert laatste(fase.plan.dossier)[1] == "Fase 2 geëvalueerd op 20 april 2026: het plan wordt aangepast."

    evalueer(fase, consulent, uitkomst=Evaluatie.DOORGAAN)

    assert list(Planfase.history.filter(id=fase.pk).values_list("uitkomst", flat=True)[:2]) == ["doorgaan", "aanpassen"]
    with pytest.raises(ActieFout, match="al geëvalueerd"):
        fasen.fase_plannen(fase=fase, datum=VANDAAG, by=consulent, at=AT, on=VANDAAG)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"toelichting": " "}, "Schrijf op wat u met de inwoner hebt besproken"),
        ({"datum": VANDAAG + timedelta(days=1)}, "niet in de toekomst"),
        ({"datum": GESPREK - timedelta(days=1)}, "niet vóór het eerste gesprek"),
    ],
)
def test_evaluation_that_can_not_be_is_refused(fase, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        evalueer(fase, consulent, **anders)
    assert Planfase.objects.get(pk=fase.pk).geevalueerd_op is None


def test_evaluation_in_the_past_is_not_planned(fase, consulent):
    with pytest.raises(ActieFout, match="op vandaag of later"):
        fasen.fase_plannen(fase=fase, datum=VANDAAG - timedelta(days=1), by=consulent, at=AT, on=VANDAAG)

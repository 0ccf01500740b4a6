"""Up to when an akkoord goes: the day on which it was given, and not the moment on which somebody typed it."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.models import Dossier, DossierEvent
from planvanaanpak.actions.akkoord import wijziging_binnen_akkoord
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.plan import akkoord_vastleggen, voorziening_bewaren
from planvanaanpak.akkoordkeuzes import AkkoordVan
from planvanaanpak.keuzes import AkkoordKanaal
from planvanaanpak.models import Akkoord
from planvanaanpak.opbouw import plangegevens
from planvanaanpak.planbron import gewijzigd_na_akkoord, plan_van
from tests.factories import moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.planvanaanpak.test_akkoord import vertegenwoordiger
from tests.wegen import KOELKAST, maak_bewijs

pytestmark = pytest.mark.django_db

GEWIJZIGD, DAARNA = date(2026, 4, 24), date(2026, 4, 25)
VASTGELEGD = moment(VANDAAG)


def leg_vast(plan, by, on=DAARNA, uur=10, **anders):
    velden = {
        "datum": VANDAAG, "kanaal": AkkoordKanaal.EMAIL, "bewijs": plan.akkoord.bewijs, "toelichting": "", **anders,
    }  # fmt: skip
    return akkoord_vastleggen(plan=plan, **velden, by=by, at=moment(on, uur), on=on)


def wijzig(plan, by, dag=GEWIJZIGD, uur=9):
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=by, at=moment(dag, uur))


def valt_binnen(plan, by, on=DAARNA):
    return wijziging_binnen_akkoord(plan=plan, reden="Het bed stond al in het gesprek.", by=by, at=moment(on))


def is_ouder(plan):
    """Say what the checklist says, and check that both roads to it agree."""
    ouder = plangegevens(Dossier.objects.get(pk=plan.dossier_id)).akkoord_ouder
    assert gewijzigd_na_akkoord(plan.dossier, type(plan).objects.get(pk=plan.pk)) == ouder
    return ouder


def test_proof_added_later_does_not_stretch_the_akkoord(plan, consulent, brieven_gevraagd):
    wijzig(plan, consulent)
    mail = maak_bewijs(plan.dossier, consulent, VANDAAG)

    akkoord = leg_vast(plan, consulent, bewijs=mail, toelichting=" De mail van mevrouw. ")

    assert (akkoord.bewijs, akkoord.toelichting) == (mail, "De mail van mevrouw.")
    assert (akkoord.vastgelegd_op, akkoord.vastgelegd_door) == (VASTGELEGD, consulent)
    assert is_ouder(plan)
    with pytest.raises(ActieFout, match="Nog nodig: Het akkoord is ouder dan het plan"):
        vaststellen(plan=plan, datum=DAARNA, by=consulent, at=moment(DAARNA), on=DAARNA)
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst) == (
        "akkoord", "Bewijs of toelichting gewijzigd bij het akkoord van 20 april 2026.",
    )  # fmt: skip


def test_proof_added_later_keeps_why_a_change_falls_within(plan, consulent):
    wijzig(plan, consulent)
    valt_binnen(plan, consulent)

    akkoord = leg_vast(plan, consulent, uur=15, bewijs=maak_bewijs(plan.dossier, consulent, VANDAAG))

    assert (akkoord.wijziging_reden, akkoord.wijziging_op, akkoord.wijziging_door) == (
        "Het bed stond al in het gesprek.", moment(DAARNA), consulent,
    )  # fmt: skip
    assert not is_ouder(plan)


def test_same_akkoord_saved_again_changes_nothing(plan, consulent):
    aantal, versies = DossierEvent.objects.count(), Akkoord.history.count()

    akkoord = leg_vast(plan, consulent)

    assert (akkoord.vastgelegd_op, DossierEvent.objects.count(), Akkoord.history.count()) == (
        VASTGELEGD, aantal, versies,
    )  # fmt: skip


def test_paper_that_was_signed_before_a_change_does_not_cover_it(plan, consulent):
    """Signed on 20 April, the plan changed on the 24th, the paper entered on the 25th."""
    bewijs = plan.akkoord.bewijs
    plan.akkoord.delete()
    plan = type(plan).objects.get(pk=plan.pk)
    wijzig(plan, consulent)

    akkoord_vastleggen(
        plan=plan, datum=VANDAAG, kanaal=AkkoordKanaal.PAPIER, bewijs=bewijs, toelichting="", by=consulent,
        at=moment(DAARNA), on=DAARNA,
    )  # fmt: skip

    assert is_ouder(plan)


@pytest.mark.parametrize(
    ("gewijzigd", "vastgelegd", "ouder"),
    [
        ((VANDAAG, 11), (VANDAAG, 14), False),
        ((VANDAAG, 11), (DAARNA, 9), False),
        ((VANDAAG, 23), (DAARNA, 9), False),
        ((date(2026, 4, 21), 0), (DAARNA, 9), True),
    ],
    ids=["before it was typed", "that day, typed later", "the last hour of that day", "midnight after"],
)
def test_akkoord_covers_what_was_changed_on_its_day_before_it_was_typed(plan, consulent, gewijzigd, vastgelegd, ouder):
    wijzig(plan, consulent, *gewijzigd)

    leg_vast(plan, consulent, *vastgelegd, kanaal=AkkoordKanaal.GESPREK)

    assert is_ouder(plan) == ouder


def test_change_later_on_the_day_of_the_akkoord_is_not_covered(plan, consulent):
    wijzig(plan, consulent, VANDAAG, 16)

    assert is_ouder(plan)


def nieuw(plan, by, wat):
    return {
        "datum": {"datum": DAARNA},
        "kanaal": {"kanaal": AkkoordKanaal.PAPIER},
        "wie": {"van": AkkoordVan.VERTEGENWOORDIGER, "vertegenwoordiger": vertegenwoordiger(plan.dossier, by)},
        "deel": {"niet_akkoord": "De budgetcoach."},
    }[wat]


@pytest.mark.parametrize(("wat", "ouder"), [("datum", False), ("kanaal", True), ("wie", True), ("deel", True)])
def test_other_day_way_person_or_extent_is_a_new_akkoord(plan, consulent, wat, ouder):
    """It goes up to its own day: what is only put right of the akkoord of before covers nothing more."""
    wijzig(plan, consulent)
    valt_binnen(plan, consulent, GEWIJZIGD)
    anders = nieuw(plan, consulent, wat)

    akkoord = leg_vast(plan, consulent, **anders)

    assert (akkoord.vastgelegd_op, akkoord.wijziging_reden, akkoord.wijziging_op) == (moment(DAARNA), "", None)
    assert is_ouder(plan) == ouder


def test_akkoord_given_again_on_the_same_day_counts_from_then(plan, consulent):
    wijzig(plan, consulent, VANDAAG, 11)

    akkoord = leg_vast(plan, consulent, on=VANDAAG, uur=14, opnieuw=True)

    assert akkoord.vastgelegd_op == moment(VANDAAG, 14)
    assert not is_ouder(plan)
    assert DossierEvent.objects.latest("pk").tekst == "Akkoord met het plan op 20 april 2026: e-mail."


def test_akkoord_given_again_is_of_the_day_of_the_change_or_later(plan, consulent):
    wijzig(plan, consulent)

    with pytest.raises(ActieFout) as fout:
        leg_vast(plan, consulent, opnieuw=True)

    assert str(fout.value) == (
        "Het plan is gewijzigd op 24 april 2026. Vul bij 'Wanneer' de dag in waarop de inwoner daarna akkoord gaf."
    )
    assert Akkoord.objects.get().vastgelegd_op == VASTGELEGD


def test_page_asks_whether_it_is_a_new_akkoord_only_after_a_change(pagina, plan, consulent):
    pad = url("akkoord", plan.dossier.nummer)
    assert "opnieuw" not in pagina.get(pad).context["form"].fields
    Akkoord.objects.update(vastgelegd_op=moment(VANDAAG, 7))
    form = pagina.get(pad).context["form"]
    assert form.fields["opnieuw"].label == "De inwoner gaf opnieuw akkoord, met het plan van nu"
    gegevens = {"datum": "20-04-2026", "kanaal": "e-mail", "bewijs": plan.akkoord.bewijs_id}

    response = pagina.post(pad, gegevens | {"toelichting": "De mail."}, follow=True)
    assert berichten(response) == [
        "Het akkoord is vastgelegd.",
        (
            "Het plan is na dit akkoord gewijzigd. Vraag de inwoner opnieuw akkoord, of schrijf op waarom de wijziging"
            " erbinnen valt."
        ),
    ]
    response = pagina.post(pad, gegevens | {"toelichting": "De mail.", "opnieuw": "on"}, follow=True)

    assert berichten(response) == ["Het akkoord is vastgelegd."]
    assert plan_van(Dossier.objects.get(pk=plan.dossier_id)).na_akkoord is False


def test_page_shows_at_the_top_that_the_day_is_too_early(pagina, plan, consulent):
    Akkoord.objects.update(datum=date(2026, 4, 1), vastgelegd_op=moment(date(2026, 4, 1)))
    wijzig(plan, consulent, date(2026, 4, 10))
    gegevens = {"datum": "01-04-2026", "kanaal": "e-mail", "bewijs": plan.akkoord.bewijs_id, "opnieuw": "on"}

    response = pagina.post(url("akkoord", plan.dossier.nummer), gegevens)

    assert fouten(response.context["form"]) == {
        "": [
            "Het plan is gewijzigd op 20 april 2026. Vul bij 'Wanneer' de dag in waarop de inwoner daarna akkoord gaf."
        ]
    }

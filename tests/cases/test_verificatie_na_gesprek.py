"""UHT is asked after the eerste gesprek too; while it has confirmed nothing of who came directly, the pages warn."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.urls import reverse

from cases.actions.verificatie import verificatie_beantwoorden, verificatie_vastleggen, verificatie_vragen
from cases.models import Dossier
from cases.status import Status
from cases.verificatiestand import NIET_BEVESTIGD, mist_bevestiging
from cases.views.contact import NIET_NA_GESPREK
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

GESPREK, ON = date(2026, 3, 12), date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


@halte
def gesproken(dossier, consulent):
    """Give a dossier of somebody who telephoned, after the eerste gesprek."""
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    Dossier.objects.update(aanmeldroute="telefoon", casusregisseur=consulent)
    dossier.refresh_from_db()
    return dossier


def klokken(dossier):
    return set(dossier.termijnen.values_list("regel", "start", "uiterste_datum", "status", "datum_gehaald"))


def leg_vast(dossier, by, antwoord="bevestigd", gevraagd=ON):
    wat = {"datum_gevraagd": gevraagd, "kanaal": "telefoon", "antwoord": antwoord, "datum_antwoord": ON}
    return verificatie_vastleggen(dossier=dossier, **wat, by=by, **NA)


def test_confirmation_after_the_gesprek_moves_no_clock(gesproken, consulent):
    voor = klokken(gesproken)

    leg_vast(gesproken, consulent)

    gesproken.refresh_from_db()
    assert gesproken.status == Status.PLAN_VAN_AANPAK
    assert klokken(gesproken) == voor


@pytest.mark.parametrize("meteen", [True, False], ids=["with the question", "asked before"])
def test_confirmation_of_before_the_gesprek_counts_also_when_it_is_written_down_after_it(gemeente, consulent, meteen):
    """The 8 weeks run from the confirmation (VNG handreiking 2025 par. 4.1): 9 February to 7 April, after Easter."""
    dossier, dag = maak_dossier(gemeente, datum=date(2026, 1, 5)), date(2026, 2, 9)
    vraag = {"datum_gevraagd": dag, "kanaal": "telefoon", "by": consulent}
    if not meteen:
        rij = verificatie_vragen(dossier=dossier, **vraag, at=moment(dag), on=dag)
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    antwoord = {"antwoord": "bevestigd", "datum_antwoord": dag}

    if meteen:
        verificatie_vastleggen(dossier=dossier, **vraag, **antwoord, **NA)
    else:
        verificatie_beantwoorden(verificatie=rij, **antwoord, antwoord_van="", by=consulent, **NA)

    klok = dossier.termijnen.get(regel="eerste_gesprek")
    assert (klok.start, klok.uiterste_datum, klok.status) == (dag, date(2026, 4, 7), "gehaald")
    dossier.refresh_from_db()
    assert dossier.status == Status.PLAN_VAN_AANPAK


def test_question_after_the_gesprek_waits_for_its_answer(gesproken, consulent):
    rij = verificatie_vragen(dossier=gesproken, datum_gevraagd=ON, kanaal="vraagbestand", by=consulent, **NA)

    assert gesproken.termijnen.get(regel="uht_antwoord").status == "lopend"
    verificatie_beantwoorden(
        verificatie=rij, antwoord="bevestigd", datum_antwoord=ON, antwoord_van="", by=consulent, **NA
    )
    gesproken.refresh_from_db()
    assert (gesproken.status, mist_bevestiging(gesproken)) == (Status.PLAN_VAN_AANPAK, False)


@pytest.mark.parametrize(
    ("status", "route", "antwoord", "mist"),
    [
        (Status.PLAN_VAN_AANPAK, "telefoon", None, True),
        (Status.UITVOERING, "balie", None, True),
        (Status.NAZORG, "telefoon", "niet bevestigd", True),
        (Status.UITVOERING, "telefoon", "bevestigd", False),
        # UHT itself put this person on a list.
        (Status.UITVOERING, "portaal", None, False),
        # The next step asks for it.
        (Status.EERSTE_GESPREK, "telefoon", None, False),
        (Status.AANMELDING, "telefoon", None, False),
        (Status.ACCLIMATISATIE, "telefoon", None, False),
        (Status.AFGESLOTEN, "telefoon", None, False),
    ],
)
def test_who_came_directly_needs_a_confirmation(gesproken, consulent, status, route, antwoord, mist):
    if antwoord:
        leg_vast(gesproken, consulent, antwoord)
    Dossier.objects.update(status=status, aanmeldroute=route)
    gesproken.refresh_from_db()

    assert mist_bevestiging(gesproken) is mist


def test_withdrawn_confirmation_does_not_count(gesproken, consulent):
    rij = leg_vast(gesproken, consulent)
    type(rij).objects.update(ingetrokken_op=moment(ON), ingetrokken_door=consulent, ingetrokken_reden="Ander")

    assert mist_bevestiging(gesproken) is True


def test_pages_warn_until_uht_confirmed(client, gesproken, consulent):
    maak_volledig_plan(gesproken, consulent, ON)
    bladzijden = [reverse(naam, args=[gesproken.nummer]) for naam in ("dossier", "plan", "plan_vaststellen")]
    client.force_login(consulent)

    assert [NIET_BEVESTIGD in unescape(client.get(url).text) for url in bladzijden] == [True, True, True]
    leg_vast(gesproken, consulent)

    assert [NIET_BEVESTIGD in unescape(client.get(url).text) for url in bladzijden] == [False, False, False]


def test_page_uht_offers_the_question_after_the_gesprek(client, gesproken, consulent):
    client.force_login(consulent)

    tekst = client.get(reverse("uht", args=[gesproken.nummer])).text

    assert reverse("verificatie_vraag", args=[gesproken.nummer]) in tekst
    assert "hoeft nu ook niet meer" not in tekst


@pytest.mark.parametrize(
    ("antwoord", "bericht"),
    [
        ("bevestigd", "De verificatie is vastgelegd."),
        (
            "niet bevestigd",
            f"De verificatie is vastgelegd. {NIET_NA_GESPREK}",
        ),
    ],
)
def test_message_names_no_term_after_the_gesprek(client, gesproken, consulent, antwoord, bericht):
    client.force_login(consulent)
    velden = {
        "datum_gevraagd": "2026-03-20", "kanaal": "telefoon", "antwoord": antwoord, "datum_antwoord": "2026-03-20"
    }  # fmt: skip

    antwoord = client.post(reverse("verificatie_nieuw", args=[gesproken.nummer]), velden, follow=True)

    assert [str(m) for m in antwoord.context["messages"]] == [bericht]

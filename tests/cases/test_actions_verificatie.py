"""Asking UHT, and its answer later: due within 6 werkdagen."""

from datetime import date

import pytest
import time_machine

from cases.actions.basis import ActieFout
from cases.actions.verificatie import verificatie_beantwoorden, verificatie_vragen
from cases.keuzes import VerificatieAntwoord, VerificatieKanaal
from cases.models import Dossier, Verificatie
from cases.registratie import volgende_stap
from cases.status import Status
from tests.factories import moment
from tests.wegen import voer_eerste_gesprek

GEVRAAGD, ON = date(2026, 4, 24), date(2026, 5, 4)
pytestmark = pytest.mark.django_db


def vraag(dossier, by, datum=GEVRAAGD, on=ON):
    return verificatie_vragen(
        dossier=dossier, datum_gevraagd=datum, kanaal=VerificatieKanaal.VRAAGBESTAND, by=by, at=moment(on), on=on
    )


def antwoord(rij, by, wat=VerificatieAntwoord.BEVESTIGD, datum=ON, on=ON):
    return verificatie_beantwoorden(
        verificatie=rij, antwoord=wat, datum_antwoord=datum, antwoord_van="A. Vos", by=by, at=moment(on), on=on
    )


def test_question_starts_the_clock_of_six_werkdagen(dossier, consulent):
    rij = vraag(dossier, consulent)

    termijn = dossier.termijnen.get(regel="uht_antwoord")
    assert (termijn.aanleiding, termijn.start, termijn.uiterste_datum, termijn.status) == (
        f"verificatie:{rij.pk}",
        GEVRAAGD,
        date(2026, 5, 6),  # over Koningsdag
        "lopend",
    )
    assert (rij.antwoord, rij.datum_antwoord, rij.door) == ("", None, consulent)
    assert dossier.events.first().tekst == "Verificatie gevraagd bij UHT: vraagbestand."


def test_answer_meets_the_clock_and_opens_the_road_to_the_gesprek(dossier, consulent):
    antwoord(vraag(dossier, consulent), consulent)

    rij, dossier = Verificatie.objects.get(), Dossier.objects.get()
    assert (rij.antwoord, rij.datum_antwoord, rij.antwoord_van) == ("bevestigd", ON, "A. Vos")
    assert dossier.status == Status.EERSTE_GESPREK
    klok, gesprek = (dossier.termijnen.get(regel=regel) for regel in ("uht_antwoord", "eerste_gesprek"))
    assert (klok.status, klok.datum_gehaald, gesprek.start) == ("gehaald", ON, ON)
    assert dossier.events.first().tekst == "Antwoord van UHT op de verificatie: bevestigd."


def test_second_confirmation_gives_no_new_weeks(dossier, consulent):
    """Who has waited since the first answer does not wait longer because the gemeente asked again."""
    antwoord(vraag(dossier, consulent), consulent)

    later = date(2026, 6, 29)
    antwoord(vraag(dossier, consulent, datum=later, on=later), consulent, datum=later, on=later)

    klok = dossier.termijnen.get(regel="eerste_gesprek")
    assert (klok.start, klok.uiterste_datum) == (ON, date(2026, 6, 29))


def test_late_answer_is_late(dossier, consulent):
    later = date(2026, 5, 8)

    antwoord(vraag(dossier, consulent), consulent, datum=later, on=later)

    assert dossier.termijnen.get(regel="uht_antwoord").status == "te_laat_gehaald"


def test_answer_that_does_not_confirm_opens_nothing(dossier, consulent):
    antwoord(vraag(dossier, consulent), consulent, VerificatieAntwoord.NIET_BEVESTIGD)

    dossier.refresh_from_db()
    assert dossier.status == Status.AANMELDING
    assert dossier.termijnen.get(regel="eerste_gesprek").start == date(2026, 3, 2)


def test_answer_after_the_eerste_gesprek_moves_no_clock(dossier, consulent):
    rij = vraag(dossier, consulent)
    voer_eerste_gesprek(dossier, consulent, GEVRAAGD)

    antwoord(rij, consulent)

    dossier.refresh_from_db()
    assert dossier.status == Status.PLAN_VAN_AANPAK
    assert dossier.termijnen.get(regel="eerste_gesprek").start == date(2026, 3, 2)


def test_second_question_waits_for_the_answer_to_the_first(dossier, consulent):
    vraag(dossier, consulent)

    with pytest.raises(ActieFout, match=r"^Op 24 april 2026 is het al gevraagd en er is nog geen antwoord\."):
        vraag(dossier, consulent, datum=date(2026, 4, 28))


def test_same_question_sent_twice_is_one(dossier, consulent):
    with time_machine.travel(moment(ON), tick=False):
        assert vraag(dossier, consulent) == vraag(dossier, consulent)
    assert Verificatie.objects.count() == 1


@pytest.mark.parametrize(
    ("datum", "melding"),
    [(date(2026, 5, 5), "in de toekomst"), (date(2026, 3, 1), "vóór de aanmelding")],
    ids=["tomorrow", "before-the-aanmelding"],
)
def test_day_of_the_question_that_cannot_be(dossier, consulent, datum, melding):
    with pytest.raises(ActieFout, match=melding):
        vraag(dossier, consulent, datum=datum)

    assert Verificatie.objects.count() == 0


@pytest.mark.parametrize(
    ("datum", "melding"),
    [(date(2026, 4, 23), "niet vóór de vraag"), (date(2026, 5, 5), "in de toekomst")],
    ids=["before-the-question", "tomorrow"],
)
def test_day_of_the_answer_that_cannot_be(dossier, consulent, datum, melding):
    rij = vraag(dossier, consulent)

    with pytest.raises(ActieFout, match=melding):
        antwoord(rij, consulent, datum=datum)

    assert Verificatie.objects.get().antwoord == ""


def test_second_answer_is_refused(dossier, consulent):
    rij = vraag(dossier, consulent)
    antwoord(rij, consulent)

    with pytest.raises(ActieFout, match=r"^Deze vraag is al beantwoord of ingetrokken\."):
        antwoord(rij, consulent, VerificatieAntwoord.NIET_BEVESTIGD)

    assert Verificatie.objects.get().antwoord == "bevestigd"


def test_next_step_says_until_when_uht_answers_and_what_to_do_when_that_is_past(dossier, consulent):
    Dossier.objects.update(datum_eerste_contact=date(2026, 4, 20))
    dossier.termijnen.filter(regel="eerste_gesprek").update(uiterste_datum=date(2026, 6, 15))
    rij = vraag(dossier, consulent)
    pagina = Dossier.objects.voor_pagina().get()

    wacht, laat = (volgende_stap(pagina, consulent, dag) for dag in (ON, date(2026, 5, 7)))

    assert (wacht.titel, wacht.tekst, wacht.knop, wacht.url) == (
        "Wacht op het antwoord van UHT uiterlijk woensdag 6 mei 2026",
        "Gevraagd op 24 april 2026, vraagbestand. Komt het antwoord? Leg het dan vast.",
        "Antwoord vastleggen",
        f"/dossiers/{dossier.nummer}/uht/vraag/{rij.pk}/",
    )
    assert laat.titel == "Wacht op het antwoord van UHT, dit is 1 dag te laat"
    assert laat.tekst.endswith("UHT is te laat met het antwoord. Vraag het na bij het serviceteam gemeenten.")

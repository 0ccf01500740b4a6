"""The beschikking of a child: from its day runs the year to ask for sanering of schulden (SPR art. 3 lid 4)."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.aanmelden import doelgroep_wijzigen
from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten
from cases.actions.tegemoetkoming import sanering_gevraagd, tegemoetkoming_vastleggen
from cases.keuzes import Doelgroep, WilOndersteuning
from cases.models import Dossier, Signaal, Termijn
from tests.factories import maak_dossier, moment
from tests.tabellen import alles

BESCHIKKING, ON = date(2026, 3, 16), date(2026, 4, 8)
pytestmark = pytest.mark.django_db


@pytest.fixture
def kind(dossier, consulent):
    Dossier.objects.filter(pk=dossier.pk).update(doelgroep=Doelgroep.KIND, casusregisseur=consulent)
    dossier.refresh_from_db()
    return dossier


def leg_vast(dossier, by, datum=BESCHIKKING, reden="", on=ON):
    return tegemoetkoming_vastleggen(dossier=dossier, datum=datum, reden=reden, by=by, at=moment(on), on=on)


def klok(dossier):
    velden = ("start", "uiterste_datum", "status", "datum_gehaald", "aanleiding")
    return Termijn.objects.filter(dossier=dossier, regel="saneringskrediet").values_list(*velden).get()


def test_beschikking_starts_the_year_to_ask_for_sanering(kind, consulent):
    leg_vast(kind, consulent)

    kind.refresh_from_db()
    assert kind.datum_tegemoetkoming == BESCHIKKING
    assert klok(kind) == (BESCHIKKING, date(2027, 3, 16), "lopend", None, f"dossier:{kind.pk}")
    assert kind.events.first().tekst == "Beschikking over de tegemoetkoming: 16 maart 2026."
    assert kind.history.first().history_user == consulent


def test_same_day_twice_changes_nothing(kind, consulent):
    leg_vast(kind, consulent)
    voor = alles()

    leg_vast(kind, consulent)

    assert alles() == voor


def test_another_day_moves_the_clock_and_none_drops_it(kind, consulent):
    leg_vast(kind, consulent)

    leg_vast(kind, consulent, date(2025, 4, 1), "verkeerde brief")
    assert klok(kind)[:3] == (date(2025, 4, 1), date(2026, 4, 1), "voorbij")
    leg_vast(kind, consulent, None, "toch geen beschikking")
    assert klok(kind)[2] == "vervallen"
    leg_vast(kind, consulent)
    assert klok(kind)[1:3] == (date(2027, 3, 16), "lopend")


@pytest.mark.parametrize(
    ("doelgroep", "eerder", "datum", "reden", "melding"),
    [
        ("aanvrager", None, BESCHIKKING, "", "alleen een kind"),
        ("kind", None, date(2026, 4, 9), "", "toekomst"),
        ("kind", None, None, "", "Vul de datum in"),
        ("kind", BESCHIKKING, date(2026, 3, 17), " ", "waarom de datum verandert"),
        ("kind", BESCHIKKING, None, "", "waarom de datum verandert"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(kind, consulent, doelgroep, eerder, datum, reden, melding):
    Dossier.objects.update(doelgroep=doelgroep, datum_tegemoetkoming=eerder)
    voor = alles()

    with pytest.raises(ActieFout, match=melding):
        leg_vast(kind, consulent, datum, reden)

    assert alles() == voor


def test_the_night_warns_before_the_end_and_closes_it_after(kind, consulent, gemeente):
    leg_vast(kind, consulent)
    signalen = Signaal.objects.filter(termijn__regel="saneringskrediet")

    for dag in (date(2027, 1, 15), date(2027, 3, 2), date(2027, 3, 17)):
        bewaak(gemeente=gemeente, on=dag, at=moment(dag))

    assert list(signalen.order_by("id").values_list("soort", "on", "ontvanger")) == [
        ("bijna", date(2027, 1, 15), consulent.pk),
        ("bijna", date(2027, 3, 2), consulent.pk),
        ("voorbij", date(2027, 3, 17), consulent.pk),
    ]


def test_request_in_time_meets_it_also_when_it_is_written_down_after(kind, consulent):
    leg_vast(kind, consulent, date(2025, 4, 1))
    assert klok(kind)[2] == "voorbij"
    wie = {"dossier": kind, "by": consulent, "at": moment(ON), "on": ON}

    sanering_gevraagd(beschikking=date(2025, 4, 1), verzoek=date(2026, 4, 1), **wie)
    assert klok(kind)[2:4] == ("gehaald", date(2026, 4, 1))
    sanering_gevraagd(beschikking=date(2025, 4, 1), verzoek=date(2026, 4, 2), **wie)
    assert klok(kind)[2:4] == ("te_laat_gehaald", date(2026, 4, 2))
    sanering_gevraagd(beschikking=BESCHIKKING, verzoek=None, **wie)
    assert klok(kind)[:4] == (BESCHIKKING, date(2027, 3, 16), "lopend", None)


def test_clock_goes_with_the_doelgroep(kind, consulent):
    leg_vast(kind, consulent)

    doelgroep_wijzigen(dossier=kind, doelgroep=Doelgroep.AANVRAGER, reden="verkeerd", by=consulent, at=moment(ON))

    kind.refresh_from_db()
    assert (kind.datum_tegemoetkoming, klok(kind)[2]) == (None, "vervallen")


def test_clock_runs_again_when_help_is_asked_after_all(kind, consulent):
    leg_vast(kind, consulent)
    wie = {"dossier": kind, "datum": ON, "toelichting": "zei hij", "by": consulent, "at": moment(ON), "on": ON}

    hulp_afwijzen(wil=WilOndersteuning.LATER, **wie)
    assert klok(kind)[2] == "vervallen"
    hulp_hervatten(**wie)
    assert klok(kind)[1:3] == (date(2027, 3, 16), "lopend")


def test_page_of_a_child_shows_the_clock_and_its_why(pagina, kind, consulent):
    uht, formulier = reverse("uht", args=[kind.nummer]), reverse("tegemoetkoming", args=[kind.nummer])
    assert "De datum van de beschikking is nog niet bekend." in pagina.get(uht).text

    tekst = pagina.post(formulier, {"datum": "16-03-2026"}, follow=True).text

    assert "De beschikking is vastgelegd. Sanering vragen k" in tekst
    assert "tot en met 16 maart 2027." in tekst
    termijn = Termijn.objects.get(regel="saneringskrediet")
    assert reverse("termijn_waarom", args=[kind.nummer, termijn.pk]) in tekst
    assert "Schrijf op waarom de datum verandert." in pagina.post(formulier, {"datum": "", "reden": ""}).text
    weg = pagina.post(formulier, {"datum": "", "reden": "verkeerd dossier"}, follow=True).text
    assert "De datum van de beschikking is weggehaald." in weg


def test_page_of_another_doelgroep_knows_no_beschikking(pagina, gemeente, consulent):
    dossier = maak_dossier(gemeente, bsn="999990007")
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=consulent)

    assert "Tegemoetkoming van de kindregeling" not in pagina.get(reverse("uht", args=[dossier.nummer])).text
    antwoord = pagina.get(reverse("tegemoetkoming", args=[dossier.nummer]), follow=True)
    assert "Een tegemoetkoming volgens de kindregeling heeft alleen een kind." in antwoord.text

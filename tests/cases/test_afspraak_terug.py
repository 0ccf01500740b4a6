"""Withdrawing a gesprek brings back the afspraak that it closed, with its taken, or says why that can't be."""

from datetime import UTC, date, datetime, time
from html import unescape

import pytest
import time_machine
from django.urls import reverse
from django.utils.html import strip_tags

from cases.actions import afspraak as afspraken
from cases.actions.basis import ActieFout
from cases.actions.driegesprekken import driegesprek_vastleggen
from cases.actions.eerste_gesprek import eerste_gesprek_intrekken, eerste_gesprek_wijzigen
from cases.actions.gesprekken import eerste_gesprek_vastleggen, gesprek_intrekken, gesprek_vastleggen
from cases.actions.hulp import hulp_afwijzen
from cases.actions.overlijden import overlijden_vastleggen
from cases.actions.taak import taak_gedaan
from cases.actions.toewijzen import toewijzen
from cases.keuzes import Kanaal, Leefgebied, WilOndersteuning
from cases.models import DossierEvent, Driegesprek, Taak
from tests.factories import moment
from tests.tabellen import alles

ON, DAG, VOORAF, MORGEN = date(2026, 3, 20), date(2026, 3, 19), date(2026, 3, 18), date(2026, 3, 21)
NA = {"at": moment(ON), "on": ON}
REDEN = "Hoort bij een ander."
VRAAG = {Leefgebied.WONEN: "De vloer is kapot."}
OPEN = {("afspraak", DAG), ("herinnering", VOORAF)}
WEER = "De afspraak van 19 maart 2026 staat weer gepland."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def plan(dossier, by, soort="gesprek", datum=DAG, herinneren_op=VOORAF):
    gegevens = {"datum": datum, "tijd": time(10, 30), "kanaal": "huisbezoek", "herinneren_op": herinneren_op}
    vooraf = date(2026, 3, 16)
    return afspraken.afspraak_plannen(
        dossier=dossier, soort=soort, gegevens=gegevens, by=by, at=moment(vooraf), on=vooraf
    )


def houd_eerste(dossier, by, afspraak=None, datum=DAG):
    wat = {"datum": datum, "kanaal": Kanaal.HUISBEZOEK, "verslag": "", "hulpvragen": VRAAG, "afspraak": afspraak}
    return eerste_gesprek_vastleggen(dossier=dossier, **wat, by=by, **NA)


def houd(dossier, by, afspraak=None, datum=DAG):
    wat = {"datum": datum, "kanaal": Kanaal.KANTOOR, "aanwezig": "", "verslag": "", "hulpvragen": {}, "urgentie": {}}
    return gesprek_vastleggen(dossier=dossier, **wat, afspraak=afspraak, by=by, **NA)


def trek_in(gesprek, by):
    actie = eerste_gesprek_intrekken if gesprek.is_eerste_gesprek else gesprek_intrekken
    return actie(gesprek=gesprek, reden=REDEN, by=by, **NA)


def open_taken(afspraak):
    return set(Taak.objects.open().filter(afspraak=afspraak).values_list("soort", "datum"))


def stand(afspraak):
    afspraak.refresh_from_db()
    return afspraak.status, afspraak.gesprek


def laatste(soort):
    return DossierEvent.objects.filter(soort=soort).latest("pk")


@pytest.mark.parametrize("soort", ["eerste gesprek", "gesprek"])
def test_afspraak_and_its_taken_are_open_again_as_they_were(dossier, consulent, soort):
    afspraak = plan(dossier, consulent, soort)
    velden = ("soort", "datum", "voor", "gedaan_op", "gedaan_door", "is_vervallen")
    voor = list(Taak.objects.order_by("pk").values(*velden))
    is_eerste = soort == "eerste gesprek"
    gesprek = houd_eerste(dossier, consulent, afspraak) if is_eerste else houd(dossier, consulent, afspraak)
    tussen = stand(afspraak), open_taken(afspraak)

    trek_in(gesprek, consulent)

    assert tussen == (("gehouden", gesprek), set())
    assert stand(afspraak) == ("gepland", None)
    assert list(Taak.objects.order_by("pk").values(*velden)) == voor
    event = laatste("eerste_gesprek_ingetrokken" if is_eerste else "gesprek_ingetrokken")
    assert WEER in event.tekst
    assert (event.reden, event.gegevens) == (REDEN, {"gesprek": gesprek.pk, "afspraak": afspraak.pk})
    assert [(rij.status, rij.history_change_reason) for rij in afspraak.history.order_by("history_id")] == [
        ("gepland", None),
        ("gehouden", None),
        ("gepland", REDEN),
    ]


def test_event_of_a_gesprek_says_what_became_of_the_afspraak(dossier, consulent):
    trek_in(houd(dossier, consulent, plan(dossier, consulent)), consulent)

    assert laatste("gesprek_ingetrokken").tekst == f"Gesprek van 19 maart 2026 ingetrokken. {WEER}"


def test_gesprek_that_was_chosen_with_the_afspraak_lets_it_go_too(dossier, consulent):
    afspraak, gesprek = plan(dossier, consulent), houd(dossier, consulent)
    afspraken.afspraak_gehouden(afspraak=afspraak, gesprek=gesprek, by=consulent, **NA)

    trek_in(gesprek, consulent)

    assert stand(afspraak) == ("gepland", None)
    assert open_taken(afspraak) == OPEN


def test_afspraak_of_another_gesprek_stays_held(dossier, consulent):
    """Closed on the same day, without a gesprek or with another one: that is no afspraak of this gesprek."""
    zonder, met = plan(dossier, consulent), plan(dossier, consulent, datum=ON)
    ander, gesprek = houd(dossier, consulent, datum=ON), houd(dossier, consulent)
    afspraken.afspraak_gehouden(afspraak=zonder, gesprek=None, by=consulent, **NA)
    afspraken.afspraak_gehouden(afspraak=met, gesprek=ander, by=consulent, **NA)

    trek_in(gesprek, consulent)

    assert (stand(zonder), stand(met)) == (("gehouden", None), ("gehouden", ander))
    event = laatste("gesprek_ingetrokken")
    assert (event.tekst, event.gegevens) == ("Gesprek van 19 maart 2026 ingetrokken.", {"gesprek": gesprek.pk})


def test_reminder_that_was_done_is_not_asked_again(dossier, consulent):
    afspraak = plan(dossier, consulent)
    taak_gedaan(taak=afspraak.taken.get(soort="herinnering"), by=consulent, at=moment(VOORAF))

    trek_in(houd(dossier, consulent, afspraak), consulent)

    assert open_taken(afspraak) == {("afspraak", DAG)}


def test_of_a_reminder_that_was_dropped_and_set_again_one_comes_back(dossier, consulent):
    afspraak = plan(dossier, consulent, datum=MORGEN, herinneren_op=ON)
    for dag in (None, ON):
        wat = {"wijzigingen": {"herinneren_op": dag}, "reden": "Anders."}
        afspraken.afspraak_wijzigen(afspraak=afspraak, **wat, by=consulent, **NA)

    trek_in(houd(dossier, consulent, afspraak, datum=ON), consulent)

    taken = Taak.objects.open().filter(afspraak=afspraak).order_by("pk")
    assert [(taak.soort, taak.datum) for taak in taken] == [("afspraak", MORGEN), ("herinnering", ON)]


def test_taken_are_for_who_is_casusregisseur_by_now(dossier, consulent, collega, coordinator):
    afspraak = plan(dossier, consulent)
    gesprek = houd(dossier, consulent, afspraak)
    toewijzen(dossier=dossier, casusregisseur=collega, by=coordinator, at=moment(ON))

    trek_in(gesprek, consulent)

    assert set(Taak.objects.open().filter(afspraak=afspraak).values_list("soort", "voor")) == {
        ("afspraak", collega.pk),
        ("herinnering", collega.pk),
    }


def test_afspraak_without_a_reminder_gets_none(dossier, consulent):
    afspraak = plan(dossier, consulent, herinneren_op=None)

    trek_in(houd(dossier, consulent, afspraak), consulent)

    assert open_taken(afspraak) == {("afspraak", DAG)}


def test_real_gesprek_closes_the_afspraak_again(dossier, consulent):
    afspraak = plan(dossier, consulent, "eerste gesprek")
    trek_in(houd_eerste(dossier, consulent, afspraak), consulent)
    afspraak.refresh_from_db()

    echt = houd_eerste(dossier, consulent, afspraak, datum=ON)

    assert stand(afspraak) == ("gehouden", echt)
    assert open_taken(afspraak) == set()


def eerste_is_een_ander(dossier, by):
    """Another gesprek took the place of the eerste gesprek, that closed the afspraak."""
    afspraak = plan(dossier, by, "eerste gesprek")
    gesprek, ander = houd_eerste(dossier, by, afspraak), houd(dossier, by, datum=ON)
    eerste_gesprek_wijzigen(dossier=dossier, gesprek=ander, datum=ON, reden="Dit was het.", by=by, **NA)
    gesprek.refresh_from_db()
    return afspraak, gesprek


def nog_een_gepland(dossier, by):
    """The afspraak of an eerste gesprek became a gesprek, and the eerste gesprek was planned again."""
    afspraak = plan(dossier, by, "eerste gesprek")
    gesprek = houd(dossier, by, afspraak)
    plan(dossier, by, "eerste gesprek", datum=MORGEN)
    return afspraak, gesprek


def wil_geen_hulp(dossier, by):
    afspraak = plan(dossier, by)
    gesprek = houd(dossier, by, afspraak)
    hulp_afwijzen(dossier=dossier, wil=WilOndersteuning.LATER, datum=ON, toelichting="", by=by, **NA)
    return afspraak, gesprek


def is_overleden(dossier, by):
    afspraak = plan(dossier, by)
    gesprek = houd(dossier, by, afspraak)
    overlijden_vastleggen(dossier=dossier, datum=ON, bron="De zus.", by=by, **NA)
    return afspraak, gesprek


NIET_TERUG = pytest.mark.parametrize(
    ("maak", "waarom"),
    [
        (eerste_is_een_ander, "het eerste gesprek is al geweest"),
        (nog_een_gepland, "er staat al een eerste gesprek gepland op 21 maart 2026"),
        (wil_geen_hulp, "dit dossier staat op 'Wil nu geen hulp'"),
        (is_overleden, "de inwoner is overleden"),
    ],
)


@NIET_TERUG
def test_afspraak_that_can_not_be_planned_any_more_is_cancelled(dossier, consulent, maak, waarom):
    afspraak, gesprek = maak(dossier, consulent)

    trek_in(gesprek, consulent)

    assert stand(afspraak) == ("afgezegd", None)
    assert set(afspraak.taken.values_list("soort", "gedaan_op", "is_vervallen")) == {
        ("afspraak", None, True),
        ("herinnering", None, True),
    }
    event = laatste("gesprek_ingetrokken")
    assert event.tekst == f"Gesprek van 19 maart 2026 ingetrokken. De afspraak van 19 maart 2026 is afgezegd: {waarom}."
    assert event.gegevens == {"gesprek": gesprek.pk, "afspraak": afspraak.pk}


def adres(dossier, gesprek):
    return reverse("gesprek_intrekken", args=[dossier.nummer, gesprek.pk])


def zichtbaar(response):
    return " ".join(unescape(strip_tags(response.text)).split())


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


@pytest.mark.parametrize(
    ("dag", "erbij"),
    [
        (DAG, " Die dag is geweest. Verzet de afspraak daarna, of zeg hem af."),
        (ON, ""),
        (MORGEN, ""),
    ],
    ids=["past", "today", "to-come"],
)
@pytest.mark.parametrize("soort", ["eerste gesprek", "gesprek"])
def test_page_tells_it_before_and_the_message_after(pagina, dossier, consulent, soort, dag, erbij):
    afspraak = plan(dossier, consulent, soort, datum=dag)
    is_eerste = soort == "eerste gesprek"
    gesprek = houd_eerste(dossier, consulent, afspraak) if is_eerste else houd(dossier, consulent, afspraak)
    url, wat = adres(dossier, gesprek), {"reden": REDEN}

    tussen = pagina.post(url, wat) if is_eerste else pagina.get(url)
    voor = stand(afspraak)
    klaar = pagina.post(url, {**wat, "stap": "bevestigen"}, follow=True)

    zin = f"De afspraak van {dag.day} maart 2026 staat dan weer gepland, met de taken die erbij horen.{erbij}"
    assert zin in zichtbaar(tussen)
    assert voor == ("gehouden", gesprek)
    assert f"De afspraak van {dag.day} maart 2026 staat weer gepland." in berichten(klaar)[0]
    assert stand(afspraak) == ("gepland", None)


@NIET_TERUG
def test_page_tells_why_it_does_not_come_back(pagina, dossier, consulent, maak, waarom):
    _, gesprek = maak(dossier, consulent)

    vraag = pagina.get(adres(dossier, gesprek))
    klaar = pagina.post(adres(dossier, gesprek), {"reden": REDEN}, follow=True)

    zin = f"De afspraak van 19 maart 2026 is dan afgezegd en komt niet terug: {waarom}."
    assert zin in zichtbaar(vraag)
    assert berichten(klaar) == ["Het gesprek is ingetrokken. De afspraak van 19 maart 2026 is afgezegd."]


@pytest.mark.parametrize("eerste", [True, False], ids=["eerste", "gewoon"])
def test_without_an_afspraak_the_page_says_nothing_of_one(pagina, dossier, consulent, eerste):
    gesprek = houd_eerste(dossier, consulent) if eerste else houd(dossier, consulent)

    tussen = pagina.post(adres(dossier, gesprek), {"reden": REDEN}) if eerste else pagina.get(adres(dossier, gesprek))

    assert "De afspraak van" not in zichtbaar(tussen)


def test_refused_withdrawal_leaves_the_afspraak(dossier, consulent):
    gesprek = houd(dossier, consulent, plan(dossier, consulent))
    voor = alles()

    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        gesprek_intrekken(gesprek=gesprek, reden=" ", by=consulent, **NA)

    assert alles() == voor


def houd_driegesprek(dossier, by, afspraak=None):
    wat = dict.fromkeys(("aanvrager", "plaats", "deelnemers", "onderwerpen", "verslag"), "x")
    derde = Driegesprek.Derde.UHT
    return driegesprek_vastleggen(dossier=dossier, datum=DAG, derde=derde, **wat, afspraak=afspraak, by=by, **NA)


BLIJFT = "De afspraak voor een driegesprek op 19 maart 2026 blijft op ‘gehouden’ staan."


@pytest.mark.parametrize(
    ("soort", "dag", "gezegd"),
    [("driegesprek", DAG, True), ("driegesprek", ON, False), ("gesprek", DAG, False)],
    ids=["that-day", "another-day", "another-kind"],
)
def test_afspraak_of_a_driegesprek_is_not_guessed_and_the_page_says_so(pagina, dossier, consulent, soort, dag, gezegd):
    afspraak = plan(dossier, consulent, soort, datum=dag)
    gesprek = houd_driegesprek(dossier, consulent, afspraak)
    url = reverse("driegesprek_intrekken", args=[dossier.nummer, gesprek.pk])

    vraag = pagina.get(url)
    pagina.post(url, {"reden": REDEN})

    opnieuw = f"{reverse('afspraak_nieuw', args=[dossier.nummer])}?soort=driegesprek"
    assert (BLIJFT in zichtbaar(vraag), f'href="{opnieuw}"' in vraag.text) == (gezegd, gezegd)
    assert stand(afspraak) == ("gehouden", None)
    assert pagina.get(opnieuw).context["form"]["soort"].value() == "driegesprek"


def test_where_nothing_can_be_planned_the_page_gives_no_way_to_it(pagina, dossier, consulent):
    gesprek = houd_driegesprek(dossier, consulent, plan(dossier, consulent, "driegesprek"))
    overlijden_vastleggen(dossier=dossier, datum=ON, bron="De zus.", by=consulent, **NA)

    vraag = pagina.get(reverse("driegesprek_intrekken", args=[dossier.nummer, gesprek.pk]))

    assert BLIJFT in zichtbaar(vraag)
    assert "Plan het dan opnieuw" not in vraag.text

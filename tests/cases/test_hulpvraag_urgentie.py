"""How urgent a hulpvraag is, chosen in the form of a gesprek: never thrown away, also without a new text."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.gesprekken import eerste_gesprek_vastleggen, gesprek_vastleggen
from cases.keuzes import Kanaal, Leefgebied, Urgentie
from cases.models import Gesprek, Hulpvraag
from tests.factories import moment
from tests.haltes import halte

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
ON, EERSTE = NU.date(), date(2026, 3, 12)
VERHUIZEN = "Ik wil verhuizen."
GESPREK = {"datum": "2026-03-18", "kanaal": "kantoor"}
ACUUT = {"acuut": "woningontruiming", "acuut_toelichting": "1 april"}
VRAAG_TEKST = "Schrijf op wat de hulpvraag is. Speelt hier niets? Kies dan 'Gewoon'."
WELKE = "Een hulpvraag is acuut. Kies welke bedreigende situatie er is, of kies bij de hulpvraag 'Dringend'."


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@halte
def gesproken(dossier, consulent):
    wat = {"datum": EERSTE, "kanaal": Kanaal.KANTOOR, "verslag": "", "hulpvragen": {Leefgebied.WONEN: VERHUIZEN}}
    eerste_gesprek_vastleggen(dossier=dossier, **wat, urgentie={}, by=consulent, at=moment(ON), on=ON)
    dossier.refresh_from_db()
    return dossier


@pytest.fixture
def adres(gesproken):
    return reverse("gesprek_nieuw", args=[gesproken.nummer])


def zet_urgentie(urgentie):
    Hulpvraag.objects.update(urgentie=urgentie)


def geldend(dossier):
    rijen = Hulpvraag.objects.filter(dossier=dossier).geldend().select_related("gesprek")
    return {h.leefgebied: (h.tekst, h.urgentie, h.gesprek.datum) for h in rijen}


LATER = date(2026, 3, 18)


def test_urgentie_without_a_hulpvraag_is_asked_about_in_the_eerste_gesprek(pagina, dossier):
    url = reverse("eerste_gesprek", args=[dossier.nummer])
    invoer = {**GESPREK, "hulpvraag_wonen": VERHUIZEN, "urgentie_wonen": "gewoon"}

    dringend = pagina.post(url, {**invoer, "urgentie_zorg": "dringend"})
    acuut = pagina.post(url, {**invoer, "urgentie_zorg": "acuut"})
    alleen = pagina.post(url, {**GESPREK, "urgentie_zorg": "dringend"})

    assert dringend.context["form"].errors == {"hulpvraag_zorg": [VRAAG_TEKST]}
    assert acuut.context["form"].errors == {"hulpvraag_zorg": [VRAAG_TEKST], "acuut": [WELKE]}
    assert alleen.context["form"].errors == {"hulpvraag_zorg": [VRAAG_TEKST]}
    assert Gesprek.objects.count() == 0


def test_urgentie_without_a_hulpvraag_that_stands_is_asked_about_in_a_later_gesprek(pagina, adres):
    antwoord = pagina.post(adres, {**GESPREK, "urgentie_zorg": "dringend"})

    assert antwoord.context["form"].errors == {"hulpvraag_zorg": [VRAAG_TEKST]}
    assert Gesprek.objects.count() == 1


def test_another_urgentie_keeps_the_text_that_stands(pagina, adres, gesproken):
    pagina.post(adres, {**GESPREK, "urgentie_wonen": "dringend"})

    assert geldend(gesproken) == {"wonen": (VERHUIZEN, "dringend", LATER)}
    assert gesproken.events.first().tekst == "Gesprek gehouden op 18 maart 2026. Hulpvraag vastgelegd bij: wonen."


def test_less_urgent_is_another_urgentie_too(pagina, adres, gesproken):
    zet_urgentie("dringend")

    pagina.post(adres, {**GESPREK, "urgentie_wonen": "gewoon"})

    assert geldend(gesproken) == {"wonen": (VERHUIZEN, "gewoon", LATER)}


def test_hulpvraag_that_becomes_acute_asks_which_situatie(pagina, adres, gesproken):
    zonder = pagina.post(adres, {**GESPREK, "urgentie_wonen": "acuut"})
    pagina.post(adres, {**GESPREK, "urgentie_wonen": "acuut", **ACUUT})

    assert zonder.context["form"].errors == {"acuut": [WELKE]}
    assert geldend(gesproken) == {"wonen": (VERHUIZEN, "acuut", LATER)}
    gesproken.refresh_from_db()
    assert gesproken.acuut == "woningontruiming"


@pytest.mark.parametrize("urgentie", ["gewoon", "dringend", "acuut"])
@pytest.mark.parametrize("gekozen", ["", "zoals nu"])
def test_what_nobody_touched_stays_with_its_own_gesprek(pagina, adres, gesproken, urgentie, gekozen):
    zet_urgentie(urgentie)

    pagina.post(adres, {**GESPREK, "urgentie_wonen": urgentie if gekozen else ""})

    assert Gesprek.objects.count() == 2
    assert geldend(gesproken) == {"wonen": (VERHUIZEN, urgentie, EERSTE)}


def test_form_starts_with_what_stands_and_a_new_text_keeps_its_urgentie(pagina, adres, gesproken):
    zet_urgentie("dringend")
    form = pagina.get(adres).context["form"]

    pagina.post(adres, {**GESPREK, "hulpvraag_wonen": "Ik moet verhuizen.", "urgentie_wonen": ""})

    keuzes = ["gewoon", "dringend", "acuut"]
    assert form.fields["urgentie_wonen"].choices[0] == ("", "Zoals nu: dringend")
    assert [waarde for waarde, _ in form.fields["urgentie_wonen"].choices] == ["", *keuzes]
    assert [waarde for waarde, _ in form.fields["urgentie_zorg"].choices] == keuzes
    assert geldend(gesproken) == {"wonen": ("Ik moet verhuizen.", "dringend", LATER)}


def test_somebody_else_who_made_it_more_urgent_is_not_undone(pagina, adres, gesproken):
    """The form was opened before, with 'Zoals nu: gewoon'."""
    pagina.get(adres)
    zet_urgentie("dringend")

    pagina.post(adres, {**GESPREK, "urgentie_wonen": ""})

    assert geldend(gesproken) == {"wonen": (VERHUIZEN, "dringend", EERSTE)}


def test_gesprek_of_an_earlier_day_does_not_make_a_later_hulpvraag_more_urgent(pagina, adres, gesproken, consulent):
    wat = {"datum": date(2026, 3, 19), "kanaal": Kanaal.KANTOOR, "aanwezig": "", "verslag": ""}
    vraag = {"hulpvragen": {Leefgebied.WONEN: "Groter wonen."}, "urgentie": {Leefgebied.WONEN: Urgentie.GEWOON}}
    gesprek_vastleggen(dossier=gesproken, **wat, **vraag, by=consulent, at=moment(ON), on=ON)

    antwoord = pagina.post(adres, {**GESPREK, "urgentie_wonen": "dringend"})

    melding = (
        "Deze hulpvraag komt uit het latere gesprek van 19 maart 2026. Kies 'Wijzigen' bij de hulpvraag in het dossier"
        " om te veranderen hoe dringend dit is."
    )
    assert antwoord.context["form"].errors == {"urgentie_wonen": [melding]}
    assert Gesprek.objects.count() == 2


def test_text_that_is_refused_is_not_replaced_by_the_one_that_stands(pagina, adres):
    antwoord = pagina.post(adres, {**GESPREK, "hulpvraag_wonen": "BSN 999990019", "urgentie_wonen": "dringend"})

    assert list(antwoord.context["form"].errors) == ["hulpvraag_wonen"]
    assert len(antwoord.context["form"].errors["hulpvraag_wonen"]) == 1

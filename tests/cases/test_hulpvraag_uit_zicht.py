"""A hulpvraag that leaves the overview by a correction, a gesprek of an earlier day or a merge is named."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.gesprekken import eerste_gesprek_vastleggen, gesprek_vastleggen
from cases.keuzes import Kanaal, Leefgebied, Urgentie
from cases.models import Gesprek
from planvanaanpak.planbron import hulpvragen_van
from tests.factories import maak_dossier, moment
from tests.haltes import halte

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
ON, EERSTE, TWEEDE = NU.date(), date(2026, 3, 12), date(2026, 3, 18)
SLAAP, PSYCHOLOOG = "Ik slaap slecht.", "Ik wil een psycholoog."
UIT_ZICHT = (
    "De hulpvraag bij zorg uit het gesprek van {}, '{}' ({}), staat niet in het overzicht: die uit het gesprek van {}"
    " gaat voor. Gelden ze allebei? Zet ze dan samen in één tekst, met 'Wijzigen' bij de hulpvraag in het dossier."
)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def houd_eerste(dossier, by, tekst=SLAAP, datum=EERSTE, leefgebied=Leefgebied.ZORG):
    wat = {"datum": datum, "kanaal": Kanaal.KANTOOR, "verslag": "", "hulpvragen": {leefgebied: tekst}}
    eerste_gesprek_vastleggen(dossier=dossier, **wat, urgentie={}, by=by, at=moment(ON), on=ON)
    dossier.refresh_from_db()
    return dossier


def houd(dossier, by, tekst=PSYCHOLOOG, datum=TWEEDE):
    wat = {"datum": datum, "kanaal": Kanaal.KANTOOR, "aanwezig": "", "verslag": ""}
    vraag = {"hulpvragen": {Leefgebied.ZORG: tekst}, "urgentie": {Leefgebied.ZORG: Urgentie.DRINGEND}}
    return gesprek_vastleggen(dossier=dossier, **wat, **vraag, by=by, at=moment(ON), on=ON)


def waarschuwingen(antwoord):
    return [str(melding) for melding in antwoord.context["messages"] if melding.level_tag == "warning"]


@halte
def gesproken(dossier, consulent):
    return houd_eerste(dossier, consulent)


def wijzig_dag(pagina, dossier, gesprek, dag):
    adres = reverse("gesprek_wijzigen", args=[dossier.nummer, gesprek.pk])
    vast = {"kanaal": "kantoor", "aanwezig": "", "verslag": "", "reden": "Verkeerde dag"}
    versie = pagina.get(adres).context["form"].initial["versie"]
    return pagina.post(adres, {**vast, "datum": dag, "versie": versie}, follow=True)


def test_gesprek_that_moves_before_another_names_what_it_said(pagina, gesproken, consulent):
    gesprek = houd(gesproken, consulent)
    Gesprek.objects.filter(is_eerste_gesprek=True).update(datum=date(2026, 3, 16))

    antwoord = wijzig_dag(pagina, gesproken, gesprek, "2026-03-13")

    assert hulpvragen_van(gesproken) == {"zorg": SLAAP}
    assert waarschuwingen(antwoord) == [UIT_ZICHT.format("13 maart 2026", PSYCHOLOOG, "dringend", "16 maart 2026")]


def test_gesprek_that_keeps_its_place_says_nothing(pagina, gesproken, consulent):
    gesprek = houd(gesproken, consulent)

    assert waarschuwingen(wijzig_dag(pagina, gesproken, gesprek, "2026-03-19")) == []


def test_eerste_gesprek_that_moves_after_another_names_what_that_one_said(pagina, gesproken, consulent):
    houd(gesproken, consulent)
    adres = reverse("eerste_gesprek_wijzigen", args=[gesproken.nummer])
    invoer = {"gesprek": Gesprek.objects.get(is_eerste_gesprek=True).pk, "datum": "2026-03-19", "reden": "Verkeerd"}

    antwoord = pagina.post(adres, {**invoer, "stap": "bevestigen"}, follow=True)

    assert hulpvragen_van(gesproken) == {"zorg": SLAAP}
    assert waarschuwingen(antwoord) == [UIT_ZICHT.format("18 maart 2026", PSYCHOLOOG, "dringend", "19 maart 2026")]


@pytest.mark.parametrize(("dag", "gewaarschuwd"), [("2026-03-14", True), ("2026-03-18", False)])
def test_hulpvraag_of_an_earlier_day_does_not_take_the_place_of_a_later_one(
    pagina, gesproken, consulent, dag, gewaarschuwd
):
    houd(gesproken, consulent)
    invoer = {"datum": dag, "kanaal": "telefoon", "hulpvraag_zorg": "Ik wil rust.", "hulpvraag_werk": "Ik wil werk."}

    antwoord = pagina.post(reverse("gesprek_nieuw", args=[gesproken.nummer]), invoer, follow=True)

    assert hulpvragen_van(gesproken) == {"zorg": PSYCHOLOOG if gewaarschuwd else "Ik wil rust.", "werk": "Ik wil werk."}
    uit_zicht = UIT_ZICHT.format("14 maart 2026", "Ik wil rust.", "dringend", "18 maart 2026")
    assert waarschuwingen(antwoord) == ([uit_zicht] if gewaarschuwd else [])


def test_merge_names_what_the_later_gesprek_of_the_other_puts_out_of_sight(client, gesproken, gemeente, coordinator):
    ander = houd_eerste(maak_dossier(gemeente, bsn=""), coordinator, tekst=PSYCHOLOOG, datum=TWEEDE)
    client.force_login(coordinator)
    adres = reverse("samenvoegen_met", args=[gesproken.nummer, ander.nummer])
    stand = client.get(adres).context["form"].initial["stand"]

    invoer = {"doorgaan": "hier", "kies_bsn": "hier", "reden": "Dubbel", "stand": stand}
    antwoord = client.post(adres, invoer, follow=True)

    assert hulpvragen_van(gesproken) == {"zorg": PSYCHOLOOG}
    assert waarschuwingen(antwoord) == [UIT_ZICHT.format("12 maart 2026", SLAAP, "gewoon", "18 maart 2026")]

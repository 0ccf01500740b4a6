"""In the browser: a beheerder lays down beleid and adds a feestdag, and a coördinator lets a dossier follow it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.kalender import kalender
from cases.models import Feestdag, Termijn
from config.weergave import datum
from tests.factories import maak_dossier


@pytest.mark.django_db(transaction=True)
def test_new_beleid_and_a_dossier_that_follows_it(bediening, gemeente, beheerder, coordinator):
    vandaag = timezone.localdate()
    dossier = maak_dossier(gemeente, datum=vandaag - timedelta(days=1))
    bediening.log_in(beheerder)

    bediening.ga("/gemeente/9901/")
    bediening.volg("Beleid bekijken of wijzigen")
    bediening.volg("Nieuw beleid")
    bediening.ziet("Deze termijnen bepaalt de wet")
    bediening.vul(geldig_vanaf=vandaag, bron="Gemeenteblad 1", lengte_eerste_gesprek="6", dagen_eerste_gesprek="10, 2")
    bediening.druk("Beleid bewaren")
    bediening.ziet("Eerste gesprek: 6 weken in plaats van 8 weken", "10 en 2 dagen vooraf", "geldt nu")

    bediening.log_in(coordinator)
    bediening.ga(dossier.get_absolute_url())
    bediening.volg("Herstellen")
    bediening.volg("Ander beleid kiezen")
    bediening.kies(beleid=str(gemeente.beleid.latest("geldig_vanaf").pk))
    bediening.vul(reden="Gunstiger voor de inwoner")
    bediening.druk("Bekijk wat er verandert")
    bediening.ziet("Dit verandert er met", "Straks")
    bediening.druk("Ander beleid volgen")
    einde = kalender().eerste_werkdag(vandaag + timedelta(days=41))
    bediening.ziet("Dit dossier volgt nu: Tiel 2025, aangepast", f"tot en met {datum(einde)}")
    assert Termijn.objects.get(dossier=dossier, regel="eerste_gesprek").uiterste_datum == einde


@pytest.mark.django_db(transaction=True)
def test_feestdag_is_added_and_taken_away(bediening, gemeente, beheerder):
    dossier = maak_dossier(gemeente, datum=timezone.localdate())
    einde = Termijn.objects.get(dossier=dossier, regel="eerste_gesprek").uiterste_datum
    bediening.log_in(beheerder)

    bediening.ga("/feestdagen/")
    bediening.ziet("Koningsdag")
    bediening.volg("Dag toevoegen")
    bediening.vul(datum=einde, naam="Dag van herdenking", bron="Stb. 2026, 45")
    bediening.druk("Verder")
    bediening.ziet("Klopt dit? Bevestig de dag", dossier.nummer)
    bediening.druk("Dag toevoegen")
    bediening.ziet("Dag van herdenking is toegevoegd. Verschoven: 1 termijn", dossier.nummer)
    assert Termijn.objects.get(dossier=dossier, regel="eerste_gesprek").uiterste_datum > einde

    bediening.volg("Weghalen")
    bediening.ziet(dossier.nummer)
    bediening.vul(reden="Verkeerde datum")
    bediening.druk("Dag weghalen")
    bediening.ziet("is weggehaald. Verschoven: 1 termijn")
    assert not Feestdag.objects.exists()
    assert Termijn.objects.get(dossier=dossier, regel="eerste_gesprek").uiterste_datum == einde

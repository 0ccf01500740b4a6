"""What is done for the gemeente as a whole, from the reminder to the record; and a verificatie that can't wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions.toewijzen import toewijzen
from cases.models import Dossier
from cases.verificatiecodes import komende
from config.weergave import datum_lang
from tests.factories import SpukKeuzeFactory, maak_dossier, moment


@pytest.mark.django_db(transaction=True)
def test_coordinator_records_the_code_and_reads_why(bediening, gemeente, coordinator):
    wie, on = bediening, timezone.localdate()
    wie.log_in(coordinator)

    wie.ga("/vandaag/")
    wie.ziet("Haal de nieuwe verificatiecode op")
    wie.volg("Waarom deze datum?")
    wie.ziet(f"De uiterste datum is {datum_lang(komende(on))}", "Nog niet vastgelegd.")
    wie.volg("Terug naar de verificatiecode")
    wie.druk("De code is opgehaald")
    wie.ziet(f"Opgehaald op {datum_lang(on)} door {coordinator.naam}.")
    wie.ga("/vandaag/")

    assert "Haal de nieuwe verificatiecode op" not in wie.page.content()


@pytest.mark.django_db(transaction=True)
def test_financieel_records_the_jaarlijst_and_takes_it_back(bediening, gemeente, financieel):
    wie, on = bediening, timezone.localdate()
    SpukKeuzeFactory(gemeente=gemeente)
    wie.log_in(financieel)

    wie.ga(f"/spuk/9901/{on.year - 1}/")
    wie.volg("De jaarlijst is ontvangen")
    wie.vul(datum=on)
    wie.druk("Vastleggen")
    wie.ziet(f"Ontvangen op {datum_lang(on)}. Vastgelegd door {financieel.naam}.")
    wie.druk("Toch niet gedaan")
    wie.ziet("Teruggenomen.", "De jaarlijst is ontvangen")
    wie.volg("Agenda")
    wie.ziet("Hieronder staan de komende twaalf weken.")


@pytest.mark.django_db(transaction=True)
def test_consulent_asks_with_spoed_and_sees_that_it_is_due_today(bediening, gemeente, consulent, coordinator):
    wie, on = bediening, timezone.localdate()
    dag = on - timedelta(days=1)
    dossier = maak_dossier(gemeente, datum=dag)
    Dossier.objects.update(doelgroep="kind", datum_eerste_contact=dag)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(dag))
    wie.log_in(consulent)

    wie.ga(f"/dossiers/{dossier.nummer}/uht/vraag/")
    wie.kies(kanaal="telefoon")
    wie.page.get_by_label("Met spoed").check()
    wie.druk("Bewaren")
    wie.ziet("De vraag aan UHT is vastgelegd.", "met spoed", f"UHT antwoordt uiterlijk {datum_lang(on)}.")
    wie.ga("/vandaag/")
    wie.ziet("Serviceteam van UHT bellen")
    wie.volg("Antwoord vastleggen")
    wie.ziet("Wacht op antwoord")

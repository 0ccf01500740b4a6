"""A plan that is held up, told to be later, and the letter of an inwoner about a late besluit."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.kalender import kalender
from cases.models import Ingebrekestelling, Opschorting
from config.weergave import datum
from tests.e2e.keuring import keur_nu, keur_paden
from tests.factories import maak_dossier
from tests.wegen import voer_eerste_gesprek


@pytest.mark.django_db(transaction=True)
def test_plan_is_held_up_and_ended_early(bediening, gemeente, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    wie, on = bediening, timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=30))
    voer_eerste_gesprek(dossier, consulent, on - timedelta(days=20))
    wie.log_in(consulent)

    wie.ga(dossier.get_absolute_url())
    wie.volg("Opschorten")
    wie.kies(grond="vertraging")
    wie.vul(van=on - timedelta(days=2), tot=on + timedelta(days=10), toelichting="Er mist een jaaropgave.")
    wie.druk("Verder")
    wie.ziet("Zo is de nieuwe datum berekend", "13 dagen erbij", "Wij wachten met uw plan van aanpak")
    assert keur_nu(wie.page, "opschorten, tweede pagina") == []
    wie.druk("Opschorten")
    wie.ziet("De uiterste datum is nu", "Staat stil")
    rij = Opschorting.objects.get()

    paden = [
        dossier.get_absolute_url(),
        reverse("opschorten", args=[dossier.nummer, "plan_van_aanpak"]),
        reverse("opschorting_beeindigen", args=[dossier.nummer, rij.pk]),
        reverse("uitstel_intrekken", args=[dossier.nummer, rij.pk]),
        reverse("termijnbericht", args=[dossier.nummer]),
    ]
    assert keur_paden(bediening, paden) == []

    wie.ga(reverse("opschorting_beeindigen", args=[dossier.nummer, rij.pk]))
    wie.vul(laatste_dag=on - timedelta(days=1), reden="Alles is er.")
    wie.druk("Verder")
    wie.ziet("Wij gaan verder met uw plan van aanpak")
    assert keur_nu(wie.page, "opschorting beëindigen, tweede pagina") == []
    wie.druk("Beëindigen")
    wie.ziet("De uiterste datum is nu")
    assert Opschorting.objects.get().tot == on - timedelta(days=1)

    wie.page.locator("a", has_text="Intrekken: opschorting").click()
    wie.vul(reden="Vastgelegd in het verkeerde dossier.")
    wie.druk("Intrekken")
    wie.ziet("ingetrokken")
    assert Opschorting.objects.get().ingetrokken_door == consulent


@pytest.mark.django_db(transaction=True)
def test_inwoner_is_told_that_the_plan_comes_later(bediening, gemeente, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    wie, on = bediening, timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=50))
    voer_eerste_gesprek(dossier, consulent, on - timedelta(days=49))
    laatste = dossier.termijnen.get(regel="plan_van_aanpak").uiterste_datum
    nieuw = kalender().eerste_werkdag(on + timedelta(days=30))
    wie.log_in(consulent)

    wie.ga(reverse("termijnbericht", args=[dossier.nummer]))
    wie.vul(verwacht_op=nieuw, reden="Wij wachten op een gesprek met de schuldhulp.")
    wie.druk("Bekijk de brief")
    wie.ziet("Wij wachten op een gesprek met de schuldhulp.")
    assert keur_nu(wie.page, "bericht, tweede pagina") == []
    wie.druk("Brief maken")
    wie.ziet(datum(nieuw))
    termijn = dossier.termijnen.get(regel="plan_van_aanpak")
    assert (termijn.uiterste_datum, termijn.eerste_uiterste_datum) == (nieuw, laatste)


@pytest.mark.django_db(transaction=True)
def test_letter_of_the_inwoner_starts_two_weeks(bediening, gemeente, consulent):
    wie, on = bediening, timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=130))
    voer_eerste_gesprek(dossier, consulent, on - timedelta(days=120))
    wie.log_in(consulent)

    wie.ga(dossier.get_absolute_url())
    wie.volg("Ingebrekestelling vastleggen")
    assert keur_paden(bediening, [reverse("ingebrekestelling", args=[dossier.nummer])]) == []
    wie.vul(ontvangen_op=on - timedelta(days=30))
    wie.druk("Verder")
    wie.ziet("Beslis uiterlijk")
    assert keur_nu(wie.page, "ingebrekestelling, tweede pagina") == []
    wie.druk("Vastleggen")
    wie.ziet("De ingebrekestelling is vastgelegd.", "Dwangsom tot en met vandaag")
    assert keur_paden(bediening, [dossier.get_absolute_url()]) == []

    wie.page.locator("a", has_text="Intrekken: ingebrekestelling").click()
    rij = Ingebrekestelling.objects.get()
    assert keur_paden(bediening, [reverse("ingebrekestelling_intrekken", args=[dossier.nummer, rij.pk])]) == []
    wie.vul(reden="De brief was van iemand anders.")
    wie.druk("Intrekken")
    wie.ziet("is ingetrokken.")
    assert Ingebrekestelling.objects.get().ingetrokken_door == consulent
    assert dossier.termijnen.get(regel="ingebrekestelling").status == "vervallen"
    wie.volg("Ingebrekestelling vastleggen")

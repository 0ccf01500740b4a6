"""A gemeente writes a letter, a consulent makes it, and the letters of the day are printed."""

import pytest
from django.urls import reverse

from cases.models import Brieftekst
from planvanaanpak.models import Drukronde
from tests.e2e.keuring import keur
from tests.factories import maak_dossier


@pytest.mark.django_db(transaction=True)
def test_text_is_written_and_its_letter_is_printed(bediening, gemeente, coordinator, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    wie, dossier = bediening, maak_dossier(gemeente)
    wie.log_in(coordinator)

    wie.ga(reverse("brieven_vandaag"))
    wie.volg("Teksten van brieven")
    wie.volg("Overdracht aan andere hulp")
    wie.vul(tekst="Aan {nar} geven wij uw hulp door.")
    wie.druk("Bewaren en publiceren")
    wie.ziet("{nar} bestaat niet in deze brief.")
    assert keur(wie.page, "tekst die niet klopt") == []
    wie.vul(tekst="Aan {naar} geven wij uw hulp door.")
    wie.druk("Bewaren en publiceren")
    wie.ziet("Versie 1 geldt vanaf nu voor elke brief die u maakt.")
    assert Brieftekst.objects.get().versie == 1

    wie.ga(reverse("documenten", args=[dossier.nummer]))
    wie.volg("Brief maken")
    wie.kies(soort="overdracht")
    wie.vul(naar="het wijkteam", bericht="Sara belt u deze week.")
    wie.druk("Bekijk de brief")
    wie.ziet("Aan het wijkteam geven wij uw hulp door.", "Sara belt u deze week.")
    assert keur(wie.page, "brief bekijken") == []
    wie.druk("Brief maken")
    wie.ziet("De brief staat bij de documenten. Verstuur hem vandaag.")

    wie.ga(reverse("brieven_vandaag"))
    wie.ziet("1 brief")
    wie.druk("Alles klaarzetten om af te drukken")
    wie.ziet("De brieven staan klaar.")
    assert wie.download("Bestand downloaden").startswith(b"%PDF-")
    wie.druk("Alles is afgedrukt")
    wie.ziet("Vastgelegd dat deze brieven zijn afgedrukt.")
    assert Drukronde.objects.get().afgedrukt_door == coordinator

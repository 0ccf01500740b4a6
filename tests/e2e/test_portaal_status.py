"""What UHT says of who has no open dossier: told with the list, on Vandaag, and answered there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Controlepunt, Dossier
from cases.statusvraag import TOCH_ERKEND
from tests.e2e.keuring import keur_nu
from tests.factories import maak_dossier
from tests.portal_import.bestanden import BSN, BSN_2, xlsx
from tests.portal_import.runs import rij


@pytest.mark.django_db(transaction=True)
def test_status_of_a_closed_dossier_is_decided_on(bediening, gemeente, coordinator):
    wie, on = bediening, timezone.localdate()
    toen, nu = on - timedelta(days=30), f"{on - timedelta(days=1):%d-%m-%Y}"
    toch = maak_dossier(gemeente, datum=toen, bsn=BSN, achternaam="Burck", uht_status="niet erkend")
    weer = maak_dossier(gemeente, datum=toen, bsn=BSN_2, achternaam="Maas")
    Dossier.objects.update(status="afgesloten")
    lijst = xlsx(*(rij(BSN=bsn, Statusdatum=nu, Datum_levering=nu) for bsn in (BSN, BSN_2)))

    # 1. The preview says what the list can't decide.
    wie.log_in(coordinator)
    wie.ga("/portaal/nieuw/")
    wie.voeg_bestand_toe("bestand", {"name": "levering.xlsx", "mimeType": "application/octet-stream", "buffer": lijst})
    wie.druk("Bekijk wat er verandert")
    wie.ziet("Bij 1 persoon vraagt de nieuwe status een beslissing.")
    wie.ziet("1 persoon staat op deze latere lijst, maar heeft geen open dossier.")
    assert keur_nu(wie.page, "een lijst die iets vraagt") == []
    wie.volg("Bekijk wie")
    wie.ziet(f"Dossier {weer.nummer} staat op 'Afgesloten'.")
    wie.druk("Lijst inlezen")
    wie.ziet("De lijst is ingelezen: 0 nieuwe dossiers, 2 dossiers gewijzigd.")

    # 2. Vandaag leads to the question, and it is answered there.
    wie.ga("/")
    wie.ziet("Nieuwe status bij UHT: beslis wat dit betekent", TOCH_ERKEND, "Het dossier staat op 'Afgesloten'.")
    assert keur_nu(wie.page, "vandaag met een vraag") == []
    wie.volg(f"Beslis over dossier {toch.nummer}")
    wie.ziet("Trek dan bij Besluiten eerst het besluit in waarmee zij eindigde.")
    assert keur_nu(wie.page, "de vraag") == []
    wie.vul(toelichting="De inwoner is geholpen en wil niet verder.")
    wie.druk("Afhandelen")
    wie.ziet("Het punt is afgehandeld.")
    assert Controlepunt.objects.get(soort="uht").afgehandeld_door == coordinator

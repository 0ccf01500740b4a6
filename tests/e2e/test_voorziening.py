"""In the browser: a price from the list of the beheerder, a delivery that stops, and what is still running."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.toewijzen import toewijzen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Voorziening
from tests.factories import maak_dossier, moment
from tests.wegen import BUDGETCOACH, stel_vast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dossier(gemeente, consulent, coordinator, snelle_pdf, settings, tmp_path):
    """Give a dossier in uitvoering, in which a bed is proposed."""
    settings.MEDIA_ROOT = tmp_path
    on = timezone.localdate()
    begin = on - timedelta(days=40)
    dossier = maak_dossier(gemeente, datum=begin)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    stel_vast(dossier, consulent, gesprek=begin, besluit=begin + timedelta(days=9))
    bed = BUDGETCOACH | {"omschrijving": "Bed", "soort": "materieel", "leefgebied": "wonen"}
    voorziening_bewaren(plan=dossier.plan, gegevens=bed, by=consulent, at=moment(on))
    return dossier


def test_price_list_serves_a_voorziening_and_what_was_granted_is_followed(
    bediening, dossier, gemeente, beheerder, consulent
):
    bediening.log_in(beheerder)
    bediening.ga(reverse("prijslijst", args=[gemeente.code]))
    bediening.volg("Prijzen inlezen")
    bediening.vul(editie="2025", lijst="Bed, eenpersoons; 88; 210,00")
    bediening.druk("Inlezen")
    bediening.ziet("Editie 2025: 1 prijs erbij", "Bed, eenpersoons")

    bediening.log_in(consulent)
    bed = Voorziening.objects.get(omschrijving="Bed")
    bediening.ga(reverse("voorziening", args=[dossier.nummer, bed.pk]))
    bediening.volg("Prijs onderbouwen")
    bediening.kies(basis="nibud")
    bediening.page.locator("select[name=nibudprijs]").select_option(index=1)
    bediening.vul(aantal="2")
    bediening.druk("Bewaren")
    bediening.ziet("De prijs van Bed is onderbouwd: €\xa0420,00")

    bediening.ga(reverse("toegekend", args=[dossier.nummer]))
    bediening.ziet("Loopt nog", "nog te leveren")
    bediening.volg("Koelkast")
    bediening.ziet("Het gemiddelde van vergelijkbare goederen", "Koelkast Direct")
    bediening.volg("Levering bijhouden")
    bediening.kies(soort="gestopt")
    bediening.vul(toelichting="U kreeg een koelkast van uw zus.")
    bediening.druk("Vastleggen")
    bediening.ziet("gestopt op", "U kreeg een koelkast van uw zus.")
    bediening.volg("Toegekend")
    bediening.ziet("Klaar of gestopt")

"""Find the voorziening that an invoice belongs to."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.haltes import halte
from tests.spuk.test_actions_kosten import boek
from tests.wegen import stel_vast


@halte
def besluit(dossier, consulent, snelle_pdf):
    return stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=date(2026, 4, 20))


@pytest.mark.parametrize("hoe", [str.upper, str.lower])
@pytest.mark.parametrize("wat", ["dossier", "besluit"])
def test_voorzieningen_are_found_by_number_with_what_was_booked(client, gemeente, besluit, financieel, wat, hoe):
    koelkast, coach = besluit.dossier.plan.voorzieningen.order_by("pk")
    boek(gemeente, koelkast, financieel)
    client.force_login(financieel)
    nummer = besluit.nummer if wat == "besluit" else besluit.dossier.nummer

    response = client.get(reverse("kosten_zoeken", args=[gemeente.code]), {"nummer": f" {hoe(nummer)} "})

    gevonden = [(rij, rij.geboekt) for rij, _ in response.context["voorzieningen"]]
    assert gevonden == [(koelkast, Decimal("466.33")), (coach, None)]


def test_search_says_that_no_number_was_filled_in(client, gemeente, financieel):
    client.force_login(financieel)
    url = reverse("kosten_zoeken", args=[gemeente.code])

    geopend, verstuurd = client.get(url), client.get(url, {"verstuurd": "1", "nummer": " "})

    assert "bo-foutenoverzicht" not in geopend.text
    assert verstuurd.context["form"].errors == {"nummer": ["Vul een dossiernummer of besluitnummer in."]}
    assert (verstuurd.context["voorzieningen"], "Er is één fout." in verstuurd.text) == (None, True)

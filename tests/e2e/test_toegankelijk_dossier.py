"""The consulent's pages of dossiers pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


def paden(d: dict[str, Dossier]) -> list[str]:
    return [
        *(reverse(naam) for naam in ("vandaag", "dossiers", "account", "wachtwoord_wijzigen")),
        "/dossiers/?doelgroep=nabestaande&status=nazorg",
        "/zoeken/",
        *(dossier.get_absolute_url() for dossier in d.values()),
        *van_dossier(d["aanmelding"], "contact_nieuw", "verificatie_nieuw", "eerste_gesprek", "persoon_wijzigen"),
        *van_dossier(d["aanmelding"], "document_nieuw", "dossier_geschiedenis", "acclimatisatie"),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_of_a_dossier_passes_axe_and_fits(bediening, dossiers, consulent):
    bediening.log_in(consulent)

    assert keur_paden(bediening, paden(dossiers)) == []

"""The pages of a direct aanmelding pass axe and fit their screen."""

import pytest
from django.urls import reverse

from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


@pytest.mark.django_db(transaction=True)
def test_every_page_of_an_aanmelding_passes_axe_and_fits(bediening, dossiers, consulent):
    bediening.log_in(consulent)
    dossier = dossiers["aanmelding"]
    paden = [
        reverse("aanmelding_nieuw"),
        *(f"{reverse('aanmelding_nieuw')}?doelgroep={groep}" for groep in ("aanvrager", "nabestaande")),
        *van_dossier(dossier, "aanmelding", "aanmelding_wijzigen", "doelgroep_wijzigen", "hulp_afwijzen"),
    ]

    assert keur_paden(bediening, paden) == []

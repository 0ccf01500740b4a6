"""The pages of the beheerder pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.keuring import keur_paden


def paden(d: dict[str, Dossier]) -> list[str]:
    lid = d["plan"].gemeente.lidmaatschappen.filter(rol="consulent").first()
    return [
        *(reverse(naam) for naam in ("gebruikers", "gebruiker_nieuw", "gemeente")),
        reverse("gebruiker", args=["9901", lid.user_id]),
        "/bestaat-niet/",
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_of_the_beheerder_passes_axe_and_fits(bediening, dossiers, beheerder):
    bediening.log_in(beheerder)

    assert keur_paden(bediening, paden(dossiers)) == []

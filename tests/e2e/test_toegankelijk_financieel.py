"""The pages of financieel pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.keuring import keur_paden


def paden(d: dict[str, Dossier]) -> list[str]:
    regel = d["uitvoering"].kostenregels.first()
    return [
        reverse("spuk_jaar", args=["9901", 2024]),
        reverse("spuk_instellingen", args=["9901"]),
        reverse("kosten", args=["9901", 2026]),
        f"{reverse('kosten_zoeken', args=['9901'])}?nummer={d['uitvoering'].nummer}",
        f"{reverse('kosten_zoeken', args=['9901'])}?nummer=bestaat-niet",
        reverse("kosten_nieuw", args=["9901", regel.voorziening_id]),
        reverse("kosten_algemeen", args=["9901"]),
        regel.get_absolute_url(),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_of_financieel_passes_axe_and_fits(bediening, dossiers, financieel):
    bediening.log_in(financieel)

    assert keur_paden(bediening, paden(dossiers)) == []

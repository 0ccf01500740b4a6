"""The pages about gesprekken, hulpvragen and what goes first pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


def paden(d: dict[str, Dossier]) -> list[str]:
    nr = d["plan"].nummer
    gesprek = d["plan"].gesprekken.filter(is_eerste_gesprek=False).first()
    return [
        *van_dossier(d["plan"], "gesprekken", "gesprek_nieuw", "eerste_gesprek_wijzigen", "acuut_opheffen"),
        *van_dossier(d["uitvoering"], "acuut_melden"),
        reverse("gesprek_wijzigen", args=[nr, gesprek.pk]),
        reverse("gesprek_intrekken", args=[nr, gesprek.pk]),
        reverse("hulpvraag_wijzigen", args=[nr, d["plan"].hulpvragen.first().pk]),
        reverse("driegesprek_wijzigen", args=[nr, d["plan"].driegesprekken.first().pk]),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_about_gesprekken_passes_axe_and_fits(bediening, dossiers, consulent):
    bediening.log_in(consulent)

    assert keur_paden(bediening, paden(dossiers)) == []

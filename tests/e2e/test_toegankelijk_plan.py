"""The consulent's pages from the plan on pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


def paden(d: dict[str, Dossier]) -> list[str]:
    besluit = d["uitvoering"].besluiten.first()
    doel = d["uitvoering"].plan.doelen.first()
    contact = d["nazorg"].nazorg.contacten.first()
    voorziening = d["plan"].plan.voorzieningen.first()
    return [
        *van_dossier(d["plan"], "plan", "voorziening_nieuw", "akkoord", "plan_vaststellen"),
        reverse("voorziening", args=[d["plan"].nummer, voorziening.pk]),
        reverse("voorziening_weghalen", args=[d["plan"].nummer, voorziening.pk]),
        *van_dossier(d["uitvoering"], "plan", "addendum", "driegesprek_nieuw", "beeindigen"),
        reverse("doel", args=[d["uitvoering"].nummer, doel.pk]),
        reverse("besluit", args=[besluit.nummer]),
        reverse("besluit_verzenden", args=[besluit.nummer]),
        *van_dossier(d["nazorg"], "nazorg", "nazorg_afsluiten"),
        reverse("nazorg_contact", args=[d["nazorg"].nummer, contact.pk]),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_of_a_plan_passes_axe_and_fits(bediening, dossiers, consulent):
    bediening.log_in(consulent)

    assert keur_paden(bediening, paden(dossiers)) == []

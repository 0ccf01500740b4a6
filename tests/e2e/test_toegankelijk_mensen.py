"""The pages about the people of a dossier and the questions to UHT pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


def paden(dossier: Dossier) -> list[str]:
    nr = dossier.nummer
    betrokkene, lid = dossier.betrokkenen.first(), dossier.gezin.leden.first()
    return [
        *van_dossier(dossier, "mensen", "post_kiezen", "betrokkene_nieuw", "gezinslid_nieuw", "gezin_koppelen"),
        *van_dossier(dossier, "gezin_ontkoppelen", "uht", "verificatie_vraag", "uht_status_nieuw"),
        reverse("betrokkene", args=[nr, betrokkene.pk]),
        reverse("betrokkene_intrekken", args=[nr, betrokkene.pk]),
        reverse("gezinslid", args=[nr, lid.pk]),
        reverse("gezinslid_weghalen", args=[nr, lid.pk]),
        reverse("verificatie_antwoord", args=[nr, dossier.verificaties.first().pk]),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_about_people_passes_axe_and_fits(bediening, dossiers, consulent):
    bediening.log_in(consulent)

    assert keur_paden(bediening, paden(dossiers["aanmelding"])) == []

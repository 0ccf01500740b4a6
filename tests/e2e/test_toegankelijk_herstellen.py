"""The pages that put something right pass axe and fit their screen."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Dossier
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden
from tests.factories import BeleidFactory


def paden(d: dict[str, Dossier]) -> list[str]:
    dossier = d["aanmelding"]
    BeleidFactory(gemeente=dossier.gemeente, geldig_vanaf=date(2021, 1, 1))
    nr, contact = dossier.nummer, dossier.contacten.geldig().first()
    vraag, driegesprek = dossier.verificaties.first(), dossier.driegesprekken.first()
    return [
        *van_dossier(dossier, "herstellen", "persoon_verbeteren", "aanmelddatum_wijzigen", "overlijden_vastleggen"),
        *van_dossier(dossier, "dossier_intrekken", "samenvoegen", "dossier_beleid"),
        *van_dossier(d["overleden"], "herstellen", "overlijden_herstellen"),
        *van_dossier(d["ingetrokken"], "herstellen", "dossier_herstellen"),
        reverse("contact_wijzigen", args=[nr, contact.pk]),
        reverse("contact_intrekken", args=[nr, contact.pk]),
        reverse("verificatie_wijzigen", args=[nr, vraag.pk]),
        reverse("verificatie_intrekken", args=[nr, vraag.pk]),
        reverse("driegesprek_intrekken", args=[nr, driegesprek.pk]),
        reverse("samenvoegen_met", args=[nr, d["plan"].nummer]),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_that_puts_right_passes_axe_and_fits(bediening, dossiers, coordinator):
    bediening.log_in(coordinator)

    assert keur_paden(bediening, paden(dossiers)) == []

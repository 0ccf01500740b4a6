"""The lists, taken and the pages that divide work pass axe and fit their screen."""

import pytest
from django.urls import reverse

from cases.kolommen import KOLOMMEN
from cases.models import Lijstweergave
from tests.e2e.keuring import keur_paden


@pytest.mark.django_db(transaction=True)
def test_every_list_passes_axe_and_fits(bediening, dossiers, consulent):
    bediening.log_in(consulent)
    paden = [
        "/dossiers/?status=nazorg&termijn=te_laat",
        f"/dossiers/?{'&'.join(f'kolom={code}' for code in KOLOMMEN)}",
        *(reverse(naam) for naam in ("taken", "afwezigheid", "weergaven", "weergave_nieuw")),
        reverse("weergave", args=[Lijstweergave.objects.get().pk]),
    ]

    assert keur_paden(bediening, paden) == []


@pytest.mark.django_db(transaction=True)
def test_every_page_that_divides_work_passes_axe_and_fits(bediening, dossiers, coordinator, consulent, collega):
    bediening.log_in(coordinator)
    overnemen = reverse("werk_overnemen", args=["9901", consulent.pk])
    paden = [reverse("dossiers"), reverse("werk_verdelen"), overnemen, f"{overnemen}?collega={collega.pk}"]

    assert keur_paden(bediening, paden) == []

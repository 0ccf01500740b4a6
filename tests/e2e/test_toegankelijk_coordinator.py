"""The pages of the coördinator pass axe and fit their screen."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.models import Dossier
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


def paden(d: dict[str, Dossier]) -> list[str]:
    jaar = timezone.localdate().year
    run = d["uitvoering"].gemeente.imports.first()
    punt = d["aanmelding"].controlepunten.first()
    return [
        *(reverse(naam) for naam in ("vandaag", "imports", "import_nieuw", "bewaking", "verificatiecodes")),
        f"{reverse('bewaking_vooruit')}?dag={timezone.localdate() + timedelta(days=300):%Y-%m-%d}",
        *(f"{run.get_absolute_url()}?toon={deel}" for deel in ("nieuw", "fouten", "waarschuwingen")),
        *van_dossier(d["aanmelding"], "toewijzen", "voorrang_geven"),
        *van_dossier(d["plan"], "voorrang_intrekken"),
        reverse("controlepunt", args=[d["aanmelding"].nummer, punt.pk]),
        reverse("spuk_jaar", args=["9901", jaar]),
        reverse("spuk_onderdeel", args=["9901", jaar, "B"]),
        reverse("spuk_onderdeel", args=["9901", jaar, "E"]),
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_of_the_coordinator_passes_axe_and_fits(bediening, dossiers, coordinator):
    bediening.log_in(coordinator)

    assert keur_paden(bediening, paden(dossiers)) == []

"""A coördinator sees how the last night went and looks ahead to a day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.nacht import doe_gemeente
from cases.models import Bewaking, Termijn


@pytest.mark.django_db(transaction=True)
def test_coordinator_looks_ahead_from_the_bewaking(bediening, dossiers, coordinator):
    gemeente, nu = dossiers["plan"].gemeente, timezone.now()
    doe_gemeente(gemeente=gemeente, on=timezone.localdate(), at=nu)
    bediening.log_in(coordinator)
    bediening.ga(reverse("bewaking"))
    bediening.ziet("1 van 1 gemeente gedaan, 0 mislukt, 0 nog niet klaar.")
    voor = (list(Termijn.objects.order_by("pk").values()), Bewaking.objects.count())

    bediening.volg("Kijk vooruit")
    bediening.vul(dag=timezone.localdate() + timedelta(days=300))
    bediening.druk("Kijk vooruit")

    bediening.ziet("Wordt te laat: ", "Wordt voorbij: ", dossiers["plan"].nummer)
    assert (list(Termijn.objects.order_by("pk").values()), Bewaking.objects.count()) == voor

"""The pages of the beheerder pass axe and fit their screen."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.models import Dossier
from tests.e2e.keuring import keur_paden
from tests.factories import BeleidFactory, FeestdagFactory


def paden(d: dict[str, Dossier]) -> list[str]:
    gemeente = d["plan"].gemeente
    lid = gemeente.lidmaatschappen.filter(rol="consulent").first()
    straks = timezone.localdate() + timedelta(days=30)
    beleid = BeleidFactory(gemeente=gemeente, geldig_vanaf=straks, afwijkingen={"lengtes": {"eerste_contact": 3}})
    feestdag = FeestdagFactory(datum=timezone.localdate().replace(month=6, day=3))
    return [
        *(reverse(naam) for naam in ("gebruikers", "gebruiker_nieuw", "gemeente")),
        reverse("gebruiker", args=["9901", lid.user_id]),
        reverse("beleid", args=["9901"]),
        reverse("beleid_nieuw", args=["9901"]),
        reverse("beleid_wijzigen", args=["9901", beleid.pk]),
        reverse("beleid_weghalen", args=["9901", beleid.pk]),
        reverse("feestdagen"),
        reverse("feestdag_nieuw"),
        reverse("feestdag_weghalen", args=[feestdag.pk]),
        "/bestaat-niet/",
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_of_the_beheerder_passes_axe_and_fits(bediening, dossiers, beheerder):
    bediening.log_in(beheerder)

    assert keur_paden(bediening, paden(dossiers)) == []

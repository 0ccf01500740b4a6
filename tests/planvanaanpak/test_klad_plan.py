"""What was typed in the plan or at a goedkeuring: gone once it is saved, and to copy where the form is no more."""

import pytest

from accounts.actions.klad import klad_bewaren
from accounts.kladbewijs import maak_bewijs
from accounts.models import Klad
from cases.models import Dossier
from cases.status import Status
from tests.planvanaanpak.paginas import berichten, url
from tests.planvanaanpak.test_views_plan import invoer

TEKST = "Een situatie waar lang aan is getypt."
VAN_BRAM = "Een collega wijzigde intussen wonen. Die wijziging is gebleven."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("mijn", "meldingen"),
    [
        ({"werk-situatie": TEKST}, [VAN_BRAM, "Het plan is bewaard."]),
        ({"werk-situatie": TEKST, "verder": "voorziening:werk"}, [VAN_BRAM]),
        ({"werk-situatie": TEKST, "verder": "vaststellen"}, [VAN_BRAM]),
        ({}, [VAN_BRAM]),
        ({"verder": "vaststellen"}, [VAN_BRAM]),
    ],
    ids=["saved", "saved, on to a voorziening", "saved, on to the vaststelling", "as it was", "as it was, and on"],
)
def test_plan_that_was_saved_has_no_klad_when_a_colleague_changed_another_part(
    pagina, als_collega, plan, consulent, mijn, meldingen
):
    pad = url("plan", plan.dossier.nummer)
    velden = invoer(pagina.get(pad)) | mijn | {"klad_bewijs": maak_bewijs(consulent, pad, "keer")}
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden={"werk-situatie": [TEKST]})
    als_collega.post(pad, invoer(als_collega.get(pad)) | {"wonen-situatie": "Van Bram."})

    response = pagina.post(pad, velden, follow=True)

    assert berichten(response) == meldingen
    assert Klad.objects.count() == 0


def test_plan_that_was_refused_keeps_its_klad(pagina, plan, consulent):
    pad = url("plan", plan.dossier.nummer)
    velden = invoer(pagina.get(pad)) | {"werk-situatie": TEKST, "klad_bewijs": maak_bewijs(consulent, pad, "keer")}
    Dossier.objects.filter(pk=plan.dossier_id).update(status=Status.UITVOERING)

    pagina.post(pad, velden)

    assert Klad.objects.get().gegevens["werk-situatie"] == [TEKST]

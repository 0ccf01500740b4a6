"""What a page of a dossier counts is written out once; it counts what Django would have asked."""

import pytest

from cases.models import Dossier

pytestmark = pytest.mark.django_db
GETELD = (
    "aantal_contacten", "aantal_gesprekken", "aantal_mensen", "aantal_documenten",
    "heeft_opschortingen", "heeft_ingebrekestellingen", "heeft_aanvullingen", "heeft_hardheidsbesluiten",
)  # fmt: skip


def test_page_counts_as_the_question_that_it_was_written_from(wereld):
    gevraagd = Dossier.objects.met_aantallen().met_zeldzaam().order_by("pk").values_list("pk", *GETELD)

    pagina = Dossier.objects.voor_pagina().order_by("pk").values_list("pk", *GETELD)

    assert list(pagina) == list(gevraagd)
    verschillend = dict(zip(GETELD, map(set, list(zip(*gevraagd, strict=True))[1:]), strict=True))
    assert [naam for naam, waarden in verschillend.items() if len(waarden) < 2] == []

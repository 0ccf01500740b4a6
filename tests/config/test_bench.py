"""The bare views that `make bench` measures beside draw the rows of the product."""

from datetime import date

import pytest
from django.test import override_settings

from cases.actions.rang import acuut_melden
from tests.factories import moment


@pytest.mark.parametrize("soort", ["lijst", "werk"])
@override_settings(ROOT_URLCONF="tests.bench.adressen")
def test_bare_view_draws_a_row_of_the_product(client, dossier, consulent, soort):
    acuut_melden(
        dossier=dossier, situatie="afsluiting", toelichting="Vrijdag", by=consulent, at=moment(date(2026, 3, 3))
    )

    pagina = client.get(f"/kaal/{soort}/{dossier.gemeente_id}/").content.decode()

    assert dossier.get_absolute_url() in pagina
    assert "Berkhout" in pagina

"""A list tells an address in the Netherlands; letters may go elsewhere."""

from datetime import date

import pytest

from cases.models import Persoon
from portal_import.vergelijken import ANDER_ADRES
from tests.factories import maak_dossier
from tests.portal_import.runs import bekijk_lijst, lees_in, rij

ON = date(2026, 5, 19)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "anders",
    [{"adres_buitenland": "Meir 1\n2000 Antwerpen", "land": "België"}, {"postadres": "Postbus 9\n4000 AB Ede"}],
    ids=["abroad", "postadres"],
)
def test_new_address_of_who_gets_letters_elsewhere_asks_for_a_look(gemeente, anders):
    dossier = maak_dossier(gemeente, straat="", huisnummer="", postcode="", woonplaats="", **anders)

    run = lees_in(gemeente, rij(BSN=dossier.persoon.bsn, Straat="Lindepad", Huisnummer="14"), on=ON)

    assert Persoon.objects.get().straat == "Lindepad"
    meldingen = [w["melding"] for w in run.waarschuwingen if w["code"] == "ander_adres"]
    assert meldingen == [ANDER_ADRES]
    assert "een ander adres in Nederland" in dossier.controlepunten.get().tekst


def test_row_without_another_address_asks_nothing(gemeente):
    dossier = maak_dossier(gemeente, postadres="Postbus 9\n4000 AB Ede")

    run = bekijk_lijst(gemeente, rij(BSN=dossier.persoon.bsn, Straat="Lindepad", Huisnummer="14"), on=ON)

    assert "ander_adres" not in {waarschuwing["code"] for waarschuwing in run.waarschuwingen}

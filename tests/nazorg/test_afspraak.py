"""What the letter promises of the nazorg, for other lengths than the shipped ones too."""

from dataclasses import replace
from datetime import date

import pytest

from cases.beleid import TIEL_2025, VNG_2025
from nazorg.afspraak import nazorg_tekst

BEGIN = "De brede ondersteuning stopt, maar wij houden contact."
DAGEN = "De nazorg begint op 15 januari 2027 en duurt tot ongeveer 15 januari 2029."
EINDE = "Gaat het niet goed? Bel ons dan gerust eerder."
PERIODE = (date(2027, 1, 15), date(2029, 1, 15))


@pytest.mark.parametrize(
    ("contact", "einde", "midden"),
    [
        (6, 24, " Elk half jaar vragen wij hoe het met u gaat, twee jaar lang. "),
        (6, 12, " Elk half jaar vragen wij hoe het met u gaat, een jaar lang. "),
        (12, 24, " Elk jaar vragen wij hoe het met u gaat, twee jaar lang. "),
        (3, 18, " Elke drie maanden vragen wij hoe het met u gaat, 18 maanden lang. "),
        (1, 6, " Elke maand vragen wij hoe het met u gaat, zes maanden lang. "),
        (1, 1, " Elke maand vragen wij hoe het met u gaat, een maand lang. "),
        (24, 36, " Elke twee jaar vragen wij hoe het met u gaat, drie jaar lang. "),
        (None, 24, " "),
        (6, None, " "),
    ],
)
def test_letter_says_how_often_and_how_long(contact, einde, midden):
    regels = replace(TIEL_2025, lengtes={**TIEL_2025.lengtes, "nazorg_contact": contact, "nazorg_einde": einde})

    assert nazorg_tekst(regels, *PERIODE) == f"{BEGIN}{midden}{DAGEN} {EINDE}"


def test_letter_says_when_it_begins_where_the_beleid_has_no_end():
    regels = replace(TIEL_2025, lengtes={**TIEL_2025.lengtes, "nazorg_einde": None})

    assert nazorg_tekst(regels, date(2027, 1, 15), None) == f"{BEGIN} De nazorg begint op 15 januari 2027. {EINDE}"


def test_both_profiles_promise_the_same():
    assert nazorg_tekst(VNG_2025, *PERIODE) == nazorg_tekst(TIEL_2025, *PERIODE)

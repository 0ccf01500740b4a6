"""What the letter promises of the nazorg, for other lengths than the shipped ones too."""

from dataclasses import replace

import pytest

from cases.beleid import TIEL_2025, VNG_2025
from nazorg.afspraak import nazorg_tekst

BEGIN = "De brede ondersteuning stopt, maar wij houden contact."
EINDE = "Gaat het niet goed? Bel ons dan gerust eerder."


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

    assert nazorg_tekst(regels) == f"{BEGIN}{midden}{EINDE}"


def test_both_profiles_promise_the_same():
    assert nazorg_tekst(VNG_2025) == nazorg_tekst(TIEL_2025)

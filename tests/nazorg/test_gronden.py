"""On which gronden the support can end, as a table."""

from datetime import date

import pytest

from cases.beleid import TIEL_2025, VNG_2025
from cases.status import Status
from nazorg.gronden import TE_BEEINDIGEN, Dossierstand, get_weigering, kan_nazorg_geven

S = Status
ON = date(2027, 1, 15)
TWEE_JAAR = date(2027, 1, 15)
GEEN_BERICHT = "De grond 'niet erkend' hoort bij een bericht van UHT. Leg dat bericht eerst vast."
WEL_BERICHT = "UHT meldde: niet erkend. De ondersteuning eindigt dan op die grond."
OPEN_DOELEN = "Er staan nog doelen open. Zet elk doel eerst op behaald, of op vervallen met een reden."
GEEN_DOEL = "Geen enkel doel is behaald. Kies een andere grond."
GEEN_VENSTER = "Voor dit dossier loopt geen termijn van twee jaar. Kies een andere grond."


@pytest.mark.parametrize(
    ("grond", "stand", "datum", "verwacht"),
    [
        ("niet_erkend", {"status": S.UITVOERING}, ON, GEEN_BERICHT),
        ("niet_erkend", {"status": S.AANMELDING}, ON, GEEN_BERICHT),
        ("niet_erkend", {"status": S.ACCLIMATISATIE}, ON, ""),
        ("niet_erkend", {"status": S.ACCLIMATISATIE, "open_doelen": 3}, ON, ""),
        ("doelen_behaald", {"status": S.ACCLIMATISATIE, "behaalde_doelen": 2}, ON, WEL_BERICHT),
        ("eigen_verzoek", {"status": S.ACCLIMATISATIE}, ON, WEL_BERICHT),
        ("twee_jaar", {"status": S.ACCLIMATISATIE}, ON, WEL_BERICHT),
        ("doelen_behaald", {"status": S.UITVOERING, "open_doelen": 1, "behaalde_doelen": 4}, ON, OPEN_DOELEN),
        ("doelen_behaald", {"status": S.UITVOERING}, ON, GEEN_DOEL),
        ("doelen_behaald", {"status": S.UITVOERING, "behaalde_doelen": 1}, ON, ""),
        ("twee_jaar", {"status": S.UITVOERING}, ON, GEEN_VENSTER),
        ("twee_jaar", {"status": S.UITVOERING, "besluiten_tot": TWEE_JAAR}, date(2027, 1, 16), ""),
        ("eigen_verzoek", {"status": S.AANMELDING}, ON, ""),
        ("verhuizing", {"status": S.UITVOERING, "open_doelen": 2}, ON, ""),
        ("geen_gebruik", {"status": S.PLAN_VAN_AANPAK}, ON, ""),
    ],
)
def test_grond_fits_the_dossier_or_says_why_not(grond, stand, datum, verwacht):
    assert get_weigering(grond, Dossierstand(**stand), datum) == verwacht


@pytest.mark.parametrize("datum", [date(2026, 3, 1), date(2027, 1, 14), TWEE_JAAR], ids=str)
def test_twee_jaar_holds_from_the_day_after_its_last_day(datum):
    stand = Dossierstand(status=S.UITVOERING, besluiten_tot=TWEE_JAAR)

    weigering = get_weigering("twee_jaar", stand, datum)

    assert weigering == "De twee jaar lopen tot en met 15 januari 2027. Kies een andere grond."


@pytest.mark.parametrize(
    ("regels", "grond", "status", "verwacht"),
    [
        (VNG_2025, "doelen_behaald", S.UITVOERING, True),
        (VNG_2025, "eigen_verzoek", S.UITVOERING, False),
        (TIEL_2025, "doelen_behaald", S.UITVOERING, True),
        (TIEL_2025, "eigen_verzoek", S.UITVOERING, True),
        (TIEL_2025, "verhuizing", S.UITVOERING, False),
        (TIEL_2025, "eigen_verzoek", S.PLAN_VAN_AANPAK, False),
        (TIEL_2025, "eigen_verzoek", S.AANMELDING, False),
    ],
    ids=lambda waarde: getattr(waarde, "profiel", str(waarde)),
)
def test_nazorg_follows_the_beleid_and_needs_support_to_have_been(regels, grond, status, verwacht):
    assert kan_nazorg_geven(grond, regels, status) is verwacht


def test_every_grond_of_every_beleid_is_decided_in_every_status():
    for regels in (VNG_2025, TIEL_2025):
        for grond in regels.beeindigingsgronden:
            for status in TE_BEEINDIGEN:
                assert isinstance(get_weigering(grond, Dossierstand(status=status), ON), str)


def test_support_ends_in_every_open_status_but_nazorg():
    assert {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.ACCLIMATISATIE} == TE_BEEINDIGEN

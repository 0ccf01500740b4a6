"""What a proposed voorziening must meet, and until when it can be granted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from planvanaanpak.keuring import GEEN_WENS, LOOPTIJD, VRIJ_KOST_NIETS, ZONDER_GROND, keur, zelfde_goed
from planvanaanpak.vensters import Venster, Vensters

TOT = date(2026, 9, 12)
NIET_ZEKER = (
    "Spullen toekennen kon tot en met 12 september 2026. Het eerste gesprek was vóór 1 januari 2025. Of de termijn dan"
    " geldt, is niet bevestigd. U kunt toekennen; leg vast waarom."
)
NODIG = {"voorstel": "toekennen", "noodzaak": "noodzaak", "soort": "materieel"}
AFWIJZEN = {"voorstel": "afwijzen", "noodzaak": "wens", "soort": "materieel"}


def vensters(on, *, blokkeert=True):
    spullen = Venster(regel="materiele_verstrekking", tot=TOT, on=on, blokkeert=blokkeert)
    besluiten = Venster(regel="besluiten", tot=date(2028, 3, 12), on=on, blokkeert=blokkeert)
    return Vensters(spullen=spullen, besluiten=besluiten)


@pytest.mark.parametrize(
    ("voorziening", "fouten"),
    [
        (NODIG, {}),
        ({**NODIG, "toegang": "vrij", "bedrag": Decimal(0)}, {}),
        ({**NODIG, "toegang": "vrij", "bedrag": Decimal("0.01")}, {"bedrag": VRIJ_KOST_NIETS}),
        ({**NODIG, "toegang": "niet_vrij", "bedrag": Decimal("0.01")}, {}),
        ({**NODIG, "noodzaak": "wens"}, {"voorstel": GEEN_WENS}),
        (AFWIJZEN, {"weigeringsgrond": ZONDER_GROND}),
        ({**AFWIJZEN, "weigeringsgrond": "  "}, {"weigeringsgrond": ZONDER_GROND}),
        ({**AFWIJZEN, "weigeringsgrond": "Advocaat"}, {}),
        (
            {**NODIG, "looptijd_vanaf": date(2026, 5, 2), "looptijd_tot": date(2026, 5, 1)},
            {"looptijd_tot": LOOPTIJD},
        ),
        ({**NODIG, "looptijd_vanaf": date(2026, 5, 2), "looptijd_tot": date(2026, 5, 2)}, {}),
        ({**NODIG, "looptijd_tot": date(2026, 5, 1)}, {}),
        ({}, {}),
    ],
    ids=[
        "nodig",
        "vrij toegankelijk",
        "vrij met een bedrag",
        "niet vrij met een bedrag",
        "wens",
        "zonder grond",
        "lege grond",
        "met grond",
        "looptijd terug",
        "een dag",
        "alleen tot",
        "leeg",
    ],
)
def test_keur_without_vensters(voorziening, fouten):
    assert keur(voorziening) == fouten


@pytest.mark.parametrize(
    ("on", "soort", "blokkeert", "veld"),
    [
        (TOT, "materieel", True, None),
        (TOT + timedelta(days=1), "materieel", True, "soort"),
        (TOT + timedelta(days=1), "immaterieel", True, None),
        (date(2028, 3, 12), "immaterieel", True, None),
        (date(2028, 3, 13), "immaterieel", True, "soort"),
        (date(2028, 3, 13), "materieel", False, None),
    ],
    ids=["laatste dag", "dag erna", "hulp erna", "laatste dag van 2 jaar", "na 2 jaar", "ouder dossier waarschuwt"],
)
def test_closed_venster_stops_a_grant(on, soort, blokkeert, veld):
    fouten = keur({**NODIG, "soort": soort}, vensters(on, blokkeert=blokkeert))

    assert list(fouten) == ([veld] if veld else [])


def test_closed_venster_leaves_a_refusal_possible():
    assert keur({**AFWIJZEN, "weigeringsgrond": "Te laat"}, vensters(date(2029, 1, 1))) == {}


def test_after_two_years_the_longer_venster_gives_the_reason():
    fouten = keur(NODIG, vensters(date(2029, 1, 1)))

    assert fouten == {"soort": "Voorzieningen toekennen kon tot en met 12 maart 2028. Nu kunt u alleen nog afwijzen."}


@pytest.mark.parametrize(
    ("on", "blokkeert", "tekst"),
    [
        (TOT, True, "Spullen toekennen kan tot en met 12 september 2026."),
        (date(2026, 9, 13), True, "Spullen toekennen kon tot en met 12 september 2026. Nu kunt u alleen nog afwijzen."),
        (
            date(2026, 9, 13),
            False,
            NIET_ZEKER,
        ),
    ],
    ids=["open", "dicht", "dicht maar niet zeker"],
)
def test_venster_says_until_when(on, blokkeert, tekst):
    venster = vensters(on, blokkeert=blokkeert).voor("materieel")

    assert venster.tekst == tekst
    assert (venster.weigert, venster.waarschuwt) == (
        not venster.is_open and blokkeert,
        not venster.is_open and not blokkeert,
    )


def test_without_eerste_gesprek_there_is_no_venster():
    assert Vensters().voor("materieel") is None
    assert keur(NODIG, Vensters()) == {}


@pytest.mark.parametrize(
    ("ene", "andere", "gelijk"),
    [("Koelkast", " koelkast ", True), ("Bed  klein", "bed klein", True), ("Koelkast", "Koelkast groot", False)],
)
def test_zelfde_goed_looks_past_capitals_and_spaces(ene, andere, gelijk):
    assert zelfde_goed(ene, andere) is gelijk

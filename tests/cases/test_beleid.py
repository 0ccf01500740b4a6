import re
from dataclasses import FrozenInstanceError, replace
from datetime import date
from pathlib import Path

import pytest

from cases.beleid import PROFIELEN, Regels, VensterVanaf
from cases.berekening import einddatum
from cases.kalender import kalender
from cases.register import alle_regels, regel

VNG, TIEL = PROFIELEN["vng_2025"], PROFIELEN["tiel_2025"]
VOOR_DE_WET, OP_DE_WET = date(2024, 12, 31), date(2025, 1, 1)


@pytest.mark.parametrize("profiel", PROFIELEN.values(), ids=lambda p: p.naam)
def test_profile_has_a_length_for_every_rule(profiel):
    assert set(profiel.lengtes) == {r.code for r in alle_regels()}
    assert profiel.bron


def test_profiles_differ_in_the_terms_of_the_first_contact():
    verschil = {
        code: (VNG.lengtes[code], TIEL.lengtes[code]) for code in VNG.lengtes if VNG.lengtes[code] != TIEL.lengtes[code]
    }

    assert verschil == {
        "eerste_contact": (None, 5),
        "eerste_gesprek_na_contact": (None, 3),
        "beeindiging": (None, 30),
        "nazorg_stop": (None, 30),
    }
    assert (VNG.naam, TIEL.naam) == ("VNG-handreiking 2025", "Tiel 2025")


def test_shipped_lengths_are_those_of_tiel():
    assert {r.code: r.lengte for r in alle_regels()} == dict(TIEL.lengtes)


@pytest.mark.parametrize("profiel", PROFIELEN.values(), ids=lambda p: p.naam)
def test_nazorg_follows_the_lengths(profiel):
    assert (profiel.nazorg_interval_maanden, profiel.nazorg_max_maanden, profiel.nazorg_contacten) == (6, 24, 4)


@pytest.mark.parametrize(
    ("interval", "einde", "contacten"), [(6, 24, 4), (3, 12, 4), (5, 12, 2), (None, 24, 0), (6, None, 0)]
)
def test_contacten_fit_in_the_nazorg(interval, einde, contacten):
    eigen = replace(TIEL, lengtes={**TIEL.lengtes, "nazorg_contact": interval, "nazorg_einde": einde})

    assert eigen.nazorg_contacten == contacten


@pytest.mark.parametrize(("profiel", "dagen"), [("vng_2025", None), ("tiel_2025", 30)])
def test_beeindiging_has_one_length(profiel, dagen):
    regels = PROFIELEN[profiel]
    eigen = replace(regels, lengtes={**regels.lengtes, "beeindiging": 21})

    assert (regels.beeindiging_dagen, regels.lengte(regel("beeindiging"))) == (dagen, dagen)
    assert (eigen.beeindiging_dagen, eigen.lengte(regel("beeindiging"))) == (21, 21)


@pytest.mark.parametrize("code", ["verplichtingen_tot", "verantwoorden_tot"])
def test_last_day_for_everybody_is_that_of_the_beleid(code):
    eigen = replace(TIEL, **{code: date(2027, 6, 30)})
    vraag = (regel(code), date(2026, 3, 12), kalender())

    assert einddatum(*vraag, beleid=eigen).einddatum == date(2027, 6, 30)
    assert einddatum(*vraag, beleid=eigen).duur == "tot en met 30 juni 2027"
    assert einddatum(*vraag, beleid=TIEL).einddatum == einddatum(*vraag).einddatum == regel(code).vaste_dag


def test_rule_that_the_beleid_does_not_name_has_its_shipped_length():
    eigen = replace(TIEL, lengtes={"plan_van_aanpak": 6})

    assert eigen.lengte(regel("plan_van_aanpak")) == 6
    assert eigen.lengte(regel("bezwaar")) == 6
    assert eigen.lengte(regel("besluiten")) == 2


@pytest.mark.parametrize("lengte", [0, -3])
def test_length_below_one_is_refused(lengte):
    with pytest.raises(ValueError, match="De lengte van bezwaar moet minstens 1 zijn"):
        replace(TIEL, lengtes={"bezwaar": lengte})


def test_regels_cannot_be_changed_afterwards():
    lengtes = {"bezwaar": 6}
    eigen = replace(TIEL, lengtes=lengtes)
    lengtes["bezwaar"] = 1

    assert eigen.lengtes["bezwaar"] == 6
    with pytest.raises(TypeError):
        eigen.lengtes["bezwaar"] = 1
    with pytest.raises(FrozenInstanceError):
        eigen.naam = "anders"


def test_beleid_that_lengthens_a_term_beyond_article_4_loses_the_atw():
    eigen = replace(TIEL, lengtes={"eerste_gesprek": 13})

    berekening = einddatum(regel("eerste_gesprek"), date(2026, 9, 25), kalender(), beleid=eigen)

    assert berekening.einddatum == date(2026, 12, 25)
    assert berekening.atw is False
    assert berekening.stappen[-1].endswith("want 13 weken is meer dan twaalf weken (artikel 4)")


def test_beleid_that_shortens_a_term_of_the_law_gains_the_atw():
    eigen = replace(TIEL, lengtes={"materiele_verstrekking": 3})

    berekening = einddatum(regel("materiele_verstrekking"), date(2026, 9, 25), kalender(), beleid=eigen)

    assert berekening.einddatum == date(2026, 12, 28)
    assert berekening.atw is True


def test_length_of_the_beleid_gives_way_to_the_commissie_of_the_law():
    eigen = replace(TIEL, lengtes={"besluit_op_bezwaar": 4})
    uit = replace(TIEL, lengtes={"besluit_op_bezwaar": None})
    vraag = (regel("besluit_op_bezwaar"), date(2026, 2, 27), kalender())

    assert einddatum(*vraag, beleid=eigen).duur == "4 weken"
    assert einddatum(*vraag, beleid=eigen, commissie=True).duur == "12 weken"
    assert einddatum(*vraag, beleid=uit, commissie=True).einddatum is None


@pytest.mark.parametrize(
    ("vanaf", "gesprek", "start"),
    [
        (VensterVanaf.EERSTE_GESPREK, VOOR_DE_WET, VOOR_DE_WET),
        (VensterVanaf.INGANG_WET, VOOR_DE_WET, OP_DE_WET),
        (VensterVanaf.GEEN, VOOR_DE_WET, None),
        (VensterVanaf.EERSTE_GESPREK, OP_DE_WET, OP_DE_WET),
        (VensterVanaf.INGANG_WET, date(2025, 3, 1), date(2025, 3, 1)),
        (VensterVanaf.GEEN, OP_DE_WET, OP_DE_WET),
    ],
    ids=lambda waarde: str(waarde),
)
def test_venster_of_an_older_dossier_follows_the_setting(vanaf, gesprek, start):
    assert replace(TIEL, venster_vanaf=vanaf).venster_start(gesprek) == start


def test_older_dossiers_are_warned_as_shipped():
    for profiel in PROFIELEN.values():
        assert profiel.venster_vanaf is VensterVanaf.EERSTE_GESPREK
        assert not profiel.venster_bevestigd


def test_settings_of_the_profiles():
    def instellingen(regels: Regels):
        return (
            regels.aanvraagmoment.value,
            regels.nazorg_toestemming,
            regels.nazorg_na,
            regels.beeindiging_dagen,
            regels.leeftijd_zelfstandig,
            regels.beoordelingscommissie,
            len(regels.fasen),
        )

    assert instellingen(VNG) == ("aanmelding", False, ("doelen_behaald",), None, 18, False, 0)
    assert instellingen(TIEL) == ("eerste_gesprek", True, ("doelen_behaald", "eigen_verzoek"), 30, 16, True, 3)


def test_nobody_passes_over_what_a_gemeente_changed():
    """Who looks a profile up by a row of beleid forgets its changes: only what is about beleid itself may."""
    apps = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")
    bestanden = [bestand for app in apps for bestand in Path(app).rglob("*.py")]

    gevonden = {str(b) for b in bestanden if re.search(r"PROFIELEN\[[^\]]*\.profiel\]", b.read_text())}

    assert gevonden == {"cases/actions/beleid.py", "cases/models/beleid.py", "cases/views/beleid.py"}

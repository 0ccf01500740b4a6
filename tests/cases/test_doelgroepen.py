"""What each doelgroep asks at the aanmelding, and the rules around it."""

from datetime import date

import pytest

from cases.aanmeldregels import list_bezwaren
from cases.beleid import TIEL_2025, VNG_2025
from cases.doelgroepen import REGELS, let_op, ontbreekt
from cases.keuzes import Doelgroep, Grondslag, UhtStatus

ON = date(2026, 3, 2)
OVERLEDENE = {
    "overleden_naam": "J. Hofman",
    "overleden_geboortedatum": "1950-00-00",
    "overleden_op": date(2023, 12, 31),
    "overleden_relatie": "dochter",
}
VOLWASSEN = "1985-03-12"


def bezwaren(doelgroep, gegevens, geboortedatum=VOLWASSEN, regels=TIEL_2025):
    return list(
        list_bezwaren(
            doelgroep=doelgroep, gegevens=gegevens, geboortedatum=geboortedatum, regels=regels, on=ON, vandaag=ON
        )
    )


def test_every_doelgroep_has_its_rule():
    assert set(REGELS) == set(Doelgroep)
    assert all(set(regel.verplicht) <= set(regel.velden) for regel in REGELS.values())


@pytest.mark.parametrize(
    ("doelgroep", "gegevens", "verwacht"),
    [
        (Doelgroep.AANVRAGER, {}, []),
        (Doelgroep.EX_TOESLAGPARTNER, {}, ["datum_beschikking"]),
        (Doelgroep.EX_TOESLAGPARTNER, {"datum_beschikking": ON}, []),
        (Doelgroep.KIND, {"grondslag": Grondslag.WHT_2_21}, []),
        (Doelgroep.KIND, {"grondslag": Grondslag.WHT_6_12}, ["grondslag"]),
        (Doelgroep.NABESTAANDE, {}, list(OVERLEDENE)),
        (Doelgroep.NABESTAANDE, OVERLEDENE, []),
        (Doelgroep.NABESTAANDE, {**OVERLEDENE, "overleden_op": date(2024, 1, 1)}, ["overleden_op"]),
    ],
)
def test_what_a_doelgroep_requires(doelgroep, gegevens, verwacht):
    assert bezwaren(doelgroep, gegevens) == verwacht


@pytest.mark.parametrize(
    ("geboortedatum", "nagekeken", "regels", "verwacht"),
    [
        pytest.param("2010-03-02", False, TIEL_2025, [], id="16, Tiel"),
        pytest.param("2010-03-02", False, VNG_2025, ["geboortedatum"], id="16, VNG"),
        pytest.param("2010-03-03", True, TIEL_2025, ["geboortedatum"], id="15, a tick does not help"),
        pytest.param("2010-00-00", False, TIEL_2025, ["leeftijd_nagekeken"], id="uncertain"),
        pytest.param("2010-00-00", True, TIEL_2025, [], id="uncertain and looked up"),
        pytest.param("", False, TIEL_2025, [], id="not known"),
    ],
)
def test_age_is_that_of_the_beleid(geboortedatum, nagekeken, regels, verwacht):
    assert bezwaren(Doelgroep.KIND, {"leeftijd_nagekeken": nagekeken}, geboortedatum, regels) == verwacht


@pytest.mark.parametrize(
    ("gegevens", "regels", "verwacht"),
    [
        pytest.param({}, TIEL_2025, [], id="ingezetene"),
        pytest.param({"uitzondering": "detentie"}, TIEL_2025, ["overleg_met"], id="a duty in Tiel"),
        pytest.param({"uitzondering": "detentie"}, VNG_2025, [], id="where needed, says the law"),
        pytest.param(
            {"uitzondering": "detentie", "overleg_met": "Ede"}, VNG_2025, ["overleg_datum"], id="without a day"
        ),
        pytest.param(
            {"uitzondering": "verhuizing", "overleg_met": "Ede", "overleg_datum": ON}, TIEL_2025, [], id="noted"
        ),
    ],
)
def test_overleg_with_the_other_gemeente(gegevens, regels, verwacht):
    assert bezwaren(Doelgroep.AANVRAGER, gegevens, regels=regels) == verwacht


@pytest.mark.parametrize(
    ("doelgroep", "status", "dag", "heeft_hint"),
    [
        (Doelgroep.AANVRAGER, UhtStatus.AANGEMELD, date(2023, 12, 31), False),
        (Doelgroep.AANVRAGER, UhtStatus.AANGEMELD, date(2024, 1, 1), True),
        (Doelgroep.AANVRAGER, UhtStatus.ERKEND, date(2025, 1, 1), False),
        (Doelgroep.KIND, UhtStatus.AANGEMELD, date(2025, 1, 1), False),
        (Doelgroep.AANVRAGER, UhtStatus.AANGEMELD, None, False),
    ],
)
def test_hint_when_the_loket_of_uht_was_closed(doelgroep, status, dag, heeft_hint):
    assert bool(let_op(doelgroep, status, dag)) is heeft_hint


def test_missing_fields_are_named_in_order():
    assert ontbreekt(Doelgroep.NABESTAANDE, {"overleden_op": ON}) == (
        "overleden_naam",
        "overleden_geboortedatum",
        "overleden_relatie",
    )

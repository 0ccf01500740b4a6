"""Which clocks the facts of a dossier ask for: one table of facts and clocks."""

from datetime import date

import pytest

from cases.klokstand import ALSNOG, INGANG, Feiten, Klokstand, list_klokstanden

M2, M4, M6, M9, M12 = (date(2026, 3, dag) for dag in (2, 4, 6, 9, 12))


def klokken(**feiten):
    return {s.regel: (s.start, s.gehaald) for s in list_klokstanden(Feiten(aanmelding=M2, **feiten))}


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        pytest.param({}, {"eerste_contact": (M2, None), "eerste_gesprek": (M2, None)}, id="only an aanmelding"),
        pytest.param(
            {"contacten": (M6, M4)},
            {
                "eerste_contact": (M2, M4),
                "eerste_gesprek_na_contact": (M4, None),
                "eerste_gesprek": (M2, None),
            },
            id="the first of two contacts counts",
        ),
        pytest.param(
            {"hervat": M9},
            {"eerste_contact": (M9, None), "eerste_gesprek": (M9, None)},
            id="who asked for help after all counts from that day",
        ),
        pytest.param(
            {"contacten": (date(2026, 3, 1),), "gesprekken": (date(2026, 3, 1),)},
            {"eerste_contact": (M2, None), "eerste_gesprek": (M2, None)},
            id="a contact from before the aanmelding is none",
        ),
        pytest.param(
            {"contacten": (date(2026, 3, 1), M2)},
            {
                "eerste_contact": (M2, M2),
                "eerste_gesprek_na_contact": (M2, None),
                "eerste_gesprek": (M2, None),
            },
            id="a contact on the day of the aanmelding counts",
        ),
        pytest.param(
            {"hervat": date(2026, 3, 1)},
            {"eerste_contact": (M2, None), "eerste_gesprek": (M2, None)},
            id="a question for help from before the aanmelding is none",
        ),
        pytest.param(
            {"contacten": (M4,), "bevestigingen": (M6,), "hervat": M9},
            {
                "eerste_contact": (M2, M4),
                "eerste_gesprek_na_contact": (M9, None),
                "eerste_gesprek": (M9, None),
            },
            id="asked after all, with a contact before it",
        ),
        pytest.param(
            {"bevestigingen": (M4, M9)},
            {"eerste_contact": (M2, None), "eerste_gesprek": (M4, None)},
            id="the 8 weken run from the first confirmation: a second one gives no new weeks",
        ),
        pytest.param(
            {"bevestigingen": (date(2026, 3, 1), M9)},
            {"eerste_contact": (M2, None), "eerste_gesprek": (M9, None)},
            id="from the first confirmation since the aanmelding",
        ),
        pytest.param(
            {"bevestigingen": (M4, M12), "hervat": M9},
            {"eerste_contact": (M9, None), "eerste_gesprek": (M12, None)},
            id="from the first confirmation since help was asked for after all",
        ),
        pytest.param(
            {"gesprekken": (M6,), "eerste_gesprek": M6, "bevestigingen": (M4, M9)},
            {"eerste_contact": (M2, M6), "eerste_gesprek": (M4, M6), "plan_van_aanpak": (M6, None)},
            id="a confirmation after the eerste gesprek starts nothing",
        ),
        pytest.param(
            {"bevestigingen": (date(2026, 3, 1),)},
            {"eerste_contact": (M2, None), "eerste_gesprek": (M2, None)},
            id="never before the aanmelding",
        ),
        pytest.param(
            {"contacten": (M4,), "gesprekken": (M12,), "eerste_gesprek": M12},
            {
                "eerste_contact": (M2, M4),
                "eerste_gesprek_na_contact": (M4, M12),
                "eerste_gesprek": (M2, M12),
                "plan_van_aanpak": (M12, None),
            },
            id="the eerste gesprek meets both",
        ),
        pytest.param(
            {"gesprekken": (M12,), "eerste_gesprek": M12},
            {"eerste_contact": (M2, M12), "eerste_gesprek": (M2, M12), "plan_van_aanpak": (M12, None)},
            id="an eerste gesprek without contact before it is the first contact",
        ),
        pytest.param(
            {"contacten": (M12,), "gesprekken": (M12,), "eerste_gesprek": M12},
            {
                "eerste_contact": (M2, M12),
                "eerste_gesprek_na_contact": (M12, M12),
                "eerste_gesprek": (M2, M12),
                "plan_van_aanpak": (M12, None),
            },
            id="contact and gesprek on one day",
        ),
        pytest.param(
            {"contacten": (M12,), "gesprekken": (M9,), "eerste_gesprek": M9},
            {"eerste_contact": (M2, M9), "eerste_gesprek": (M2, M9), "plan_van_aanpak": (M9, None)},
            id="a contact after the gesprek starts nothing",
        ),
        pytest.param(
            {"gesprekken": (M6,)},
            {
                "eerste_contact": (M2, M6),
                "eerste_gesprek_na_contact": (M6, None),
                "eerste_gesprek": (M2, None),
            },
            id="a gesprek that is not the eerste is contact",
        ),
        pytest.param(
            {"gesprekken": (M12,), "eerste_gesprek": M12, "venster": M9},
            {
                "eerste_contact": (M2, M12),
                "eerste_gesprek": (M2, M12),
                "plan_van_aanpak": (M12, None),
                "materiele_verstrekking": (M9, None),
                "besluiten": (M9, None),
            },
            id="the vensters run from the day that the beleid says",
        ),
    ],
)
def test_facts_give_these_clocks(feiten, verwacht):
    assert klokken(**feiten) == verwacht


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        pytest.param({"contacten": (M4,), "bevestigingen": (M6,)}, {}, id="the events of the rules themselves"),
        pytest.param({"hervat": M9}, {"eerste_contact": ALSNOG, "eerste_gesprek": ALSNOG}, id="asked after all"),
        pytest.param(
            {"contacten": (M4,), "hervat": M9},
            {"eerste_gesprek_na_contact": ALSNOG, "eerste_gesprek": ALSNOG},
            id="asked after all: the first contact keeps the aanmelding",
        ),
        pytest.param(
            {"contacten": (M12,), "bevestigingen": (M12,), "hervat": M9},
            {"eerste_contact": ALSNOG},
            id="asked after all, and reached and confirmed since",
        ),
        pytest.param(
            {"gesprekken": (M12,), "eerste_gesprek": M12, "venster": M12}, {}, id="the vensters run from the gesprek"
        ),
        pytest.param(
            {"gesprekken": (M6,), "eerste_gesprek": M6, "venster": M9},
            {"materiele_verstrekking": INGANG, "besluiten": INGANG},
            id="the vensters run from the law",
        ),
    ],
)
def test_clock_says_what_happened_on_its_start_when_that_is_not_its_own_event(feiten, verwacht):
    standen = list_klokstanden(Feiten(aanmelding=M2, **feiten))

    assert {stand.regel: stand.vanaf for stand in standen if stand.vanaf} == verwacht


def test_clock_carries_its_rule():
    assert list_klokstanden(Feiten(aanmelding=M2))[0] == Klokstand("eerste_contact", M2, None)

"""The grounds a to h of the beleid, the two exceptions, and the three tests of a grant."""

from dataclasses import replace
from datetime import date

import pytest

from cases.beleid import TIEL_2025, VNG_2025
from cases.weigeringsgrond import Gronduitzondering
from planvanaanpak.toets import TOETSEN, ontbrekende_toetsen
from planvanaanpak.weigering import (
    GEEN_NOODZAAK,
    GEEN_SITUATIE,
    GEEN_SITUATIE_TOEN,
    LATER,
    SITUATIE_EN_DAG,
    WAAROM_NIET,
    ZONDER_UITZONDERING,
    ZONDER_WAAROM,
    Situatie,
    code_van,
    keur_situatie,
    keur_uitzondering,
    te_kiezen,
    uitzonderingen,
)

TIEL, VNG = TIEL_2025.weigeringsgronden, VNG_2025.weigeringsgronden


def test_grounds_have_the_letters_of_artikel_8():
    onder = {code: grond.artikel.removeprefix("artikel 8 lid 1 onder ")[0] for code, grond in TIEL.items()}

    assert onder == {
        "inkomen": "a", "leefgebied": "b", "schade": "c", "schulden": "d", "voor_aanvraag": "e", "advocaat": "f",
        "plan": "g", "medewerking": "h",
    }  # fmt: skip


def test_ground_keeps_its_article_when_another_is_dropped():
    zonder_a = {code: grond for code, grond in TIEL.items() if code != "inkomen"}

    assert str(te_kiezen(zonder_a)["advocaat"]) == (
        "Kosten voor een advocaat (artikel 8 lid 1 onder f van de beleidsregels)"
    )
    assert list(te_kiezen(zonder_a))[:2] == [GEEN_NOODZAAK, "leefgebied"]


def test_each_exception_is_that_of_its_source():
    """Tiel 2025 art. 8 lid 1d and e; VNG handreiking 2025 §3.1: only achterstanden in acute nood."""
    assert {code: grond.uitzondering for code, grond in TIEL.items() if grond.uitzondering} == {
        "schulden": Gronduitzondering.TEGEN_HERHALING,
        "voor_aanvraag": Gronduitzondering.VAN_TOEN,
    }
    assert [code for code, _ in uitzonderingen(VNG)] == ["schulden"]
    assert VNG["schulden"].uitzondering == Gronduitzondering.ACUTE_NOOD


def test_handreiking_names_four_grounds_with_its_paragraph():
    assert set(VNG) == {"schade", "schulden", "advocaat", "inkomen"}
    assert {grond.artikel for grond in VNG.values()} == {"paragraaf 3.1 van de handreiking"}


def test_ground_that_the_beleid_does_not_have_has_no_code():
    assert code_van(TIEL, "Iets anders") == ""


NU, GEEN = Situatie(nu=True), Situatie()
TOEKENNEN = {
    "afwijzen": False,
    "grond": "",
    "uitzondering": "schulden",
    "waarom": "Morgen uit huis.",
    "situatie": NU,
}
VOORAF = TOEKENNEN | {"uitzondering": "voor_aanvraag"}
AFWIJZEN = {"afwijzen": True, "grond": "schulden", "uitzondering": "", "waarom": "", "situatie": NU}


@pytest.mark.parametrize(
    ("geval", "fouten"),
    [
        (TOEKENNEN, {}),
        (VOORAF, {}),
        (VOORAF | {"situatie": Situatie(eerder=True)}, {}),
        (VOORAF | {"situatie": Situatie(getypt="afsluiting", dag=date(2026, 1, 3))}, {}),
        (VOORAF | {"situatie": GEEN}, {"uitzondering_situatie": GEEN_SITUATIE_TOEN}),
        (TOEKENNEN | {"uitzondering": "", "waarom": "", "situatie": GEEN}, {}),
        (TOEKENNEN | {"situatie": GEEN}, {"uitzondering": GEEN_SITUATIE}),
        (TOEKENNEN | {"situatie": Situatie(eerder=True)}, {"uitzondering": GEEN_SITUATIE}),
        (TOEKENNEN | {"waarom": "  "}, {"uitzondering_waarom": ZONDER_WAAROM}),
        (
            TOEKENNEN | {"uitzondering": "advocaat"},
            {"uitzondering": "Het beleid van uw gemeente kent deze uitzondering niet."},
        ),
        (AFWIJZEN, {"uitzondering_waarom": WAAROM_NIET}),
        (AFWIJZEN | {"waarom": "De ontruiming gaat niet door."}, {}),
        (AFWIJZEN | {"situatie": GEEN}, {}),
        (AFWIJZEN | {"grond": "advocaat"}, {}),
        (TOEKENNEN | {"uitzondering": ""}, {"uitzondering_waarom": ZONDER_UITZONDERING}),
        (AFWIJZEN | {"grond": "advocaat", "waarom": "x"}, {"uitzondering_waarom": ZONDER_UITZONDERING}),
    ],
    ids=[
        "schulden", "van vóór de aanvraag", "situatie eerder in het dossier", "situatie getypt", "geen situatie toen",
        "geen uitzondering", "geen situatie", "situatie voorbij", "zonder waarom", "andere grond", "toch afwijzen",
        "met waarom", "gewone afwijzing", "grond zonder uitzondering",
        "waarom zonder uitzondering", "waarom bij een grond zonder",
    ],
)  # fmt: skip
def test_exception_needs_the_situatie_and_a_reason(geval, fouten):
    assert keur_uitzondering(gronden=TIEL, **geval) == fouten


def test_gemeente_without_the_ground_has_no_exception():
    assert keur_uitzondering(gronden=VNG, **VOORAF) == {
        "uitzondering": "Het beleid van uw gemeente kent deze uitzondering niet."
    }


def test_guard_follows_the_code_and_not_the_words():
    anders = TIEL | {"schulden": replace(TIEL["schulden"], tekst="Schulden")}

    assert keur_uitzondering(gronden=anders, **TOEKENNEN) == {}
    assert keur_uitzondering(gronden=anders, **AFWIJZEN) == {"uitzondering_waarom": WAAROM_NIET}


@pytest.mark.parametrize(
    ("situatie", "dag", "fouten"),
    [
        ("", None, {}),
        ("afsluiting", date(2026, 4, 20), {}),
        ("afsluiting", date(2026, 4, 21), {"uitzondering_datum": LATER}),
        ("afsluiting", None, {"uitzondering_datum": SITUATIE_EN_DAG}),
        ("", date(2026, 4, 20), {"uitzondering_situatie": SITUATIE_EN_DAG}),
    ],
    ids=["leeg", "vandaag", "morgen", "zonder dag", "zonder situatie"],
)
def test_situation_of_then_has_a_day_that_is_not_in_the_future(situatie, dag, fouten):
    assert keur_situatie(situatie, dag, date(2026, 4, 20)) == fouten


@pytest.mark.parametrize("leeg", [*TOETSEN])
def test_each_test_must_be_there(leeg):
    vol = dict.fromkeys(TOETSEN, "Daarom.")

    assert ontbrekende_toetsen(vol) == ()
    assert ontbrekende_toetsen(vol | {leeg: " "}) == (TOETSEN[leeg],)


def test_nothing_filled_in_lacks_the_obstacle_and_all_three():
    assert ontbrekende_toetsen({}) == (
        "welk obstakel dit wegneemt",
        "of dit helpt om het doel te bereiken",
        "of het ook op een andere manier kan",
        "of dit in verhouding staat tot het doel",
    )

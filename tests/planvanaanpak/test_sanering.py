"""The criteria of a saneringskrediet for a young person, each on its boundary."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cases.leeftijd import Leeftijd
from planvanaanpak.sanering import Saneringsfeiten, beoordeel, beschrijf, redenen

GOED = Saneringsfeiten(
    leeftijd=Leeftijd.OUD_GENOEG,
    is_kind=True,
    datum_beschikking=date(2025, 3, 31),
    datum_verzoek=date(2026, 3, 31),
    termijn_tot=date(2026, 3, 31),
    binnen_termijn_af_te_lossen=False,
    bedrag=Decimal("10000.00"),
)
TE_VEEL = "€\xa010.000,01 is meer dan €\xa010.000,00. Dat kan alleen met een besluit van het college. Vul nog in: {}."
MEER = TE_VEEL.replace("10.000,01", "23.500,00")
COLLEGE = {
    "bedrag": Decimal("23500.00"),
    "collegebesluit": "2026-114",
    "collegebesluit_datum": date(2026, 3, 3),
    "collegebesluit_document": True,
}


@pytest.mark.parametrize(
    ("anders", "waarom"),
    [
        ({}, ()),
        ({"leeftijd": Leeftijd.TE_JONG}, ("Op 31 maart 2026 was de inwoner nog geen 18 jaar.",)),
        ({"leeftijd": Leeftijd.ONZEKER}, ("De geboortedatum is niet volledig bekend. Zoek die eerst uit.",)),
        ({"is_kind": False}, ("Alleen voor wie onder de kindregeling valt.",)),
        ({"binnen_termijn_af_te_lossen": True}, ("De inwoner kan de schulden wel aflossen binnen 36 maanden.",)),
        (
            {"datum_verzoek": date(2026, 4, 1)},
            ("Gevraagd op 1 april 2026: te laat. Het kon tot en met 31 maart 2026.",),
        ),
        (
            {"datum_verzoek": date(2025, 3, 30)},
            ("Het verzoek kan niet vóór de beschikking over de tegemoetkoming zijn.",),
        ),
        (
            {"eerder": "besluit 9901-B-2025-00003"},
            ("Er is al een saneringskrediet toegekend: besluit 9901-B-2025-00003.",),
        ),
        ({"overeenkomst": date(2022, 11, 5)}, ()),
        (
            {"overeenkomst": date(2022, 11, 4)},
            (
                "De overeenkomst is van 4 november 2022. Een overeenkomst van vóór 5 november 2022 telt niet mee.",
            ),
        ),
        ({"bedrag": Decimal("10000.01")}, (TE_VEEL.format("het kenmerk, de datum en het document"),)),
        (
            COLLEGE | {"bedrag": Decimal("10000.01"), "collegebesluit": " "},
            (TE_VEEL.format("het kenmerk"),),
        ),
        (COLLEGE | {"collegebesluit_datum": None}, (MEER.format("de datum"),)),
        (COLLEGE | {"collegebesluit_document": False}, (MEER.format("het document"),)),
        (COLLEGE, ()),
        ({"bedrag": Decimal("0.00")}, ()),
    ],
    ids=[
        "voldoet", "te jong", "leeftijd onzeker", "geen kind", "af te lossen", "een dag te laat", "te vroeg",
        "tweede keer", "eerste dag", "oude overeenkomst", "een cent te veel", "leeg collegebesluit", "zonder datum",
        "zonder document",
        "met college",
        "nul",
    ],
)  # fmt: skip
def test_each_criterium_on_its_boundary(anders, waarom):
    assert redenen(beoordeel(replace(GOED, **anders))) == waarom


def test_all_reasons_are_given_together_and_an_agreement_counts_only_where_there_is_one():
    criteria = beoordeel(replace(GOED, is_kind=False, binnen_termijn_af_te_lossen=True))

    assert [criterium.voldaan for criterium in criteria] == [True, False, False, True, True, True]
    assert [c.wat for c in criteria] == [
        "18 jaar of ouder", "Kindregeling", "Niet af te lossen in 36 maanden", "Op tijd gevraagd", "Eén keer", "Bedrag",
    ]  # fmt: skip
    assert len(beoordeel(replace(GOED, overeenkomst=date(2024, 1, 1)))) == 7


def test_plan_describes_the_criteria_to_the_inwoner():
    """SPR art. 3 lid 3: opgenomen en beschreven in het plan van aanpak."""
    assert beschrijf(beoordeel(replace(GOED, **COLLEGE))) == (
        "18 jaar of ouder: Op 31 maart 2026 was u 18 jaar of ouder.",
        "Kindregeling: U valt onder de kindregeling.",
        "Niet af te lossen in 36 maanden: U kunt de schulden niet aflossen binnen 36 maanden.",
        "Op tijd gevraagd: Gevraagd op 31 maart 2026: op tijd. Het kon tot en met 31 maart 2026.",
        "Eén keer: Nog niet eerder toegekend.",
        "Bedrag: Het college besloot op 3 maart 2026 tot meer dan €\xa010.000,00: besluit 2026-114.",
    )

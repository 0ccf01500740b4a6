import re
from pathlib import Path

HIER = Path(__file__).parent
REGELS = HIER.parent.parent / "docs" / "rules" / "spuk.md"


def test_every_worked_example_is_a_test_and_the_other_way_round():
    in_docs = re.findall(r"^\| ([a-fr]\d) \|", REGELS.read_text(encoding="utf-8"), re.MULTILINE)
    in_tests = [
        nummer
        for pad in HIER.glob("test_*.py")
        for nummer in re.findall(r'id="voorbeeld_([a-fr]\d)_', pad.read_text(encoding="utf-8"))
    ]

    assert sorted(in_docs) == sorted(in_tests)
    assert len(in_docs) == len(set(in_docs)) == 23

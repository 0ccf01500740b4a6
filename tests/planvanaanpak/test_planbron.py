"""What a page reads of a plan."""

import pytest

from planvanaanpak.planbron import DELEN


@pytest.mark.parametrize("deel", DELEN)
def test_parts_of_a_plan_come_in_a_fixed_order(deel):
    """Rows that are grouped come in any order unless one is named: doelen changed places from one page to the next."""
    assert DELEN[deel].queryset.ordered

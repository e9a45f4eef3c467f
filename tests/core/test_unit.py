"""A unit is numbered by its id."""

import pytest

from edition.core.inline import Run
from edition.core.unit import Role, Unit


@pytest.mark.parametrize(
    ("unit_id", "number"),
    [("p7", 7), ("p25", 25), ("r29", 29), ("title", 0), ("h-abstract", 0), ("keyword", 0)],
)
def test_a_unit_is_numbered_by_its_id(unit_id: str, number: int) -> None:
    assert Unit(unit_id, Role.PARAGRAPH, "a", (Run("a"),), (1,)).number == number

"""A scale tells where a day is, and says so at round years and months, as room allows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.edtf import Fault
from edition.core.stretch import Stretch, read_stretches
from edition.html.scale import Scale, Tick


def stretch(span: str) -> Stretch:
    read = read_stretches(span)
    assert not isinstance(read, Fault)
    return read[0]


def ticks(span: str, rows: int = 12) -> list[Tick]:
    return list(Scale(stretch(span), rows).ticks())


def share(length: str) -> float:
    assert length.endswith("%")
    return float(length[:-1]) / 100


LABELS = {
    ("1985/2027", 12): ["1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"],
    ("1985/2027", 4): ["1985", "2000", "2020"],
    ("1985/2027", 1): ["1985"],
    ("-0199/1984", 12): ["200 BCE", "1 CE", "500", "1000", "1500"],
    ("-0199/1984", 5): ["200 BCE", "500", "1000", "1500"],  # 1 CE would lie on 200 BCE
    ("-0199/0250", 12): ["200 BCE", "150 BCE", "100 BCE", "50 BCE", "1 CE", "50", "100", "150",
                         "200", "250"],
    ("-0001/0002", 12): ["2 BCE", "1 BCE", "1 CE", "2"],
    ("0001/0004", 12): ["1", "2", "3", "4"],
    ("-0499/-0400", 12): ["500 BCE", "490 BCE", "480 BCE", "470 BCE", "460 BCE", "450 BCE",
                          "440 BCE", "430 BCE", "420 BCE", "410 BCE"],
    ("1987/1993", 12): ["1987", "1988", "1989", "1990", "1991", "1992", "1993"],
    ("1987/1993", 3): ["1987", "1990", "1992"],
    ("2023", 12): ["2023", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                   "Dec"],
    ("2023", 11): ["2023", "Apr", "Jul", "Oct"],
    ("2023", 2): ["2023", "Jul"],
    ("2023-05-18/2023-07", 12): ["2023", "Jun", "Jul"],
    ("2023-05-18", 12): ["2023"],
}  # fmt: skip
"""By span and height in rows: the labels, from the beginning on."""


@pytest.mark.parametrize(("drawn", "labels"), LABELS.items())
def test_labels_are_its_beginning_and_round_years_or_months(
    drawn: tuple[str, int], labels: list[str]
) -> None:
    assert [tick.label for tick in ticks(*drawn) if tick.label] == labels


COUNTED = {
    ("1985/2003", 6): 19 - 4,  # every year, of which four have a label
    ("1985/2003", 2): 4 - 2,  # every fifth
    ("2023", 11): 12 - 4,
    ("2023", 2): 1 - 1,  # no room for months, and the year has its label
    ("-0199/2027", 11): 23 - 6,  # every hundredth
}
"""By span and height in rows: how many ticks have no label."""


@pytest.mark.parametrize(("drawn", "count"), COUNTED.items())
def test_ticks_without_a_label_count_what_lies_between(drawn: tuple[str, int], count: int) -> None:
    assert sum(not tick.label for tick in ticks(*drawn)) == count


@given(st.integers(-500, 2000), st.integers(0, 900), st.integers(1, 60))
def test_no_labels_lie_upon_each_other(first: int, length: int, rows: int) -> None:
    """Whatever the span and the height; and no tick is drawn twice, or outside."""
    last = first + length
    years = [f"{'-' if year < 0 else ''}{abs(year):04}" for year in (first, last)]
    found = ticks("/".join(years), rows)
    labelled = sorted(share(tick.height) for tick in found if tick.label)
    apart = [after - before for before, after in pairwise(labelled)]
    assert all(distance * rows >= 0.79 for distance in apart)
    heights = [tick.height for tick in found]
    assert len(set(heights)) == len(heights)
    assert labelled[0] == 0
    assert all(0 <= share(height) < 1 for height in heights)


@pytest.mark.parametrize(
    ("year", "expected"), [("2000", 0), ("2001", 366 / 1461), ("1999", 0), ("2005", 1)]
)
def test_what_lies_outside_is_at_the_nearer_end(year: str, expected: float) -> None:
    assert Scale(stretch("2000/2003"), 3).share(stretch(year).first) == pytest.approx(expected)

"""Stretches of time: one after another for a chart, each within the one before for an overview."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.edtf import Fault
from edition.core.stretch import part_of, read_nested, read_stretches

FOLLOWING = {
    "2023": ["2023"],
    "1985/2003 2004": ["1985/2003", "2004"],
    "-0199/0000 0001/1984 1985-01-01": ["-0199/0000", "0001/1984", "1985-01-01"],
    "198X  1990\t1991-01": ["198X", "1990", "1991-01"],
    "2023-05-18/2023-05-19 2023-05-20/2023": ["2023-05-18/2023-05-19", "2023-05-20/2023"],
}
"""By what is written: the stretches that are read."""

NOT_FOLLOWING = {
    "": "found nothing", "2023-5": "found 2023-5", "2023 words": "found words",
    "1990/..": "a beginning and an end, found 1990/..", "1990 1991/..": "found 1991/..",
    "2023 2025": "2025 to begin on 1 January 2024, found 1 January 2025",
    "2023 2023-12": "2023-12 to begin on 1 January 2024, found 1 December 2023",
    "2024 2023": "2023 to begin on 1 January 2025, found 1 January 2023",
    "2023 2023": "2023 to begin on 1 January 2024, found 1 January 2023",
}  # fmt: skip
"""By what is written: the end of what is said about it."""

NESTED = {
    "2023": ["2023"],
    "-0199/2027 1985/2027 2023": ["-0199/2027", "1985/2027", "2023"],
    "2023 2023-05 2023-05-19": ["2023", "2023-05", "2023-05-19"],
    "198X 1980": ["198X", "1980"],
}

NOT_NESTED = {
    "": "found nothing", "2023 ..": "found ..", "2023 2023-05/..": "found 2023-05/..",
    "2023 2024": "a part of 2023, found 2024",
    "2023 1985/2027": "a part of 2023, found 1985/2027",
    "2023 2023": "a part of 2023, found 2023",
    "2023 2023-01-01/2023-12-31": "a part of 2023, found 2023-01-01/2023-12-31",
    "1985/2027 2023 2024-05": "a part of 2023, found 2024-05",
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), FOLLOWING.items(), ids=FOLLOWING)
def test_stretches_that_follow_one_another_are_read(written: str, expected: list[str]) -> None:
    read = read_stretches(written)
    assert not isinstance(read, Fault)
    assert [stretch.when.text for stretch in read] == expected


@pytest.mark.parametrize(("written", "ending"), NOT_FOLLOWING.items(), ids=NOT_FOLLOWING)
def test_a_gap_or_an_overlap_is_refused(written: str, ending: str) -> None:
    read = read_stretches(written)
    assert isinstance(read, Fault)
    assert read.message.endswith(ending)


@pytest.mark.parametrize(("written", "expected"), NESTED.items(), ids=NESTED)
def test_stretches_of_which_each_is_a_part_of_the_last_are_read(
    written: str, expected: list[str]
) -> None:
    read = read_nested(written)
    assert not isinstance(read, Fault)
    assert [stretch.when.text for stretch in read] == expected


@pytest.mark.parametrize(("written", "ending"), NOT_NESTED.items(), ids=NOT_NESTED)
def test_what_magnifies_nothing_is_refused(written: str, ending: str) -> None:
    read = read_nested(written)
    assert isinstance(read, Fault)
    assert read.message.endswith(ending)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.data())
def test_every_day_has_one_place(lengths: list[int], data: st.DataObject) -> None:
    """However many parts there are: a day within lies in the one that holds it."""
    starts = [1900 + sum(lengths[:number]) for number in range(len(lengths))]
    spans = [f"{year}/{year + length - 1}" for year, length in zip(starts, lengths, strict=True)]
    stretches = read_stretches(" ".join(spans))
    assert not isinstance(stretches, Fault)
    day = data.draw(st.integers(stretches[0].first, stretches[-1].last))
    found = stretches[part_of(stretches, day)]
    assert found.first <= day <= found.last

"""A point is a date, a number and what it is from, in a line; all else is refused in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import Cited
from edition.core.edtf import Edtf, Fault, read_edtf
from edition.core.point import Point, Qualifier, read_point
from edition.core.problem import Place

PLACE = Place("docs/figures/a.md", 6)

ACCEPTED = {
    # What is written: when it is, what it says, what it cites.
    "2022 70.2 [@gale2024]": ("2022", "70.2", ["gale2024"]),
    "2022 70.20 [@gale2024]": ("2022", "70.20", ["gale2024"]),
    "2022 0 [@gale2024]": ("2022", "0", ["gale2024"]),
    "2022 0.5 [@gale2024]": ("2022", "0.5", ["gale2024"]),
    "2022 1000 [@gale2024]": ("2022", "1,000", ["gale2024"]),
    "2022 123456789012345.123456 [@gale2024]": ("2022", "123,456,789,012,345.123456", ["gale2024"]),
    "2022-12-31 over 65000 [@gale2024]": ("31 December 2022", "over 65,000", ["gale2024"]),
    "2024-03 about 87000 [@gale2024]": ("March 2024", "about 87,000", ["gale2024"]),
    "2024 nearly 1 [@gale2024]": ("2024", "nearly 1", ["gale2024"]),
    "2024 under 1 [@gale2024]": ("2024", "under 1", ["gale2024"]),
    "2023-10-12 reported 78000 [@gale2024]": (
        "reported 12 October 2023", "78,000", ["gale2024"],
    ),
    "2023 reported over 7 [@gale2024]": ("reported 2023", "over 7", ["gale2024"]),
    "198X 5 [@gale2024]": ("1980s", "5", ["gale2024"]),
    "2004~ 5 [@gale2024]": ("about 2004", "5", ["gale2024"]),
    "-0199 5 [@gale2024]": ("200 BCE", "5", ["gale2024"]),
    "2022/2023 5 [@gale2024]": ("2022 to 2023", "5", ["gale2024"]),
    "../2022 5 [@gale2024]": ("until 2022", "5", ["gale2024"]),
    "2022 5 [@gale2024, p. 5]": ("2022", "5", ["gale2024 p. 5"]),
    "2022 5 [@gale2024,table  2]": ("2022", "5", ["gale2024 table 2"]),
    "2022 5 [@gale2024] [@ebb2020, p. 7]": ("2022", "5", ["gale2024", "ebb2020 p. 7"]),
    "2022 5 [@gale2024][@ebb2020]": ("2022", "5", ["gale2024", "ebb2020"]),
    "2022 5[@gale2024]": ("2022", "5", ["gale2024"]),
}  # fmt: skip

NUMBER = (
    "expected over, about, nearly, under or nothing, then a number such as 87000 or 70.2, found"
)
DATE = "expected a date such as 2023-05-19, 1992-01, 198X, 2004~, -0150 or 2004/.., found"
CITED = "expected a citation such as [@key] at the end, found none"
REFUSED = {
    # What is written: the message, or its beginning, and the hint if that is the point.
    "": (CITED, ""),
    "2022 70.2": (CITED, "as in 2024-03-31 about 87000 [@key]"),
    "2022 70.2 @gale2024": (CITED, ""),
    "2022 70.2 (gale2024)": (CITED, ""),
    "2022 70.2 [gale2024]": ("expected nothing but citations", ""),
    "2022 70.2 [[gale2024]]": ("expected nothing but citations", ""),
    "2022 70.2 [@gale2024": ("expected nothing but citations", ""),
    "2022 70.2 [@gale2024; @ebb2020]": ("expected nothing but citations", ""),
    "2022 70.2 [@gale2024] in all": ("expected nothing but citations", ""),
    "[@gale2024]": (f"{DATE} nothing", ""),
    "[@gale2024] 2022 70.2": ("expected nothing but citations", ""),
    "2022 [@gale2024]": (f"{NUMBER} ''", ""),
    "over 70 [@gale2024]": (f"{DATE} over", ""),
    "May 2023 70 [@gale2024]": (f"{DATE} May", ""),
    "2022-13 70 [@gale2024]": (f"{DATE} 2022-13", ""),
    "2023/2022 70 [@gale2024]": ("the interval 2023/2022 ends before it begins", ""),
    "2022 70 71 [@gale2024]": (f"{NUMBER} '70 71'", "did you mean 7071?"),
    "2022 -5 [@gale2024]": (
        f"{NUMBER} '-5'", "figures stand on zero: what is less has no place in them"),
    "2022 −5 [@gale2024]": (
        f"{NUMBER} '−5'", "figures stand on zero: what is less has no place in them"),
    "2022 +5 [@gale2024]": (f"{NUMBER} '+5'", ""),
    "2022 65,000 [@gale2024]": (f"{NUMBER} '65,000'", "did you mean 65000?"),
    "2022 65 000 [@gale2024]": (f"{NUMBER} '65 000'", "did you mean 65000?"),
    "2022 about 65’000 [@gale2024]": (f"{NUMBER} '65’000'", "did you mean 65000?"),
    "2022 007 [@gale2024]": (f"{NUMBER} '007'", ""),
    "2022 .5 [@gale2024]": (f"{NUMBER} '.5'", ""),
    "2022 5. [@gale2024]": (f"{NUMBER} '5.'", ""),
    "2022 1e6 [@gale2024]": (f"{NUMBER} '1e6'", ""),
    "2022 nan [@gale2024]": (f"{NUMBER} 'nan'", ""),
    "2022 ７０ [@gale2024]": (f"{NUMBER} '７０'", ""),
    "2022 70% [@gale2024]": (f"{NUMBER} '70%'", ""),
    "2022 70.2 billion [@gale2024]": (f"{NUMBER} '70.2 billion'", ""),
    "2022 1234567890123456 [@gale2024]": (f"{NUMBER} '1234567890123456'", ""),
    "2022 some 70 [@gale2024]": (f"{NUMBER} 'some 70'", ""),
    "2022 Over 70 [@gale2024]": (f"{NUMBER} 'Over 70'", ""),
    "2022 over about 70 [@gale2024]": (f"{NUMBER} 'about 70'", ""),
    "2022 over reported 70 [@gale2024]": (f"{NUMBER} 'reported 70'", ""),
}  # fmt: skip


@pytest.mark.parametrize("text", ACCEPTED)
def test_a_point_says_when_how_much_and_from_what(text: str) -> None:
    point = read_point(text, PLACE)
    assert isinstance(point, Point)
    cited = [f"{one.key} {one.locator}".strip() for one in point.cited]
    assert (point.when_words, point.words, cited) == ACCEPTED[text]
    assert {one.place for one in point.cited} == {point.place} == {PLACE}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_point_is_refused_in_words(text: str) -> None:
    fault = read_point(text, PLACE)
    assert isinstance(fault, Fault)
    message, hint = REFUSED[text]
    assert fault.message.startswith(message)
    assert fault.hint == hint or not hint


DATES = st.sampled_from(["2022", "2022-12-31", "2004~", "198X", "-0199", "2022/2023", "../2022"])
NUMBERS = st.decimals(0, 10**15 - 1, places=2) | st.integers(0, 10**15 - 1).map(Decimal)
CITATIONS = st.builds(
    Cited, st.sampled_from(["gale2024", "ebb-2020"]), st.sampled_from(["", "p. 5"]), st.just(PLACE)
)


@given(DATES, st.booleans(), st.sampled_from(Qualifier), NUMBERS, st.lists(CITATIONS, min_size=1))
def test_a_point_is_read_from_what_it_is_written_as(
    date: str, is_reported: bool, qualifier: Qualifier, number: Decimal, cited: list[Cited]
) -> None:
    when = read_edtf(date)
    assert isinstance(when, Edtf)
    point = Point(when, is_reported, qualifier, number, tuple(cited), PLACE)
    again = read_point(str(point), PLACE)
    assert again == point
    assert str(again) == str(point)


@given(st.text(max_size=30) | st.text("2022 over about 70.2,[@gale]-/~", max_size=40))
def test_any_line_is_a_point_or_a_fault(text: str) -> None:
    read = read_point(" ".join(text.split()), PLACE)
    assert isinstance(read, Point | Fault)

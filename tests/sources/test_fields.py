"""Fields are asked for by name and type; what was not asked for is unknown."""

from collections.abc import Callable

import pytest

from edition.sources.fields import Fields
from edition.sources.strict_yaml import read_yaml


def fields(text: str) -> Fields:
    node, problems = read_yaml(text, "a.yml")
    assert problems == ()
    return Fields(node, "a.yml")


def lines(read: Fields) -> list[str]:
    return [str(problem) for problem in read.problems]


Ask = Callable[[Fields], object]

READ: dict[str, tuple[str, Ask, object]] = {
    "words": ("a:  b c ", lambda f: f.text("a"), "b c"),
    "no words": ("b: c", lambda f: f.text("a"), ""),
    "one of several": ("a: b", lambda f: f.text("a", choices=["b", "c"]), "b"),
    "none of several, when it may be absent": ("a:", lambda f: f.text("a", choices=["b"]), ""),
    "a date": ("a: 2024-04-30", lambda f: f.date("a"), "2024-04-30"),
    "a quoted date": ("a: '2024-02-29'", lambda f: f.date("a"), "2024-02-29"),
    "no date": ("b: c", lambda f: f.date("a"), ""),
    "a list": ("a: [b, c]", lambda f: f.texts("a"), ("b", "c")),
    "one alone": ("a: b", lambda f: f.texts("a"), ("b",)),
    "an empty list": ("a: []", lambda f: f.texts("a"), ()),
    "no list": ("b: c", lambda f: f.texts("a"), ()),
    "whole numbers": ("a: [29, 31]", lambda f: f.numbers("a"), (29, 31)),
    "one number": ("a: 29", lambda f: f.numbers("a"), (29,)),
    "a mapping": ("a: {b: c}", lambda f: f.inner("a").text("b"), "c"),
}


@pytest.mark.parametrize(("text", "ask", "value"), READ.values(), ids=READ)
def test_a_field_of_the_right_form_is_read(text: str, ask: Ask, value: object) -> None:
    read = fields(text)
    assert ask(read) == value
    assert lines(read) == []


WRONG: dict[str, tuple[str, Ask, list[str]]] = {
    "required and absent": (
        "b: c",
        lambda f: f.text("a", required=True),
        ["a.yml:1: field: expected the field a, found none"],
    ),
    "required and empty": (
        "b: c\na:",
        lambda f: f.text("a", required=True),
        ["a.yml:2: field: expected words in a, found nothing"],
    ),
    "a list for words": (
        "b: c\na: [b]",
        lambda f: f.text("a"),
        ["a.yml:2: field: expected words in a, found a list or a mapping"],
    ),
    "a mapping for words": (
        "a: {b: c}",
        lambda f: f.text("a"),
        ["a.yml:1: field: expected words in a, found a list or a mapping"],
    ),
    "none of the choices": (
        "a: founded",
        lambda f: f.text("a", choices=["found", "not-found"]),
        [
            "a.yml:1: field: expected a to be one of found, not-found, found 'founded'"
            " (did you mean found?)"
        ],
    ),
    "mappings in a list": (
        "a:\n  - b\n  - c: d",
        lambda f: f.texts("a"),
        ["a.yml:3: field: expected a list of words in a"],
    ),
    "words for a mapping": (
        "b: c\na: d",
        lambda f: f.inner("a"),
        ["a.yml:2: field: expected fields below a"],
    ),
}


@pytest.mark.parametrize(("text", "ask", "expected"), WRONG.values(), ids=WRONG)
def test_a_field_of_another_form_is_reported_at_its_line(
    text: str, ask: Ask, expected: list[str]
) -> None:
    read = fields(text)
    ask(read)
    assert lines(read) == expected


@pytest.mark.parametrize(
    "date",
    ["2024-02-30", "2023-02-29", "2024-W18-2", "2024", "2024-04", "2024-04-30T12:00", "April",
     "4/5/2024"],
)  # fmt: skip
def test_a_date_is_year_month_and_day(date: str) -> None:
    read = fields(f"a: {date}")
    assert read.date("a") == ""
    assert lines(read) == [
        f"a.yml:1: field: expected a date such as 2026-11-23 in a, found {date!r}"
    ]


@pytest.mark.parametrize("date", ["30 April 2024", "2024-4-30", "20240430", "30.4.2024"])
def test_a_date_of_another_order_is_told_with_the_right_one(date: str) -> None:
    read = fields(f"a: {date}")
    assert read.date("a") == ""
    assert lines(read) == [
        f"a.yml:1: field: expected a date such as 2026-11-23 in a, found {date!r} (did you mean"
        " 2024-04-30?)"
    ]


@pytest.mark.parametrize("numbers", ["0", "-1", "1.5", "a", "[1, a]", "[]", "''", "[[1]]"])
def test_numbers_are_whole_and_count_from_one(numbers: str) -> None:
    read = fields(f"b: c\na: {numbers}")
    assert read.numbers("a") == ()
    assert {problem.place.line for problem in read.problems} == {2}
    assert "a.yml:2: field: expected whole numbers in a" in lines(read)


def test_a_field_that_nobody_asked_for_is_unknown() -> None:
    read = fields("title: A\nauthors: B\n\nxyz: C")
    read.text("title")
    read.text("author")
    read.unknown()
    assert lines(read) == [
        "a.yml:2: field: there is no field authors; known are author, title (did you mean author?)",
        "a.yml:4: field: there is no field xyz; known are author, title",
    ]


def test_the_problems_of_an_inner_mapping_are_those_of_the_whole() -> None:
    read = fields("a:\n  b: c\n  d: e")
    inner = read.inner("a")
    inner.text("b")
    inner.unknown()
    assert lines(read) == ["a.yml:3: field: there is no field d; known are b"]


def test_a_mapping_that_is_absent_is_reported_once() -> None:
    read = fields("b: c")
    assert read.inner("a").text("d") == ""
    assert lines(read) == ["a.yml:1: field: expected the field a, found none"]

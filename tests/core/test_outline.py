"""Outlines: what is read from a line, and what is missed in the edition."""

import pytest

from edition.core.assignment import Assignments
from edition.core.outline import OutlinedSession, check_outline, read_outline
from edition.core.problem import Place
from tests.browser.noted import EDITION as REAL
from tests.core.editions import EDITION as SMALL

PLACE = Place("docs/teach/syllabus.md", 9)

OUTLINES = {
    "One: p/1/": [("One", ("p/1/",))],
    "One: p/1/ p/2/ | Two: r/1/": [("One", ("p/1/", "p/2/")), ("Two", ("r/1/",))],
    " One :p/1/|Two": [("One", ("p/1/",)), ("Two", ())],
    "": [("", ())],
    "One: a#b:c": [("One", ("a#b:c",))],
}


@pytest.mark.parametrize(("text", "sessions"), OUTLINES.items())
def test_an_outline_has_sessions_with_addresses(
    text: str, sessions: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert read_outline(text) == tuple(OutlinedSession(*one) for one in sessions)


THERE = {
    "p/1/": "¶ 1",
    "u/title/": "The title",
    "text/plain/?p=1": "¶ 1, without notes",
    "text/plain/?p=1-2": "¶¶ 1–2, without notes",
    "text/plain/": "The whole article, without notes",
    "text/01-wall/": "1. A title, with notes",
}
MISSING = [
    *("p/9/", "p/1", "n/never-was/", "text/plain/?p=1-9", "text/plain/?p=2-1", "text/plain/?p=x"),
    *("text/plain/?p=01-02", "text/plain/?p=1-", "https://example.org/", "glossary/", "1", "1-2"),
]


@pytest.mark.parametrize(("address", "title"), THERE.items())
def test_what_is_there_has_a_title(address: str, title: str) -> None:
    found = Assignments(SMALL).at(address)
    assert found is not None
    assert (found.address, found.title) == (address, title)
    assert list(check_outline(Assignments(SMALL), f"One: {address}", PLACE)) == []


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there_is_a_problem(address: str) -> None:
    assert Assignments(SMALL).at(address) is None
    (problem,) = check_outline(Assignments(SMALL), f"One: p/1/ {address}", PLACE)
    assert (problem.code, problem.place) == ("reading-unknown", PLACE)
    assert address in problem.message


def test_a_slip_is_answered_with_the_nearest_address() -> None:
    (problem,) = check_outline(Assignments(REAL), "One: n/summit-verdicts/", PLACE)
    assert problem.hint == "did you mean n/summit-verdict/?"

"""Outlines: what is read from a line, and what is missed in the edition."""

import pytest

from edition.core.assignment import Assignments
from edition.core.edition import Edition
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
OF_SENTENCES = {
    "p/7-s2/": "¶ 7, sentence 2",
    "text/plain/?p=7&s=2-4": "¶ 7, sentences 2–4",
    "text/plain/?p=7-8&s=2-1": "¶ 7, sentence 2, to ¶ 8, sentence 1",
}
MISSING = [
    *("p/9/", "p/1", "n/never-was/", "text/plain/?p=1-9", "text/plain/?p=2-1", "text/plain/?p=x"),
    *("text/plain/?p=01-02", "text/plain/?p=1-", "https://example.org/", "glossary/", "1", "1-2"),
    *("p/1-s1/", "text/plain/?p=1&s=1", "text/plain/?p=1-2&s=1-1"),
]
"""The small edition has no record of sentences."""
NO_SENTENCES = [
    *("p/7-s99/", "p/7-s0/", "p/7-s/", "p/7-s2", "text/plain/?p=7&s=99", "text/plain/?p=7&s=4-2"),
    *("text/plain/?p=7&s=x", "text/plain/?p=7-8&s=2-99", "text/plain/?p=8-7&s=1-1"),
]


@pytest.mark.parametrize(
    ("edition", "address", "title"),
    [
        *((SMALL, *one) for one in THERE.items()),
        *((REAL, *one) for one in OF_SENTENCES.items()),
    ],
    ids=[*THERE, *OF_SENTENCES],
)
def test_what_is_there_has_a_title(edition: Edition, address: str, title: str) -> None:
    found = Assignments(edition).at(address)
    assert found is not None
    assert (found.address, found.title) == (address, title)
    assert list(check_outline(Assignments(edition), f"One: {address}", PLACE)) == []


@pytest.mark.parametrize(
    ("edition", "address"),
    [*((SMALL, one) for one in MISSING), *((REAL, one) for one in NO_SENTENCES)],
    ids=[*MISSING, *NO_SENTENCES],
)
def test_what_is_not_there_is_a_problem(edition: Edition, address: str) -> None:
    assert Assignments(edition).at(address) is None
    (problem,) = check_outline(Assignments(edition), f"One: p/1/ {address}", PLACE)
    assert (problem.code, problem.place) == ("reading-unknown", PLACE)
    assert address in problem.message


def test_a_slip_is_answered_with_the_nearest_address() -> None:
    (problem,) = check_outline(Assignments(REAL), "One: n/summit-verdicts/", PLACE)
    assert problem.hint == "did you mean n/summit-verdict/?"

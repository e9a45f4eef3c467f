"""A problem is one line, `path:line: code: message (hint)`; a report says each once, sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.problem import Place, Problem, errors, report

PLACE = Place("docs/a.md", 7)
SHOWN = {
    "an error": (Problem(PLACE, "code", "no b"), "docs/a.md:7: code: no b"),
    "with a hint": (Problem(PLACE, "code", "no b", "try a"), "docs/a.md:7: code: no b (try a)"),
    "a warning": (
        Problem(PLACE, "code", "no b", "try a", is_error=False),
        "docs/a.md:7: code: warning: no b (try a)",
    ),
    "over several lines": (
        Problem(PLACE, "code", "found\n\tb\r\n", "try\u2028a"),
        "docs/a.md:7: code: found b (try a)",
    ),
    "on a whole file": (Problem(Place("a.bib"), "code", "no b"), "a.bib:1: code: no b"),
}  # fmt: skip


@pytest.mark.parametrize(("problem", "line"), SHOWN.values(), ids=SHOWN)
def test_a_problem_is_shown_on_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_a_report_is_sorted_by_path_and_line_and_says_everything_once() -> None:
    here, there = Problem(Place("b.md", 10), "x", "m"), Problem(Place("a.md", 2), "x", "m")
    late = Problem(Place("b.md", 9), "x", "m")
    assert report([here, there, here, late]) == "a.md:2: x: m\nb.md:9: x: m\nb.md:10: x: m\n"


def test_a_report_of_nothing_is_empty() -> None:
    assert report([]) == ""


def test_warnings_stop_nothing() -> None:
    error, warning = Problem(PLACE, "x", "m"), Problem(PLACE, "y", "m", is_error=False)
    assert errors([warning, error]) == (error,)
    assert errors([warning]) == ()


@given(st.lists(st.builds(Problem, st.just(PLACE), st.just("code"), st.text(), st.text())))
def test_no_words_of_a_problem_break_its_line(problems: list[Problem]) -> None:
    lines = report(problems)
    assert len(lines.splitlines()) == len(set(problems))
    assert all(line.startswith("docs/a.md:7: code:") for line in lines.splitlines())

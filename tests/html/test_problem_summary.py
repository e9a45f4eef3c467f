"""Problems are told in sentences, those that stop something first, each with its cure."""

import pytest

from edition.core.body import Body, Paragraph, Text
from edition.core.explanation import Explanation
from edition.core.problem import Place, Problem
from edition.html.problem_summary import summarise
from tests.summaries import elements, lines_of

GUIDE = {
    "field": Explanation(
        Body((Paragraph((Text("A field is not right."),)),)),
        Body((Paragraph((Text("Correct the line."),)),)),
    )
}


def wrong(line: int = 2, **more: object) -> Problem:
    return Problem(Place("docs/notes/a.md", line), "field", "expected a date", **more)  # type: ignore[arg-type]


def told(problems: list[Problem]) -> list[str]:
    return lines_of(summarise(problems, GUIDE))


def test_nothing_wrong_is_said_in_three_words() -> None:
    assert told([]) == ["What the check found", "Nothing is wrong."]


def test_a_problem_has_place_message_meaning_and_cure() -> None:
    assert told([wrong(hint="did you mean 2026?")])[2:] == [
        "To be mended: line 2 of docs/notes/a.md",
        "Expected a date (did you mean 2026?)",
        "A field is not right.",
        "What to do",
        "Correct the line.",
        "The code of this message is field.",
    ]


def test_a_code_without_an_explanation_has_its_message() -> None:
    problem = Problem(Place("a.md"), "unheard-of", "something")
    assert told([problem])[3:] == ["Something", "The code of this message is unheard-of."]


@pytest.mark.parametrize(
    ("problems", "verdict"),
    [
        ([wrong()], "One thing has"),
        ([wrong(1), wrong(2)], "2 things have"),
        ([wrong(1), wrong(1)], "One thing has"),
        ([wrong(is_error=False)], "Nothing is wrong. One remark stops"),
        ([wrong(1, is_error=False), wrong(2, is_error=False)], "Nothing is wrong. 2 remarks stop"),
    ],
)
def test_the_first_sentence_counts(problems: list[Problem], verdict: str) -> None:
    assert told(problems)[1].startswith(verdict)


def test_a_remark_is_told_shortly() -> None:
    assert told([wrong(is_error=False)])[2:] == [
        "Remark: line 2 of docs/notes/a.md",
        "Expected a date",
        "Correct the line.",
        "The code of this message is field.",
    ]


def test_what_stops_comes_before_what_does_not() -> None:
    heads = [line for line in told([wrong(1, is_error=False), wrong(9)]) if " line " in line]
    assert heads == [
        "To be mended: line 9 of docs/notes/a.md",
        "Remark: line 1 of docs/notes/a.md",
    ]


def test_of_very_many_problems_the_rest_is_counted() -> None:
    lines = told([wrong(number) for number in range(1, 101)])
    assert lines[-1] == "And 70 more, which the log names."
    assert len([line for line in lines if line.startswith("To be mended")]) == 30


@pytest.mark.parametrize("field", ["path", "message", "hint"])
def test_no_words_of_a_problem_become_anything_else(field: str) -> None:
    attack = "\n\n# Nothing is wrong\n\n<h2>Merge</h2>![x](//e.example/x.png)"
    problem = Problem(
        Place(attack if field == "path" else "a.md"),
        "field",
        attack if field == "message" else "expected",
        attack if field == "hint" else "",
    )
    tags = [element.tag for element in elements(summarise([problem], GUIDE))]
    assert (tags.count("h1"), tags.count("h2"), tags.count("h3"), tags.count("img")) == (0, 1, 1, 0)

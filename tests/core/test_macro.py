"""A call names a macro that exists and gives it what it takes; otherwise the message says what."""

import pytest

from edition.core.macro import Call, Signature, check_call
from edition.core.problem import Place

PLACE = Place("docs/index.md", 7)
CITE = Signature("cite", ("key", "locator"), 1, example='{{ cite("nye2004", "p. 5") }}')
CHAPTERS = Signature("chapters", (), 0)
SIGNATURES = {"cite": CITE, "chapters": CHAPTERS}

Keywords = tuple[tuple[str, str | int], ...]


def call(name: str, *arguments: str | int, keywords: Keywords = ()) -> Call:
    return Call(name, arguments, keywords, 0, PLACE)


@pytest.mark.parametrize(
    ("signature", "shown"),
    [
        (CITE, "cite(key, [locator])"),
        (CHAPTERS, "chapters()"),
        (Signature("quote", ("unit",), 1), "quote(unit)"),
        (Signature("bibliography", ("key",), 0), "bibliography([key])"),
    ],
)
def test_a_signature_shows_optional_parameters_in_brackets(
    signature: Signature, shown: str
) -> None:
    assert str(signature) == shown


FITTING = {
    "by place": call("cite", "nye2004"),
    "all by place": call("cite", "nye2004", "p. 5"),
    "by name": call("cite", keywords=(("key", "nye2004"),)),
    "by name, in any order": call("cite", keywords=(("locator", "p. 5"), ("key", "nye2004"))),
    "by place and by name": call("cite", "nye2004", keywords=(("locator", "p. 5"),)),
    "without any": call("chapters"),
}


@pytest.mark.parametrize("fitting", FITTING.values(), ids=FITTING)
def test_a_call_that_fits_is_no_problem(fitting: Call) -> None:
    assert list(check_call(fitting, SIGNATURES)) == []


WRONG = {
    "no argument": (call("cite"), "found no key"),
    "too many": (call("cite", "a", "b", "c"), "found 3 arguments"),
    "an unknown name": (
        call("cite", "a", keywords=(("page", "5"),)),
        "found an unknown argument page",
    ),
    "by place and again by name": (call("cite", "a", keywords=(("key", "b"),)),
                                   "found key given twice"),
    "by name twice": (call("cite", keywords=(("key", "a"), ("key", "b"))),
                      "found key given twice"),
    "several faults": (
        call("cite", keywords=(("page", "5"),)),
        "found an unknown argument page and no key",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "found"), WRONG.values(), ids=WRONG)
def test_a_call_that_does_not_fit_is_one_problem_with_an_example(wrong: Call, found: str) -> None:
    assert [str(problem) for problem in check_call(wrong, SIGNATURES)] == [
        f"docs/index.md:7: macro-arguments: expected cite(key, [locator]), {found}"
        ' (for example {{ cite("nye2004", "p. 5") }})'
    ]


def test_a_macro_that_takes_nothing_says_so() -> None:
    assert [str(problem) for problem in check_call(call("chapters", "a"), SIGNATURES)] == [
        "docs/index.md:7: macro-arguments: expected chapters(), found 1 arguments"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("chapter", "did you mean chapters?"), ("Cite", "did you mean cite?"), ("range", ""),
     ("_text_page", "")],
)  # fmt: skip
def test_an_unknown_macro_is_named_with_those_that_exist(name: str, hint: str) -> None:
    problems = list(check_call(call(name), SIGNATURES))
    assert [(p.code, p.place, p.hint) for p in problems] == [("macro-unknown", PLACE, hint)]
    assert problems[0].message == f"there is no macro {name}; known are chapters, cite"


@pytest.mark.parametrize(
    ("written", "parameter", "value"),
    [
        (call("cite", "a", "p. 5"), "locator", "p. 5"),
        (call("cite", "a"), "locator", ""),
        (call("cite", "a", keywords=(("locator", "p. 5"),)), "locator", "p. 5"),
        (call("cite", "a", 5), "locator", "5"),
        (call("cite", "a"), "unit", ""),
    ],
    ids=["by place", "left out", "by name", "a number", "one it does not take"],
)
def test_an_argument_is_found_by_place_or_by_name(
    written: Call, parameter: str, value: str
) -> None:
    assert written.argument(CITE, parameter) == value

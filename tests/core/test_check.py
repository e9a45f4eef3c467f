"""What shows only with the whole edition in hand: unknown keys and units, wrong numbers."""

from dataclasses import replace

import pytest

from edition.core.addresses import current_links
from edition.core.check import check
from edition.core.edition import Edition
from tests.core.editions import EDITION, P1, cite, page, reference, with_calls, with_lock

LOCKED = with_lock(*sorted(current_links(EDITION).items())).lock


def lines(edition: Edition) -> list[str]:
    return sorted(str(problem) for problem in check(replace(edition, lock=LOCKED)))


def citing(key: str, offset: int) -> Edition:
    front, _, references = EDITION.text_pages
    _, p2 = EDITION.units[1:3]
    chapter = page("01-wall", (P1, (cite(key, "p1", offset),)), (p2, ()))
    return replace(EDITION, text_pages=(front, chapter, references))


def test_an_edition_in_order_has_no_problem() -> None:
    assert lines(EDITION) == []


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_key() -> None:
    assert lines(citing("quil2016", P1.text.index("),") + 1)) == [
        "docs/text/01-wall.md:5: citation-unknown: the library has no entry quil2016"
        " (did you mean quill2016?)"
    ]


def test_a_key_like_no_other_gets_no_guess() -> None:
    assert lines(citing("xyz", P1.text.index("),") + 1)) == [
        "docs/text/01-wall.md:5: citation-unknown: the library has no entry xyz"
    ]


@pytest.mark.parametrize(
    ("offset", "words"),
    [(3, "The"), (len(P1.text), "and again (Quill, 2016)."), (0, "")],
    ids=["in the words", "after the full stop", "at the start"],
)
def test_a_citation_stands_directly_after_its_parenthesis(offset: int, words: str) -> None:
    problems = lines(citing("quill2016", offset))
    assert len(problems) == 1
    start = "docs/text/01-wall.md:5: citation-place: expected a printed citation in parentheses"
    found, _, hint = problems[0].partition(" (put ")
    assert found.startswith(f"{start}, found “…")
    assert found.endswith(f"{words}”")
    assert hint == "the call directly after the closing parenthesis)"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (("cite", ("quill2016",)), []),
        (("cite", ("quill2016", "p. 5")), []),
        (("quote", ("p2",)), []),
        (
            ("cite", ("quil2016",)),
            ["docs/index.md:5: citation-unknown: the library has no entry quil2016"
             " (did you mean quill2016?)"],
        ),
        (
            ("quote", ("p3",)),
            ["docs/index.md:5: unit-unknown: the work has no unit p3"],
        ),
        (("quote", ()), ["docs/index.md:5: macro-arguments: expected quote(unit), found no unit"]),
        (
            ("qoute", ("p2",)),
            ["docs/index.md:5: macro-unknown: there is no macro qoute; known are cite, quote"
             " (did you mean quote?)"],
        ),
    ],
    ids=["cite", "cite a place", "quote", "an unknown key", "an unknown unit", "no argument",
         "an unknown macro"],
)  # fmt: skip
def test_an_editors_page_calls_what_exists_with_what_fits(
    call: tuple[str, tuple[str, ...]], expected: list[str]
) -> None:
    assert lines(with_calls(call)) == expected


def test_every_wrong_call_is_reported_not_the_first_alone() -> None:
    assert [line.split(":")[1] for line in lines(with_calls(("a", ()), ("quote", ("p9",))))] == [
        "5",
        "6",
    ]


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        (
            [reference("teale2020")],
            ["bibliography/article.bib:1: reference-number: the printed reference 1 has no entry"
             " in the library"],
        ),
        (
            [reference("quill2016", "1"), reference("nye2004", "1")],
            ["bibliography/article.bib:10: reference-number: nye2004 and quill2016 both have the"
             " printed number 1"],
        ),
        (
            [reference("quill2016", "1"), reference("nye2004", "7")],
            ["bibliography/article.bib:70: reference-number: nye2004 has the printed number 7,"
             " which the list lacks"],
        ),
    ],
    ids=["missing", "twice", "not in the list"],
)  # fmt: skip
def test_printed_numbers_agree_with_the_printed_list(
    library: list[object], expected: list[str]
) -> None:
    found = lines(replace(EDITION, library=tuple(library)))  # type: ignore[arg-type]
    assert [line for line in found if ": reference-number: " in line] == expected


def test_a_reference_that_the_list_lacks_needs_no_number() -> None:
    assert [p for p in lines(EDITION) if "teale2020" in p] == []


def test_a_lost_link_is_found() -> None:
    edition = with_lock(*sorted(current_links(EDITION).items()), ("p/9/", "text/01-wall/#p9"))
    assert sorted(str(problem).partition(" (")[0] for problem in check(edition)) == [
        "permalinks.lock:8: permalink-lost: the address text/01-wall/#p9 of p/9/ no longer exists",
        "permalinks.lock:8: permalink-lost: the permanent link p/9/ no longer exists",
    ]

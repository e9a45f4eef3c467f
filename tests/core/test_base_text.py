"""Units are derived from the lines of the base text: page breaks, numbers, headings, coverage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.base_text import UnitPlan, derive_units, read_block
from edition.core.inline import Run
from edition.core.problem import Place
from edition.core.unit import PrintedNumber, Role, Unit


def plan(unit_id: str, role: Role, *lines: int) -> UnitPlan:
    return UnitPlan(unit_id, role, lines, Place("edition.yml", 40 + lines[0]))


def derive_one(role: Role, *lines: str) -> Unit:
    numbers = tuple(range(1, len(lines) + 1))
    units, problems = derive_units(lines, [UnitPlan("x1", role, numbers, Place("edition.yml"))])
    assert problems == ()
    return units[0]


TEXTS = {
    "one line": (Role.PARAGRAPH, ["A harbour."], "A harbour."),
    "a page break becomes one space": (
        Role.PARAGRAPH,
        ["linked to neighboring", "nations: Iran."],
        "linked to neighboring nations: Iran.",
    ),
    "a stray bullet after a page break goes": (
        Role.PARAGRAPH,
        ["its paper comes", "- from a printer"],
        "its paper comes from a printer",
    ),
    "an indented stray bullet goes": (Role.PARAGRAPH, ["a", "  -  b"], "a b"),
    "a bullet on the first line is the author's": (Role.PARAGRAPH, ["- a", "b"], "- a b"),
    "a hyphen without a space is the author's": (Role.PARAGRAPH, ["a", "-b"], "a -b"),
    "a dash within a line is the author's": (Role.PARAGRAPH, ["a - b", "c"], "a - b c"),
    "a number on a paragraph is the author's": (Role.PARAGRAPH, ["1. a"], "1. a"),
    "a heading mark on a paragraph is the author's": (Role.PARAGRAPH, ["# a"], "# a"),
    "a title loses its mark": (Role.TITLE, ["### A title"], "A title"),
    "a heading loses its mark": (Role.HEADING, ["#### References:"], "References:"),
    "a heading mark needs a space": (Role.HEADING, ["#References"], "#References"),
    "seven marks are no heading": (Role.HEADING, ["####### a"], "####### a"),
    "a reference loses its number": (Role.REFERENCE, ["1. Quill, B. (2016)."], "Quill, B. (2016)."),
    "an indented reference loses its number": (Role.REFERENCE, ["  10. Nye."], "Nye."),
    "a second number inside a reference goes": (
        Role.REFERENCE,
        ["27. Yau, N. Retrieved from", "28. <https://example.org/a>"],
        "Yau, N. Retrieved from https://example.org/a",
    ),
    "a stray bullet inside a reference goes": (
        Role.REFERENCE,
        ["8. Factsheet. from", "- [a\\\\_b](https://example.org/a_b)"],
        "Factsheet. from a_b",
    ),
    "a year opens no reference": (Role.REFERENCE, ["20161. a"], "20161. a"),
    "a number without a space is the author's": (Role.REFERENCE, ["3.5 a"], "3.5 a"),
}


@pytest.mark.parametrize(("role", "lines", "text"), TEXTS.values(), ids=TEXTS)
def test_the_words_of_a_unit_are_those_of_its_lines(
    role: Role, lines: list[str], text: str
) -> None:
    unit = derive_one(role, *lines)
    assert unit.text == text
    assert "".join(run.text for run in unit.runs) == text


def test_a_printed_number_is_kept_with_its_place() -> None:
    unit = derive_one(Role.REFERENCE, "27. Yau, from", "28. <https://example.org>")
    assert unit.printed_numbers == (PrintedNumber(0, 27), PrintedNumber(len("Yau, from "), 28))
    assert unit.text[unit.printed_numbers[1].offset :] == "https://example.org"


@pytest.mark.parametrize(
    ("role", "line", "level"),
    [(Role.TITLE, "# a", 1), (Role.HEADING, "###### a", 6), (Role.HEADING, "a", 0),
     (Role.PARAGRAPH, "# a", 0)],
)  # fmt: skip
def test_a_heading_keeps_its_depth(role: Role, line: str, level: int) -> None:
    assert derive_one(role, line).level == level


def test_a_mended_page_break_leaves_no_seam() -> None:
    assert derive_one(Role.PARAGRAPH, "one", "two *three*", "four").runs == (
        Run("one two "),
        Run("three", emphasis=True),
        Run(" four"),
    )


LINES = ["# Title", "", "Author", "", "One", "", "two.", " \t", "Last."]
PLANS = [
    plan("title", Role.TITLE, 1),
    plan("author", Role.AUTHOR, 3),
    plan("p1", Role.PARAGRAPH, 5, 7),
    plan("p2", Role.PARAGRAPH, 9),
]


def test_every_line_that_is_not_blank_belongs_to_one_unit_in_order() -> None:
    units, problems = derive_units(LINES, PLANS)
    assert problems == ()
    assert [(unit.id, unit.text, unit.lines) for unit in units] == [
        ("title", "Title", (1,)),
        ("author", "Author", (3,)),
        ("p1", "One two.", (5, 7)),
        ("p2", "Last.", (9,)),
    ]


COVERAGE = {
    "a line left out": ([*PLANS[:2], plan("p1", Role.PARAGRAPH, 5), PLANS[3]], 49, 7, 9),
    "a unit left out": ([PLANS[0], *PLANS[2:]], 45, 3, 5),
    "units swapped": ([PLANS[1], PLANS[0], *PLANS[2:]], 43, 1, 3),
    "a blank line": ([plan("title", Role.TITLE, 1, 2), *PLANS[1:]], 41, 3, 2),
    "a line twice": ([PLANS[0], plan("author", Role.AUTHOR, 3, 3), *PLANS[2:]], 43, 5, 3),
    "a line beyond the end": ([*PLANS, plan("p3", Role.PARAGRAPH, 10)], 50, None, 10),
    "lines of a unit reversed": ([*PLANS[:2], plan("p1", Role.PARAGRAPH, 7, 5), PLANS[3]],
                                 47, 5, 7),
}  # fmt: skip


@pytest.mark.parametrize(("plans", "line", "wanted", "found"), COVERAGE.values(), ids=COVERAGE)
def test_a_line_lost_moved_or_doubled_is_reported_where_edition_yml_names_it(
    plans: list[UnitPlan], line: int, wanted: int | None, found: int
) -> None:
    units, problems = derive_units(LINES, plans)
    assert units == ()
    assert [(p.code, p.place) for p in problems] == [("base-lines", Place("edition.yml", line))]
    expected = f"line {wanted}" if wanted else "no further line"
    assert problems[0].message.startswith(
        f"expected {expected} of the base text next, found line {found} for "
    )


def test_lines_after_the_last_unit_are_reported() -> None:
    units, problems = derive_units(LINES, PLANS[:3])
    assert units == ()
    assert [str(problem) for problem in problems] == [
        "edition.yml:45: base-lines: expected a unit for line 9 of the base text, found none"
    ]


def test_a_text_without_any_unit_is_reported() -> None:
    _, problems = derive_units(["words"], [])
    assert [problem.code for problem in problems] == ["base-lines"]


@given(st.data())
def test_any_plan_but_the_true_one_is_refused(data: st.DataObject) -> None:
    """No choice of lines loses, moves or doubles a word of the work without a problem."""
    chosen = data.draw(st.lists(st.integers(1, len(LINES) + 1), max_size=7))
    plans = [UnitPlan(f"p{n}", Role.PARAGRAPH, (n,), Place("edition.yml")) for n in chosen]
    units, problems = derive_units(LINES, plans)
    if chosen == [1, 3, 5, 7, 9]:
        assert (len(units), problems) == (5, ())
    else:
        assert units == ()
        assert [problem.code for problem in problems] == ["base-lines"]


def test_the_true_plan_is_accepted() -> None:
    plans = [UnitPlan(f"p{n}", Role.PARAGRAPH, (n,), Place("e")) for n in (1, 3, 5, 7, 9)]
    assert [unit.text for unit in derive_units(LINES, plans)[0]] == [
        "# Title", "Author", "One", "two.", "Last.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# A title", "A title"),
        ("\n  ### Abstract:", "Abstract:"),
        ("Plain *words*.", "Plain words."),
        ("#hashtag", "#hashtag"),
        ("a # b", "a # b"),
    ],
)
def test_a_block_of_a_text_page_is_read_by_the_rules_of_the_base_text(
    source: str, text: str
) -> None:
    assert read_block(source).text == text


def test_a_heading_mark_does_not_shift_the_places_after_it() -> None:
    assert read_block("## ab cd").offset_of(len("## ab")) == len("ab")

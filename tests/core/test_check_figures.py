"""Points stand in the order of time, each once; totals do not fall; what is asked for is there."""

from dataclasses import replace

import pytest

from edition.core.check_figures import check_figures
from edition.core.figure import Form
from edition.core.problem import Place
from tests.core.figured import FIGURED, TIDES, figure, with_figures
from tests.core.noted import SEA, with_notes

PERIODS = "write the periods in the order of time; none is part of another"
DATES = "write the dates in the order of time, each once"
ADD_UP = "amounts that do not add up are drawn with form: bars"
BARS = {
    "in order": (("2019 1", "2020 2"), ""),
    "one": (("2019 1",), ""),
    "with a gap": (("2019 1", "2022 2"), ""),
    "months after a year": (("2019 1", "2020-01 2", "2020-02 1"), ""),
    "intervals": (("2018/2019 1", "2020/2021 2"), ""),
    "falling": (("2019 2", "2020 1"), ""),
    "out of order": (
        ("2020 1", "2019 2"),
        f"7: figure-order: expected a period after 2020, found 2019 ({PERIODS})"),
    "twice": (
        ("2020 1", "2020 1"),
        f"7: figure-order: expected a period after 2020, found 2020 ({PERIODS})"),
    "a month of the year before": (
        ("2020 1", "2020-05 2"),
        f"7: figure-order: expected a period after 2020, found 2020-05 ({PERIODS})"),
    "until": (
        ("../2020 1",),
        "6: figure-point: expected a period with a beginning and an end, found ../2020"),
    "since": (
        ("2019 1", "2020/.. 1"),
        "7: figure-point: expected a period with a beginning and an end, found 2020/.."),
    "a report": (
        ("2020 reported 1",),
        "6: figure-point: expected the period of an amount, found the day on which it was reported"
        " (reported is for running totals, form: total)"),
}  # fmt: skip
TOTALS = {
    "in order": (("2019-05 1", "2020-01-01 2"), ""),
    "standing still": (("2019 1", "2020 1"), ""),
    "until": (("../2019 1", "../2020 2"), ""),
    "a day of the year before": (("2019-05-01 1", "2019 2"), ""),
    "out of order": (
        ("2020 1", "2019 2"), f"7: figure-order: expected a date after 2020, found 2019 ({DATES})"),
    "twice": (
        ("2020-12-31 1", "2020 2"),
        f"7: figure-order: expected a date after 2020-12-31, found 2020 ({DATES})"),
    "falling": (
        ("2019 over 65000", "2020 about 64999.5"),
        "7: figure-order: expected a running total of 65000 or more, found 64999.5"
        f" ({ADD_UP})"),
    "since": (
        ("2019 1", "2020/.. 2", "2021 3"),
        "7: figure-point: expected the day up to which the total runs, found 2020/.."),
}  # fmt: skip
CASES = [
    *((Form.BARS, *case) for case in BARS.values()),
    *((Form.TOTAL, *case) for case in TOTALS.values()),
]


@pytest.mark.parametrize(("form", "points", "expected"), CASES, ids=[*BARS, *TOTALS])
def test_points_are_dated_and_in_order(form: Form, points: tuple[str, ...], expected: str) -> None:
    edition = with_figures(figure("tides", *points, form=form))
    found = [str(problem) for problem in check_figures(edition)]
    assert found == ([f"docs/figures/tides.md:{expected}"] if expected else [])


def test_an_edition_in_order_has_no_problem() -> None:
    assert list(check_figures(FIGURED)) == []


@pytest.mark.parametrize(
    ("name", "hint"), [("tide", " (did you mean tides?)"), ("Tides", " (did you mean tides?)"),
                       ("xyz", "")],
)  # fmt: skip
def test_a_note_names_a_figure_that_is_there(name: str, hint: str) -> None:
    place = Place("docs/notes/sea.md", 9)
    asking = replace(SEA, figure=name, places={"figure": place})
    edition = with_figures(TIDES, edition=with_notes(asking))
    (problem,) = check_figures(edition)
    assert str(problem) == (
        f"docs/notes/sea.md:9: figure-unknown: the edition has no figure {name}{hint}"
    )

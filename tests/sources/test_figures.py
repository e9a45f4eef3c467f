"""Figures are read with the line of every point; each that cannot be read is told."""

from pathlib import Path

import pytest

from edition.core.contributor import Contributor
from edition.core.figure import Form
from edition.core.problem import Place, Problem
from edition.sources.figures import read_figures

CONTRIBUTORS = {"editors": Contributor("editors", "The editors", is_group=True)}
PATH = "docs/figures/tides.md"
FIGURE = """\
---
figure: The tides
form: bars
measure: fathoms
points:
  - 2019 1.5 [@quill2016]
  # A year that nobody measured.
  - 2021 over 2
    [@teale2020, p. 3]
author: editors
date: 2026-11-25
---
Who measured is not known [@quill2016].
"""
POINTS = FIGURE[FIGURE.index("points:") : FIGURE.index("author")]


def read(root: Path, old: str = "", new: str = "") -> tuple[Problem, ...]:
    """What is wrong with the figure when something in it is changed."""
    file = root / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    assert old in FIGURE
    file.write_text(FIGURE.replace(old, new, 1) if old else FIGURE, encoding="utf-8")
    return read_figures(root, CONTRIBUTORS)[1]


def test_an_edition_need_have_none(tmp_path: Path) -> None:
    assert read_figures(tmp_path, CONTRIBUTORS) == ((), ())


def test_a_figure_is_read_with_the_line_of_each_point(tmp_path: Path) -> None:
    assert read(tmp_path) == ()
    ((figure,), _) = read_figures(tmp_path, CONTRIBUTORS)
    assert (figure.id, figure.title, figure.form) == ("tides", "The tides", Form.BARS)
    assert (figure.measure, figure.author.name) == ("fathoms", "The editors")
    assert [(str(point), point.place) for point in figure.points] == [
        ("2019 1.5 [@quill2016]", Place(PATH, 6)),
        ("2021 over 2 [@teale2020, p. 3]", Place(PATH, 8)),
    ]
    assert figure.sources == ("quill2016", "teale2020")
    assert figure.place_of("points") == Place(PATH, 5)


REFUSED = {
    "a point": ("1.5 [", "fathoms [", "6: figure-point: expected over, about, nearly, under or"
                " nothing, then a number such as 87000 or 70.2, found 'fathoms' (as in 2024-03-31"
                " about 87000 [@key])"),
    "a point of two lines": ("over 2", "over two", "8: figure-point: expected over, about, nearly,"
                             " under or nothing, then a number such as 87000 or 70.2, found 'two'"
                             " (as in 2024-03-31 about 87000 [@key])"),
    "no points": (POINTS, "", "2: field: expected the field points, found none"),
    "points left empty": (POINTS, "points: []\n", "5: field: expected words in points, found"
                          " nothing"),
    "a form": ("bars", "bar", "3: field: expected form to be one of bars, total, found 'bar' (did"
               " you mean bars?)"),
    "a measure in signs": ("fathoms", "<b>", "4: field: expected plain words in measure, found"
                           " '<b>'"),
    "a title that calls": ("The tides", "'{{ tides }}'", "2: field: expected plain words in"
                           " figure, found '{{ tides }}'"),
    "nobody": ("editors", "editor", "10: author-unknown: there is no contributor editor (did you"
               " mean editors?)"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert [str(problem) for problem in read(tmp_path, old, new)] == [f"{PATH}:{expected}"]


def test_equal_points_are_kept_so_that_they_can_be_told(tmp_path: Path) -> None:
    assert read(tmp_path, "2021 over 2\n    [@teale2020, p. 3]", "2019 1.5 [@quill2016]") == ()
    ((figure,), _) = read_figures(tmp_path, CONTRIBUTORS)
    assert [point.place.line for point in figure.points] == [6, 8]


def test_a_file_that_cannot_be_read_is_a_figure_all_the_same(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "form: bars", "form: bars: total")
    assert problem.code == "yaml"
    ((figure,), _) = read_figures(tmp_path, CONTRIBUTORS)
    assert (figure.id, figure.points) == ("tides", ())

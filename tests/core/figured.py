"""Figures as their files would say them, for tests of what is drawn, packed or checked of them."""

from dataclasses import replace

from edition.core.edition import Edition
from edition.core.edtf import Fault
from edition.core.figure import Figure, Form
from edition.core.point import Point, read_point
from edition.core.problem import Place
from edition.sources.body import read_body
from tests.core.noted import EDITORS, NOTED, note, with_notes
from tests.core.noted import SEA as SEA_NOTE

FIRST_LINE = 6
"""Of a figure's points."""


def point(text: str, line: int = FIRST_LINE, path: str = "docs/figures/tides.md") -> Point:
    """A point that is read without a fault."""
    found = read_point(text, Place(path, line))
    assert not isinstance(found, Fault), found.message
    return found


def figure(
    figure_id: str,
    *points: str,
    form: Form = Form.BARS,
    title: str = "The tides",
    measure: str = "fathoms",
    body: str = "Words.",
) -> Figure:
    """A figure; a point without a citation cites Quill."""
    path = f"docs/figures/{figure_id}.md"
    content, problems = read_body(body, path, 20)
    assert problems == ()
    read = (
        point(text if "[" in text else f"{text} [@quill2016]", FIRST_LINE + number, path)
        for number, text in enumerate(points)
    )
    return Figure(
        id=figure_id,
        title=title,
        form=form,
        measure=measure,
        points=tuple(read),
        body=content,
        author=EDITORS,
        date="2026-11-25",
        revised="",
        place=Place(path, 2),
    )


def with_figures(*figures: Figure, edition: Edition = NOTED) -> Edition:
    """The edition with these figures, in the order in which files are read."""
    return replace(edition, figures=tuple(sorted(figures, key=lambda found: found.id)))


TIDES = figure(
    "tides",
    "2019 1.5 [@quill2016, p. 12]",
    "2020 over 2 [@teale2020] [@quill2016]",
    "2021 3.25 [@teale2020]",
    title="Tides & < their> heights",
    measure="fathoms & hands",
    body="Who measured is *not* known [@quill2016]; see [[Nobody]].",
)
"""Cites a source twice and for two things; holds what HTML has to escape."""
LINES = figure(
    "lines",
    "1998 over 70",
    "2016-03-01 reported 290.5",
    "2020~ about 1300",
    form=Form.TOTAL,
    title="Lines",
    measure="lines",
)
FIGURED = with_figures(
    TIDES,
    LINES,
    edition=with_notes(
        replace(SEA_NOTE, figure="tides"),
        *(found for found in NOTED.notes if found.id != "sea"),
        note("lines", SEA_NOTE.quote, figure="lines"),
    ),
)
"""Two figures, each of them shown with a note on the same words."""

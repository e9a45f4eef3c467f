"""The switch says how many notes each choice shows, and how many are hidden at first."""

import pytest

from edition.core.note import LEVELS, Kind
from edition.core.quote import Quote
from edition.html.note import NoteView, view_notes
from edition.html.switch import Choice, SwitchView, kind_choices, view_switch
from tests.core.noted import FORMATTED, NOTED, note, with_notes

ALL = view_notes(NOTED, FORMATTED, "text/01-wall/", ["title", "p1", "r1"])


def levels(*levels: int) -> tuple[NoteView, ...]:
    """Notes of these levels."""
    notes = [note(f"n{n}", Quote("The sea"), level=level) for n, level in enumerate(levels)]
    return view_notes(with_notes(*notes), FORMATTED, "text/01-wall/", ["p1"])


def test_each_level_counts_what_it_shows_and_every_kind_there_is_has_its_count() -> None:
    assert view_switch(ALL) == SwitchView(
        levels=(
            Choice("1", "everybody", 4),
            Choice("2", "students", 5),
            Choice("3", "specialists", 7),
        ),
        kinds=(
            Choice("context", "Context", 1),
            Choice("correction", "Correction", 1),
            Choice("update", "Update", 1),
            Choice("source", "Source", 2),
            Choice("query", "Open point", 1),
            Choice("question", "For discussion", 1),
        ),
        shown=4,
        hidden=3,
    )


@pytest.mark.parametrize(
    ("given", "counts", "shown", "hidden"),
    [
        ((), (0, 0, 0), 0, 0),
        ((1,), (1, 1, 1), 1, 0),
        ((2,), (0, 1, 1), 0, 1),
        ((3, 3), (0, 0, 2), 0, 2),
        ((1, 2, 3, 1), (2, 3, 4), 2, 2),
    ],
)
def test_a_reader_at_a_level_sees_those_below_it_too(
    given: tuple[int, ...], counts: tuple[int, ...], shown: int, hidden: int
) -> None:
    view = view_switch(levels(*given))
    assert tuple(choice.count for choice in view.levels) == counts
    assert (view.shown, view.hidden) == (shown, hidden)


def test_every_level_can_be_chosen_whether_there_are_notes_or_not() -> None:
    assert [choice.value for choice in view_switch(()).levels] == [str(level) for level in LEVELS]


def test_a_kind_without_notes_cannot_be_chosen() -> None:
    assert kind_choices(()) == ()
    assert [choice.value for choice in kind_choices(levels(1, 1))] == [Kind.CONTEXT]

"""Labels never meet, whatever their number, at any width at which they are shown."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.core.clipping import Box
from edition.core.frame import WIDTH
from edition.html.map_label import MARK, Label, Sheet, Wish, place_labels, words_width

SHEET = Sheet((272.0, 312.0, 560.0), 480)
BESIDE = ((6.0, 4.0, "start"), (-6.0, 4.0, "end"), (0.0, -6.0, "middle"), (0.0, 16.0, "middle"))
POINTS = st.tuples(st.floats(0, WIDTH), st.floats(0, 480))
NAMES = st.sampled_from(["Xi’an", "Kazakhstan", "Samarkand", "Mediterranean world", "W"])


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    name, point = draw(NAMES), draw(POINTS)
    lines = ((name,), tuple(name.split(" "))) if " " in name else ((name,),)
    number = draw(st.sampled_from(["", "7", "00"]))
    return Wish(lines, (point,), BESIDE, 13.5, 0.04, number, has_mark=draw(st.booleans()))


def box(label: Label, wish: Wish, width: float) -> Box:
    """What a label takes, reckoned anew."""
    scale = width / WIDTH
    spaced = 0 if label.is_number else wish.spaced
    across = max(words_width(line, wish.size, spaced) for line in label.lines)
    left = {"start": 0.0, "middle": -across / 2, "end": -across}[label.anchor]
    x, y = label.point[0] * scale + label.dx + left, label.point[1] * scale + label.dy
    last = y + (len(label.lines) - 1) * 1.05 * wish.size
    return Box(x, y - 0.7 * wish.size, x + across, last + 0.25 * wish.size)


@settings(max_examples=150, deadline=None)
@given(st.lists(wishes(), max_size=25))
def test_labels_never_meet(many: list[Wish]) -> None:
    labels = place_labels(many, SHEET)
    placed = [(label, wish) for label, wish in zip(labels, many, strict=True) if label]
    for width in SHEET.widths:
        boxes = [box(label, wish, width) for label, wish in placed]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        for taken in boxes:
            assert taken.left >= 0
            assert taken.right <= width
            assert taken.top >= 0
            assert taken.bottom <= SHEET.height * width / WIDTH


@settings(max_examples=100, deadline=None)
@given(st.lists(wishes(), max_size=12))
def test_no_label_covers_a_mark(many: list[Wish]) -> None:
    labels = place_labels(many, SHEET)
    for width in SHEET.widths:
        scale = width / WIDTH
        marks = [(w.points[0][0] * scale, w.points[0][1] * scale) for w in many if w.has_mark]
        half = MARK - 0.01
        around = [Box(x - half, y - half, x + half, y + half) for x, y in marks]
        for label, wish in zip(labels, many, strict=True):
            if label:
                assert not any(box(label, wish, width).meets(mark) for mark in around)


def wish(name: str, x: float, y: float, **more: object) -> Wish:
    return Wish(((name,),), ((x, y),), BESIDE, 13.5, **more)  # type: ignore[arg-type]


def test_the_first_has_the_first_choice() -> None:
    first, second = place_labels([wish("Here", 300, 200), wish("There", 300, 200)], SHEET)
    assert first is not None
    assert second is not None
    assert (first.dx, first.anchor) == (6, "start")
    assert (second.dx, second.anchor) == (-6, "end")


def test_what_has_no_room_has_its_number_and_what_has_none_for_that_nothing() -> None:
    crowd = [wish("Mediterranean world", 300, 200, number="88") for _ in range(12)]
    labels = place_labels(crowd, SHEET)
    kinds = ["name" if x and not x.is_number else "number" if x else "" for x in labels]
    assert kinds == sorted(kinds, key=["name", "number", ""].index)
    assert set(kinds) == {"name", "number", ""} or set(kinds) == {"name", ""}


def test_a_name_had_better_stand_in_its_area() -> None:
    square = ((100.0, 100.0), (500.0, 100.0), (500.0, 300.0), (100.0, 300.0), (100.0, 100.0))
    there = Wish((("Kazakhstan",),), ((90.0, 90.0), (300.0, 200.0)), ((0.0, 4.0, "middle"),), 14,
                 number="1", area=(square,))  # fmt: skip
    (label,) = place_labels([there], SHEET)
    assert label is not None
    assert label.point == (300, 200)


def test_an_area_too_small_for_its_name_has_its_number() -> None:
    square = ((300.0, 200.0), (360.0, 200.0), (360.0, 260.0), (300.0, 260.0), (300.0, 200.0))
    there = Wish((("Kazakhstan",),), ((330.0, 230.0),), ((0.0, 4.0, "middle"),), 14,
                 number="1", area=(square,))  # fmt: skip
    (label,) = place_labels([there], SHEET)
    assert label is not None
    assert label.is_number


def test_a_line_had_better_not_run_through_a_name() -> None:
    line = [(300 + x, 200.0) for x in range(100)]
    (label,) = place_labels([wish("Here", 300, 200)], SHEET, line)
    assert label is not None
    assert label.anchor == "end"


@pytest.mark.parametrize("shorter", ["Iran", "Xi’an", "W", ""])
def test_longer_words_are_reckoned_longer(shorter: str) -> None:
    assert words_width(shorter, 13) < words_width(f"{shorter}a", 13)
    assert words_width(shorter, 13) <= words_width(shorter, 14, 0.1)

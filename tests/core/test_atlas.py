"""Whoever shares a line of an outline is a neighbour; water with land all around has shores."""

from itertools import pairwise

import pytest

from edition.core.atlas import Atlas, Position, is_in_polygon
from edition.core.clipping import Box
from tests.core.atlases import ATLAS

WORLD = Box(-180, -90, 180, 90)
NEIGHBOURS = {"Northland": {"Southland"}, "Southland": {"Northland"}, "Island": set()}


@pytest.mark.parametrize(("state", "others"), NEIGHBOURS.items(), ids=NEIGHBOURS)
def test_neighbours_share_a_line(state: str, others: set[str]) -> None:
    assert ATLAS.neighbours(state) == others


HELD: dict[str, tuple[str, Position, bool]] = {
    "in the north": ("Northland", (10, 55), True),
    "in the south": ("Northland", (10, 45), False),
    "in the water between": ("Northland", (10, 51), False),
    "beside the water": ("Northland", (5, 51), True),
    "at sea": ("Northland", (-10, 55), False),
    "on the island": ("Island", (-39, 51.5), True),
    "off the island": ("Island", (-38.5, 50.2), False),
}


@pytest.mark.parametrize(("state", "position", "is_held"), HELD.values(), ids=HELD)
def test_a_state_holds_what_is_within_its_outline(
    state: str, position: Position, is_held: bool
) -> None:
    assert ATLAS.holds(state, position) is is_held


ON_WATER: dict[str, tuple[Position, set[str]]] = {
    "the water between": ((10, 50), {"Northland", "Southland"}),
    "its northern part": ((8, 52), {"Northland", "Southland"}),
    "the sea, which no land surrounds": ((-10, 50), set()),
    "land": ((15, 55), set()),
    "a lake, of which outlines take no notice": ((3.7, 55.2), set()),
}


@pytest.mark.parametrize(("position", "states"), ON_WATER.values(), ids=ON_WATER)
def test_states_lie_on_the_water_that_they_surround(position: Position, states: set[str]) -> None:
    assert ATLAS.states_at(position) == states


def test_a_ring_is_closed_and_holds_no_point_twice_at_a_joint() -> None:
    ((ring,),) = ATLAS.polygons("Northland")
    assert ring[0] == ring[-1]
    assert all(one != other for one, other in pairwise(ring))


def test_every_end_of_a_state_is_a_border_or_a_coast() -> None:
    ends = [states for states, _ in ATLAS.ends_near(WORLD)]
    assert sorted(map(sorted, ends)) == [
        *([["Island"]]), *([["Northland"]] * 2), *([["Northland", "Southland"]] * 2),
        *([["Southland"]] * 2),
    ]  # fmt: skip


def test_an_empty_atlas_has_nothing() -> None:
    assert Atlas().states_at((0, 0)) == set()
    assert list(Atlas().ends_near(WORLD)) == list(Atlas().land_near(WORLD)) == []


NEAR: dict[str, tuple[Box, int]] = {
    "the world": (WORLD, 3),
    "a corner of the land": (Box(18, 58, 30, 70), 1),
    "the island": (Box(-41, 51, -39, 53), 1),
    "the island, counted on": (Box(319, 51, 321, 53), 1),
    "the land, counted back": (Box(-342, 58, -330, 70), 1),
    "the open sea": (Box(60, 0, 80, 20), 0),
}


@pytest.mark.parametrize(("around", "count"), NEAR.values(), ids=NEAR)
def test_what_is_far_away_is_left_out(around: Box, count: int) -> None:
    """Land has three edges: around both states, around the water in them, around the island."""
    assert len(list(ATLAS.land_near(around))) == count


def test_what_lies_in_a_hole_is_not_in_the_area() -> None:
    square = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0), (0.0, 0.0))
    hole = ((3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0), (3.0, 3.0))
    assert is_in_polygon((1, 1), (square, hole))
    assert not is_in_polygon((4, 4), (square, hole))

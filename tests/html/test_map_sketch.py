"""A sketch is plain values that follow from the sites and the atlas; what it is made of is kept."""

import json
from dataclasses import replace
from typing import Any

import pytest

from edition.core.coordinates import Coordinates
from edition.core.edition import Edition
from edition.core.site import Site
from edition.core.stop import Stop
from edition.core.term import Realm, Term
from edition.html.map import make_anew, view_map
from edition.html.map_sketch import from_plain, sketch_map, to_plain
from tests.core.atlases import ATLAS
from tests.core.editions import EDITION
from tests.core.termed import term, with_terms

NORTH, TOWN = Coordinates(57, 10), Coordinates(55, 15)


def place(name: str, kind: str, site: Site) -> Term:
    return term(name, realm=Realm.PLACES, kind=kind, site=site)


STATE = place("northland", "state", Site(NORTH, outline=("Northland",), capital=Stop("Seat", TOWN)))
REGION = place("both", "region", Site(outline=("Northland", "Southland")))
CITY = place("town", "city", Site(Coordinates(45, 5)))
WATER = place("mere", "sea", Site(Coordinates(50, 10)))
COAST = place("far-coast", "region", Site(label=Coordinates(42, 18)))
ROAD = place("road", "route", Site(course=(Stop("Here", Coordinates(52, 3)), Stop("There", TOWN))))
WORLD = replace(with_terms(STATE, REGION, CITY, WATER, COAST, ROAD, edition=EDITION), atlas=ATLAS)


def styles(edition: Edition, *about: Term) -> dict[str, str]:
    sketch = sketch_map(edition, about, ())
    assert sketch is not None
    return {mark.words: mark.style for mark in sketch.marks if mark.style != "degree"}


def test_a_map_of_all_shows_all() -> None:
    assert styles(WORLD) == {
        "northland": "state", "Seat": "capital", "town": "city", "mere": "sea",
        "far-coast": "region", "road": "route",
    }  # fmt: skip


def test_a_map_of_a_part_has_no_regions_without_limits_nor_routes_of_others() -> None:
    assert styles(WORLD, REGION) == {
        "northland": "state", "Seat": "capital", "town": "city", "mere": "sea",
    }  # fmt: skip


def test_a_map_of_a_route_names_its_stops() -> None:
    shown = styles(WORLD, ROAD)
    assert {name for name, style in shown.items() if style == "stop"} == {"Here", "There"}
    assert shown["road"] == "route"


SET_OFF: dict[str, tuple[tuple[Term, ...], tuple[Term, ...], set[str]]] = {
    "of all: the regions": ((), (), {"Northland", "Southland"}),
    "of a state": ((STATE,), (), {"Northland"}),
    "of a city beside a state": ((CITY,), (STATE,), {"Northland"}),
    "of a city: the regions": ((CITY,), (), {"Northland", "Southland"}),
}


@pytest.mark.parametrize(("about", "also", "states"), SET_OFF.values(), ids=SET_OFF)
def test_states_are_set_off(
    about: tuple[Term, ...], also: tuple[Term, ...], states: set[str]
) -> None:
    sketch = sketch_map(WORLD, about, also)
    assert sketch is not None
    assert set(sketch.states) == states


def test_without_places_there_is_no_map() -> None:
    assert sketch_map(EDITION, (), ()) is None
    assert view_map(EDITION, make_anew) is None


@pytest.mark.parametrize(
    "about", [(), (STATE,), (ROAD,), (CITY,)], ids=["all", "a state", "a route", "a city"]
)
def test_a_sketch_comes_back_from_json(about: tuple[Term, ...]) -> None:
    sketch = sketch_map(WORLD, about, ())
    kept = json.loads(json.dumps(to_plain(sketch)))
    assert json.dumps(to_plain(from_plain(kept))) == json.dumps(to_plain(sketch))


class Keeper:
    """Keeps what it was asked to, and counts what had to be made."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], Any] = {}

    def __call__(self, inputs: Any, make: Any) -> Any:
        if inputs not in self.known:
            self.known[inputs] = json.loads(json.dumps(make()))
        return self.known[inputs]


def test_a_map_is_the_same_when_its_sketch_was_kept() -> None:
    keep = Keeper()
    first = view_map(WORLD, keep, "northland")
    assert repr(view_map(WORLD, keep, "northland")) == repr(first)
    assert len(keep.known) == 1


MOVED = replace(CITY, site=Site(Coordinates(46, 5)))
OTHER: dict[str, tuple[Edition, str, int]] = {
    "nothing": (WORLD, "northland", 1),
    "what it is about": (WORLD, "town", 2),
    "a point": (replace(WORLD, terms=(*WORLD.terms[:-1], MOVED)), "northland", 2),
    "a name": (
        replace(WORLD, terms=(*WORLD.terms[:-1], replace(CITY, name="City"))), "northland", 2),
    "a body": (
        replace(WORLD, terms=(*WORLD.terms[:-1], replace(WORLD.terms[-1], date="2026-11-25"))),
        "northland", 1),
}  # fmt: skip


@pytest.mark.parametrize(("edition", "focus", "count"), OTHER.values(), ids=OTHER)
def test_a_sketch_is_made_anew_when_what_it_follows_from_changes(
    edition: Edition, focus: str, count: int
) -> None:
    keep = Keeper()
    view_map(WORLD, keep, "northland")
    view_map(edition, keep, focus)
    assert len(keep.known) == count


def test_the_list_names_all_that_the_picture_shows_and_the_outlines_set_off() -> None:
    view = view_map(WORLD, make_anew)
    assert view is not None
    named = {kind: [entry.words for entry in entries] for kind, entries in view.key}
    assert named == {
        "States": ["northland"], "Cities": ["town"], "Seas": ["mere"],
        "Regions": ["both", "far-coast"], "Routes": ["road"],
    }  # fmt: skip
    (state,) = dict(view.key)["States"]
    assert state.capital is not None
    assert state.capital.words == "Seat"
    assert dict(view.key)["Routes"][0].stops == ("Here", "There")

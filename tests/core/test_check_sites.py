"""What is off the map, or in no atlas, is told at its line."""

from dataclasses import replace

import pytest

from edition.core.check_sites import check_shown, check_sites
from edition.core.coordinates import Coordinates, Region
from edition.core.edition import Edition
from edition.core.problem import Place
from edition.core.site import Site
from edition.core.stop import Stop
from edition.core.term import Realm
from tests.core.atlases import ATLAS
from tests.core.editions import EDITION
from tests.core.termed import TERMED, term, with_terms

PLACES = Realm.PLACES


def placed(site: Site) -> Edition:
    """An edition with one place; its region is from 30 to 70 north, and from 30 west to 40 east."""
    here = term("a", "sea", realm=PLACES, site=site)
    there = {"through": 20, "outline": 21, "capital": 22, "label": 23}
    more = {name: Place(here.place.path, line) for name, line in there.items()}
    here = replace(here, places={**here.places, **more})
    return replace(with_terms(here, edition=EDITION), atlas=ATLAS)


def shown(edition: Edition) -> list[str]:
    return [str(problem).removeprefix("docs/places/") for problem in check_sites(edition)]


def test_sites_in_order_have_no_problem() -> None:
    assert shown(TERMED) == shown(EDITION) == []


SWAPPED = "(the latitude comes first: are the two swapped?)"
RIGHT = "(if it is right, widen the region)"
RANGES = "expected a latitude from -90 to 90 and a longitude from -180 to 180, found"
INSIDE = "expected a point within the region of edition.yml, found"
POINTS: dict[str, tuple[float, float, str]] = {
    "in the region": (54.18, 7.89, ""),
    "at the edge of the region": (30, 40, ""),
    "off the map, either way": (-33.9, 151.2, f"{INSIDE} -33.9, 151.2 {RIGHT}"),
    "inside both ways": (35.5, 35.2, ""),
    "swapped": (7.89, 54.18, f"{INSIDE} 7.89, 54.18 {SWAPPED}"),
    "swapped, the longitude west": (-3.25, 56.5, f"{INSIDE} -3.25, 56.5 {SWAPPED}"),
    "swapped, out of range": (108.89, 34.28, f"{RANGES} 108.89, 34.28 {SWAPPED}"),
    "out of range": (95, 185, f"{RANGES} 95, 185"),
    "a longitude out of range": (54, 181, f"{RANGES} 54, 181"),
    "a latitude that no longitude is": (200, 10, f"{RANGES} 200, 10"),
}


@pytest.mark.parametrize(("latitude", "longitude", "message"), POINTS.values(), ids=POINTS)
def test_every_point_is_on_earth_and_on_the_map(
    latitude: float, longitude: float, message: str
) -> None:
    point = Coordinates(latitude, longitude)
    sites = {
        7: Site(point=point),
        23: Site(label=point),
        22: Site(capital=Stop("Town", point)),
        20: Site(course=(Stop("Here", Coordinates(50, 0)), Stop("There", point))),
    }
    for line, site in sites.items():
        expected = [f"a.md:{line}: coordinates: {message}"] if message else []
        assert shown(placed(site)) == expected


@pytest.mark.parametrize(
    ("region", "is_found"),
    [(None, False), (Region(-90, -180, 90, 180), False), (Region(50, 0, 60, 10), True)],
    ids=["none", "the whole earth", "a small one"],
)
def test_without_a_region_everything_on_earth_is_on_the_map(
    region: Region | None, is_found: bool
) -> None:
    edition = placed(Site(point=Coordinates(7.89, 54.18)))
    edition = replace(edition, settings=replace(edition.settings, region=region))
    assert len(shown(edition)) == is_found


NORTH, SOUTH = Coordinates(55, 15), Coordinates(45, 15)
OUTLINES: dict[str, tuple[Site, list[str]]] = {
    "a state": (Site(NORTH, outline=("Northland",)), []),
    "two states": (Site(SOUTH, outline=("Northland", "Southland")), []),
    "a capital in it": (Site(outline=("Northland",), capital=Stop("Town", NORTH)), []),
    "an unknown state": (
        Site(outline=("Nordland",)),
        ["21: outline-unknown: the atlas has no state Nordland (did you mean Northland?)"],
    ),
    "one of two unknown": (
        Site(SOUTH, outline=("Northland", "Utopia")),
        ["21: outline-unknown: the atlas has no state Utopia"],
    ),
    "a point outside": (
        Site(SOUTH, outline=("Northland",)),
        ["7: coordinates: expected a point within the outline of a, found 45, 15"],
    ),
    "a capital outside": (
        Site(outline=("Northland",), capital=Stop("Town", SOUTH)),
        ["22: coordinates: expected a point within the outline of a, found 45, 15"],
    ),
    "a capital without an entry": (
        Site(outline=("Northland",), capital_entry="town"),
        ["22: term-unknown: expected the id of an entry in capital, found town"],
    ),
}


@pytest.mark.parametrize(("site", "expected"), OUTLINES.values(), ids=OUTLINES)
def test_outlines_are_in_the_atlas_and_hold_what_is_theirs(site: Site, expected: list[str]) -> None:
    assert shown(placed(site)) == [f"a.md:{line}" for line in expected]


def test_an_edition_without_an_atlas_has_no_outlines() -> None:
    edition = replace(placed(Site(outline=("Northland",))), atlas=type(ATLAS)())
    assert shown(edition) == [
        "a.md:21: outline-unknown: the atlas has no state Northland (edition.yml names no atlas)"
    ]


SHOWN = {
    "a place": ("a", []),
    "its name, and spaces": (" a , a", []),
    "an example of what there is none of": ("SITE", []),
    "nobody's name": ("aa", ["term-unknown: the edition has no term, person or place aa"
        " (did you mean a?)"]),
    "an entry that is on no map": ("word", ["map-place: expected an entry that is on a map,"
        " found word (give it coordinates, a label, an outline or a course first)"]),
    "the second of two": ("a, zebra", [
        "term-unknown: the edition has no term, person or place zebra"]),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), SHOWN.values(), ids=SHOWN)
def test_a_map_shows_what_is_on_one(written: str, expected: list[str]) -> None:
    here = term("a", "sea", realm=PLACES, site=Site(NORTH))
    edition = with_terms(here, term("word", "tide"), edition=EDITION)
    found = check_shown(edition, written, Place("docs/map.md", 5))
    assert list(map(str, found)) == [f"docs/map.md:5: {line}" for line in expected]

"""The maps of the site show what the entries say, in a picture and in words."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.command import REPOSITORY, run
from tests.tiny_edition import lay_out
from tests.trees import Tree, document

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def page(real_site: Path) -> Tree:
    return document(real_site / "map" / "index.html")


def maps(page: Tree) -> list[Tree]:
    return page.find("figure", class_="map")


def named(page: Tree) -> dict[str, Tree]:
    """The links below the first map to which others can point, by their ids."""
    (key,) = maps(page)[0].find(class_="map-key")
    return {link.attributes["id"]: link for link in key.find("a") if "id" in link.attributes}


def test_every_place_of_the_text_is_in_the_list_of_the_first_map(page: Tree) -> None:
    """And leads to its entry."""
    listed = {
        link.attributes["id"]: link for link in maps(page)[0].find("a") if link.attributes.get("id")
    }
    course = re.compile(r"^through:", re.MULTILINE)
    expected = {
        file.stem: f"../{folder}/#{file.stem}"
        for folder in ("places", "glossary")
        for file in (REPOSITORY / "docs" / folder).glob("*.md")
        if folder == "places" or course.search(file.read_text(encoding="utf-8"))
    }
    assert {name: link.attributes["href"] for name, link in listed.items()} == expected


def test_an_entry_leads_to_the_map_and_its_place_in_the_list(real_site: Path, page: Tree) -> None:
    ids = named(page).keys()
    places = document(real_site / "places" / "index.html")
    back = {
        link.attributes["href"]
        for entry in places.find("article")
        for link in entry.find("a")
        if link.attributes["href"].startswith("../map/")
    }
    entries = {entry.attributes["id"] for entry in places.find("article", class_="listed-note")}
    assert back == {f"../map/#{name}" for name in ids & entries}


def test_a_number_on_a_map_is_in_its_list_and_none_is_there_for_nothing(page: Tree) -> None:
    for drawn in maps(page):
        (picture,) = drawn.find(class_="map-names")
        (key,) = drawn.find(class_="map-key")
        for layout in ("map-narrow", "map-wide"):
            (group,) = picture.find(f"{SVG}g", class_=layout)
            shown = sorted(int(text.words) for text in group.find(class_="map-number"))
            other = {"map-narrow": "map-wide", "map-wide": "map-narrow"}[layout]
            explained = [
                int(number.words)
                for number in key.find(class_="map-number")
                if other not in number.attributes["class"].split()
            ]
            assert sorted(explained) == shown == sorted(set(shown))


def test_a_picture_is_hidden_from_those_who_cannot_see_it(page: Tree) -> None:
    """Its names are links for those who point at them; the list has the same for all."""
    for drawn in maps(page):
        links = drawn.find(f"{SVG}a")
        assert all(
            picture.attributes["aria-hidden"] == "true" for picture in drawn.find(f"{SVG}svg")
        )
        assert all(link.attributes["tabindex"] == "-1" for link in links)
        (key,) = drawn.find(class_="map-key")
        told = {link.attributes["href"] for link in key.find("a")}
        assert {link.attributes["href"] for link in links} <= told


BORDERS = {
    "Russia": ["Kazakhstan"],
    "China": ["Kazakhstan", "Kyrgyzstan", "Tajikistan"],
    "Pakistan": [],
    "Afghanistan": ["Tajikistan", "Turkmenistan", "Uzbekistan"],
    "Iran": ["Turkmenistan"],
    "Caspian Sea": ["Kazakhstan", "Turkmenistan"],
}
"""As the sources of the places' entries have them."""


def test_the_data_has_the_borders_that_the_sources_have(page: Tree) -> None:
    (table,) = page.find("table", class_="borders")
    (body,) = table.find("tbody")
    found = {}
    for row in body.find("tr"):
        (head,), (cell,) = row.find("th"), row.find("td")
        found[head.words] = [link.words for link in cell.find("a")]
    assert found == BORDERS


def write_world(root: Path, *places: str) -> None:
    """Give the tiny edition an atlas of one square state, and these places; one map shows all."""
    ring = [[0, 0], [0, 20], [20, 0], [0, -20], [-20, 0]]
    area = {"type": "Polygon", "arcs": [[0]]}
    world = {
        "transform": {"scale": [1, 1], "translate": [0, 40]},
        "arcs": [ring],
        "objects": {
            "countries": {"geometries": [{**area, "properties": {"name": "Northland"}}]},
            "land": {"geometries": [area]},
        },
    }
    file = root / "source" / "states.json"
    file.write_text(json.dumps(world), encoding="utf-8")
    hashed = hashlib.sha256(file.read_bytes()).hexdigest()
    with (root / "edition.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\natlas:\n  states:\n    path: source/states.json\n    sha256: {hashed}\n")
    for number, fields in enumerate(places):
        text = f"---\nterm: Place {number}\n{fields}\n{SIGNED}---\nA place.\n"
        entry = root / "docs" / "places" / f"place-{number}.md"
        entry.write_text(text, encoding="utf-8")
    page = "---\ntitle: Map\n---\n\n# Map\n\n{{ map() }}\n"
    (root / "docs" / "map.md").write_text(page, encoding="utf-8")
    assert run(root, "permalinks", "--update").status == 0


SIGNED = "author: editors\ndate: 2026-11-24\n"
STATE = "kind: state\noutline: Northland\ncoordinates: 50, 10\ncapital: Town 55, 12"
ROUTE, HERE, THERE = "kind: route\nthrough:", "\n  - Here 50, 5", "\n  - There 45, 15"
WORLDS = {
    "no place of its own": [],
    "a state with its capital": [STATE],
    "a point alone": ["kind: city\ncoordinates: 54.2, 7.9"],
    "sixty places in one": ["kind: city\ncoordinates: 54.2, 7.9"] * 60,
    "a route of one stop": ['kind: route\nthrough: ["Here 50, 5"]'],
    "a route all around": ['kind: route\nthrough: ["Here 50, 5", "There 45, 15", "Here 50, 5"]'],
    "a region without limits": ["kind: region\nlabel: 45, 5"],
}


@pytest.mark.parametrize("places", WORLDS.values(), ids=WORLDS)
def test_a_map_is_drawn_of_whatever_is_there(tmp_path: Path, places: list[str]) -> None:
    root = lay_out(tmp_path / "edition")
    write_world(root, *places)
    built = run(root, "build")
    assert (built.status, built.stderr) == (0, "")
    (drawn,) = maps(document(root / "site" / "map" / "index.html"))
    (key,) = drawn.find(class_="map-key")
    listed = {link.attributes["id"] for link in key.find("a") if "id" in link.attributes}
    assert listed == {"harbour", *(f"place-{number}" for number in range(len(places)))}

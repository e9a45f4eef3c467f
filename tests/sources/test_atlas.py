"""The atlas is read as its formats have it, and only if it is the one that was recorded."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from edition.core.atlas import Atlas
from edition.core.clipping import Box
from edition.core.settings import AtlasPlan, SourcePlan
from edition.sources.atlas import read_atlas

TOPOLOGY: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.25], "translate": [-10, 40]},
    "arcs": [[[20, 0], [0, 8]], [[20, 8], [10, 0], [0, -8], [-10, 0]],
             [[20, 0], [-10, 0], [0, 8], [10, 0]]],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "East"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "West"}},
                {"type": None, "properties": {"name": "Nowhere"}},
            ],
        },
        "land": {
            "type": "GeometryCollection",
            "geometries": [{"type": "MultiPolygon", "arcs": [[[1, 2]]]}],
        },
    },
}  # fmt: skip
LAKES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Tarn"},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[[[1, 41], [2, 41], [2, 42], [1, 41]]]],
            },
        }
    ],
}


def write(root: Path, name: str, content: Any) -> SourcePlan:
    text = content if isinstance(content, str) else json.dumps(content)
    (root / name).write_text(text, encoding="utf-8")
    return SourcePlan(name, hashlib.sha256(text.encode()).hexdigest())


def test_arcs_are_put_together(tmp_path: Path) -> None:
    plan = AtlasPlan(write(tmp_path, "a.json", TOPOLOGY), write(tmp_path, "b.json", LAKES))
    atlas, problems = read_atlas(tmp_path, plan)
    assert problems == ()
    ((east,),) = atlas.polygons("East")
    assert east == ((0, 40), (0, 42), (5, 42), (5, 40), (0, 40))
    ((west,),) = atlas.polygons("West")
    assert west == ((0, 40), (-5, 40), (-5, 42), (0, 42), (0, 40))
    assert atlas.neighbours("East") == {"West"}
    assert list(atlas.polygons("Nowhere")) == []
    assert len(list(atlas.land_near(Box(-180, -90, 180, 90)))) == 1
    assert atlas.waters == {"Tarn": ((((1, 41), (2, 41), (2, 42), (1, 41)),),)}


def test_an_edition_may_have_no_atlas_or_one_without_waters(tmp_path: Path) -> None:
    assert read_atlas(tmp_path, None) == (Atlas(), ())
    atlas, problems = read_atlas(tmp_path, AtlasPlan(write(tmp_path, "a.json", TOPOLOGY), None))
    assert (dict(atlas.waters), problems) == ({}, ())


FORM = "a.json:1: atlas: expected a quantized topology of countries and a collection of features"
WRONG: dict[str, tuple[Any, str]] = {
    "no JSON": ("{", "a.json:1: atlas: expected JSON"),
    "a list": ([], FORM),
    "a topology of something else": ({**TOPOLOGY, "objects": {"rivers": {}}}, FORM),
    "a topology that is not quantized": (
        {key: value for key, value in TOPOLOGY.items() if key != "transform"}, FORM),
    "countries without names": (
        {**TOPOLOGY, "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": []}]}}},
        FORM),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_atlas_is_told(tmp_path: Path, content: Any, message: str) -> None:
    atlas, (problem,) = read_atlas(tmp_path, AtlasPlan(write(tmp_path, "a.json", content), None))
    assert str(problem).startswith(message)
    assert atlas == Atlas()


def test_a_file_that_is_not_there_or_another_is_told(tmp_path: Path) -> None:
    plan = write(tmp_path, "a.json", TOPOLOGY)
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    missing = SourcePlan("b.json", plan.sha256)
    _, problems = read_atlas(tmp_path, AtlasPlan(plan, missing))
    assert list(map(str, problems)) == [
        f"a.json:1: atlas: expected the SHA-256 {plan.sha256[:12]}… of edition.yml, found"
        " 44136fa355b3… (restore the file, or record the hash of the one that you mean)",
        "b.json:1: atlas: expected the file that edition.yml names, found none",
    ]

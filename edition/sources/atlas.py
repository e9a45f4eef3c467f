"""The atlas on disk: states as TopoJSON, waters as GeoJSON, both proved to be what was recorded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from edition.core.atlas import Atlas, Polygon, Ring
from edition.core.problem import Place, Problem
from edition.core.settings import AtlasPlan, SourcePlan

_UNREADABLE = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What data of another form raises where it is taken apart."""


_NO_WATERS = b'{"features": []}'


class _Arcs(Sequence[Ring]):
    """The arcs of a topology, each computed when it is first asked for: few of the world's are."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        self._arcs = topology["arcs"]
        self._scale, self._translate = (topology["transform"][k] for k in ("scale", "translate"))
        self._known: dict[int, Ring] = {}

    def __len__(self) -> int:
        return len(self._arcs)

    def __getitem__(self, number: Any) -> Any:
        if number not in self._known:
            self._known[number] = tuple(self._positions(self._arcs[number]))
        return self._known[number]

    def _positions(self, arc: Sequence[Sequence[int]]) -> Iterator[tuple[float, float]]:
        """Yield positions of an arc, which is written as steps (TopoJSON 2.1.2 and 2.1.3)."""
        across = accumulate(step[0] for step in arc)
        up = accumulate(step[1] for step in arc)
        for x, y in zip(across, up, strict=True):
            yield (
                x * self._scale[0] + self._translate[0],
                y * self._scale[1] + self._translate[1],
            )


def read_atlas(root: Path, plan: AtlasPlan | None) -> tuple[Atlas, tuple[Problem, ...]]:
    """Return the atlas, empty where the edition names none or it cannot be used, and problems."""
    if plan is None:
        return Atlas(), ()
    topology, problems = _read(root, plan.states)
    waters, more = _read(root, plan.waters) if plan.waters else (_NO_WATERS, ())
    if problems or more:
        return Atlas(), (*problems, *more)
    return _atlas(plan, topology, waters)


@lru_cache(maxsize=2)
def _atlas(plan: AtlasPlan, states: bytes, others: bytes) -> tuple[Atlas, tuple[Problem, ...]]:
    """Return the atlas that two files hold; of the same files the same, with what it computed."""
    path = plan.states.path
    try:
        topology = json.loads(states)
        path = plan.waters.path if plan.waters else path
        waters = json.loads(others)
    except ValueError as error:
        return Atlas(), (Problem(Place(path), "atlas", f"expected JSON: {error}"),)
    try:
        atlas = Atlas(
            _Arcs(topology), dict(_states(topology)), _land(topology), dict(_waters(waters))
        )
    except _UNREADABLE:
        message = "expected a quantized topology of countries and a collection of features"
        return Atlas(), (Problem(Place(plan.states.path), "atlas", message),)
    return atlas, ()


def _read(root: Path, plan: SourcePlan) -> tuple[bytes, tuple[Problem, ...]]:
    file, place = root / plan.path, Place(plan.path)
    try:
        content = file.read_bytes()
    except OSError:
        return b"", (
            Problem(place, "atlas", "expected the file that edition.yml names, found none"),
        )
    found = hashlib.sha256(content).hexdigest()
    if found != plan.sha256:
        message = f"expected the SHA-256 {plan.sha256[:12]}… of edition.yml, found {found[:12]}…"
        hint = "restore the file, or record the hash of the one that you mean"
        return b"", (Problem(place, "atlas", message, hint),)
    return content, ()


_Areas = tuple[tuple[tuple[int, ...], ...], ...]
"""Polygons, of rings, of numbers of arcs."""


def _states(topology: Mapping[str, Any]) -> Iterator[tuple[str, _Areas]]:
    for geometry in topology["objects"]["countries"]["geometries"]:
        yield geometry["properties"]["name"], _areas(geometry)


def _land(topology: Mapping[str, Any]) -> _Areas:
    geometries = topology["objects"]["land"]["geometries"]
    return tuple(area for geometry in geometries for area in _areas(geometry))


def _areas(geometry: Mapping[str, Any]) -> _Areas:
    """Return the areas of a geometry; none of one that is a line or a point."""
    if geometry["type"] not in ("Polygon", "MultiPolygon"):
        return ()
    areas = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return tuple(tuple(tuple(ring) for ring in area) for area in areas)


def _waters(collection: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Polygon, ...]]]:
    """Yield the name of each water, and its areas (RFC 7946, 3.1.7)."""
    for feature in collection["features"]:
        areas = feature["geometry"]["coordinates"]
        yield (
            feature["properties"]["name"],
            tuple(tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in areas),
        )

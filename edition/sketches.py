"""Sketches of maps: kept from one build to the next, until they would come out otherwise."""

from __future__ import annotations

from pathlib import Path

from edition.html.map import Keep
from edition.sources.kept import code_of, kept

_MAKERS = (
    *(f"core/{name}.py" for name in ("atlas", "clipping", "coordinates", "frame", "projection")),
    *(f"html/{name}.py" for name in ("map_ground", "map_label", "map_sketch", "map_spot")),
    *("html/map_wish.py", "html/path.py"),
)
"""The modules that a sketch follows from, below the engine's folder."""


def keep_sketches(root: Path) -> Keep:
    """Return what keeps the sketches of an edition's maps."""
    code = code_of(*_MAKERS)
    return lambda inputs, make: kept(root, "maps", (code, *inputs), make)

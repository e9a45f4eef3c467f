"""Documents in pandoc's JSON that do nothing but cite, and the bibliography it writes for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from edition.core.inline import Run
from edition.sources.pandoc import read_inlines

_TYPES = [1, 23, 1]
"""The version of pandoc-types."""


def document(blocks: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return a document of some blocks."""
    return {"pandoc-api-version": _TYPES, "meta": {}, "blocks": blocks}


def cite(key: str, locator: str = "") -> Mapping[str, Any]:
    """Return the inline that cites an entry, at a place in it if one is given."""
    suffix: list[Mapping[str, Any]] = [{"t": "Str", "c": ","}] if locator else []
    for word in locator.split():
        suffix += [{"t": "Space"}, {"t": "Str", "c": word}]
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], [{"t": "Str", "c": f"[@{key}]"}]]}


def entries(blocks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Yield key and words of every reference that pandoc's bibliography lists."""
    for block in blocks:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            for entry in block["c"][1]:
                key = entry["c"][0][0].removeprefix("ref-")
                inlines = [inline for paragraph in entry["c"][1] for inline in paragraph["c"]]
                yield key, read_inlines(inlines)

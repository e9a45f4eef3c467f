"""The search index as files: one for a small edition, many small ones for a large one.

A reader of a small edition fetches its documents, and the browser makes the index of them: that is
less than the documents and an index. Of a large edition nobody should fetch all: its list of words
comes at once, the rest by the shard. `search-engine.js` reads both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from edition.core.search_words import search_words
from edition.exports.search_documents import SearchDocument

FOLDER = "search"
WHOLE = 400_000
"""Bytes of documents up to which they are one file: a third of that when it is compressed."""
_SHARD = 24_000
"""Bytes of a shard of postings."""
_DOCUMENTS = 16
"""Documents in a file of a large edition."""
_SHOWN = 2_000
"""Characters of a text that a large edition keeps, to show them and to look for phrases."""

TITLE, ALSO, TEXT, MOST = 8, 7, 1, 30
"""What a word counts for, by where it stands, and the most that it can count for in a document;
`search-engine.js` has the same."""


def export_search(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of the index."""
    rows = [[d.sort.value, d.title, d.address, "\n".join(d.also), d.text] for d in documents]
    whole = _json({"documents": rows})
    if len(whole) <= WHOLE:
        return {f"{FOLDER}/index.json": whole}
    return dict(_sharded(documents, rows))


def _sharded(
    documents: Sequence[SearchDocument], rows: Sequence[list[str]]
) -> Iterator[tuple[str, bytes]]:
    postings = _postings(documents)
    words = sorted(postings)
    starts: list[int] = []
    for number, (start, lists) in enumerate(_shards(words, postings)):
        starts.append(start)
        yield f"{FOLDER}/words/{number}.json", _json(lists)
    for number, first in enumerate(range(0, len(rows), _DOCUMENTS)):
        batch = [[*row[:4], row[4][:_SHOWN]] for row in rows[first : first + _DOCUMENTS]]
        yield f"{FOLDER}/documents/{number}.json", _json(batch)
    index = {
        "words": " ".join(words),
        "kinds": "".join(document.sort.value for document in documents),
        "starts": starts,
        "size": _DOCUMENTS,
    }
    yield f"{FOLDER}/index.json", _json(index)


def _postings(documents: Sequence[SearchDocument]) -> dict[str, list[tuple[int, int]]]:
    """Return for each word the documents that hold it, in order, with its weight in them."""
    postings: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        weights: dict[str, int] = {}
        fields = (
            (search_words(document.title), TITLE),
            (chain.from_iterable(map(search_words, document.also)), ALSO),
            (search_words(document.text), TEXT),
        )
        for words, weight in fields:
            for word in words:
                weights[word] = weights.get(word, 0) + weight
        for word, weight in weights.items():
            postings.setdefault(word, []).append((number, min(weight, MOST)))
    return postings


def _shards(
    words: Sequence[str], postings: dict[str, list[tuple[int, int]]]
) -> Iterator[tuple[int, list[list[int]]]]:
    """Yield the number of a shard's first word, and of each word: difference, weight, and so on."""
    start, size = 0, 0
    lists: list[list[int]] = []
    for number, word in enumerate(words):
        if size > _SHARD:
            yield start, lists
            start, lists, size = number, [], 0
        last = 0
        deltas: list[int] = []
        for document, weight in postings[word]:
            deltas += (document - last, weight)
            last = document
        lists.append(deltas)
        size += len(_json(deltas))
    if lists:
        yield start, lists


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

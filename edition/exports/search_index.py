"""The search index as files: one for a small edition, many small ones for a large one.

A reader of a small edition fetches its documents, and the browser makes the index of them: that is
less than the documents and an index. Of a large edition nobody should fetch all: its list of words
comes at once, with the names of things, and the rest by the shard. `search-index.js` reads both.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from edition.core.search_words import search_words
from edition.exports.search_documents import SearchDocument, Sort

FOLDER = "search"
WHOLE = 68 * 1024
"""Bytes, compressed, up to which all documents are one file: with search's scripts 80 KiB, and in
shards a reader would fetch hardly less."""
_COMPRESSION = 4
"""Documents of which that much is no more than the limit are not worth compressing to see."""
_SHARD = 6_000
"""Bytes of a shard, or else it holds one very frequent word."""
_NUMBER = 3
"""Bytes of a number and its comma, on average."""
_DOCUMENTS = 8
"""Documents in a file of a large edition."""

NAMED = (Sort.TERM, Sort.PERSON, Sort.PLACE, Sort.EVENT, Sort.FIGURE, Sort.PAGE)
"""What has a name, which the list of words brings: whoever types it means the thing."""
TITLE, ALSO, SUBJECT, TEXT, MOST = 24, 7, 3, 1, 30
"""What a word counts for: all words of a title together, one of another name, one of a note's
subjects, one of a text; and the most that it can count for in a document. As in `search-index.js`.
"""
_ONE = (2, 8)
"""The least and the most that one word of a title counts for."""


@dataclass(slots=True)
class Postings:
    """Where a word stands, as its shards have it: added to document by document."""

    documents: list[int] = field(default_factory=list)
    """For each document the difference from the one before; a negative number before it is the
    word's weight there, which without one is 1."""
    places: list[int] = field(default_factory=list)
    """The first in each document negative, then the differences."""
    last: int = 0
    """The last document."""
    at: int = 0
    """The last place."""


def export_search(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of the index."""
    files = whole(documents)
    (index,) = files.values()
    if len(index) <= _COMPRESSION * WHOLE and len(gzip.compress(index, mtime=0)) <= WHOLE:
        return files
    return sharded(documents)


def whole(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the one file of a small edition's index."""
    rows = [[d.sort.value, d.title, d.address, "\n".join(d.also), d.text] for d in documents]
    return {f"{FOLDER}/index.json": _json({"documents": rows})}


def sharded(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of a large edition's index.

    The folder of the shards is named after what is in them: a list of words that a browser has kept
    never meets shards of another day.
    """
    postings = _postings(documents)
    words = sorted(postings, key=lambda word: word.encode("utf-16-be"))  # as JavaScript sorts
    starts: list[int] = []
    shards: dict[str, bytes] = {}
    for number, (start, lists) in enumerate(_shards([postings[word] for word in words])):
        starts.append(start)
        shards[f"words/{number}.json"] = _json([found.documents for found in lists])
        shards[f"places/{number}.json"] = _json([found.places for found in lists])
    for number, first in enumerate(range(0, len(documents), _DOCUMENTS)):
        batch = [[d.title, d.address, d.text] for d in documents[first : first + _DOCUMENTS]]
        shards[f"documents/{number}.json"] = _json(batch)
    version = hashlib.sha256(b"\n".join(shards.values())).hexdigest()[:12]
    index = {
        "folder": version,
        "words": "".join(_shortened(words)),
        "starts": starts,
        "kinds": "".join(document.sort.value for document in documents),
        "names": [_names(document) for document in documents if document.sort in NAMED],
        "size": _DOCUMENTS,
    }
    files = {f"{FOLDER}/{version}/{path}": content for path, content in shards.items()}
    return {f"{FOLDER}/index.json": _json(index), **files}


def _names(document: SearchDocument) -> str:
    return "\n".join((document.title, *document.also))


def _shortened(words: Iterable[str]) -> Iterator[str]:
    """Yield each word without the letters it shares with the one before, and first their number.

    `A` is none, `B` one: words hold no capitals, so these part them, too.
    """
    before = ""
    for word in words:
        shared = 0
        for one, other in zip(word, before, strict=False):
            # JavaScript counts what lies beyond as two.
            if one != other or one > "\uffff" or shared == 25:
                break
            shared += 1
        yield chr(ord("A") + shared) + word[shared:]
        before = word


def _postings(documents: Sequence[SearchDocument]) -> dict[str, Postings]:
    """Return where each word stands.

    Places are counted through a document, from 1; a gap parts its fields, so that no phrase goes
    from one into the next, and gaps part the words of a note's subjects, which nobody reads there.
    """
    postings: dict[str, Postings] = {}
    for number, document in enumerate(documents):
        weights: dict[str, int] = {}
        at = 1
        for words, weight, step in _fields(document):
            for word in words:
                if word in weights:
                    weights[word] += weight
                    found = postings[word]
                    found.places.append(at - found.at)
                else:
                    weights[word] = weight
                    found = postings.get(word) or postings.setdefault(word, Postings())
                    found.places.append(-at)
                found.at = at
                at += step
            at += 1
        for word, weight in weights.items():
            found = postings[word]
            if weight > 1:
                found.documents.append(-min(weight, MOST))
            found.documents.append(number - found.last)
            found.last = number
    return postings


def _fields(document: SearchDocument) -> Iterator[tuple[list[str], int, int]]:
    """Yield the words of each field, what one counts for, and how far it is to the next."""
    title = search_words(document.title)
    least, most = _ONE
    yield title, max(least, min(most, TITLE // max(1, len(title)))), 1
    weight, step = (SUBJECT, 2) if document.sort is Sort.NOTE else (ALSO, 1)
    for name in document.also:
        yield search_words(name), weight, step
    yield search_words(document.text), TEXT, 1


def _shards(postings: Sequence[Postings]) -> Iterator[tuple[int, Sequence[Postings]]]:
    """Yield the number of each shard's first word, with the postings of its words."""
    start, size = 0, 0
    for number, found in enumerate(postings):
        more = _NUMBER * len(found.documents)
        if start < number and size + more > _SHARD:
            yield start, postings[start:number]
            start, size = number, 0
        size += more
    if postings:
        yield start, postings[start:]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
